"""How two periods relate."""

from datetime import date

from qa_bot.schema import Fit, Period


def relation(asked: Period, held: Period) -> Fit:
    """Return how *held*, a figure's period, fits *asked*, the question's.

    same; narrower (held lies inside asked); wider (asked lies inside held); different (apart, or merely overlapping); unknown when one
    is unresolved, or when held overlaps asked with an end that is not said ("since March 2022" for 2022).
    """
    if _unresolved(asked) or _unresolved(held):
        return Fit.UNKNOWN
    asked_start, asked_end = _ends(asked)
    held_start, held_end = _ends(held)
    if (asked_start, asked_end) == (held_start, held_end):
        return Fit.SAME
    if asked_start <= held_start and held_end <= asked_end:
        return Fit.NARROWER
    if held_start <= asked_start and asked_end <= held_end:
        return Fit.WIDER
    apart = held_end < asked_start or asked_end < held_start
    return Fit.UNKNOWN if not apart and (held.start is None or held.end is None) else Fit.DIFFERENT


def _unresolved(period: Period) -> bool:
    return period.start is None and period.end is None


def _ends(period: Period) -> tuple[date, date]:
    return period.start or date.min, period.end or date.max
