"""Updates on disk: once each, until they are done, and no longer than that."""

import asyncio
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from telegram import Bot, Chat, Message, Update, User
from telegram.error import NetworkError

from qa_bot.telegram import inbox
from qa_bot.telegram.inbox import Inbox, InboxQueue
from qa_bot.telegram.journal import LATE, Entry, Handling, Journal, Progress, handling
from qa_bot.telegram.state import State

BOT = Bot("1:x")
NOW = datetime.now(UTC)
SECRET = "Zanzibarination"


def update(number: int, user: int = 7, text: str = SECRET) -> Update:
    person = User(user, "Ann", is_bot=False)
    return Update(number, message=Message(number, NOW, Chat(user, "private"), from_user=person, text=text))


def test_an_update_is_kept_once(tmp_path: Path) -> None:
    box = Inbox(State(tmp_path))
    assert box.keep(update(1))
    assert not box.keep(update(1))
    box.done(1)
    assert not box.keep(update(1))


def test_what_is_in_hand_comes_back_in_order_as_it_was(tmp_path: Path) -> None:
    first = Inbox(State(tmp_path))
    for number in (3, 1, 2):
        first.keep(update(number, text=f"question {number}"))
    first.done(2)
    again = Inbox(State(tmp_path)).replay(BOT)
    assert [(found.update_id, found.message.text) for found in again if found.message] == [(1, "question 1"), (3, "question 3")]


def test_what_cannot_be_read_any_more_hides_nothing_behind_it(tmp_path: Path) -> None:
    state = State(tmp_path)
    box = Inbox(state)
    box.keep(update(1))
    box.keep(update(2))
    state.run('UPDATE inbox SET body = \'{"update_id": 1, "message": 5}\' WHERE update_id = 1')
    assert [found.update_id for found in box.replay(BOT)] == [2]
    assert box.waiting() == 1


def test_what_is_too_old_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = Inbox(State(tmp_path))
    box.keep(update(1))
    moment = time.time()
    monkeypatch.setattr(inbox.time, "time", lambda: moment + inbox.REPLAYED + 1)
    assert box.replay(BOT) == []
    assert box.waiting() == 0


def test_what_was_in_hand_at_one_crash_after_the_other_is_let_go(tmp_path: Path) -> None:
    box = Inbox(State(tmp_path))
    box.keep(update(1))
    replays = [len(box.replay(BOT)) for _ in range(inbox.ATTEMPTS + 1)]
    assert replays == [1] * inbox.ATTEMPTS + [0]


def test_what_was_said_is_nowhere_on_disk_when_it_is_done(tmp_path: Path) -> None:
    state = State(tmp_path)
    box = Inbox(state)
    box.keep(update(1))
    assert holds(tmp_path, SECRET)
    box.done(1)
    state.tidy()
    assert not holds(tmp_path, SECRET)


def test_what_is_in_hand_of_a_user_who_is_forgotten_is_nowhere_on_disk(tmp_path: Path) -> None:
    state = State(tmp_path)
    box = Inbox(state)
    box.keep(update(1, user=7))
    box.keep(update(2, user=8, text="another question"))
    state.forget(7)
    assert not holds(tmp_path, SECRET)
    assert box.waiting() == 1


def test_the_queue_passes_on_an_update_once_and_signals_as_they_are(tmp_path: Path) -> None:
    async def run() -> list[object]:
        queue = InboxQueue(Inbox(State(tmp_path)), settle=True)
        stop = object()
        for item in (update(1), update(1), stop):
            await queue.put(item)
        return [queue.get_nowait() for _ in range(queue.qsize())]

    first, last = asyncio.run(run())
    assert isinstance(first, Update)
    assert type(last) is object


def test_an_update_that_cannot_be_written_down_is_not_confirmed(tmp_path: Path) -> None:
    state = State(tmp_path)
    queue = InboxQueue(Inbox(state), settle=False)
    state.close()
    with pytest.raises(NetworkError, match="written down"):  # what the updater takes for a reason to ask again
        asyncio.run(queue.put(update(1)))


def test_an_update_that_may_not_outlast_a_power_cut_is_in_hand_all_the_same(tmp_path: Path) -> None:
    box = Inbox(State(tmp_path))
    box.settle = _full_disk  # type: ignore[method-assign]
    queue = InboxQueue(box, settle=True)

    async def put() -> int:
        with pytest.raises(NetworkError, match="written down"):
            await queue.put(update(1))
        box.settle = _nothing  # type: ignore[method-assign]
        await queue.put(update(1))  # Telegram offers again what was not confirmed
        return queue.qsize()

    assert asyncio.run(put()) == 1


def test_what_could_not_be_settled_is_settled_before_the_next_confirmation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = Inbox(State(tmp_path))
    box.keep(update(1))
    flushed: list[str] = []
    with monkeypatch.context() as broken:
        broken.setattr(inbox, "_flush", _no_disk)
        with pytest.raises(OSError, match="no disk"):
            asyncio.run(box.settle())
    monkeypatch.setattr(inbox, "_flush", flushed.append)
    asyncio.run(box.settle())
    assert len(flushed) == 1


async def _nothing() -> None:
    return


async def _full_disk() -> None:
    raise OSError("no room")


def _no_disk(path: str) -> None:
    raise OSError("no disk")


def test_numbers_are_forgotten_when_telegram_has_forgotten_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = Inbox(State(tmp_path))
    box.keep(update(1))
    box.keep(update(2))
    box.done(1)
    moment = time.time()
    monkeypatch.setattr(inbox.time, "time", lambda: moment + inbox.REMEMBERED + 1)
    box.prune()
    assert box.keep(update(1))
    assert not box.keep(update(2))


# ---------------------------------------------------------------- the journal


def test_a_message_that_was_sent_is_known_when_its_update_is_handled_again(tmp_path: Path) -> None:
    journal = Journal(State(tmp_path))
    handling.set(Handling(5))
    first, second = journal.next(7), journal.next(7)
    journal.out(first)
    journal.sent(first, 100)
    journal.out(second)
    handling.set(Handling(5))
    again = Journal(State(tmp_path))
    assert (again.next(7).message, again.next(7).progress, again.next(7).progress) == (100, Progress.OUT, Progress.NEW)
    handling.set(None)


def test_a_message_is_looked_for_behind_the_last_one_that_was_known_when_it_went_out(tmp_path: Path) -> None:
    journal = Journal(State(tmp_path))
    journal.saw(7, 40)
    journal.saw(8, 41)  # private chats share one row of numbers
    journal.saw(-1001234567890, 999)  # a supergroup has its own
    entry = journal.next(7)
    journal.out(entry)
    assert entry.floor == 41


def test_what_is_known_to_be_another_message_is_not_looked_at(tmp_path: Path) -> None:
    journal = Journal(State(tmp_path))
    journal.saw(7, 40)
    entry = journal.next(7)
    journal.out(entry)
    for number in (41, 43, 44):
        journal.saw(8, number)
    assert journal.unknown(entry, 3) == [42, 45, 46]


def test_of_the_ids_of_weeks_the_late_ones_are_remembered(tmp_path: Path) -> None:
    journal = Journal(State(tmp_path))
    for number in range(1, 5 * LATE):
        journal.saw(7, number)
    entry = Entry(None, 0, 7, floor=4 * LATE)
    assert journal.unknown(entry, 1) == [5 * LATE]


def test_what_was_sent_outside_of_an_update_is_not_noted(tmp_path: Path) -> None:
    state = State(tmp_path)
    journal = Journal(state)
    entry = journal.next(7)
    journal.sent(entry, 5)
    assert state.rows("SELECT * FROM sends") == []


def test_the_journal_of_what_is_not_in_hand_is_thrown_away(tmp_path: Path) -> None:
    state = State(tmp_path)
    box, journal = Inbox(state), Journal(state)
    for number in (1, 2):
        box.keep(update(number))
        handling.set(Handling(number))
        journal.sent(journal.next(7), 100 + number)
    handling.set(None)
    box.done(1)
    journal.prune()
    assert state.rows("SELECT update_id FROM sends") == [(2,)]


def holds(folder: Path, text: str) -> bool:
    return any(text.encode() in path.read_bytes() for path in folder.iterdir())


def test_a_full_disk_is_a_trouble_until_an_update_is_kept_again(tmp_path: Path) -> None:
    state = State(tmp_path)
    box = Inbox(state)
    queue = InboxQueue(box, settle=False)
    state.run("PRAGMA max_page_count = 1")  # SQLite says then what it says of a full disk
    with pytest.raises(NetworkError):
        asyncio.run(queue.put(update(1, text="x" * 100_000)))
    assert "full" in box.trouble
    state.run("PRAGMA max_page_count = 100000")
    asyncio.run(queue.put(update(1)))
    assert box.trouble == ""
