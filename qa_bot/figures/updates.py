"""A count of one thing told again by the same voice: "the number of dead rose to 19 ... The ministry had put it at 17 on Tuesday"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from qa_bot.figures.draft import Draft
from qa_bot.figures.issues import is_of_earlier_issue
from qa_bot.figures.parts import as_part
from qa_bot.figures.scope import inherit, without_deed
from qa_bot.figures.tolls import DEATH, PERSON
from qa_bot.figures.units import Unit
from qa_bot.schema import Measure, Modality
from qa_bot.text.lexicon import lexicon
from qa_bot.text.syntax import Syntax, VerbGroup

_VERBAL = frozenset({"VERB", "VB", "VBN", "VBG"})
FARTHEST = 3  # sentences from the newer count to the earlier one


def take_level(draft: Draft) -> None:
    """Let the verb of "bringing the number of dead to 19" say nothing of the dead."""
    if _brings_level(draft):
        draft.slots = without_deed(draft.slots)


def take_increments(drafts: Sequence[Draft]) -> None:
    """Make of "two more have died, bringing the number of dead to 19" the two a part of the 19."""
    for at, draft in enumerate(drafts):
        if not _brings_level(draft):
            continue
        for other in drafts[:at]:
            syntax = other.unit.syntax
            near = syntax.tokens[max(other.first - 1, 0) : other.last + 1]
            added = any(token.lower in syntax.words["added"] for token in near)
            if added and other.measure is Measure.COUNT and other.whole is None and other.counts == draft.counts:
                as_part(other, draft)


def leave_levels(drafts: Sequence[Draft]) -> None:
    """Note of each level without a time of its own that something rose or fell which one it came to: "up from 9"."""
    for at, draft in enumerate(drafts):
        syntax = draft.unit.syntax
        if draft.lead < 0 or syntax.tokens[draft.lead].lower not in syntax.words["from_levels"]:
            continue
        later = drafts[at + 1] if at + 1 < len(drafts) else None
        came_to = later is not None and later.unit is draft.unit and syntax.tokens[later.lead].lower in syntax.words["level_after"]
        way = syntax.words["upwards"] | syntax.words["downwards"]
        turned = at > 0 and drafts[at - 1].unit is draft.unit and draft.lead > 0 and syntax.tokens[draft.lead - 1].lower in way
        new = later if came_to and later is not None and later.lead == draft.last else drafts[at - 1] if turned else None
        if new is None or (new.measure, new.counts) != (draft.measure, draft.counts):
            continue
        if new.slots.modality is Modality.REQUIRED:  # what somebody asks for comes to pass later, if at all
            draft.slots, draft.period = replace(without_deed(draft.slots), modality=None), None
            continue
        coming = new.slots.modality is not None and draft.slots.modality is new.slots.modality
        if coming:
            draft.slots = replace(draft.slots, modality=None)  # "will reach 2.1 %, up from 1.7 %", which it has been
        if new.period == draft.period:
            draft.newer, draft.period = (None if coming else new), None


def leave_forecasts(drafts: Sequence[Draft]) -> None:
    """Note of each figure that was forecast before which one is expected now: "expects £70m, having earlier guided to £80m"."""
    for before, draft in pairwise(drafts):
        if before.unit is not draft.unit or (before.measure, before.counts) != (draft.measure, draft.counts) or before.newer is not None:
            continue
        syntax = draft.unit.syntax
        between = range(before.last, draft.first)
        if syntax.tokens[before.first].lower in syntax.words["from_levels"] or "NUM" in syntax.tags[before.last : draft.first]:
            continue
        said = {syntax.tokens[at].lower for at in between}
        told = {syntax.lemma(at) for at in between if syntax.tags[at] in _VERBAL} & syntax.words["foretelling"]
        aside = [at for at in between if syntax.tokens[at].lower in syntax.words["foretold_before"]]
        guessed = {syntax.lemma(at) for at in between} & syntax.words["estimated_levels"]
        if not said.isdisjoint(syntax.words["earlier"]) and ((told and aside) or guessed):
            draft.newer, draft.period = before, None
            draft.slots = inherit(without_deed(draft.slots), before.slots)


def supersede(drafts: Sequence[Draft], units: Sequence[Unit]) -> None:
    """Note of each of *drafts*, in the order of the text of *units*, that is only what had been told before which newer count it has."""
    order = {id(unit): at for at, unit in enumerate(units)}
    for at, draft in enumerate(drafts):
        if draft.measure is not Measure.COUNT or draft.whole is not None:
            continue
        last = drafts[at - 1] if at else None
        if last is not None and last.newer is not None and _goes_on(last, draft):
            draft.newer = last.newer
            if any(last.end <= mention.start and mention.end <= draft.start for mention in draft.unit.periods):
                draft.period = None  # "17 on Tuesday and 11 in the first hours"
            draft.slots = inherit(without_deed(draft.slots), last.slots)
            continue
        moved = _is_moved(draft)
        if moved or _is_told_earlier(draft):
            near = iter([other for other in drafts[:at] if other.unit is draft.unit]) if moved else _near(drafts[:at], draft, order)
            draft.newer = next((other.newer or other for other in near if _is_newer(other, draft, moved=moved)), None)
            if draft.newer is not None:
                draft.period = draft.period if draft.unit.periods else None  # the day before is that of the newer one
                draft.slots = inherit(without_deed(draft.slots) if moved or _tells_only(draft) else draft.slots, draft.newer.slots)


def _brings_level(draft: Draft) -> bool:
    """Whether the figure is what some number or toll was brought to."""
    syntax = draft.unit.syntax
    if draft.lead < 0 or syntax.tokens[draft.lead].lower not in syntax.words["level_after"]:
        return False
    group = next((group for group in reversed(syntax.verbs_in(syntax.clause_at(draft.first).first, draft.first)) if group.chain), None)
    if group is None or syntax.lemma(group.chain[-1]) not in syntax.words["bringing"] or draft.lead <= group.last:
        return False
    between = {syntax.lemma(index) for index in range(group.last, draft.lead)}
    return not between.isdisjoint(syntax.words["carriers"] | syntax.words["tolls"])


def _is_told_earlier(draft: Draft) -> bool:
    """Whether the clause says what had been told before: "it had put the toll at 17", "earlier reports spoke of 17"."""
    syntax = draft.unit.syntax
    clause = syntax.clause_at(draft.first)
    groups = [group for group in syntax.verbs_in(clause.first, draft.last) if group.chain]
    if not groups or not _tells(syntax, groups[-1]):
        return False
    if is_of_earlier_issue(draft):
        return True
    had = syntax.tokens[groups[-1].first].lower in syntax.words["pluperfect"]
    lowers = {token.lower for token in syntax.tokens[clause.first : draft.first]}
    return had or not lowers.isdisjoint(syntax.words["earlier"])


def _is_moved(draft: Draft) -> bool:
    """Whether the clause only says which number told before the one of its sentence takes the place of: "raising a figure of 168"."""
    syntax, group = draft.unit.syntax, draft.verb
    if group is None or not group.chain or syntax.lemma(group.chain[-1]) not in syntax.words["moving_counts"]:
        return False
    if draft.lead <= group.last or syntax.tokens[draft.lead].lower not in syntax.words["moved_from"]:
        return False
    heads = {syntax.lemma(phrase.head) for phrase in syntax.phrases if group.last <= phrase.head < draft.lead}
    return not heads.isdisjoint(syntax.words["moved_numbers"])


def _tells(syntax: Syntax, group: VerbGroup) -> bool:
    return any(syntax.lemma(index) in syntax.words["tallying"] | syntax.words["standing_at"] for index in group.chain)


def _tells_only(draft: Draft) -> bool:
    group, syntax = draft.verb, draft.unit.syntax
    return group is not None and _tells(syntax, group)


def _goes_on(last: Draft, draft: Draft) -> bool:
    """Whether *draft* is told with *last* by one verb: "had put it at 17 on Tuesday and at 11 before"."""
    syntax = draft.unit.syntax
    if last.unit is not draft.unit or draft.noun is not None or any(last.last <= group.first < draft.first for group in syntax.verbs):
        return False
    return draft.lead >= 0 and syntax.tokens[draft.lead].lower == syntax.tokens[last.lead].lower


def _near(drafts: Sequence[Draft], draft: Draft, order: dict[int, int]) -> Iterator[Draft]:
    for other in reversed(drafts):
        if order[id(draft.unit)] - order[id(other.unit)] > FARTHEST:
            return
        if other.unit is not draft.unit:
            yield other


def _is_newer(other: Draft, draft: Draft, *, moved: bool) -> bool:
    """Whether *other* may be the newer count of what *draft* counts: by the same voice, and not of an earlier time; *moved*, in its own
    sentence, where the noun may be left out."""
    if other.measure is not Measure.COUNT or other.whole is not None or other.compared or other.slots.modality is not None:
        return False
    voices = [each.claimant.name if each.claimant is not None else None for each in (other, draft)]
    if (voices[0] != voices[1] and None not in voices) or other.value == draft.value or not other.value:
        return False
    days = [(each.period.start, each.period.end) if each.period is not None else (None, None) for each in (other, draft)]
    (start, end), (before, last) = days
    if start is not None and last is not None and end is not None and (last > end or (end - start).days > 31):
        return False
    if before is not None and last is not None and (last - before).days > 31:
        return False  # of a year: "it had put the figure for 2021 at 40"
    kinds = [kinds_of(each) for each in (other, draft)]
    if moved and (draft.noun is None or kinds[1] <= {PERSON}):
        return other.counts == draft.counts
    return other.counts == draft.counts and (kinds[0] == kinds[1] or DEATH in kinds[0] & kinds[1])


def kinds_of(draft: Draft) -> frozenset[str]:
    """Return what is counted and what became of it; of the dead, that they died."""
    words = lexicon(draft.unit.language)
    own = {*draft.slots.head, *(wider for head in draft.slots.head for wider in words.broader(head))}
    deeds = {term for term in draft.slots.action_terms if term == DEATH or DEATH in words.broader(term)}
    died = DEATH in own or deeds
    return frozenset({DEATH} if died else own - {PERSON} or own)
