"""Parts of a year that stand behind it, as headers of statistics have them: "2024 Q1", «2023 II кв.»."""

import re

from qa_bot.text.moments import Grain
from qa_bot.text.time_words import grain_of

_CODE = r"[QHqh][1-4]"
_WORDED = r"(?:I{1,3}|IV|[1-4])\s(?P<word>[^\W\d_]{2,9})\.?"
_TURNED = re.compile(rf"(?<![\w.,/-])(?P<year>(?:19|20)\d\d)(?P<gap>[ ,.-]{{1,2}})(?P<part>{_CODE}|{_WORDED})(?![\w-])")
_CUT = re.compile(rf"(?<![\w.,/-])(?P<part>{_CODE})[/.](?P<year>(?:19|20)\d\d)(?![\w-])")


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
