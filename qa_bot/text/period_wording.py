"""Periods in words."""

from datetime import date, timedelta

from qa_bot.schema import Period
from qa_bot.text.moments import month_length
from qa_bot.text.time_words import Kind, time_words


def describe(period: Period, language: str) -> str:
    """Return a short wording: "2023", "January-February 2022", "1 January - 14 October 2022", "since March 2022", "last year (undated)"."""
    russian = language.startswith("ru")
    start, end = period.start, period.end
    if start is not None and end is not None:
        return _closed(start, end, russian)
    if start is not None:
        return _open(time_words(language).wording["since"], start, russian, at_end=False)
    if end is not None:
        return _open(time_words(language).wording["until"], end, russian, at_end=True)
    return _undated(period.surface, language)


def _undated(surface: str, language: str) -> str:
    note = time_words(language).wording["undated"]
    return f"{_uncapitalised(surface, language)} ({note})" if surface else note


def _uncapitalised(surface: str, language: str) -> str:
    """Return *surface* without the capital of a sentence's start; names of months and days keep theirs."""
    first = surface.split(maxsplit=1)[0].strip(".,") if surface.split() else ""
    entry = time_words(language).words.get(first)
    named = not language.startswith("ru") and entry is not None and entry[0] in (Kind.MONTH, Kind.WEEKDAY)
    return surface if named or entry is None else surface[:1].lower() + surface[1:]


def _months(language: str, *, of: bool = False) -> list[str]:
    return time_words(language).wording["months_of" if of else "months"].split("|")


def _closed(start: date, end: date, russian: bool) -> str:
    dash = "–"
    whole_months = start.day == 1 and end.day == month_length(end.year, end.month)
    if whole_months and start.month == 1 and end.month == 12:
        if start.year == end.year:
            return str(start.year)
        return f"{start.year}{dash}{end.year}" + (" годы" if russian else "")
    if whole_months:
        return _month_span(start, end, russian)
    if start == end:
        return _day(start, russian)
    if start.year == end.year:
        left = _day(start, russian, year=False) if start.month != end.month else str(start.day)
        return f"{left} {dash} {_day(end, russian)}" if start.month != end.month else f"{left}{dash}{_day(end, russian)}"
    return f"{_day(start, russian)} {dash} {_day(end, russian)}"


def _month_span(start: date, end: date, russian: bool) -> str:
    names, year_word = _months("ru" if russian else "en"), " года" if russian else ""
    if (start.year, start.month) == (end.year, end.month):
        return f"{names[start.month - 1]} {start.year}{year_word}"
    if start.year == end.year:
        return f"{names[start.month - 1]}–{names[end.month - 1]} {start.year}{year_word}"
    return f"{names[start.month - 1]} {start.year} – {names[end.month - 1]} {end.year}{year_word}"


def _day(day: date, russian: bool, *, year: bool = True) -> str:
    month = _months("ru", of=True)[day.month - 1] if russian else _months("en")[day.month - 1]
    return f"{day.day} {month}" + (f" {day.year}" + (" года" if russian else "") if year else "")


def _open(pattern: str, day: date, russian: bool, *, at_end: bool) -> str:
    """Return "since March 2022", "until 2020": the largest unit that begins (or ends) on that day."""
    last = (day + timedelta(1)).day == 1 if day < date.max else True
    if (at_end and last and day.month == 12) or (not at_end and day.day == 1 and day.month == 1):
        return pattern.format(f"{day.year}" + (" года" if russian else ""))
    if (at_end and last) or (not at_end and day.day == 1):
        months = _months("ru", of=True) if russian else _months("en")
        return pattern.format(f"{months[day.month - 1]} {day.year}" + (" года" if russian else ""))
    return pattern.format(_day(day, russian))
