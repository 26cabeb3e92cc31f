"""Which messages were sent for which update, so that an update that is handled again does not send them again.

A message is *out* from the moment when its request is handed to the network, and *sent* when Telegram has answered with its id. A process
that is killed leaves that on disk, and the next one goes on from there: only what was out is in doubt.
"""

from contextvars import ContextVar
from dataclasses import dataclass
from enum import IntEnum
from itertools import count, islice

from qa_bot.telegram.state import State, Value

LATE = 2000  # ids that are remembered of each numbering: what is given out in half a minute of questions at full speed

_STEPS = (
    """CREATE TABLE sends (
        update_id INTEGER NOT NULL, number INTEGER NOT NULL, progress INTEGER NOT NULL, floor INTEGER NOT NULL, message INTEGER,
        PRIMARY KEY (update_id, number)
    ) WITHOUT ROWID""",
)


class Progress(IntEnum):
    NEW = 0
    OUT = 1
    SENT = 2


@dataclass
class Handling:
    """The update that the current task deals with, and how many messages it has sent so far."""

    update_id: int
    messages: int = 0
    lasting: bool = False  # whether work goes on for it when its handlers have returned


@dataclass
class Entry:
    """One message of one update; *floor* is the highest message id that was known when it went out."""

    update_id: int | None
    number: int
    chat: int
    progress: Progress = Progress.NEW
    floor: int = 0
    message: int | None = None


handling: ContextVar[Handling | None] = ContextVar("handling", default=None)
sending: ContextVar[Entry | None] = ContextVar("sending", default=None)  # whose request is being made


class _Numbers:
    """The ids of messages that are known to have been given out in one numbering: the highest, and late ones."""

    def __init__(self) -> None:
        self.highest = 0
        self.late: set[int] = set()

    def add(self, number: int) -> None:
        self.highest = max(self.highest, number)
        self.late.add(number)
        if len(self.late) > 2 * LATE:
            self.late = set(sorted(self.late)[-LATE:])


class Journal:
    """The messages of updates that are not done yet."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._seen: dict[int, _Numbers] = {}
        state.declare("journal", _STEPS)
        self._handled_before = {update for (update,) in state.rows("SELECT DISTINCT update_id FROM sends")}  # by an earlier process

    def saw(self, chat: int, message: int) -> None:
        """Take note of a message id that Telegram has given out."""
        self._seen.setdefault(_numbering(chat), _Numbers()).add(message)

    def unknown(self, entry: Entry, most: int) -> list[int]:
        """Return the first *most* ids behind the floor of *entry* under which no other message is known to stand."""
        seen = self._seen.get(_numbering(entry.chat), _Numbers())
        return list(islice((number for number in count(entry.floor + 1) if number not in seen.late), most))

    def next(self, chat: int) -> Entry:
        """Return the entry of the next message of the update in hand, as the last attempt left it."""
        current = handling.get()
        if current is None:
            return Entry(None, 0, chat)
        number = current.messages
        current.messages += 1
        found = self._last_attempt(current.update_id, number)
        if not found:
            return Entry(current.update_id, number, chat)
        progress, floor, message = found[0]
        sent = None if message is None else int(str(message))
        return Entry(current.update_id, number, chat, Progress(int(str(progress))), int(str(floor)), sent)

    def _last_attempt(self, update_id: int, number: int) -> list[tuple[Value, ...]]:
        if update_id not in self._handled_before:
            return []
        return self._state.rows("SELECT progress, floor, message FROM sends WHERE update_id = ? AND number = ?", update_id, number)

    def out(self, entry: Entry) -> None:
        """Note that the request leaves the process now."""
        entry.floor = self._seen.get(_numbering(entry.chat), _Numbers()).highest
        self._note(entry, Progress.OUT)

    def back(self, entry: Entry) -> None:
        """Note that the request has brought nothing about."""
        self._note(entry, Progress.NEW)

    def sent(self, entry: Entry, message: int) -> None:
        """Note the message's id."""
        entry.message = message
        self._note(entry, Progress.SENT)
        self.saw(entry.chat, message)

    def done(self, update_id: int) -> None:
        """Forget the messages of an update that will not be handled again."""
        self._state.run("DELETE FROM sends WHERE update_id = ?", update_id)

    def prune(self) -> None:
        """Forget the messages of updates that are not in hand."""
        self._state.run("DELETE FROM sends WHERE update_id NOT IN (SELECT update_id FROM inbox WHERE body IS NOT NULL)")

    def _note(self, entry: Entry, progress: Progress) -> None:
        entry.progress = progress
        if entry.update_id is not None:
            values = (entry.update_id, entry.number, progress.value, entry.floor, entry.message)
            self._state.run("INSERT OR REPLACE INTO sends VALUES (?, ?, ?, ?, ?)", *values)


def _numbering(chat: int) -> int:
    """Return what numbers the messages of *chat*: a supergroup or channel itself, the bot's account for all other chats together."""
    return chat if chat < -1_000_000_000_000 else 0
