"""What is said between commas of the name before it: "Port Amsel, champions in 2019 with 77 points, lost the final"."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.draft import Draft, Slots
from qa_bot.text.nominals import AGE
from qa_bot.text.syntax import Phrase, Syntax

_OPENING = ("PUNCT", "SCONJ", "CCONJ", "ADV", "TIME")


def take_owners(drafts: Sequence[Draft]) -> None:
    """Let figures of an apposition belong to the name that it explains: the verb of the sentence says nothing of them."""
    for draft in drafts:
        syntax = draft.unit.syntax
        bounds = _apposition(syntax, draft.first, draft.last)
        if bounds is None or draft.slots.head == (AGE,):
            continue
        owner, last = bounds
        inside = range(owner.first, last)
        said = {term for index in inside if (term := syntax.concepts[index]) is not None}
        own = draft.slots
        terms = syntax.terms(owner.first, owner.last)
        counted = {*own.head, *own.counted_terms, *terms}
        others = tuple(term for term in syntax.terms(owner.last, last) if term not in counted)
        draft.slots = Slots(head=own.head, counted=own.counted, counted_terms=own.counted_terms, other_terms=others)
        draft.slots = replace(draft.slots, place=syntax.slice(owner.first, owner.last), place_terms=terms)
        elsewhere = [*syntax.terms(0, owner.first), *syntax.terms(last, len(syntax.tokens))]
        draft.beside_terms = tuple(dict.fromkeys((*draft.beside_terms, *(term for term in elsewhere if term not in said))))
        draft.verb = None


def _apposition(syntax: Syntax, first: int, last: int) -> tuple[Phrase, int] | None:
    """The name before the first of the two commas around the number at tokens *first* to *last*, and the second comma, where they set
    off an apposition: without a verb, before the verb whose subject the name is."""
    commas = [index for index, token in enumerate(syntax.tokens) if token.surface == ","]
    left = max((index for index in commas if index < first), default=0)
    right = min((index for index in commas if index >= last), default=0)
    owner = syntax.phrase_at(left - 1) if left else None
    if owner is None or not right or owner.last != left or owner.adposition >= 0 or not _is_name(syntax, owner):
        return None
    if owner.first and syntax.tags[owner.first - 1] not in _OPENING:
        return None
    tied = any(left < phrase.adposition < first <= phrase.last for phrase in syntax.phrases)
    verbs = [group for group in syntax.verbs if left < group.first]
    follows = verbs and right < verbs[0].first <= right + 2 and verbs[0].finite
    return (owner, right) if tied and follows else None


def _is_name(syntax: Syntax, phrase: Phrase) -> bool:
    return all(syntax.tokens[at].surface[:1].isupper() or syntax.tags[at] == "DET" for at in range(phrase.first, phrase.last))
