"""What is said behind two deeds joined by "and" is said of both: "137 people were killed and 900 injured by an earthquake"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qa_bot.figures.draft import Draft
from qa_bot.schema import Measure
from qa_bot.text.functions import functions
from qa_bot.text.syntax import Syntax, VerbGroup

CALAMITIES = functions("en")["calamities"]


def share_tails(drafts: Sequence[Draft]) -> None:
    """Say of each of *drafts*, the figures of one sentence, in which sudden event it was, where the next one's verb alone is told so."""
    for before, after in pairwise(drafts):
        group = _joined(before, after)
        if group is None:
            continue
        tail = _tail(before.unit.syntax, group)
        event = tail & CALAMITIES
        if event:
            before.beside_terms = tuple(term for term in before.beside_terms if term not in tail)
            more = (term for term in sorted(event) if term not in before.slots.other_terms)
            before.slots = replace(before.slots, other_terms=(*before.slots.other_terms, *more))


def _joined(before: Draft, after: Draft) -> VerbGroup | None:
    """The verb of *after*, where that of *before* ends right at the conjunction between them."""
    syntax = before.unit.syntax
    if after.unit is not before.unit or after.whole is before or not before.measure is after.measure is Measure.COUNT:
        return None
    joint = next((at for at in range(before.last, after.first) if syntax.tags[at] == "CCONJ"), None)
    ended = joint is not None and any(group.last == joint and group.first >= before.last for group in syntax.verbs)
    if joint is None or not ended or any(syntax.tags[at] in ("PUNCT", "SCONJ") for at in range(before.last, after.first)):
        return None
    return next((group for group in syntax.verbs if after.last <= group.first <= after.last + 1), None)


def _tail(syntax: Syntax, group: VerbGroup) -> frozenset[str]:
    """The concepts behind the verb up to a sign, or to what says more of the thing: "that struck"."""
    last = next((at for at in range(group.last, len(syntax.tokens)) if syntax.tags[at] in ("PUNCT", "SCONJ", "VERB", "NUM")), None)
    end = len(syntax.tokens) if last is None else last
    if syntax.tags[group.last : group.last + 1] != ["ADP"]:
        return frozenset()
    return frozenset(concept for concept in syntax.concepts[group.last + 1 : end] if concept is not None)
