"""What a deed left over: "disposed of 45,120 cases, leaving 21,870 pending on 31 December", «починили 320 ламп, оставив 45 разбитыми»."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qa_bot.figures.draft import Draft
from qa_bot.figures.tolls import PERSON
from qa_bot.schema import Measure
from qa_bot.text.moments import Edge, Grain
from qa_bot.text.nominals import Counted
from qa_bot.text.periods import PeriodMention
from qa_bot.text.syntax import Syntax
from qa_bot.text.tagger import features

_STATES = frozenset({"ADJ", "VBN", "VBG"})
_THINGS = frozenset({"ADJ", "NOUN", "NOUNS", "PROPN", "VBN", "VBG"})


def take_remainders(drafts: Sequence[Draft]) -> None:
    """Let each of *drafts*, the figures of one sentence, that was left in a state count what the one before counts, in that state."""
    for before, draft in pairwise(drafts):
        syntax, at = draft.unit.syntax, draft.last
        alike = draft.measure is before.measure is Measure.COUNT and before.unit is draft.unit and before.counts is not None
        more = draft.value > before.value  # "hit 40 trains, leaving 5,000 waiting"
        if not alike or before.whole is not None or not is_left(draft) or not _is_state(draft, at):
            continue
        concept = syntax.concept_of(at)
        said = before.slots
        other = tuple(term for term in draft.slots.other_terms if term != concept and term not in said.head)
        if not more:
            draft.slots = replace(draft.slots, head=said.head, counted=said.counted, counted_terms=said.counted_terms, other_terms=other)
            draft.counts, draft.antecedent = before.counts, None
        if concept is not None:
            terms = (concept, *(term for term in draft.slots.action_terms if term != concept))
            draft.slots = replace(draft.slots, action=f"{draft.slots.action} {syntax.slice(at, at + 1)}", action_terms=terms)
        before.slots = replace(said, other_terms=tuple(term for term in said.other_terms if term != concept))
        before.beside_terms = tuple(sorted({*before.beside_terms, *([concept] if concept is not None else [])}))


def is_left(draft: Draft) -> bool:
    """Return whether *draft* tells what another deed of its sentence left: its verb is a participle of leaving behind a comma, or stands
    behind "which" or "that" there."""
    syntax, group = draft.unit.syntax, draft.verb
    if group is None or not group.chain or group.negated or not 1 < group.first < draft.first:
        return False
    told, ahead = syntax.tokens[group.chain[-1]].lower, syntax.tokens[group.first - 1]
    if told in syntax.words["leaving_over"]:
        return ahead.surface == ","
    return told in syntax.words["left_over"] and ahead.lower in syntax.words["subject_relatives"]


def tells_of_remainder(mention: PeriodMention, draft: Draft, others: Sequence[Draft]) -> bool:
    """Return whether *mention* is the day to which one of *others* behind *draft* was left, which is not that of the deed."""
    moment = mention.first.grain is Grain.DAY or mention.first.edge in (Edge.START, Edge.END)
    if not moment or mention.start < draft.end:
        return False
    return any(draft.end <= other.start and other.end <= mention.start and is_left(other) for other in others)


def _is_state(draft: Draft, at: int) -> bool:
    """Whether the word at *at*, right behind the number, says how the things were left, and no noun for them stands there."""
    syntax = draft.unit.syntax
    if at >= len(syntax.tokens) or (syntax.tags[at] not in _STATES and not _stands_alone(draft.noun, at, syntax)):
        return False
    if syntax.language == "ru" and "ablt" not in features(syntax.tokens[at].lower, "ru"):
        return False
    concept = syntax.concept_of(at)
    if draft.counts == PERSON and concept in draft.slots.head:
        return False  # "leaving 1,200 homeless"
    return syntax.tags[at + 1 : at + 2] not in ([tag] for tag in _THINGS)


def _stands_alone(noun: Counted | None, at: int, syntax: Syntax) -> bool:
    """Whether *noun* is but the word at *at*, one in "-ing" that was taken for a noun."""
    return noun is not None and noun.first == at == noun.last - 1 and syntax.tokens[at].lower.endswith("ing")
