"""Which row of a table rose or fell most, by its column of changes: "Which bird has declined most since 2015?"."""

from collections.abc import Sequence
from datetime import date

from qa_bot.answer.breakdowns import last_day
from qa_bot.answer.candidates import of_figures
from qa_bot.answer.concepts import WAYS
from qa_bot.schema import Candidate, Figure, Fit, Kind, Measure, Query

_OPEN = frozenset({"period", "unit"})  # a change since a year is told beside the year of its row, in per cent of what it is of


def movers(query: Query, candidates: Sequence[Candidate]) -> list[Figure] | None:
    """Return the rows that went the way that *query* asks about, in the order asked for; None where it asks something else, or no table
    tells of one column of changes."""
    ways = WAYS.intersection(query.slots.action)
    if query.kind is not Kind.SUPERLATIVE or len(ways) != 1 or query.slots.head:
        return None
    changes = of_figures(candidates, lambda figure: figure.measure is Measure.CHANGE and figure.label is not None)
    held = [candidate for candidate in changes if _OPEN.issuperset(candidate.slots(Fit.DIFFERENT))]
    told = [candidate.figure for candidate in held if "period" not in candidate.slots(Fit.DIFFERENT)]
    since = query.period is None or query.period.end is None
    fitting = told or [candidate.figure for candidate in held if since]
    newest = max((last_day(figure) for figure in fitting), default=date.min)
    rows = [figure for figure in fitting if last_day(figure) == newest]
    if len({figure.quote for figure in rows}) != len(rows) or len({(row.doc_id, row.unit) for row in rows}) > 1:
        return None
    moved = [row for row in rows if not ways.isdisjoint(row.terms.action) and row.value]
    return sorted(moved, key=lambda row: (abs(row.value) * (-1 if query.descending else 1), row.figure_id)) or None
