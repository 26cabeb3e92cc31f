"""The same count by another voice: "18,000 people applied, says the ministry; the council counted 19,500"."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.draft import Draft
from qa_bot.figures.scope import inherit
from qa_bot.schema import Basis


def retell(drafts: Sequence[Draft]) -> None:
    """Give figures whose verb only tells them ("counted", "speaks of", "admits") the deed and period of the one told before."""
    for at, draft in enumerate(drafts):
        if draft.claimant is None or draft.verb is None or not _tells(draft):
            continue
        draft.slots = replace(draft.slots, action=None, action_terms=(), actor=None, actor_terms=())
        other = next((other for other in reversed(drafts[:at]) if _is_same_count(other, draft)), None)
        if other is None:
            continue
        draft.slots = inherit(draft.slots, replace(other.slots, actor=None, actor_terms=()) if _is_teller(other) else other.slots)
        draft.period = draft.period or other.period
        if other.unit is not draft.unit:
            draft.scope_quotes.append(other.unit.span)


def _tells(draft: Draft) -> bool:
    """Whether the verb of the figure is one of telling and its doer the one who tells."""
    syntax = draft.unit.syntax
    group = draft.verb
    if group is None or group.passive or not group.chain or syntax.lemma(group.chain[-1]) not in syntax.words["tallying"]:
        return False
    stated = draft.claimant is not None and draft.claimant.basis is Basis.STATED
    return _is_teller(draft) or (stated and draft.slots.actor is None)


def _is_teller(draft: Draft) -> bool:
    """Whether the doer of the figure is who tells it: "the health office registered 410 cases"."""
    actor = (draft.slots.actor or "").casefold().split()
    name = (draft.claimant.name if draft.claimant is not None else "").casefold().split()
    return bool(set(actor) & set(name))


def _is_same_count(other: Draft, draft: Draft) -> bool:
    """Whether *other* counts the same sort of thing shortly before, told by another voice, with what was done to it."""
    near = other.unit is draft.unit or (other.unit.block == draft.unit.block and other.unit.end <= draft.unit.start)
    voice = other.claimant.name if other.claimant is not None else None
    same = other.slots.head == draft.slots.head and other.measure is draft.measure and other.counts == draft.counts
    return near and same and bool(other.slots.action_terms) and draft.claimant is not None and voice != draft.claimant.name
