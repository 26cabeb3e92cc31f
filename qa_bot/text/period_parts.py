"""Readers of numbered and cut units: "the third quarter of 2022", "eight months of this year", "the late 19th century"."""

from qa_bot.text.moments import Edge, Grain, Moment
from qa_bot.text.period_calendar import century, first_of, is_month_name, month_of_day, read_year
from qa_bot.text.period_deixis import away, ending
from qa_bot.text.period_row import Reading, Row
from qa_bot.text.time_words import Kind

MONTHS = 12  # of a year
_NUMERIC = (Kind.DAY, Kind.NUMBER, Kind.CARDINAL, Kind.YEAR)
_DIGITS = (Kind.DAY, Kind.NUMBER, Kind.YEAR)
_EDGES = {Kind.EARLY: Edge.EARLY, Kind.MIDDLE: Edge.MIDDLE, Kind.LATE: Edge.LATE, Kind.START: Edge.START, Kind.END: Edge.END}


def read_which(row: Row, index: int, depth: int) -> Reading | None:
    """ "14 October 2022", "the third quarter of 2022", "19th century", "the first eight months of this year", "44 BC"."""
    item, after = row.items[index], index + 1
    if item.kind is not Kind.ROMAN and row.follows(row.skip(after, Kind.OF), Kind.MONTH) and 1 <= item.value <= 31:
        named = row.skip(after, Kind.OF)
        month = month_of_day(row, named, depth)
        if not is_month_name(row, named) and month[1] == named + 1 and not row.leads_on(index):
            return None
        return Reading(Moment(Grain.DAY, item.value, month[0]), None, month[1])
    grain = row.unit(row.skip(after, Kind.WHOLE, Kind.FISCAL), gaps=" -")
    stop = row.skip(after, Kind.WHOLE, Kind.FISCAL) + 1
    if grain in (Grain.QUARTER, Grain.HALF):
        return row.placed(Moment(grain, item.value), stop, depth, Grain.YEAR, Grain.MONTH, Grain.DECADE, Grain.CENTURY)
    if grain is Grain.CENTURY:
        return century(row, item.value, stop)
    if item.kind is Kind.ORDINAL and grain in (Grain.WEEK, Grain.MONTH, Grain.DAY):
        reading = row.placed(Moment(grain, item.value), stop, depth, Grain.YEAR, Grain.MONTH)
        calendar = grain is Grain.WEEK and row.words.years_named and item.lower[:1].isdecimal()  # "на 9-й неделе"
        return reading if calendar or reading.first.within is not None else None
    if item.kind is Kind.ORDINAL and item.value == 1 and row.follows(after, *_NUMERIC):
        return first_of(row, after, depth, 1, bare=True)
    if item.kind is Kind.DAY:
        return read_number(row, index, depth)
    return None


def era_span(row: Row, index: int) -> Reading | None:
    """ "300-200 BC", "between 300 and 200 BC", "(973-1048)"."""
    first, other = row.items[index], index + 1
    if row.follows(other, Kind.TO) or (row.between(index) and row.follows(other, Kind.AND)):
        other += 1
        gaps = " "
    else:
        gaps = "-"
    if not first.value or not row.follows(other, *_DIGITS, gaps=gaps) or not row.items[other].value or first.lower[:1].isalpha():
        return None
    last, stop = row.items[other], other + 1
    named = row.unit(stop, Grain.YEAR) is not None and row.items[stop].lower not in row.words.lists["counted_units"]
    if row.follows(stop + named, Kind.BC, Kind.AD) and row.is_era(stop + named):
        bc = row.items[stop + named].kind is Kind.BC
        return Reading(Moment(Grain.YEAR, first.value, bc=bc), Moment(Grain.YEAR, last.value, bc=bc), stop + named + 1)
    if first.kind is Kind.YEAR or not 100 <= first.value < last.value or gaps != "-" or not (named or last.kind is Kind.YEAR):
        return None
    return Reading(Moment(Grain.YEAR, first.value), Moment(Grain.YEAR, last.value), stop + named, not named)


def read_number(row: Row, index: int, depth: int) -> Reading | None:
    """ "eight months of this year", "five years ago", "44 BC"."""
    item, after = row.items[index], index + 1
    if (span := era_span(row, index)) is not None:
        return span
    grain = row.unit(after)
    era = after + 1 if grain is Grain.YEAR else after
    if row.follows(era, Kind.BC, Kind.AD) and row.is_era(era) and item.lower[:1].isdecimal() and item.value:
        return Reading(Moment(Grain.YEAR, item.value, bc=row.items[era].kind is Kind.BC), None, era + 1)
    if grain is None:
        return read_results(row, index)
    if _is_shift(row, index):
        return None
    if grain is Grain.YEAR and 100 <= item.value < 1000 and row.items[after].lower in row.words.lists["prepositional_years"]:
        return Reading(Moment(Grain.YEAR, item.value), None, after + 1)
    return away(row, after, grain, item.value) or ending(row, after, depth, grain, item.value) or _so_many_of(row, index, depth)


def _is_shift(row: Row, index: int) -> bool:
    """Whether the unit behind a numeral is one that a time before is told by: «37 годом ранее» is a count of then, and no 37 years."""
    unit, item = index + 1, row.items[index]
    if not item.lower[:1].isdecimal() or row.items[unit].lower not in row.words.lists["shift_units"]:
        return False
    return row.follows(unit + 1, Kind.AGO) or (
        row.follows(unit + 1, Kind.UNTIL, Kind.BEFORE) and row.follows(unit + 2, Kind.THIS, Kind.SAME)
    )


def _so_many_of(row: Row, index: int, depth: int) -> Reading | None:
    """ "Eight months of 2022", but not "waited two weeks in March": that is how long it took."""
    return None if row.follows(index + 2, Kind.IN) else first_of(row, index, depth, 1, bare=_sums_up(row, index))


def _sums_up(row: Row, index: int) -> bool:
    """Whether so many months from *index* on may be the first ones of a year: "за девять месяцев", "for the nine months"; not "построили
    за девять месяцев", which is how long it took."""
    if index == 0 or row.items[index].gap != " ":
        return False
    before, lists = row.items[index - 1], row.words.lists
    if row.words.years_named:
        return before.lower.split()[-1] in lists["sum_leads"] and not row.surroundings.follows_verb(index - 1)
    return index > 1 and row.follows(index - 1, Kind.THE) and row.items[index - 2].lower in lists["sum_leads"]


def read_results(row: Row, index: int) -> Reading | None:
    """ "Nine-month revenue": the months of results, of whose year nothing is said; not a "nine-month delay"."""
    if row.unit(index + 1, Grain.MONTH, gaps="-") is None or not 1 < row.items[index].value < MONTHS:
        return None
    sums = row.surroundings.words_after(index + 1)
    if not any(word in row.words.lists["summed"] for word in sums):
        return None
    return Reading(Moment(Grain.MONTH, amount=row.items[index].value), None, index + 2)


def read_edge(row: Row, index: int, depth: int) -> Reading | None:
    """ "early 2022", "mid-March", "the end of the year", "в начале 1990-х"."""
    item, after = row.items[index], index + 1
    if row.follows(after, Kind.OF):
        after = row.skip(after + 1, Kind.THE)
    if after >= len(row.items) or row.items[after].gap not in " -":
        return None
    edge = _EDGES[item.kind]
    grain = row.unit(after, Grain.YEAR, Grain.MONTH, Grain.QUARTER, Grain.WEEK, Grain.DECADE, Grain.CENTURY, gaps=" -")
    if grain is not None and item.kind in (Kind.START, Kind.END, Kind.MIDDLE):
        return Reading(Moment(grain, shift=0, edge=edge), None, after + 1)
    season = row.skip(after, Kind.SEASONAL, Kind.THIS)
    if edge is Edge.START and row.unit(season, Grain.SEASON) and not row.follows(season + 1, Kind.YEAR_SPAN, Kind.OF):
        return Reading(Moment(Grain.SEASON, shift=0, edge=edge), None, season + 1)
    inner = row.single(after, depth + 1) or elided_century(row, after)
    if inner is None or inner.last is not None or inner.first.edge is not None or inner.first.grain is Grain.DAY:
        return None
    if inner.bare_year and row.surroundings.counts_after(after):
        return None
    return Reading(inner.first._replace(edge=edge), None, inner.stop)


def elided_century(row: Row, index: int) -> Reading | None:
    """ "The late 19th [and early 20th century]"."""
    if not row.follows(index, Kind.ORDINAL, Kind.ROMAN, gaps=" -") or not row.follows(index + 1, Kind.AND, Kind.TO):
        return None
    other = row.skip(index + 2, Kind.THE, Kind.EARLY, Kind.MIDDLE, Kind.LATE, Kind.START, Kind.END)
    if not row.follows(other, Kind.ORDINAL, Kind.ROMAN, gaps=" -") or not row.unit(other + 1, Grain.CENTURY, gaps=" -"):
        return None
    return century(row, row.items[index].value, index + 1)


def read_year_number(row: Row, index: int, depth: int) -> Reading | None:
    """ "2022", "1914-18", but "1000 years ago" is a number of years."""
    if depth == 0 and (span := era_span(row, index)) is not None:
        return span
    unit = index + 1
    if row.unit(unit, Grain.YEAR) and _is_shift(row, index):
        return None
    if row.unit(unit, Grain.YEAR) and row.items[unit].lower in row.words.lists["counted_units"]:
        return read_number(row, index, depth)
    return read_year(row, index, depth)
