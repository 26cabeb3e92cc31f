"""Readers of times that are counted from an anchor: "last year", "the past five years", "a week ago", "so far this year"."""

from qa_bot.text.moments import Edge, Grain, Moment
from qa_bot.text.patterns import LatePattern
from qa_bot.text.period_calendar import first_of, read_year
from qa_bot.text.period_row import Reading, Row
from qa_bot.text.time_words import Kind

_NUMERIC = (Kind.DAY, Kind.NUMBER, Kind.CARDINAL, Kind.YEAR)
_SHIFTS = {Kind.THIS: 0, Kind.LAST: -1, Kind.BEFORE_LAST: -2, Kind.NEXT: 1, Kind.PREVIOUS: -1, Kind.FOLLOWING: 1, Kind.SAME: 0}
WEEKS = 53  # of a year, at most
_GROUP = LatePattern(r"[ ,\u00a0\u202f]\d{3}(?!\d)")  # of a number that goes on: "1,146"
_NAMED = {Kind.MONTH: Grain.MONTH, Kind.SEASON: Grain.SEASON, Kind.WEEKDAY: Grain.WEEKDAY}
_NAMED_BEFORE = frozenset({Grain.YEAR, Grain.SEASON, Grain.QUARTER, Grain.HALF, Grain.MONTH, Grain.WEEK})
_ANAPHORIC = (Kind.PREVIOUS, Kind.FOLLOWING, Kind.SAME)
_LARGER = {
    grain: frozenset(list(Grain)[list(Grain).index(grain) + 1 :]) - {Grain.SPAN, Grain.WEEKDAY} for grain in Grain
}  # what a unit may be the last of


def away(row: Row, unit: int, grain: Grain, amount: int) -> Reading | None:
    """ "[five] years ago", "[a] year earlier", "годом ранее", "[за] год до этого"; the unit stands at *unit*."""
    if row.follows(unit + 1, Kind.UNTIL, Kind.BEFORE) and _is_that(row, unit + 2):
        return Reading(Moment(grain, shift=-amount, anaphoric=True, apart=True), None, unit + 3) if amount else None
    before = row.follows(unit + 1, Kind.BEFORE, Kind.AFTER) and row.surroundings.ends_clause(unit + 1)  # "the year before."
    if not before and not row.follows(unit + 1, Kind.AGO, Kind.HENCE):
        return None
    if amount == 0:  # "12,000 years ago": too long ago for the calendar
        return Reading(Moment(grain, rolling=True), None, unit + 2)
    word = row.items[unit + 1]
    sign = -1 if word.kind in (Kind.AGO, Kind.BEFORE) else 1
    anaphoric = sign > 0 or word.lower not in row.words.lists["ago_now"]
    return Reading(Moment(grain, shift=sign * amount, anaphoric=anaphoric, apart=anaphoric), None, unit + 2)


def _is_that(row: Row, index: int) -> bool:
    """Whether item *index* stands for what was named before: "a year before that", "за год до этого", not "до этого года"."""
    that = row.follows(index, Kind.THIS, Kind.SAME) and row.items[index].lower in row.words.lists["pronouns"]
    return that and not row.follows(index + 1, *_NAMED, Kind.UNIT, Kind.YEAR)


def read_a(row: Row, index: int, depth: int) -> Reading | None:
    grain = row.unit(index + 1)
    return None if grain is None else away(row, index + 1, grain, 1)


def read_unit_first(row: Row, index: int, depth: int) -> Reading | None:
    """ "годом ранее", "year-end 2022", "the year before last"."""
    grain = row.unit(index, gaps=row.items[index].gap)
    if grain is not None and row.follows(index + 1, Kind.BEFORE) and row.follows(index + 2, Kind.LAST) and row.unit(index + 3) is None:
        return Reading(Moment(grain, shift=-2), None, index + 3)
    if grain is Grain.YEAR and row.follows(index + 1, Kind.END, gaps="- ") and row.follows(index + 2, Kind.YEAR):
        year = read_year(row, index + 2, depth)
        return year and year._replace(first=year.first._replace(edge=Edge.LAST_DAY), bare_year=False)
    if grain is Grain.YEAR and row.follows(index + 1, Kind.YEAR) and not row.follows(index + 2, Kind.UNIT):
        year = read_year(row, index + 1, depth)
        return year and year._replace(bare_year=False)
    numbered = row.follows(index + 1, Kind.DAY, Kind.NUMBER) and row.items[index + 1].value <= WEEKS and not _counts(row, index)
    if grain is Grain.WEEK and numbered and not _names_days(row, index + 1):
        return _weeks(row, index + 1, depth)
    if grain is None or row.plural(index):
        return None
    return away(row, index, grain, 1) or ending(row, index, depth, grain, 1) or _within(row, index, grain)


def _within(row: Row, index: int, grain: Grain) -> Reading | None:
    """ "[during the] year", "[over the whole] season", "[за весь] год": the one named before."""
    if grain not in _NAMED_BEFORE or (row.follows(index + 1, Kind.OF, Kind.TO, Kind.UNIT) and row.items[index + 1].gap == " "):
        return None
    return Reading(Moment(grain, shift=0, anaphoric=True, whole=True), None, index + 1)


def _names_days(row: Row, index: int) -> bool:
    """Whether a month follows the numbers at *index*: "[за неделю] 23-29 сентября"."""
    while row.follows(index, Kind.DAY, Kind.NUMBER, gaps=" -"):
        index += 1
    return row.follows(index, Kind.MONTH)


def _counts(row: Row, index: int) -> bool:
    """Whether the number behind the week at *index* counts what follows, or goes on: "in the week 12 children", «за неделю 12 детей»."""
    if _GROUP.match(row.surroundings.text, row.items[index + 1].end, row.surroundings.end):
        return True  # "in the week 1,146"
    definite = index > 0 and row.follows(index, Kind.UNIT) and row.items[index - 1].kind is Kind.THE
    return (definite or row.words.years_named) and row.surroundings.counts_after(index + 1)


def _weeks(row: Row, index: int, depth: int) -> Reading:
    """ "[week] 31 of 2024", "[weeks] 31 and 32", "[weeks] 5-8": the number stands at *index*."""
    first, stop, last = Moment(Grain.WEEK, row.items[index].value), index + 1, None
    joint = row.skip(stop, Kind.AND, Kind.TO)
    if row.plural(index - 1) and row.follows(joint, Kind.DAY, Kind.NUMBER, gaps="-" if joint == stop else " "):
        last, stop = Moment(Grain.WEEK, row.items[joint].value), joint + 1
    placed = row.placed(last or first, stop, depth, Grain.YEAR)
    if last is None:
        return placed
    return Reading(first._replace(within=placed.first.within), placed.first, placed.stop)


def ending(row: Row, unit: int, depth: int, grain: Grain, amount: int) -> Reading | None:
    """ "[three months] to June 2022", "[the year] ended 31 March 2023": the unit stands at *unit*."""
    if grain is Grain.SEASON or not row.follows(unit + 1, Kind.TO, Kind.ENDED, gaps=" ,"):
        return None  # a season is not so many months
    inner = row.single(row.skip(unit + 2, Kind.ON, Kind.THE), depth + 1)
    if inner is None or inner.last is not None or inner.first.grain not in (Grain.DAY, Grain.MONTH) or inner.first.shift is not None:
        return None
    return Reading(Moment(grain, None, inner.first, amount=-amount), None, inner.stop)


def read_few(row: Row, index: int, depth: int) -> Reading | None:
    """ "Several years ago": some time, but not which."""
    unit = row.skip(index + 1, Kind.OF)
    grain = row.unit(unit)
    if grain is None or not row.follows(unit + 1, Kind.AGO, Kind.HENCE):
        return None
    return Reading(Moment(grain, rolling=True), None, unit + 2)


def read_deictic(row: Row, index: int, depth: int) -> Reading | None:
    """ "This year", "the previous quarter", "the last two months of 2022", "last Monday", "в прошлом 2021 году"."""
    kind, after = row.items[index].kind, index + 1
    if row.follows(after, Kind.YEAR) and row.unit(after + 1, Grain.YEAR):
        return read_year(row, after, depth)
    counted = row.skip(after, Kind.WHOLE) + 1
    if kind is Kind.SAME and row.follows(counted - 1, *_NUMERIC) and row.unit(counted) is not None and row.plural(counted):
        after = counted  # "the same five months of 2022"
    if row.follows(after, *_NUMERIC):
        return (first_of(row, after, depth, -1) if kind is Kind.LAST else None) or past(row, index, depth)
    after = row.skip(after, Kind.WHOLE, Kind.FISCAL)
    grain = row.unit(after)
    if grain is None:
        return None if kind is Kind.SAME else _named(row, index, after)
    if row.plural(after) and kind is not Kind.SAME:
        return past(row, index, depth) if kind in (Kind.LAST, Kind.NEXT) else None
    if kind in (Kind.LAST, Kind.SAME):
        inside = row.container(after + 1, depth)
        if inside is not None and inside[0].grain in _LARGER[grain]:
            if kind is Kind.LAST:
                return Reading(Moment(grain, None, inside[0], amount=-1), None, inside[1])
            return Reading(Moment(Grain.SPAN, within=inside[0], shift=0, anaphoric=True), None, inside[1])
    if row.plural(after):  # "the same months", but "that years of war"
        return Reading(Moment(Grain.SPAN, shift=0, anaphoric=True), None, after + 1) if _after_the(row, index) else None
    told = kind in _ANAPHORIC or (kind is Kind.THIS and grain is Grain.DAY)  # «в этот день»: the day that was named; else it were "today"
    return Reading(Moment(grain, shift=_SHIFTS[kind], anaphoric=told), None, after + 1)


def _after_the(row: Row, index: int) -> bool:
    return index > 0 and row.items[index].gap == " " and row.items[index - 1].kind is Kind.THE


def _named(row: Row, index: int, after: int) -> Reading | None:
    """ "Last March", "this winter", "next Monday"."""
    if not row.follows(after, *_NAMED):
        return None
    kind, item = row.items[index].kind, row.items[after]
    return Reading(Moment(_NAMED[item.kind], item.value, shift=_SHIFTS[kind], anaphoric=kind in _ANAPHORIC), None, after + 1)


def past(row: Row, index: int, depth: int) -> Reading | None:
    """ "The past five years", "recent years", "за последние пять лет"; also "the last years of the 19th century"."""
    kind, after = row.items[index].kind, row.skip(index + 1, Kind.FEW)
    sign = 1 if kind in (Kind.NEXT, Kind.FOLLOWING) else -1
    vague, amount = after > index + 1, 1
    if row.follows(after, *_NUMERIC):
        amount, after = row.items[after].value, after + 1
    grain = row.unit(after)
    if grain is None or not 1 <= amount <= 1000:
        return None
    vague = vague or (after == index + 1 and row.plural(after))
    inside = row.container(after + 1, depth)
    if inside is not None and inside[0].grain in _LARGER[grain]:
        if vague:
            return Reading(inside[0]._replace(edge=Edge.LATE), None, inside[1])
        return Reading(Moment(grain, None, inside[0], amount=sign * amount), None, inside[1])
    if row.follows(after + 1, Kind.OF):  # of service, of the war
        return None
    return Reading(Moment(grain, amount=0 if vague else sign * amount, rolling=True, anaphoric=kind in _ANAPHORIC), None, after + 1)


def read_final(row: Row, index: int, depth: int) -> Reading | None:
    if row.follows(index + 1, *_NUMERIC):
        return first_of(row, index + 1, depth, -1)
    grain = row.unit(index + 1, Grain.QUARTER, Grain.MONTH, Grain.WEEK, Grain.DAY)
    if grain is None:
        return None
    placed = row.placed(Moment(grain, amount=-1), index + 2, depth, Grain.YEAR, Grain.MONTH)
    return placed if placed.first.within is not None else None


def read_point(row: Row, index: int, depth: int) -> Reading:
    return Reading(Moment(Grain.DAY, shift=row.items[index].value), None, index + 1)


def read_so_far(row: Row, index: int, depth: int) -> Reading | None:
    after = row.skip(index + 1, Kind.IN, Kind.THE)
    if after >= len(row.items) or row.items[after].gap != " ":
        return None
    inner = row.single(after, depth + 1)
    if inner is None or inner.last is not None or row.items[after].kind not in (Kind.THIS, Kind.YEAR, Kind.MONTH):
        return None
    return Reading(_until_now(inner.first), None, inner.stop)


def read_to_date(row: Row, index: int, depth: int) -> Reading:
    return Reading(Moment(Grain.YEAR, shift=0), None, index + 1)


def read_same_period(row: Row, index: int, depth: int) -> Reading | None:
    """ "the same period last year", "за аналогичный период прошлого года": the period named before, in another year."""
    after = row.skip(index + 1, Kind.OF, Kind.IN, Kind.THE)
    inner = row.single(after, depth + 1) if row.follows(after, Kind.YEAR, *_SHIFTS) else None
    if inner is None or inner.last is not None or inner.first.grain is not Grain.YEAR:
        return Reading(Moment(Grain.SPAN, shift=0, anaphoric=True), None, index + 1)
    return Reading(Moment(Grain.SPAN, within=inner.first, shift=0, anaphoric=True), None, inner.stop)


def _until_now(moment: Moment) -> Moment:
    return moment if moment.shift == 0 else moment._replace(to_date=True)
