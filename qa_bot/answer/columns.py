"""Whether a cell stands in another column of its row than the one that a question asks for."""

from qa_bot.answer.scope import PASSAGE, Scope
from qa_bot.schema import Figure, Measure, Query
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


def _beside(scope: Scope) -> list[Figure]:
    """The other figures of its row, where it stands in one."""
    figure = scope.figure
    if figure.label is None or not scope.passage.is_row(figure):
        return []
    return [other for other in scope.passage.figures if other.quote == figure.quote and other.span != figure.span]


def _heads(term: str, figure: Figure) -> bool:
    return term in (*figure.terms.head, *figure.terms.counted)
