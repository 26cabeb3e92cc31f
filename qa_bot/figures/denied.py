"""Who only is said to give a number that the sentence denies: "52 were there, and not 90, as the union claims"."""

from qa_bot.figures.sources import Attribution
from qa_bot.text.syntax import Syntax

FAR = 6  # tokens from the number that is denied to "as": "not 90 seasonal workers on site as the union claims"
REACH = 4  # tokens before a number that may except it, an article included: «все, кроме»


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
    words = _before(syntax, first)
    if _is_excepted(syntax, words) or _is_excepted_from(syntax, first):
        return True  # "all but two were correct" counts none of them, and "all but 12 of the 40 were closed" no 40 that were
    return bool(words) and (words[-1] in syntax.words["negators"] or " ".join(words[-2:]) in syntax.words["rather_than"])


def _is_excepted_from(syntax: Syntax, first: int) -> bool:
    """Whether of the number at token *first* some are excepted, so that what is said is said of the rest: "all but 12 of the 40"."""
    at = first - 1
    if at > 0 and syntax.tokens[at].lower in syntax.words["articles"]:
        at -= 1
    if at < 1 or syntax.tokens[at].lower not in syntax.words["partitives"]:
        return False
    part = at
    while part > 0 and syntax.tags[part - 1] == "NUM":
        part -= 1
    return part < at and _is_excepted(syntax, _before(syntax, part))


def _before(syntax: Syntax, first: int) -> list[str]:
    """The words before token *first*, without an article right before it."""
    words = [token.lower for token in syntax.tokens[max(first - REACH, 0) : first]]
    return words[:-1] if words and words[-1] in syntax.words["articles"] else words


def _is_excepted(syntax: Syntax, words: list[str]) -> bool:
    return any(" ".join(words[-length:]) in syntax.words["all_but"] for length in (2, 3) if len(words) >= length)
