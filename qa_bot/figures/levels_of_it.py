"""What "it" is that comes to so much: "The deficit was $2.9 billion in 2022. Last year it was $1.4 billion"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from qa_bot.figures.doers import REACH
from qa_bot.figures.draft import Draft
from qa_bot.figures.owned import GENDERS, agrees, has_pronoun
from qa_bot.figures.phrase import does
from qa_bot.figures.units import Unit
from qa_bot.schema import Measure
from qa_bot.text.nominals import measures
from qa_bot.text.syntax import Syntax, VerbGroup
from qa_bot.text.tagger import features

_LEVELS = frozenset({Measure.MONEY, Measure.SHARE, Measure.QUANTITY, Measure.CHANGE, Measure.RATE})


def count_it(drafts: Sequence[Draft], before: Sequence[Unit], earlier: Sequence[Draft]) -> None:
    """Let those of *drafts*, the figures of one sentence, that say how much "it" is or was, count what a figure before them, of this
    sentence or of the sentences *before*, says the same of; *earlier* are the figures up to them."""
    for at, draft in enumerate(drafts):
        group = _level_verb(draft)
        if group is None:
            continue
        meant = _meant(draft, before, [*_told_in(before[-REACH:], earlier), *drafts[:at]])
        if meant is None or not _may_say(draft.unit.syntax, group, meant):
            continue
        said, own = meant.slots, draft.slots
        slots = replace(own, head=said.head, counted=said.counted, counted_terms=said.counted_terms)
        if not own.place_terms:
            slots = replace(slots, place=said.place, place_terms=said.place_terms)
        if _only_amounts(draft.unit.syntax, group):
            slots = replace(slots, action=None, action_terms=())
        draft.slots, draft.ahead = slots, True
        if meant.unit is not draft.unit:
            draft.scope_quotes.append(meant.unit.span)


def _told_in(units: Sequence[Unit], earlier: Sequence[Draft]) -> list[Draft]:
    """Those of the *earlier* figures that the sentences *units*, the last ones before, tell."""
    return list(takewhile(lambda other: other.unit.start >= units[0].start, reversed(earlier)))[::-1] if units else []


def _level_verb(draft: Draft) -> VerbGroup | None:
    """The verb by which *draft*, which counts nothing of its own, says how much "it" is; None of any other."""
    syntax = draft.unit.syntax
    if draft.measure not in _LEVELS or draft.whole is not None or not has_pronoun(draft):
        return None
    unit_behind = draft.noun is not None and draft.noun.first >= draft.last and measures(syntax, draft.noun.head)
    if draft.slots.head and not (draft.measure is Measure.QUANTITY and unit_behind):
        return None
    group = next(group for group in reversed(syntax.verbs) if group.finite and group.last <= draft.first)
    parted = any(syntax.tags[index] in ("PUNCT", "CCONJ", "SCONJ", "NUM") for index in range(group.last, draft.first))
    return None if parted or (group.chain and not group.passive and does(syntax, group)) else group


def _meant(draft: Draft, before: Sequence[Unit], earlier: Sequence[Draft]) -> Draft | None:
    """The figure of what "it" stands for: the one of the nearest sentence that says how much its subject is, in the unit of *draft*, where
    that is of one thing alone; a sentence about something else ends the search."""
    around = [unit for unit in before[-REACH:] if unit.block == draft.unit.block]
    sort = _sort(draft)
    for unit in (draft.unit, *reversed(around)):
        alike = [other for other in earlier if other.unit is unit and other.ahead and other.slots.head and _is_alike(other, draft)]
        alike = [other for other in alike if not sort or _is_of_sort(other, sort)]
        if alike:
            return alike[-1] if len({other.slots.head for other in alike}) == 1 else None
        if unit is not draft.unit and not any(_is_it(unit.syntax, group) for group in unit.syntax.verbs):
            return None
    return None


def _is_of_sort(other: Draft, sort: frozenset[str]) -> bool:
    """Whether a pronoun of that *sort* may stand for what *other* counts: a figure that is of a pronoun itself has no noun of its own."""
    return sort <= _sort(other) if has_pronoun(other) else other.noun is None or agrees(other, sort)


def _sort(draft: Draft) -> frozenset[str]:
    """The gender of the Russian pronoun of which *draft* is said; nothing of an English one."""
    syntax = draft.unit.syntax
    if syntax.language != "ru":
        return frozenset()
    at = next((at for at in range(draft.first - 1, -1, -1) if syntax.tokens[at].lower in syntax.words["thing_pronouns"]), 0)
    return features(syntax.tokens[at].lower, "ru") & GENDERS


def _is_alike(other: Draft, draft: Draft) -> bool:
    return other.counts == draft.counts and (other.measure is draft.measure or draft.measure is Measure.CHANGE)


def _may_say(syntax: Syntax, group: VerbGroup, meant: Draft) -> bool:
    """Whether the verb can say how much there is of what *meant* counts: what somebody holds or earns only where both are told by it."""
    verbs = {syntax.lemma(index) for index in group.chain} & syntax.words["costing"]
    told = {meant.unit.syntax.lemma(index) for index in meant.verb.chain} if meant.verb is not None else set()
    return verbs <= told


def _is_it(syntax: Syntax, group: VerbGroup) -> bool:
    """Whether a pronoun for a thing is right before the verb."""
    return group.first > 0 and syntax.tokens[group.first - 1].lower in syntax.words["thing_pronouns"]


def _only_amounts(syntax: Syntax, group: VerbGroup) -> bool:
    """Whether the verb tells no more than that it is so much: "was", "came to", "stood at"."""
    return all(
        syntax.lemma(index) in syntax.words["deedless"] | syntax.words["amounting"] | syntax.words["stated"] for index in group.chain
    )
