"""The same thing counted by somebody else: "2,340 patients wait, the director says. The union disputes this and speaks of 2,900"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from qa_bot.figures.draft import Draft
from qa_bot.figures.retold import tells
from qa_bot.figures.scope import inherit, without_deed, without_noun
from qa_bot.figures.units import Unit
from qa_bot.schema import Basis, Claimant, Fit, Measure, Period
from qa_bot.text.functions import openings
from qa_bot.text.lexicon import lexicon
from qa_bot.text.periods import relation
from qa_bot.text.syntax import Syntax

FARTHEST = 3  # sentences from one count to the other
APART = 4  # times that one count is at most the other: beyond that they count other things
_PEOPLE = frozenset({"person", "group-people"})


def oppose(drafts: Sequence[Draft], units: Sequence[Unit]) -> None:
    """Note of each of *drafts*, in the order of the text of *units*, which one before it somebody else gives another number for; what it
    leaves to that one it takes from it."""
    order = {id(unit): at for at, unit in enumerate(units)}
    wholes = {id(draft.whole) for draft in drafts if draft.whole is not None and draft.whole.noun is None}  # "64 of 138"
    for at, draft in enumerate(drafts):
        if not _is_level(draft) or id(draft) in wholes or draft.claimant is None or draft.claimant.basis is not Basis.STATED:
            continue
        told = _is_told(draft, units, order[id(draft.unit)])
        near = _near(drafts[:at], draft, order, told=told)
        other = next((other for other in near if _may_oppose(other, draft, draft.claimant)), None)
        if other is not None and (told or _is_set_against(other, draft)):
            draft.against = other
            _complete(draft, other)
            if told:  # "had to go", of those dismissed
                done = dict.fromkeys((*draft.slots.action_terms, *other.slots.action_terms))
                draft.slots = replace(draft.slots, action_terms=tuple(done))


def _is_level(draft: Draft, *, part: bool = False) -> bool:
    """Whether the number says how many there are or were, of a whole, with *part* also of one: no change, no row, nothing due."""
    aside = draft.compared or draft.held_against or draft.bracketed or draft.row is not None or (draft.whole is not None and not part)
    real = draft.slots.modality is None and not _is_earlier(draft) and not _says(draft.unit.syntax, "requiring")
    return real and not aside and draft.measure is not Measure.CHANGE


def _is_earlier(draft: Draft) -> bool:
    """ "Up from 280 a week ago": what it had been before."""
    syntax = draft.unit.syntax
    return draft.lead >= 0 and syntax.tokens[draft.lead].lower in syntax.words["from_levels"]


def _is_told(draft: Draft, units: Sequence[Unit], at: int) -> bool:
    """Whether the sentence, or the one before without a number of its own, says that two differ."""
    above = [unit for unit in units[max(at - 1, 0) : at] if unit.block == draft.unit.block and not unit.numbers]
    return any(_says(unit.syntax, "disputing") for unit in (draft.unit, *above))


def _says(syntax: Syntax, words: str) -> bool:
    if syntax.lemmas.isdisjoint(openings(syntax.language, words)):
        return False
    text = f" {' '.join(syntax.lemma(at) for at in range(len(syntax.tokens)))} "
    return any(f" {phrase} " in text for phrase in syntax.words[words])


def _near(drafts: Sequence[Draft], draft: Draft, order: dict[int, int], *, told: bool) -> Iterator[Draft]:
    """The figures shortly before *draft*, the last first: those of its paragraph, and of others where it is *told* that two differ."""
    here = order[id(draft.unit)]
    for other in reversed(drafts):
        if here - order[id(other.unit)] > FARTHEST or not (told or other.unit.block == draft.unit.block):
            return
        yield other


def _may_oppose(other: Draft, draft: Draft, claimant: Claimant) -> bool:
    """Whether *other* may be another voice's number of what *draft*, claimed by *claimant*, counts."""
    if (
        other.newer is not None
        or not _is_level(other, part=_shares_deed(other, draft))
        or (other.claimant is not None and other.claimant.name == claimant.name)
    ):
        return False
    mine, theirs = _value(draft), _value(other)
    if mine == theirs or max(mine, theirs) > APART * min(mine, theirs):
        return False
    own = _own_period(draft)
    if own is not None and other.period is not None and relation(other.period, own) is Fit.DIFFERENT:
        return False
    elsewhere = draft.slots.place_terms and other.slots.place_terms and set(draft.slots.place_terms).isdisjoint(other.slots.place_terms)
    return not elsewhere and draft.slots.negative == other.slots.negative and _count_alike(other, draft, claimant)


def _own_period(draft: Draft) -> Period | None:
    """The period of the figure, if its own sentence tells it: one of a sentence before may be of another thing that was told there."""
    own = draft.period is not None and (draft.period.basis is not Basis.CONTEXT or bool(draft.unit.periods))
    return draft.period if own else None


def _value(draft: Draft) -> Decimal:
    return draft.value * 100 if draft.measure is Measure.SHARE and draft.counts is None else draft.value  # a third, 27 %


def _count_alike(other: Draft, draft: Draft, claimant: Claimant) -> bool:
    """Whether *draft* counts what *other* counts, names nothing that it counts, or only people where *other* tells which."""
    if other.measure is not draft.measure or other.per != draft.per:
        return False
    if draft.measure in (Measure.MONEY, Measure.QUANTITY) and other.counts != draft.counts:
        return False
    head = set(draft.slots.head)
    if _names_nothing(draft, claimant) or not head.isdisjoint(other.slots.head):
        return True
    return head <= _PEOPLE | {"crowd"} and _are_people(other) and _are_people(draft)


def _names_nothing(draft: Draft, claimant: Claimant) -> bool:
    """Whether the noun is left out, or who speaks was taken for it: "the hospital speaks of 27 %"."""
    words = (draft.slots.counted or "").casefold().split()
    return draft.noun is None or not words or set(words) <= set(claimant.name.casefold().split())


def _are_people(draft: Draft) -> bool:
    words = lexicon(draft.unit.language)
    return draft.counts == "person" or any(not _PEOPLE.isdisjoint((term, *words.broader(term))) for term in draft.slots.head)


def _is_set_against(other: Draft, draft: Draft) -> bool:
    """Whether the verb of *draft* only tells the number or says the deed of *other*."""
    return tells(draft) or _shares_deed(other, draft) or (draft.noun is None and (not draft.slots.action_terms or other.unit is draft.unit))


def _shares_deed(other: Draft, draft: Draft) -> bool:
    return not {*draft.slots.action_terms}.isdisjoint(other.slots.action_terms)


def _complete(draft: Draft, other: Draft) -> None:
    """Give *draft* what it leaves to the number that it is set against."""
    slots = without_deed(draft.slots) if tells(draft) else draft.slots
    if draft.claimant is not None and _names_nothing(draft, draft.claimant):
        slots, draft.counts = without_noun(slots), other.counts if draft.measure is Measure.COUNT else draft.counts
    draft.slots = inherit(slots, other.slots)
    draft.period = _own_period(draft) or other.period or draft.period
    if other.unit is not draft.unit:
        draft.scope_quotes.append(other.unit.span)
