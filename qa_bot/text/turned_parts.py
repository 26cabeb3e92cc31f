"""Times as headers of tables have them, written as a text would: "2024 Q1", «2023 II кв.», "Dec-22", «2022г», "12/2022"."""

import re
from collections.abc import Collection
from itertools import pairwise

from qa_bot.text.moments import Grain
from qa_bot.text.time_words import Kind, grain_of, time_words

_CODE = r"[QHqh][1-4]"
_WORDED = r"(?:I{1,3}|IV|[1-4])\s(?P<word>[^\W\d_]{2,9})\.?"
_TURNED = re.compile(rf"(?<![\w.,/-])(?P<year>(?:19|20)\d\d)(?P<gap>[ ,.-]{{1,2}})(?P<part>{_CODE}|{_WORDED})(?![\w-])")
_CUT = re.compile(rf"(?<![\w.,/-])(?P<part>{_CODE})[/.](?P<year>(?:19|20)\d\d)(?![\w-])")

_SHORT_POINT = re.compile(r"(?<=[^\W\d_])\.(?=(?:19|20)\d\d(?!\d))")
_GLUED_YEAR = re.compile(r"(?<![\w.,-])((?:19|20)\d\d)([^\W\d_]{1,4})(?![\w-])")
_GLUED_PART = re.compile(r"(?<![\w.,-])(\d)([^\W\d_]{2,9})(?=\.?\s)")
_SHORT_YEAR = re.compile(r"(?<![\w-])(?P<month>[^\W\d_]{3,8})(?P<sign>\.|[-–/]|\.?\s?['’])(?P<year>\d\d)(?![\w/.-])")
_NUMBERED = re.compile(r"(?:^|(?<=, )|(?<=\())(0?[1-9]|1[0-2])/((?:19|20)\d\d)(?![\w/-])")
_NUMBERED_ALONE = re.compile(r"(0?[1-9]|1[0-2])\.((?:19|20)\d\d)")
_HYPHENED = re.compile(r"([^\W\d_]{3,8})[-–/](\d\d)")
_FULL_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LAST_DAY = 31
_LATE_DAY = 27  # of a month, from which on a number behind it is rather the day it ends on than a year
_SHORT_MONTH = 3  # letters of a month before a hyphen and a year: "Dec-22", but not "March-15"
_LATEST = 50  # the year of this century up to which one in two digits is of it
_PARTS = (Grain.MONTH, Grain.QUARTER, Grain.HALF)


def spelled_out(text: str, language: str, *, numbered: bool = True) -> str:
    """Return *text* with the times in it written out as far as a text would have them.

    A month in digits is one only where *numbered*, and stands first or apart: "Decision 5/2023" is of no May.

    >>> spelled_out("Exports, Dec-22", "en")
    'Exports, Dec 2022'
    """

    def apart(found: re.Match[str], *grains: Grain) -> str:
        return f"{found[1]} {found[2]}" if grain_of(found[2].lower(), language) in grains else found[0]

    def dated(found: re.Match[str]) -> str:
        known = time_words(language)
        entry = known.words.get(found["month"].lower())
        day = found["sign"] == "." and known.month_before_day
        century = "19" if int(found["year"]) > _LATEST else "20"
        if entry is None or entry[0] is not Kind.MONTH or day or _may_be_day(found, full):
            return found[0]
        return f"{found['month']} {century}{found['year']}"

    full = _FULL_YEAR.search(text) is not None
    text = _SHORT_POINT.sub(". ", text)
    text = _GLUED_YEAR.sub(lambda found: apart(found, Grain.YEAR), text)
    text = _GLUED_PART.sub(lambda found: apart(found, *_PARTS), text)
    text = _SHORT_YEAR.sub(dated, text)
    if not numbered:
        return text
    month = _NUMBERED_ALONE.fullmatch(text)
    return _NUMBERED.sub(lambda found: f"{found[2]}-{found[1]:0>2}", text) if month is None else f"{month[2]}-{month[1]:0>2}"


def _may_be_day(found: re.Match[str], full: bool) -> bool:
    """Return whether the number behind a month may be its day: "Dec-31", «март-15», or any with its year in *full* beside it."""
    number, sign = int(found["year"]), found["sign"]
    if not 1 <= number <= _LAST_DAY or sign.endswith(("'", "’")):
        return False
    return full or number >= _LATE_DAY or sign == "/" or (sign != "." and len(found["month"]) > _SHORT_MONTH)


def are_days(texts: Collection[str]) -> bool:
    """Return whether the headers *texts* are rather days than months of years: one ends a month, or those of a month are not a year apart.

    >>> are_days(["Dec-10", "Dec-17", "Dec-24"]), are_days(["Dec-21", "Dec-22"])
    (True, False)
    """
    by_month: dict[str, list[int]] = {}
    for text in texts:
        if (found := _HYPHENED.fullmatch(text)) is not None and 1 <= int(found[2]) <= _LAST_DAY:
            by_month.setdefault(found[1].lower(), []).append(int(found[2]))
    late = any(number >= _LATE_DAY for numbers in by_month.values() for number in numbers)
    return late or any(abs(after - before) > 1 for numbers in by_month.values() for before, after in pairwise(numbers))


def is_hyphened(text: str) -> bool:
    """Return whether *text* is a word and two digits behind a hyphen: "Dec-22"."""
    return _HYPHENED.fullmatch(text) is not None


def with_parts_ahead(text: str, language: str) -> str:
    """Return *text*, as long as it was, with the part of a year before it.

    >>> with_parts_ahead("Exports, 2024 Q1", "en")
    'Exports, Q1 2024'
    """

    def turned(found: re.Match[str]) -> str:
        if found["word"] is not None and grain_of(found["word"].lower(), language) not in (Grain.QUARTER, Grain.HALF):
            return found[0]
        return f"{found['part']}{' ' * len(found['gap'])}{found['year']}"

    return _CUT.sub(r"\g<part> \g<year>", _TURNED.sub(turned, text))
