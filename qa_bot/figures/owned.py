"""Whose it is that a figure counts: "its cost" is that of the school whose building the text has told of."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.actors import subject_of
from qa_bot.figures.draft import Draft
from qa_bot.figures.units import Unit
from qa_bot.text.functions import functions
from qa_bot.text.syntax import TIME, Phrase, Syntax

_NUMBERS = frozenset({"NUM", TIME})


def name_owned(drafts: Sequence[Draft], before: Sequence[Unit]) -> None:
    """Give those of *drafts*, the figures of one sentence, that count "its cost" the words for what "its" stands for: the subject of the
    sentence before the pronoun, or, where that is a pronoun too, of the sentences *before*, nearest last."""
    for draft in drafts:
        own, _, thing = (draft.slots.counted or "").partition(" ")
        if draft.unit.language != "en" or own.lower() not in functions("en")["possessive_bodies"] or draft.noun is None or not thing:
            continue
        around = [unit for unit in before if unit.block == draft.unit.block]
        found = _owner(draft.unit, draft.noun.first, around)
        if found is None:
            continue
        unit, phrase = found
        terms = [term for term in unit.syntax.concepts[phrase.first : phrase.last] if term is not None and term not in draft.slots.head]
        draft.slots = replace(draft.slots, counted=thing, counted_terms=tuple(dict.fromkeys((*draft.slots.counted_terms, *terms))))
        if unit is not draft.unit:
            draft.scope_quotes.append(unit.span)


def _owner(own: Unit, at: int, before: Sequence[Unit]) -> tuple[Unit, Phrase] | None:
    for unit in (own, *reversed(before)):
        stop = at if unit is own else len(unit.syntax.tokens)
        phrase = _subject(unit.syntax, stop)
        if phrase is not None:
            return unit, phrase
        if not _opens_with_pronoun(unit.syntax, stop) and stop > 1:
            return None
    return None


def _subject(syntax: Syntax, stop: int) -> Phrase | None:
    """The subject of the first verb before token *stop*, unless it is a number of things."""
    group = next((group for group in syntax.verbs if group.finite and group.last <= stop), None)
    phrase = subject_of(syntax, group, syntax.clause_at(group.first)) if group is not None else None
    return phrase if phrase is not None and _NUMBERS.isdisjoint(syntax.tags[phrase.first : phrase.last]) else None


def _opens_with_pronoun(syntax: Syntax, stop: int) -> bool:
    return any(token.lower in syntax.words["subject_pronouns"] for token in syntax.tokens[:stop])
