"""How two periods relate."""

from datetime import date

from qa_bot.schema import Fit, Period
from qa_bot.text.patterns import LatePattern

_SLASHED = LatePattern(r"\d{4}\s?(?:/\s?(?:\d{4}|\d\d)|[-–—‑−]\d\d)(?!\d)")
_YEARLONG = range(350, 381)  # days


def relation(asked: Period, held: Period) -> Fit:
    """Return how *held*, a figure's period, fits *asked*, the question's.

    same; narrower (held lies inside asked); wider (asked lies inside held); different (apart, or merely overlapping); unknown when one
    is unresolved, or when held overlaps asked with an end that is not said ("since March 2022" for 2022). A fiscal year or season
    ("2022/23") is neither of its calendar years: it begins after March and ends before November, and April to March may be it.
    """
    if _unresolved(asked) or _unresolved(held):
        return Fit.UNKNOWN
    (asked_start, asked_end), (held_start, held_end) = _ends(asked), _ends(held)
    if (asked_start, asked_end) == (held_start, held_end):
        return Fit.SAME
    if is_fiscal(asked) != is_fiscal(held):
        fiscal, other = (asked, held) if is_fiscal(asked) else (held, asked)
        if _may_be(fiscal, other):
            return Fit.SAME
        fiscal_days = _widest(fiscal)
        asked_start, asked_end = fiscal_days if fiscal is asked else (asked_start, asked_end)
        held_start, held_end = fiscal_days if fiscal is held else (held_start, held_end)
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


def is_fiscal(period: Period) -> bool:
    """Return whether *period* is a year that begins within one calendar year and ends within the next: "2022/23", "2022-23"."""
    start, end = _ends(period)
    two_years = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and end.year - start.year == 1
    return two_years and _SLASHED.search(period.surface) is not None


def _widest(fiscal: Period) -> tuple[date, date]:
    start, end = _ends(fiscal)
    return date(start.year, 4, 1), date(end.year, 10, 31)


def _may_be(fiscal: Period, other: Period) -> bool:
    (first, last), (start, end) = _widest(fiscal), _ends(other)
    return first <= start and end <= last and (end - start).days in _YEARLONG
