"""Who is answered: the gate by itself, and every kind of update before the running bot."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from bot_api import BotApi, Fault
from running import Bot, late, question
from telegram import User

from qa_bot.settings import Settings
from qa_bot.telegram.access import Gate, Stranger
from qa_bot.telegram.state import NAME, State

STRANGER, ALLOWED, ADMIN, FENCE = 666, 7, 9, 8
LISTED, UNLISTED, GROUP = -1001234567890, -1009876543210, -700


def gate(tmp_path: Path, **settings: object) -> Gate:
    return Gate(Settings.model_validate({"telegram_allowed": "7,-100", "telegram_admins": "9"} | settings), State(tmp_path))


@pytest.mark.parametrize(
    ("user", "chat", "expected"),
    [
        pytest.param(7, None, True, id="listed"),
        pytest.param(9, None, True, id="admin"),
        pytest.param(5, None, False, id="stranger"),
        pytest.param(5, -100, True, id="in-a-listed-group"),
        pytest.param(None, -100, True, id="a-listed-group"),
        pytest.param(None, -200, False, id="another-group"),
    ],
)
def test_who_is_listed_may_ask(tmp_path: Path, user: int | None, chat: int | None, expected: bool) -> None:
    assert gate(tmp_path).may_ask(user, chat) is expected


def test_nobody_is_listed_by_default(tmp_path: Path) -> None:
    assert not gate(tmp_path, telegram_allowed="", telegram_admins="").may_ask(7)


def test_a_star_lets_anyone_ask_but_makes_nobody_an_admin(tmp_path: Path) -> None:
    found = gate(tmp_path, telegram_allowed="*", telegram_admins="*")
    assert found.may_ask(5)
    assert not found.is_admin(5)


def test_a_stranger_is_refused_once_and_over_a_restart(tmp_path: Path) -> None:
    stranger = User(5, "Eve", is_bot=False, language_code="en")
    assert "your id is 5" in str(gate(tmp_path).refuse(stranger))
    assert gate(tmp_path).refuse(stranger) is None


def test_of_a_stranger_no_name_is_kept(tmp_path: Path) -> None:
    gate(tmp_path).refuse(User(5, "Evelyn", is_bot=False, language_code="en"))
    assert not any(b"Evelyn" in path.read_bytes() for path in tmp_path.iterdir())


def test_who_is_let_in_by_a_code_stays_in_until_dismissed(tmp_path: Path) -> None:
    first = gate(tmp_path, telegram_pairing=True)
    code = str(first.refuse(User(5, "Eve", is_bot=False, language_code="en"))).rpartition(" ")[2]
    assert first.admit("00000000" if code != "00000000" else "11111111") is None
    assert first.admit(code) == Stranger(5, "en")
    assert first.admit(code) is None
    later = gate(tmp_path)
    assert later.may_ask(5)
    assert later.dismiss(5)
    assert not gate(tmp_path).may_ask(5)


def test_an_id_that_nobody_can_have_was_not_let_in(tmp_path: Path) -> None:
    assert not gate(tmp_path).dismiss(10**20)


def test_a_group_that_becomes_a_supergroup_stays_let_in(tmp_path: Path) -> None:
    found = gate(tmp_path)
    found.moved(-100, -1000000000001)
    found.moved(-200, -1000000000002)
    assert found.may_ask(None, -1000000000001)
    assert not found.may_ask(None, -1000000000002)


# ---------------------------------------------------------------- every kind of update


@pytest.fixture(scope="module")
def guarded(index: Path, bytecode: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[BotApi, Bot]]:
    """A bot that knows one user, one admin and one group; the stand-in hands it updates that it has not asked for, too."""
    folder = tmp_path_factory.mktemp("guarded")
    with BotApi(everything=True) as api:
        bot = Bot.against(
            api,
            index,
            folder,
            bytecode,
            QA_BOT_TELEGRAM_ALLOWED=f"{ALLOWED},{FENCE},{LISTED},{GROUP}",
            QA_BOT_TELEGRAM_ADMINS=str(ADMIN),
            QA_BOT_TELEGRAM_PAIRING="true",
        )
        bot.start()
        api.wait(lambda: api.of("deleteWebhook"))
        yield api, bot
        bot.stop()


def about(api: BotApi, since: int, *numbers: int) -> list[str]:
    """Return the methods that were called for these chats after the call *since*."""
    api.reply(api.say(FENCE, question(0)))
    return [call.method for call in api.calls[since:] if str(call.given.get("chat_id")) in map(str, numbers)]


WHO = [pytest.param(STRANGER, False, id="stranger"), pytest.param(ALLOWED, True, id="allowed"), pytest.param(ADMIN, True, id="admin")]


@pytest.mark.parametrize(("user", "let_in"), WHO)
def test_a_message(guarded: tuple[BotApi, Bot], user: int, let_in: bool) -> None:
    api, _ = guarded
    first = api.say(user, question(3))
    api.reply(api.say(FENCE, question(0)))
    again = api.say(user, question(4))
    api.reply(api.say(FENCE, question(0)))
    api.reply(api.say(FENCE, question(1)))
    if let_in:
        assert late(3) in api.reply(first)["text"].replace(",", "")
        assert late(4) in api.reply(again)["text"].replace(",", "")
    else:
        told = api.wait(lambda: api.sent(user))
        assert isinstance(told, list)
        assert len(told) == 1
        assert "only people who were let in" in told[0]["text"]


@pytest.mark.parametrize(("user", "let_in"), WHO)
def test_an_edited_message(guarded: tuple[BotApi, Bot], user: int, let_in: bool) -> None:
    api, _ = guarded
    message = api.say(user, question(3))
    api.wait(lambda: api.replies(message) if let_in else api.sent(user))  # a stranger is told here, where not in a test before
    since = len(api.calls)
    api.edit(message, question(5))
    if let_in:
        api.wait(lambda: any(late(5) in reply["text"].replace(",", "") for reply in api.replies(message)))
    else:
        assert about(api, since, user) == []


@pytest.mark.parametrize(("user", "let_in"), WHO)
def test_a_pressed_button(guarded: tuple[BotApi, Bot], user: int, let_in: bool) -> None:
    api, _ = guarded
    answer = api.reply(api.say(ALLOWED, question(3)))
    query = api.press(user, answer | {"chat": api.chat(user)}, "s:none:1")
    if let_in:
        api.wait(lambda: [call for call in api.of("answerCallbackQuery") if call.given["callback_query_id"] == query])
    else:
        api.reply(api.say(FENCE, question(0)))
        assert not [call for call in api.of("answerCallbackQuery") if call.given["callback_query_id"] == query and "text" not in call.given]


@pytest.mark.parametrize(("user", "let_in"), WHO)
def test_an_inline_query(guarded: tuple[BotApi, Bot], user: int, let_in: bool) -> None:
    api, _ = guarded
    query = api.ask_inline(user, question(3))

    def answered() -> list[object]:
        return [call for call in api.of("answerInlineQuery") if call.given["inline_query_id"] == query]

    if let_in:
        api.wait(answered)
    else:
        api.reply(api.say(FENCE, question(0)))
        assert answered() == []


SILENT = {
    "reaction": lambda api, user: api.react(user, {"chat": api.chat(user), "message_id": 1}),
    "blocked": lambda api, user: api.add_to(user, user, "kicked"),
    "business": lambda api, user: api.say(user, question(3), kind="business_message", business_connection_id="b"),
    "guest": lambda api, user: api.say(user, question(3), kind="guest_message", guest_query_id="g"),
    "chosen": lambda api, user: api.push(chosen_inline_result={"result_id": "1", "from": person(user), "query": "x"}),
    "poll": lambda api, user: api.push(poll_answer={"poll_id": "1", "user": person(user), "option_ids": [0]}),
    "join": lambda api, user: api.push(chat_join_request={"chat": api.chat(LISTED), "from": person(user), "user_chat_id": user, "date": 1}),
}


def person(user: int) -> dict:
    return {"id": user, "is_bot": False, "first_name": f"User {user}", "language_code": "en"}


@pytest.mark.parametrize("user", [STRANGER, ALLOWED, ADMIN])
@pytest.mark.parametrize("kind", list(SILENT))
def test_what_asks_for_nothing_is_answered_by_nothing(guarded: tuple[BotApi, Bot], user: int, kind: str) -> None:
    api, _ = guarded
    since = len(api.calls)
    SILENT[kind](api, user)
    assert about(api, since, user) == []


def test_a_stranger_who_writes_without_end_is_told_once_and_keeps_nobody_from_asking(guarded: tuple[BotApi, Bot]) -> None:
    api, bot = guarded
    before = kept_in(bot)
    for number in range(1200):
        api.say(4712, question(number))
    assert late(5) in api.reply(api.say(ALLOWED, question(5)))["text"].replace(",", "")
    api.wait(lambda: api.sent(4712))
    api.reply(api.say(FENCE, question(0)))
    assert len(api.sent(4712)) == 1
    assert kept_in(bot) - before < 100  # who waits behind them waits for the asking alone


def kept_in(bot: Bot) -> int:
    """Return how many updates the bot has written down."""
    with closing(sqlite3.connect(f"file:{bot.state / NAME}?mode=ro", uri=True)) as file:
        (count,) = file.execute("SELECT count(*) FROM inbox").fetchone()
    return int(count)


def test_a_listed_group_stays_let_in_under_the_id_that_telegram_says_on_refusing_an_answer(guarded: tuple[BotApi, Bot]) -> None:
    api, _ = guarded
    new = -1001111111111
    moved = Fault("sendMessage", "Bad Request: group chat was upgraded to a supergroup chat", parameters={"migrate_to_chat_id": new})
    moved.only = lambda given: str(given["chat_id"]) == str(GROUP)
    api.faults.append(moved)
    api.say(STRANGER, f"/ask {question(3)}", chat=GROUP)
    api.wait(lambda: any(late(3) in sent["text"].replace(",", "") for sent in api.sent(new)))
    api.reply(api.say(STRANGER, f"/ask {question(4)}", chat=new))
    assert new not in api.left


def test_a_listed_group_stays_let_in_when_the_supergroup_says_what_it_was(guarded: tuple[BotApi, Bot]) -> None:
    api, _ = guarded
    new = -1002222222222
    api.write(STRANGER, chat=new, migrate_from_chat_id=GROUP)
    api.reply(api.say(STRANGER, f"/ask {question(4)}", chat=new))
    assert new not in api.left


def test_a_command_in_a_listed_group_is_answered_whoever_sends_it(guarded: tuple[BotApi, Bot]) -> None:
    api, _ = guarded
    api.reply(api.say(STRANGER, f"/ask {question(3)}", chat=LISTED))


def test_an_unlisted_group_is_left_without_a_word(guarded: tuple[BotApi, Bot]) -> None:
    api, _ = guarded
    api.add_to(UNLISTED, ALLOWED)
    api.wait(lambda: UNLISTED in api.left)
    api.say(ALLOWED, f"/ask {question(3)}", chat=UNLISTED)
    api.reply(api.say(FENCE, question(0)))
    assert api.sent(UNLISTED) == []


def test_a_channel_is_left_without_a_word(guarded: tuple[BotApi, Bot]) -> None:
    api, _ = guarded
    channel = {"id": -1005555555555, "type": "channel", "title": "News"}
    api.push(channel_post={"message_id": 1, "date": 1, "chat": channel, "text": question(3)})
    api.reply(api.say(FENCE, question(0)))
    assert api.sent(-1005555555555) == []


@pytest.mark.parametrize("command", ["approve", "revoke", "reindex"])
def test_the_commands_of_admins_are_for_admins(guarded: tuple[BotApi, Bot], command: str) -> None:
    api, _ = guarded
    assert "Only admins" in api.reply(api.say(ALLOWED, f"/{command} 5"))["text"]


def test_an_admin_is_spoken_to_in_the_language_that_was_chosen(guarded: tuple[BotApi, Bot]) -> None:
    api, _ = guarded
    api.reply(api.say(ADMIN, "/lang ru"))
    assert "id человека" in api.reply(api.say(ADMIN, "/revoke"))["text"]
    api.reply(api.say(ADMIN, "/lang en"))
    assert "the id of the person" in api.reply(api.say(ADMIN, "/revoke"))["text"]


def test_a_stranger_is_let_in_by_the_code_that_an_admin_passes_on(guarded: tuple[BotApi, Bot]) -> None:
    api, _ = guarded
    api.say(4711, "/start", language="ru")
    api.wait(lambda: api.sent(4711))
    code = api.sent(4711)[0]["text"].rpartition(" ")[2]
    assert "4711 was let in" in api.reply(api.say(ADMIN, f"/approve {code}"))["text"]
    assert late(3) in api.reply(api.say(4711, question(3)))["text"].replace(",", "")
    assert "Доступ открыт" in api.sent(4711)[1]["text"]
    assert "shut out" in api.reply(api.say(ADMIN, "/revoke 4711"))["text"]
    shut_out = api.say(4711, question(4))
    api.reply(api.say(FENCE, question(0)))
    assert api.replies(shut_out) == []


def test_before_many_strangers_are_told_who_may_ask_is_answered(guarded: tuple[BotApi, Bot]) -> None:
    api, _ = guarded
    strangers = range(5000, 5300)
    since = len(api.calls)
    for number in strangers:
        api.say(number, question(3))
    api.reply(api.say(ALLOWED, question(5)))
    assert sum(call.method == "sendMessage" and int(call.given["chat_id"]) in strangers for call in api.calls[since:]) < 30
