"""Dates, years, decades, ordinals and quarter codes written in digits."""

import re
from collections.abc import Callable
from datetime import date

from qa_bot.text.moments import Grain
from qa_bot.text.patterns import LatePattern
from qa_bot.text.time_words import GAPS, Item, Kind

_PIECE = LatePattern(r"\d+|[-–—‑−/]")
_ORDINAL = LatePattern(r"(\d{1,3})(?:st|nd|rd|th|-?(?:го|й|я|е|м|ом|ю|ой|му|ый|ий|ая|ое))\Z", re.IGNORECASE)
_DECADE = LatePattern(r"(\d{3,4}|\d0)(?:s|-?(?:е|х|ых|ми))\Z")
_YEAR_ORDINAL = LatePattern(r"([12]\d{3})-(?:й|го|м|му|ом|ый)\Z")
_QUARTER_CODE = LatePattern(r"(?:([QHMqh])(\d{1,2})|(\d{1,2})([QHMqhКкПп]))(?:(?:FY)?(\d{4}|\d\d))?\Z")
_FISCAL = LatePattern(r"FY(\d{4}|\d\d)\Z", re.IGNORECASE)
_DATE_PARTS = LatePattern(r"(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})(?:[T ]\S*)?\Z")
_YEAR_SPAN = LatePattern(r"(\d{4})([-–—‑−/])(\d\d|\d{4})\Z")
_HYPHEN_DATE = str.maketrans("–—‑−", "----")
_GLUE = "-–—‑−/"
CODES = {"Q": Grain.QUARTER, "К": Grain.QUARTER, "H": Grain.HALF, "П": Grain.HALF, "M": Grain.MONTH, "М": Grain.MONTH}
_CODE_LIMIT = {Grain.QUARTER: 4, Grain.HALF: 2, Grain.MONTH: 12}
_CODE_RANK = (Grain.QUARTER, Grain.HALF, Grain.MONTH)


def read_numeral(text: str, begin: int, stop: int, surface: str, gap: str) -> list[Item]:
    """Return the items of a run of digits and their separators: one when it is a date, span, decade or ordinal, else piece by piece."""

    def item(kind: Kind, value: int) -> list[Item]:
        return [Item(kind, begin, stop, value, gap, surface, True, False)]

    if surface.isdecimal():
        return item(number_kind(text, begin, surface), _small(surface))
    for read in _READERS:
        found = read(surface)
        if found is not None:
            return item(*found)
    if not surface[-1].isdecimal() or "." in surface or "," in surface or ":" in surface:
        return item(Kind.NUMBER, 0)
    return _pieces(text, begin, surface, gap)


def coded(surface: str) -> tuple[Kind, int] | None:
    """Return the kind and value of "Q3", "1H", "9M", "Q3FY23", "FY2023", None for any other code.

    The value of a part of the year is year * 1000 + number * 10 + rank of its grain, year 0 when none is written.
    """
    fiscal = _FISCAL.match(surface)
    if fiscal:
        return Kind.FISCAL, full_year(fiscal.group(1))
    match = _QUARTER_CODE.match(surface)
    if match is None:
        return None
    grain = CODES[(match.group(1) or match.group(4)).upper()]
    number = int(match.group(2) or match.group(3))
    if not 1 <= number <= _CODE_LIMIT[grain]:
        return None
    year = full_year(match.group(5)) if match.group(5) else 0
    return Kind.CODE, year * 1000 + number * 10 + _CODE_RANK.index(grain)


def read_code(value: int) -> tuple[Grain, int, int]:
    """Return the grain, number and year (0 = none) of a CODE item's value."""
    return _CODE_RANK[value % 10], value // 10 % 100, value // 1000


def full_year(digits: str) -> int:
    """Return the year that two or four digits name: "22" is 2022, "87" is 1987."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < 70 else 1900)


def _small(digits: str) -> int:
    return int(digits) if len(digits) <= 6 else 10**6


def number_kind(text: str, begin: int, digits: str) -> Kind:
    """Return whether plain *digits* may be a year, a day of the month, or only a number."""
    if begin and text[begin - 1] in "$€£¥₽#№.,":
        return Kind.NUMBER
    if len(digits) == 4 and 1000 <= int(digits) <= 2199:
        return Kind.YEAR
    return Kind.DAY if len(digits) <= 2 and 1 <= int(digits) <= 31 else Kind.NUMBER


def _pieces(text: str, begin: int, surface: str, gap: str) -> list[Item]:
    items: list[Item] = []
    between = gap
    for piece in _PIECE.finditer(surface):
        sign = piece.group()
        if sign in _GLUE:
            between = GAPS[sign]
            continue
        kind = number_kind(text, begin + piece.start(), sign) if not items else _kind_of(sign)
        items.append(Item(kind, begin + piece.start(), begin + piece.end(), _small(sign), between, sign, True, False))
        between = " "
    return items


def _kind_of(digits: str) -> Kind:
    return number_kind("", 0, digits)


def date_of(surface: str) -> int:
    """Return the proleptic ordinal of "2022-10-14", "14.10.2022", "10/14/22" (day first where both fit), 0 when it is no date."""
    match = _DATE_PARTS.match(surface.translate(_HYPHEN_DATE))
    if match is None:
        return 0
    first, middle, third = int(match.group(1)), int(match.group(3)), match.group(4)
    tries: tuple[tuple[int, int, int], ...]
    if len(match.group(1)) == 4:
        tries = ((first, middle, int(third)),) if len(third) <= 2 else ()
    elif len(match.group(1)) <= 2 and (len(third) == 4 or (len(third) == 2 and match.group(2) != "-")):
        year = full_year(third)
        tries = ((year, middle, first), (year, first, middle))
    else:
        tries = ()
    for year, month, day in tries:
        try:
            return date(year, month, day).toordinal()
        except ValueError:
            continue
    return 0


def _read_date(surface: str) -> tuple[Kind, int] | None:
    ordinal = date_of(surface)
    return (Kind.DATE, ordinal) if ordinal else None


def _read_year_pair(surface: str) -> tuple[Kind, int] | None:
    """ "2019/20" and "2019-20" are a season; "2022-10" is a month; "1914-18" a span of years (value: first * 10000 + last)."""
    match = _YEAR_SPAN.match(surface)
    if match is None:
        return None
    first, sign, second = int(match.group(1)), match.group(2), match.group(3)
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if len(second) == 2 and first % 100 == 99 and second == "00":
        last = first + 1
    if 1000 <= first < last <= 2199:
        return Kind.YEAR_SPAN, first * 10000 + last
    if len(second) == 2 and sign in "-/" and 1 <= int(second) <= 12 and 1000 <= first <= 2199:
        return Kind.ISO_MONTH, first * 100 + int(second)
    return None


def _read_decade(surface: str) -> tuple[Kind, int] | None:
    match = _DECADE.match(surface)
    if match is None:
        return None
    value = int(match.group(1))
    if len(match.group(1)) == 2:
        return Kind.DECADE, 1900 + value
    return (Kind.DECADE, value) if value % 10 == 0 and 100 <= value <= 2199 else None


def _read_ordinal(surface: str) -> tuple[Kind, int] | None:
    match = _ORDINAL.match(surface)
    return (Kind.ORDINAL, int(match.group(1))) if match else None


def _read_year_ordinal(surface: str) -> tuple[Kind, int] | None:
    match = _YEAR_ORDINAL.match(surface)
    return (Kind.YEAR, int(match.group(1))) if match else None


_READERS: tuple[Callable[[str], tuple[Kind, int] | None], ...] = (
    _read_date,
    _read_year_pair,
    _read_decade,
    _read_year_ordinal,
    _read_ordinal,
    coded,
)
