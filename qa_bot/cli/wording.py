"""The words around an answer, in its language: labels, bounds, names of slots, dates and periods."""

import calendar
import unicodedata
from datetime import date
from decimal import Decimal

from qa_bot.schema import Basis, Bound, CitedFigure, Figure, Measure, Period

_LABELS = {
    "en": {
        "nearest": "Nearest in the corpus",
        "related": "Related, though no answer",
        "differs": "differs in",
        "missing": "Nothing in the corpus fits",
        "choices": "It could mean",
        "read_as": "Read as",
        "page": "p.",
        "undated": "undated",
        "says": "says",
        "part_of": "part of",
        "derived": "derived",
        "value": "figure",
        "source": "source",
        "total": "in all",
    },
    "ru": {
        "nearest": "Ближайшее в корпусе",
        "related": "По теме, но не ответ",
        "differs": "отличается",
        "missing": "В корпусе не подходит ничего",
        "choices": "Возможные прочтения",
        "read_as": "Прочитано как",
        "page": "с.",
        "undated": "без даты",
        "says": "по данным:",
        "part_of": "из",
        "derived": "вычислено",
        "value": "число",
        "source": "источник",
        "total": "всего",
    },
}

_SLOTS_RU = {
    "period": "период",
    "counted": "что считается",
    "head": "что считается",
    "unit": "единица",
    "action": "действие",
    "actor": "кто",
    "direction": "направление",
    "reason": "причина",
    "place": "место",
    "claimant": "кто сообщает",
    "part_of": "часть чего",
    "measure": "вид величины",
    "value": "число",
}

_BOUNDS = {
    "en": {
        Bound.ABOUT: "about ",
        Bound.AT_LEAST: "at least ",
        Bound.MORE_THAN: "more than ",
        Bound.AT_MOST: "at most ",
        Bound.LESS_THAN: "less than ",
    },
    "ru": {
        Bound.ABOUT: "около ",
        Bound.AT_LEAST: "не менее ",
        Bound.MORE_THAN: "более ",
        Bound.AT_MOST: "не более ",
        Bound.LESS_THAN: "менее ",
    },
}

_BASES = {
    "en": {
        Basis.CONTEXT: "from the text around it",
        Basis.PUBLICATION_DATE: "reckoned from the publication date",
        Basis.UNRESOLVED: "of which year, the document does not say",
    },
    "ru": {
        Basis.CONTEXT: "по окружающему тексту",
        Basis.PUBLICATION_DATE: "по дате публикации",
        Basis.UNRESOLVED: "какого года, документ не говорит",
    },
}

_MONTHS = {
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    "ru": ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
}
_MONTHS_ALONE = {"ru": ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"]}


def label(name: str, language: str) -> str:
    """Return the label *name* in *language*; English where there is none."""
    return _LABELS.get(language, _LABELS["en"])[name]


def slot(name: str, language: str) -> str:
    """Return the name of a slot as a person reads it."""
    return _SLOTS_RU.get(name, name) if language == "ru" else name.replace("_", " ")


def day(value: date, language: str) -> str:
    """Return a date in words: "14 October 2022"."""
    return f"{value.day} {_months(language)[value.month - 1]} {value.year}"


def period(value: Period, language: str) -> str:
    """Return a period briefly: "2023", "March to June 2022", "1 January to 14 October 2022"; its surface when unresolved."""
    start, end = value.start, value.end
    if start is None and end is None:
        return f'"{value.surface}"'
    if start is None or end is None:
        known = day(start or end or date.min, language)
        return f"{'since' if end is None else 'until'} {known}" if language != "ru" else f"{'с' if end is None else 'по'} {known}"
    if start == end:
        return day(start, language)
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        return _months_span(start, end, language)
    first = day(start, language) if start.year != end.year else day(start, language).rsplit(" ", 1)[0]
    return f"{first}{_to(language)}{day(end, language)}"


def basis(value: Period, language: str) -> str:
    """Return where the period comes from unless the sentence states it; else an empty string."""
    return _BASES.get(language, _BASES["en"]).get(value.basis, "")


def amount(figure: CitedFigure | Figure, language: str) -> str:
    """Return the number in digits with its bound, range and sign of unit: "more than 3,000", "30–40", "33.3 %"."""
    surface = figure.surface or ""
    if any(map(str.isdigit, surface)):
        number = surface
    else:
        number = plain(figure.value) if figure.upper is None else f"{plain(figure.value)}–{plain(figure.upper)}"
    return _BOUNDS.get(language, _BOUNDS["en"]).get(figure.bound, "") + number + _sign(figure, number)


def _sign(figure: CitedFigure | Figure, number: str) -> str:
    """Return the unit to put behind *number*: of a measure that it does not name itself; the counted words name a count's."""
    if figure.unit is None or figure.measure is Measure.COUNT or figure.unit.lower() in number.lower():
        return ""
    named = any(unicodedata.category(letter) == "Sc" for letter in number) or any(map(str.isalpha, number.split(" ")[-1]))
    return "" if named else f" {figure.unit}"


def plain(value: Decimal) -> str:
    """Return a decimal in digits with thousands separated: "3,000,000", "33.3"."""
    return f"{value:,f}"


def _months(language: str) -> list[str]:
    return _MONTHS.get(language, _MONTHS["en"])


def _months_span(start: date, end: date, language: str) -> str:
    alone = _MONTHS_ALONE.get(language, _months(language))
    if (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year}{_to(language)}{end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{alone[start.month - 1]} {start.year}"
    first = alone[start.month - 1] if start.year == end.year else f"{alone[start.month - 1]} {start.year}"
    return f"{first}{_to(language)}{alone[end.month - 1]} {end.year}"


def _to(language: str) -> str:
    return " – " if language == "ru" else " to "
