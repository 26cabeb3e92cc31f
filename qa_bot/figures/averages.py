"""Which number of a sentence is an average: "148,600 visitors, on average 8,741 a day", «в среднем по 263 в день»."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.draft import Draft
from qa_bot.text.nominals import AVERAGE

_BARS = frozenset(",;")


def tell_averages(drafts: Sequence[Draft]) -> None:
    """Leave "on average" out of what is said of those of *drafts*, the figures of one sentence, that stand before the one it is said of."""
    for at, draft in enumerate(drafts):
        if AVERAGE in draft.slots.other_terms and _is_average(draft):
            for other in drafts[:at]:
                if other.last <= draft.first and AVERAGE in other.slots.other_terms and not _is_average(other):
                    kept = tuple(term for term in other.slots.other_terms if term != AVERAGE)
                    other.slots = replace(other.slots, other_terms=kept)
                    other.beside_terms = tuple(sorted({*other.beside_terms, AVERAGE}))


def _is_average(draft: Draft) -> bool:
    """Whether "on average" leads to the number, with neither a sign nor another number between."""
    syntax = draft.unit.syntax
    for at in range(draft.first - 1, 0, -1):
        if syntax.tokens[at].surface in _BARS or syntax.tags[at] == "NUM":
            return False
        if syntax.concept_of(at) == AVERAGE:
            return syntax.tags[at - 1] == "ADP"
    return False
