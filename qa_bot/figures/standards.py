"""With whom a figure is only compared: "187 goals, 14 more than Jonas Reitan" are no goals of Reitan's."""

from collections.abc import Sequence
from typing import NamedTuple

from qa_bot.figures.draft import Draft
from qa_bot.text.syntax import TIME, Syntax

_MARKS = frozenset(",;:()—–.")
CUE_REACH = 4  # tokens from a number to its "than": "7.2 million dollars lower than"


class Standard(NamedTuple):
    """The tokens of what something is compared with, behind the word at *cue*, half-open."""

    cue: int
    last: int


def is_against_another(syntax: Syntax, at: int) -> bool:
    """Return whether the number that ends before token *at* is held against somebody or something else, and no time: "30 more than Pell",
    «на 2 млн больше, чем у пекарни»."""
    words = syntax.words
    cue = next(
        (index for index in range(at, min(at + CUE_REACH, len(syntax.tokens))) if syntax.tokens[index].lower in words["comparing"]), -1
    )
    if cue < 0 or any(token.surface in _MARKS - {","} for token in syntax.tokens[at:cue]):
        return False
    behind = range(cue + 1, _end(syntax, cue + 1))
    return not any(syntax.tags[index] == TIME or syntax.tokens[index].lower in words["distances"] for index in behind)


def set_standards_apart(drafts: Sequence[Draft]) -> None:
    """Note of each of *drafts*, the figures of one sentence, which names it is only compared with."""
    if not drafts:
        return
    syntax = drafts[0].unit.syntax
    for standard in _standards(syntax, drafts):
        names = _names(syntax, standard)
        for draft in drafts:
            if names and not (standard.cue < draft.first < standard.last or _tells_distance(syntax, draft, standard, drafts)):
                own = {*draft.slots.head, *draft.slots.counted_terms, *draft.slots.action_terms, *draft.slots.actor_terms}
                draft.beside_terms = tuple(sorted({*draft.beside_terms, *(names - own)}))


def _standards(syntax: Syntax, drafts: Sequence[Draft]) -> list[Standard]:
    words = syntax.words
    found = []
    for at, token in enumerate(syntax.tokens):
        ranked = token.lower in words["ranking_behind"] and at > 0 and _follows_rank(syntax, at)
        if not (ranked or token.lower in words["standards"]) or any(draft.lead < at < draft.first for draft in drafts):
            continue  # the bound of "more than 50"
        found.append(Standard(at, _end(syntax, at + 1)))
    return found


def _follows_rank(syntax: Syntax, at: int) -> bool:
    """Whether "behind" or "ahead of" tells a place in an order, and not in a street: ", behind Skarvik", "second behind Skarvik"."""
    before = syntax.tokens[at - 1]
    return before.surface == "," or before.lower in syntax.words["ordinals"] or syntax.tags[at - 1] == "NUM"


def _end(syntax: Syntax, first: int) -> int:
    """Where what is compared with ends: at the next mark, or the end of the clause."""
    last = syntax.clause_at(first).last if first < len(syntax.tokens) else first
    marks = (at for at in range(first, last) if syntax.tokens[at].surface in _MARKS)
    return next(marks, last)


def _names(syntax: Syntax, standard: Standard) -> set[str]:
    named = (at for at in range(standard.cue + 1, standard.last) if syntax.tokens[at].surface[:1].isupper())
    return {concept for at in named if (concept := syntax.concepts[at]) is not None}


def _tells_distance(syntax: Syntax, draft: Draft, standard: Standard, drafts: Sequence[Draft]) -> bool:
    """Whether *draft* says how far off they are, so that the names are its own, too: "14 more than", "two points ahead of"."""
    if syntax.tokens[standard.cue].lower not in syntax.words["margins"] or not draft.last <= standard.cue:
        return False
    stop = standard.cue - (syntax.language == "ru")  # where a comma stands before it in any case
    between = [at for at in range(draft.last, stop) if syntax.tags[at] == "PUNCT"]
    return not between and draft.first == max(other.first for other in drafts if other.first < standard.cue)
