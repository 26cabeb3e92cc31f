"""What a number leaves out and its neighbours say: "the Greens nine", "against 71.8 %", "Seven were serious", "another 92"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from qa_bot.figures.actors import subject_of
from qa_bot.figures.draft import Draft, Slots
from qa_bot.figures.parts import dates_entry, fronted, is_gapped, label_start, of_sentence, put_label
from qa_bot.figures.phrase import Reading
from qa_bot.figures.pointing import count_noun, set_right, told_to_be_there
from qa_bot.figures.scope import inherit, without_deed
from qa_bot.figures.units import Unit
from qa_bot.schema import BlockKind, Measure
from qa_bot.text.functions import befalls
from qa_bot.text.lemmas import lemma
from qa_bot.text.lexicon import lexicon
from qa_bot.text.modality import is_past
from qa_bot.text.nominals import complement_end, find_reason, in_sentence, unit_of
from qa_bot.text.syntax import TIME, Phrase, Syntax, parse
from qa_bot.text.tagger import features
from qa_bot.text.tokens import tokenize

LISTED = 60  # figures back in a list, beside those of the line that introduces it: one may have thousands of items
PARAGRAPH_REACH = 600  # characters back in which the antecedent of "of them" or "their number" is looked for

_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_OPENERS = frozenset('«“"„(')
_CLOSERS = frozenset('»”")')
_PARTING = frozenset(",;—–")
_ANYBODY = "person"  # the concept of "people" and «человек»


def within_reach(earlier: Unit, unit: Unit) -> bool:
    """Whether what *earlier* counts can be taken up in *unit*."""
    if earlier is unit or earlier is unit.intro:
        return True
    if earlier.kind is not unit.kind and unit.kind is BlockKind.PARAGRAPH:
        return False
    if unit.intro is not None and earlier.intro is unit.intro:
        return True
    return earlier.block == unit.block and unit.start - earlier.end < PARAGRAPH_REACH


def in_reach(before: Sequence[Draft], unit: Unit) -> list[Draft]:
    """Return those of *before*, all in the order of the text, that can be taken up in *unit*: looked for from the nearest on, and only as
    far back as there can be any, since a text may have thousands."""
    first = len(before)
    while first and before[first - 1].unit.end > unit.start - PARAGRAPH_REACH:
        first -= 1
    if unit.intro is not None:
        led = bisect_left(before, unit.intro.start, key=lambda draft: draft.unit.start)
        first = min(first, max(led, len(before) - LISTED))
        introducing = takewhile(lambda draft: draft.unit is unit.intro, (before[at] for at in range(led, first)))
        return [*introducing, *(draft for draft in before[first:] if within_reach(draft.unit, unit))]
    return [draft for draft in before[first:] if within_reach(draft.unit, unit)]


def fill(draft: Draft, reading: Reading, before: list[Draft]) -> None:
    """Give *draft* what it leaves out, from the figures *before* it; the nearest of its sentence come last."""
    if reading.counted is None and draft.measure is Measure.COUNT and _take_fronted(draft):
        return
    if reading.counted is not None and draft.measure is Measure.COUNT and _take_sort_of_fronted(draft):
        return
    if draft.measure is Measure.COUNT and (phrase := told_to_be_there(draft)) is not None:
        count_noun(draft, draft.unit.syntax, phrase, described=True)
        return
    same = of_sentence(draft, before)
    if reading.counted is None and draft.measure is Measure.COUNT and not same and (phrase := most_of(draft)) is not None:
        count_noun(draft, draft.unit.syntax, phrase)
        return
    label = _label(draft, same)
    sibling = sibling_of(draft, same, alone=reading.counted is None, gapped=label is not None)
    added = draft.measure is Measure.CHANGE and reading.counted is None  # "up 8 %"
    own = draft.noun is not None and draft.ahead and bool(same) and draft.noun.first >= same[-1].last  # "while clothing became 1 % cheaper"
    if own and draft.compared and draft.measure is Measure.COUNT:
        draft.measure = Measure.CHANGE
    elif (draft.compared or added or (draft.bracketed and draft.measure is Measure.SHARE)) and same and not own:
        draft.slots = replace(
            draft.slots, head=same[-1].slots.head, counted=same[-1].slots.counted, counted_terms=same[-1].slots.counted_terms
        )
        draft.counts = draft.counts or same[-1].counts
        if draft.compared and draft.measure is Measure.COUNT:
            draft.measure = Measure.CHANGE  # "eleven fewer than in the week before"
    elif label is not None and sibling is not None:
        fill_gap(draft, label, sibling)
    elif reading.counted is None and sibling is not None and (sibling.measure is not Measure.COUNT or _is_compared(draft)):
        against = _is_held(draft, sibling) or (
            _is_compared(draft) and draft.unit.syntax.tokens[draft.lead].lower == "to"
        )  # "adopted by 29 votes to 12"
        against = against or any(other.whole is draft for other in same)  # "spent 18 million, 90 % of the 20 million approved"
        draft.slots = without_deed(inherit(draft.slots, sibling.slots)) if against else inherit(draft.slots, sibling.slots)
        _adopt_unit(draft, sibling)
    elif draft.measure is Measure.SHARE and not draft.slots.action_terms and _echoes(draft, reading):
        _take_share(draft, before)
    elif reading.anaphor or reading.counted is None:
        _take_antecedent(draft, before)


# ---------------------------------------------------------------- gaps


def _label(draft: Draft, same: list[Draft]) -> tuple[int, int] | None:
    """The noun phrase right before a number that has no verb of its own: "Labour won 26 seats, [the Greens] nine"; as a token range."""
    syntax = draft.unit.syntax
    if not same or any(same[-1].last <= group.first < draft.first for group in syntax.verbs):
        return None
    at = draft.lead
    links = syntax.words["gap_links"]
    while at > same[-1].last and (syntax.tokens[at].lower in links or syntax.tokens[at].surface in _CLOSERS):
        at -= 1
    phrase = syntax.phrase_at(at) if at >= same[-1].last else None
    if phrase is None or phrase.adposition >= 0 or not any(mark in _NOUNS for mark in syntax.tags[phrase.first : at + 1]):
        return None
    first = label_start(syntax, phrase.first)
    before = first - 1
    while before >= 0 and syntax.tokens[before].surface in _OPENERS:
        before -= 1
    opens = before < same[-1].last - 1 or syntax.tags[before] == "CCONJ" or syntax.tokens[before].surface in _PARTING
    return (first, at + 1) if opens and before >= same[-1].last - 1 else None


def sibling_of(draft: Draft, same: list[Draft], *, alone: bool = True, gapped: bool = False) -> Draft | None:
    """The figure of the sentence that *draft* goes on from: the last of its measure; for a number alone, of any."""
    same = [other for other in same if other.unit is draft.unit and not other.held_against]
    alone = alone and draft.measure is Measure.COUNT and draft.counts is None
    wholes = {id(other.whole) for other in same}
    counted = any(other.measure is draft.measure for other in same)  # "14,850 tickets over the five days, against 11,200 in 2024"
    held = not counted and _is_compared(draft) and TIME in draft.unit.syntax.tags[draft.last :]
    for other in sorted(same, key=lambda other: (bool(other.label), id(other) in wholes, -other.start)):
        if other.measure is draft.measure and (draft.measure is not Measure.MONEY or other.counts == draft.counts):
            return other
        like = draft.scaled or gapped or _is_recalled(draft) or held
        like = like or draft.slots.action_terms == other.slots.action_terms != ()
        if alone and other.measure in (Measure.MONEY, Measure.QUANTITY) and like:
            return other
        if alone and other.measure is Measure.RATE and is_gapped(draft):
            return other  # «34 случая на 100 тыс. населения, в Лесогорске — 51»
    return None


def _is_recalled(draft: Draft) -> bool:
    """Whether only a time leads to the number: "412 tonnes (2022: 388)"."""
    syntax = draft.unit.syntax
    return draft.lead >= 0 and syntax.tokens[draft.lead].surface == ":" and dates_entry(syntax, draft.lead)


def fill_gap(draft: Draft, label: tuple[int, int], sibling: Draft) -> None:
    """Let *draft*, a number with only its label, say of it what *sibling* says of its subject."""
    syntax = draft.unit.syntax
    own = draft.slots
    if sibling.ahead or _is_counted_itself(draft, label):  # "wind accounted for 41 %, gas for 22 %"
        terms = tuple(term for term in syntax.concepts[label[0] : label[1]] if term is not None)
        slots = Slots(counted=_words(syntax, label), head=terms[-1:], counted_terms=terms[:-1])
        named = syntax.phrase_at(label[0])
        own_noun = _counts_own(sibling) or not sibling.ahead
        if sibling.measure is draft.measure is Measure.COUNT and named is not None and own_noun:
            draft.counts = unit_of(syntax, named.head)  # «деревьев посадили 300, кустов — 1 200»
    else:
        slots = Slots(head=sibling.slots.head, counted=sibling.slots.counted, counted_terms=sibling.slots.counted_terms)
        put_label(slots, syntax, label, sibling.slots, actor=bool(sibling.slots.action_terms) and _has_subject(sibling))
    cause = find_reason(syntax, max(draft.stretch.first, sibling.last), label[1])
    if cause is not None:  # «из-за проводки произошло 83 пожара, из-за печей — 22»
        slots = Slots(head=sibling.slots.head, counted=sibling.slots.counted, counted_terms=sibling.slots.counted_terms)
        draft.counts = sibling.counts
    if not slots.place_terms:
        slots = replace(slots, place=own.place, place_terms=own.place_terms)
    reason, terms = cause or (own.reason, own.reason_terms)
    slots = replace(slots, reason=reason, reason_terms=terms)
    draft.slots = _own_event(syntax, inherit(slots, sibling.slots), sibling.slots) if sibling.ahead else inherit(slots, sibling.slots)
    draft.antecedent = sibling
    if sibling.whole is not None and sibling.whole.start < sibling.start:  # "of which A scored 22 and B 14"
        draft.whole = sibling.whole
    draft.ahead = sibling.ahead
    per = draft.per
    _adopt_unit(draft, sibling)
    if any(syntax.concepts[index] in syntax.words["time_units"] for index in range(*label)):
        draft.per = per  # "the yearly pass costs £312, a week pass £20"


def _is_counted_itself(draft: Draft, label: tuple[int, int]) -> bool:
    """Whether the Russian noun before a number's dash can only be what it counts: «На учёте стоят 6 тыс. человек, [вакансий] — 14 тыс.»"""
    syntax = draft.unit.syntax
    phrase = syntax.phrase_at(label[0])
    if syntax.language != "ru" or draft.measure is not Measure.COUNT or draft.counts is not None or phrase is None:
        return False
    forms = features(syntax.tokens[phrase.head].lower, "ru")
    plural = syntax.tags[phrase.head] == "NOUNS" and {"gent", "plur"} <= forms and forms.isdisjoint(("nomn", "datv"))
    return plural and phrase.adposition < 0 and phrase.first == label[0] and not syntax.tokens[phrase.head].surface[:1].isupper()


def _own_event(syntax: Syntax, slots: Slots, sibling: Slots) -> Slots:
    """Return *slots* with its own event for a deed where that of the *sibling* is no more than its event: "immigration came to 61,900
    persons and emigration to 34,200"."""
    event = syntax.lexicon.action(slots.head[-1]) if slots.head else None
    events = {*sibling.head, *sibling.counted_terms}
    if event is None or not sibling.action_terms or not events.issuperset(sibling.action_terms):
        return slots
    return replace(slots, action=event.done, action_terms=slots.head[-1:])


def _counts_own(sibling: Draft) -> bool:
    """Whether the unit of *sibling* is its own noun, and so none of what another noun is counted in."""
    noun = sibling.noun
    return noun is not None and noun.last <= sibling.first and sibling.counts == unit_of(sibling.unit.syntax, noun.head)


def _has_subject(sibling: Draft) -> bool:
    """Whether somebody does something to what *sibling* counts, so that a label in the same place names who."""
    if sibling.slots.actor_terms:
        return True
    syntax = sibling.unit.syntax
    clause = syntax.clause_at(sibling.first)
    return any(group.last <= sibling.first and not group.passive for group in syntax.verbs_in(clause.first, clause.last))


def _words(syntax: Syntax, label: tuple[int, int]) -> str:
    first, last = label
    while first < last - 1 and syntax.tags[first] == "DET":
        first += 1
    return syntax.slice(first, last).strip('«»“”"')


def _adopt_unit(draft: Draft, sibling: Draft) -> None:
    if draft.measure is sibling.measure:
        draft.counts = draft.counts or sibling.counts
    elif draft.counts is None:
        draft.measure, draft.counts = sibling.measure, sibling.counts
    draft.per = draft.per or sibling.per


def _take_fronted(draft: Draft) -> bool:
    """Let a bare number count what opens its sentence: "Of the cargo flights, 7 were cancelled and 31 delayed"."""
    syntax = draft.unit.syntax
    first, last = fronted(syntax, draft.first)
    phrase = next((phrase for phrase in reversed(syntax.phrases) if first <= phrase.first and phrase.last <= last), None)
    if phrase is None or syntax.tags[phrase.head] not in _NOUNS or draft.slots.head:
        return False
    count_noun(draft, syntax, phrase)
    return True


def _take_sort_of_fronted(draft: Draft) -> bool:
    """Let a number of what some of those are that open its sentence count these: "Of the entrants, 2,688 were women"."""
    syntax, noun = draft.unit.syntax, draft.noun
    if noun is None or noun.first <= draft.last:
        return False
    told = {syntax.tokens[index].lower for index in range(draft.last, noun.first)}
    first, last = fronted(syntax, draft.first)
    phrase = next((phrase for phrase in syntax.phrases if first <= phrase.first and phrase.last <= last), None)
    if phrase is None or syntax.tags[phrase.head] not in _NOUNS or told.isdisjoint(syntax.words["copulas"]):
        return False
    head = syntax.concepts[phrase.head]
    if head is None or head in draft.slots.head:
        return False
    own = draft.slots
    draft.slots = replace(own, head=(head,), counted_terms=tuple(dict.fromkeys((*own.counted_terms, *own.head))))
    return True


def most_of(draft: Draft) -> Phrase | None:
    """Return the noun phrase before the number that says of what there were the most: "the most goals, 58", "больше всего краж — 12"."""
    syntax = draft.unit.syntax
    of = syntax.words["most_of"] - {""}
    for index in range(draft.first):
        if syntax.tokens[index].lower not in syntax.words["most"]:
            continue
        at = index + 1 + bool(of)
        phrase = syntax.phrase_at(at) if at < draft.first and (not of or syntax.tokens[at - 1].lower in of) else None
        if phrase is not None and phrase.last <= draft.first and syntax.tags[phrase.head] in ("NOUN", "NOUNS"):
            return phrase._replace(first=max(phrase.first, at))
    return None


def count_by_place(draft: Draft, label: tuple[int, int], before: list[Draft]) -> None:
    """Let a number in brackets behind a place count the noun that opens its sentence: "Most cases were in Larne (214), Doon (133)"."""
    if draft.slots.head or not draft.slots.place_terms:
        return
    listed = [other for other in before if other.unit is draft.unit and other.bracketed and other.label and other.slots.head]
    if listed:
        said = listed[-1].slots
        draft.slots = replace(draft.slots, head=said.head, counted=said.counted, counted_terms=said.counted_terms)
        draft.counts = draft.counts or listed[-1].counts
        return
    syntax = draft.unit.syntax
    free = (phrase for phrase in syntax.phrases if phrase.adposition < 0 and syntax.tags[phrase.head] in ("NOUN", "NOUNS"))
    phrase = next(free, None)
    if phrase is None or phrase.last > label[0] or TIME in syntax.tags[phrase.first : phrase.last]:
        return
    if syntax.tokens[phrase.last].surface in _OPENERS:
        return  # «школа «Росток» (140) и сад «Улыбка» (60)»
    last = min(complement_end(syntax, phrase.last, event=False), label[0])
    head = syntax.concepts[phrase.head]
    if head is not None:
        first = next(index for index in range(phrase.first, last) if syntax.concepts[index] is not None)
        others = tuple(term for term in syntax.concepts[first:last] if term not in (None, head))
        draft.slots = replace(draft.slots, counted=syntax.slice(first, last), head=(head,), counted_terms=others)
        draft.counts = draft.counts or unit_of(syntax, phrase.head)


def complete_places(drafts: list[Draft]) -> None:
    """Add to places that are only adjectives the noun they leave out: "в Каменском районе 58, в Ольшанском [районе] 41"."""
    named: tuple[str, ...] = ()
    for draft in drafts:
        slots = draft.slots
        if draft.unit.language != "ru" or slots.place is None:
            continue
        if len(slots.place_terms) > 1:
            named = slots.place_terms[-1:]
        elif named and "ADJF" in features(slots.place.lower(), "ru"):
            draft.slots = replace(slots, place_terms=(*slots.place_terms, *named))
            draft.beside_terms = tuple(term for term in draft.beside_terms if term not in named)


def _is_compared(draft: Draft) -> bool:
    """Whether the number only stands beside another for comparison: "against 4.9 tonnes", "up from 280"."""
    syntax = draft.unit.syntax
    return draft.lead >= 0 and syntax.tokens[draft.lead].lower in syntax.words["compared_with"]


# ---------------------------------------------------------------- antecedents


def _take_antecedent(draft: Draft, before: list[Draft]) -> None:
    """A number whose noun is left out counts what a figure before it counts, else what the heading names."""
    if draft.measure is Measure.SHARE and draft.subject and not draft.slots.head:
        counted = [other for other in before if other.measure is Measure.COUNT and other.slots.head]
        if counted:  # "More than 80 % had not been vaccinated"
            slots = counted[-1].slots
            draft.slots = replace(draft.slots, head=slots.head, counted=slots.counted, counted_terms=slots.counted_terms)
    if draft.measure is not Measure.COUNT:
        return
    antecedent = _antecedent(draft, before)
    if antecedent is None:
        if draft.counts is None and not draft.slots.head:
            _take_heading(draft)
        if draft.counts is None and not draft.slots.head and any("person" in befalls().get(deed, ()) for deed in draft.slots.action_terms):
            draft.counts = "person"  # "За кражу осуждены 903"
        return
    draft.antecedent = antecedent
    _take_cue(draft, antecedent)
    told = draft.settled or _is_held(draft, antecedent) or (antecedent.unit is not draft.unit and _tells_deed(draft))
    said = without_deed(antecedent.slots) if told or _is_fact_beside_plan(draft, antecedent) else antecedent.slots
    if antecedent.unit is draft.unit and antecedent.whole is not None and draft.verb is not None and draft.verb.chain:
        # "34 were late, 12 of them by a year; 5 cost more": 5 of what the 34 are
        whole = antecedent.whole.slots
        said = replace(said, head=whole.head, counted=whole.counted, counted_terms=whole.counted_terms)
    doer = _own_doer(draft) if said.actor_terms and not draft.slots.action_terms else None
    draft.slots = inherit(draft.slots, said)
    if doer is not None:
        draft.slots = replace(draft.slots, actor=doer[0], actor_terms=doer[1], place=None, place_terms=())
    draft.counts = draft.counts or antecedent.counts
    if antecedent.unit is not draft.unit:
        draft.scope_quotes.append(antecedent.unit.span)


def _is_held(draft: Draft, antecedent: Draft) -> bool:
    """Whether a verb of having, or of being something "with" so many, goes on from the deed told of *antecedent*: "lost 21 seats and now
    have 62", "but are still the largest party with 62"; not "won 12 medals, in 2020 it was 14"."""
    syntax = draft.unit.syntax
    if antecedent.unit is not draft.unit or draft.slots.action_terms or draft.noun is not None or draft.lead < 0:
        return False
    groups = [group for group in syntax.verbs_in(antecedent.last, draft.first) if not group.passive]
    if not groups or syntax.tags[antecedent.last : groups[0].first].count("CCONJ") != 1:
        return False
    verb = syntax.lemma(groups[-1].chain[-1] if groups[-1].chain else groups[-1].first)
    with_ = syntax.tokens[draft.lead].lower in syntax.words["holding_with"]
    return verb in syntax.words["having"] or (with_ and verb in syntax.words["remaining"])


def _own_doer(draft: Draft) -> tuple[str, tuple[str, ...]] | None:
    """The person or name that is the subject of a verb that says nothing more, "Berg scored 27. [Jan Holt] got 22", with its concepts."""
    syntax = draft.unit.syntax
    clause = syntax.clause_at(draft.first)
    group = next((group for group in syntax.verbs_in(clause.first, draft.first) if group.finite and not group.passive), None)
    if group is None or not group.chain or any(syntax.tokens[index].lower in syntax.words["copulas"] for index in group.chain):
        return None
    phrase = subject_of(syntax, group, clause)
    if phrase is None or not (syntax.tags[phrase.head] == "PROPN" or unit_of(syntax, phrase.head) == "person"):
        return None
    terms = tuple(dict.fromkeys(term for term in syntax.concepts[phrase.first : phrase.last] if term is not None))
    return in_sentence(syntax, phrase.first, phrase.last), terms


def _is_fact_beside_plan(draft: Draft, antecedent: Draft) -> bool:
    """Whether *draft* tells as a fact what is counted by a figure before it that is only planned or expected: "in 2022 there were 700"."""
    syntax = draft.unit.syntax
    if antecedent.unit is draft.unit or antecedent.slots.modality is None or draft.slots.modality is not None:
        return False
    clause = syntax.clause_at(draft.first)
    return any(is_past(syntax, group) for group in syntax.verbs_in(clause.first, clause.last))


def _echoes(draft: Draft, reading: Reading) -> bool:
    """Whether a share leaves open of what it is, as "it" or "the outturn": "The deficit was to be 2.9 %. The outturn was 2.4 %"."""
    syntax, counted = draft.unit.syntax, reading.counted
    return counted is None or (counted.last == counted.head + 1 and syntax.lemma(counted.head) in syntax.words["echoes"])


def _take_share(draft: Draft, before: list[Draft]) -> None:
    """Let a share be of what the last one of its paragraph is of."""
    last = next(
        (other for other in reversed(before) if other.measure is Measure.SHARE and other.slots.head and not _is_compared(other)), None
    )
    if last is None or last.unit is draft.unit:
        return
    said = last.slots
    draft.slots = replace(draft.slots, head=said.head, counted=said.counted, counted_terms=said.counted_terms)
    draft.antecedent = last
    draft.scope_quotes.append(last.unit.span)


def take_group(draft: Draft, before: list[Draft]) -> None:
    """Let a share be of the group that its clause names, as a row of a table is: "For women it was 6.1 % and for men 6.7 %"."""
    if draft.measure is not Measure.SHARE or draft.row is not None:
        return
    syntax = draft.unit.syntax
    same = [other for other in before if other.unit is draft.unit and other.measure is Measure.SHARE]
    if same and _is_compared(draft):
        draft.row, draft.per = same[-1].row, draft.per or same[-1].per
        if draft.row is not None:
            draft.slots = replace(draft.slots, counted=same[-1].slots.counted, counted_terms=same[-1].slots.counted_terms)
        return
    first = max(syntax.clause_at(draft.first).first, same[-1].last if same else 0)
    led = (phrase for phrase in syntax.phrases if first <= phrase.adposition and phrase.last <= draft.first)
    for phrase in led:
        if syntax.tokens[phrase.adposition].lower in syntax.words["group_leads"] and unit_of(syntax, phrase.head) == "person":
            draft.row = syntax.slice(phrase.first, phrase.last)
            group = tuple(term for term in syntax.concepts[phrase.first : phrase.last] if term is not None)
            said = draft.slots.counted or ""
            other = same[-1] if same else draft.antecedent
            if other is not None and other.row is not None:
                said = said.removesuffix(f", {other.row}")
            terms = tuple(term for term in draft.slots.counted_terms if other is None or term not in _words_of_row(other))
            draft.slots = replace(draft.slots, counted=f"{said}, {draft.row}".strip(", "), counted_terms=(*terms, *group))
            return


def _words_of_row(draft: Draft) -> set[str]:
    words = lexicon(draft.unit.language)
    return {words.concept(token.lower) for token in tokenize(draft.row or "")}


def take_deed(draft: Draft, whole: Draft, before: list[Draft]) -> None:
    """Give a part with no noun and no verb of its own what was done to the part *before* it: "140 were dropped because of a fault, [33]
    because of illness"; not why, whither and where, which are its own."""
    parts = [other for other in before if other.unit is draft.unit and other.whole is whole]
    if parts and is_gapped(draft) and parts[-1].last <= draft.stretch.first:
        _take_cue(draft, parts[-1])
        said = replace(parts[-1].slots, place=None, place_terms=(), direction=None, direction_terms=(), reason=None, reason_terms=())
        draft.slots = inherit(draft.slots, said)
        if draft.measure is parts[-1].measure:
            draft.counts = draft.counts or parts[-1].counts


def _take_cue(draft: Draft, sibling: Draft) -> None:
    """Read a phrase tied like the reason of *sibling* as a reason: "61 were caused by lightning and [70] by people"."""
    syntax = draft.unit.syntax
    if sibling.unit is not draft.unit or not sibling.slots.reason_terms or draft.slots.reason_terms or not is_gapped(draft):
        return
    tied = [phrase for phrase in syntax.phrases if phrase.adposition >= 0]
    own = [phrase for phrase in tied if draft.last <= phrase.first < draft.stretch.last]
    given = [phrase for phrase in tied if sibling.last <= phrase.first < sibling.stretch.last]
    cues = {syntax.tokens[phrase.adposition].lower for phrase in given if syntax.concept_of(phrase.head) in sibling.slots.reason_terms}
    for phrase in own:
        if syntax.tokens[phrase.adposition].lower in cues:
            terms = tuple(term for term in syntax.concepts[phrase.first : phrase.last] if term is not None)
            draft.slots = replace(draft.slots, reason=syntax.slice(phrase.first, phrase.last), reason_terms=terms)
            return


def take_doer(draft: Draft, before: list[Draft]) -> None:
    """Give a figure whose doer is a pronoun ("It scored 68 goals") the doer of the sentence before, where that names one alone;
    one that a verb shares with the verb before ("drew 5 and lost 3") that one's."""
    syntax = draft.unit.syntax
    group = draft.verb
    if draft.slots.actor_terms or not draft.slots.action_terms or group is None or group.passive or not group.first:
        return
    if syntax.tags[group.first - 1] in ("CCONJ", "PUNCT"):  # "drew 5 and lost 3"
        done = (other for other in before if other.unit is draft.unit and other.slots.action_terms)
        same = [other for other in done if other.verb is not None and not other.verb.passive]
        if same and same[-1].slots.actor_terms:
            draft.slots = replace(draft.slots, actor=same[-1].slots.actor, actor_terms=same[-1].slots.actor_terms)
        return
    if syntax.language == "ru":
        return  # whom its pronouns stand for their gender tells
    subject = next((phrase for phrase in reversed(syntax.phrases) if phrase.last <= group.first), None)
    if subject is None or syntax.tokens[subject.head].lower not in syntax.words["third_persons"] or group.first > draft.first:
        return
    earlier = [other for other in before if other.unit is not draft.unit and other.unit.block == draft.unit.block]
    last = [other for other in earlier if other.unit is earlier[-1].unit]
    doers = {other.slots.actor_terms: other for other in last if other.slots.actor_terms}
    if len(doers) == 1:
        named = next(iter(doers.values()))
        draft.slots = replace(draft.slots, actor=named.slots.actor, actor_terms=named.slots.actor_terms)
        draft.scope_quotes.append(named.unit.span)


def _tells_deed(draft: Draft) -> bool:
    """Whether a verb of the number's own clause says more than what something amounts to: "Спасти удалось двенадцать"."""
    syntax = draft.unit.syntax
    clause = syntax.clause_at(draft.first)
    empty = syntax.words["deedless"] | syntax.words["predicates"]
    verbs = (index for group in syntax.verbs_in(clause.first, clause.last) for index in group.chain)
    return any(syntax.lemma(index) not in empty for index in verbs)


def take_issuer(draft: Draft) -> None:
    """Give a figure whose doer is "we", "our team" or, of an office, "officers" the document's publisher for a doer, unless a person says
    it, who may speak for any body."""
    syntax, group, publisher = draft.unit.syntax, draft.verb, draft.unit.document.publisher
    if publisher is None or not draft.slots.action_terms or group is None:
        return
    if draft.claimant is not None and draft.claimant.name != publisher:
        return
    firsts = syntax.words["first_persons"]
    if draft.slots.actor is not None:
        words = [token.lower for token in tokenize(draft.slots.actor)]
        staff = [word for word in words if word not in syntax.words["articles"]]
        own = draft.claimant is not None and len(staff) == 1 and lemma(staff[0], "NOUNS", syntax.language) in syntax.words["own_staff"]
        if own or not firsts.isdisjoint(words[:1]):
            draft.slots = replace(draft.slots, actor_terms=tuple(dict.fromkeys(draft.slots.actor_terms + _issuer_terms(draft))))
        return
    before = [token.lower for token in syntax.tokens[max(group.first - 2, 0) : group.first]]
    if not group.passive and group.first < draft.first and not firsts.isdisjoint(before):
        draft.slots = replace(draft.slots, actor=publisher, actor_terms=_issuer_terms(draft))


def _issuer_terms(draft: Draft) -> tuple[str, ...]:
    words = lexicon(draft.unit.language)
    publisher = draft.unit.document.publisher or ""
    return tuple(dict.fromkeys(words.concept(token.lower) for token in tokenize(publisher) if len(token.lower) > 1))


def _antecedent(draft: Draft, before: list[Draft]) -> Draft | None:
    """The last count that can be meant: one that stands in its clause as *draft* does, subject or object, before any other."""
    counted = [other for other in reversed(before) if other.measure is Measure.COUNT and other.slots.head]
    counts = _outside_asides(draft, _befallen(draft, counted))
    if (given := set_right(draft, before)) is not None and given.measure is Measure.COUNT:
        return given
    if draft.counts is not None:  # "семеро": persons
        counts = (other for other in counts if other.counts == draft.counts)
    counts = _leading(draft, list(counts))
    last = next(counts, None)
    if last is not None and last.unit is not draft.unit and last.whole in before and last.whole.unit is last.unit and last.whole.slots.head:
        return last.whole  # "340 seals, including 120 pups. In 2012 there were 90": seals
    if last is None or last.subject is draft.subject:
        return last
    nearest = takewhile(lambda other: other.unit is last.unit, counts)
    return next((other for other in nearest if other.subject is draft.subject), last)


def _befallen(draft: Draft, counts: list[Draft]) -> list[Draft]:
    """The *counts* of its sentence that are of persons, where there are any and only persons are befallen by what befell *draft*: "120
    fires, in which 12 people died, while 40 were hurt"; else all."""
    deeds = draft.slots.action_terms
    if draft.counts is not None or not deeds or any(befalls().get(deed) != frozenset({_ANYBODY}) for deed in deeds):
        return counts
    persons = [other for other in counts if other.unit is draft.unit and other.counts == _ANYBODY]
    return persons or counts


def _outside_asides(draft: Draft, counts: list[Draft]) -> Iterator[Draft]:
    """The *counts* without those that an earlier relative clause of the sentence adds, where there are others: "18 were felt, which
    damaged 400 houses; in May there were 25"."""
    syntax = draft.unit.syntax
    clause = syntax.clause_at(draft.first)
    joined = syntax.tags[clause.first] == "CCONJ"  # "in which 12 people died and 40 were hurt"
    own = [other for other in counts if other.unit is draft.unit and syntax.clause_at(other.first) == clause]
    own += [other for other in counts if other.unit is draft.unit and joined and syntax.clause_at(other.first).last == clause.first]
    main = [other for other in counts if other.unit is not draft.unit or not _is_aside(other) or other in own]
    return iter(main if any(other.unit is draft.unit for other in main) else counts)


def _leading(draft: Draft, counts: list[Draft]) -> Iterator[Draft]:
    """The *counts* without those that a preposition ties to what the sentence before counts: «640 заявлений от жителей 14 посёлков.
    Годом ранее их было 905», "12 goals in 9 games"."""
    last = counts[0].unit if counts else draft.unit
    if last is draft.unit:
        return iter(counts)
    free = [other for other in counts if other.unit is not last or not _is_tied(other)]
    return iter(free if free and free[0].unit is last else counts)


def _is_tied(draft: Draft) -> bool:
    """Whether a preposition introduces the number, or the noun in the genitive before it that the number belongs to."""
    syntax = draft.unit.syntax
    if draft.lead < 0 or not draft.has_unit_behind():
        return False
    phrase = syntax.phrase_at(draft.lead)
    return syntax.tags[draft.lead] == "ADP" or (phrase is not None and syntax.tags[draft.lead] in _NOUNS and phrase.adposition >= 0)


def _is_aside(draft: Draft) -> bool:
    syntax = draft.unit.syntax
    first = syntax.clause_at(draft.first).first
    relatives = syntax.words["relative_parts"] | syntax.words["subject_relatives"]
    return syntax.tokens[first].lower in relatives and syntax.tags[first] != "SCONJ"


def _take_heading(draft: Draft) -> None:
    """ "And the new drivers?" - "We need 120": the plural noun of the heading right above."""
    headings = draft.unit.passage.headings
    if not headings:
        return
    syntax = parse(headings[-1], 0, len(headings[-1]), draft.unit.document.language)
    nouns = [phrase for phrase in syntax.phrases if syntax.tags[phrase.head] == "NOUNS" and syntax.concepts[phrase.head] is not None]
    if len(nouns) != 1:
        return
    count_noun(draft, syntax, nouns[0])
