"""A period as it is written."""

from enum import StrEnum
from typing import NamedTuple

from qa_bot.text.moments import Grain, Moment, is_relative, is_yearless


class PeriodForm(StrEnum):
    ABSOLUTE = "absolute"  # the dates are known as written
    YEARLESS = "yearless"  # "January and February", "14 October"
    RELATIVE = "relative"  # "last year", "yesterday", "a year earlier"


class PeriodMention(NamedTuple):
    """A period as written: ``text[start:end]``, with the words that lead into it ``text[lead:end]``.

    *first* to *last* (the same when there is no *last*) is what it names. *open_start* and *open_end*: "until 2020", "since March";
    *beyond*: "before 1990", "after 1990" leave the unit itself out; *as_of*: a state at a point in time ("as of 1 May", "by 2030");
    *called*: what the text calls these dates, "last week" of "last week (23-29 September)".
    """

    start: int
    end: int
    lead: int
    form: PeriodForm
    surface: str
    first: Moment
    last: Moment | None = None
    open_start: bool = False
    open_end: bool = False
    beyond: bool = False
    as_of: bool = False
    called: Moment | None = None

    @property
    def grain(self) -> Grain:
        """The size of the unit named: day, week, month, ...; span for a stretch between two."""
        return Grain.SPAN if self.last is not None else self.first.grain


def form_of(first: Moment, last: Moment | None) -> PeriodForm:
    """Return whether the days from *first* to *last* are known as written, lack their year or need an anchor."""
    moments = (first,) if last is None else (first, last)
    if any(is_relative(moment) for moment in moments) and not all(is_yearless(moment) for moment in moments):
        return PeriodForm.RELATIVE
    return PeriodForm.YEARLESS if any(is_yearless(moment) for moment in moments) else PeriodForm.ABSOLUTE
