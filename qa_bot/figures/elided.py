"""The noun that a number's own words leave out, where a figure before it names it: «48 домов, 17 деревянных», «12 км дорог и ещё 5 км»."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.draft import Draft
from qa_bot.figures.exceptions import name_excepted
from qa_bot.figures.measures import is_measure
from qa_bot.figures.sorted_nouns import called
from qa_bot.schema import Measure
from qa_bot.text.syntax import TIME, Syntax
from qa_bot.text.tagger import features, may_name

_ANYBODY = "person"  # the concept of "people" and «человек», which say nothing of who they are
FAR = 40  # figures back in which a thing may have had its full name
_FORMS = frozenset({"ADJF", "PRTF"})


def complete_noun(draft: Draft, whole: Draft | None, before: Sequence[Draft], *, told: Sequence[Draft]) -> None:
    """Give *draft*, whose noun is only an adjective, its unit or a shorter name, the noun of its *whole*, or of the last figure that
    fits, *before* it or among all *told* so far."""
    name_excepted(draft)
    if draft.noun is None or draft.noun.first < draft.last:
        return
    if _is_adjective(draft):
        other = whole if whole is not None and whole.slots.head else _last_like(draft, before)
        if other is not None:
            _describe(draft, other)
    elif (other := _held_against(draft, before)) is not None:
        said = other.slots
        draft.slots = replace(draft.slots, counted=said.counted, counted_terms=said.counted_terms)
    elif draft.measure is Measure.COUNT and (other := _of_more_words(draft, (*told[-FAR:], *before))) is not None:
        _add_complement(draft, other)
    elif whole is None and _is_bare(draft):
        other = _measured_alike(draft, before)
        if other is not None:
            said = other.slots
            draft.slots = replace(draft.slots, head=said.head, counted=said.counted, counted_terms=said.counted_terms)
            if other.unit is not draft.unit:
                draft.scope_quotes.append(other.unit.span)


def share_unit(draft: Draft, before: Sequence[Draft]) -> None:
    """Give *draft*, a scaled number of what a quantity or sum of the sentence is of, the unit that it leaves out: "output was 3.9 million
    tonnes, in 2021 it was 4.4 million"."""
    same = [other for other in before if other.unit is draft.unit and other.slots.head == draft.slots.head != ()]
    if draft.measure is not Measure.COUNT or not draft.scaled or draft.has_unit_behind() or not same:
        return
    other = same[-1]
    if other.measure in (Measure.QUANTITY, Measure.MONEY) and other.slots.counted_terms == draft.slots.counted_terms:
        draft.measure, draft.counts = other.measure, other.counts


def share_level_unit(draft: Draft, later: Sequence[Draft]) -> None:
    """Give *draft*, the level from which something got to the next number, the unit of that: «выросла с 3,1 тыс. до 4,6 тыс. гектаров»."""
    syntax = draft.unit.syntax
    if not later or draft.measure is not Measure.COUNT or draft.has_unit_behind() or draft.lead < 0 or later[0].lead < draft.last:
        return
    other = later[0]
    opened = syntax.tokens[draft.lead].lower in syntax.words["earlier_level"]
    reached = syntax.tokens[other.lead].lower in syntax.words["level_after"]
    apart = {"PUNCT", "CCONJ", "VERB", "NUM"} & {*syntax.tags[draft.last : other.lead]}
    if opened and reached and not apart and other.measure in (Measure.QUANTITY, Measure.MONEY):
        draft.measure, draft.counts = other.measure, other.counts


def share_noun(draft: Draft, later: Sequence[Draft]) -> None:
    """Give *draft*, which a conjunction and a further verb part from the next number, the noun of that one: «погибли 12 и ранены 48
    рабочих»."""
    syntax = draft.unit.syntax
    if not later or draft.noun is not None or draft.measure is not Measure.COUNT or draft.slots.head or draft.value == 0:
        return
    other, at = later[0], draft.last
    group = next((group for group in syntax.verbs if at < group.first < other.first), None)
    joined = syntax.tags[at : at + 1] == ["CCONJ"] and group is not None and not syntax.verbs_in(group.last, other.first)
    own = draft.verb is not None and draft.verb.last <= draft.first
    if not (joined and own) or "PUNCT" in syntax.tags[at : other.first] or other.measure is not Measure.COUNT:
        return
    if other.noun is None or other.noun.first < other.last or draft.counts not in (None, other.counts):
        return
    said = other.slots
    draft.slots = replace(draft.slots, head=said.head, counted=said.counted, counted_terms=said.counted_terms)
    draft.counts, draft.antecedent = other.counts, other


def _held_against(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """The figure of the sentence with which *draft*, which says its noun again without what describes it, is compared: "31 new cases,
    compared with 24 cases in May"."""
    noun, syntax = draft.noun, draft.unit.syntax
    if noun is None or draft.measure is not Measure.COUNT or noun.last > noun.first + 1 or draft.slots.counted_terms:
        return None
    alike = [other for other in before if other.unit is draft.unit and other.slots.head == draft.slots.head and other.slots.counted_terms]
    between = range(alike[-1].last, draft.first) if alike else range(0)
    return alike[-1] if any(syntax.tokens[at].lower in syntax.words["comparing"] for at in between) else None


def _is_adjective(draft: Draft) -> bool:
    """Whether the number's noun is a Russian adjective or participle that stands for no people: «17 деревянных», not «12 раненых»."""
    noun, syntax = draft.noun, draft.unit.syntax
    if noun is None or syntax.language != "ru" or draft.measure is not Measure.COUNT or draft.counts == _ANYBODY:
        return False
    word = syntax.tokens[noun.head].lower
    sort = _is_metal(syntax, noun.head) and noun.last == noun.head + 1  # «золотые», which may be coins
    return noun.first == noun.head and not _FORMS.isdisjoint(features(word, "ru")) and (sort or not may_name(word))


def _is_metal(syntax: Syntax, at: int) -> bool:
    return syntax.lemma(at) in syntax.words["medal_metals"]


def _last_like(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """The last count of the sentence, else of the one before, that has a noun."""
    near = [other for other in before if other.measure is Measure.COUNT and other.slots.head and other.unit.block == draft.unit.block]
    return near[-1] if near and (near[-1].unit is draft.unit or draft.counts is None) else None


def _describe(draft: Draft, other: Draft) -> None:
    """Let *draft* count a sort of what *other* counts: its own word tells which."""
    said, noun = other.slots, other.noun
    own = tuple(term for term in (*draft.slots.counted_terms, *draft.slots.head) if term not in said.head)
    thing = other.unit.syntax.slice(noun.head, noun.last) if noun is not None else said.counted or ""
    if noun is not None and _is_metal(other.unit.syntax, noun.head):
        thing, own = (said.counted or "").rpartition(" ")[2], draft.slots.head  # «4 золотые, 2 серебряные»: medals
    counted = f"{draft.slots.counted or ''} {thing}".strip()
    head = said.head
    if _is_metal(draft.unit.syntax, draft.noun.head if draft.noun is not None else draft.first):
        named = called(counted, draft.unit.language) or called(thing, draft.unit.language)
        head = (named,) if named is not None else head  # "gold medals"
    draft.slots = replace(draft.slots, head=head, counted=counted or None, counted_terms=own)
    draft.counts = other.counts
    if other.unit is not draft.unit:
        draft.scope_quotes.append(other.unit.span)


def _of_more_words(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """The figure before whose noun *draft* says again in fewer words, where all before have the same: "58 cases" after "310 cases of
    influenza"."""
    noun, slots = draft.noun, draft.slots
    if noun is None or draft.counts in (None, _ANYBODY) or noun.last > noun.head + 1 or noun.first < noun.head or slots.counted_terms:
        return None
    named = [other for other in before if other.measure is Measure.COUNT and other.slots.head == slots.head and other.slots.counted_terms]
    alike = [other for other in named if _complement(other) and other.unit.passage.headings == draft.unit.passage.headings]
    kinds = {other.slots.counted_terms for other in named}
    return alike[-1] if alike and len(kinds) == 1 else None


def _complement(draft: Draft) -> str:
    """What follows the noun of *draft* and says of what it is: "of influenza"."""
    noun = draft.noun
    if noun is None or noun.head < draft.last or noun.last <= noun.head + 1:
        return ""
    syntax = draft.unit.syntax
    of = syntax.tags[noun.head + 1] != "ADP" if syntax.language == "ru" else syntax.tokens[noun.head + 1].lower in syntax.words["genitive"]
    return syntax.slice(noun.head + 1, noun.last) if of else ""


def _add_complement(draft: Draft, other: Draft) -> None:
    counted = f"{draft.slots.counted or ''} {_complement(other)}".strip()
    draft.slots = replace(draft.slots, counted=counted, counted_terms=other.slots.counted_terms)
    if other.unit is not draft.unit:
        draft.scope_quotes.append(other.unit.span)


def _is_bare(draft: Draft) -> bool:
    """Whether the number's noun is nothing but its unit: "52 km", «95 человек»."""
    noun, syntax = draft.noun, draft.unit.syntax
    if noun is None or noun.last > noun.head + 1:
        return False
    if draft.measure is Measure.QUANTITY:
        alone = syntax.language == "ru" or not syntax.verbs_in(draft.stretch.first, draft.stretch.last)
        return alone and is_measure(syntax, noun)
    return syntax.language == "ru" and draft.slots.head == (_ANYBODY,)


def _measured_alike(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """The figure whose noun goes on: for people one that a phrase ahead of it names, where no verb stands between; for a quantity the
    last of the sentence in the same unit, of the sentence before only where nothing else is said to have been done."""
    near = (other for other in reversed(before) if other.measure is draft.measure and other.counts == draft.counts)
    last = next((other for other in near if other.noun is not None or other.unit is draft.unit), None)
    if last is None or last.noun is None or _is_bare(last) or not last.slots.head or last.unit.block != draft.unit.block:
        return None
    if draft.measure is not Measure.QUANTITY:
        if last.unit is not draft.unit:  # "carried 11.8 million passengers. On lines at home 9.6 million people were carried"
            named = [other for other in before if other.unit is last.unit and other.noun is not None and other.counts == last.counts]
            alone = named == [last] and last.whole is None  # "of them 100 women and 21 minors" says nothing of the next
            return last if alone and draft.slots.action_terms == last.slots.action_terms != () else None
        return last if last.ahead and _is_verbless(draft.unit.syntax, last, draft) else None
    timed = TIME in draft.unit.syntax.tags[: draft.first]  # «намолотили 3 млн тонн зерна. В прошлом году собрали 2 млн тонн»
    alike = not draft.slots.action_terms or draft.slots.action_terms == last.slots.action_terms or (timed and last.slots.action_terms != ())
    if last.unit is draft.unit or not alike:
        return last if last.unit is draft.unit else None
    whole = last.whole  # "412 kg of fish, including 37 kg of eel. In 2022 it was 530 kg": of fish
    taken = whole is not None and whole.unit is last.unit and whole.measure is last.measure and whole.counts == last.counts
    return whole if whole is not None and taken and whole.slots.head else last


def _is_verbless(syntax: Syntax, before: Draft, draft: Draft) -> bool:
    return not syntax.verbs_in(before.last, draft.first)


def counts_people_itself(draft: Draft, label: tuple[int, int]) -> bool:
    """Return whether the *label* before a number says itself that it counts people, behind a semicolon: «...; средняя посещаемость — 4 150
    человек» is what nobody did."""
    syntax = draft.unit.syntax
    named = any(syntax.lemma(at) in syntax.words["people_counts"] for at in range(*label))
    return named and label[0] > 0 and syntax.tokens[label[0] - 1].surface == ";"
