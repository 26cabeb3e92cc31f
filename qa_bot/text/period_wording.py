"""Periods in words."""

from datetime import date
from functools import lru_cache

from qa_bot.schema import Period
from qa_bot.text.moments import Edge, is_relative, month_length
from qa_bot.text.period_mentions import find_periods
from qa_bot.text.roman import to_roman
from qa_bot.text.time_words import Kind, time_words

_VAGUE = frozenset({Edge.EARLY, Edge.MIDDLE, Edge.LATE, Edge.START, Edge.END})


def describe(period: Period, language: str) -> str:
    """Return a short wording: "2023", "January-February 2022", "1 January - 14 October 2022", "since March 2022", "last year (undated)".

    Where dates would say more than the text does ("the late 19th century", "fiscal 2021", 44 BC), its own words are returned.
    """
    written = _as_written(period.surface, language)
    if written:
        return written
    russian = language.startswith("ru")
    start, end = period.start, period.end
    if start == date.max:
        return period.surface  # no calendar has it: "31 February 2023"
    if start is not None and end is not None:
        return _closed(start, end, russian)
    if start is not None:
        return _since(start, russian)
    if end is not None:
        return _until(end, russian)
    return _undated(period.surface, language)


def within(surface: str, language: str) -> str:
    """Return a bare time led by a preposition, as a sentence has it: "in 2022"."""
    return time_words(language).wording["within"].format(surface)


@lru_cache(maxsize=1024)  # an answer words its few periods over and over
def _as_written(surface: str, language: str) -> str:
    """Return *surface* when it names a time that days would only feign to know, else an empty string."""
    for mention in find_periods(surface, 0, len(surface), language):
        for moment in (mention.first, mention.last or mention.first):
            if moment.loose and not (mention.open_start or mention.open_end):
                return surface[mention.start : mention.end]
            if moment.bc or moment.loose or (moment.edge in _VAGUE and not mention.as_of and not is_relative(moment)):
                return _uncapitalised(mention.surface, language)
    return ""


def _undated(surface: str, language: str) -> str:
    note = time_words(language).wording["undated"]
    return f"{_uncapitalised(surface, language)} ({note})" if surface else note


def _uncapitalised(surface: str, language: str) -> str:
    """Return *surface* without the capital of a sentence's start; names of months and days keep theirs."""
    first = surface.split(maxsplit=1)[0].strip(".,") if surface.split() else ""
    entry = time_words(language).words.get(first)
    named = not language.startswith("ru") and entry is not None and entry[0] in (Kind.MONTH, Kind.WEEKDAY)
    return surface if named or entry is None or (not first[1:].islower() and len(first) > 1) else surface[:1].lower() + surface[1:]


def _months(language: str, *, of: bool = False) -> list[str]:
    return time_words(language).wording["months_of" if of else "months"].split("|")


def _closed(start: date, end: date, russian: bool) -> str:
    dash = "–"
    whole_months = start.day == 1 and end.day == month_length(end.year, end.month)
    if whole_months and start.month == 1 and end.month == 12:
        if start.year == end.year:
            return f"{start.year} год" if russian else str(start.year)
        if end.year - start.year == 9 and start.year % 10 == 0:
            return f"{start.year}-е годы" if russian else f"the {start.year}s"
        if end.year - start.year == 99 and end.year % 100 == 0:
            return _century(end.year // 100, russian)
        return f"{start.year}{dash}{end.year}" + (" годы" if russian else "")
    if whole_months:
        return _month_span(start, end, russian)
    if start == end:
        return _day(start, russian)
    if start.year == end.year:
        left = _day(start, russian, year=False) if start.month != end.month else str(start.day)
        return f"{left} {dash} {_day(end, russian)}" if start.month != end.month else f"{left}{dash}{_day(end, russian)}"
    return f"{_day(start, russian)} {dash} {_day(end, russian)}"


def _century(number: int, russian: bool) -> str:
    if russian:
        return f"{to_roman(number)} век"
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"the {number}{ending} century"


def _month_span(start: date, end: date, russian: bool) -> str:
    names, year_word = _months("ru" if russian else "en"), " года" if russian else ""
    if (start.year, start.month) == (end.year, end.month):
        return f"{names[start.month - 1]} {start.year}{year_word}"
    if start.year == end.year:
        return f"{names[start.month - 1]}–{names[end.month - 1]} {start.year}{year_word}"
    return f"{names[start.month - 1]} {start.year}{year_word} – {names[end.month - 1]} {end.year}{year_word}"


def _day(day: date, russian: bool, *, year: bool = True) -> str:
    month = _months("ru", of=True)[day.month - 1] if russian else _months("en")[day.month - 1]
    return f"{day.day} {month}" + (f" {day.year}" + (" года" if russian else "") if year else "")


def _since(day: date, russian: bool) -> str:
    """Return "since March 2022": the largest unit that begins on *day*."""
    pattern = time_words("ru" if russian else "en").wording["since"]
    if day.day > 1:
        return pattern.format(_day(day, russian))
    return pattern.format(_year_of(day, russian) if day.month == 1 else _month_of(day, russian))


def _until(day: date, russian: bool) -> str:
    """Return "until the end of 2020": the largest unit that ends on *day*."""
    wording = time_words("ru" if russian else "en").wording
    if day.day < month_length(day.year, day.month):
        return wording["until_day"].format(_day(day, russian))
    return wording["until"].format(_year_of(day, russian) if day.month == 12 else _month_of(day, russian))


def _year_of(day: date, russian: bool) -> str:
    return f"{day.year} года" if russian else str(day.year)


def _month_of(day: date, russian: bool) -> str:
    months = _months("ru", of=True) if russian else _months("en")
    return f"{months[day.month - 1]} {_year_of(day, russian)}"
