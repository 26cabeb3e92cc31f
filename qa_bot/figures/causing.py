"""Causes that do what they caused: "lightning caused 214 of the fires, campers 97", "fallen trees accounted for 58 closures"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qa_bot.figures.draft import Draft
from qa_bot.schema import Measure
from qa_bot.text.functions import befalls, functions
from qa_bot.text.nominals import unit_of
from qa_bot.text.syntax import TIME, Syntax

_JOINING = frozenset({"CCONJ", "PUNCT"})
_Words = tuple[int, int]  # the tokens of a cause, half-open


def take_causes(drafts: Sequence[Draft]) -> None:
    """Give those of *drafts*, the counts of one sentence, that it says something caused that as their cause, each its own.

    The second and those behind it leave the verb out.
    """
    if not drafts or "causing_cues" not in drafts[0].unit.syntax.words:
        return
    open_: str | None = None  # the last word of the verb that still goes on
    for before, draft in pairwise((None, *drafts)):
        if draft is None or draft.measure is not Measure.COUNT:
            open_ = None
            continue
        syntax = draft.unit.syntax
        led = _led(syntax, draft)
        if led is not None:
            first, cue = led
            cause = _noun_before(syntax, first, before.last if before is not None else 0)
            if cause is not None and (cue not in syntax.words["sharing_cues"] or _may_be_cause(syntax, cause, draft)):
                _tell(draft, cause)
                open_ = cue.split()[-1]
                continue
        elif open_ is not None and before is not None and (cause := _label(syntax, before, draft, open_)) is not None:
            _tell(draft, cause)
            continue
        open_ = None


def _led(syntax: Syntax, draft: Draft) -> tuple[int, str] | None:
    """Where the verb that says "caused" begins right before the number of *draft*, and its words."""
    for cue in sorted(syntax.words["causing_cues"], key=len, reverse=True):
        words = cue.split()
        first = draft.lead + 1 - len(words)
        if first > 0 and [token.lower for token in syntax.tokens[first : draft.lead + 1]] == words:
            return first, cue
    return None


def _noun_before(syntax: Syntax, end: int, start: int) -> _Words | None:
    """The noun phrase, or those joined by "and", that end at *end*, behind *start*."""
    while end > start and syntax.tokens[end - 1].lower in syntax.words["auxiliaries"]:
        end -= 1
    phrase = syntax.phrase_at(end - 1)
    if phrase is None or phrase.adposition >= 0 or phrase.first < start or TIME in syntax.tags[phrase.first : end]:
        return None
    first = phrase.first
    while first - 2 >= start and syntax.tags[first - 1] == "CCONJ" and (joined := syntax.phrase_at(first - 2)) is not None:
        if joined.adposition >= 0 or joined.first < start:
            break
        first = joined.first
    return (first, end)


def _label(syntax: Syntax, before: Draft, draft: Draft, verb: str) -> _Words | None:
    """The cause between *before* and the number of *draft*: "[campers] 97", "[gas] for 22"."""
    last = draft.lead + 1
    if last > before.last and syntax.tokens[last - 1].lower == verb:
        last -= 1
    if any(before.last <= group.first < last for group in syntax.verbs):
        return None
    cause = _noun_before(syntax, last, before.last)
    if cause is None:
        return None
    sign = cause[0] - 1
    return cause if sign >= before.last and syntax.tags[sign] in _JOINING else None


def _may_be_cause(syntax: Syntax, cause: _Words, draft: Draft) -> bool:
    """Whether what "accounted for" a number caused it, and is no part of it: of events, what is neither a person nor a name."""
    events = {*draft.slots.head}.intersection((*befalls(), *functions("en")["calamities"])) or not {*draft.slots.head}.isdisjoint(
        draft.slots.action_terms
    )
    named = any(syntax.tags[at] == "PROPN" for at in range(*cause))
    return bool(events) and not named and unit_of(syntax, cause[1] - 1) != "person"


def _tell(draft: Draft, cause: _Words) -> None:
    syntax = draft.unit.syntax
    first = cause[0]
    while first < cause[1] - 1 and syntax.tags[first] == "DET":
        first += 1
    terms = syntax.terms(first, cause[1])
    if not terms:
        return
    draft.slots = replace(draft.slots, reason=syntax.slice(first, cause[1]), reason_terms=terms, actor=None, actor_terms=())
