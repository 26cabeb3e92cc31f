"""Those who come from others are not one's own: "340 of our own engineers, along with 115 from neighbouring firms"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from qa_bot.figures.draft import Draft
from qa_bot.text.lexicon import lexicon
from qa_bot.text.tokens import tokenize

OWN = "own-adj"  # concept
_LONGEST = 5  # tokens of "its own school", "the neighbouring fire brigades"
_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_ENDING = frozenset({"PUNCT", "VERB", "AUX", "CCONJ", "ADP", "NUM"})


def tell_outsiders(drafts: Sequence[Draft]) -> None:
    """Leave "own" out of what those of *drafts*, the figures of one sentence, count that say behind their number whom they are from."""
    for at, draft in enumerate(drafts):
        inherited = OWN in draft.slots.counted_terms and draft.noun is None
        if not inherited or not _is_from_others(draft) or not any(OWN in other.slots.counted_terms for other in drafts[:at]):
            continue
        terms = tuple(term for term in draft.slots.counted_terms if term != OWN)
        other = tuple(term for term in draft.slots.other_terms if term != OWN)
        counted = _without_own(draft.slots.counted, draft.unit.language)
        draft.slots = replace(draft.slots, counted=counted, counted_terms=terms, other_terms=other)
        draft.beside_terms = tuple(sorted({*draft.beside_terms, OWN}))
        for first in drafts[:at]:
            if OWN in first.slots.counted_terms:
                mine = _from_whom(draft)
                kept = tuple(term for term in first.slots.other_terms if term not in mine)
                first.slots, first.beside_terms = replace(first.slots, other_terms=kept), tuple(sorted({*first.beside_terms, *mine}))


def _is_from_others(draft: Draft) -> bool:
    """Whether a preposition right behind the number says from whom they are, and nothing calls these one's own."""
    syntax, at = draft.unit.syntax, draft.last
    led = at < len(syntax.tokens) and syntax.tokens[at].lower in syntax.words["from_whom"]
    return led and bool(_from_whom(draft)) and OWN not in _from_whom(draft)


def _from_whom(draft: Draft) -> tuple[str, ...]:
    """The concepts of the words behind that preposition, up to the noun."""
    syntax, found = draft.unit.syntax, []
    for at in range(draft.last + 1, min(draft.last + 1 + _LONGEST, len(syntax.tokens))):
        if syntax.tags[at] in _ENDING:
            break
        found.append(syntax.concept_of(at))
        if syntax.tags[at] in _NOUNS:
            return tuple(concept for concept in found if concept is not None)
    return ()


@lru_cache(maxsize=64)
def _without_own(counted: str | None, language: str) -> str | None:
    words = lexicon(language)
    own = [token.surface for token in tokenize(counted or "") if words.concept(token.lower) == OWN or token.lower in words.words(OWN)]
    return re.sub(rf"\b{re.escape(own[0])}\s+", "", counted, count=1) if counted and own else counted
