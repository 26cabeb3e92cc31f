"""A row of words of time, and what a reader may ask of it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from qa_bot.text.moments import Grain, Moment
from qa_bot.text.period_surroundings import Surroundings
from qa_bot.text.time_words import GRAINS, Kind

MAX_DEPTH = 3  # of units within units: "the first week of the third month of last year"


class Reading(NamedTuple):
    """A moment or, with *last*, a span of moments, read up to item *stop* (excluded)."""

    first: Moment
    last: Moment | None
    stop: int
    bare_year: bool = False  # a number that is a year only if its surroundings say so


class Row:
    """The items of a text and the readers of single moments, by the kind of item that begins one."""

    def __init__(self, surroundings: Surroundings, readers: "Mapping[Kind, Reader]") -> None:
        self.surroundings = surroundings
        self.items = surroundings.items
        self.words = surroundings.words
        self.readers = readers

    def follows(self, index: int, *kinds: Kind, gaps: str = " ") -> bool:
        """Return whether item *index* is one of *kinds* and follows on its predecessor across one of *gaps*."""
        return index < len(self.items) and self.items[index].kind in kinds and self.items[index].gap in gaps

    def skip(self, index: int, *kinds: Kind) -> int:
        while self.follows(index, *kinds):
            index += 1
        return index

    def unit(self, index: int, *grains: Grain, gaps: str = " ") -> Grain | None:
        if not self.follows(index, Kind.UNIT, gaps=gaps):
            return None
        grain = GRAINS[self.items[index].value]
        return grain if not grains or grain in grains else None

    # ------------------------------------------------------------ spans

    def plural(self, index: int) -> bool:
        return self.items[index].lower in self.words.lists["plural_units"]

    def between(self, index: int) -> bool:
        """Return whether "between" (or "from") leads into item *index*."""
        while index > 0 and self.items[index].gap == " " and self.items[index - 1].kind is Kind.THE:
            index -= 1
        return index > 0 and self.items[index].gap == " " and self.items[index - 1].kind is Kind.FROM

    def leads_in(self, index: int) -> bool:
        return index > 0 and self.items[index].gap == " " and self.items[index - 1].kind is Kind.IN

    def leads_on(self, index: int) -> bool:
        return (
            index > 0
            and self.items[index].gap == " "
            and self.items[index - 1].kind in (Kind.ON, Kind.SINCE, Kind.UNTIL, Kind.BY, Kind.AS_OF)
        )

    def is_era(self, index: int) -> bool:
        """Return whether item *index* is an era and no lower-case word ("ad")."""
        return self.items[index].capital or "." in self.items[index].lower or " " in self.items[index].lower

    def single(self, index: int, depth: int) -> Reading | None:
        if index >= len(self.items) or depth > MAX_DEPTH:
            return None
        reader = self.readers.get(self.items[index].kind)
        return None if reader is None else reader(self, index, depth)

    def container(self, index: int, depth: int, *, linked: bool = False) -> tuple[Moment, int] | None:
        """Return the larger unit that the moment before *index* lies within: "of 2022", "last year", "прошлого года", ", 2022"."""
        step = index
        of = self.follows(step, Kind.OF, Kind.IN)
        if of:
            step += 1
        if self.follows(step, Kind.YEAR, Kind.FISCAL, gaps=" " if of else " ,"):
            if self.items[step].kind is Kind.YEAR and not of and not self.surroundings.dated(step):
                return None
        elif not of and not self.follows(
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
        step = self.skip(step, Kind.THE, Kind.WHOLE)
        if self.unit(step, Grain.YEAR, Grain.MONTH) and of:
            grain = self.unit(step) or Grain.YEAR
            return Moment(grain, shift=0), step + 1
        inner = self.single(step, depth + 1)
        if inner is None:
            return None
        if inner.last is not None:
            return (inner.first, inner.stop) if not linked else None
        return inner.first, inner.stop

    def placed(self, moment: Moment, stop: int, depth: int, *grains: Grain) -> Reading:
        """Return *moment* within the unit of one of *grains* that follows it, if one does."""
        inside = self.container(stop, depth)
        if inside is not None and inside[0].grain in grains:
            return Reading(moment._replace(within=inside[0]), None, inside[1])
        return Reading(moment, None, stop)


Reader = Callable[[Row, int, int], Reading | None]
