"""Times of what a number is only likened to: "half as many as in 2022", ", twice the level of 2019", «столько же, сколько в 2022»."""

from qa_bot.figures.draft import Draft
from qa_bot.text.periods import PeriodMention
from qa_bot.text.syntax import Syntax

MOST_LINKS = 6  # tokens between the word that likens and the time: "as it did in", "the number of the"
CORRELATE_REACH = 8  # tokens from "as" back to "as many"


def is_likened(syntax: Syntax, mention: PeriodMention, draft: Draft | None) -> bool:
    """Return whether *mention* dates only what a number before it is likened to; *draft* may stand in the same part of the sentence."""
    words, tokens = syntax.words, syntax.tokens
    at = next((index for index, token in enumerate(tokens) if token.start >= mention.lead), len(tokens)) - 1
    first, level = at, False
    while at >= 0 and first - at < MOST_LINKS and tokens[at].lower in words["likened_links"]:
        level = level or tokens[at].lower in words["likened_levels"]
        at -= 1
    if at < 1:
        return False
    if tokens[at].lower in words["likened_as"]:
        return _correlate(syntax, at)
    if not level or tokens[at].lower not in words["likened_by"]:
        return False
    while at > 0 and syntax.tags[at - 1] in ("ADV", "NUM") and tokens[at - 1].surface != ",":
        at -= 1
    cut = at > 0 and tokens[at - 1].surface == ","
    return cut and "NUM" in syntax.tags[:at] and (draft is None or draft.last < at)


def _correlate(syntax: Syntax, at: int) -> bool:
    """Whether the word at *at* goes on from one before it and a degree: "as many as", not "as early as"; «столько же, сколько»."""
    words, near = syntax.words, range(max(at - CORRELATE_REACH, 0), at)
    opened = next((index for index in reversed(near) if syntax.tokens[index].lower in words["likened_before"]), -1)
    return opened >= 0 and (syntax.language == "ru" or syntax.tokens[opened + 1].lower in words["likened_degrees"])
