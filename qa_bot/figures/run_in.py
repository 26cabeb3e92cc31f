"""Places and things that head a paragraph in its own line of text: "Talmera. At least 1,200 people fell ill", "Harrow: 40 km of road"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from qa_bot.figures.draft import Draft
from qa_bot.figures.units import Unit
from qa_bot.schema import Document
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.nominals import entity_terms
from qa_bot.text.tokens import tokenize

MAX_WORDS = 4  # of such a heading
_SIGNS = frozenset(".:")
_WORD = re.compile(r"\w+")


def take_run_in(drafts: Sequence[Draft]) -> None:
    """Give figures of one sentence that name no place the one that heads their paragraph."""
    if not drafts:
        return
    first = drafts[0].unit.opening
    _take_sort(drafts, first)
    size = 0 if all(draft.slots.place_terms for draft in drafts) else _heading(first)
    if not size:
        return
    syntax = first.syntax
    name = syntax.slice(0, size)
    if not is_place(first.document, name) and not (syntax.tokens[size].surface == "." and _is_name(first, size)):
        return
    terms = entity_terms(syntax, 0, size) or tuple(dict.fromkeys(term for term in syntax.concepts[:size] if term is not None))
    for draft in drafts:
        if draft.slots.place_terms or draft.label:
            continue
        draft.slots = replace(draft.slots, place=name, place_terms=terms)
        if first is not draft.unit:
            draft.scope_quotes.append(first.span)


def _take_sort(drafts: Sequence[Draft], first: Unit) -> None:
    """Give figures that count the noun of the heading what it says of it: "Passenger journeys. 8.94 million journeys were made"."""
    words = [at for at, token in enumerate(first.tokens) if token.surface[0].isalnum()]
    if first is drafts[0].unit or not 1 < len(words) <= MAX_WORDS or words[-1] - words[0] >= len(words):
        return
    syntax = first.syntax
    phrase = syntax.phrase_at(words[0])
    if phrase is None or (phrase.first, phrase.last) != (words[0], words[-1] + 1) or syntax.tags[phrase.head] not in ("NOUN", "NOUNS"):
        return
    terms = tuple(term for index in range(phrase.first, phrase.head) if (term := syntax.concepts[index]) is not None)
    for draft in drafts:
        if terms and draft.slots.head == (syntax.concepts[phrase.head],) and not draft.slots.counted_terms:
            draft.slots = replace(draft.slots, counted_terms=terms)
            draft.scope_quotes.append(first.span)


def _heading(unit: Unit) -> int:
    """How many tokens of capitalised words stand at the opening of the sentence before a sign that makes them a heading; 0 for none."""
    tokens = unit.tokens[: MAX_WORDS + 1]
    size = next((index for index, token in enumerate(tokens) if token.surface in _SIGNS), 0)
    closes = size and (tokens[size].surface == ":" or size == len(unit.tokens) - 1)
    return size if closes and all(token.surface[:1].isupper() and token.surface[:1].isalpha() for token in tokens[:size]) else 0


def _is_name(unit: Unit, size: int) -> bool:
    """Whether the opening words are a name by themselves: unlisted, and in no small letters elsewhere, as an illness would be."""
    syntax = unit.syntax
    name = syntax.slice(0, size)
    listed = any(mention.first < size for mention in syntax.mentions)
    return not listed and all(mark == "PROPN" for mark in syntax.tags[:size]) and name.lower() not in unit.document.text


def is_place(document: Document, name: str) -> bool:
    """Return whether *document* says "in", "near" that *name*, or its last word ("in Niwa" of Coastal Niwa), or the lexicon knows it for a
    state or its capital."""
    if any(mention.kinds & (Kinds.ENTITY | Kinds.CAPITAL) for mention in lexicon(document.language).mentions(tokenize(name))):
        return True
    forms = {name, name.split()[-1]} if name[:1].isupper() else {name}  # as it is written: no Total by "in total"
    return any(_is_located(form, text, document.language) for form in forms for text in (document.title or "", document.text))


def _is_located(name: str, text: str, language: str) -> bool:
    """Return whether *text* has the whole of *name* behind "in", "near" or "in X and"."""
    places = _located(text, language).get(_opening(name, 0), ())
    behind = (text[at + len(name) : at + len(name) + 1] for at in places if text.startswith(name, at))
    return any(_is_word(sign) != _is_word(name[-1]) for sign in behind)


@lru_cache(maxsize=4)  # looked up for each heading and claimant of a document: gone through once, however many these are
def _located(text: str, language: str) -> dict[str, list[int]]:
    """Return where words stand behind "in", "near" or "in X and", by these words."""
    found: dict[str, list[int]] = {}
    for match in _places(language).finditer(text):
        for at in (match.end(), match.end("other")):
            if at >= 0:
                found.setdefault(_opening(text, at), []).append(at)
    return found


@cache
def _places(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(functions(language)["place_adpositions"])))
    return re.compile(rf"\b(?i:{words}) (?=(?P<other>\w+ and )?)")


def _opening(text: str, at: int) -> str:
    match = _WORD.match(text, at)
    return match[0] if match else ""


def _is_word(sign: str) -> bool:
    return _WORD.match(sign) is not None
