"""Of strangers' updates those alone get through about which there is something to do; nothing of anybody else's is held back."""

import asyncio
from pathlib import Path

import pytest
from telegram import InlineQuery, Update, User

from qa_bot.settings import Settings
from qa_bot.telegram.access import Gate
from qa_bot.telegram.sieve import Sieve, carries
from qa_bot.telegram.spare import SpareTime
from qa_bot.telegram.state import State

STRANGER, ALLOWED, LISTED, UNLISTED = 666, 7, -100, -200


class Door:
    """A sieve, and what it holds on to."""

    def __init__(self, folder: Path, **settings: object) -> None:
        self.gate = Gate(Settings.model_validate({"telegram_allowed": f"{ALLOWED},{LISTED}"} | settings), State(folder))
        self.strangers, self.groups = (SpareTime(lambda: True, kept=2) for _ in range(2))
        self.saw: list[tuple[int, int]] = []
        self.sieve = Sieve(self.gate, self.strangers, self.groups, lambda chat, message: self.saw.append((chat, message)))

    def through(self, *updates: object) -> list[object]:
        return [update.get("update_id") for update in self.sieve.sifted(updates) if len(update) > 1]


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path)


def update(number: int, user: int, *, chat: int | None = None, kind: str = "message", **more: object) -> dict:
    sender = {"id": user, "is_bot": False, "first_name": "A"}
    place = {"id": chat or user, "type": "supergroup" if chat else "private"}
    body = {"from": sender, "query": "?"} if kind == "inline_query" else {"message_id": number, "from": sender, "chat": place, "text": "?"}
    if kind == "callback_query":
        body = {"id": "1", "from": sender, "message": {"message_id": number, "chat": place}}
    if kind == "message_reaction":
        body = {"message_id": number, "user": sender, "chat": place}
    return {"update_id": number, kind: body | more}


KINDS = ["message", "edited_message", "callback_query", "inline_query", "message_reaction", "my_chat_member"]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_held_back_of_who_may_ask(door: Door, kind: str) -> None:
    updates = [update(number, ALLOWED, kind=kind) for number in range(300)]
    assert door.through(*updates) == list(range(300))
    in_group = [update(number, STRANGER, chat=LISTED, kind=kind) for number in range(300) if kind != "inline_query"]
    assert len(door.through(*in_group)) == len(in_group)


def test_a_stranger_gets_through_once_until_told_and_then_never(door: Door) -> None:
    assert door.through(*(update(number, STRANGER) for number in range(5))) == [0]
    door.gate.refuse(User(STRANGER, "Eve", is_bot=False))
    assert door.through(*(update(number, STRANGER) for number in range(5, 9))) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("message", "callback_query")])
def test_what_a_stranger_is_not_told_about_is_let_go(door: Door, kind: str) -> None:
    assert door.through(update(1, STRANGER, kind=kind)) == []


def test_of_many_strangers_as_many_get_through_as_can_be_told(door: Door) -> None:
    async def full() -> list[object]:
        for stranger in (1, 2):
            door.strangers.offer(stranger, _nothing)
        found = door.through(update(1, 3), update(2, ALLOWED))
        door.strangers.close()
        return found

    assert asyncio.run(full()) == [2]


def test_a_group_gets_through_to_be_left_and_when_it_moves(door: Door) -> None:
    assert door.through(update(1, STRANGER, chat=UNLISTED), update(2, STRANGER, chat=UNLISTED)) == [1]
    assert door.through(update(4, STRANGER, chat=UNLISTED, kind="my_chat_member", new_chat_member={"status": "left"})) == []
    moved = [
        update(5, STRANGER, chat=UNLISTED, migrate_from_chat_id=LISTED),
        *(update(number, STRANGER, chat=UNLISTED) for number in (6, 7)),
    ]
    assert door.through(*moved) == [5, 6, 7]
    moved = [update(8, STRANGER, chat=LISTED, migrate_to_chat_id=-300), *(update(number, STRANGER, chat=-300) for number in (9, 10))]
    assert door.through(*moved) == [8, 9, 10]


def test_who_was_let_in_meanwhile_gets_through(tmp_path: Path) -> None:
    door = Door(tmp_path, telegram_pairing=True)
    code = str(door.gate.refuse(User(STRANGER, "Eve", is_bot=False))).rpartition(" ")[2]
    assert door.through(update(1, STRANGER)) == []
    door.gate.admit(code)
    assert door.through(update(2, STRANGER)) == [2]


def test_the_number_of_the_last_is_passed_on_and_those_of_messages_are_known(door: Door) -> None:
    door.gate.refuse(User(STRANGER, "Eve", is_bot=False))
    assert door.sieve.sifted([update(1, ALLOWED), update(2, STRANGER), update(3, STRANGER)])[1:] == [{"update_id": 3}]
    assert door.saw == [(STRANGER, 2), (STRANGER, 3)]


def test_a_number_alone_is_nothing_to_write_down() -> None:
    assert not carries(Update(3))
    assert carries(Update(4, inline_query=InlineQuery("1", User(ALLOWED, "Ann", is_bot=False), "how", "")))


@pytest.mark.parametrize("odd", [None, 5, {}, {"update_id": 1}, {"update_id": 1, "message": []}, {"update_id": 1, "message": {"from": 5}}])
def test_what_is_no_update_is_left_to_others(door: Door, odd: object) -> None:
    assert door.sieve.sifted([odd]) == [odd]


async def _nothing() -> None: ...
