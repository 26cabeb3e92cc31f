"""Full calendar dates, for metadata and datelines."""

import re
from datetime import date

from qa_bot.text.moments import Grain, days_of
from qa_bot.text.period_mention import PeriodForm
from qa_bot.text.period_mentions import find_periods
from qa_bot.text.time_numerals import date_of

_COMPACT = re.compile(r"\d{8}")
MAX_LENGTH = 80  # of a field that holds one date and nothing else


def read_date(text: str) -> date | None:
    """Return the one full date that *text* is, in any common format of either language, ISO date-times too; None for anything else.

    >>> read_date("14 октября 2022 г.")
    datetime.date(2022, 10, 14)
    """
    bare = text.strip()
    if not bare or len(bare) > MAX_LENGTH:
        return None
    if _COMPACT.fullmatch(bare):
        bare = f"{bare[:4]}-{bare[4:6]}-{bare[6:]}"
    ordinal = date_of(bare)
    if ordinal:
        return date.fromordinal(ordinal)
    for language in ("ru", "en"):
        found = find_dates(bare, 0, len(bare), language)
        if len(found) == 1 and _only_time_around(bare[: found[0][0]] + bare[found[0][1] :]):
            return found[0][2]
    return None


def find_dates(text: str, start: int, end: int, language: str) -> list[tuple[int, int, date]]:
    """Return the full calendar dates in ``text[start:end]``, each as (start, end, date)."""
    found = []
    for mention in find_periods(text, start, end, language):
        if mention.form is PeriodForm.ABSOLUTE and mention.last is None and mention.first.grain is Grain.DAY:
            days = days_of(mention.first, None)
            if days is not None:
                found.append((mention.start, mention.end, days.start))
    return found


_TIME_ONLY = re.compile(
    r"[\s,.;:|+\-–—()TZ]*(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*[\s,.]*)?(?:at|в|on)?[\s,|–—-]*(?:\d{1,2}[:.]\d\d(?::\d\d(?:\.\d+)?)?)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?\s*(?:[+-]\d\d:?\d\d)?[\s,.;]*",
    re.IGNORECASE,
)


def _only_time_around(rest: str) -> bool:
    """Return whether nothing but a time of day and punctuation stands beside the date."""
    return _TIME_ONLY.fullmatch(rest) is not None
