"""Questions put without an index: a vocabulary that is given, and turns made by hand."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

import pytest

from qa_bot.question import understand
from qa_bot.schema import Figure, Query, Span, Turn

AS_OF = date(2024, 5, 1)


class Vocabulary:
    """The words of a corpus: *known* ones, every word if None; two words are near when one change of a letter makes one the other."""

    def __init__(self, known: Iterable[str] | None = None) -> None:
        self._known = None if known is None else frozenset(known)

    def knows(self, word: str) -> bool:
        return self._known is None or word in self._known

    def near(self, word: str) -> tuple[str, ...]:
        return tuple(sorted(other for other in self._known or () if _one_change(word, other)))


def _one_change(word: str, other: str) -> bool:
    """Whether a letter more, less, other or swapped makes *word* into *other*."""
    if abs(len(word) - len(other)) > 1 or word == other:
        return False
    first = next((at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    rest, others = word[first:], other[first:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:] or (rest[1::-1] == others[:2] and rest[2:] == others[2:])


@pytest.fixture
def ask() -> Callable[..., Query]:
    """Read the last of some questions, each a follow-up of the one before it; *answers* are the figures that answered the last but one."""

    def read(*questions: str, known: Iterable[str] | None = None, answers: tuple[Figure, ...] = (), as_of: date = AS_OF) -> Query:
        previous: Turn | None = None
        for question in questions[:-1]:
            query = understand(question, previous=previous, words=Vocabulary(known), as_of=as_of)
            previous = Turn(query=query, figures=answers)
        return understand(questions[-1], previous=previous, words=Vocabulary(known), as_of=as_of)

    return read


@pytest.fixture
def figure() -> Figure:
    """The figure that answered the question before."""
    return Figure(
        figure_id="f1",
        doc_id="d",
        passage_id="d#p0",
        span=Span(start=0, end=2),
        quote=Span(start=0, end=9),
        surface="90",
        value=Decimal(90),
    )
