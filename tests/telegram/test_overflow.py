"""Whoever is turned away knows it, and which of the questions it was."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from telegram import CallbackQuery, Chat, Message, Update, User

from qa_bot.telegram import overflow
from qa_bot.telegram.messages import LIMIT, plain, units
from qa_bot.telegram.overflow import Overflow
from qa_bot.telegram.words import Speech, speech


class Chats:
    """A sender that keeps what stands in the chats."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.replies: list[int | None] = []
        self.acts: list[str] = []

    async def send(self, chat: int, blocks: Sequence[str], *, thread: int | None = None, reply_to: int | None = None) -> tuple[int, ...]:
        await asyncio.sleep(0)
        self.texts.append("\n".join(blocks))
        self.replies.append(reply_to)
        self.acts.append("send")
        return (len(self.texts) - 1,)

    async def edit(self, chat: int, message: int, blocks: Sequence[str]) -> bool:
        self.texts[message] = "\n".join(blocks)
        self.acts.append("edit")
        return True

    async def answer_callback(self, query_id: str, text: str | None = None, *, alert: bool = False) -> bool:
        self.acts.append(f"alert {text}")
        return True


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overflow, "PAUSE", 0.01)


def asks(number: int, words: str, user: int = 7) -> Update:
    person = User(user, "Ann", is_bot=False, language_code="en")
    return Update(number, message=Message(number, datetime.now(UTC), Chat(user, "private"), from_user=person, text=words))


def spoken(user: User | None) -> Speech:
    return speech(user.language_code if user else None)


def told(*updates: Update) -> Chats:
    async def run() -> Chats:
        chats = Chats()
        line = Overflow(chats, spoken, lambda message: message.text)
        await asyncio.gather(*(line.tell(update) for update in updates))
        return chats

    return asyncio.run(run())


def test_one_question_that_is_not_taken_is_told_under_it() -> None:
    chats = told(asks(5, "How many?"))
    assert chats.replies == [5]
    assert "Yours was not taken" in chats.texts[0]


def test_many_are_named_in_one_message_that_grows() -> None:
    chats = told(*(asks(number, f"How many in {1990 + number} <b>?") for number in range(20)))
    assert len(chats.texts) == 1
    assert "20 of yours were not taken" in chats.texts[0]
    assert all(f"How many in {1990 + number} <b>?" in plain(chats.texts[0]).splitlines()[number + 1] for number in range(20))
    assert len(chats.acts) < 5  # a word to each would take the place of twenty answers


def test_hundreds_fit_into_the_message_which_names_the_last() -> None:
    chats = told(*(asks(number, f"{number} " + "long words " * 50) for number in range(300)))
    assert units(chats.texts[0]) < LIMIT
    assert chats.texts[0].splitlines()[-1].startswith("… and 271 more, the last: 299 long")


def test_each_person_is_told_of_their_own() -> None:
    chats = told(*(asks(number, f"{number}", user=number % 3) for number in range(30)))
    assert len(chats.texts) == 3
    assert all("10 of yours" in text for text in chats.texts)


def test_what_is_not_for_the_bot_is_passed_over_and_a_button_says_it_itself() -> None:
    person = User(7, "Ann", is_bot=False)
    pressed = Update(1, callback_query=CallbackQuery("q", person, "1", message=asks(1, "x").message))
    assert [act[:5] for act in told(pressed).acts] == ["alert"]

    async def run() -> list[str]:
        chats = Chats()
        await Overflow(chats, spoken, lambda message: None).tell(asks(5, "talk among people"))
        return chats.acts

    assert asyncio.run(run()) == []
