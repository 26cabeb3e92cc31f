"""A "none" alone, which counts what the sentence before does: "Three paintings were stolen. None had been stolen in 2020"."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.draft import Draft
from qa_bot.schema import Measure


def take_none(draft: Draft, before: Sequence[Draft]) -> bool:
    """Return whether *draft* is a "none" without a noun; it then counts what the first figure *before* it does to which the same was done,
    in its own sentence or in the one ahead of it."""
    syntax = draft.unit.syntax
    if draft.value or draft.noun is not None or draft.surface.lower() not in syntax.words["bare_none"]:
        return False
    own = [other for other in before if other.unit is draft.unit]
    near = own or [other for other in before if other.unit is before[-1].unit and other.unit.block == draft.unit.block]
    deeds = {*draft.slots.action_terms}
    counted = (other for other in near if other.measure is Measure.COUNT and other.slots.head)
    same = next((other for other in counted if not deeds.isdisjoint(other.slots.action_terms)), None)
    if same is None:
        return False
    said = same.slots
    draft.slots = replace(draft.slots, head=said.head, counted=said.counted, counted_terms=said.counted_terms)
    draft.counts, draft.settled = same.counts, True
    if same.unit is not draft.unit:
        draft.scope_quotes.append(same.unit.span)
    return True
