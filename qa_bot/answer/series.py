"""The figures that stand in one row with an answer: the same count at other times, or of other countries."""

from collections.abc import Iterable
from itertools import islice

from qa_bot.answer.derive import same_scope
from qa_bot.answer.select import label_of
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


def glance(hits: Iterable[Hit], *, by: str, most: int) -> list[Hit]:
    """Return *hits* with only the first of their figures, *most* in all; none where these are of one period, or name one actor."""
    named = ((hit, other) for hit in hits for other in hit.figures if _name(other, by))
    first = list(islice(named, most))
    if len({_name(other, by) for _, other in first}) < 2:
        return []
    kept = {hit.passage.passage_id: hit for hit, _ in first}
    return [hit._replace(figures=tuple(other for of, other in first if of.passage.passage_id == passage)) for passage, hit in kept.items()]


def _name(figure: Figure, by: str) -> str | None:
    return str(figure.period) if by == "period" else label_of(figure, by)


def _is_alike(other: Figure, figure: Figure, by: str) -> bool:
    if (other.unit, other.measure, other.per, other.negative) != (figure.unit, figure.measure, figure.per, figure.negative):
        return False
    if by == "period":
        return same_scope(other, figure)
    return other.terms.head == figure.terms.head and set(other.terms.action) == set(figure.terms.action)
