"""What people found helpful or wrong, a line of JSON each: `qa-bot eval add --from-feedback` makes drafts of it. It can be taken back."""

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from qa_bot.telegram.face.memory import Given
from qa_bot.telegram.state import State

NAME = "feedback.jsonl"

_STEPS = (
    "CREATE TABLE verdicts (line TEXT PRIMARY KEY, user INTEGER NOT NULL, answer TEXT NOT NULL, verdict TEXT NOT NULL)",
    "CREATE TABLE verdict_words (line TEXT, user INTEGER, PRIMARY KEY (line, user)) WITHOUT ROWID",  # whose words or verdict a line holds
)


class Feedback:
    """The file of verdicts in *folder*. Who gave which is only in the state."""

    def __init__(self, folder: Path, state: State) -> None:
        self.path = folder / NAME
        self._state = state
        state.declare("feedback", _STEPS)
        state.on_forget(self._forget)

    def add(self, given: Given, user: int, verdict: str, press: str, *, history: Sequence[tuple[str, int]] = ()) -> bool:
        """Write down the verdict that *user* gave by the press with the id *press*; return False when it is there already.

        It takes the place of another that the same person gave to the answer before.
        *history* holds the earlier questions of the conversation and who asked them, oldest first.
        """
        key = hashlib.sha256(press.encode()).hexdigest()[:16]  # Telegram makes the id of a press out of the person's
        known = self._state.rows(
            "SELECT 1 FROM verdicts WHERE line = ? OR (user, answer, verdict) = (?, ?, ?)", key, user, given.answer.id, verdict
        )
        if known:
            return False
        others = self._state.rows("SELECT line FROM verdicts WHERE (user, answer) = (?, ?)", user, given.answer.id)
        self._remove({str(other) for (other,) in others})
        line = {
            "id": key,
            "asked": datetime.now(UTC).isoformat(timespec="seconds"),
            "question": given.question,
            "history": [question for question, _ in history],
            "answer_id": given.answer.id,
            "status": given.answer.status,
            "short": given.answer.short,
            "index": given.answer.index,
            "verdict": verdict,
        }
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
        with self._state.transaction():
            self._state.run("INSERT INTO verdicts VALUES (?, ?, ?, ?)", key, user, given.answer.id, verdict)
            for person in {user, given.place.user, *(asker for _, asker in history)}:
                self._state.run("INSERT INTO verdict_words VALUES (?, ?)", key, person)
        return True

    def _forget(self, user: int) -> None:
        keys = {str(key) for (key,) in self._state.rows("SELECT line FROM verdict_words WHERE user = ?", user)}
        self._remove(keys)

    def _remove(self, keys: set[str]) -> None:
        """Take the lines *keys* out of the file, and those that nobody can read."""
        if not keys:
            return
        lines = self.path.read_text("utf-8").split("\n") if self.path.exists() else []
        kept = [line for line in lines if _key(line) not in {None, *keys}]
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=self.path.parent, delete=False) as file:
            file.writelines(f"{line}\n" for line in kept)
        Path(file.name).replace(self.path)
        for key in sorted(keys):
            for table in ("verdicts", "verdict_words"):
                self._state.run(f"DELETE FROM {table} WHERE line = ?", key)


def _key(line: str) -> str | None:
    """Return the id of a line; None for one that was cut off, say: nobody can tell whose words it holds."""
    try:
        return str(json.loads(line)["id"])
    except (ValueError, KeyError, TypeError):
        return None
