"""Whose part of what is counted a number is: "health bodies accounted for 1,402 complaints, councils for 1,117 and landlords for 806"."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.actors import subject_of
from qa_bot.figures.draft import Draft
from qa_bot.schema import Measure
from qa_bot.text.syntax import Syntax, VerbGroup


def take_sharers(drafts: Sequence[Draft]) -> None:
    """Give each of *drafts*, the figures of one sentence, whose number is what somebody accounts for, that subject, and the noun that the
    first one alone has."""
    first: Draft | None = None
    mine: tuple[str, ...] = ()
    for draft in drafts:
        if draft.measure is not Measure.COUNT:
            continue
        group = _accounting(draft)
        if group is not None and draft.has_unit_behind():
            mine = _take_subject(draft, group)
            first = draft if mine else None
        elif first is not None and draft.noun is None and _goes_on(first, draft):
            said, label = first.slots, draft.slots
            terms = (*label.counted_terms, *(term for term in label.head if term not in said.head))
            if terms and label.counted != said.counted:
                own = tuple(term for term in said.counted_terms if term not in mine)
                draft.slots = replace(label, head=said.head, counted=said.counted, counted_terms=(*own, *terms))
                draft.counts, draft.row = first.counts, label.counted


def _accounting(draft: Draft) -> VerbGroup | None:
    """The verb before the number by which its subject is said to account for it."""
    syntax = draft.unit.syntax
    clause = syntax.clause_at(draft.first)
    groups = [group for group in syntax.verbs_in(clause.first, draft.first) if group.finite]
    group = groups[-1] if groups else None
    if group is None or draft.lead < group.last - 1:
        return None
    return group if _text(syntax, group.last - 1, draft.lead + 1) in syntax.words["sharing_cues"] else None


def _text(syntax: Syntax, first: int, last: int) -> str:
    return " ".join(token.lower for token in syntax.tokens[first:last])


def _take_subject(draft: Draft, group: VerbGroup) -> tuple[str, ...]:
    """Name *draft* by the subject of the verb, and return the concepts of that; none where it is a number itself."""
    syntax = draft.unit.syntax
    phrase = subject_of(syntax, group, syntax.clause_at(draft.first))
    if phrase is None or "NUM" in syntax.tags[phrase.first : phrase.last] or draft.slots.actor_terms:
        return ()
    terms = tuple(term for term in syntax.concepts[phrase.first : phrase.last] if term is not None)
    draft.slots = replace(draft.slots, counted_terms=(*draft.slots.counted_terms, *terms))
    draft.row = syntax.slice(phrase.first, phrase.last)
    return terms


def _goes_on(first: Draft, draft: Draft) -> bool:
    """Whether the number goes on from *first* with its preposition and no verb of its own."""
    syntax = draft.unit.syntax
    alike = draft.lead > first.last and syntax.tokens[draft.lead].lower == syntax.tokens[first.lead].lower
    return alike and not syntax.verbs_in(first.last, draft.first)
