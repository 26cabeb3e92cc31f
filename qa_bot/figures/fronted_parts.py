"""Parts of a whole that opens their sentence: "Of these, 46 fell ill, 33 were drownings, 11 resulted from fires; in ten cases ..."."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.draft import Draft
from qa_bot.schema import Measure
from qa_bot.text.moments import is_anaphoric
from qa_bot.text.syntax import Syntax

_BEHIND_OF = 2  # where the number of "Of the 94" stands
_FAR = 40  # figures back in which it may have been told
_OPENING = 5  # tokens in which "Of these deaths," ends


def opened_whole(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """Return the whole that a figure before *draft* has in a sentence opened by "Of these,", where *draft* is a further part of it."""
    syntax = draft.unit.syntax
    if not _opens_with_whole(syntax):
        return None
    parts = [other for other in earlier if other.unit is draft.unit and other.whole is not None and other.measure is draft.measure]
    whole = parts[0].whole if parts else None
    if whole is None or whole.unit is draft.unit or not _may_be_part(draft, whole):
        return None
    told = sum(other.value for other in parts if other.whole is whole)
    return whole if told + draft.value <= (whole.upper or whole.value) else None


def is_part_of_told(draft: Draft) -> bool:
    """Return whether "of them" before *draft* stands for the sentence before, so that it is no whole of those behind it: "Of them 38
    went by boat, 40 walked"."""
    syntax, whole = draft.unit.syntax, draft.whole
    told = whole is not None and whole.unit is not draft.unit
    return told and draft.first > 1 and syntax.tokens[1].lower in syntax.words["anaphors"] and (draft.noun is None or draft.ahead)


def drop_instances(part: Draft, whole: Draft) -> None:
    """Let a part that counts "cases" and the like count what its *whole* does: "104 deaths ...; in ten cases the cause is unknown"."""
    noun, syntax = part.noun, part.unit.syntax
    if noun is not None and syntax.lemma(noun.head) in syntax.words["instances"] and not {*part.slots.head} & {*whole.slots.head}:
        part.slots = replace(part.slots, head=(), counted=None, counted_terms=())
        part.counts = whole.counts


def main_of(figure: Draft, found: Sequence[Draft]) -> Draft:
    """Return the figure of *found* that *figure* only looks back from: of "28 goats. A year earlier there were 31" the 28."""
    main = figure.antecedent
    while main is not None and main.antecedent is not None and main.antecedent.unit is main.unit:
        main = main.antecedent  # "28,640 prisoners in prisons built for 22,300"
    if figure.noun is not None or main is None or main.unit is figure.unit or not any(main is other for other in found):
        return figure
    back = (mention.first for mention in figure.unit.periods)
    return main if any(is_anaphoric(moment) and (moment.shift or 0) < 0 for moment in back) else figure


def repeated_far(draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """Return the only figure *told* before that a definite number opening its sentence says again without a noun: "Of the 94, ..."."""
    syntax = draft.unit.syntax
    if draft.noun is not None or draft.first != _BEHIND_OF or syntax.tokens[0].lower not in syntax.words["fronting"]:
        return None
    if syntax.tokens[draft.first - 1].lower not in syntax.words["definites"]:
        return None
    same = [other for other in told[-_FAR:] if other.value == draft.value and other.measure is draft.measure and other.slots.head]
    return same[0] if len({other.slots.head for other in same}) == 1 else None


def _opens_with_whole(syntax: Syntax) -> bool:
    tokens = syntax.tokens
    if len(tokens) < _OPENING or tokens[0].lower not in syntax.words["fronting"] or tokens[1].lower not in syntax.words["anaphors"]:
        return False
    return syntax.tags[2] == "NUM" or any(token.surface == "," for token in tokens[2:_OPENING])


def _may_be_part(draft: Draft, whole: Draft) -> bool:
    """Whether *draft* counts what its whole does, a sort of it that a verb tells ("33 were drownings"), or "cases"."""
    noun, syntax = draft.noun, draft.unit.syntax
    if draft.measure not in (Measure.COUNT, Measure.SHARE):
        return False
    if noun is None or noun.first != draft.last or draft.counts == whole.counts:
        return True
    return syntax.lemma(noun.head) in syntax.words["instances"]
