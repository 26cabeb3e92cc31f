"""The figures that come nearest to a question that none answers, each with the slots in which it differs."""

from collections.abc import Sequence

from qa_bot.answer.candidates import figures_of, near
from qa_bot.answer.concepts import UNSPECIFIC
from qa_bot.answer.copies import is_same
from qa_bot.answer.deeds import DEEDLESS
from qa_bot.answer.match import SOFT
from qa_bot.answer.scope import concepts_of
from qa_bot.answer.wholes import parents_of, wholes_of
from qa_bot.schema import Candidate, Figure, Fit, Measure, Query

MAX_NEAREST = 6
FARTHEST = 2  # slots in which what is shown as near may differ
UNCOUNTED = (Measure.MONEY, Measure.SHARE, Measure.CHANGE)  # measures that say how many of nothing
# From the difference that a reader minds least to the one that makes it another subject.
TOLERANCE = ("period", "unit", "reason", "claimant", "actor", "place", "counted", "entity", "action", "direction")


def nearest_of(query: Query, candidates: Sequence[Candidate], beside: Sequence[Figure] = ()) -> list[tuple[Figure, tuple[str, ...]]]:
    """Return the figures *beside* others that differ in the fewest slots, the mildest difference first; parts of one shown are left out."""
    slots = query.slots
    asked = frozenset((*slots.head, *slots.counted, *slots.action, *slots.actor, *slots.place, *slots.other)) - DEEDLESS
    ranked: list[tuple[tuple[object, ...], Figure, tuple[str, ...]]] = []
    # Other documents than the one that says most of the question say less of it: what a school costs is not near to what the vets cost.
    for candidate in near(candidates, FARTHEST, lambda figure: len(asked & concepts_of(figure).anywhere)):
        differs = tuple(dict.fromkeys(candidate.slots(Fit.DIFFERENT, Fit.UNKNOWN) or candidate.slots(*SOFT)))
        if not differs or len(differs) > FARTHEST or candidate.score < 1.0 or candidate.figure in beside:
            continue
        weight, days = sum(_weight(slot, query) for slot in differs), _distance(query, candidate.figure)
        rank = (_counts_others(query, candidate.figure), len(differs), weight, days, -candidate.score)
        ranked.append(((*rank, candidate.figure.figure_id), candidate.figure, differs))
    ranked.sort(key=lambda row: row[0])
    if not ranked:
        return []
    ranked = [row for row in ranked if row[0][0] == ranked[0][0][0]]
    fewest = len(ranked[0][2])
    parents = parents_of(figure for figure in figures_of(candidates) if figure not in beside)
    shown: list[tuple[Figure, tuple[str, ...]]] = []
    seen: list[Figure] = []
    for _, figure, differs in ranked:
        if any(is_same(other, figure) for other in seen):
            continue
        seen.append(figure)
        if len(differs) > fewest or len(shown) == MAX_NEAREST:
            break
        if not {other.figure_id for other, _ in shown} & set(wholes_of(figure.figure_id, parents)):
            shown.append((figure, differs))
    return shown


def _counts_others(query: Query, figure: Figure) -> bool:
    """Whether *figure* counts other things than are asked after, so that it is nearer than none of those: ports, where passengers are."""
    head, measure = {*query.slots.head}, figure.measure
    if query.measure is not None or not head.isdisjoint((*figure.terms.head, *figure.terms.counted)) or (head and head <= UNSPECIFIC):
        return False
    if query.amount and (not head or query.unit is None):
        return measure is Measure.COUNT
    if query.unit == "person":
        return figure.unit != "person"
    measured = measure is Measure.QUANTITY and query.unit is not None and figure.unit != query.unit  # metres, where homes are asked for
    return not query.amount and (measured or measure in UNCOUNTED)


def _weight(slot: str, query: Query) -> int:
    """How much a difference in *slot* matters; that of a unit least where only "people" were asked for."""
    if slot == "unit" and query.slots.head and set(query.slots.head) <= UNSPECIFIC:
        return -1
    return TOLERANCE.index(slot)


def _distance(query: Query, figure: Figure) -> int:
    """Days between the asked period and the figure's."""
    asked, held = query.period, figure.period
    if asked is None or held is None or (asked.start or asked.end) is None or (held.start or held.end) is None:
        return 10**6
    first, second = asked.start or asked.end, held.start or held.end
    return abs((first - second).days) if first is not None and second is not None else 10**6
