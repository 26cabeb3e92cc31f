"""Sending through the library to the stand-in: each message once, whatever happens to it."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from bot_api import TOKEN, BotApi, Fault
from telegram import InlineKeyboardButton
from telegram.ext import ExtBot

from qa_bot.errors import DeliveryError
from qa_bot.telegram import sending, trying
from qa_bot.telegram.journal import Handling, Journal, handling
from qa_bot.telegram.messages import plain
from qa_bot.telegram.sending import BotSender
from qa_bot.telegram.service import request_through
from qa_bot.telegram.state import State

T = TypeVar("T")

CHAT = 7


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying, "FIRST_PAUSE", 0.01)


def through(api: BotApi, folder: Path, work: Callable[[BotSender], Awaitable[T]], *, update: int | None = None) -> T:
    """Return what *work* returns when it is given a sender in a process that starts now, for the update of that number."""

    async def run() -> T:
        state = State(folder)
        journal = Journal(state)
        journal.saw(CHAT, max((number for _, number in api.messages), default=0))
        async with ExtBot(TOKEN, base_url=f"{api.url}/bot", request=request_through(journal)) as bot:
            handling.set(Handling(update) if update else None)
            try:
                return await work(BotSender(bot, journal))
            finally:
                state.close()

    return asyncio.run(run())


def test_long_texts_go_out_as_several_messages_of_which_the_first_is_the_reply(api: BotApi, tmp_path: Path) -> None:
    asked = api.say(CHAT, "?")
    blocks = ["<b>" + "long " * 1200 + "</b>", "end"]
    sent = through(api, tmp_path, lambda sender: sender.send(CHAT, blocks, reply_to=asked["message_id"]))
    assert len(sent) == 2
    assert len(api.replies(asked)) == 1
    assert api.sent(CHAT)[1]["text"].endswith("end")


def test_html_that_is_refused_goes_out_as_what_a_reader_would_see(api: BotApi, tmp_path: Path) -> None:
    through(api, tmp_path, lambda sender: sender.send(CHAT, ["<b>1 &lt; 2</b><br/>"]))
    assert api.sent(CHAT)[0]["text"] == "1 < 2"


TOO_LONG = "Bad Request: message is too long"


def test_a_message_that_the_server_finds_too_long_goes_out_in_pieces_and_not_again(api: BotApi, tmp_path: Path) -> None:
    asked = api.say(CHAT, "?")
    keys = [[InlineKeyboardButton("More", callback_data="x")]]
    blocks = [f"<b>{number}</b> {'word ' * 50}" for number in range(10)]

    async def answer(sender: BotSender) -> tuple[int, ...]:
        return await sender.send(CHAT, blocks, reply_to=asked["message_id"], keyboard=keys)

    api.faults.append(Fault("sendMessage", TOO_LONG, times=2, only=lambda given: len(given["text"]) > 1000))
    through(api, tmp_path, answer)
    sent = api.sent(CHAT)
    assert len(sent) > 2
    assert " ".join(message["text"] for message in sent).split() == plain(" ".join(blocks)).split()
    assert ["reply_to_message" in message for message in sent] == [True, *[False] * (len(sent) - 1)]
    assert ["reply_markup" in message for message in sent] == [*[False] * (len(sent) - 1), True]


def test_an_edit_and_a_caption_that_the_server_finds_too_long_are_shortened(api: BotApi, tmp_path: Path) -> None:
    async def change(sender: BotSender) -> None:
        (number,) = await sender.send(CHAT, ["text"])
        assert await sender.edit(CHAT, number, ["<b>word</b> " * 90])
        await sender.send_photo(CHAT, b"PNG", caption="word " * 90)

    api.faults += [Fault("editMessageText", TOO_LONG), Fault("sendPhoto", "Bad Request: message caption is too long")]
    through(api, tmp_path, change)
    text, caption = api.sent(CHAT)[0]["text"], api.sent(CHAT)[1]["caption"]
    assert text.startswith("word word")
    assert (text[-1], caption[-1]) == ("…", "…")


def test_a_message_that_stays_too_long_is_given_up(api: BotApi, tmp_path: Path) -> None:
    api.faults.append(Fault("sendMessage", TOO_LONG, times=1000))
    with pytest.raises(DeliveryError, match="too long"):
        through(api, tmp_path, lambda sender: sender.send(CHAT, ["word " * 300]))


def test_an_update_that_is_handled_again_sends_nothing_again(api: BotApi, tmp_path: Path) -> None:
    async def answer(sender: BotSender) -> tuple[int, ...]:
        return (*await sender.send(CHAT, ["first"]), *await sender.send(CHAT, ["second"]))

    first = through(api, tmp_path, answer, update=5)
    assert through(api, tmp_path, answer, update=5) == first
    assert [message["text"] for message in api.sent(CHAT)] == ["first", "second"]
    through(api, tmp_path, answer, update=6)
    assert len(api.sent(CHAT)) == 4


@pytest.mark.parametrize("kind", ["lost", "garbage"])
def test_a_message_whose_answer_was_lost_is_found_among_others(api: BotApi, tmp_path: Path, kind: str) -> None:
    def others(given: dict) -> bool:
        for _ in range(5):
            api.say(8, "meanwhile")
        return True

    api.say(CHAT, "?")
    api.faults.append(Fault("sendMessage", kind, only=others))
    sent = through(api, tmp_path, lambda sender: sender.send(CHAT, ["once"], keyboard=None))
    assert [message["message_id"] for message in api.sent(CHAT)] == list(sent)


def test_a_message_is_found_where_an_edit_that_changes_nothing_is_taken(api: BotApi, tmp_path: Path) -> None:
    api.lenient = True
    api.say(CHAT, "?")
    api.faults.append(Fault("sendMessage", "lost"))
    through(api, tmp_path, lambda sender: sender.send(CHAT, ["once"]))
    assert len(api.sent(CHAT)) == 1


def test_a_picture_whose_answer_was_lost_is_found(api: BotApi, tmp_path: Path) -> None:
    api.say(CHAT, "?")
    api.faults.append(Fault("sendPhoto", "lost"))
    sent = through(api, tmp_path, lambda sender: sender.send_photo(CHAT, b"PNG", caption="<b>Late</b>"))
    assert [message["message_id"] for message in api.sent(CHAT)] == [sent]


def test_a_message_that_a_reset_kept_from_arriving_is_sent_again(api: BotApi, tmp_path: Path) -> None:
    api.faults.append(Fault("sendMessage", "reset", times=2))
    assert len(through(api, tmp_path, lambda sender: sender.send(CHAT, ["once"]))) == 1
    assert len(api.sent(CHAT)) == 1


def test_a_group_is_followed_into_the_supergroup_that_it_became(api: BotApi, tmp_path: Path) -> None:
    moved = Fault(
        "sendMessage", "Bad Request: group chat was upgraded to a supergroup chat", parameters={"migrate_to_chat_id": -1001234567890}
    )
    api.faults.append(moved)
    through(api, tmp_path, lambda sender: sender.send(-100, ["here"]))
    assert [message["chat"]["id"] for message in api.sent()] == [-1001234567890]


def test_that_a_group_has_another_id_is_passed_on(api: BotApi, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    async def answer(sender: BotSender) -> None:
        await BotSender(sender._bot, sender._journal, moved=lambda old, new: seen.append((old, new))).send(-100, ["here"])

    api.faults.append(Fault("sendMessage", "Bad Request: group chat was upgraded", parameters={"migrate_to_chat_id": -1001234567890}))
    through(api, tmp_path, answer)
    assert seen == [(-100, -1001234567890)]


def test_a_reply_to_what_was_deleted_is_sent_without_it(api: BotApi, tmp_path: Path) -> None:
    through(api, tmp_path, lambda sender: sender.send(CHAT, ["late"], reply_to=4711))
    assert "reply_to_message" not in api.sent(CHAT)[0]


@pytest.mark.parametrize("reason", ["message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED"])
def test_what_was_for_a_topic_that_is_closed_or_gone_goes_out_without_it(api: BotApi, tmp_path: Path, reason: str) -> None:
    asked = api.say(8, "?", chat=-1001234567890)

    async def answer(sender: BotSender) -> None:
        await sender.send(-1001234567890, ["here"], thread=3, reply_to=asked["message_id"])
        await sender.send_photo(-1001234567890, b"PNG", thread=3)
        await sender.send_document(-1001234567890, b"a,b", "figures.csv", thread=3)

    api.faults.append(Fault("*", f"Bad Request: {reason}", times=100, only=lambda given: "message_thread_id" in given))
    through(api, tmp_path, answer, update=5)
    assert ["message_thread_id" in message for message in api.sent()] == [False] * 3
    assert len(api.replies(asked)) == 1


@pytest.mark.parametrize("status", [401, 404, 409])
def test_what_a_proxy_or_a_server_that_starts_says_is_no_refusal(api: BotApi, tmp_path: Path, status: int) -> None:
    api.faults.append(Fault("sendMessage", status, times=3))
    through(api, tmp_path, lambda sender: sender.send(CHAT, ["once"]), update=5)
    assert [message["text"] for message in api.sent(CHAT)] == ["once"]


def test_when_no_message_gets_through_for_a_while_it_is_said_why(api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying, "STUCK", 0.0)
    monkeypatch.setattr(trying, "PATIENCE", 0.05)
    api.faults.append(Fault("sendMessage", 401, times=1000))

    async def answer(sender: BotSender) -> list[str]:
        before = sender.attempts.trouble
        with pytest.raises(DeliveryError):
            await sender.send(CHAT, ["in vain"])
        stuck = sender.attempts.trouble
        api.faults.clear()
        await sender.send(CHAT, ["text"])
        return [before, stuck, sender.attempts.trouble]

    before, stuck, after = through(api, tmp_path, answer)
    assert "token" in stuck
    assert (before, after) == ("", "")


def test_a_topic_is_kept(api: BotApi, tmp_path: Path) -> None:
    through(api, tmp_path, lambda sender: sender.send(-1001234567890, ["here"], thread=3))
    assert api.sent()[0]["message_thread_id"] == 3


def test_an_edit_into_the_same_is_as_good_as_one(api: BotApi, tmp_path: Path) -> None:
    async def edit(sender: BotSender) -> list[bool]:
        (number,) = await sender.send(CHAT, ["text"])
        return [await sender.edit(CHAT, number, [text]) for text in ("other", "other")] + [await sender.edit(CHAT, 999, ["gone"])]

    assert through(api, tmp_path, edit) == [True, True, False]


def test_a_button_or_query_that_has_expired_is_no_failure(api: BotApi, tmp_path: Path) -> None:
    assert not through(api, tmp_path, lambda sender: sender.answer_callback("long ago"))
    assert not through(api, tmp_path, lambda sender: sender.answer_inline("long ago", [], cache_seconds=1))


def test_offers_that_are_refused_are_logged(api: BotApi, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    api.faults.append(Fault("answerInlineQuery", "Bad Request: can't parse entities: Unsupported start tag"))
    query = api.ask_inline(CHAT, "?")
    caplog.set_level("INFO")
    assert not through(api, tmp_path, lambda sender: sender.answer_inline(query, [], cache_seconds=1))
    assert "unsupported start tag" in caplog.text.lower()


def test_what_is_refused_for_good_is_not_tried_again(api: BotApi, tmp_path: Path) -> None:
    api.blocked.add(CHAT)
    with pytest.raises(DeliveryError, match="blocked"):
        through(api, tmp_path, lambda sender: sender.send(CHAT, ["text"]))
    assert len([call for call in api.calls if call.method == "sendMessage"]) == 1


def test_what_is_not_taken_for_too_long_is_given_up(api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying, "PATIENCE", 0.05)
    api.faults.append(Fault("sendMessage", 502, times=1000))
    with pytest.raises(DeliveryError, match="not taken"):
        through(api, tmp_path, lambda sender: sender.send(CHAT, ["text"]))


def test_the_sign_that_an_answer_is_under_way_is_given_to_few_when_many_wait(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "TYPING_PAUSE", 600.0)

    async def show(sender: BotSender) -> None:
        for chat in range(1, 20):
            await sender.typing(chat)

    through(api, tmp_path, show)
    assert len(api.of("sendChatAction")) == 1
