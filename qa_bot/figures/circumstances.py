"""What a figure says of its own circumstances: the reason of those whom a relative clause tells of, the words that make a part one."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qa_bot.figures.draft import Draft
from qa_bot.figures.parts import is_gapped
from qa_bot.schema import Basis, Measure
from qa_bot.text.nominals import complement_end
from qa_bot.text.syntax import NUMERAL, TIME, Syntax
from qa_bot.text.tag_mending import is_hyphen
from qa_bot.text.tagger import features

LONGEST = 9  # tokens that say what makes a part one
_DASHES = frozenset("-–—:")
_VERBS = frozenset({"VERB", "AUX"})


def share_reasons(drafts: Sequence[Draft]) -> None:
    """Let figures of a relative clause, of one sentence with the figure before it, have its reason: "drunk drivers caused 341 crashes, in
    which 74 died and 489 were hurt"."""
    of: Draft | None = None
    for at, draft in enumerate(drafts):
        syntax = draft.unit.syntax
        clause = syntax.clause_at(draft.first)
        if at and _is_relative(syntax, clause.first):
            of = next((other for other in reversed(drafts[:at]) if other.last <= clause.first), None)
        elif not at or syntax.tags[clause.first] != "CCONJ":
            of = None
        if of is not None and of.slots.reason_terms and not draft.slots.reason_terms:
            draft.slots = replace(draft.slots, reason=of.slots.reason, reason_terms=of.slots.reason_terms)


def leave_claims_reason(draft: Draft) -> None:
    """Take from a figure that somebody states the clause with "because" behind it: it says why that one counts so, and not why it was
    so."""
    slots, unit = draft.slots, draft.unit
    stated = draft.claimant is not None and draft.claimant.basis is Basis.STATED
    at = unit.document.text.find(slots.reason, draft.end, unit.end) if slots.reason and stated else -1
    if at < 0 or slots.reason is None:
        return
    inside = (group for group in unit.syntax.verbs if at <= unit.tokens[group.first].start < at + len(slots.reason))
    if any(group.finite for group in inside):
        draft.slots = replace(slots, reason=None, reason_terms=())


def _is_relative(syntax: Syntax, first: int) -> bool:
    return any(token.lower in syntax.words["relative_pronouns"] for token in syntax.tokens[first : first + 2])


def tell_circumstances(drafts: Sequence[Draft]) -> None:
    """Note of each part that no slot of its own tells from its whole the words that do: "[57] of them - in the dark"."""
    for draft in drafts:
        if draft.whole is None or draft.measure is Measure.SHARE:
            continue
        state = _state_of(draft, draft.whole)
        if state is not None:
            _keep_to(draft, drafts, state)
        if _is_told_apart(draft):
            continue
        words = _behind(draft) or _before(draft)
        if words is not None:
            draft.circumstance = draft.unit.syntax.slice(*words)
            _keep_to(draft, drafts, words)


def tell_counterparts(drafts: Sequence[Draft]) -> None:
    """Note of two figures of one deed the phrases that tell them apart: "[through its vans] 6,100 books were lent, [in schools] 3,050"."""
    for before, after in pairwise(drafts):
        alike = (before.measure, before.counts, before.slots.action_terms) == (after.measure, after.counts, after.slots.action_terms)
        if not alike or before.whole is not None or after.whole is not None or before.label or after.label or not is_gapped(after):
            continue
        one, other = _opening(before), _opening(after)
        if one is not None and other is not None and not before.slots.place_terms and not after.slots.place_terms:
            before.circumstance, after.circumstance = before.unit.syntax.slice(*one), after.unit.syntax.slice(*other)


def _opening(draft: Draft) -> tuple[int, int] | None:
    """The phrase behind a preposition that opens the part of the sentence that is said of *draft*."""
    syntax, first = draft.unit.syntax, draft.stretch.first
    first += syntax.tags[first : first + 1] == ["CCONJ"]
    phrase = next((phrase for phrase in syntax.phrases if phrase.adposition == first and phrase.last <= draft.first), None)
    if phrase is None or TIME in syntax.tags[first : phrase.last] or NUMERAL in syntax.tags[first : phrase.last]:
        return None
    return first, complement_end(syntax, phrase.last, event=False)


def _keep_to(draft: Draft, drafts: Sequence[Draft], words: tuple[int, int]) -> None:
    """Set the *words* that make *draft* a part beside the other figures of the sentence: what was done at night is not said of all."""
    syntax = draft.unit.syntax
    mine = {term for term in syntax.concepts[words[0] : words[1]] if term is not None}
    for other in drafts:
        if other is not draft and (draft.whole in (other, other.whole) or _are_parted(syntax, draft, other)):
            tied = (adjunct.partition(":")[2] for adjunct in other.adjunct_terms)
            held = {*other.slots.head, *other.slots.counted_terms, *other.slots.action_terms, *tied}
            other.beside_terms = tuple(sorted({*other.beside_terms, *(mine - held)}))


def _state_of(part: Draft, whole: Draft) -> tuple[int, int] | None:
    """The adjective that says what only *part* of its sentence's whole is: «вакантны 12 ставок из 40», "12 of the 40 rooms were empty"."""
    if whole.unit is not part.unit:
        return None
    syntax = part.unit.syntax
    clause = syntax.clause_at(part.first)
    of_whole = {syntax.concept_of(at) for at in range(whole.last, part.first)}  # "204 were late, and 31 of them were late because of fog"
    said = (at for at in range(clause.first, clause.last) if _is_predicate(syntax, at) and not whole.last <= at < part.first)
    return next(((at, at + 1) for at in said if syntax.concept_of(at) not in of_whole), None)


def _is_predicate(syntax: Syntax, at: int) -> bool:
    if syntax.language == "ru":
        parted = at + 1 < len(syntax.tokens) and is_hyphen(syntax.tokens, at + 1)  # «контрольно-счётная»
        return not parted and "ADJS" in features(syntax.tokens[at].lower, "ru") and syntax.concept_of(at) is not None
    before = at - 1
    while before > 0 and syntax.tags[before] == "ADV":
        before -= 1
    if before >= 0 and syntax.tokens[before].lower in syntax.words["copulas"]:
        return _is_state(syntax, at)
    modifies = syntax.tags[at + 1 : at + 2] in (["NOUN"], ["NOUNS"], ["PROPN"], ["ADJ"])
    return before >= 0 and syntax.tags[at] == "ADJ" and not modifies and syntax.tags[before] == "VERB"


def _is_state(syntax: Syntax, at: int) -> bool:
    """Whether the word behind "are" says how things are: an adjective, "abroad", or a bare noun for one thing, as which "vacant" may be
    tagged; not "now" of "are now vacant", nor "doctors" and the modifiers of nouns."""
    follows = syntax.tags[at + 1 : at + 2]
    if syntax.tags[at] == "ADV":
        return follows in ([], ["PUNCT"], ["ADP"])
    return syntax.tags[at] in ("ADJ", "NOUN") and follows not in (["NOUN"], ["NOUNS"], ["PROPN"], ["ADJ"])


def _are_parted(syntax: Syntax, draft: Draft, other: Draft) -> bool:
    """Whether a semicolon stands between the two figures."""
    first, second = sorted((draft, other), key=lambda each: each.first)
    return any(token.surface == ";" for token in syntax.tokens[first.last : second.first])


def leave_out_beside(drafts: Sequence[Draft]) -> None:
    """Take from what is said of each figure what is said of another one instead, so that no later figure takes it over."""
    for draft in drafts:
        if not draft.beside_terms:
            continue
        kept = tuple(term for term in draft.slots.other_terms if term not in draft.beside_terms)
        ways = tuple(way for way in draft.slots.direction_terms if way.partition(":")[2] not in draft.beside_terms)
        direction = draft.slots.direction if ways == draft.slots.direction_terms else None
        draft.slots = replace(draft.slots, other_terms=kept, direction_terms=ways, direction=direction)


def _is_told_apart(draft: Draft) -> bool:
    own, whole = draft.slots, draft.whole.slots if draft.whole is not None else draft.slots
    slots = ("counted", "action", "actor_terms", "reason_terms", "place_terms", "direction_terms")
    return bool(draft.label) or any(getattr(own, slot) and getattr(own, slot) != getattr(whole, slot) for slot in slots)


def _behind(draft: Draft) -> tuple[int, int] | None:
    """The phrase behind the number, or behind "of them" and a dash there: "on state places"."""
    syntax, first = draft.unit.syntax, draft.last
    passed = syntax.words["partitives"] | syntax.words["anaphors"]
    while first < len(syntax.tokens) and (syntax.tokens[first].lower in passed or syntax.tokens[first].surface in _DASHES):
        first += 1
    stop = min(draft.stretch.last, first + LONGEST)
    last = next((at for at in range(first, stop) if _ends(syntax, at)), stop)
    return (first, last) if _tells(syntax, first, last) else None


def _before(draft: Draft) -> tuple[int, int] | None:
    """The phrase between the comma before, or "of them" there, and the number."""
    syntax, last = draft.unit.syntax, draft.lead + 1
    while last > draft.stretch.first and syntax.tokens[last - 1].surface in _DASHES:
        last -= 1
    passed = syntax.words["partitives"] | syntax.words["anaphors"] | syntax.words["including"]
    first = last
    while first > draft.stretch.first and last - first < LONGEST and not _ends(syntax, first - 1):
        if syntax.tokens[first - 1].lower in passed and syntax.tokens[first - 1].lower not in syntax.words["place_adpositions"]:
            break
        first -= 1
    return (first, last) if _tells(syntax, first, last) else None


def _ends(syntax: Syntax, at: int) -> bool:
    mark = syntax.tags[at]
    return mark in ("PUNCT", "CCONJ", "SCONJ", NUMERAL) and not (syntax.tokens[at].surface == "-" and mark == "PUNCT")


def _tells(syntax: Syntax, first: int, last: int) -> bool:
    """Whether the tokens are a phrase behind a preposition, without a verb, that names no mere time."""
    marks = syntax.tags[first:last]
    return marks[:1] == ["ADP"] and len(marks) > 1 and _VERBS.isdisjoint(marks) and marks[1] != TIME
