"""The periods that a question asks for, seen from a day and against the question before."""

from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, date

from qa_bot.schema import Period, Turn
from qa_bot.text.asking import asking
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.moments import Grain, is_anaphoric
from qa_bot.text.patterns import LatePattern
from qa_bot.text.periods import PeriodForm, PeriodMention, find_periods, resolve, within
from qa_bot.text.syntax import Syntax

DAILY = (Grain.DAY, Grain.WEEKDAY, Grain.WEEK)
BESIDE = 2  # characters between "a year earlier" and the date that it is: ", "
COMPARED_REACH = 3  # tokens from "compared" to the period: "compared with the"
_NEXT_WORD = LatePattern(r"\s([a-z]+)")
_BARE_YEAR = LatePattern(r"(\w+)?\W*(?<![\d.,-])((?:19|20)\d\d)(?=\s*[?!.]*$)")


def dated(text: str, language: str) -> str:
    """Return *text* with its preposition put before a bare year: "and 2022?" is "and in 2022?", "with 2023" "with in 2023"."""
    year = _BARE_YEAR.search(text) if text.rstrip(" ?!.")[-1:].isdigit() else None
    if year is None:
        return text
    mentions = find_periods(text, 0, len(text), language)
    linked = (year[1] or "").lower() in asking(language).words["year_links"]
    if any(mention.end > year.start(2) or not linked for mention in mentions):
        return text
    return text[: year.start(2)] + within(text[year.start(2) :], language)


def asked_periods(mentions: Sequence[PeriodMention], previous: Turn | None, as_of: date) -> list[Period]:
    """Return the periods of *mentions*, seen from the day *as_of*; what names no year, or only another time, is of the question before."""
    year, reference = year_of(previous), period_of(previous)
    found: list[Period] = []
    for mention in _placed(_without_explained(mentions)):
        if mention.first.grain is Grain.SPAN and mention.first.within is not None and reference is None:
            mention = mention._replace(first=mention.first.within)  # "in the same period of 2023", of none that was named: some of 2023
        if mention.form is PeriodForm.YEARLESS and year is not None:
            found.append(resolve(mention, published=as_of, year=year))
        elif mention.first.whole and reference is None:
            continue  # "over the season" asks of no time
        elif reference is not None and is_anaphoric(mention.first):
            found.append(resolve(mention, published=as_of, reference=reference))  # "and a year earlier?"
        else:
            found.append(_possible(resolve(mention, published=as_of), mention))
    return found


def is_seen_from(mention: PeriodMention) -> bool:
    """Return whether *mention* is a day or a week as a text of those days calls it: "yesterday", "on Thursday", "last week"."""
    return mention.form is PeriodForm.RELATIVE and mention.grain in DAILY and not is_anaphoric(mention.first) and mention.called is None


def is_of_any_year(mentions: Sequence[PeriodMention], previous: Turn | None) -> bool:
    """Return whether one time is asked without its year: "in April", "in the week from 29 July to 4 August"."""
    named = [mention for mention in mentions if not mention.first.whole]
    return len(named) == 1 and named[0].form is PeriodForm.YEARLESS and year_of(previous) is None


def _without_explained(mentions: Sequence[PeriodMention]) -> list[PeriodMention]:
    """The *mentions* without "a year earlier" beside the date that it is: "a year earlier, on 1 October 2023"."""
    dates = [mention for mention in mentions if mention.form is PeriodForm.ABSOLUTE]

    def is_explained(mention: PeriodMention) -> bool:
        return any(0 <= after.lead - before.end <= BESIDE for date in dates for before, after in ((mention, date), (date, mention)))

    return [mention for mention in mentions if not (mention.first.apart and is_explained(mention))]


def _placed(mentions: list[PeriodMention]) -> list[PeriodMention]:
    """The *mentions*, so many months within the one year that is named beside them: "the nine-month revenue in 2024"."""
    years = [mention for mention in mentions if mention.form is PeriodForm.ABSOLUTE and mention.grain is Grain.YEAR]
    counted = [mention for mention in mentions if mention.form is PeriodForm.YEARLESS and mention.first.amount and mention.last is None]
    if len(mentions) != 2 or len(years) != 1 or len(counted) != 1:
        return mentions
    first = counted[0].first._replace(within=years[0].first)
    return [counted[0]._replace(first=first, form=PeriodForm.ABSOLUTE)]


def _possible(period: Period, mention: PeriodMention) -> Period:
    """A day that no calendar has ("31 April 2023") lies after all others, so that no figure is of it."""
    if mention.form is PeriodForm.ABSOLUTE and period.start is None and period.end is None and mention.first is not None:
        return period.model_copy(update={"start": date.max, "end": date.max})
    return period


def names_sort(mention: PeriodMention, text: str) -> bool:
    """Return whether a season of no year only says of what sort the thing behind it is: "for the winter appeal"."""
    if mention.form is not PeriodForm.YEARLESS or mention.grain is not Grain.SEASON:
        return False
    behind = _NEXT_WORD.match(text, mention.end)
    if behind is None or not _NEXT_WORD.search(text[mention.start : mention.end]):
        return False
    return bool(lexicon("en").opens(behind[1]) & Kinds.NOMINAL) and behind[1] not in asking("en").words["season_units"]


def odd_year(text: str, language: str) -> list[Period]:
    """Return a year that no document dates by ("in 9999", "in the year 1"), a period all the same: no figure of another one answers."""
    match = asking(language).odd_year.search(text)
    if match is None:
        return []
    year = int(match[1])
    if not MINYEAR <= year <= MAXYEAR:
        return [Period(start=date.max, end=date.max, surface=match[0].strip())]
    return [Period(start=date(year, 1, 1), end=date(year, 12, 31), surface=match[0].strip())]


def is_compared_with(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether *mention* is only what something is held against: "by how much did it rise compared with 2022"."""
    before = [token.lower for token in syntax.tokens if token.end <= mention.start + 1][-COMPARED_REACH:]
    inside = [token.lower for token in syntax.tokens if mention.lead <= token.start < mention.end][:COMPARED_REACH]
    return not syntax.words["comparing"].isdisjoint((*before, *inside))


def two_ends(periods: list[Period]) -> list[Period]:
    """Return the first and last year of one period over several: for a difference "from 2021 to 2022" is two years."""
    if len(periods) != 1 or periods[0].start is None or periods[0].end is None or periods[0].start.year == periods[0].end.year:
        return periods
    years = (periods[0].start.year, periods[0].end.year)
    return [Period(start=date(year, 1, 1), end=date(year, 12, 31), surface=str(year)) for year in years]


def year_of(previous: Turn | None) -> int | None:
    """Return the year that the question before was of, None where it was of none."""
    if previous is None:
        return None
    spans = [previous.query.period if _is_dated(previous) else None, *(figure.period for figure in previous.figures)]
    return next((period.end.year for period in spans if period is not None and period.end is not None), None)


def _is_dated(previous: Turn) -> bool:
    """Whether the period that the question before asked for is known without its figures."""
    return not (previous.query.any_year or previous.query.any_day)


def period_of(previous: Turn | None) -> Period | None:
    """Return the period that the question before asked for, else the one that all its figures are of."""
    if previous is None:
        return None
    if previous.query.period is not None and _is_dated(previous):
        return previous.query.period
    spans = {(figure.period.start, figure.period.end): figure.period for figure in previous.figures if figure.period is not None}
    return next(iter(spans.values())) if len(spans) == 1 else None
