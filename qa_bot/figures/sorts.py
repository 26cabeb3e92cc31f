"""Persons told by the sort that they are: "Of the claimants, 131 were women", "164 swimmers were rescued. ... Twenty-six were women"."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.draft import Draft
from qa_bot.schema import Measure
from qa_bot.text.syntax import Phrase, Syntax

PERSON = "person"


def is_sort(draft: Draft) -> bool:
    """Return whether *draft* counts persons by a noun that its predicate calls them: "26 were women", but not "26 women came"."""
    noun, syntax = draft.noun, draft.unit.syntax
    if noun is None or noun.first < draft.last or draft.measure is not Measure.COUNT or draft.counts != PERSON:
        return False
    return any(syntax.tokens[at].lower in syntax.words["copulas"] for at in range(draft.last, noun.first))


def sorted_whole(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """Return the figure of the sentence before of whose persons *draft*, which opens its own by a number alone, tells the sort."""
    if not is_sort(draft) or draft.lead >= 0 or not earlier:
        return None
    before = [other for other in earlier if other.unit is earlier[-1].unit]
    if before[0].unit is draft.unit or before[0].unit.block != draft.unit.block:
        return None
    parts = [other.whole for other in before if other.whole is not None]
    wholes = parts or [other for other in before if other.measure is Measure.COUNT and other.counts == PERSON]
    held = {id(other): other for other in wholes if other.counts == PERSON and other.slots.head and other.value > draft.value}
    whole = next(iter(held.values())) if len(held) == 1 else None
    return whole if whole is not None and {*whole.slots.head}.isdisjoint(draft.slots.head) else None


def grouped_whole(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """Return the last persons counted in the sentence before, where that of *draft* names groups of them with their numbers in brackets:
    "The largest groups were from India (228), China (196)"."""
    syntax = draft.unit.syntax
    groups = [phrase for phrase in syntax.phrases if syntax.tokens[phrase.head].lower in syntax.words["groups_of_all"]]
    before = [other for other in earlier if other.unit is not draft.unit and other.unit.block == draft.unit.block]
    if not draft.bracketed or not groups or groups[0].last > draft.first or not before:
        return None
    told = [other for other in before if other.unit is before[-1].unit and other.measure is Measure.COUNT and other.counts == PERSON]
    return told[-1] if told and told[-1].value > draft.value and told[-1].slots.head else None


def tell_of_whom(drafts: Sequence[Draft]) -> None:
    """Let those of *drafts*, the figures of one sentence, that tell a sort count the persons that the sentence opens with, where no figure
    counts them all; and none of them be of the sort of another."""
    sorts = [draft for draft in drafts if is_sort(draft)]
    if not sorts:
        return
    for draft in sorts:
        group = _fronted(draft.unit.syntax) if draft.whole is None else None
        if group is not None:
            _describe(draft, group)
    for draft in drafts:
        others = {term for other in sorts if other is not draft for term in _own(other)} - {*draft.slots.head, *draft.slots.counted_terms}
        if draft.whole is not None or draft in sorts or _opens_like(draft):
            draft.beside_terms = tuple(sorted({*draft.beside_terms, *others}))


def _own(draft: Draft) -> tuple[str, ...]:
    noun, syntax = draft.noun, draft.unit.syntax
    return syntax.terms(noun.first, noun.last) if noun is not None else ()


def _opens_like(draft: Draft) -> bool:
    """Whether the sentence opens with those of whom *draft* is a part."""
    return draft.measure is Measure.COUNT and _fronted(draft.unit.syntax) is not None


def _fronted(syntax: Syntax) -> Phrase | None:
    """The noun phrase of "Of the claimants, ..." that opens a sentence, without a number."""
    if not syntax.tokens or syntax.tokens[0].lower not in syntax.words["fronting"]:
        return None
    phrase = next((phrase for phrase in syntax.phrases if phrase.adposition == 0), None)
    if phrase is None or phrase.last >= len(syntax.tokens) or syntax.tokens[phrase.last].surface != ",":
        return None
    return phrase if syntax.tags[phrase.head] == "NOUNS" and "NUM" not in syntax.tags[phrase.first : phrase.last] else None


def _describe(draft: Draft, group: Phrase) -> None:
    syntax, own = draft.unit.syntax, _own(draft)
    concept = syntax.concept_of(group.head)
    if concept is None or concept in own:
        return
    named = syntax.terms(group.first, group.last)
    terms = tuple(term for term in dict.fromkeys((*own, *named)) if term != concept)
    whose = syntax.slice(group.first, group.last)
    draft.slots = replace(draft.slots, head=(concept,), counted_terms=terms, counted=f"{draft.slots.counted} {_of(syntax)} {whose}")


def _of(syntax: Syntax) -> str:
    return syntax.tokens[0].lower
