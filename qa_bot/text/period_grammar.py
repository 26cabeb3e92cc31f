"""How words of time combine into moments: "the first eight months of 2022", "from 14 to 16 October", "в прошлом году".

A recursive-descent grammar over the row of time words of a text. Every reader takes the index of an item and returns what it read
from there with the index after it, or None.
"""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from qa_bot.text.moments import Edge, Grain, Moment, is_yearless, with_year, year_moment, year_of
from qa_bot.text.time_words import GRAINS, Item, Kind, TimeWords, read_code

MAX_DEPTH = 3  # of units within units: "the first week of the third month of last year"
MAX_LIST = 12  # of days or months in a list


class Reading(NamedTuple):
    """A moment or, with *last*, a span of moments, read from item *first_item* up to *stop* (excluded)."""

    first: Moment
    last: Moment | None
    stop: int
    bare_year: bool = False  # a number that is a year only if its surroundings say so


class Listed(NamedTuple):
    """Readings that one expression yields side by side: "12, 13 and 15 May"; each with its first item."""

    readings: tuple[tuple[int, Reading], ...]
    stop: int


_NUMERIC = (Kind.DAY, Kind.NUMBER, Kind.CARDINAL, Kind.YEAR)
_DECADE_ENDING = "".join(sorted({*"s-", *"ехыми"}))  # "90s", "90-е", "90-х", "90-ми"
_WHICH = (Kind.ORDINAL, Kind.ROMAN, Kind.DAY)
_DIGITS = (Kind.DAY, Kind.NUMBER, Kind.YEAR)
_SUBUNITS = (Grain.MONTH, Grain.QUARTER, Grain.WEEK, Grain.DAY)
_EDGES = {Kind.EARLY: Edge.EARLY, Kind.MIDDLE: Edge.MIDDLE, Kind.LATE: Edge.LATE, Kind.START: Edge.START, Kind.END: Edge.END}
_SHIFTS = {Kind.THIS: 0, Kind.LAST: -1, Kind.NEXT: 1, Kind.PREVIOUS: -1, Kind.FOLLOWING: 1, Kind.SAME: 0}
_ANAPHORIC = (Kind.PREVIOUS, Kind.FOLLOWING, Kind.SAME)
_LARGER = {
    grain: frozenset(list(Grain)[list(Grain).index(grain) + 1 :]) - {Grain.SPAN, Grain.WEEKDAY} for grain in Grain
}  # what a unit may be the last of
_DATED = {Grain.DAY, Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY}


def day_moment(day: date) -> Moment:
    """Return the moment that a full date names."""
    return Moment(Grain.DAY, day.day, Moment(Grain.MONTH, day.month, Moment(Grain.YEAR, day.year)))


class PeriodGrammar:
    """Reads expressions of time from the items of one text."""

    def __init__(self, items: list[Item], words: TimeWords, counts_after: Callable[[int], bool], dated: Callable[[int], bool]) -> None:
        self.items = items
        self.words = words
        self.dated = dated  # whether the number that is item i is the year of the month before it
        self.counts_after = counts_after  # whether the number that is item i counts the noun after it

    def read(self, index: int) -> Listed | None:
        """Return what the longest expression that begins at item *index* names."""
        listed = self._day_list(index) or self._month_list(index) or self._ordinal_list(index)
        if listed is not None:
            return listed
        reading = self._span(index)
        return None if reading is None else Listed(((index, reading),), reading.stop)

    # ------------------------------------------------------------ looking

    def _is(self, index: int, *kinds: Kind, gaps: str = " ") -> bool:
        """Return whether item *index* is one of *kinds* and follows on its predecessor across one of *gaps*."""
        return index < len(self.items) and self.items[index].kind in kinds and self.items[index].gap in gaps

    def _skip(self, index: int, *kinds: Kind) -> int:
        while self._is(index, *kinds):
            index += 1
        return index

    def _unit(self, index: int, *grains: Grain, gaps: str = " ") -> Grain | None:
        if not self._is(index, Kind.UNIT, gaps=gaps):
            return None
        grain = GRAINS[self.items[index].value]
        return grain if not grains or grain in grains else None

    # ------------------------------------------------------------ spans

    def _span(self, index: int) -> Reading | None:
        left = self._single(index, 0)
        if left is None or left.last is not None:
            return left
        join = self._connector(index, left.stop)
        if join is None:
            return left
        if self._is(join, Kind.PRESENT, gaps=" -"):
            return left._replace(last=Moment(Grain.DAY, shift=0), stop=join + 1)
        if self._is(join, Kind.POINT, gaps=" -"):
            return left._replace(last=Moment(Grain.DAY, shift=self.items[join].value), stop=join + 1)
        right = self._single(join, 0)
        if right is None or right.last is not None or not self._matches(left, right):
            return left
        first, last = _share_year(left.first, right.first)
        return Reading(first, last, right.stop, left.bare_year and right.bare_year)

    def _between(self, index: int) -> bool:
        """Return whether "between" (or "from") leads into item *index*."""
        while index > 0 and self.items[index].gap == " " and self.items[index - 1].kind is Kind.THE:
            index -= 1
        return index > 0 and self.items[index].gap == " " and self.items[index - 1].kind is Kind.FROM

    def _connector(self, start: int, index: int) -> int | None:
        """Return the item after a dash, "to", "until", "through" or "(between ...) and" at *index*; the span begins at *start*."""
        if index < len(self.items) and self.items[index].gap == "-" and self.items[index].kind in _JOINED:
            return index
        if not self._is(index, Kind.TO, Kind.UNTIL, *((Kind.AND,) if self._between(start) else ())):
            return None
        after = self._skip(index + 1, Kind.THE)
        return after if after < len(self.items) and self.items[after].gap in " -" else None

    def _matches(self, left: Reading, right: Reading) -> bool:
        grains = {left.first.grain, right.first.grain}
        if len(grains) == 1:
            if Grain.YEAR in grains and left.first.number and right.first.number:
                return left.first.number < right.first.number
            return True
        if right.bare_year and self.counts_after(right.stop - 1):
            return False
        return grains <= _DATED and not (left.bare_year and right.bare_year)

    # ------------------------------------------------------------ lists

    def _numbers(self, index: int, kinds: tuple[Kind, ...]) -> tuple[list[int], list[str]]:
        """Return the items of a list of numbers from *index* and what parts them: "-" a span, "," a list."""
        found: list[int] = [index]
        signs: list[str] = []
        between = self._between(index)
        while len(found) < MAX_LIST:
            after = found[-1] + 1
            if self._is(after, *kinds, gaps="-"):
                sign, step = "-", after
            elif self._is(after, *kinds, gaps=",/"):
                sign, step = ",", after
            elif self._is(after, Kind.AND, gaps=" ,") and self._is(self._skip(after + 1, Kind.THE), *kinds):
                sign, step = "-" if between else ",", self._skip(after + 1, Kind.THE)
            elif self._is(after, Kind.TO, Kind.UNTIL) and self._is(self._skip(after + 1, Kind.THE), *kinds):
                sign, step = "-", self._skip(after + 1, Kind.THE)
            else:
                break
            found.append(step)
            signs.append(sign)
        return found, signs

    def _day_list(self, index: int) -> Listed | None:
        """ "14-16 October 2022", "12, 13 and 15 May", "с 1 по 15 марта"."""
        if self.items[index].kind not in (Kind.DAY, Kind.ORDINAL):
            return None
        found, signs = self._numbers(index, (Kind.DAY, Kind.ORDINAL))
        if not signs:
            return None
        last = self._single(found[-1], 0)
        if last is None or last.last is not None or last.first.grain is not Grain.DAY or last.first.within is None:
            return None
        month = last.first.within
        return self._grouped(found, signs, [Moment(Grain.DAY, self.items[i].value, month) for i in found], last.stop)

    def _month_list(self, index: int) -> Listed | None:
        """ "January and February 2022", "in March, May and October"."""
        if self.items[index].kind is not Kind.MONTH:
            return None
        found, signs = self._numbers(index, (Kind.MONTH,))
        if not signs:
            return None
        last = self._single(found[-1], 0)
        if last is None or last.last is not None or last.first.grain is not Grain.MONTH:
            return None
        months = [Moment(Grain.MONTH, self.items[i].value) for i in found]
        placed = [_share_year(month, last.first)[0] for month in months[:-1]]
        return self._grouped(found, signs, [*placed, last.first], last.stop)

    def _ordinal_list(self, index: int) -> Listed | None:
        """ "the first and second quarters of 2022", "the 10th and 11th centuries"."""
        if self.items[index].kind not in (Kind.ORDINAL, Kind.ROMAN, Kind.CODE):
            return None
        kinds = (Kind.CODE,) if self.items[index].kind is Kind.CODE else (Kind.ORDINAL, Kind.ROMAN)
        found, signs = self._numbers(index, kinds)
        if not signs:
            return None
        last = self._single(found[-1], 0)
        if last is None or last.last is not None or last.first.number is None or last.first.grain is Grain.DAY:
            return None
        coded = kinds == (Kind.CODE,)
        numbers = [read_code(self.items[i].value)[1] if coded else self.items[i].value for i in found]
        return self._grouped(found, signs, [last.first._replace(number=number) for number in numbers], last.stop)

    def _grouped(self, found: list[int], signs: list[str], moments: list[Moment], stop: int) -> Listed:
        """Return neighbours ("January and February") as one span, others side by side."""
        groups: list[list[int]] = [[0]]
        for position, sign in enumerate(signs, start=1):
            before, now = moments[position - 1].number or 0, moments[position].number or 0
            if sign == "-" or (now == before + 1 and len(moments) == 2) or (now == before + 1 and _all_follow(moments)):
                groups[-1].append(position)
            else:
                groups.append([position])
        readings = []
        for group in groups:
            ends = stop if group[-1] == len(found) - 1 else found[group[-1]] + 1
            first, last = moments[group[0]], moments[group[-1]]
            readings.append((found[group[0]], Reading(first, last if len(group) > 1 else None, ends)))
        return Listed(tuple(readings), stop)

    # ------------------------------------------------------------ single moments

    def _single(self, index: int, depth: int) -> Reading | None:
        if index >= len(self.items) or depth > MAX_DEPTH:
            return None
        reader = _READERS.get(self.items[index].kind)
        return None if reader is None else reader(self, index, depth)

    def _container(self, index: int, depth: int, *, linked: bool = False) -> tuple[Moment, int] | None:
        """Return the larger unit that the moment before *index* lies within: "of 2022", "last year", "прошлого года", ", 2022"."""
        step = index
        of = self._is(step, Kind.OF, Kind.IN)
        if of:
            step += 1
        if self._is(step, Kind.YEAR, Kind.FISCAL, gaps=" " if of else " ,"):
            if self.items[step].kind is Kind.YEAR and not of and not self.dated(step):
                return None
        elif not of and not self._is(
            step,
            Kind.THIS,
            Kind.LAST,
            Kind.NEXT,
            Kind.PREVIOUS,
            Kind.FOLLOWING,
            Kind.SAME,
            Kind.MONTH,
            Kind.DECADE,
            Kind.ROMAN,
            Kind.ORDINAL,
            Kind.YEAR_SPAN,
        ):
            return None
        step = self._skip(step, Kind.THE, Kind.WHOLE)
        if self._unit(step, Grain.YEAR, Grain.MONTH) and of:
            grain = self._unit(step) or Grain.YEAR
            return Moment(grain, shift=0), step + 1
        inner = self._single(step, depth + 1)
        if inner is None:
            return None
        if inner.last is not None:
            return (inner.first, inner.stop) if not linked else None
        return inner.first, inner.stop

    def _placed(self, moment: Moment, stop: int, depth: int, *grains: Grain) -> Reading:
        """Return *moment* within the unit of one of *grains* that follows it, if one does."""
        inside = self._container(stop, depth)
        if inside is not None and inside[0].grain in grains:
            return Reading(moment._replace(within=inside[0]), None, inside[1])
        return Reading(moment, None, stop)

    def _date(self, index: int, depth: int) -> Reading:
        stop = index + 1
        if self._unit(stop, Grain.YEAR):
            stop += 1
        return Reading(day_moment(date.fromordinal(self.items[index].value)), None, stop)

    def _iso_month(self, index: int, depth: int) -> Reading:
        year, month = divmod(self.items[index].value, 100)
        return Reading(Moment(Grain.MONTH, month, Moment(Grain.YEAR, year)), None, index + 1)

    def _year_span(self, index: int, depth: int) -> Reading:
        first, last = divmod(self.items[index].value, 10000)
        stop = index + 1
        named = self._unit(stop, Grain.YEAR) is not None or (self._is(stop, Kind.AD) and self._is_era(stop))
        if self._is(stop, Kind.BC) and self._is_era(stop):
            return Reading(Moment(Grain.YEAR, first, bc=True), Moment(Grain.YEAR, last, bc=True), stop + 1)
        loose = last == first + 1
        return Reading(Moment(Grain.YEAR, first, loose=loose), Moment(Grain.YEAR, last, loose=loose), stop + named, not named)

    def _year(self, index: int, depth: int) -> Reading | None:
        if depth == 0 and (span := self._era_span(index)) is not None:
            return span
        stop, sure, bc = index + 1, False, False
        loose = self._is(stop, Kind.FISCAL)
        stop += loose
        if self._unit(stop, Grain.YEAR):
            if self.items[stop].lower in self.words.lists["counted_units"]:
                return self._number(index, depth)
            stop, sure = stop + 1, True
        if self._is(stop, Kind.BC, Kind.AD) and self._is_era(stop):
            bc, stop, sure = self.items[stop].kind is Kind.BC, stop + 1, True
        return Reading(Moment(Grain.YEAR, self.items[index].value, bc=bc, loose=loose), None, stop, not sure)

    def _is_era(self, index: int) -> bool:
        """Return whether item *index* is an era and no lower-case word ("ad")."""
        return self.items[index].capital or "." in self.items[index].lower or " " in self.items[index].lower

    def _era_first(self, index: int, depth: int) -> Reading | None:
        """ "AD 79"."""
        year = index + 1
        if not self._is_era(index) or not self._is(year, Kind.DAY, Kind.NUMBER, Kind.YEAR) or not self.items[year].value:
            return None
        return Reading(Moment(Grain.YEAR, self.items[year].value), None, year + 1)

    def _fiscal(self, index: int, depth: int) -> Reading | None:
        value, stop = self.items[index].value, index + 1
        if value:
            return Reading(Moment(Grain.YEAR, value, loose=True), None, stop)
        stop = self._skip(stop, Kind.FISCAL)
        if self._unit(stop, Grain.YEAR):
            stop += 1
        if self._is(stop, Kind.YEAR):
            return Reading(Moment(Grain.YEAR, self.items[stop].value, loose=True), None, stop + 1)
        if self._is(stop, Kind.YEAR_SPAN):
            return self._year_span(stop, depth)._replace(bare_year=False)
        return None

    def _decade(self, index: int, depth: int) -> Reading | None:
        item, stop = self.items[index], index + 1
        named = self._unit(stop, Grain.YEAR) is not None
        short = item.lower[:1].isdecimal() and len(item.lower.rstrip(_DECADE_ENDING)) == 2
        spelled = item.lower[:1].isalpha()
        before = self.items[index - 1].kind if index and item.gap in " -'" else None
        if (
            (short or spelled)
            and not named
            and before not in (Kind.THE, Kind.EARLY, Kind.MIDDLE, Kind.LATE, Kind.START, Kind.END, Kind.IN, Kind.DECADE)
        ):
            return None
        return Reading(Moment(Grain.DECADE, item.value), None, stop + named)

    def _month(self, index: int, depth: int) -> Reading | None:
        item = self.items[index]
        month = Moment(Grain.MONTH, item.value)
        inside = self._container(index + 1, depth)
        if inside is not None and inside[0].grain is Grain.YEAR:
            return Reading(month._replace(within=inside[0]), None, inside[1])
        if self.words.month_before_day and self._is(index + 1, Kind.DAY, Kind.ORDINAL):
            return self._month_day(index, month, depth) or Reading(month, None, index + 1)
        return Reading(month, None, index + 1)

    def _month_day(self, index: int, month: Moment, depth: int) -> Reading | None:
        """ "October 14, 2022", "March 3-5", not "in March 60 refusals"."""
        day = index + 1
        if self.items[day].value > 31:
            return None
        stop, last = day + 1, None
        if self._is(stop, Kind.DAY, gaps="-"):
            last, stop = self.items[stop].value, stop + 1
        inside = self._container(stop, depth)
        if inside is not None and inside[0].grain is Grain.YEAR:
            month, stop = month._replace(within=inside[0]), inside[1]
        elif self._leads_in(index) or (self.counts_after(stop - 1) and not self._leads_on(index)):
            return None
        first = Moment(Grain.DAY, self.items[day].value, month)
        return Reading(first, None if last is None else Moment(Grain.DAY, last, month), stop)

    def _leads_in(self, index: int) -> bool:
        return index > 0 and self.items[index].gap == " " and self.items[index - 1].kind is Kind.IN

    def _leads_on(self, index: int) -> bool:
        return (
            index > 0
            and self.items[index].gap == " "
            and self.items[index - 1].kind in (Kind.ON, Kind.SINCE, Kind.UNTIL, Kind.BY, Kind.AS_OF)
        )

    def _which(self, index: int, depth: int) -> Reading | None:
        """ "14 October 2022", "the third quarter of 2022", "19th century", "the first eight months of this year", "44 BC"."""
        item, after = self.items[index], index + 1
        if item.kind is not Kind.ROMAN and self._is(self._skip(after, Kind.OF), Kind.MONTH) and 1 <= item.value <= 31:
            named = self._skip(after, Kind.OF)
            month = self._month_of_day(named, depth)
            if not self._is_month_name(named) and month[1] == named + 1 and not self._leads_on(index):
                return None
            return Reading(Moment(Grain.DAY, item.value, month[0]), None, month[1])
        grain = self._unit(self._skip(after, Kind.WHOLE, Kind.FISCAL), gaps=" -")
        stop = self._skip(after, Kind.WHOLE, Kind.FISCAL) + 1
        if grain in (Grain.QUARTER, Grain.HALF):
            return self._placed(Moment(grain, item.value), stop, depth, Grain.YEAR, Grain.MONTH, Grain.DECADE, Grain.CENTURY)
        if grain is Grain.CENTURY:
            return self._century(item.value, stop)
        if item.kind is Kind.ORDINAL and grain in (Grain.WEEK, Grain.MONTH, Grain.DAY):
            reading = self._placed(Moment(grain, item.value), stop, depth, Grain.YEAR, Grain.MONTH)
            return reading if reading.first.within is not None else None
        if item.kind is Kind.ORDINAL and item.value == 1 and self._is(after, *_NUMERIC):
            return self._first_of(after, depth, 1)
        if item.kind is Kind.DAY:
            return self._number(index, depth)
        return None

    def _is_month_name(self, index: int) -> bool:
        """Return whether the month is no verb: "only 12 may enter"."""
        return self.items[index].sure or self.items[index].capital

    def _month_of_day(self, index: int, depth: int) -> tuple[Moment, int]:
        month = Moment(Grain.MONTH, self.items[index].value)
        inside = self._container(index + 1, depth)
        if inside is not None and inside[0].grain is Grain.YEAR:
            return month._replace(within=inside[0]), inside[1]
        return month, index + 1

    def _century(self, number: int, stop: int) -> Reading | None:
        if not 1 <= number <= 22:
            return None
        bc = self._is(stop, Kind.BC)
        return Reading(Moment(Grain.CENTURY, number, bc=bc), None, stop + (bc or self._is(stop, Kind.AD)))

    def _first_of(self, index: int, depth: int, sign: int) -> Reading | None:
        """ "[first] eight months of 2022": the number stands at *index*."""
        count, grain = self.items[index].value, self._unit(index + 1, *_SUBUNITS)
        if grain is None or not 1 <= count <= 366:
            return None
        inside = self._container(index + 2, depth)
        if inside is None or inside[0].grain not in (Grain.YEAR, Grain.MONTH, Grain.QUARTER, Grain.HALF):
            return None
        return Reading(Moment(grain, None, inside[0], amount=sign * count), None, inside[1])

    def _era_span(self, index: int) -> Reading | None:
        """ "300-200 BC", "between 300 and 200 BC", "(973-1048)"."""
        first, other = self.items[index], index + 1
        if self._is(other, Kind.TO) or (self._between(index) and self._is(other, Kind.AND)):
            other += 1
            gaps = " "
        else:
            gaps = "-"
        if not first.value or not self._is(other, *_DIGITS, gaps=gaps) or not self.items[other].value or first.lower[:1].isalpha():
            return None
        last, stop = self.items[other], other + 1
        named = self._unit(stop, Grain.YEAR) is not None and self.items[stop].lower not in self.words.lists["counted_units"]
        if self._is(stop + named, Kind.BC, Kind.AD) and self._is_era(stop + named):
            bc = self.items[stop + named].kind is Kind.BC
            return Reading(Moment(Grain.YEAR, first.value, bc=bc), Moment(Grain.YEAR, last.value, bc=bc), stop + named + 1)
        if first.kind is Kind.YEAR or not 100 <= first.value < last.value or gaps != "-" or not (named or last.kind is Kind.YEAR):
            return None
        return Reading(Moment(Grain.YEAR, first.value), Moment(Grain.YEAR, last.value), stop + named, not named)

    def _number(self, index: int, depth: int) -> Reading | None:
        """ "eight months of this year", "five years ago", "44 BC"."""
        item, after = self.items[index], index + 1
        if (span := self._era_span(index)) is not None:
            return span
        grain = self._unit(after)
        era = after + 1 if grain is Grain.YEAR else after
        if self._is(era, Kind.BC, Kind.AD) and self._is_era(era) and item.lower[:1].isdecimal() and item.value:
            return Reading(Moment(Grain.YEAR, item.value, bc=self.items[era].kind is Kind.BC), None, era + 1)
        if grain is None:
            return None
        if grain is Grain.YEAR and 100 <= item.value < 1000 and self.items[after].lower in self.words.lists["prepositional_years"]:
            return Reading(Moment(Grain.YEAR, item.value), None, after + 1)
        return self._away(after, grain, item.value) or self._ending(after, depth, grain, item.value) or self._first_of(index, depth, 1)

    def _away(self, unit: int, grain: Grain, amount: int) -> Reading | None:
        """ "[five] years ago", "[a] year earlier", "годом ранее"; the unit stands at *unit*."""
        if not self._is(unit + 1, Kind.AGO, Kind.HENCE):
            return None
        if amount == 0:  # "12,000 years ago": too long ago for the calendar
            return Reading(Moment(grain, rolling=True), None, unit + 2)
        word = self.items[unit + 1]
        sign = -1 if word.kind is Kind.AGO else 1
        anaphoric = sign > 0 or word.lower not in self.words.lists["ago_now"]
        return Reading(Moment(grain, shift=sign * amount, anaphoric=anaphoric), None, unit + 2)

    def _a(self, index: int, depth: int) -> Reading | None:
        grain = self._unit(index + 1)
        return None if grain is None else self._away(index + 1, grain, 1)

    def _unit_first(self, index: int, depth: int) -> Reading | None:
        """ "годом ранее", "year-end 2022"."""
        grain = self._unit(index, gaps=self.items[index].gap)
        if grain is Grain.YEAR and self._is(index + 1, Kind.END, gaps="- ") and self._is(index + 2, Kind.YEAR):
            year = self._year(index + 2, depth)
            return year and year._replace(first=year.first._replace(edge=Edge.LAST_DAY), bare_year=False)
        if grain is Grain.YEAR and self._is(index + 1, Kind.YEAR) and not self._is(index + 2, Kind.UNIT):
            year = self._year(index + 1, depth)
            return year and year._replace(bare_year=False)
        if grain is None or self._plural_unit(index):
            return None
        return self._away(index, grain, 1) or self._ending(index, depth, grain, 1)

    def _ending(self, unit: int, depth: int, grain: Grain, amount: int) -> Reading | None:
        """ "[three months] to June 2022", "[the year] ended 31 March 2023": the unit stands at *unit*."""
        if not self._is(unit + 1, Kind.TO, Kind.ENDED, gaps=" ,"):
            return None
        inner = self._single(self._skip(unit + 2, Kind.ON, Kind.THE), depth + 1)
        if inner is None or inner.last is not None or inner.first.grain not in (Grain.DAY, Grain.MONTH) or inner.first.shift is not None:
            return None
        return Reading(Moment(grain, None, inner.first, amount=-amount), None, inner.stop)

    def _few(self, index: int, depth: int) -> Reading | None:
        """ "Several years ago": some time, but not which."""
        unit = self._skip(index + 1, Kind.OF)
        grain = self._unit(unit)
        if grain is None or not self._is(unit + 1, Kind.AGO, Kind.HENCE):
            return None
        return Reading(Moment(grain, rolling=True), None, unit + 2)

    def _deictic(self, index: int, depth: int) -> Reading | None:
        """ "this year", "last March", "the previous quarter", "the last two months of 2022", "last Monday"."""
        item, after = self.items[index], index + 1
        if item.kind is Kind.LAST and self._is(after, *_NUMERIC):
            return self._first_of(after, depth, -1) or self._past(index, depth)
        after = self._skip(after, Kind.WHOLE, Kind.FISCAL)
        shift, anaphoric = _SHIFTS[item.kind], item.kind in _ANAPHORIC
        grain = self._unit(after)
        if grain is not None and self._plural_unit(after):
            return self._past(index, depth) if item.kind in (Kind.LAST, Kind.NEXT) else None
        if grain is Grain.QUARTER or grain is Grain.HALF or grain is not None:
            if item.kind is Kind.LAST and grain is not Grain.YEAR:
                placed = self._placed(Moment(grain, amount=-1), after + 1, depth, Grain.YEAR)
                if placed.first.within is not None:
                    return placed
            return Reading(Moment(grain, shift=shift, anaphoric=anaphoric), None, after + 1)
        if self._is(after, Kind.MONTH, Kind.SEASON, Kind.WEEKDAY):
            if item.kind is Kind.SAME:
                return None
            named = {Kind.MONTH: Grain.MONTH, Kind.SEASON: Grain.SEASON, Kind.WEEKDAY: Grain.WEEKDAY}[self.items[after].kind]
            return Reading(Moment(named, self.items[after].value, shift=shift, anaphoric=anaphoric), None, after + 1)
        return None

    def _plural_unit(self, index: int) -> bool:
        return self.items[index].lower in self.words.lists["plural_units"]

    def _past(self, index: int, depth: int) -> Reading | None:
        """ "The past five years", "recent years", "за последние пять лет"; also "the last years of the 19th century"."""
        sign, after = (1 if self.items[index].kind in (Kind.NEXT, Kind.FOLLOWING) else -1), self._skip(index + 1, Kind.FEW)
        vague, amount = after > index + 1, 1
        if self._is(after, *_NUMERIC):
            amount, after = self.items[after].value, after + 1
        grain = self._unit(after)
        if grain is None or not 1 <= amount <= 1000:
            return None
        vague = vague or (after == index + 1 and self._plural_unit(after))
        inside = self._container(after + 1, depth)
        if inside is not None and inside[0].grain in _LARGER[grain]:
            if vague:
                return Reading(inside[0]._replace(edge=Edge.LATE), None, inside[1])
            return Reading(Moment(grain, None, inside[0], amount=sign * amount), None, inside[1])
        if self._is(after + 1, Kind.OF):  # of service, of the war
            return None
        return Reading(Moment(grain, amount=0 if vague else sign * amount, rolling=True), None, after + 1)

    def _final(self, index: int, depth: int) -> Reading | None:
        if self._is(index + 1, *_NUMERIC):
            return self._first_of(index + 1, depth, -1)
        grain = self._unit(index + 1, Grain.QUARTER, Grain.MONTH, Grain.WEEK, Grain.DAY)
        if grain is None:
            return None
        placed = self._placed(Moment(grain, amount=-1), index + 2, depth, Grain.YEAR, Grain.MONTH)
        return placed if placed.first.within is not None else None

    def _edge(self, index: int, depth: int) -> Reading | None:
        """ "early 2022", "mid-March", "the end of the year", "в начале 1990-х"."""
        item, after = self.items[index], index + 1
        if self._is(after, Kind.OF):
            after = self._skip(after + 1, Kind.THE)
        if after >= len(self.items) or self.items[after].gap not in " -":
            return None
        edge = _EDGES[item.kind]
        grain = self._unit(after, Grain.YEAR, Grain.MONTH, Grain.QUARTER, Grain.WEEK, Grain.DECADE, Grain.CENTURY, gaps=" -")
        if grain is not None and item.kind in (Kind.START, Kind.END, Kind.MIDDLE):
            return Reading(Moment(grain, shift=0, edge=edge), None, after + 1)
        inner = self._single(after, depth + 1) or self._elided_century(after)
        if inner is None or inner.last is not None or inner.first.edge is not None or inner.first.grain is Grain.DAY:
            return None
        if inner.bare_year and self.counts_after(after):
            return None
        return Reading(inner.first._replace(edge=edge), None, inner.stop)

    def _elided_century(self, index: int) -> Reading | None:
        """ "The late 19th [and early 20th century]"."""
        if not self._is(index, Kind.ORDINAL, Kind.ROMAN, gaps=" -") or not self._is(index + 1, Kind.AND, Kind.TO):
            return None
        other = self._skip(index + 2, Kind.THE, Kind.EARLY, Kind.MIDDLE, Kind.LATE, Kind.START, Kind.END)
        if not self._is(other, Kind.ORDINAL, Kind.ROMAN, gaps=" -") or not self._unit(other + 1, Grain.CENTURY, gaps=" -"):
            return None
        return self._century(self.items[index].value, index + 1)

    def _season(self, index: int, depth: int) -> Reading | None:
        season = Moment(Grain.SEASON, self.items[index].value)
        inside = self._container(index + 1, depth)
        if inside is None or inside[0].grain is not Grain.YEAR:
            return Reading(season, None, index + 1)
        year = inside[0]
        if self.items[inside[1] - 1].kind is Kind.YEAR_SPAN and year.number is not None and season.number == 1:
            year = year._replace(number=year.number + 1)
        return Reading(season._replace(within=year), None, inside[1])

    def _weekday(self, index: int, depth: int) -> Reading:
        """A weekday alone, or before the date it belongs to: "Friday, 14 October 2022"."""
        after = index + 1
        if after < len(self.items) and self.items[after].gap in " ,":
            day = self._single(after, depth + 1) if self.items[after].kind in (Kind.DAY, Kind.ORDINAL, Kind.MONTH, Kind.DATE) else None
            if day is not None and day.first.grain is Grain.DAY and day.last is None:
                return day
        return Reading(Moment(Grain.WEEKDAY, self.items[index].value), None, after)

    def _point(self, index: int, depth: int) -> Reading:
        return Reading(Moment(Grain.DAY, shift=self.items[index].value), None, index + 1)

    def _code(self, index: int, depth: int) -> Reading | None:
        grain, number, year = read_code(self.items[index].value)
        if grain is Grain.MONTH:
            moment = Moment(grain, amount=number)
            if year:
                return Reading(moment._replace(within=Moment(Grain.YEAR, year)), None, index + 1)
            placed = self._placed(moment, index + 1, depth, Grain.YEAR)
            return placed if placed.first.within is not None else None
        if year:
            return Reading(Moment(grain, number, Moment(Grain.YEAR, year)), None, index + 1)
        placed = self._placed(Moment(grain, number), index + 1, depth, Grain.YEAR)
        return placed if grain is Grain.QUARTER or placed.first.within is not None else None

    def _so_far(self, index: int, depth: int) -> Reading | None:
        after = self._skip(index + 1, Kind.IN, Kind.THE)
        if after >= len(self.items) or self.items[after].gap != " ":
            return None
        inner = self._single(after, depth + 1)
        if inner is None or inner.last is not None or self.items[after].kind not in (Kind.THIS, Kind.YEAR, Kind.MONTH):
            return None
        return Reading(_until_now(inner.first), None, inner.stop)

    def _to_date(self, index: int, depth: int) -> Reading:
        return Reading(Moment(Grain.YEAR, shift=0), None, index + 1)

    def _same_period(self, index: int, depth: int) -> Reading | None:
        """ "the same period last year", "за аналогичный период прошлого года": the period named before, in another year."""
        after = self._skip(index + 1, Kind.OF, Kind.IN, Kind.THE)
        inner = self._single(after, depth + 1) if self._is(after, Kind.YEAR, *_SHIFTS) else None
        if inner is None or inner.last is not None or inner.first.grain is not Grain.YEAR:
            return Reading(Moment(Grain.SPAN, shift=0, anaphoric=True), None, index + 1)
        return Reading(Moment(Grain.SPAN, within=inner.first, shift=0, anaphoric=True), None, inner.stop)


def _until_now(moment: Moment) -> Moment:
    return moment if moment.shift == 0 else moment._replace(to_date=True)


def _all_follow(moments: list[Moment]) -> bool:
    numbers = [moment.number or 0 for moment in moments]
    return all(after == before + 1 for before, after in pairwise(numbers))


def _share_year(first: Moment, last: Moment) -> tuple[Moment, Moment]:
    """Return both ends of a span with the year that only one of them names: "August to June 2013" begins in 2012."""
    if is_yearless(first) and not is_yearless(last):
        year = year_moment(last)
        if year is not None and year_of(last) is not None and _place(first) > _place(last):
            year = Moment(Grain.YEAR, (year.number or 0) - 1)
        return with_year(first, year), last
    if is_yearless(last) and not is_yearless(first):
        year = year_moment(first)
        if year is not None and year_of(first) is not None and _place(last) < _place(first):
            year = Moment(Grain.YEAR, (year.number or 0) + 1)
        return first, with_year(last, year)
    return first, last


def _place(moment: Moment) -> tuple[int, int]:
    """Return where in its year a moment begins, to order two of them."""
    if moment.grain is Grain.DAY and moment.within is not None:
        return (moment.within.number or 0, moment.number or 0)
    return (moment.number or 0, 0)


_READERS: dict[Kind, Callable[[PeriodGrammar, int, int], Reading | None]] = {
    Kind.DATE: PeriodGrammar._date,
    Kind.ISO_MONTH: PeriodGrammar._iso_month,
    Kind.YEAR_SPAN: PeriodGrammar._year_span,
    Kind.YEAR: PeriodGrammar._year,
    Kind.FISCAL: PeriodGrammar._fiscal,
    Kind.DECADE: PeriodGrammar._decade,
    Kind.MONTH: PeriodGrammar._month,
    Kind.DAY: PeriodGrammar._which,
    Kind.ORDINAL: PeriodGrammar._which,
    Kind.ROMAN: PeriodGrammar._which,
    Kind.NUMBER: PeriodGrammar._number,
    Kind.CARDINAL: PeriodGrammar._number,
    Kind.A: PeriodGrammar._a,
    Kind.UNIT: PeriodGrammar._unit_first,
    Kind.THIS: PeriodGrammar._deictic,
    Kind.LAST: PeriodGrammar._deictic,
    Kind.NEXT: PeriodGrammar._deictic,
    Kind.PREVIOUS: PeriodGrammar._deictic,
    Kind.FOLLOWING: PeriodGrammar._deictic,
    Kind.SAME: PeriodGrammar._deictic,
    Kind.PAST: PeriodGrammar._past,
    Kind.FEW: PeriodGrammar._few,
    Kind.FINAL: PeriodGrammar._final,
    Kind.EARLY: PeriodGrammar._edge,
    Kind.MIDDLE: PeriodGrammar._edge,
    Kind.LATE: PeriodGrammar._edge,
    Kind.START: PeriodGrammar._edge,
    Kind.END: PeriodGrammar._edge,
    Kind.SEASON: PeriodGrammar._season,
    Kind.WEEKDAY: PeriodGrammar._weekday,
    Kind.POINT: PeriodGrammar._point,
    Kind.CODE: PeriodGrammar._code,
    Kind.AD: PeriodGrammar._era_first,
    Kind.SO_FAR: PeriodGrammar._so_far,
    Kind.TO_DATE: PeriodGrammar._to_date,
    Kind.SAME_PERIOD: PeriodGrammar._same_period,
}

STARTERS = frozenset(_READERS)
_JOINED = STARTERS | {Kind.PRESENT}
