"""Words that a text ties to other figures than this one: it gets to them only later, as to a part, as to what another sum was for, or as
to a sort of what this one counts."""

from qa_bot.answer.concepts import broader
from qa_bot.answer.scope import NOWHERE, Scope
from qa_bot.schema import Fit, Measure, Query


def is_told_late(term: str, query: Query, scope: Scope) -> bool:
    """Return whether the text gets to the noun or name *term* only behind the figure: to pay in education, of which the mean before says
    nothing."""
    return term in query.things and scope.figure.label is None and scope.comes_late(term)


def is_of_another_sum(term: str, scope: Scope) -> bool:
    """Return whether *term* is what another sum of money was for."""
    return scope.figure.measure is Measure.MONEY and scope.rivals.have(term, "counted", scope.figure, phrases=False)


def is_of_part(term: str, scope: Scope) -> bool:
    """Return whether *term* makes another figure a part of this one, or of the whole of both, and is not told before of either."""
    figure = scope.figure
    if figure.label is not None or scope.passage.is_headed(term) or not scope.rivals.tie(term, figure):
        return False
    return figure.part_of is not None or scope.comes_late(term) or scope.level(term)[0] == NOWHERE


def is_of_wider_sort(term: str, scope: Scope) -> bool:
    """Return whether the figure counts all of what *term* is a sort of: cereals, where wheat is asked for."""
    return scope.level(term)[1] is Fit.WIDER and not broader(term).isdisjoint(scope.figure.terms.head)
