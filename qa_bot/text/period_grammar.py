"""How words of time combine into moments: "the first eight months of 2022", "from 14 to 16 October", "в прошлом году".

A recursive-descent grammar over the row of time words of a text. Every reader takes the index of an item and returns what it read
from there with the index after it, or None.
"""

from itertools import pairwise
from typing import NamedTuple

from qa_bot.text.moments import Grain, Moment
from qa_bot.text.period_calendar import (
    read_decade,
    read_era_first,
    read_fiscal,
    read_full_date,
    read_iso_month,
    read_month,
    read_part_code,
    read_season,
    read_weekday,
    read_year_span,
)
from qa_bot.text.period_deixis import (
    past,
    read_a,
    read_deictic,
    read_few,
    read_final,
    read_point,
    read_same_period,
    read_so_far,
    read_to_date,
    read_unit_first,
)
from qa_bot.text.period_joints import share_year, stretch
from qa_bot.text.period_parts import (
    read_edge,
    read_number,
    read_which,
    read_year_number,
)
from qa_bot.text.period_row import Reader, Reading, Row
from qa_bot.text.period_surroundings import Surroundings
from qa_bot.text.time_numerals import read_code
from qa_bot.text.time_words import Kind

MAX_LIST = 12  # of days or months in a list
_DATED = {Grain.DAY, Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY}


class Listed(NamedTuple):
    """Readings that one expression yields side by side: "12, 13 and 15 May"; each with its first item."""

    readings: tuple[tuple[int, Reading], ...]
    stop: int


class PeriodGrammar:
    """Reads expressions of time, spans and lists of them, from the items of one text."""

    def __init__(self, surroundings: Surroundings) -> None:
        self.row = Row(surroundings, _READERS)

    def read(self, index: int) -> Listed | None:
        """Return what the longest expression that begins at item *index* names."""
        listed = self._day_list(index) or self._month_list(index) or self._ordinal_list(index)
        if listed is not None:
            return listed
        reading = self._span(index)
        return None if reading is None else Listed(((index, reading),), reading.stop)

    # ------------------------------------------------------------ looking

    def _span(self, index: int) -> Reading | None:
        left = self.row.single(index, 0)
        if left is None or left.last is not None:
            return left
        join = self._connector(index, left.stop)
        if join is None:
            return left
        if self.row.follows(join, Kind.PRESENT, gaps=" -"):
            return left._replace(last=Moment(Grain.DAY, shift=0), stop=join + 1)
        if self.row.follows(join, Kind.POINT, gaps=" -"):
            return left._replace(last=Moment(Grain.DAY, shift=self.row.items[join].value), stop=join + 1)
        right = self.row.single(join, 0)
        if right is None or right.last is not None or not self._matches(left, right):
            return left
        first, last = stretch(left.first, right.first)
        return Reading(first, last, right.stop, left.bare_year and right.bare_year)

    def _connector(self, start: int, index: int) -> int | None:
        """Return the item after a dash, "to", "until", "through" or "(between ...) and" at *index*; the span begins at *start*."""
        if index < len(self.row.items) and self.row.items[index].gap == "-" and self.row.items[index].kind in _JOINED:
            return index
        if not self.row.follows(index, Kind.TO, Kind.UNTIL, *((Kind.AND,) if self.row.between(start) else ())):
            return None
        after = self.row.skip(index + 1, Kind.THE)
        return after if after < len(self.row.items) and self.row.items[after].gap in " -" else None

    def _matches(self, left: Reading, right: Reading) -> bool:
        grains = {left.first.grain, right.first.grain}
        if len(grains) == 1:
            if Grain.YEAR in grains and left.first.number and right.first.number:
                return _signed(left.first) < _signed(right.first)
            return True
        if right.bare_year and self.row.surroundings.counts_after(right.stop - 1):
            return False
        return grains <= _DATED and not (left.bare_year and right.bare_year)

    # ------------------------------------------------------------ lists

    def _numbers(self, index: int, kinds: tuple[Kind, ...]) -> tuple[list[int], list[str]]:
        """Return the items of a list of numbers from *index* and what parts them: "-" a span, "," a list."""
        found: list[int] = [index]
        signs: list[str] = []
        between = self.row.between(index)
        while len(found) < MAX_LIST:
            after = found[-1] + 1
            if self.row.follows(after, *kinds, gaps="-"):
                sign, step = "-", after
            elif self.row.follows(after, *kinds, gaps=",/"):
                sign, step = ",", after
            elif self.row.follows(after, Kind.AND, gaps=" ,") and self.row.follows(self.row.skip(after + 1, Kind.THE), *kinds):
                sign, step = "-" if between else ",", self.row.skip(after + 1, Kind.THE)
            elif self.row.follows(after, Kind.TO, Kind.UNTIL) and self.row.follows(self.row.skip(after + 1, Kind.THE), *kinds):
                sign, step = "-", self.row.skip(after + 1, Kind.THE)
            else:
                break
            found.append(step)
            signs.append(sign)
        return found, signs

    def _day_list(self, index: int) -> Listed | None:
        """ "14-16 October 2022", "12, 13 and 15 May", "с 1 по 15 марта"."""
        if self.row.items[index].kind not in (Kind.DAY, Kind.ORDINAL):
            return None
        found, signs = self._numbers(index, (Kind.DAY, Kind.ORDINAL))
        if not signs:
            return None
        last = self.row.single(found[-1], 0)
        if last is None or last.last is not None or last.first.grain is not Grain.DAY or last.first.within is None:
            return None
        month = last.first.within
        return self._grouped(found, signs, [Moment(Grain.DAY, self.row.items[i].value, month) for i in found], last.stop)

    def _month_list(self, index: int) -> Listed | None:
        """ "January and February 2022", "in March, May and October"."""
        if self.row.items[index].kind is not Kind.MONTH:
            return None
        found, signs = self._numbers(index, (Kind.MONTH,))
        if not signs:
            return None
        last = self.row.single(found[-1], 0)
        if last is None or last.last is not None or last.first.grain is not Grain.MONTH:
            return None
        months = [Moment(Grain.MONTH, self.row.items[i].value) for i in found]
        placed = [share_year(month, last.first)[0] for month in months[:-1]]
        return self._grouped(found, signs, [*placed, last.first], last.stop)

    def _ordinal_list(self, index: int) -> Listed | None:
        """ "the first and second quarters of 2022", "the 10th and 11th centuries"."""
        if self.row.items[index].kind not in (Kind.ORDINAL, Kind.ROMAN, Kind.CODE):
            return None
        kinds = (Kind.CODE,) if self.row.items[index].kind is Kind.CODE else (Kind.ORDINAL, Kind.ROMAN)
        found, signs = self._numbers(index, kinds)
        if not signs:
            return None
        last = self.row.single(found[-1], 0)
        if last is None or last.last is not None or last.first.number is None or last.first.grain is Grain.DAY:
            return None
        coded = kinds == (Kind.CODE,)
        numbers = [read_code(self.row.items[i].value)[1] if coded else self.row.items[i].value for i in found]
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


def _signed(year: Moment) -> int:
    return (year.number or 0) * (-1 if year.bc else 1)


def _all_follow(moments: list[Moment]) -> bool:
    numbers = [moment.number or 0 for moment in moments]
    return all(after == before + 1 for before, after in pairwise(numbers))


_READERS: dict[Kind, Reader] = {
    Kind.DATE: read_full_date,
    Kind.ISO_MONTH: read_iso_month,
    Kind.YEAR_SPAN: read_year_span,
    Kind.YEAR: read_year_number,
    Kind.FISCAL: read_fiscal,
    Kind.DECADE: read_decade,
    Kind.MONTH: read_month,
    Kind.DAY: read_which,
    Kind.ORDINAL: read_which,
    Kind.ROMAN: read_which,
    Kind.NUMBER: read_number,
    Kind.CARDINAL: read_number,
    Kind.A: read_a,
    Kind.UNIT: read_unit_first,
    Kind.THIS: read_deictic,
    Kind.LAST: read_deictic,
    Kind.BEFORE_LAST: read_deictic,
    Kind.NEXT: read_deictic,
    Kind.PREVIOUS: read_deictic,
    Kind.FOLLOWING: read_deictic,
    Kind.SAME: read_deictic,
    Kind.PAST: past,
    Kind.FEW: read_few,
    Kind.FINAL: read_final,
    Kind.EARLY: read_edge,
    Kind.MIDDLE: read_edge,
    Kind.LATE: read_edge,
    Kind.START: read_edge,
    Kind.END: read_edge,
    Kind.SEASON: read_season,
    Kind.WEEKDAY: read_weekday,
    Kind.POINT: read_point,
    Kind.CODE: read_part_code,
    Kind.AD: read_era_first,
    Kind.SO_FAR: read_so_far,
    Kind.TO_DATE: read_to_date,
    Kind.SAME_PERIOD: read_same_period,
}

STARTERS = frozenset(_READERS)
_JOINED = STARTERS | {Kind.PRESENT}
