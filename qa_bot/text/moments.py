"""Calendar units as they are written, and the days they cover once anchored to a date."""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple


class Grain(StrEnum):
    DAY = "day"
    WEEKDAY = "weekday"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    SPAN = "span"


# How many days a unit has; a fiscal year is held as the two it lies in.
LENGTHS = {Grain.YEAR: range(350, 732), Grain.SEASON: range(60, 732), Grain.HALF: range(180, 185), Grain.QUARTER: range(89, 93)}
LENGTHS |= {Grain.MONTH: range(28, 32), Grain.WEEK: range(7, 8), Grain.DAY: range(1, 2)}


class Edge(StrEnum):
    """A part of a unit: its first, middle or last third. As a point in time ("by the end of 2021") start and end are its outermost days."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    START = "start"
    END = "end"
    LAST_DAY = "last_day"  # "year-end 2021"


class Moment(NamedTuple):
    """A unit of the calendar as written.

    "14 October 2022" is day 14 within month 10 within year 2022; "last year" is a year with shift -1; "the first eight months of
    2022" are months, amount 8, within year 2022; "the last two weeks of May" have amount -2. A moment without a year in its chain
    and without a shift is yearless.
    """

    grain: Grain
    number: int | None = (
        None  # which one: day of the month, month, weekday 1-7, quarter, half, season (1 = winter), year, 1990 for its decade, century
    )
    within: "Moment | None" = None
    shift: int | None = None  # units away from the anchor: 0 this, -1 last, -5 five ago
    amount: int = 0  # so many of them, from the start (or, negative, from the end) of the unit they lie within
    rolling: bool = False  # the *amount* units that end (amount < 0) or begin (amount > 0) at the anchor; 0 is "a few"
    to_date: bool = False  # ends on the anchor
    anaphoric: bool = False  # the anchor is the period named before, not the day of writing
    edge: Edge | None = None
    bc: bool = False
    apart: bool = False  # as long as the period named before, *shift* units away from it: "a year earlier"
    whole: bool = False  # the unit that holds the period named before: "during the year"
    loose: bool = False  # its bounds are not the calendar's: "fiscal 2021", "the 2019/20 season"


class Days(NamedTuple):
    """First and last day, both included."""

    start: date
    end: date


_FIRST_YEAR, _LAST_YEAR = date.min.year, date.max.year
_MONTHS_IN = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6, Grain.SEASON: 3, Grain.YEAR: 12, Grain.DECADE: 120, Grain.CENTURY: 1200}
_THIRDS = {Edge.EARLY: 1, Edge.START: 1, Edge.MIDDLE: 2, Edge.LATE: 3, Edge.END: 3}
_PARTS_OF_YEAR = {Grain.MONTH: 12, Grain.QUARTER: 4, Grain.HALF: 2}


def year_of(moment: Moment) -> int | None:
    """Return the year written in *moment*, None when there is none or it is relative."""
    step: Moment | None = moment
    while step is not None:
        if step.grain is Grain.YEAR and step.number is not None:
            return step.number
        step = step.within
    return None


def is_yearless(moment: Moment) -> bool:
    """Return whether *moment* lacks the year that would place it: "March", "14 October", "the third quarter"."""
    if moment.rolling or moment.to_date or moment.shift is not None or moment.grain is Grain.WEEKDAY:
        return False
    if moment.within is not None:
        return is_yearless(moment.within)
    return moment.grain not in (Grain.YEAR, Grain.DECADE, Grain.CENTURY)


def is_relative(moment: Moment) -> bool:
    """Return whether *moment* needs an anchor: the day of writing, or the period named before."""
    if moment.rolling or moment.to_date or moment.shift is not None or moment.grain is Grain.WEEKDAY:
        return True
    return moment.within is not None and is_relative(moment.within)


def is_anaphoric(moment: Moment) -> bool:
    """Return whether *moment* hangs on a period named before: "a year earlier", "the same year"."""
    return moment.anaphoric or (moment.within is not None and is_anaphoric(moment.within))


def with_year(moment: Moment, year: Moment | None) -> Moment:
    """Return *moment* placed in *year*; unchanged when it has its own or there is none to give."""
    if year is None or not is_yearless(moment):
        return moment
    if moment.within is not None:
        return moment._replace(within=with_year(moment.within, year))
    return moment._replace(within=year)


def year_moment(moment: Moment) -> Moment | None:
    """Return the year that *moment* lies within, written or relative, None when it has none."""
    step: Moment | None = moment
    while step is not None:
        if step.grain is Grain.YEAR:
            return step
        step = step.within
    return None


def days_of(moment: Moment, anchor: date | None) -> Days | None:
    """Return the days that *moment* covers, None when the anchor is missing or there are no such days ("30 February", 44 BC)."""
    try:
        days = _whole(moment, anchor)
    except (ValueError, OverflowError):
        return None
    to_now = moment.shift == 0 and moment.edge is None and not moment.anaphoric
    if to_now and days is not None and anchor is not None and days.start <= anchor < days.end:
        return Days(days.start, anchor)
    return days


def shift_months(day: date, months: int) -> date:
    """Return the same day *months* later (or, negative, earlier), or the last of a shorter month. Raises ValueError beyond the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"year {year} is beyond the calendar")
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def shift_days(days: Days, grain: Grain, amount: int) -> Days | None:
    """Return *days* moved by *amount* units of *grain*: January to August 2022 a year earlier is January to August 2021, week 12 of
    2024 week 12 of 2023."""
    try:
        if grain is Grain.YEAR and days == around(days.start, Grain.WEEK):
            year, week, _ = days.start.isocalendar()
            start = date.fromisocalendar(year + amount, week, 1)
            return Days(start, start + timedelta(6))
        return Days(_add(days.start, grain, amount), _add(days.end + timedelta(1), grain, amount) - timedelta(1))
    except (ValueError, OverflowError):
        return None


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _whole(moment: Moment, anchor: date | None) -> Days | None:
    days = _uncut(moment, anchor)
    return None if days is None else _cut(days, moment.edge)


def _uncut(moment: Moment, anchor: date | None) -> Days | None:
    if moment.bc:
        return None
    if moment.rolling:
        return _rolling(moment, anchor)
    container = None
    if moment.within is not None:
        container = _whole(moment.within, anchor)
        if container is None:
            return None
    if moment.to_date:
        return _to_date(moment, container, anchor)
    if moment.amount:
        return _counted(moment, container, anchor)
    if moment.shift is not None:
        return _shifted(moment, anchor)
    return _numbered(moment, container, anchor)


def _rolling(moment: Moment, anchor: date | None) -> Days | None:
    if anchor is None or moment.amount == 0:
        return None
    far = _add(anchor, moment.grain, moment.amount)
    return Days(far, anchor) if moment.amount < 0 else Days(anchor, far)


def _to_date(moment: Moment, container: Days | None, anchor: date | None) -> Days | None:
    if anchor is None:
        return None
    days = container or around(anchor, moment.grain)
    return Days(days.start, anchor) if days.start <= anchor else None


def _counted(moment: Moment, container: Days | None, anchor: date | None) -> Days | None:
    if container is None:
        return None
    if moment.amount > 0:
        return Days(container.start, _add(container.start, moment.grain, moment.amount) - timedelta(1))
    return Days(_add(container.end + timedelta(1), moment.grain, moment.amount), container.end)


def _shifted(moment: Moment, anchor: date | None) -> Days | None:
    if anchor is None or moment.shift is None:
        return None
    if moment.grain is Grain.WEEKDAY and moment.number is not None:
        return _weekday(moment.number, moment.shift, anchor)
    if moment.number is None:
        if moment.grain is Grain.SEASON:
            return None
        return around(_add(anchor, moment.grain, moment.shift), moment.grain)
    return _nearest(moment.grain, moment.number, moment.shift, anchor)


def _nearest(grain: Grain, number: int, shift: int, anchor: date) -> Days | None:
    """ "Last March", "this winter", "next summer": the latest one that is over, the one of this year, the next to begin."""
    if shift == 0:
        days, later = _in_year(grain, number, anchor.year), _in_year(grain, number, anchor.year + 1)
        if grain is Grain.SEASON and days is not None and later is not None and later.start.year == anchor.year:
            return later if later.start - anchor <= anchor - days.end else days  # "this winter" in October is the one to come
        return days
    years = range(anchor.year + 1, anchor.year - 2, -1) if shift < 0 else range(anchor.year - 1, anchor.year + 3)
    for year in years:
        days = _in_year(grain, number, year)
        if days is not None and (days.end < anchor if shift < 0 else days.start > anchor):
            return days
    return None


def _weekday(number: int, shift: int, anchor: date) -> Days:
    back = (anchor.isoweekday() - number) % 7
    if shift < 0:
        back = back or 7
    elif shift > 0:
        back = back - 7
    day = anchor - timedelta(back)
    return Days(day, day)


def _numbered(moment: Moment, container: Days | None, anchor: date | None) -> Days | None:
    number, grain = moment.number, moment.grain
    if number is None:
        return container
    if grain is Grain.YEAR:
        return Days(date(number, 1, 1), date(number, 12, 31))
    if grain is Grain.DECADE:
        return Days(date(number, 1, 1), date(number + 9, 12, 31))
    if grain is Grain.CENTURY:
        return Days(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31))
    if grain is Grain.WEEKDAY:
        return None if anchor is None else _weekday(number, 0, anchor)
    if container is None:
        return None
    if grain is Grain.DAY:
        return _day(number, container)
    if grain is Grain.WEEK and moment.within is not None and moment.within.grain is Grain.YEAR:
        monday = date.fromisocalendar(container.start.year, number, 1)
        return Days(monday, monday + timedelta(6))
    if grain is Grain.WEEK:
        start = container.start + timedelta(7 * (number - 1))
        return Days(start, min(start + timedelta(6), container.end)) if start <= container.end else None
    if moment.within is not None and moment.within.grain is Grain.YEAR:
        return _in_year(grain, number, container.start.year)
    return _share(number, _PARTS_OF_YEAR.get(grain, 1), container)


def _day(number: int, container: Days) -> Days | None:
    """Return the day counted from the start of the month, or (negative) from its end."""
    day = container.start + timedelta(number - 1) if number > 0 else container.end + timedelta(number + 1)
    return Days(day, day) if container.start <= day <= container.end else None


def _in_year(grain: Grain, number: int, year: int) -> Days | None:
    """Return the month, quarter, half or season of *year*. "Winter 2022" is the one that ends in February 2022."""
    if grain is Grain.SEASON:
        start = shift_months(date(year, 1, 1), 3 * number - 4)
        return Days(start, shift_months(start, 3) - timedelta(1))
    months = 12 // _PARTS_OF_YEAR.get(grain, 12)
    if not 1 <= number <= 12 // months:
        return None
    start = date(year, (number - 1) * months + 1, 1)
    last = start.month + months - 1
    return Days(start, date(year, last, month_length(year, last)))


def _share(number: int, parts: int, container: Days) -> Days | None:
    """Return the *number*-th of *parts* equal parts: "the first half of the 10th century"."""
    if not 1 <= number <= parts:
        return None
    years = container.end.year - container.start.year + 1
    if years >= parts:
        first = container.start.year + years * (number - 1) // parts
        last = container.start.year + years * number // parts - 1
        return Days(date(first, 1, 1), date(last, 12, 31))
    total = (container.end - container.start).days + 1
    start = container.start + timedelta(total * (number - 1) // parts)
    return Days(start, container.start + timedelta(total * number // parts - 1))


def _cut(days: Days, edge: Edge | None) -> Days:
    """Return the third of *days* that *edge* names: "early 2022" is January to April."""
    if edge is None:
        return days
    if edge is Edge.LAST_DAY:
        return Days(days.end, days.end)
    number = _THIRDS[edge]
    months = (days.end.year - days.start.year) * 12 + days.end.month - days.start.month + 1
    if not 3 <= months < 36:
        return _share(number, 3, days) or days
    start = shift_months(days.start, months * (number - 1) // 3)
    return Days(start, shift_months(days.start, months * number // 3) - timedelta(1)) if number < 3 else Days(start, days.end)


def around(day: date, grain: Grain) -> Days:
    """Return the unit of *grain* that holds *day*."""
    if grain in (Grain.DAY, Grain.WEEKDAY):
        return Days(day, day)
    if grain is Grain.WEEK:
        start = day - timedelta(day.isoweekday() - 1)
        return Days(start, start + timedelta(6))
    if grain is Grain.CENTURY:
        first = (day.year - 1) // 100 * 100 + 1
        return Days(date(first, 1, 1), date(first + 99, 12, 31))
    if grain is Grain.DECADE:
        first = day.year // 10 * 10
        return Days(date(first, 1, 1), date(first + 9, 12, 31))
    size = _MONTHS_IN.get(grain, 12)
    start = date(day.year, (day.month - 1) // size * size + 1, 1)
    return Days(start, shift_months(start, size) - timedelta(1))


def _add(day: date, grain: Grain, count: int) -> date:
    if grain in (Grain.DAY, Grain.WEEKDAY):
        return day + timedelta(count)
    if grain is Grain.WEEK:
        return day + timedelta(7 * count)
    return shift_months(day, _MONTHS_IN.get(grain, 12) * count)
