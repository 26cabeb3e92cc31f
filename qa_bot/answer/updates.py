"""Counts that the text itself has replaced: never shown without the newer one, and always behind it."""

from collections.abc import Sequence

from qa_bot.answer.candidates import of_figures
from qa_bot.schema import Candidate, Figure, Fit, Query

_OF_SCOPE = frozenset({"place", "entity", "actor", "direction", "reason"})
_IN_OTHER_WORDS = frozenset({"action", "counted", "unit"})


def newer_counts(query: Query, shown: Sequence[Figure], candidates: Sequence[Candidate]) -> list[Figure]:
    """Return the counts that came after those *shown*, in the order of the text; none of another time, place or voice than was asked."""
    held = {figure.figure_id for figure in shown}
    wanted = {figure.newer for figure in shown if figure.newer is not None and figure.newer not in held}
    if not wanted or query.period is not None:
        return []
    told = of_figures(candidates, lambda figure: figure.figure_id in wanted)
    found = [candidate.figure for candidate in told if {*candidate.slots(Fit.DIFFERENT)} <= _IN_OTHER_WORDS]
    return sorted(found, key=lambda figure: (figure.doc_id, figure.span.start))


def without_replaced(fitting: Sequence[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out of *fitting* the earlier counts whose newer one is of another place, doer or sort than was asked: so are they."""
    wanted = {candidate.figure.newer for candidate in fitting if candidate.figure.newer is not None}
    if not wanted:
        return list(fitting)
    newer = of_figures(candidates, lambda figure: figure.figure_id in wanted)
    apart = {candidate.figure.figure_id for candidate in newer if not _OF_SCOPE.isdisjoint(candidate.slots(Fit.DIFFERENT))}
    return [candidate for candidate in fitting if candidate.figure.newer not in apart]


def has_earlier(figures: Sequence[Figure]) -> bool:
    """Return whether one of *figures* is the newer count of another of them."""
    held = {figure.figure_id for figure in figures}
    return any(figure.newer in held for figure in figures)
