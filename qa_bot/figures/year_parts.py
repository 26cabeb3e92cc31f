"""Parts of a year that is not named beside them: "за полугодие", "the quietest was February", the year over a column of nine months."""

from datetime import date, timedelta

from qa_bot.figures.labels import Label
from qa_bot.figures.passing import is_future, is_told_as_past
from qa_bot.figures.reported import TOLD_SOON, whole_year
from qa_bot.figures.units import Unit
from qa_bot.schema import Basis, Fit, Period
from qa_bot.text.moments import LENGTHS, Grain, around, shift_months
from qa_bot.text.periods import PeriodMention, is_fiscal, relation, resolve

MONTHS = 12
PARTS = {Grain.HALF: 6, Grain.QUARTER: 3}  # how many months each has
_BY_MONTHS = (Grain.MONTH, Grain.QUARTER, Grain.SEASON)


def part_told(mention: PeriodMention, told: Period | None, published: date | None) -> Period:
    """Return the half or quarter of "over the half-year" in a text that has come to the time *told*: the one that this lies in or ends
    with, else the last that was over when the text was written; unresolved in a text of a whole year, which has more than one."""
    unknown = resolve(mention, published=None)
    grain, by = mention.first.grain, published
    if told is not None and told.start is not None and told.end is not None:
        days = (told.end - told.start).days + 1
        if days in LENGTHS[grain]:
            return told.model_copy(update={"surface": mention.surface, "basis": Basis.CONTEXT})
        if days in LENGTHS[Grain.YEAR] or is_fiscal(told):
            return unknown
        unit = around(told.end, grain)
        if unit.start <= told.start and (published is None or unit.end <= published):
            return Period(start=unit.start, end=unit.end, surface=mention.surface, basis=Basis.CONTEXT)
        by = told.end if unit.start > told.start else published
    if by is None:
        return unknown
    after = by + timedelta(1)
    begun = date(after.year, (after.month - 1) // PARTS[grain] * PARTS[grain] + 1, 1)
    if begun == date.min:
        return unknown  # no calendar has what was before
    period = Period(start=shift_months(begun, -PARTS[grain]), end=begun - timedelta(1), surface=mention.surface, basis=Basis.CONTEXT)
    if by is not published:
        return period
    soon = period.end is not None and (by - period.end).days <= TOLD_SOON
    return period.model_copy(update={"basis": Basis.PUBLICATION_DATE}) if soon else unknown


def year_told(mention: PeriodMention, unit: Unit, reported: Period | None) -> int | None:
    """Return the year of a report written in the next one, for a month that it tells of as past: "the quietest was February"."""
    published = unit.document.published
    if reported is None or reported.end is None or published is None or reported.end.year >= published.year:
        return None
    if mention.first.grain not in _BY_MONTHS or mention.open_end or is_future(unit.syntax, mention):
        return None
    days = resolve(mention, published=None, year=reported.end.year)
    within = relation(reported, days) in (Fit.SAME, Fit.NARROWER)
    return reported.end.year if within and is_told_as_past(unit.syntax, mention) else None


def of_months(heads: dict[int, Label], over: Period | None) -> dict[int, Label]:
    """Return the *heads* of a table that stands under the months of a year, which the years among them are of: below "January to
    September 2024" a column "2023" is of January to September 2023. Not below a last quarter, which may stand beside whole years, nor
    below a day or week, on which a text was written, nor where no column is of the year of these months, or one is of a later one."""
    if over is None or over.start is None or over.end is None or over.start.year != over.end.year or over.end.month == MONTHS:
        return heads
    if over.start.day != 1 or (over.end + timedelta(1)).day != 1:
        return heads
    years = {column: year for column, head in heads.items() if head.modality is None and (year := whole_year(head.period)) is not None}
    if max(years.values(), default=0) != over.end.year:
        return heads
    return {column: head if column not in years else _of_months(head, over, years[column]) for column, head in heads.items()}


def _of_months(head: Label, over: Period, year: int) -> Label:
    if head.period is None or over.start is None or over.end is None:
        return head
    back = 12 * (year - over.end.year)
    start, end = shift_months(over.start, back), shift_months(over.end + timedelta(1), back) - timedelta(1)
    return head._replace(period=head.period.model_copy(update={"start": start, "end": end, "basis": Basis.CONTEXT}))
