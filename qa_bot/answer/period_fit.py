"""How the period of a figure fits the one that a question asks for."""

from datetime import date
from functools import lru_cache

from qa_bot.answer.concepts import is_deed
from qa_bot.schema import Basis, Figure, Fit, Measure, Period, Query
from qa_bot.text.functions import functions
from qa_bot.text.language import language_of
from qa_bot.text.moments import LENGTHS, Grain, Moment, is_anaphoric, is_relative
from qa_bot.text.periods import PeriodForm, find_periods, relation, resolve

MUCH_WIDER = 14  # times the period asked: a year may say something of its month, not of its week
QUARTER = 92  # days
STATES = functions("en")["states"] | {"cost", "price"}  # what things are or hold, of which a day tells as much as the month
LONGEST_OPEN = 731  # days that what has no beginning, "until July 2023", tells of
NEWEST = 62  # days behind the end of a month within which a text tells the newest of it
LONG_PAST = 300  # days after its end: a report on a year may come out late in the next one, but seldom when that is over, too


def period_fit(asked: Period, figure: Figure) -> Fit:
    """Return how the period of *figure* fits *asked*."""
    held = figure.period
    if held is None:
        return Fit.DIFFERENT if _is_long_past(asked, figure) or _is_to_date(asked, figure) else Fit.UNKNOWN
    if held.basis is Basis.UNRESOLVED and asked.basis is Basis.PUBLICATION_DATE:  # "this year" of an undated text is not its "last year"
        said, written = asked.surface.casefold().split(), held.surface.casefold().split()
        if said == written and not _is_relative(held.surface, figure.language):
            return Fit.SAME  # "since 1 January", asked in the words of the text
        return Fit.UNKNOWN if said[-2:] == written[-2:] else Fit.DIFFERENT
    if asked.basis is Basis.UNRESOLVED and held.basis is not Basis.UNRESOLVED and asked.start is asked.end is None:
        return Fit.SAME if is_called_alike(asked, figure) else Fit.UNKNOWN  # "since the start of the season", which the text dates
    if held.basis is Basis.UNRESOLVED and asked.basis is Basis.STATED and _is_relative(held.surface, figure.language):
        return Fit.DIFFERENT  # nobody knows of which year "this year" is said
    if held.end == asked.end == asked.start and _is_as_of(asked.surface) and _days(held) not in LENGTHS[Grain.WEEK]:
        return Fit.SAME  # what was counted by that day, and not what the week brought
    if asked.end is None and held.start == asked.start is not None and _is_up_to_now(held, figure):
        return Fit.SAME  # since then, up to the day of the text, or the end of the month that it reports on
    fit = relation(asked, held)
    if fit is Fit.NARROWER and asked.end is None and held.start != asked.start:
        return Fit.DIFFERENT  # what one day brought is not what there was since the beginning of the year
    if held.start is None and held.end is not None and asked.end is not None and (held.end - asked.end).days > LONGEST_OPEN:
        return Fit.DIFFERENT  # "3.50 until July 2023" tells of no year long before
    return Fit.DIFFERENT if fit is Fit.WIDER and _days(held) > max(MUCH_WIDER * _days(asked), QUARTER) else fit


def _is_up_to_now(held: Period, figure: Figure) -> bool:
    published, last = figure.published, held.end
    return last is not None and published is not None and 0 <= (published - last).days <= NEWEST


@lru_cache(maxsize=256)
def _is_as_of(surface: str) -> bool:
    mentions = find_periods(surface, 0, len(surface), language_of(surface))
    return len(mentions) == 1 and mentions[0].as_of


@lru_cache(maxsize=1024)
def _is_relative(surface: str, language: str) -> bool:
    mentions = find_periods(surface, 0, len(surface), language)
    return len(mentions) == 1 and mentions[0].form is PeriodForm.RELATIVE


def _days(period: Period) -> int:
    return (period.end - period.start).days + 1 if period.start is not None and period.end is not None else 0


def _is_long_past(asked: Period, figure: Figure) -> bool:
    """Whether the period asked ended so long before the day on which a figure was published that gives no time: its own is near."""
    return figure.published is not None and asked.end is not None and (figure.published - asked.end).days > LONG_PAST


def is_only_compared(asked: Period, figure: Figure, quote: str) -> bool:
    """Return whether the *quote* of an undated figure only compares it with the period asked: "$1.92, 11 cents more than in March"."""
    if figure.period is not None or not asked.surface:
        return False
    said, surface = f" {quote.casefold()} ", asked.surface.casefold()
    return any(f" {word} {surface}" in said for word in functions(figure.language)["compared_by"])


def is_long_before(asked: Period, figure: Figure, latest: date | None) -> bool:
    """Return whether the period asked ended long before the *latest* day that a document without a date of its own counts for."""
    return figure.published is None and latest is not None and asked.end is not None and (latest - asked.end).days > LONG_PAST


def is_of_moment(query: Query, figure: Figure) -> bool:
    """Return whether *figure* says how things stood on a day of the time asked, or what was decided then: of 412,000 who were waiting on
    31 March nobody thinks that it were those of that day alone, as of fires."""
    held, asked = figure.period, query.period
    if asked is None or held is None or held.start is None or held.start != held.end:
        return False
    periods = in_years_of(asked, figure, query.language) if query.any_year else [asked]
    if not any(relation(period, held) is Fit.NARROWER for period in periods):
        return False
    deeds = {*figure.terms.action} - STATES
    if figure.measure in (Measure.SHARE, Measure.RATE, Measure.CHANGE):
        return True
    return not deeds and not any(map(is_deed, figure.terms.head)) and tells_some(figure)


def tells_some(figure: Figure) -> bool:
    """Return whether *figure* counts anything: that there was none on a day says nothing of the month."""
    return figure.value != 0


def was_told_in(asked: Period | None, figure: Figure) -> bool:
    """Return whether *figure*, for which no time is told, was published in the period asked: a bulletin of 14 April tells of April."""
    if asked is None or asked.start is None or asked.end is None or figure.published is None or figure.period is not None:
        return False
    return asked.start <= figure.published <= asked.end


def is_of_grain(figure: Figure, grain: str) -> bool:
    """Return whether the period of *figure* is one *grain* long: a quarter's figure tells of no year."""
    held = figure.period
    return held is not None and _days(held) in LENGTHS.get(Grain(grain), range(0))


def is_called_alike(asked: Period, figure: Figure) -> bool:
    """Return whether the text of *figure* calls its period as the question does, seen from another day: "last week", "on Thursday"."""
    return figure.period is not None and calls_alike(asked, figure.period.surface, figure.language)


@lru_cache(maxsize=1024)
def calls_alike(asked: Period, text: str, language: str) -> bool:
    """Return whether a time that *text* names is called as *asked* is."""
    return not _called_in(asked.surface, language_of(asked.surface)).isdisjoint(_called_in(text, language))


def _called_in(text: str, language: str) -> frozenset[tuple[Grain, int, int]]:
    """The units that *text* names as seen from its own day: of each its number and how far back it is."""
    moments = [mention.called or mention.first for mention in find_periods(text, 0, len(text), language)]
    return frozenset(map(_distance, [moment for moment in moments if is_relative(moment) and not is_anaphoric(moment)]))


def _distance(moment: Moment) -> tuple[Grain, int, int]:
    back = moment.amount if moment.shift is None else moment.shift
    return moment.grain, moment.number or 0, 0 if moment.grain is Grain.WEEKDAY else back  # "last Thursday" is no other than "on Thursday"


def _is_to_date(asked: Period, figure: Figure) -> bool:
    """Whether all that was in a year up to now is asked, which a figure without a time says of no beginning."""
    begun = asked.start is not None and asked.end is None
    return begun and (figure.published is None or (asked.start is not None and asked.start.year == figure.published.year))


def in_years_of(asked: Period, figure: Figure, language: str) -> list[Period]:
    """Return a period asked without its year, in the years of the figure: "in April" is any April, "in week 31" that of any year."""
    held = figure.period
    if held is None or held.end is None or asked.start is None:
        return [asked]
    first = held.end.year - (held.start is not None and held.start.year == held.end.year - 1)
    return [_yearless(asked, language, year) for year in range(first, held.end.year + 1)]


@lru_cache(maxsize=256)
def _yearless(asked: Period, language: str, year: int) -> Period:
    mentions = find_periods(asked.surface, 0, len(asked.surface), language)
    return resolve(mentions[0], published=None, year=year) if len(mentions) == 1 else asked


def span_of(period: Period | None) -> tuple[date, date]:
    """Return the first and the last day of *period*, beyond all others where there is none."""
    if period is None:
        return date.max, date.max
    return period.start or period.end or date.max, period.end or date.max
