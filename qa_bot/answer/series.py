"""The figures that stand in one row with an answer: the same count at other times, or of other countries."""

from collections.abc import Iterable

from qa_bot.answer.derive import same_scope
from qa_bot.schema import Candidate, Figure


def alike(candidates: Iterable[Candidate], figure: Figure, *, by: str) -> list[Candidate]:
    """Return those of *candidates* that count what *figure* counts and differ from it in the slot *by* ("period" or "actor")."""
    return [candidate for candidate in candidates if _is_alike(candidate.figure, figure, by)]


def _is_alike(other: Figure, figure: Figure, by: str) -> bool:
    if (other.unit, other.measure, other.per, other.negative) != (figure.unit, figure.measure, figure.per, figure.negative):
        return False
    if by == "period":
        return same_scope(other, figure)
    return other.terms.head == figure.terms.head and set(other.terms.action) == set(figure.terms.action)
