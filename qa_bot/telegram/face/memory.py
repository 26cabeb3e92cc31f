"""What the face remembers: answers given, the messages they stand in, who talks about what, who reads which language."""

import hashlib
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pydantic import ValidationError

from qa_bot.conversation import KEPT
from qa_bot.schema import Answer, Turn
from qa_bot.telegram.state import State

QUIET = 3600.0  # seconds after which a question is no follow-up any more
HITS = 12  # of an answer that are kept, for the related passages

_STEPS = (
    """
    CREATE TABLE answers (
        chat INTEGER, answer TEXT, user INTEGER, thread INTEGER, question TEXT NOT NULL, record TEXT NOT NULL, turn TEXT NOT NULL,
        previous TEXT, previous_answer TEXT, previous_user INTEGER, at REAL NOT NULL,
        PRIMARY KEY (chat, answer, user)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE messages (
        chat INTEGER, message INTEGER, answer TEXT NOT NULL, user INTEGER NOT NULL, asked INTEGER, at REAL NOT NULL,
        PRIMARY KEY (chat, message)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE talks (
        chat INTEGER, thread INTEGER, user INTEGER, answer TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (chat, thread, user)
    ) WITHOUT ROWID
    """,
    "CREATE TABLE people (user INTEGER PRIMARY KEY, language TEXT NOT NULL)",
    "CREATE TABLE listings (key TEXT, user INTEGER, words TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (key, user)) WITHOUT ROWID",
    "CREATE TABLE withdrawn (chat INTEGER, message INTEGER, at REAL NOT NULL, PRIMARY KEY (chat, message)) WITHOUT ROWID",
)
# The answers of a user, and of whoever went on from them: a follow-up's record holds the words of the question before.
_OF_USER = """
    WITH RECURSIVE gone (chat, answer, user) AS (
        SELECT chat, answer, user FROM answers WHERE user = ?
        UNION
        SELECT later.chat, later.answer, later.user FROM answers AS later JOIN gone
        ON later.chat = gone.chat AND later.previous_answer = gone.answer AND later.previous_user = gone.user
    )
    DELETE FROM {} WHERE (chat, answer, user) IN gone
"""


class Place(NamedTuple):
    """Where a conversation is held, and with whom; *thread* is a topic's."""

    chat: int
    user: int
    thread: int | None = None


class Given(NamedTuple):
    """An answer as it was given; *previous* is the one that its question was read against."""

    place: Place
    question: str
    answer: Answer
    turn: Turn
    previous: "Previous | None"

    def as_previous(self) -> "Previous":
        """What a question goes on from that follows this answer."""
        return Previous(self.turn, self.answer.id, self.place.user)


class Previous(NamedTuple):
    """What a follow-up goes on from: the turn of an answer that *user* was given."""

    turn: Turn
    answer: str
    user: int


class Memory:
    """The face's tables in *state*; *clock* tells the time as `time.time` does."""

    def __init__(self, state: State, *, clock: Callable[[], float] = time.time) -> None:
        self._state = state
        self._clock = clock
        state.declare("face", _STEPS)
        state.on_forget(self._forget)
        state.on_expire(self._expire)
        state.on_move(self._move)

    # ------------------------------------------------------------ answers

    def keep(self, given: Given, *, question: int | None, answers: Sequence[int]) -> None:
        """Remember an answer, the message that asked (None: a button did) and those that answer."""
        place, before, now = given.place, given.previous, self._clock()
        record = given.answer.model_copy(update={"hits": given.answer.hits[:HITS]})
        texts = (given.question, record.model_dump_json(), given.turn.model_dump_json())
        previous = (before.turn.model_dump_json(), before.answer, before.user) if before else (None, None, None)
        with self._state.transaction():
            self._state.run(
                "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                *(place.chat, record.id, place.user, place.thread, *texts, *previous, now),
            )
            self._state.run("DELETE FROM withdrawn WHERE chat = ? AND message = ?", place.chat, question)
            self._tie(given, [question] if question else [], None)
            self._tie(given, answers, question)

    def withdraw(self, given: Given, question: int) -> None:
        """Have the message *question* ask nothing any more, and nothing go on from its answer."""
        chat, latest = given.place.chat, self.latest(given.place)
        if latest is not None and latest.answer.id == given.answer.id:
            self.start_afresh(given.place)
        self._state.run("INSERT OR REPLACE INTO withdrawn VALUES (?, ?, ?)", chat, question, self._clock())

    def is_withdrawn(self, chat: int, question: int) -> bool:
        """Return whether the message asks nothing any more."""
        return bool(self._state.rows("SELECT 1 FROM withdrawn WHERE chat = ? AND message = ?", chat, question))

    def tie(self, given: Given, messages: Sequence[int]) -> None:
        """Have *messages*, which show more of an answer, stand for it: a reply to them continues from it."""
        with self._state.transaction():
            self._tie(given, messages, None)

    def _tie(self, given: Given, messages: Sequence[int], question: int | None) -> None:
        chat, user, now = given.place.chat, given.place.user, self._clock()
        for message in messages:
            row = (chat, message, given.answer.id, user, question, now)
            self._state.run("INSERT OR REPLACE INTO messages VALUES (?, ?, ?, ?, ?, ?)", *row)

    def answer(self, chat: int, answer: str, user: int) -> Given | None:
        """Return the answer called so that was given in *chat*, to *user* if to several."""
        return self._given("chat = ? AND answer = ? ORDER BY user <> ?", chat, answer, user)

    def of_message(self, chat: int, message: int) -> Given | None:
        """Return the answer that *message* asked for, or is."""
        condition = "(chat, answer, user) IN (SELECT chat, answer, user FROM messages WHERE chat = ? AND message = ?)"
        return self._given(condition, chat, message)

    def replies(self, chat: int, message: int) -> list[int]:
        """Return the messages that hold the answer to the question in *message*, oldest first."""
        found = self._state.rows("SELECT message FROM messages WHERE chat = ? AND asked = ? ORDER BY message", chat, message)
        return [int(str(number)) for (number,) in found]

    def history(self, given: Given) -> list[tuple[str, int]]:
        """Return the questions that *given* goes on from and who asked them, oldest first, as far as they are remembered."""
        questions: list[tuple[str, int]] = []
        before = given.previous
        while before is not None and len(questions) < KEPT:
            known = self.answer(given.place.chat, before.answer, before.user)
            questions.insert(0, (known.question if known else before.turn.query.text, before.user))
            before = known.previous if known else None
        return questions

    def _given(self, condition: str, *values: int | str) -> Given | None:
        """Return the answer that *condition* finds; None where another version of ours wrote it, which knows other fields."""
        columns = "chat, user, thread, question, record, turn, previous, previous_answer, previous_user"
        found = self._state.rows(f"SELECT {columns} FROM answers WHERE {condition} LIMIT 1", *values)
        if not found:
            return None
        chat, user, thread, question, record, turn, *previous = found[0]
        place = Place(int(str(chat)), int(str(user)), None if thread is None else int(str(thread)))
        before = None
        try:
            if previous[0] is not None:
                before = Previous(Turn.model_validate_json(str(previous[0])), str(previous[1]), int(str(previous[2])))
            return Given(place, str(question), Answer.model_validate_json(str(record)), Turn.model_validate_json(str(turn)), before)
        except ValidationError:
            return None

    # ------------------------------------------------------------ conversations

    def talked(self, place: Place, answer: str) -> None:
        """Have the next question of *place* be read against *answer*."""
        row = (place.chat, place.thread or 0, place.user, answer, self._clock())
        self._state.run("INSERT OR REPLACE INTO talks VALUES (?, ?, ?, ?, ?)", *row)

    def latest(self, place: Place) -> Given | None:
        """Return the answer that the next question of *place* is read against; None after a quiet hour or a new start."""
        found = self._state.rows(
            "SELECT answer FROM talks WHERE chat = ? AND thread = ? AND user = ? AND at > ?",
            *(place.chat, place.thread or 0, place.user, self._clock() - QUIET),
        )
        return self.answer(place.chat, str(found[0][0]), place.user) if found else None

    def start_afresh(self, place: Place) -> None:
        """Read the next question of *place* against nothing."""
        self._state.run("DELETE FROM talks WHERE chat = ? AND thread = ? AND user = ?", place.chat, place.thread or 0, place.user)

    # ------------------------------------------------------------ people

    def language(self, user: int) -> str | None:
        """Return the language that *user* chose."""
        found = self._state.rows("SELECT language FROM people WHERE user = ?", user)
        return str(found[0][0]) if found else None

    def choose_language(self, user: int, language: str) -> None:
        """Remember the language that *user* chose."""
        self._state.run("INSERT OR REPLACE INTO people VALUES (?, ?)", user, language)

    def listing(self, user: int, words: str) -> str:
        """Return a key for *words*, under which a button finds them again."""
        key = hashlib.sha256(words.encode()).hexdigest()[:16]
        self._state.run("INSERT OR REPLACE INTO listings VALUES (?, ?, ?, ?)", key, user, words, self._clock())
        return key

    def listed(self, key: str) -> str | None:
        """Return the words behind *key*."""
        found = self._state.rows("SELECT words FROM listings WHERE key = ? LIMIT 1", key)
        return str(found[0][0]) if found else None

    # ------------------------------------------------------------ forgetting

    def _forget(self, user: int) -> None:
        for table in ("messages", "talks", "answers"):  # the answers last: they say what belongs together
            self._state.run(_OF_USER.format(table), user)
        for table in ("messages", "talks", "people", "listings"):
            self._state.run(f"DELETE FROM {table} WHERE user = ?", user)
        self._state.run("DELETE FROM withdrawn WHERE chat = ?", user)

    def _move(self, old: int, new: int) -> None:
        for table in ("answers", "talks"):  # messages get other numbers there
            self._state.run(f"UPDATE OR IGNORE {table} SET chat = ? WHERE chat = ?", new, old)

    def _expire(self, horizon: float) -> None:
        for table in ("answers", "messages", "talks", "listings", "withdrawn"):
            self._state.run(f"DELETE FROM {table} WHERE at < ?", horizon)
