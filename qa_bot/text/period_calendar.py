"""Readers of calendar units: dates, months, years, seasons, decades, centuries."""

from datetime import date

from qa_bot.text.moments import LENGTHS, Grain, Moment
from qa_bot.text.period_row import Reading, Row
from qa_bot.text.time_numerals import read_code
from qa_bot.text.time_words import Kind

_BEFORE_DECADE = (Kind.THE, Kind.EARLY, Kind.MIDDLE, Kind.LATE, Kind.START, Kind.END, Kind.IN, Kind.DECADE)
_DECADE_ENDING = "".join(sorted({*"s-", *"ехыми"}))  # "90s", "90-е", "90-х", "90-ми"
_SUBUNITS = (Grain.MONTH, Grain.QUARTER, Grain.WEEK, Grain.DAY)


def day_moment(day: date) -> Moment:
    """Return the moment that a full date names."""
    return Moment(Grain.DAY, day.day, Moment(Grain.MONTH, day.month, Moment(Grain.YEAR, day.year)))


def read_full_date(row: Row, index: int, depth: int) -> Reading:
    stop = index + 1
    if row.unit(stop, Grain.YEAR):
        stop += 1
    return Reading(day_moment(date.fromordinal(row.items[index].value)), None, stop)


def read_iso_month(row: Row, index: int, depth: int) -> Reading:
    year, month = divmod(row.items[index].value, 100)
    return Reading(Moment(Grain.MONTH, month, Moment(Grain.YEAR, year)), None, index + 1)


def read_year_span(row: Row, index: int, depth: int) -> Reading:
    first, last = divmod(row.items[index].value, 10000)
    stop = index + 1
    stop += row.follows(stop, Kind.FISCAL) and row.unit(stop + 1, Grain.YEAR) is not None  # "2022/23 academic year"
    named = row.unit(stop, Grain.YEAR) is not None or (row.follows(stop, Kind.AD) and row.is_era(stop))
    if row.follows(stop, Kind.BC) and row.is_era(stop):
        return Reading(Moment(Grain.YEAR, first, bc=True), Moment(Grain.YEAR, last, bc=True), stop + 1)
    loose = last == first + 1
    bare = not named and not (loose and "/" in row.items[index].lower)
    return Reading(Moment(Grain.YEAR, first, loose=loose), Moment(Grain.YEAR, last, loose=loose), stop + named, bare)


def read_year(row: Row, index: int, depth: int) -> Reading | None:
    stop, sure, bc = index + 1, False, False
    loose = row.follows(stop, Kind.FISCAL) and row.unit(stop + 1, Grain.YEAR) is not None
    stop += loose
    if row.unit(stop, Grain.YEAR):
        stop, sure = stop + 1, True
    if row.follows(stop, Kind.BC, Kind.AD) and row.is_era(stop):
        bc, stop, sure = row.items[stop].kind is Kind.BC, stop + 1, True
    return Reading(Moment(Grain.YEAR, row.items[index].value, bc=bc, loose=loose), None, stop, not sure)


def read_era_first(row: Row, index: int, depth: int) -> Reading | None:
    """ "AD 79"."""
    year = index + 1
    if not row.is_era(index) or not row.follows(year, Kind.DAY, Kind.NUMBER, Kind.YEAR) or not row.items[year].value:
        return None
    return Reading(Moment(Grain.YEAR, row.items[year].value), None, year + 1)


def read_fiscal(row: Row, index: int, depth: int) -> Reading | None:
    value, stop = row.items[index].value, index + 1
    if value:
        return Reading(Moment(Grain.YEAR, value, loose=True), None, stop)
    stop = row.skip(stop, Kind.FISCAL)
    if row.unit(stop, Grain.YEAR):
        stop += 1
    if row.follows(stop, Kind.YEAR):
        return Reading(Moment(Grain.YEAR, row.items[stop].value, loose=True), None, stop + 1)
    if row.follows(stop, Kind.YEAR_SPAN):
        return read_year_span(row, stop, depth)._replace(bare_year=False)
    return None


def read_decade(row: Row, index: int, depth: int) -> Reading | None:
    """ "The 1990s", "the '80s", "the 1980s and 90s", "в девяностых годах"."""
    item, stop = row.items[index], index + 1
    named = row.unit(stop, Grain.YEAR) is not None
    if index > 1 and row.follows(index, Kind.DECADE) and row.items[index - 1].kind is Kind.AND and row.items[index - 2].kind is Kind.DECADE:
        return Reading(Moment(Grain.DECADE, row.items[index - 2].value // 100 * 100 + item.value % 100), None, stop + named)
    full = len(item.lower.rstrip(_DECADE_ENDING)) > len("90") and item.lower[0].isdecimal()
    if full and row.follows(stop, Kind.BC) and row.is_era(stop):
        return Reading(Moment(Grain.DECADE, item.value, bc=True), None, stop + 1)
    before = row.items[index - 1].kind if index and item.gap in " -" else None
    if full or named or (before in _BEFORE_DECADE and not _is_age(row, index)):
        return Reading(Moment(Grain.DECADE, item.value), None, stop + named)
    return None


def _is_age(row: Row, index: int) -> bool:
    """ "In her late 50s"."""
    return any(item.lower in row.words.lists["possessives"] for item in row.items[max(0, index - 2) : index])


def read_month(row: Row, index: int, depth: int) -> Reading | None:
    item = row.items[index]
    month = Moment(Grain.MONTH, item.value)
    inside = row.container(index + 1, depth)
    if inside is not None and inside[0].grain is Grain.YEAR:
        return Reading(month._replace(within=inside[0]), None, inside[1])
    if row.words.month_before_day and row.follows(index + 1, Kind.DAY, Kind.ORDINAL):
        return month_day(row, index, month, depth) or Reading(month, None, index + 1)
    return Reading(month, None, index + 1)


def month_day(row: Row, index: int, month: Moment, depth: int) -> Reading | None:
    """ "October 14, 2022", "March 3-5", not "in March 60 refusals"."""
    day = index + 1
    if row.items[day].value > 31:
        return None
    stop, last = day + 1, None
    if row.follows(stop, Kind.DAY, gaps="-"):
        last, stop = row.items[stop].value, stop + 1
    inside = row.container(stop, depth)
    if inside is not None and inside[0].grain is Grain.YEAR:
        month, stop = month._replace(within=inside[0]), inside[1]
    elif row.leads_in(index) or (row.surroundings.counts_after(stop - 1) and not row.leads_on(index)):
        return None
    first = Moment(Grain.DAY, row.items[day].value, month)
    return Reading(first, None if last is None else Moment(Grain.DAY, last, month), stop)


def is_month_name(row: Row, index: int) -> bool:
    """Return whether the month is no verb: "only 12 may enter"."""
    return row.items[index].sure or row.items[index].capital


def month_of_day(row: Row, index: int, depth: int) -> tuple[Moment, int]:
    month = Moment(Grain.MONTH, row.items[index].value)
    inside = row.container(index + 1, depth)
    if inside is not None and inside[0].grain is Grain.YEAR:
        return month._replace(within=inside[0]), inside[1]
    return month, index + 1


def century(row: Row, number: int, stop: int) -> Reading | None:
    if not 1 <= number <= 22:
        return None
    bc = row.follows(stop, Kind.BC)
    return Reading(Moment(Grain.CENTURY, number, bc=bc), None, stop + (bc or row.follows(stop, Kind.AD)))


def first_of(row: Row, index: int, depth: int, sign: int, *, bare: bool = False) -> Reading | None:
    """ "[first] eight months of 2022": the number stands at *index*. A *bare* one is a part of a year not named."""
    count, grain = row.items[index].value, row.unit(index + 1, *_SUBUNITS)
    if grain is None or not 1 <= count <= 366:
        return None
    inside = row.container(index + 2, depth)
    if inside is None or inside[0].grain not in (Grain.YEAR, Grain.MONTH, Grain.QUARTER, Grain.HALF):
        if row.unit(index + 2, Grain.YEAR):  # "первые четыре месяца года"
            return Reading(Moment(grain, None, Moment(Grain.YEAR, shift=0), amount=sign * count), None, index + 3)
        whole = bare and grain in (Grain.MONTH, Grain.QUARTER) and count <= 12 and not row.follows(index + 2, Kind.OF)
        return Reading(Moment(grain, amount=sign * count), None, index + 2) if whole else None
    if count * LENGTHS[grain].start >= LENGTHS[inside[0].grain].stop:
        return None  # "over 65 weeks of last March"
    return Reading(Moment(grain, None, inside[0], amount=sign * count), None, inside[1])


def read_season(row: Row, index: int, depth: int) -> Reading | None:
    season = Moment(Grain.SEASON, row.items[index].value)
    inside = row.container(index + 1, depth)
    if inside is None or inside[0].grain is not Grain.YEAR:
        return Reading(season, None, index + 1)
    year = inside[0]
    spanned = any(item.kind is Kind.YEAR_SPAN for item in row.items[index + 1 : inside[1]])
    if spanned and year.number is not None and season.number == 1:
        year = year._replace(number=year.number + 1)
    return Reading(season._replace(within=year), None, inside[1])


def read_weekday(row: Row, index: int, depth: int) -> Reading:
    """A weekday alone, or before the date it belongs to: "Friday, 14 October 2022"."""
    after = index + 1
    if after < len(row.items) and row.items[after].gap in " ,":
        day = row.single(after, depth + 1) if row.items[after].kind in (Kind.DAY, Kind.ORDINAL, Kind.MONTH, Kind.DATE) else None
        if day is not None and day.first.grain is Grain.DAY and day.last is None:
            return day
    return Reading(Moment(Grain.WEEKDAY, row.items[index].value), None, after)


def read_part_code(row: Row, index: int, depth: int) -> Reading | None:
    grain, number, year = read_code(row.items[index].value)
    if grain is Grain.MONTH:
        moment = Moment(grain, amount=number)
        if year:
            return Reading(moment._replace(within=Moment(Grain.YEAR, year)), None, index + 1)
        placed = row.placed(moment, index + 1, depth, Grain.YEAR)
        return placed if placed.first.within is not None else None
    if year:
        return Reading(Moment(grain, number, Moment(Grain.YEAR, year)), None, index + 1)
    placed = row.placed(Moment(grain, number), index + 1, depth, Grain.YEAR)
    return placed if (grain is Grain.QUARTER and row.items[index].capital) or placed.first.within is not None else None
