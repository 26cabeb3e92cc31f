"""Who only is said to give a number that the sentence denies: "52 were there, and not 90, as the union claims"."""

from qa_bot.figures.sources import Attribution
from qa_bot.text.syntax import Syntax

FAR = 6  # tokens from the number that is denied to "as": "not 90 seasonal workers on site as the union claims"


def without_denied(syntax: Syntax, found: tuple[Attribution, ...], at: int) -> tuple[Attribution, ...]:
    """Return *found* without those who are said to give a number behind token *at* that is denied: what stands there is not their word."""
    return tuple(one for one in found if (said := _denied(syntax, one)) < 0 or said <= at)


def _denied(syntax: Syntax, one: Attribution) -> int:
    """Where the number begins that *one* is said to give and the sentence denies; -1 where there is none."""
    tokens = syntax.tokens
    at = next((index for index in (one.first - 1, one.first) if index > 0 and tokens[index].lower in syntax.words["likening"]), -1)
    at -= at > 0 and tokens[at - 1].surface == ","
    for index in range(at - 1, max(at - FAR, 0) - 1, -1):
        if syntax.tags[index] == "NUM":
            return index if is_denied(syntax, index) else -1
        if syntax.tags[index] in ("PUNCT", "VERB"):
            return -1
    return -1


def is_denied(syntax: Syntax, first: int) -> bool:
    """Return whether the number at token *first* is said not to be the one: "not 90", "not the 90", "rather than 90"."""
    words = [token.lower for token in syntax.tokens[max(first - 3, 0) : first]]
    if words and words[-1] in syntax.words["articles"]:
        words.pop()
    if words and " ".join(words[-2:]) in syntax.words["all_but"]:
        return True  # "all but two were correct" counts none of them
    return bool(words) and (words[-1] in syntax.words["negators"] or " ".join(words[-2:]) in syntax.words["rather_than"])
