"""Numbers in brackets that stand for the figures before them one by one: "96 bikes, of which 71 were red (2024: 88 and 60)"."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.beside import brackets
from qa_bot.figures.draft import Draft


def take_respective(draft: Draft, before: Sequence[Draft], drafts: Sequence[Draft]) -> bool:
    """Return whether *draft* stands in brackets with as many other bare numbers as there are figures *before* them in the sentence, all
    of whose figures are *drafts*; it then counts what its counterpart does, as a part of the counterpart of that one's whole."""
    around = next(((start, end) for start, end in brackets(draft.unit.syntax) if start < draft.start < end), None)
    if around is None:
        return False
    inside = [other for other in drafts if around[0] < other.start < around[1]]
    same = [other for other in before if other.unit is draft.unit and other.end <= around[0]]
    if not 1 < len(inside) == len(same) or any(other.noun is not None or other.measure is not draft.measure for other in inside):
        return False
    syntax, between = draft.unit.syntax, [at for at in range(inside[0].last, inside[-1].first) if not _holds(inside, at)]
    if any(syntax.tags[at] != "CCONJ" and syntax.tokens[at].surface != "," for at in between):
        return False
    other = same[next(at for at, each in enumerate(inside) if each is draft)]
    draft.slots, draft.measure, draft.counts, draft.per = replace(other.slots), other.measure, other.counts, other.per
    wholes = [at for at, figure in enumerate(same) if figure is other.whole]
    if wholes and inside[wholes[0]].value >= draft.value:
        draft.whole = inside[wholes[0]]
    return True


def _holds(drafts: Sequence[Draft], at: int) -> bool:
    return any(draft.first <= at < draft.last for draft in drafts)
