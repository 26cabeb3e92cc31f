"""The bot's memory: one SQLite file, whose tables belong to the modules that declare them."""

import errno
import fcntl
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from qa_bot.errors import ConfigError, QABotError

NAME = "telegram.sqlite"
LOCK = "telegram.lock"

PAGE = 64 * 1024  # bytes; the index of SQLite's journal takes half of that at once
_PASSING = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_UNUSABLE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH)

_TABLE = re.compile(r"CREATE TABLE (\w+)")
Value = str | int | float | bytes | None


class State:
    """The state file, opened. It is used from the event loop's thread only; a statement takes microseconds.

    A module declares its tables as steps: statements that once run are never run again, so that a later version adds a step.
    What is deleted is overwritten in the file, not only unlinked (`PRAGMA secure_delete`).
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.path.touch(mode=0o600)
            self._db = sqlite3.connect(self.path, isolation_level=None, timeout=10)
            for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "secure_delete = ON", "foreign_keys = ON"):
                self._db.execute(f"PRAGMA {pragma}")
            damage = self._db.execute("PRAGMA quick_check(1)").fetchone()[0]
            if damage != "ok":
                raise sqlite3.DatabaseError(damage.splitlines()[-1])
            self._db.execute("CREATE TABLE IF NOT EXISTS steps (owner TEXT PRIMARY KEY, done INTEGER NOT NULL)")
            self._lock = (folder / LOCK).open("a")
        except (OSError, sqlite3.Error) as exc:
            raise self.explained(exc) from exc
        self.alone = _lock(self._lock)  # whether no other process has this file open: what is in hand is in whose hands?
        self._forgetters: list[Callable[[int], None]] = []
        self._expirers: list[Callable[[float], None]] = []
        self._movers: list[Callable[[int, int], None]] = []

    def explained(self, error: OSError | sqlite3.Error) -> QABotError:
        """Return what *error* says of the file, and what to do; a ConfigError where starting again would not help."""
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL or getattr(error, "errno", None) == errno.ENOSPC or (code and not _has_room(self.path.parent)):
            return QABotError(f"there is no room for the state of the bot in {self.path.parent}: {error}; free some space there")
        if code in _PASSING:
            return QABotError(f"the state file {self.path} cannot be read or written: {error}; look after the disk that it is on")
        if isinstance(error, sqlite3.DatabaseError) and code not in _UNUSABLE:
            way = "move it away, or put a copy in its place, and start again"
            lost = "with it go the conversations, who was let in by a code, and what is in hand"
            return ConfigError(f"the state file {self.path} is damaged: {error}; {way}: {lost}")
        return ConfigError(f"the state file {self.path} cannot be used: {error}; set QA_BOT_STATE to a folder of the bot's own")

    def declare(self, owner: str, steps: Sequence[str]) -> None:
        """Run those of *steps* that the file has not seen yet; *owner* is the module's name. A ConfigError where a table is gone that the
        file has had."""
        with self.transaction():
            found = self.rows("SELECT done FROM steps WHERE owner = ?", owner)
            done = int(str(found[0][0])) if found else 0
            held = {str(row[0]) for row in self.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
            gone = {name for step in steps[:done] for name in _TABLE.findall(step)} - held
            if gone:
                raise self.explained(sqlite3.DatabaseError(f"it has lost the table {min(gone)}"))
            for step in steps[done:]:
                self._db.execute(step)
            self.run("INSERT OR REPLACE INTO steps VALUES (?, ?)", owner, max(done, len(steps)))

    def rows(self, statement: str, *values: Value) -> list[tuple[Value, ...]]:
        """Return the rows that *statement* selects."""
        return self._db.execute(statement, values).fetchall()

    def run(self, statement: str, *values: Value) -> int:
        """Run *statement*; return how many rows it changed."""
        return self._db.execute(statement, values).rowcount

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what is run inside; transactions do not nest and await nothing."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def on_forget(self, forget: Callable[[int], None]) -> None:
        """Have *forget* called with the id of a user whose traces are to go."""
        self._forgetters.append(forget)

    def forget(self, user: int) -> None:
        """Delete what every module keeps about *user*, from the file and its journal."""
        with self.transaction():
            for forget in self._forgetters:
                forget(user)
        self.tidy()

    def on_expire(self, expire: Callable[[float], None]) -> None:
        """Have *expire* called now and then with the time (as `time.time` has it) before which nothing is to be remembered."""
        self._expirers.append(expire)

    def expire(self, horizon: float) -> None:
        """Delete what every module keeps from before *horizon*."""
        with self.transaction():
            for expire in self._expirers:
                expire(horizon)
        self.tidy()

    def on_move(self, move: Callable[[int, int], None]) -> None:
        """Have *move* called when a chat has got another id, with the old and the new one."""
        self._movers.append(move)

    def move(self, old: int, new: int) -> None:
        """Have what every module keeps about the chat *old* be about *new*: a group that grows gets another id."""
        with self.transaction():
            for move in self._movers:
                move(old, new)

    def tidy(self) -> None:
        """Move the journal into the file and empty it: what was deleted is then nowhere on disk."""
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the file."""
        self._db.close()
        self._lock.close()


def _has_room(folder: Path) -> bool:
    """Return whether the disk of *folder* has room for a page more: of one that has none SQLite says now this, now that."""
    try:
        return shutil.disk_usage(folder).free > PAGE
    except OSError:
        return True


def _lock(file: TextIO) -> bool:
    """Return whether *file* could be locked for this process, which holds until it closes the file or ends."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
