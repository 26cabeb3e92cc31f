"""The time that an index is reckoned from: "107.6 % к декабрю 2022 года", "88 % of the 2021 level"."""

from collections.abc import Sequence

from qa_bot.text.moments import Grain
from qa_bot.text.periods import PeriodMention, find_periods
from qa_bot.text.syntax import TIME, Syntax
from qa_bot.text.tokens import Token

LEVEL_REACH = 4  # tokens back from the time to the percent of "88 % of its level in 2021"


def is_base(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether *mention* is only what a percentage in its sentence is reckoned from: a level then, or a time before another one that
    the sentence names. "40 % by 2030" is no such base."""
    lead = next((index for index, token in enumerate(syntax.tokens) if token.start >= mention.lead), len(syntax.tokens))
    after = next((index for index, token in enumerate(syntax.tokens) if token.start >= mention.end), len(syntax.tokens))
    if not 0 < lead < after:
        return False
    return _is_level(syntax, lead, after) or _is_earlier(syntax, lead, after) or _is_other_month(syntax, mention, lead, after)


def is_end(syntax: Syntax, mention: PeriodMention) -> bool:
    """Return whether *mention* is the month or quarter that an index compares with an earlier one: the rise of what follows is that of the
    time between the two."""
    if mention.first.grain not in (Grain.MONTH, Grain.QUARTER):
        return False
    marks = (at for at in range(1, len(syntax.tokens) - 1) if syntax.tokens[at].lower in syntax.words["base_marks"])
    return any(_is_percent(syntax, at - 1) and syntax.tags[at + 1] == TIME and syntax.tokens[at].start > mention.end for at in marks)


def _is_level(syntax: Syntax, lead: int, after: int) -> bool:
    """Whether a level then is named behind a percentage: «104 % к уровню 2022 года», "88 % of the 2021 level"."""
    levels = syntax.words["base_levels"]
    if syntax.lemma(lead - 1) in levels:
        return _is_percent_before(syntax, lead - 1)
    return syntax.tags[lead] == "ADP" and _is_percent(syntax, lead - 1) and after < len(syntax.tokens) and syntax.lemma(after) in levels


def _is_percent_before(syntax: Syntax, at: int) -> bool:
    """Whether nothing but a preposition and words like "its" stand between a percentage and the noun at *at*."""
    for index in range(at - 1, max(at - LEVEL_REACH, -1), -1):
        if _is_percent(syntax, index):
            return True
        if syntax.tags[index] not in ("ADP", "DET", "PRON", "ADJ"):
            return False
    return False


def _is_earlier(syntax: Syntax, lead: int, after: int) -> bool:
    """Whether the time stands behind "to" and a percentage or another time, which is a later one."""
    if syntax.tokens[lead].lower not in syntax.words["base_marks"]:
        return False
    timed = syntax.tags[lead - 1] == TIME
    if not (_is_percent(syntax, lead - 1) or (timed and any(_is_percent(syntax, at) for at in range(len(syntax.tokens))))):
        return False
    own, others = _years(syntax.tokens[lead:after]), _years((*syntax.tokens[:lead], *syntax.tokens[after:]))
    return bool(own and others) and max(own) < max(others)


def _is_other_month(syntax: Syntax, mention: PeriodMention, lead: int, after: int) -> bool:
    """Whether a month without a year stands behind "to" and a percentage, in a sentence of another month: «в марте на 2 % к февралю»."""
    marked = syntax.tokens[lead].lower in syntax.words["base_marks"] and _is_percent(syntax, lead - 1)
    if mention.first.grain is not Grain.MONTH or not marked or _years(syntax.tokens[lead:after]):
        return False
    sides = ((syntax.tokens[0].start, mention.lead), (mention.end, syntax.tokens[-1].end))
    others = (other for start, end in sides for other in find_periods(syntax.text, start, end, syntax.language))
    return any(other.first.grain is Grain.MONTH and other.first.number != mention.first.number for other in others)


def _is_percent(syntax: Syntax, at: int) -> bool:
    return syntax.tokens[at].surface == "%" or syntax.lemma(at) in syntax.words["percent_words"]


def _years(tokens: Sequence[Token]) -> list[int]:
    return [
        int(token.surface) for token in tokens if token.surface.isdigit() and token.surface[:2] in ("19", "20") and len(token.surface) == 4
    ]
