"""The same figure told in several places: in the text and in its table, in two documents."""

from qa_bot.schema import Basis, Bound, Figure, Measure

_TELLING = ("actor", "place", "reason", "direction", "action")  # of `Terms`: where both say one, it is the same one


def is_same(first: Figure, second: Figure) -> bool:
    """Return whether the two are one number of one thing: alike in value and unit, and apart in nothing that both say."""
    sizes = ((figure.value, figure.upper, figure.measure, figure.per, figure.negative) for figure in (first, second))
    same_unit = first.unit == second.unit or (first.measure is Measure.COUNT and bool(first.terms.head))  # «91 очко», "Очки" of a column
    if len(set(sizes)) > 1 or not same_unit or (first.bound is not second.bound and Bound.ABOUT not in (first.bound, second.bound)):
        return False
    if first.part_of is not None and second.part_of is not None and first.part_of.value != second.part_of.value:
        return False
    if not (_are_of_one_time(first, second) and _are_of_one_voice(first, second) and _are_alike(first.label, second.label)):
        return False
    counted = (set(figure.terms.counted) - {*figure.terms.head} for figure in (first, second))
    one = first.terms.head == second.terms.head and (bool(first.terms.head) or first.doc_id == second.doc_id)
    return one and _are_alike(*counted) and all(_are_alike(getattr(first.terms, slot), getattr(second.terms, slot)) for slot in _TELLING)


def _are_alike(first: object, second: object) -> bool:
    return not first or not second or first == second


def _are_of_one_time(first: Figure, second: Figure) -> bool:
    spans = [(figure.period.start, figure.period.end) if figure.period is not None else None for figure in (first, second)]
    return spans[0] == spans[1] or (None in spans and first.doc_id == second.doc_id)


def _are_of_one_voice(first: Figure, second: Figure) -> bool:
    names = [figure.claimant.name for figure in (first, second) if figure.claimant is not None and figure.claimant.basis is Basis.STATED]
    return len(set(names)) < 2
