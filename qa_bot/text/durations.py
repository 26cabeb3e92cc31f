"""How long something took or lasted, as a text says it: "for two years", "more than six months", "a year or longer"."""

from decimal import Decimal
from typing import NamedTuple

from qa_bot.text.functions import functions
from qa_bot.text.lemmas import lemma
from qa_bot.text.lexicon import remembered
from qa_bot.text.numbers import Number, NumberKind, find_numbers
from qa_bot.text.tokens import Token, tokenize

_DAYS = {
    "hour": Decimal(1) / 24,
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal(365) / 12,
    "year": Decimal(365),
    "decade": Decimal(3650),
}
TIME_UNITS = frozenset(_DAYS)
_NEAR = 4  # tokens before in which "no more than about" stands
_ALIKE = Decimal("0.03")  # twelve months are a year, four weeks no month


class Duration(NamedTuple):
    """A length of time at ``text[start:end]``; *upper* says that it is the longest or, False, the shortest that is meant."""

    start: int
    end: int
    days: Decimal
    upper: bool | None


def alike(asked: Duration, told: Duration) -> bool:
    """Return whether what is *told* is as long as what is *asked*, and bounded as that is: two years are not more than two years."""
    same = abs(asked.days - told.days) <= _ALIKE * max(asked.days, told.days)
    return same and (asked.upper is None or asked.upper is told.upper)


@remembered(1024)  # the question, and sentences that each have several figures
def durations(text: str, language: str) -> tuple[Duration, ...]:
    """Return the lengths of time named in *text*, English, in order; neither an age nor how long ago or how often something was.

    >>> [(text[d.start:d.end], str(d.days), d.upper) for text in ["They waited a year or longer."] for d in durations(text, "en")]
    [('a year', '365', False)]
    """
    tokens = tokenize(text)
    if language != "en" or not any(lemma(token.lower, "NOUNS", language) in _DAYS for token in tokens):
        return ()
    numbers = {number.last: number for number in find_numbers(text, tokens, language)}
    found = (_duration(tokens, at, numbers) for at in range(1, len(tokens)))
    return tuple(each for each in found if each is not None)


def _duration(tokens: list[Token], at: int, numbers: dict[int, Number]) -> Duration | None:
    """The length of time of which the unit stands at *at*."""
    classes, number = functions("en"), numbers.get(at)
    days = _DAYS.get(lemma(tokens[at].lower, "NOUNS", "en"))
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if days is None or after in classes["no_durations"]:
        return None
    if number is not None and number.kind in (NumberKind.CARDINAL, NumberKind.FRACTION) and number.upper is None:
        first, value = number.first, number.value
    elif tokens[at - 1].lower in classes["articles"] and at > 1 and (tokens[at - 2].lower in classes["duration_leads"] or after == "or"):
        first, value = at - 1, Decimal(1)
    else:
        return None
    if _is_age(tokens, first):
        return None
    return Duration(tokens[first].start, tokens[at].end, value * days, _upper(tokens, first, at))


def _is_age(tokens: list[Token], first: int) -> bool:
    """Whether a limit right behind a plural noun or "aged" says how old: "children under two years", but not "waited under two years"."""
    classes = functions("en")
    if first < 2 or tokens[first - 1].lower not in classes["age_limits"]:
        return False
    before = tokens[first - 2].lower
    return before in classes["aged_before"] or lemma(before, "NOUNS", "en") != before


def _upper(tokens: list[Token], first: int, at: int) -> bool | None:
    """Whether the length from *first* to *at* is the longest that is meant, "up to a year", "no more than a year", or the shortest."""
    classes = functions("en")
    ends = {**dict.fromkeys(classes["shortest_limits"], False), **dict.fromkeys(classes["longest_limits"], True)}
    behind = [token.lower for token in tokens[at + 1 : at + 3]]
    if len(behind) > 1 and behind[0] in ("or", "and") and behind[1] in ends:
        return ends[behind[1]]
    for index in range(first - 1, max(first - 1 - _NEAR, -1), -1):
        lower = tokens[index].lower
        if lower in ends:
            inverted = index > 0 and tokens[index - 1].lower in classes["limit_negators"]
            return ends[lower] is not inverted
        if lower not in classes["limit_links"]:
            break
    return None
