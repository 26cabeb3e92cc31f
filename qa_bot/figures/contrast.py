"""What the figures of one sentence say apart: "61 were caused by lightning and 70 by people", "311 yellow cards and 28 red cards".

Words that stand with one figure where another of the sentence has words of its own - another noun, another verb, another phrase behind
the same preposition - are *beside* that other one: a question that names them does not ask for it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from qa_bot.figures.draft import Draft
from qa_bot.figures.measures import is_measure
from qa_bot.figures.parts import is_gapped
from qa_bot.figures.predicates import sort_said
from qa_bot.figures.stretches import is_coordinated
from qa_bot.schema import Measure
from qa_bot.text.functions import functions
from qa_bot.text.nominals import complement_end
from qa_bot.text.syntax import TIME, Phrase, Syntax
from qa_bot.text.tagger import features

FATES = functions("en")["fates"]
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})


class Said(NamedTuple):
    """What stands with one figure and no other, in concepts: its noun, its verb, its phrases by preposition."""

    noun: frozenset[str]
    verb: frozenset[str]
    phrases: dict[str, frozenset[str]]
    ways: frozenset[str]  # all its prepositions, that before a gerund as well


def set_apart(drafts: Sequence[Draft]) -> None:
    """Note of each of *drafts*, the figures of one sentence, its phrases by preposition and what stands beside it, with the others."""
    if not drafts:
        return
    syntax = drafts[0].unit.syntax
    starts = sorted({draft.first for draft in drafts})
    firsts = {first: next(draft for draft in drafts if draft.first == first) for first in starts}
    cuts = [*(firsts[first].stretch.first for first in starts), len(syntax.tokens)]
    said = {first: _said(syntax, firsts[first], cuts[at], cuts[at + 1]) for at, first in enumerate(starts)}
    for before, after in pairwise(starts):
        _complete(firsts[after], said[after], said[before])
    for draft in drafts:
        own = said[draft.first]
        tied = (f"{way}:{term}" for way, terms in own.phrases.items() for term in sorted(terms))
        draft.adjunct_terms = (*tied, *(f"{head}~:{name}" for head, name in _called(syntax, cuts, draft, starts)))
        beside = {term for first in starts if first != draft.first for term in _against(draft, own, firsts[first], said[first])}
        if not beside:
            draft.beside_terms = ()
            continue
        _cede_place(draft, beside - {term for terms in own.phrases.values() for term in terms})
        draft.beside_terms = tuple(sorted(beside - _held(draft, own)))


def _complete(draft: Draft, own: Said, before: Said) -> None:
    """Add to the adjectives that stand alone behind a preposition the noun that they leave out, which the figure before has behind the
    same: "на северных причалах 9 тонн, на южных – 2"."""
    syntax = draft.unit.syntax
    own.phrases.update({way: terms for way, terms in _lone_adjectives(syntax, draft) if way not in own.phrases})
    for way, terms in own.phrases.items():
        phrases = [phrase for phrase in syntax.phrases if _way(syntax, phrase) == way and phrase.first >= draft.stretch.first]
        bare = [phrase for phrase in phrases if {*syntax.concepts[phrase.first : phrase.last]} >= terms and _is_adjective(syntax, phrase)]
        alone = (way, terms) in _lone_adjectives(syntax, draft)
        if (bare or alone) and way in before.phrases:
            nouns = _nouns_of(syntax, way, before)
            own.phrases[way] = terms | nouns
            draft.slots = replace(draft.slots, other_terms=tuple(dict.fromkeys((*draft.slots.other_terms, *sorted(nouns)))))


def _lone_adjectives(syntax: Syntax, draft: Draft) -> list[tuple[str, frozenset[str]]]:
    """The prepositions of a figure's own part of a Russian sentence with the adjective that stands alone behind each, in no noun phrase:
    «300 — на восточном и 128 ...»."""
    tags, tokens, last = syntax.tags, syntax.tokens, min(draft.stretch.last, len(syntax.tokens))
    if syntax.language != "ru":
        return []
    pairs = (at for at in range(draft.stretch.first, last - 1) if tags[at] == "ADP" and tags[at + 1] == "ADJ")
    alone = (at for at in pairs if at + 2 >= len(tokens) or tags[at + 2] in ("PUNCT", "CCONJ", "NUM"))
    return [(tokens[at].lower, frozenset((concept,))) for at in alone if (concept := syntax.concepts[at + 1]) is not None]


def _is_adjective(syntax: Syntax, phrase: Phrase) -> bool:
    return syntax.language == "ru" and all(
        not {"ADJF", "PRTF"}.isdisjoint(features(syntax.tokens[index].lower, "ru")) for index in range(phrase.first, phrase.last)
    )


def _nouns_of(syntax: Syntax, way: str, said: Said) -> frozenset[str]:
    """The nouns at the head of what *said* has behind *way*."""
    heads = (syntax.concept_of(phrase.head) for phrase in syntax.phrases if _way(syntax, phrase) == way)
    return frozenset(head for head in heads if head is not None and head in said.phrases[way])


def _called(syntax: Syntax, cuts: Sequence[int], draft: Draft, starts: Sequence[int]) -> Iterator[tuple[str, str]]:
    """The nouns of the figure's own part of the sentence with the names that tell which one: ("courthouse", "weston")."""
    at = starts.index(draft.first)
    clause = syntax.clause_at(draft.first)
    first, last = max(cuts[at], clause.first), min(cuts[at + 1], clause.last)
    for phrase in syntax.phrases:
        if not first <= phrase.first < last or syntax.tokens[phrase.head].surface[:1].isupper():
            continue
        head = syntax.concept_of(phrase.head)
        if head is None:
            continue
        for index in range(max(phrase.first, 1), phrase.last):
            name = syntax.concepts[index]
            if index != phrase.head and name is not None and syntax.tokens[index].surface[:1].isupper():
                yield head, name


def _cede_place(draft: Draft, beside: set[str]) -> None:
    """Take from *draft* the places that stand with a neighbour: of "410 in Eastham, in Weston 95" the other one."""
    slots, syntax = draft.slots, draft.unit.syntax
    kept = tuple(term for term in slots.place_terms if term not in beside)
    if kept == slots.place_terms:
        return
    named = (phrase for phrase in syntax.phrases if kept and kept[0] in syntax.concepts[phrase.first : phrase.last])
    text = next((syntax.slice(phrase.first, phrase.last) for phrase in named), None)
    draft.slots = replace(slots, place=text, place_terms=kept)


def _held(draft: Draft, own: Said) -> set[str]:
    slots = draft.slots
    directed = (term.partition(":")[2] for term in slots.direction_terms)
    named = (*slots.head, *slots.counted_terms, *slots.action_terms, *slots.actor_terms, *slots.reason_terms, *slots.place_terms, *directed)
    return {*named, *own.noun, *own.verb, *(term for terms in own.phrases.values() for term in terms)}


def _against(draft: Draft, own: Said, other: Draft, said: Said) -> set[str]:
    """What *said* of *other* is not said of *draft*."""
    if draft.whole is other:
        return set()
    part = other.whole is draft
    found: set[str] = set()
    if part or _alike(draft, other) or _are_listed(draft, other):
        found |= said.noun - (_complement(other) if FATES.intersection(draft.slots.head) and not part else set())
    if part or (own.verb and draft.slots.action_terms):  # who has something may have done what is said before
        found |= said.verb
    for way, terms in said.phrases.items():
        if part or way in own.ways or _corresponds(draft, own, other, said):
            found |= terms
    if draft.slots.actor_terms:
        found |= {*other.slots.actor_terms}
    if _are_parted(draft, other):
        found |= {*other.slots.place_terms}
    siblings = draft.whole is not None and draft.whole is other.whole  # "Of these, 33 were drownings, 11 died of burns"
    if draft.slots.reason_terms or part or siblings:
        found |= {*other.slots.reason_terms}
    return found


def _corresponds(draft: Draft, own: Said, other: Draft, said: Said) -> bool:
    """Whether one of the two goes on without a verb from the other, each with a phrase before it: "through its vans 6,100 books were lent,
    and in schools 3,050"."""
    before, after = sorted((draft, other), key=lambda each: each.first)
    single = len(own.phrases) == len(said.phrases) == 1 and after.noun is None and is_gapped(after)
    syntax = draft.unit.syntax
    led = [phrase.adposition for phrase in syntax.phrases if after.stretch.first <= phrase.adposition < after.first]
    return single and bool(led) and is_coordinated(syntax, after.stretch) and before.last <= led[0]


def _are_parted(draft: Draft, other: Draft) -> bool:
    """Whether a semicolon stands before *other*, behind *draft*: where the other one is, this one is not."""
    return ";" in draft.unit.text and any(token.surface == ";" for token in draft.unit.syntax.tokens[draft.last : other.first])


def _complement(draft: Draft) -> set[str]:
    """What tells of what the noun of *draft* is, which those who died of it share: "2,318 cases of cholera and 47 deaths"."""
    noun, syntax = draft.noun, draft.unit.syntax
    if noun is None:
        return set()
    return {*_concepts(syntax, noun.first, noun.head), *_concepts(syntax, noun.head + 1, noun.last)}


def _alike(draft: Draft, other: Draft) -> bool:
    """Whether both count things of one sort, so that the words for them tell which: not apples and the money paid for them."""
    counts = draft.measure is Measure.COUNT and other.measure is Measure.COUNT
    if draft.noun is None or other.noun is None:
        return False
    if counts:
        return draft.counts == other.counts is not None
    measured = {draft.measure, other.measure} == {Measure.COUNT, Measure.QUANTITY}
    named = not any(is_measure(figure.unit.syntax, figure.noun) for figure in (draft, other))
    return (
        measured and named and draft.verb is other.verb is not None and _are_joined(draft, other)
    )  # "15,000 blankets and 42 tonnes of food"


def _are_joined(draft: Draft, other: Draft) -> bool:
    """Whether an "and" or a sign stands between the two, and not just "with": "two plants with a capacity of 900 MW"."""
    before, after = sorted((draft, other), key=lambda each: each.first)
    return any(mark in ("CCONJ", "PUNCT") for mark in draft.unit.syntax.tags[before.last : after.first])


def _are_listed(draft: Draft, other: Draft) -> bool:
    """Whether the two with their nouns are joined by nothing but "and" or a comma: "15,000 blankets and 42 tonnes of food"."""
    before, after = sorted((draft, other), key=lambda each: each.first)
    if before.noun is None or after.noun is None or before.noun.last > after.first:
        return False
    syntax = draft.unit.syntax
    between = range(before.noun.last, after.lead + 1)
    return bool(between) and all(syntax.tags[index] == "CCONJ" or syntax.tokens[index].surface == "," for index in between)


def _said(syntax: Syntax, draft: Draft, first: int, last: int) -> Said:
    clause = syntax.clause_at(draft.first)
    first, last = max(first, clause.first), min(last, clause.last)
    noun = draft.noun
    within = range(noun.first, noun.last) if noun is not None else range(0)
    phrases: dict[str, frozenset[str]] = {}
    for phrase in syntax.phrases:
        if not first <= phrase.first < last:
            continue
        way = _way(syntax, phrase)
        inside = phrase.head in within and phrase.adposition < 0  # "villagers against flu" has a phrase in its noun
        if way is None or inside or _is_passed(syntax, phrase, draft):
            continue
        stop = min(complement_end(syntax, phrase.last, event=False), last)
        phrases[way] = phrases.get(way, frozenset()) | _concepts(syntax, phrase.first, stop)
    group = draft.verb
    return Said(
        noun=_concepts(syntax, within.start, within.stop) | _told(syntax, draft, last),
        verb=_concepts(syntax, group.first, group.last) if group is not None and first <= group.first < last else frozenset(),
        phrases=phrases,
        ways=frozenset(phrases) | {syntax.tokens[at].lower for at in range(first, last) if syntax.tags[at : at + 2] == ["ADP", "VBG"]},
    )


def _way(syntax: Syntax, phrase: Phrase) -> str | None:
    """What ties the phrase to its verb: a preposition or, in Russian, the instrumental: "объяснили убеждениями"."""
    if phrase.adposition < 0:
        case = features(syntax.tokens[phrase.head].lower, "ru") & _CASES if syntax.language == "ru" else frozenset()
        return "ablt" if case == {"ablt"} else None
    way = syntax.tokens[phrase.adposition].lower
    return None if way in syntax.words["partitives"] else way


def _told(syntax: Syntax, draft: Draft, last: int) -> frozenset[str]:
    """The adjectives and adverbs that tell which a part is and stand nowhere before it: "17 of them fatal", "17 were fatal", "из них 17
    условно"."""
    at = draft.last
    said = sort_said(syntax, at)
    if said is not None:
        return _concepts(syntax, *said)
    within = draft.whole is not None and draft.whole.unit is draft.unit
    if at >= last or not (within or syntax.tokens[at].lower in syntax.words["partitives"]):
        return frozenset()
    found = (syntax.concepts[index] for index in range(at, last) if syntax.tags[index] in ("ADJ", "ADV"))
    return frozenset(concept for concept in found if concept is not None) - set(syntax.concepts[:at])


def _is_passed(syntax: Syntax, phrase: Phrase, draft: Draft) -> bool:
    """Whether the phrase names a time or holds the number itself."""
    return TIME in syntax.tags[phrase.first : phrase.last] or phrase.first <= draft.first <= phrase.head


def _concepts(syntax: Syntax, first: int, last: int) -> frozenset[str]:
    return frozenset(term for term in syntax.concepts[first:last] if term is not None)
