"""Whether a cell stands in another column of its row than the one that a question asks for."""

from qa_bot.answer.period_fit import span_of
from qa_bot.answer.scope import PASSAGE, Scope
from qa_bot.schema import Figure, Measure, Query, Span
from qa_bot.text.functions import functions

LEVEL = "level"  # the concept of rates
IN_SUMS = functions("en")["in_sums"]  # deeds of which "how much" asks for a sum


def is_of_other_column(query: Query, scope: Scope) -> bool:
    """Return whether the figure stands in a row with a percent and sums of money, and is the one where the other is asked: "how much was
    spent on parks?" asks for no rate, and "the execution rate of the parks budget" for no sum."""
    figure = scope.figure
    summed = not IN_SUMS.isdisjoint(query.slots.action)
    if figure.label is None or not (query.amount or summed) or figure.measure not in (Measure.SHARE, Measure.MONEY):
        return False
    row = [other for other in scope.passage.figures if other.quote == figure.quote]
    if summed and figure.measure is Measure.SHARE and any(other.measure is Measure.MONEY for other in row):
        return True
    rates = [
        other for other in row if other.measure is Measure.SHARE and LEVEL in (*other.terms.head, *other.terms.counted, *other.terms.other)
    ]
    rated = LEVEL in (*query.slots.other, *query.slots.counted)
    if figure.measure is Measure.MONEY:
        return rated and bool(rates)
    return not rated and figure in rates and any(other.measure is Measure.MONEY for other in row)


def is_told_by_column(term: str, level: int, scope: Scope) -> bool:
    """Return whether *term*, which stands at *level* around the figure, heads another column of its row: of "Fires | By children" those by
    children are the latter alone."""
    return level <= PASSAGE and any(_heads(term, other) for other in _beside(scope)) and not is_event_of_row(term, scope)


def is_event_of_row(term: str, scope: Scope) -> bool:
    """Return whether the figure counts persons and *term* heads the column of the events in which it befell them: "Fires | Injured"."""
    if scope.figure.unit != "person":
        return False
    return any(_heads(term, other) and other.unit not in (None, "person") for other in _beside(scope))


def is_of_poorer_column(query: Query, scope: Scope) -> bool:
    """Return whether another column of the same things says more of what is asked, and all of it that this one says.

    Of "Evicted | Given land" those given land are told by the latter alone, and are not known in a row "9,415 | –".
    """
    figure, passage = scope.figure, scope.passage
    if figure.label is None or not passage.is_row(figure):
        return False
    slots = query.slots
    asked = {*slots.head, *slots.counted, *slots.action, *slots.reason, *slots.other}
    own = _column_terms(figure) & asked
    rows: dict[Span, list[Figure]] = {}
    for other in passage.figures:
        if other.label is not None and passage.is_row(other):
            rows.setdefault(other.quote, []).append(other)
    for row in rows.values():
        of_row = set.intersection(*map(_column_terms, row))  # also of its label: who asks for several rows means them
        for other in row:
            told = (_column_terms(other) & asked) - (of_row - own)
            if told > own and _counts_alike(other, figure):
                return True
    return False


def _counts_alike(other: Figure, figure: Figure) -> bool:
    """Whether both count the same things, of the same time: people who were evicted, or given land."""
    same = (other.measure, other.unit, other.terms.head) == (figure.measure, figure.unit, figure.terms.head)
    return same and span_of(other.period) == span_of(figure.period)


def _column_terms(figure: Figure) -> set[str]:
    return {*figure.terms.head, *figure.terms.counted, *figure.terms.action, *figure.terms.reason}


def _beside(scope: Scope) -> list[Figure]:
    """The other figures of its row, where it stands in one."""
    figure = scope.figure
    if figure.label is None or not scope.passage.is_row(figure):
        return []
    return [other for other in scope.passage.figures if other.quote == figure.quote and other.span != figure.span]


def _heads(term: str, figure: Figure) -> bool:
    return term in (*figure.terms.head, *figure.terms.counted)
