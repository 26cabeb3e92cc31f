"""The figures that stand in one row with an answer: the same count at other times, or of other countries."""

from collections.abc import Iterable

from qa_bot.answer.derive import same_scope
from qa_bot.schema import Figure, Hit


def alike(hits: Iterable[Hit], figure: Figure, *, by: str) -> list[Hit]:
    """Return *hits* with those of their figures that count what *figure* counts and differ from it in the slot *by*.

    *by* is "period" or "actor". A hit without such figures is left out.
    """
    found: list[Hit] = []
    for hit in hits:
        figures = tuple(other for other in hit.figures if _is_alike(other, figure, by))
        if figures:
            found.append(hit._replace(figures=figures))
    return found


def _is_alike(other: Figure, figure: Figure, by: str) -> bool:
    if (other.unit, other.measure, other.per, other.negative) != (figure.unit, figure.measure, figure.per, figure.negative):
        return False
    if by == "period":
        return same_scope(other, figure)
    return other.terms.head == figure.terms.head and set(other.terms.action) == set(figure.terms.action)
