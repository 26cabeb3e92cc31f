"""The time of day behind a day, as programs write it: "2024-03-01 10:12:44 GMT+1"."""

import re
from functools import cache

from qa_bot.text.functions import functions

_CLOCK = r"""(?:(?<=[-/.]\d)|(?<=[-/.]\d\d)|(?<=[-/.]\d{4}))[T\ ,]+
    \d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:\s?[AaPp]\.?[Mm]\b\.?)?
    (?:\s?ZONE?[+-]\d{1,2}(?::?\d\d)?|\s?ZONE)?(?!\w)"""


def without_clock(text: str) -> str:
    """Return *text* without times of day, and their zones, behind days.

    >>> without_clock("2024/03/01 10:12:44 AM GMT+1, North")
    '2024/03/01, North'
    """
    return _clock().sub("", text)


@cache
def _clock() -> re.Pattern[str]:
    zones = sorted((zone.upper() for zone in functions("en")["time_zones"]), key=len, reverse=True)  # alike in all languages
    return re.compile(_CLOCK.replace("ZONE", f"(?:{'|'.join(zones)})"), re.VERBOSE)
