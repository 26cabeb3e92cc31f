"""Work that goes on after its handlers have returned, such as building the index. Its update stays on disk until its outcome was told.

A process that is killed leaves the update in hand: the next one runs its handlers again, and with them the work. What came of it is
written down before it is told, so that work that was done is only told then.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Coroutine

from qa_bot.errors import DeliveryError
from qa_bot.telegram.inbox import Inbox
from qa_bot.telegram.journal import Journal, handling
from qa_bot.telegram.state import State

logger = logging.getLogger(__name__)

_STEPS = ("CREATE TABLE outcomes (update_id INTEGER PRIMARY KEY, said TEXT NOT NULL, filled TEXT NOT NULL)",)

Outcome = tuple[str, dict[str, str]]  # the name of a notice, and what its blanks are filled with
Work = Callable[[], Awaitable[Outcome]]
Tell = Callable[[Outcome], Awaitable[None]]


class Jobs:
    """The work under way."""

    def __init__(self, state: State, inbox: Inbox, journal: Journal) -> None:
        self._state = state
        self._inbox = inbox
        self._journal = journal
        self._tasks: set[asyncio.Task[None]] = set()
        state.declare("jobs", _STEPS)
        state.run("DELETE FROM outcomes WHERE update_id NOT IN (SELECT update_id FROM inbox WHERE body IS NOT NULL)")

    def resumed(self, update_id: int) -> bool:
        """Return whether the work for this update had begun when an earlier process ended."""
        return self._inbox.lasts(update_id)

    def start(self, update_id: int, work: Work, tell: Tell) -> None:
        """Have *work* done and *tell* called with what came of it; called by the handler of the update."""
        current = handling.get()
        if current is not None:
            current.lasting = True
        self._inbox.let_last(update_id)
        self._keep(self._run(update_id, work, tell))

    def _keep(self, doing: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(doing)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def follow(self, update_id: int, work: Callable[[], Awaitable[None]]) -> None:
        """Have *work*, which says itself what comes of it, done in nobody's way; called by the handler of the update."""
        current = handling.get()
        if current is not None:
            current.lasting = True
        self._keep(self._follow(update_id, work))

    def close(self) -> None:
        """Leave what is under way to the next process."""
        for task in self._tasks:
            task.cancel()

    async def _run(self, update_id: int, work: Work, tell: Tell) -> None:
        outcome = self._outcome(update_id)
        if outcome is None:
            outcome = await work()
            self._state.run("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", update_id, outcome[0], json.dumps(outcome[1]))
        try:
            await tell(outcome)
        except Exception:  # what was done stays done
            logger.exception("what came of something could not be told")
        self._done(update_id)

    async def _follow(self, update_id: int, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except DeliveryError as error:
            logger.warning("an answer was not delivered: %s", error)
        except Exception:
            logger.exception("an update could not be dealt with")
        self._done(update_id)

    def _done(self, update_id: int) -> None:
        with self._state.transaction():
            self._inbox.done(update_id)
            self._journal.done(update_id)
            self._state.run("DELETE FROM outcomes WHERE update_id = ?", update_id)

    def _outcome(self, update_id: int) -> Outcome | None:
        found = self._state.rows("SELECT said, filled FROM outcomes WHERE update_id = ?", update_id)
        return (str(found[0][0]), json.loads(str(found[0][1]))) if found else None
