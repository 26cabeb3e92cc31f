"""Those that come next in a ranking, each with its number in brackets: "Italy led with 40 medals, followed by Malta (32)"."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.actors import subject_of
from qa_bot.figures.draft import Draft
from qa_bot.figures.ellipsis import fill_gap
from qa_bot.schema import Measure
from qa_bot.text.nominals import entity_terms


def is_next(draft: Draft, before: Draft) -> bool:
    """Return whether words such as "followed by" lead from the figure *before* to *draft*, which so is no part of it."""
    said = " ".join(token.lower for token in draft.unit.syntax.tokens[before.last : draft.first])
    return any(f" {words} " in f" {said} " for words in draft.unit.syntax.words["ranked_next"] - {""})


def leader_of(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """Return the figure of the sentence that heads the ranking which *draft*, a number in brackets, goes on; None where there is none."""
    if not draft.bracketed:
        return None
    bare = draft.measure is Measure.COUNT and draft.counts is None  # "first was wheat with 3,400 hectares, followed by rye (800)"
    same = [other for other in before if other.unit is draft.unit and not other.bracketed and (bare or other.measure is draft.measure)]
    return same[-1] if same and is_next(draft, same[-1]) else None


def follow(entry: Draft, label: tuple[int, int], leader: Draft) -> None:
    """Let *entry* say of its label what *leader*, the first of the ranking, says of its own subject, which is named as well."""
    _name(leader)
    said = leader.slots
    leader.slots = replace(said, place=None, place_terms=(), reason=None, reason_terms=())
    fill_gap(entry, label, leader)
    leader.slots = said


def tell_apart(drafts: Sequence[Draft]) -> None:
    """Note of each figure of a ranking among *drafts*, those of one sentence, whose the others are: a question for one means no other."""
    entries = [draft for draft in drafts if draft.bracketed and draft.label and draft.antecedent is not None]
    entries = [draft for draft in entries if draft.antecedent is not None and is_next(draft, draft.antecedent)]
    ranked = [draft for draft in drafts if any(draft is entry or draft is entry.antecedent for entry in entries)]
    for draft in ranked:
        others = {term for other in ranked for term in (*other.slots.place_terms, *other.slots.actor_terms)}
        own = {*draft.slots.place_terms, *draft.slots.actor_terms}
        draft.beside_terms = tuple(dict.fromkeys((*draft.beside_terms, *sorted(others - own))))


def _name(leader: Draft) -> None:
    """Give a figure that nobody is said to have done anything for whose it is: "Germans were the largest group with 391 visitors"."""
    syntax, slots = leader.unit.syntax, leader.slots
    clause = syntax.clause_at(leader.first)
    group = next((group for group in reversed(syntax.verbs_in(clause.first, leader.first)) if group.finite), None)
    if slots.actor_terms or slots.place_terms or slots.action_terms or group is None:
        return
    phrase = subject_of(syntax, group, clause)
    terms = entity_terms(syntax, phrase.first, phrase.last) if phrase is not None else ()
    if phrase is not None and terms:
        leader.slots = replace(slots, place=syntax.slice(phrase.first, phrase.last), place_terms=terms)
