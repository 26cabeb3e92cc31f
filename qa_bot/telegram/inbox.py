"""Updates on disk before Telegram is told that they have arrived, until they are dealt with."""

import asyncio
import json
import logging
import os
import sqlite3
import time
from collections.abc import Callable
from typing import Any

from telegram import Bot, Update
from telegram.error import NetworkError

from qa_bot.telegram.state import State

logger = logging.getLogger(__name__)

REPLAYED = 15 * 60  # seconds after which an update that was in hand at a crash is let go: its asker has, too
LASTING = 86_400  # the same for work that was promised, such as reading a document: whoever waits for that looks again
ATTEMPTS = 20  # an update that was in hand at so many crashes may be what crashes
REMEMBERED = 2 * 86_400  # Telegram offers an unconfirmed update again for a day

_STEPS = (
    """CREATE TABLE inbox (
        update_id INTEGER PRIMARY KEY, received REAL NOT NULL, user INTEGER, body TEXT, attempts INTEGER NOT NULL DEFAULT 0
    )""",
    "CREATE INDEX inbox_waiting ON inbox (update_id) WHERE body IS NOT NULL",
    "ALTER TABLE inbox ADD COLUMN lasting INTEGER NOT NULL DEFAULT 0",
)


class Inbox:
    """The updates in hand. What is dealt with leaves its number behind, nothing else."""

    def __init__(self, state: State) -> None:
        self.trouble = ""  # what kept the latest update from being written down
        self._state = state
        self._unsettled = False
        state.declare("inbox", _STEPS)
        state.on_forget(self._forget)

    def keep(self, update: Update) -> bool:
        """Write *update* down; return False when it came before."""
        user = update.effective_user.id if update.effective_user else None
        kept = self._state.run(
            "INSERT OR IGNORE INTO inbox (update_id, received, user, body) VALUES (?, ?, ?, ?)",
            update.update_id,
            time.time(),
            user,
            update.to_json(),
        )
        self._unsettled = self._unsettled or bool(kept)
        return bool(kept)

    async def settle(self) -> None:
        """Return when what was written down would outlast a power cut.

        A commit alone outlasts the process. Waiting for the disk at each costs 5 ms here; once before a confirmation does as well.
        """
        if not self._unsettled:
            return
        self._unsettled = False  # what is written down meanwhile is settled the next time
        try:
            await asyncio.to_thread(_flush, f"{self._state.path}-wal")
        except OSError:
            self._unsettled = True
            raise

    def let_last(self, update_id: int) -> None:
        """Keep the update for as long as work for it may take, crashes included."""
        self._state.run("UPDATE inbox SET lasting = 1 WHERE update_id = ?", update_id)

    def lasts(self, update_id: int) -> bool:
        """Return whether work for the update has begun."""
        return bool(self._state.rows("SELECT 1 FROM inbox WHERE update_id = ? AND lasting", update_id))

    def done(self, update_id: int) -> None:
        """Forget what the update said, and that it is to be answered."""
        self._state.run("UPDATE inbox SET body = NULL, user = NULL WHERE update_id = ?", update_id)

    def replay(self, bot: Bot) -> list[Update]:
        """Return the updates that were in hand when the last process ended, in order; let go of those that are too old."""
        now = time.time()
        stale = self._state.run(
            """UPDATE inbox SET body = NULL, user = NULL
            WHERE body IS NOT NULL AND (received < CASE WHEN lasting THEN ? ELSE ? END OR attempts >= ?)""",
            *(now - LASTING, now - REPLAYED, ATTEMPTS),
        )
        if stale:
            logger.warning("%d updates from before the last stop are not answered: too old, or in hand at %d crashes", stale, ATTEMPTS)
        self._state.run("UPDATE inbox SET attempts = attempts + 1 WHERE body IS NOT NULL")
        found = self._state.rows("SELECT update_id, body FROM inbox WHERE body IS NOT NULL ORDER BY update_id")
        updates = (self._read(int(str(number)), str(body), bot) for number, body in found)
        return [update for update in updates if update is not None]

    def _read(self, number: int, body: str, bot: Bot) -> Update | None:
        try:
            return Update.de_json(json.loads(body), bot)
        except Exception as error:  # another version of the library wrote it, say; those behind it are to be answered
            logger.error("the update %d cannot be read any more: %s: %s", number, type(error).__name__, error)
            self.done(number)
            return None

    def waiting(self) -> int:
        """Return how many updates are in hand."""
        return int(str(self._state.rows("SELECT count(*) FROM inbox WHERE body IS NOT NULL")[0][0]))

    def prune(self) -> None:
        """Forget the numbers of updates that Telegram will not offer again."""
        self._state.run("DELETE FROM inbox WHERE body IS NULL AND received < ?", time.time() - REMEMBERED)

    def _forget(self, user: int) -> None:
        self._state.run("UPDATE inbox SET body = NULL, user = NULL WHERE user = ?", user)


class InboxQueue(asyncio.Queue[Any]):  # as ApplicationBuilder.update_queue wants it
    """A queue that writes an update down before `put` returns. The updater awaits that before it confirms the update to Telegram."""

    def __init__(self, inbox: Inbox, *, settle: bool, takes: Callable[[Update], bool] = lambda update: True) -> None:
        super().__init__()
        self._takes = takes
        self._inbox = inbox
        self._settle = settle

    async def put(self, item: object) -> None:
        """Take in an update unless it came before, or *takes* says no; anything else, such as the signal to stop, as it is.

        *settle*: see `Inbox.settle`.
        """
        try:
            if isinstance(item, Update) and not (self._takes(item) and self._inbox.keep(item)):
                return
            await super().put(item)  # once it is kept: should it come again since it could not be settled, it came before
            if self._settle:
                await self._inbox.settle()
        except (sqlite3.Error, OSError) as exc:  # a full disk, say: what is not confirmed comes again
            self._inbox.trouble = f"an update could not be written down: {exc}"
            raise NetworkError(self._inbox.trouble) from exc
        self._inbox.trouble = ""


def _flush(path: str) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
