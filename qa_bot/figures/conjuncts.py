"""The second of two of a kind: "a year of physics costs 245 crowns, of chemistry 138", «Ставка на складе — 120 тысяч, в конторе — 95».

It says in its own words which one it is, and leaves out the noun, the unit and the verb. What says which one the first is stands beside
it, and the other way round.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from qa_bot.figures.beside import brackets
from qa_bot.figures.draft import Draft
from qa_bot.figures.scope import without_deed
from qa_bot.schema import Measure
from qa_bot.text.syntax import TIME, Syntax
from qa_bot.text.tagger import features

LONGEST = 5  # tokens that say which one it is
FACTOR = 10  # between the numbers of "97 thousand ... about sixty"
_GENITIVE = "gent"  # instead of a preposition
_DASHES = frozenset({"-", "–", "—"})
_SCALES = frozenset({Decimal(1000), Decimal(1_000_000), Decimal(1_000_000_000)})
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})


def take_conjuncts(drafts: Sequence[Draft]) -> None:
    """Let each of *drafts*, the figures of one sentence, that goes on from the one before be of what its own words say."""
    aside = _in_brackets(drafts)
    mains = [draft for draft in drafts if id(draft) not in aside]
    for before, draft in pairwise(drafts):
        _take_scale(draft, before)
        _leave_verb(draft)
    for before, draft in pairwise(mains):
        own = _own_words(draft, before)
        given = _given_words(before, own, draft.unit.syntax) if own is not None else None
        if own is not None and given is not None:
            _exchange(draft, before, own, given)
        elif own is not None and own.way not in ("", _GENITIVE):
            _keep_apart(before, own)
    for draft in mains:
        if draft.antecedent is not None and id(draft.antecedent) in aside:
            draft.antecedent = aside[id(draft.antecedent)]  # whose time it may have, not that of the brackets
    for draft in drafts:
        main = aside.get(id(draft))
        if main is not None and draft.noun is None and not draft.has_unit_behind():
            said = main.slots
            draft.slots = replace(draft.slots, head=said.head, counted=said.counted, counted_terms=said.counted_terms)
            draft.slots = replace(draft.slots, other_terms=said.other_terms)
            draft.measure, draft.counts, draft.per, draft.beside_terms = main.measure, main.counts, main.per, main.beside_terms


def _in_brackets(drafts: Sequence[Draft]) -> dict[int, Draft]:
    """Those of *drafts*, by id, that stand alone with their time in brackets, each with the figure before these: "4.2 (in 2022: 3.9)"."""
    found: dict[int, Draft] = {}
    if not drafts or "(" not in drafts[0].unit.text:
        return found
    syntax = drafts[0].unit.syntax
    for start, end in brackets(syntax):
        inside = [draft for draft in drafts if start < draft.start < end]
        before = [draft for draft in drafts if draft.end <= start]
        within = [at for at, token in enumerate(syntax.tokens) if start < token.start < end]
        timed = any(start <= mention.lead < end for mention in drafts[0].unit.periods)
        named = any(syntax.tags[at] in ("NOUN", "NOUNS", "PROPN", "VERB") and not _is_of_time(drafts[0], at) for at in within)
        if len(inside) == 1 and before and timed and not named and _may_be_earlier(inside[0], before[-1]):
            found[id(inside[0])] = before[-1]
    return found


def _is_of_time(draft: Draft, at: int) -> bool:
    token = draft.unit.syntax.tokens[at]
    return any(mention.lead <= token.start < mention.end for mention in draft.unit.periods)


def _may_be_earlier(draft: Draft, main: Draft) -> bool:
    """Whether *draft* is a bare number of the size of that of *main*, or of its measure."""
    return draft.measure is main.measure or (draft.measure is Measure.COUNT and main.value / FACTOR < draft.value < main.value * FACTOR)


class _Words(NamedTuple):
    """Tokens first..last (excluded) that say which one it is; *way* is their preposition, "" for an adjective alone."""

    first: int
    last: int
    way: str


def _own_words(draft: Draft, before: Draft) -> _Words | None:
    """The phrase behind a preposition, or the adjective, between the sign behind *before* and the number of *draft*."""
    syntax = draft.unit.syntax
    dashed = draft.lead >= before.last and syntax.tokens[draft.lead].surface in _DASHES
    alike = draft.measure is before.measure or (draft.measure is Measure.COUNT and (draft.scaled or dashed))
    level = before.measure in (Measure.MONEY, Measure.QUANTITY) or (before.measure is Measure.COUNT and before.ahead)
    if not level or not alike or draft.whole is not None or before.slots.counted is None or before.bracketed:
        return None
    ahead = draft.noun is not None and before.last <= draft.noun.first < draft.first
    if ahead and not dashed:
        return None
    commas = [at for at in range(before.last, draft.first) if syntax.tokens[at].surface in ",;"]
    if not commas:
        return None
    first, last = commas[-1] + 1, draft.first
    while last > first and (syntax.tokens[last - 1].surface in _DASHES or last - 1 > draft.lead):
        last -= 1
    first += first < last and syntax.tags[first] == "CCONJ"
    marks = syntax.tags[first:last]
    if dashed and marks and _is_genitive(syntax, first, last):
        return _Words(first, last, _GENITIVE)
    if ahead or not 0 < last - first <= LONGEST or not {"VERB", "VBN", "NUM", TIME, "PUNCT"}.isdisjoint(marks):
        return None
    if marks[0] == "ADP" and any(mark.startswith("NOUN") or mark == "PROPN" for mark in marks[1:]):
        return _Words(first, last, syntax.tokens[first].lower)
    return _Words(first, last, "") if marks == ["ADJ"] and syntax.language == "ru" else None


def _given_words(before: Draft, own: _Words, syntax: Syntax) -> _Words | None:
    """The words of the thing that *before* counts in whose place *own* stand: behind the same or another preposition, or of one form."""
    counted = before.slots.counted or ""
    for phrase in reversed(syntax.phrases):
        if phrase.last > before.first or phrase.last <= phrase.first:
            continue
        if own.way == _GENITIVE:
            whose = phrase.last in (before.lead, before.noun.last if before.noun is not None else before.lead)
            named = syntax.concept_of(phrase.head) not in before.slots.head
            if whose and named and _is_genitive(syntax, phrase.first, phrase.last):
                return _Words(phrase.first, phrase.last, _GENITIVE)
            continue
        if own.way and phrase.adposition >= 0 and syntax.slice(phrase.adposition, phrase.last) in counted:
            return _Words(phrase.adposition, phrase.last, syntax.tokens[phrase.adposition].lower)
        if not own.way:
            alike = (at for at in range(phrase.first, phrase.head) if syntax.tags[at] == "ADJ" and syntax.tokens[at].surface in counted)
            at = next((at for at in alike if _form(syntax, at) & _form(syntax, own.first)), None)
            if at is not None:
                return _Words(at, at + 1, "")
    return None


def _is_genitive(syntax: Syntax, first: int, last: int) -> bool:
    """Whether a Russian noun phrase in the genitive, and in no nominative, fills these tokens: «хирурга»."""
    phrase = syntax.phrase_at(first) if syntax.language == "ru" else None
    if phrase is None or phrase.first != first or phrase.last != last or phrase.adposition >= 0:
        return False
    found = features(syntax.tokens[phrase.head].lower, "ru")
    return syntax.tags[phrase.head] in ("NOUN", "NOUNS") and "gent" in found and "nomn" not in found


def _form(syntax: Syntax, at: int) -> frozenset[str]:
    return frozenset(features(syntax.tokens[at].lower, "ru")) & _CASES


def _exchange(draft: Draft, before: Draft, own: _Words, given: _Words) -> None:
    syntax = draft.unit.syntax
    mine, its = (tuple(term for term in syntax.concepts[words.first : words.last] if term is not None) for words in (own, given))
    named = syntax.slice(given.first, given.last)
    said = before.slots
    counted = (said.counted or "").replace(named, syntax.slice(own.first, own.last), 1)
    kept = tuple(term for term in said.counted_terms if term not in its)
    other = tuple(term for term in draft.slots.other_terms if term not in its)
    draft.slots = replace(draft.slots, head=said.head, counted=counted, counted_terms=(*kept, *mine), other_terms=other)
    draft.measure, draft.counts, draft.per = before.measure, before.counts or draft.counts, draft.per or before.per
    draft.beside_terms = _beside(draft.beside_terms, its, mine)
    before.slots = replace(said, other_terms=tuple(term for term in said.other_terms if term not in mine))
    before.beside_terms = _beside(before.beside_terms, mine, its)


def _keep_apart(before: Draft, own: _Words) -> None:
    """Note that *own* says nothing of *before*: "the price came to 128, on the second market to 96"."""
    mine = tuple(term for term in before.unit.syntax.concepts[own.first : own.last] if term is not None)
    held = {
        *before.slots.head,
        *before.slots.counted_terms,
        *before.slots.action_terms,
        *before.slots.actor_terms,
        *before.slots.place_terms,
    }
    mine = tuple(term for term in mine if term not in held)
    before.slots = replace(before.slots, other_terms=tuple(term for term in before.slots.other_terms if term not in mine))
    before.beside_terms = _beside(before.beside_terms, mine, ())


def _leave_verb(draft: Draft) -> None:
    """Take from a number that does something to another thing, its verb left out, the deed of the first: "48 children got a first dose
    and [39] a second dose"."""
    syntax = draft.unit.syntax
    object_ = (
        syntax.language == "en"
        and draft.noun is not None
        and draft.noun.first == draft.last
        and syntax.tokens[draft.last].lower in syntax.words["single_articles"]
    )
    if object_ and draft.verb is not None and draft.verb.last <= draft.first:
        draft.slots = without_deed(draft.slots)


def _beside(known: tuple[str, ...], more: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({*known, *more} - {*own}))


def _take_scale(draft: Draft, before: Draft) -> None:
    """Read "sixty" behind "the master earns 97 thousand roubles, the apprentice gets about" as sixty thousand roubles."""
    if before.measure is not Measure.MONEY or draft.measure is not Measure.COUNT or draft.noun is not None or draft.scaled:
        return
    syntax = draft.unit.syntax
    near = any(syntax.tokens[at].surface == "," for at in range(before.last, draft.first))
    scale = _scale_of(before)
    if not near or scale is None or draft.verb is None or syntax.lemma(draft.verb.chain[-1]) not in syntax.words["earning"]:
        return
    if before.value / scale / FACTOR < draft.value < before.value / scale * FACTOR:
        draft.value, draft.upper = draft.value * scale, draft.upper and draft.upper * scale
        draft.measure, draft.counts = Measure.MONEY, before.counts
        said = before.slots
        draft.slots = replace(draft.slots, head=said.head, counted=None, counted_terms=())


def _scale_of(draft: Draft) -> Decimal | None:
    """What the number of *draft* is written in: thousands of "97 thousand roubles"."""
    digits = draft.unit.syntax.tokens[draft.first].surface.replace(",", ".")
    if not digits.replace(".", "", 1).isdigit() or not Decimal(digits):
        return None
    scale = draft.value / Decimal(digits)
    return scale if scale in _SCALES else None
