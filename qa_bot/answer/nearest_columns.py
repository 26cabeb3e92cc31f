"""Of the cells of one row those whose header says least that was not asked: "Deaths", not "Deaths within 30 days of birth"."""

from collections.abc import Sequence

from qa_bot.answer.period_fit import span_of
from qa_bot.schema import Candidate, Figure, Query


def nearest_columns(query: Query, chosen: Sequence[Candidate]) -> list[Candidate]:
    """Leave out of *chosen* the cells beside another one of their row and time whose header is the same but for words nobody asked for."""
    slots = query.slots
    asked = {*slots.head, *slots.counted, *slots.action, *slots.other, *slots.reason, *slots.place}
    fewest: dict[tuple[object, ...], int] = {}
    for candidate in chosen:
        key = _row(candidate.figure)
        fewest[key] = min(len(_unasked(candidate.figure, asked)), fewest.get(key, len(_unasked(candidate.figure, asked))))
    return [c for c in chosen if c.figure.label is None or len(_unasked(c.figure, asked)) == fewest[_row(c.figure)]]


def _row(figure: Figure) -> tuple[object, ...]:
    return figure.doc_id, figure.quote, figure.label, span_of(figure.period), figure.measure, figure.modality


def _unasked(figure: Figure, asked: set[str]) -> set[str]:
    terms = figure.terms
    return {*terms.head, *terms.counted, *terms.action} - asked
