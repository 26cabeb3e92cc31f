"""Whether a figure is only how many there are, by somebody's count, where it is asked to how many something was done."""

from qa_bot.answer.deeds import DEEDLESS, EXISTING, LIVING
from qa_bot.schema import Basis, Candidate, Measure, Query


def is_only_counted(query: Query, said: Candidate | None) -> bool:
    """Return whether it is asked to how many of just those something was done that their sentence does not tell, and *said* is how many of
    them somebody counted: "volunteers counted 1,860 seals", where it is asked how many were shot."""
    if said is None or said.figure.claimant is None or said.figure.claimant.basis is not Basis.STATED:
        return False
    terms, heads = said.figure.terms, {*query.slots.head}
    if terms.action or said.figure.measure is not Measure.COUNT or not heads or not heads <= {*terms.head}:
        return False
    deeds = {*query.slots.action} - DEEDLESS - EXISTING - LIVING - heads
    return bool(deeds) and deeds.isdisjoint(terms.sentence)
