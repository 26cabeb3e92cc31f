"""What the reader makes of a question, read when first looked at: most figures are answers without, and then nothing of it is imported."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from qa_bot.schema import Hit, Passage, Query, Span
from qa_bot.text.kept import kept

if TYPE_CHECKING:
    from qa_bot.answer.reader import Looked
    from qa_bot.answer.wanted import Item


class Reading(NamedTuple):
    """A sentence that may answer, and the span of its fewest words that do; spans are into the document.

    *coverage* is the share of the question's weight that the sentence, its passage and title say; *missing* are the slots of the question
    that nothing there fits: "period", "entity", "action", "counted"; of one that is no answer though all is there, the slot asked for.
    """

    passage: Passage
    sentence: Span
    short: Span
    score: float
    coverage: float
    answerable: bool
    missing: tuple[str, ...]
    absent: "tuple[Item, ...]" = ()  # the words of the question that nothing there says
    away: "tuple[Item, ...]" = ()  # those that only later paragraphs say, or other passages than the first
    topical: bool = True  # whether it says a thing or a name of the question, more than a verb or a number
    odds: float | None = None  # log-odds that it answers; None where it does not, however well it reads
    worded: bool = False  # says how many or how long without a numeral: "dozens", "since 2001"
    source: Hit | None = None  # the passage found, with its figures


def text_at(passage: Passage, span: Span) -> str:
    """Return the text of *passage* at *span*, which is into the document."""
    return passage.text[span.start - passage.span.start : span.end - passage.span.start]


class Readings(Sequence[Reading]):
    """The readings of the best passages, the best first."""

    def __init__(self, query: Query, hits: Sequence[Hit], top: int) -> None:
        self._query, self._hits, self._top = query, hits, top
        self._read: dict[int, Reading] = {}

    @kept
    def _looked(self) -> "Looked":
        from qa_bot.answer.reader import look  # with six modules that no figure needs

        return look(self._query, self._hits)

    def __len__(self) -> int:
        return min(self._top, len(self._looked.judged))

    @overload
    def __getitem__(self, index: int) -> Reading: ...
    @overload
    def __getitem__(self, index: slice) -> list[Reading]: ...
    def __getitem__(self, index: int | slice) -> Reading | list[Reading]:
        if isinstance(index, slice):
            return [self[at] for at in range(len(self))[index]]
        at = range(len(self))[index]
        if at not in self._read:
            from qa_bot.answer.reader import reading  # as above

            self._read[at] = reading(self._looked, at)
        return self._read[at]


def read(query: Query, hits: Sequence[Hit], *, top: int = 5) -> Readings:
    """Return the readings of the best passages, the best first, one a sentence; empty when nothing is even related."""
    return Readings(query, hits, top)
