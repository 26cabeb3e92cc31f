"""How a figure fits where a share of something is asked for."""

from collections.abc import Iterator

from qa_bot.answer.concepts import UNSPECIFIC, is_person
from qa_bot.answer.scope import CLAUSE, NOWHERE, PASSAGE, Scope
from qa_bot.schema import Fit, Measure, Query


def share_fits(query: Query, scope: Scope) -> Iterator[tuple[str, Fit, float]]:
    """Yield (slot, fit, weight): a share, or a count that may be made one, of those who are asked for."""
    figure, head = scope.figure, query.slots.head
    yield "unit", (Fit.SAME if figure.measure in (Measure.SHARE, Measure.COUNT) else Fit.DIFFERENT), 1.0
    if head and scope.level(head[0])[0] < CLAUSE and (scope.passage.is_share_beside(figure, head[0]) or _is_of_others(head[0], scope)):
        yield "counted", scope.judged("counted", Fit.DIFFERENT), 0.0


def _is_of_others(term: str, scope: Scope) -> bool:
    """Whether persons of the sort *term* are named nowhere around the figure, or anything only behind it: the share of those asked, where
    "pensioners were asked by telephone" is told later, is no share of pensioners."""
    if scope.figure.label is not None or term in UNSPECIFIC:
        return False
    level = scope.level(term)[0]
    return (level == NOWHERE and is_person(term)) or (level == PASSAGE and scope.comes_late(term))
