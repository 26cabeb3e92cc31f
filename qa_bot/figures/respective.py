"""Numbers that stand for the figures before them one by one: in brackets, "96 bikes, of which 71 were red (2024: 88 and 60)", as "the
figures", "hired 58 guides and 12 cooks; in 2020 the figures were 40 and 9", or behind a time, "a year earlier 40 and 9"."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.beside import brackets
from qa_bot.figures.draft import Draft
from qa_bot.schema import Measure
from qa_bot.text.syntax import TIME, Syntax


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
    syntax = draft.unit.syntax
    if any(syntax.tags[at] != "CCONJ" and syntax.tokens[at].surface != "," for at in _between(inside)):
        return False
    other = same[next(at for at, each in enumerate(inside) if each is draft)]
    draft.slots, draft.measure, draft.counts, draft.per = replace(other.slots), other.measure, other.counts, other.per
    wholes = [at for at, figure in enumerate(same) if figure is other.whole]
    if wholes and inside[wholes[0]].value >= draft.value:
        draft.whole = inside[wholes[0]]
    return True


def take_counterpart(draft: Draft, before: Sequence[Draft], drafts: Sequence[Draft]) -> bool:
    """Return whether *draft* is one of several bare numbers that "the figures were", as many as the figures *before* them in the sentence
    or in the one ahead of it; it then counts what its counterpart does. All figures of the sentence are *drafts*."""
    syntax = draft.unit.syntax
    verb = next((group for group in reversed(syntax.verbs) if group.last <= draft.first), None)
    subject = syntax.phrase_at(verb.first - 1) if verb is not None and verb.first else None
    if verb is None or subject is None or syntax.tokens[subject.head].lower not in syntax.words["echoing_plurals"]:
        return False
    named = [other for other in drafts if other.first >= verb.last]
    place = next((at for at, other in enumerate(named) if other is draft), -1)
    if place < 0 or any(syntax.tags[at] != "CCONJ" and syntax.tokens[at].surface != "," for at in _between(named)):
        return False
    told = [other for other in before if other.unit is not draft.unit or other.first < verb.first]
    last = [other for other in told if other.unit is draft.unit] or [other for other in told if other.unit is told[-1].unit]
    if not 1 < len(named) == len(last) or last[0].unit.block != draft.unit.block or not all(other.slots.head for other in last):
        return False
    other = last[place]
    modality = draft.slots.modality
    draft.slots, draft.measure, draft.counts, draft.per = replace(other.slots, modality=modality), other.measure, other.counts, other.per
    draft.noun, draft.antecedent = None, other
    if other.unit is not draft.unit:
        draft.scope_quotes.append(other.unit.span)
    return True


def take_recalled(draft: Draft, before: Sequence[Draft], drafts: Sequence[Draft]) -> bool:
    """Return whether *draft* is one of several bare numbers to which only a time or "against" leads, as many as the figures *before* them
    in the sentence; it then counts what its counterpart does: "140 crashes, 52 people were hurt; a year earlier 155 and 61"."""
    syntax, listed = draft.unit.syntax, _run_of(draft, drafts)
    if len(listed) < 2 or any(other.noun is not None or other.measure is not Measure.COUNT for other in listed):
        return False
    same = [other for other in before if other.unit is draft.unit and other.first < listed[0].first]
    if len(same) != len(listed) or any(other.measure is not Measure.COUNT or not other.slots.head for other in same):
        return False
    led = _led(syntax, same[-1].last, listed[0].first)
    named = (phrase for phrase in syntax.phrases if led and led[0] <= phrase.first < listed[0].first)
    verbs = any(led and led[0] <= group.first < listed[0].first for group in syntax.verbs)
    if not led or verbs or any(TIME not in syntax.tags[phrase.first : phrase.last] for phrase in named):
        return False
    other = same[next(at for at, each in enumerate(listed) if each is draft)]
    modality = draft.slots.modality
    draft.slots, draft.counts, draft.per = replace(other.slots, modality=modality), other.counts, other.per
    draft.antecedent = other
    return True


def _led(syntax: Syntax, first: int, last: int) -> list[int]:
    """The tokens between two places from the time on, or from the "against" right before *last*, that leads to the numbers there."""
    if last - 1 >= first and syntax.tokens[last - 1].lower in syntax.words["comparing"]:
        return [last - 1]
    return [at for at in range(first, last) if syntax.tags[at] == TIME]


def _run_of(draft: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """The numbers of the sentence that nothing but commas and an "and" joins to *draft*, with it."""
    syntax, run = draft.unit.syntax, [drafts[0]]
    for other in drafts[1:]:
        joined = range(run[-1].last, other.first)
        if joined and all(syntax.tags[at] == "CCONJ" or syntax.tokens[at].surface == "," for at in joined):
            run.append(other)
        elif any(each is draft for each in run):
            break
        else:
            run = [other]
    return run


def _between(drafts: Sequence[Draft]) -> list[int]:
    """The tokens between the first and the last of *drafts* that are none of their numbers."""
    return [at for at in range(drafts[0].last, drafts[-1].first) if not _holds(drafts, at)] if drafts else []


def _holds(drafts: Sequence[Draft], at: int) -> bool:
    return any(draft.first <= at < draft.last for draft in drafts)
