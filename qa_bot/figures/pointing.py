"""What "of them" and "the real number" point back to."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qa_bot.figures.draft import Draft
from qa_bot.figures.speech import attributions, may_attribute
from qa_bot.text.nominals import unit_of
from qa_bot.text.syntax import NUMERAL, TIME, Phrase, Syntax

_NOUNS = ("NOUN", "NOUNS")
_GROUPS = frozenset({"person", "staff"})


def told_to_be_there(draft: Draft) -> Phrase | None:
    """Return the plural noun without a number that opens the sentence before "there were 52 of them": all of these are meant, no part of
    what was counted before; None where nothing is said so."""
    syntax = draft.unit.syntax
    clause = syntax.clause_at(draft.first)
    if not _tells_there_are(syntax, clause.first, draft):
        return None
    phrase = next((phrase for phrase in syntax.phrases if phrase.last <= clause.first), None)
    if phrase is None or phrase.adposition >= 0 or syntax.tags[phrase.head] not in _NOUNS:
        return None
    if NUMERAL in syntax.tags[phrase.first : phrase.last]:
        return None
    several = syntax.tags[phrase.head] == "NOUNS" or unit_of(syntax, phrase.head) in _GROUPS
    return phrase if several else None


def told_of_another_time(draft: Draft) -> bool:
    """Return whether "A year earlier there were 52 of them" says only how many such things there were then, no part of those before."""
    syntax = draft.unit.syntax
    first = syntax.clause_at(draft.first).first
    end = draft.last + 2
    timed = next((at for at in range(first, draft.first) if syntax.tokens[at].lower in syntax.words["there"]), first)
    opened = TIME in syntax.tags[first:timed] and "PUNCT" not in syntax.tags[first : max(timed - 1, first)]
    closed = end >= len(syntax.tags) or syntax.tags[end] == "PUNCT"
    return opened and closed and _tells_there_are(syntax, first, draft)


def _tells_there_are(syntax: Syntax, first: int, draft: Draft) -> bool:
    lowers = [token.lower for token in syntax.tokens]
    before, behind = lowers[first : draft.first], lowers[draft.last : draft.last + 2]
    opens = next((at for at, word in enumerate(before) if word in syntax.words["there"]), -1)
    stands = opens >= 0 and opens + 1 < len(before) and before[opens + 1] in syntax.words["be"]
    return stands and len(behind) > 1 and behind[0] in syntax.words["partitives"] and behind[1] in syntax.words["anaphors"]


def set_right(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """Return the last of *before* that somebody is said to give, where *draft* tells "the real number" of such; else None."""
    syntax = draft.unit.syntax
    clause = syntax.clause_at(draft.first)
    lemmas = [syntax.lemma(at) for at in range(clause.first, draft.first)]
    if not any(word in syntax.words["real"] and after in syntax.words["carriers"] for word, after in pairwise(lemmas)):
        return None
    return next((other for other in reversed(before) if other.unit is not draft.unit and _is_given(other)), None)


def _is_given(draft: Draft) -> bool:
    """Whether the sentence of *draft* names who gives the number."""
    unit = draft.unit
    return may_attribute(unit.tokens, unit.language) and bool(attributions(unit.syntax))


def count_noun(draft: Draft, syntax: Syntax, phrase: Phrase, *, described: bool = False) -> None:
    """Let *draft* count what *phrase* names, of a *described* one with its adjectives."""
    passed = ("DET", "PRON") if described else ("DET", "ADJ", "PRON")
    first = phrase.first
    while first < phrase.head and syntax.tags[first] in passed:
        first += 1
    terms = tuple(term for term in syntax.concepts[first : phrase.last] if term is not None)
    draft.slots = replace(draft.slots, counted=syntax.slice(first, phrase.last), head=terms[-1:], counted_terms=terms[:-1])
    draft.counts = unit_of(syntax, phrase.head)
