"""The days that a mention covers."""

from datetime import date, timedelta

from qa_bot.schema import Basis, Period
from qa_bot.text.moments import Days, Edge, Grain, Moment, days_of, is_anaphoric, shift_days, shift_months, with_year, year_moment
from qa_bot.text.period_mention import PeriodForm, PeriodMention

SHORTEST_SEASON = 60  # days


SOON = 28  # days behind the date of a document: in an update of it, or in what it announces


def resolve(
    mention: PeriodMention,
    *,
    published: date | None,
    year: int | None = None,
    reference: date | Period | None = None,
    soon: int = 0,
) -> Period:
    """Return the days of *mention*, both ends included, with the basis they rest on.

    A yearless mention takes *year* (basis context), else its latest occurrence begun by *published*; a day at most *soon* days later
    in the same year is that of this year. A relative one is counted from
    *published* (basis publication_date); "a year earlier" and the like from *reference*, the period named before (basis context), and
    only without one from *published*. What cannot be placed is unresolved, with both ends None; so are years BC.
    """
    days, basis = _days(mention, published, year, reference, soon)
    if days is None and mention.first.to_date and mention.last is None and published is None:
        begun = days_of(mention.first._replace(to_date=False), None)  # "so far in 2023", written nobody knows when
        return Period(start=begun and begun.start, end=None, surface=mention.surface, basis=Basis.STATED if begun else Basis.UNRESOLVED)
    if days is None:
        return Period(start=None, end=None, surface=mention.surface, basis=Basis.UNRESOLVED)
    start, end = _opened(mention, days, published)
    if start is None and end is None:
        return Period(start=None, end=None, surface=mention.surface, basis=Basis.UNRESOLVED)
    return Period(start=start, end=end, surface=mention.surface, basis=basis)


def _days(
    mention: PeriodMention, published: date | None, year: int | None, reference: date | Period | None, soon: int
) -> tuple[Days | None, Basis]:
    if mention.form is PeriodForm.ABSOLUTE:
        return _between(mention.first, mention.last, None), Basis.STATED
    if mention.form is PeriodForm.YEARLESS:
        if year is not None:
            return _in_year(mention.first, mention.last, year), Basis.CONTEXT
        return (None if published is None else _latest(mention, published, soon)), Basis.PUBLICATION_DATE
    if is_anaphoric(mention.first):
        return _anaphoric(mention, published, reference)
    return (None if published is None else _between(mention.first, mention.last, published)), Basis.PUBLICATION_DATE


def _between(first: Moment, last: Moment | None, anchor: date | None) -> Days | None:
    begin = days_of(first, anchor)
    if last is None or begin is None:
        return begin
    finish = days_of(last, anchor)
    return Days(begin.start, finish.end) if finish is not None and begin.start <= finish.end else None


def _in_year(first: Moment, last: Moment | None, year: int) -> Days | None:
    """Return the days of a yearless span in *year*; one that runs over New Year begins in it."""
    days = _between(with_year(first, Moment(Grain.YEAR, year)), None if last is None else with_year(last, Moment(Grain.YEAR, year)), None)
    if days is None and last is not None:
        days = _between(with_year(first, Moment(Grain.YEAR, year)), with_year(last, Moment(Grain.YEAR, year + 1)), None)
    return days


def _latest(mention: PeriodMention, published: date, soon: int) -> Days | None:
    """Return the latest occurrence of a yearless mention that had begun by *published*, or of a day *soon* after it; of a month where
    more than an update is meant by *soon*."""
    if soon and (mention.first.grain is Grain.DAY or (mention.first.grain is Grain.MONTH and soon > SOON)):
        days = _in_year(mention.first, mention.last, published.year)
        if days is not None and published < days.start and (days.start - published).days <= soon:
            return days
    ended = bool(mention.first.amount) and mention.last is None  # of "the first nine months" in March those of the year before
    for year in range(published.year, max(published.year - 9, 0), -1):
        days = _in_year(mention.first, mention.last, year)
        if days is not None and (days.end if ended else days.start) <= published:
            return days
    return None


def _anaphoric(mention: PeriodMention, published: date | None, reference: date | Period | None) -> tuple[Days | None, Basis]:
    if mention.first.grain is Grain.SPAN:
        return _same_stretch(mention.first, published, reference)
    if mention.first.whole:
        return _around_named(mention.first, reference), Basis.CONTEXT
    if isinstance(reference, Period):
        if mention.first.apart and mention.first.grain is not Grain.SEASON and reference.start is not None and reference.end is not None:
            return shift_days(Days(reference.start, reference.end), mention.first.grain, mention.first.shift or 0), Basis.CONTEXT
        if mention.first.grain is Grain.SEASON and reference.start is not None and reference.end is not None:
            days = Days(reference.start, reference.end)
            yearly = (days.end - days.start).days >= SHORTEST_SEASON
            return (shift_days(days, Grain.YEAR, mention.first.shift or 0) if yearly else None), Basis.CONTEXT
        reference = reference.start or reference.end
    anchor = reference or published
    basis = Basis.CONTEXT if reference else Basis.PUBLICATION_DATE
    if anchor is None or (reference is None and mention.first.shift == 0):
        return None, basis
    return _between(mention.first, mention.last, anchor), basis


def _around_named(moment: Moment, reference: date | Period | None) -> Days | None:
    """Return the unit that the period named before lies in: after "on 31 December" "during the year" is all of it; a season is as it
    was named."""
    if not isinstance(reference, Period) or reference.start is None or reference.end is None:
        return None
    named = Days(reference.start, reference.end)
    if moment.grain is Grain.SEASON:
        return named if (named.end - named.start).days >= SHORTEST_SEASON else None
    unit = days_of(moment, reference.end)
    return unit if unit is not None and unit.start <= named.start else named


def _same_stretch(moment: Moment, published: date | None, reference: date | Period | None) -> tuple[Days | None, Basis]:
    """Return the days of the period named before, moved to the year that *moment* names."""
    if not isinstance(reference, Period) or reference.start is None or reference.end is None:
        return None, Basis.CONTEXT
    target = year_moment(moment)
    if target is None:
        return Days(reference.start, reference.end), Basis.CONTEXT
    year = days_of(target, reference.start if target.anaphoric else published)
    if year is None:
        return None, Basis.CONTEXT
    try:
        months = 12 * (year.start.year - reference.start.year)
        end = shift_months(reference.end + timedelta(1), months) - timedelta(1)
        return Days(shift_months(reference.start, months), end), Basis.CONTEXT
    except (ValueError, OverflowError):
        return None, Basis.CONTEXT


def _opened(mention: PeriodMention, days: Days, published: date | None) -> tuple[date | None, date | None]:
    """Return both ends with the open side None; "since the start of the year" ends on the publication date."""
    try:
        if mention.open_end:
            if mention.first.shift == 0 and mention.first.edge is Edge.START:
                return days.start, published
            return (days.end + timedelta(1), None) if mention.beyond else (days.start, None)
        if mention.open_start:
            return (None, days.start - timedelta(1)) if mention.beyond else (None, days.end)
    except OverflowError:
        return None, None
    if mention.as_of and mention.first.edge is Edge.END:
        return days.end, days.end
    if mention.as_of and mention.first.edge is Edge.START:
        return days.start, days.start
    return days.start, days.end
