"""The figures that stand in one row with an answer: the same count at other times, or of other countries."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from qa_bot.answer.breakdowns import label_of
from qa_bot.answer.phrases import note
from qa_bot.answer.rows import row_name
from qa_bot.answer.wording import period_words
from qa_bot.schema import Figure, Hit


def alike(hits: Iterable[Hit], figure: Figure, *, by: str) -> list[Hit]:
    """Return *hits* with those of their figures that may count what *figure* counts and differ from it in the slot *by*.

    *by* is "period" or "actor". A hit without such figures is left out. Of other periods are figures of the same unit, sort and row:
    whether they count the same, though it is worded otherwise, is told by matching them with the question.
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
        return row_name(other) == row_name(figure) and (other.part_of is None) == (figure.part_of is None)
    return other.terms.head == figure.terms.head and set(other.terms.action) == set(figure.terms.action)


def left_aside(hits: Iterable[Hit], shown: Sequence[Figure], language: str) -> str:
    """Return the note that other periods are on file for the same noun, of which something else is said; nothing where all are *shown*."""
    held = {_span(figure) for figure in shown}
    others = {
        _span(other): period_words(other.period, language)
        for hit in hits
        for other in hit.figures
        if other.period is not None and None not in _span(other) and other.terms.head == shown[0].terms.head and _span(other) not in held
    }
    periods = "; ".join(words for _, words in sorted(others.items(), key=lambda item: str(item[0])))
    return note(language, "left_aside", periods=periods) if periods else ""


def _span(figure: Figure) -> tuple[date | None, date | None]:
    return (figure.period.start, figure.period.end) if figure.period is not None else (None, None)
