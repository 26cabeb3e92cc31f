"""Times as headers of tables have them, written as a text would: "2024 Q1", «2023 II кв.», "Dec-22", «2022г», "12/2022"."""

import re

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
_NUMBERED = re.compile(r"(?<![\w./-])(0?[1-9]|1[0-2])/((?:19|20)\d\d)(?![\w/-])")
_NUMBERED_ALONE = re.compile(r"(0?[1-9]|1[0-2])\.((?:19|20)\d\d)")
_LATEST = 50  # the year of this century up to which one in two digits is of it
_PARTS = (Grain.MONTH, Grain.QUARTER, Grain.HALF)


def spelled_out(text: str, language: str) -> str:
    """Return *text* with the times in it written out as far as a text would have them.

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
        return f"{found['month']} {century}{found['year']}" if entry is not None and entry[0] is Kind.MONTH and not day else found[0]

    text = _SHORT_POINT.sub(". ", text)
    text = _GLUED_YEAR.sub(lambda found: apart(found, Grain.YEAR), text)
    text = _GLUED_PART.sub(lambda found: apart(found, *_PARTS), text)
    month = _NUMBERED_ALONE.fullmatch(text)
    text = _NUMBERED.sub(lambda found: f"{found[2]}-{found[1]:0>2}", _SHORT_YEAR.sub(dated, text))
    return text if month is None else f"{month[2]}-{month[1]:0>2}"


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
