"""Whose turn it is: order within a chat, none between chats, and a full line that says so."""

import asyncio
import gc
from datetime import UTC, datetime
from pathlib import Path

import pytest
from telegram import Chat, InlineQuery, Message, Update, User

from qa_bot.telegram import processor
from qa_bot.telegram.inbox import Inbox
from qa_bot.telegram.journal import Journal, handling
from qa_bot.telegram.processor import Bucket, FairProcessor
from qa_bot.telegram.state import State


def update(number: int, user: int, chat: int | None = None) -> Update:
    person = User(user, "Ann", is_bot=False)
    return Update(number, message=Message(number, datetime.now(UTC), Chat(chat or user, "private"), from_user=person, text="?"))


class Line:
    """A processor with what it has done."""

    def __init__(self, folder: Path, *, strangers: frozenset[int] = frozenset()) -> None:
        state = State(folder)
        self.inbox, self.journal = Inbox(state), Journal(state)
        self.refused: list[int] = []
        self.done: list[int] = []
        self.processor = FairProcessor(
            self.inbox,
            self.journal,
            refuse=self.refuse,
            lets_in=lambda given: given.effective_user.id not in strangers,
            bucket=Bucket(rate=1000, burst=1000),
        )

    async def refuse(self, update: Update) -> None:
        self.refused.append(update.update_id)

    async def work(self, number: int, *, until: asyncio.Event | None = None) -> None:
        if until is not None:
            await until.wait()
        self.done.append(number)

    def put(self, given: Update, *, until: asyncio.Event | None = None) -> asyncio.Task[None]:
        self.inbox.keep(given)
        return asyncio.create_task(self.processor.process_update(given, self.work(given.update_id, until=until)))


def test_a_chat_is_answered_in_order_and_holds_up_no_other(tmp_path: Path) -> None:
    async def run() -> list[int]:
        line, gate = Line(tmp_path), asyncio.Event()
        first = [line.put(update(1, 7), until=gate), line.put(update(2, 7))]
        await line.put(update(3, 8))
        assert line.done == [3]
        gate.set()
        await asyncio.gather(*first)
        return line.done

    assert asyncio.run(run()) == [3, 1, 2]


def test_an_update_is_in_hand_until_its_handlers_have_returned(tmp_path: Path) -> None:
    async def run() -> None:
        line, gate = Line(tmp_path), asyncio.Event()
        task = line.put(update(1, 7), until=gate)
        await asyncio.sleep(0)
        assert line.inbox.waiting() == 1
        gate.set()
        await task
        assert line.inbox.waiting() == 0
        await asyncio.wait_for(line.processor.idle(), 1)

    asyncio.run(run())


def test_an_update_whose_handling_is_cut_off_stays_in_hand(tmp_path: Path) -> None:
    async def run() -> None:
        line = Line(tmp_path)
        task = line.put(update(1, 7), until=asyncio.Event())
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert line.inbox.waiting() == 1
        assert line.processor.waiting == 0

    asyncio.run(run())


def test_who_finds_the_line_full_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processor, "WAITING", 3)
    monkeypatch.setattr(processor, "WAITING_OF_ONE", 2)

    async def run() -> None:
        line, gate = Line(tmp_path), asyncio.Event()
        tasks = [line.put(update(number, user), until=gate) for number, user in enumerate((7, 7, 7, 8, 9), start=1)]
        await asyncio.sleep(0.01)
        assert line.refused == [3, 5]
        gate.set()
        await asyncio.gather(*tasks)
        assert sorted(line.done) == [1, 2, 4]
        assert line.inbox.waiting() == 0

    asyncio.run(run())


def test_strangers_are_never_told_that_the_line_is_full_and_hold_nobody_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processor, "WAITING", 3)
    monkeypatch.setattr(processor, "WAITING_OF_ONE", 3)

    async def run() -> None:
        line = Line(tmp_path, strangers=frozenset({666}))
        await asyncio.gather(*[line.put(update(number, 666)) for number in range(50)], line.put(update(50, 7)))
        assert line.refused == []
        assert 50 in line.done

    asyncio.run(run())


def test_handlers_know_which_update_they_send_for(tmp_path: Path) -> None:
    async def run() -> None:
        line = Line(tmp_path)

        async def work() -> None:
            current = handling.get()
            assert current is not None
            line.done.append(current.update_id)

        await asyncio.gather(*(line.processor.process_update(update(number, number), work()) for number in (1, 2)))
        assert sorted(line.done) == [1, 2]
        assert handling.get() is None

    asyncio.run(run())


def test_a_user_is_slowed_down_after_a_burst_and_others_are_not() -> None:
    bucket = Bucket(rate=2, burst=3, clock=lambda: 100.0)
    assert [bucket.take(7) for _ in range(5)] == [0, 0, 0, 0.5, 1.0]
    assert bucket.take(8) == 0


def test_who_has_waited_may_ask_at_once_again() -> None:
    now = [100.0]
    bucket = Bucket(rate=2, burst=3, clock=lambda: now[0])
    assert [bucket.take(7) for _ in range(4)][-1] == 0.5
    now[0] += 10
    assert [bucket.take(7) for _ in range(4)] == [0, 0, 0, 0.5]


def test_in_a_group_one_member_takes_few_places_and_all_together_no_more_than_two_minutes_of_them(tmp_path: Path) -> None:
    def asks(number: int, user: int) -> Update:
        person = User(user, "Ann", is_bot=False)
        return Update(number, message=Message(number, datetime.now(UTC), Chat(-100, "group"), from_user=person, text="?"))

    async def run() -> None:
        line, gate = Line(tmp_path), asyncio.Event()
        tasks = [line.put(asks(number, 7 + number // 30), until=gate) for number in range(120)]
        await asyncio.sleep(0.1)
        taken = [15, 15, 10, 0]
        assert line.refused == [30 * who + number for who in range(4) for number in range(taken[who], 30)]
        gate.set()
        await asyncio.gather(*tasks)

    asyncio.run(run())


def test_stopped_before_its_turn_came_an_update_leaves_nothing_unawaited(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    async def run() -> None:
        line, gate = Line(tmp_path), asyncio.Event()
        tasks = [line.put(update(1, 7), until=gate), line.put(update(2, 7))]
        for _ in range(4):
            await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert line.inbox.waiting() == 2

    asyncio.run(run())
    gc.collect()
    assert [str(warning.message) for warning in recwarn if "never awaited" in str(warning.message)] == []


def query(number: int, user: int) -> Update:
    return Update(number, inline_query=InlineQuery(str(number), User(user, "Ann", is_bot=False), "how many", ""))


def test_of_queries_that_somebody_types_the_newest_alone_waits(tmp_path: Path) -> None:
    async def run() -> list[int]:
        line, gate = Line(tmp_path), asyncio.Event()
        tasks = [line.put(query(1, 7), until=gate)]
        for _ in range(5):
            await asyncio.sleep(0)
        tasks += [line.put(query(number, 7), until=gate) for number in range(2, 131)]
        tasks += [line.put(query(200, 8)), line.put(update(201, 7))]
        await asyncio.gather(*tasks[-2:])
        assert sorted(line.done) == [200, 201]  # nobody else waits for them, nor a question of the same person
        gate.set()
        await asyncio.gather(*tasks)
        assert line.inbox.waiting() == 0
        return line.done[2:]

    assert asyncio.run(run()) == [1, 130]


def test_queries_with_time_between_them_are_all_answered(tmp_path: Path) -> None:
    async def run() -> list[int]:
        line = Line(tmp_path)
        for number in range(3):
            await line.put(query(number, 7))
        return line.done

    assert asyncio.run(run()) == [0, 1, 2]
