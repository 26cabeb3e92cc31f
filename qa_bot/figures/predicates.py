"""What the things that a number counts are said to be: "1,310 were regional and 645 were long-distance"."""

from dataclasses import replace

from qa_bot.figures.draft import Draft
from qa_bot.schema import Measure
from qa_bot.text.syntax import Syntax

_OPEN = frozenset(
    {"ADP", "PART", "NOUN", "NOUNS", "PROPN", "VB", "VBN", "SCONJ"}
)  # behind these it goes on: "were able to", "were red cars"


def sort_said(syntax: Syntax, at: int) -> tuple[int, int] | None:
    """Return the tokens of the adjective that the predicate at *at* ends with, as (first, last); None where it says no sort.

    A noun behind a hyphen is one without an article: "were long-distance".
    """
    size = len(syntax.tokens)
    if at + 1 < size and syntax.tokens[at].lower in syntax.words["partitives"] and syntax.tokens[at + 1].lower in syntax.words["anaphors"]:
        at += 2  # "30 of whom were part-time"
    if at + 1 < size and syntax.tags[at] == "AUX" and syntax.tokens[at + 1].lower in syntax.words["copulas"]:
        at += 1  # "44 would be affordable"
    if at >= size or syntax.tokens[at].lower not in syntax.words["copulas"]:
        return None
    at += 1
    while at < size and syntax.tags[at] == "ADV":
        at += 1
    last = at
    while last + 2 < size and syntax.tokens[last + 1].surface == "-" and syntax.tokens[last].end == syntax.tokens[last + 1].start:
        last += 2
    if last >= size or not (syntax.tags[last] == "ADJ" or (last > at and syntax.tags[last] in ("NOUN", "VBN"))):
        return None
    return (at, last + 1) if last + 1 >= size or syntax.tags[last + 1] not in _OPEN else None


def tell_sort(draft: Draft) -> None:
    """Add to what *draft* counts the sort that its predicate says these things are of, where another figure gave them their name."""
    syntax = draft.unit.syntax
    said = sort_said(syntax, draft.last)
    if said is None or draft.measure is not Measure.COUNT or not draft.slots.head:
        return
    terms = tuple(term for term in syntax.concepts[said[0] : said[1]] if term is not None and term not in draft.slots.head)
    if _befell_others(draft, said):
        own = tuple(term for term in draft.slots.other_terms if term in syntax.concepts)
        draft.slots = replace(draft.slots, head=("person",), counted_terms=terms, counted=syntax.slice(*said), other_terms=own)
        return
    counted = dict.fromkeys((*terms, *draft.slots.counted_terms))
    named = draft.slots.counted if draft.slots.counted is None else f"{syntax.slice(*said)} {draft.slots.counted}"
    draft.slots = replace(draft.slots, counted_terms=tuple(counted), counted=named)


def _befell_others(draft: Draft, said: tuple[int, int]) -> bool:
    """Whether the predicate tells what befell persons, and those counted before are called by another fate: "40 were injured. Another 58
    are missing"."""
    syntax, known = draft.unit.syntax, (draft.slots.counted or "").split()[-1:]
    victims = syntax.words["victims"]
    own = syntax.tokens[said[1] - 1].lower
    return draft.whole is None and own in victims and bool(known) and known[0].lower() in victims - {own}
