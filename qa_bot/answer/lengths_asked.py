"""Which figures are of as long a time as a question asks for without saying which: "over the week", «за неделю», «за месяц»."""

from functools import lru_cache

from qa_bot.answer.period_fit import is_of_grain
from qa_bot.schema import Candidate, Query
from qa_bot.text.moments import LENGTHS, Grain
from qa_bot.text.periods import find_periods

_CACHED = 256


def of_length_asked(query: Query, chosen: list[Candidate]) -> list[Candidate]:
    """Return those of *chosen* that are of the time that *query* only calls by its length, where there are any: of those vaccinated "over
    the week" not those since the start of the campaign."""
    grain = _length_asked(query.text, query.language) if query.period is None and not query.periods else None
    if grain is None:
        return chosen
    return [candidate for candidate in chosen if is_of_grain(candidate.figure, grain)] or chosen


@lru_cache(maxsize=_CACHED)
def _length_asked(question: str, language: str) -> Grain | None:
    mentions = find_periods(question, 0, len(question), language)
    whole = [mention.first.grain for mention in mentions if mention.first.whole and mention.last is None]
    return whole[0] if len(mentions) == len(whole) == 1 and whole[0] in LENGTHS else None
