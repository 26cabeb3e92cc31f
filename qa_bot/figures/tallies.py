"""Whose each number is in a row of names: "top scorers: Jonas Ekre (Fjellby) 187 goals, Petr Malin (HC Strale) 164"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from qa_bot.figures.draft import Draft
from qa_bot.text.nominals import entity_terms
from qa_bot.text.syntax import Syntax

LONGEST = 5  # tokens of a name
BRACKET = 8  # and of what stands behind it in brackets, with these
_OPENING = frozenset(",;:—–")


class Entry(NamedTuple):
    """The tokens of a name, half-open, and where what is said of it in brackets ends."""

    first: int
    last: int
    end: int


def take_tallies(drafts: Sequence[Draft]) -> None:
    """Give each of *drafts*, the figures of one sentence, the name right before it, where two or more stand so in a row."""
    found = [(draft, entry) for draft in drafts if not draft.label and (entry := _entry(draft)) is not None]
    if len(found) < 2:
        return
    syntax = drafts[0].unit.syntax
    named = [_terms(syntax, entry.first, entry.end) for _, entry in found]
    for (draft, entry), own in zip(found, named, strict=True):
        others = {term for terms in named for term in terms} - {*own}
        terms = entity_terms(syntax, entry.first, entry.last)
        name = syntax.slice(entry.first, entry.last)
        slots = replace(draft.slots, actor=None, actor_terms=()) if not {*draft.slots.actor_terms} <= {*own} else draft.slots
        if not {*slots.actor_terms, *slots.place_terms} & {*own}:
            called = _terms(syntax, entry.first, entry.last)
            slots = replace(slots, place=name, place_terms=terms) if terms else replace(slots, actor=name, actor_terms=called)
        draft.slots = replace(slots, other_terms=tuple(dict.fromkeys((*(t for t in slots.other_terms if t not in others), *own))))
        draft.beside_terms = tuple(sorted({*draft.beside_terms, *others}))


def _entry(draft: Draft) -> Entry | None:
    """The name, with what is said of it in brackets, that stands alone before the number since the last comma or verb."""
    syntax = draft.unit.syntax
    end = draft.lead + 1
    if end and syntax.tokens[end - 1].lower in syntax.words["scored_with"]:
        end -= 1
    last = _before_bracket(syntax, end)
    first = last
    while first > 0 and last - first < LONGEST and _is_of_name(syntax.tokens[first - 1].surface):
        first -= 1
    if first == last or not first:
        return None
    before = syntax.tokens[first - 1]
    opens = before.surface in _OPENING or syntax.tags[first - 1] in ("CCONJ", "AUX")
    return Entry(first, last, end) if opens else None


def _is_of_name(surface: str) -> bool:
    return surface[:1].isupper() or surface in "«»"


def _before_bracket(syntax: Syntax, end: int) -> int:
    """Where the bracket opens that closes at token *end*; *end* itself where none does."""
    if not end or syntax.tokens[end - 1].surface != ")":
        return end
    return next((at for at in range(end - 2, max(end - BRACKET, 0), -1) if syntax.tokens[at].surface == "("), end)


def _terms(syntax: Syntax, first: int, last: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for term in syntax.concepts[first:last] if term is not None))
