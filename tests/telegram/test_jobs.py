"""Work that outlasts its handlers: done once to its end, whatever process does it, and told."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from telegram import Bot, Chat, Message, Update, User

from qa_bot.telegram import inbox
from qa_bot.telegram.inbox import Inbox
from qa_bot.telegram.jobs import Jobs, Outcome
from qa_bot.telegram.journal import Journal
from qa_bot.telegram.processor import FairProcessor
from qa_bot.telegram.state import State

UPDATE = Update(1, message=Message(1, datetime.now(UTC), Chat(7, "private"), from_user=User(7, "Ann", is_bot=False), text="/reindex"))


class Process:
    """What one process of the bot makes of `UPDATE`; *work* is done when it may be, and telling fails in one that is about to die."""

    def __init__(self, folder: Path, *, dies_at: str = "") -> None:
        state = State(folder)
        self.inbox, journal = Inbox(state), Journal(state)
        self.jobs = Jobs(state, self.inbox, journal)
        self.processor = FairProcessor(self.inbox, journal, refuse=self._refuse)
        self.did: list[str] = []
        self._dies_at = dies_at

    async def handle(self) -> None:
        self.inbox.keep(UPDATE)
        await self.processor.process_update(UPDATE, self._begin())
        await asyncio.sleep(0.02)
        self.jobs.close()

    async def _begin(self) -> None:
        self.did.append("resumed" if self.jobs.resumed(1) else "begun")
        self.jobs.start(1, self._work, self._tell)

    async def _work(self) -> Outcome:
        self.did.append("work")
        if self._dies_at == "work":
            await asyncio.sleep(60)
        return "indexed", {"report": "1"}

    async def _tell(self, outcome: Outcome) -> None:
        if self._dies_at == "tell":
            await asyncio.sleep(60)
        self.did.append(f"told {outcome[0]} {outcome[1]['report']}")

    async def _refuse(self, update: Update) -> None:
        raise AssertionError


def run(process: Process) -> list[str]:
    asyncio.run(process.handle())
    return process.did


def test_an_update_is_in_hand_until_its_outcome_was_told(tmp_path: Path) -> None:
    process = Process(tmp_path)
    assert run(process) == ["begun", "work", "told indexed 1"]
    assert process.inbox.waiting() == 0


def test_work_that_was_cut_off_is_done_again_by_the_next_process(tmp_path: Path) -> None:
    cut_off = Process(tmp_path, dies_at="work")
    assert run(cut_off) == ["begun", "work"]
    assert [update.update_id for update in cut_off.inbox.replay(Bot("1:x"))] == [1]
    assert run(Process(tmp_path)) == ["resumed", "work", "told indexed 1"]


def test_work_that_was_done_but_not_told_is_only_told(tmp_path: Path) -> None:
    run(Process(tmp_path, dies_at="tell"))
    again = Process(tmp_path)
    assert run(again) == ["resumed", "told indexed 1"]
    assert again.inbox.waiting() == 0


def test_what_was_promised_is_kept_longer_than_a_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut_off = Process(tmp_path, dies_at="work")
    run(cut_off)
    later = inbox.time.time() + inbox.REPLAYED + 1
    monkeypatch.setattr(inbox.time, "time", lambda: later)
    assert [update.update_id for update in cut_off.inbox.replay(Bot("1:x"))] == [1]
