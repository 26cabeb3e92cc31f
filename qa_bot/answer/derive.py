"""Values that no document states: shares, remainders, differences, sums; always with their operands, within one unit and one claimant."""

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal

from qa_bot.answer.rows import row_name
from qa_bot.schema import Bound, CitedFigure, Derived, Figure, Measure, plain
from qa_bot.text.digest import digest

ONE_DECIMAL = Decimal("0.1")


def share(part: Figure, whole: Figure) -> CitedFigure:
    """Return *part* as a percentage of *whole*, to one decimal, half-even."""
    value = (part.value * 100 / whole.value).quantize(ONE_DECIMAL, ROUND_HALF_EVEN)
    return _derived(value, f"{plain(part.value)} / {plain(whole.value)}", (part, whole), part, unit="%", measure=Measure.SHARE)


def rest(part: Figure, whole: Figure) -> CitedFigure:
    """Return what is left of *whole* without *part*; nothing is said of what became of it."""
    figure = _derived(whole.value - part.value, f"{plain(whole.value)} - {plain(part.value)}", (whole, part), whole)
    action = f"not {part.action}" if part.action and part.language == "en" else None
    return figure.model_copy(update={"action": action, "bound": _flipped(part.bound)})


def difference(first: Figure | CitedFigure, second: Figure | CitedFigure) -> CitedFigure:
    """Return *first* less *second*; of two percentages in percentage points."""
    expression = f"{plain(first.value)} - {plain(second.value)}"
    unit = "pp" if first.unit == "%" else None
    return _derived(first.value - second.value, expression, (first, second), first, unit=unit, measure=Measure.CHANGE)


def total(figures: Sequence[Figure]) -> CitedFigure:
    """Return the sum of *figures*."""
    value = sum((figure.value for figure in figures), Decimal(0))
    return _derived(value, " + ".join(plain(figure.value) for figure in figures), tuple(figures), figures[0])


def comparable(first: Figure | CitedFigure, second: Figure | CitedFigure) -> bool:
    """Whether two figures may be calculated with: one unit, one measure, one claimant, no range."""
    same_voice = (first.claimant and first.claimant.name) == (second.claimant and second.claimant.name)
    part = first.part_of is not None and first.part_of.figure_id == second.figure_id  # "310 of the 2,480 were emergencies"
    same = (first.unit == second.unit or (part and first.measure is Measure.COUNT)) and first.measure is second.measure
    return same and same_voice and first.upper is None and second.upper is None


def same_scope(first: Figure, second: Figure) -> bool:
    """Whether two figures differ in their period alone: the same thing, deed, doer, place and row."""
    return _scope(first) == _scope(second)


def _scope(figure: Figure) -> tuple[object, ...]:
    terms = figure.terms
    return terms.head, set(terms.action), set(terms.actor), set(terms.place), set(terms.reason), row_name(figure)


def _derived(
    value: Decimal,
    expression: str,
    operands: tuple[Figure | CitedFigure, ...],
    like: Figure | CitedFigure,
    *,
    unit: str | None = None,
    measure: Measure | None = None,
) -> CitedFigure:
    ids = tuple(figure.figure_id for figure in operands)
    bounds = {figure.bound for figure in operands}
    key = "\0".join((expression, *ids))
    return CitedFigure(
        figure_id=digest(key),
        value=value,
        bound=Bound.EXACT if bounds == {Bound.EXACT} else Bound.ABOUT,
        measure=measure or like.measure,
        unit=unit or like.unit,
        counted=like.counted,
        reason=like.reason,
        actor=like.actor,
        direction=like.direction,
        place=like.place,
        period=like.period,
        claimant=like.claimant,
        derived=Derived(expression=expression, operands=ids),
    )


_FLIPS = {
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.AT_MOST: Bound.AT_LEAST,
    Bound.MORE_THAN: Bound.LESS_THAN,
    Bound.LESS_THAN: Bound.MORE_THAN,
}


def _flipped(bound: Bound) -> Bound:
    """What remains when a part of that bound is taken away: of "at least 28" at most the rest."""
    return _FLIPS.get(bound, bound)
