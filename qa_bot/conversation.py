"""A conversation: its latest questions as they were understood. Pure: who holds it, and for how long, is a face's business."""

from qa_bot.schema import Record, Turn

KEPT = 8  # turns; the history that a stateless caller gives is cut alike


class Conversation(Record):
    """The latest turns, oldest first; a follow-up is read against the last one."""

    turns: tuple[Turn, ...] = ()

    @property
    def previous(self) -> Turn | None:
        """The turn that a follow-up refers to, or None at the beginning."""
        return self.turns[-1] if self.turns else None

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions as they were asked, oldest first: what a stateless caller sends along as history."""
        return tuple(turn.query.text for turn in self.turns)

    def after(self, turn: Turn) -> "Conversation":
        """Return the conversation with *turn* at its end and no more than `KEPT` turns."""
        return Conversation(turns=(*self.turns, turn)[-KEPT:])
