"""What a cell of a table counts and what its row, its column and what stands over them say of it."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from qa_bot.figures.captions import Above
from qa_bot.figures.draft import Slots
from qa_bot.figures.header_nouns import may_be_noun
from qa_bot.figures.label_nouns import (
    counts_people,
    dividing_phrase,
    headed_by,
    is_limit,
    is_listed,
    is_name,
    main_noun,
    named_words,
    only_sorts,
    people_count,
    place_in,
    sorting_words,
    sum_of,
    tells_persons,
    thing_in,
    things_in,
    unit_counted,
    unit_headed,
    unit_named,
)
from qa_bot.figures.labels import Label, is_attribute, is_naming, is_total
from qa_bot.figures.leagues import Deed
from qa_bot.figures.notes import read_note
from qa_bot.schema import Measure
from qa_bot.text.functions import befalls
from qa_bot.text.lexicon import Kinds
from qa_bot.text.nominals import entity_terms, find_reason
from qa_bot.text.syntax import parse

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
POPULATION = ("population",)  # the concept
_NAMING = frozenset({"NOUN", "NOUNS", "ADJ", "PROPN"})
PERSON_EVENTS = frozenset(event for event, sorts in befalls().items() if "person" in sorts)  # one of them happens to one person


class Around(NamedTuple):
    """What a cell stands under: its row's label, its column's header, what is above the table; *by_row*: the rows name the units."""

    label: Label | None
    head: Label | None
    above: Above
    by_row: bool
    names: bool  # the rows are names or sorts, no things that are counted
    sorts: bool  # they are causes, kinds
    counting: Label | None  # the header of the counts that a rate in this cell is reckoned from
    stated: Label | None = None  # the unit that a column of units gives for the row
    deed: Deed | None = None  # of a side in a league table
    places: bool = False  # the rows are places
    state: Label | None = None  # what the row says of its numbers: "Plan", "Actual"
    indicators: bool = False  # each row says itself what it measures


def is_verb(head: Label) -> bool:
    """Return whether a header is one verb, which says what was done to what another column counts: "Passed", "Failed", "Сдали"."""
    words = [index for index, token in enumerate(head.syntax.tokens) if token.surface[0].isalpha()]
    if head.state or not words or head.syntax.lemma(words[0]) in head.syntax.words["carriers"]:
        return False  # "Share, %" shares nothing
    tags = [head.syntax.tags[index] for index in words]
    if tags == ["PROPN"]:  # what the tagger made of the capital
        text = head.text.lower()
        tags = [mark for mark in parse(text, 0, len(text), head.syntax.language).tags if mark != "PUNCT"][:1]
    if tags[0] in ("VBN", "VERB") and set(tags[1:]) == {"ADV"}:
        return True  # "Answered late"
    if len(words) > 1:  # "Denied boarding": passengers were, not "Rejected applications"
        behind = tags[2:] if tags[1] == "ADP" else tags[1:]  # "Admitted on appeal"
        return (
            tags[0] in ("VBN", "VERB") and bool(behind) and all(mark in _NAMING if tags[1] == "ADP" else mark == "NOUN" for mark in behind)
        )
    mention = next((mention for mention in head.syntax.mentions if mention.first == words[0]), None)
    if (mention is not None and mention.kinds & Kinds.UNIT) or (tags == ["NOUNS"] and unit_counted(head) is not None):
        return False  # "Releases" are counted, as "Visits" are
    return tags[0] in ("VERB", "VBN") or (mention is not None and bool(mention.kinds & Kinds.VERBAL))


def is_sum_called_so(head: Label, measure: Measure) -> bool:
    """Return whether a header that might be a verb is a noun over sums and measures: "Rent, EUR", but not "Paid, EUR"."""
    return measure in (Measure.MONEY, Measure.QUANTITY) and head.syntax.language == "en" and may_be_noun(head.name.lower())


def done(slots: Slots, head: Label | None, around: Around) -> Slots:
    """Return *slots* with the verb of the header as what was done to what another column or the caption counts."""
    deeds = head.terms if head is not None else ()
    noted = head is not None and head.note is not None and head.note.unit == "person"  # «Заболело, человек»
    if noted or _are_persons(head, around) or (not PERSON_EVENTS.isdisjoint(deeds) and not _counts_persons(around)):
        return replace(slots, head=("person",), counted=", ".join(filter(None, (head and head.name, around.label and around.label.name))))
    rest = tuple(term for term in slots.counted_terms if term not in deeds)
    action = (head.name or head.text).strip().lower() if head is not None else None
    counting = _counting(around)
    counted, concept = thing_counted(around) or (slots.counted if counting is None else counting.text.strip(), None)
    named = (concept,) if concept is not None else counting.terms[-1:] if counting is not None else ()
    told = slots.action if head is not None and any(head.syntax.lexicon.action(deed) for deed in deeds) else action
    return replace(slots, head=named, counted_terms=rest, counted=counted, action_terms=deeds, action=told or slots.action)


def played(slots: Slots, deed: Deed, label: Label | None) -> Slots:
    """Return *slots* of a cell in a league table, whose row is the side that did it."""
    side = label.terms if label is not None else ()
    return replace(
        slots,
        head=(deed.thing,),
        counted_terms=(*deed.sort, deed.thing),
        counted=f"{deed.group} {deed.counted}".strip(),
        action_terms=deed.action,
        action=deed.done,
        actor=label.name if label is not None else None,
        actor_terms=side,
    )


def is_carrier(head: Label) -> bool:
    """Return whether a header only says in which form it gives what another column counts: "Share, %", "Rate, %, 2024"."""
    words = [index for index, token in enumerate(head.syntax.tokens) if token.surface[0].isalpha()]
    alone = len(words) == 1 or (bool(words) and head.syntax.tokens[words[0]].surface == head.name)
    return alone and head.syntax.lemma(words[0]) in head.syntax.words["carriers"]


def is_change(head: Label) -> bool:
    """Return whether a header says by how much what it names rose or fell: "Change in deaths on previous year (%)", "Прирост, %"."""
    first = next((index for index, token in enumerate(head.syntax.tokens) if token.surface[0].isalpha()), None)
    return first is not None and head.syntax.lemma(first) in head.syntax.words["change_nouns"]


def changed_row(head: Label, label: Label | None, around: Around) -> tuple[str, ...]:
    """Return what a row says has changed, as a concept, where its header says no more than that it has: "Revenue" under "Change, %"."""
    alone = {head.syntax.lemma(at) for at, tag in enumerate(head.syntax.tags) if tag in ("NOUN", "NOUNS", "PROPN")}
    bare = alone <= head.syntax.words["change_nouns"]
    return sum_of(label) if bare and label is not None and not (around.places or around.sorts or is_name(label)) else ()


def tells_changes(over: Label | None) -> bool:
    """Return whether what stands over a table says that it is of changes: "Price changes, per cent"."""
    syntax = over.syntax if over is not None else None
    return syntax is not None and bool(syntax.phrases) and syntax.lemma(syntax.phrases[0].head) in syntax.words["change_nouns"]


def changed_thing(over: Label) -> tuple[str, ...]:
    """Return what *over*, "Price changes", says has changed, as a concept: the last noun before that for the change, or behind it."""
    syntax, phrase = over.syntax, over.syntax.phrases[0]
    nouns = [*range(phrase.head - 1, phrase.first - 1, -1), *range(phrase.head + 1, len(syntax.tokens))]
    named = (syntax.concepts[at] for at in nouns if syntax.tags[at] in ("NOUN", "NOUNS"))
    return tuple(concept for concept in (next(named, None),) if concept is not None)


def names_base(head: Label) -> bool:
    """Return whether the time in the header of a change is that from which it is reckoned: "Change on 2022", but not "Change in 2022"."""
    found = _YEAR.search(head.text)
    at = head.mention.start if head.mention is not None else found.start() if found is not None else 0
    before = head.text[:at].lower().split()
    return bool(before) and before[-1] in head.syntax.words["change_bases"]


def befell(label: Label, around: Around) -> bool:
    """Return whether a row is of what befell persons, in a table that counts no persons: "Killed 2023" among fires."""
    return is_verb(label) and not PERSON_EVENTS.isdisjoint(label.terms) and not _counts_persons(around)


def is_fall(head: Label | None) -> bool:
    """Return whether a header names a change by its way down: "Decrease in deaths (%)"."""
    first = next((token for token in head.syntax.tokens if token.surface[0].isalpha()), None) if head is not None else None
    return first is not None and head is not None and first.lower in head.syntax.words["falling_nouns"]


def _are_persons(head: Label | None, around: Around) -> bool:
    """Whether the header "Employed" is of people: no other column, and no caption, counts what may be employed."""
    over = around.above.label if _is_caption(around.above) else None
    return tells_persons(head) and around.counting is None and (over is None or unit_counted(over) is None)


def _counts_persons(around: Around) -> bool:
    """Whether what another column or the caption counts can be what happens to persons: fires are not injured."""
    counting = _counting(around)
    return counting is None or counted_unit(around._replace(head=counting, stated=None)) == "person"


def counts_inhabitants(around: Around) -> bool:
    """Return whether a cell under a year alone, in the row of a place, counts who lives there: the table is on a census."""
    head, label = around.head, around.label
    bare = head is not None and head.period is not None and not head.name
    return bare and label is not None and around.places and around.above.census


def _heads_of_people(around: Around, head: Label | None) -> tuple[str, ...]:
    """What a cell counts that is of people, as a concept, where no noun of its headers says so."""
    if counts_inhabitants(around):
        return POPULATION
    return ("person",) if _are_persons(head, around) else ()


def _counting(around: Around) -> Label | None:
    """What says what a verb is of: the header of another column, or what stands over the table where that header names no things."""
    column, over = around.counting, around.above.label
    nameless = column is not None and thing_in(column) is None  # "On remand", beside "Sentenced"
    return over if column is None or (nameless and over is not None and thing_in(over) is not None) else column


def thing_counted(around: Around) -> tuple[str, str] | None:
    """Return what another column or the caption counts, in words and as a concept."""
    counting = _counting(around)
    return thing_in(counting) if counting is not None else None


def counted_unit(around: Around) -> str | None:
    """Return the unit of a plain count: what the header counts, else the caption or, where the rows name the things counted, the label."""
    label, head, over = around.label, around.head, around.above.label
    head = head.own or head if head is not None else None
    head = None if head is not None and (head.state or is_limit(head) or (is_attribute(head) and not tells_persons(head))) else head
    if around.stated is not None and (unit := _stated_unit(around.stated)) is not None:
        return unit
    if head is not None and "?" in head.text and unit_counted(head) is None:
        return None  # a mark, "How satisfied are you with the buses?"
    caption = over if _is_caption(around.above) and not is_listed(head, over) and not _houses(around.above, label) else None
    if _are_persons(head, around) or counts_inhabitants(around):
        return "person"
    if not around.by_row and counts_people(head, over if _is_caption(around.above) else None):
        return "person"
    apart = ((head, label), (over,)) if around.indicators else ((head, caption), (over if around.names else label,))
    for places in ((head, label, over),) if around.by_row and not around.indicators else apart:
        known = [place for place in places if place is not None]
        for reading in (unit_counted, unit_named, unit_headed):
            found = next((unit for place in known if (place is not label or not is_name(place)) and (unit := reading(place))), None)
            if found is not None:
                return found
    return None


def _houses(above: Above, label: Label | None) -> bool:
    """Whether a mere heading names bodies of which a row counts something of its own: "Officers" under "Prisons"."""
    heads = above.label is not None and above.span is None and not above.sure and is_naming(above.label)
    return heads and label is not None and not is_name(label) and unit_counted(label) is not None


def _stated_unit(stated: Label) -> str | None:
    """What a column of units says that is counted: persons, but not "units" or "pieces", which may be anything, nor thousands."""
    if (note := read_note(stated.text, stated.syntax.language)) is not None and note.unit is None:
        return None
    if any(stated.syntax.lemma(index) in stated.syntax.words["any_units"] for index in range(len(stated.syntax.tokens))):
        return None
    return unit_counted(stated) or unit_named(stated)


def _is_caption(above: Above) -> bool:
    """Whether what stands over the table says what it counts; of headings only those do that name it in the plural."""
    return above.span is not None or above.sure or (above.label is not None and unit_counted(above.label) is not None)


def cell_slots(around: Around, *, money: bool) -> Slots:
    """Return what header, row and caption say of a cell, which holds a sum of *money* or anything else."""
    slots = Slots()
    label, head, above = around.label, around.head, around.above
    done = head.name if head is not None and head.state and head.note is not None and head.note.measure is Measure.SHARE else None
    head = None if head is not None and head.state else head
    named = [place for place in (head, label) if place is not None]
    counted: list[str] = [done] if done else []  # «Выполнение, %» is of the plan beside it
    for place in named:
        entities = entity_terms(place.syntax, 0, len(place.syntax.tokens))
        if place is label and around.places and not entities:
            entities = place.terms
        rest = tuple(term for term in place.terms if term not in entities)
        deeds = not ((around.sorts or around.places) and place is label)  # neither "Smoking" as a cause of fires nor "Selby Cross"
        naming = _naming(place) if place is label else frozenset()
        actions = tuple(term for term in rest if deeds and term not in naming and place.syntax.lexicon.action(term) is not None)
        if entities:
            slots.place = slots.place or (place.name if place is label and around.places else place_in(place))
            slots.place_terms += entities
        slots.action_terms += actions
        slots.counted_terms += tuple(term for term in rest if term not in actions)
        if rest and place.name:
            counted.append(place.name)
        reason = find_reason(place.syntax, 0, len(place.syntax.tokens))
        if reason:
            slots.reason, slots.reason_terms = reason
    if above.label is not None and not (head is not None and head.terms) and _needs_caption(around):
        counted.append(_undivided(above.label) or above.label.text.rstrip(".:"))
        slots.counted_terms += _captioned(above.label)
    counted[:0] = _things_divided(around, head)
    if above.where is not None and not slots.place:
        slots.place, slots.place_terms = above.where.name, above.where.terms
    other = label if _residual(label) else head if head is not None and not head.terms else None  # "Other" beside "Staff", too
    rest = _residual(other)
    slots.counted_terms += rest
    if rest and other is not None:
        counted.insert(0, other.name)
    bare = head is not None and head.note is not None and around.counting is not None and is_carrier(head)
    naming_only = label is not None and (around.places or around.sorts or is_name(label))  # it counts nothing, whatever its nouns
    thing = None if naming_only and ((head is not None and head.terms) or above.label is not None) else label
    own = thing is not None and (around.indicators or _houses(above, thing))
    slots.head = (money and (sum_of(head) or sum_of(None if around.places else thing) or sum_of(_over(around)))) or _head_terms(
        around.counting if bare else head, thing, above._replace(label=None) if own else above
    )
    if bare and around.counting is not None:
        slots.action_terms += tuple(term for term in deeds_in(around.counting) if term not in slots.action_terms)
    if money and above.label is not None and not around.indicators:
        slots.action_terms += tuple(term for term in deeds_in(above.label) if term not in slots.action_terms)  # "Expenditure by department"
    slots.head = rest or (() if money else _heads_of_people(around, head)) or slots.head
    slots.counted = ", ".join(dict.fromkeys(_ended(around, head) if above.opens and not rest else counted)) or ", ".join(counted) or None
    if slots.action_terms and head is not None:
        action = head.syntax.lexicon.action(slots.action_terms[0])
        slots.action = action.done if action else None
    if not slots.action_terms and (over := _over(around)) is not None:
        slots.action_terms = deeds_in(over)  # "Electricity generation by source"
    if above.label is not None and slots.head == people_count(above.label):
        slots.head, slots.action_terms = ("person",), slots.action_terms or slots.head  # "Enrolment": people, who were enrolled
    return slots


def _ended(around: Around, head: Label | None) -> list[str]:
    """What a corner says that its rows end, with the row, and what *head* counts: "Shops that offer parcels"; nothing for a total."""
    over, label = around.above.label, around.label
    if over is None or label is None or not label.name or is_total(label):
        return []
    return [f"{over.text} {label.name}", *(place.name for place in (head,) if place is not None and unit_counted(place))]


def _things_divided(around: Around, head: Label | None) -> list[str]:
    """The things in a caption, where *head* only says which of them or that they are all: prisoners, "On remand" or in "Total"."""
    caption = around.above.label
    if (
        head is None
        or not head.terms
        or caption is None
        or around.above.span is None
        or around.by_row
        or around.indicators
        or head.note is not None
    ):
        return []
    nouns = [phrase for phrase in head.syntax.phrases if phrase.adposition < 0 and head.syntax.tags[phrase.head] in ("NOUN", "NOUNS")]
    which = bool(head.name) and head.syntax.tags[:1] == ["ADP"] and not nouns
    if not (which or (is_total(head) and not nouns) or is_attribute(head)) or is_change(head):
        return []
    thing = thing_in(caption)
    return [thing[0]] if thing is not None and unit_counted(caption) is not None else []


def _undivided(caption: Label) -> str:
    """What a caption names, without that by which the table divides it: "live births", of "Live births by region"."""
    by = dividing_phrase(caption)
    return caption.name if by is None else caption.syntax.slice(0, by.adposition)


def _over(around: Around) -> Label | None:
    """What stands over the table, where it alone says what is counted: the columns are times, and the rows names or sorts."""
    bare = around.head is not None and around.head.period is not None and not around.head.name
    return around.above.label if bare and _is_caption(around.above) and _needs_caption(around) else None


def is_rest(label: Label) -> bool:
    """Return whether a row is the rest of the others: "Other", "All others"."""
    return bool(_residual(label))


def _residual(label: Label | None) -> tuple[str, ...]:
    """The concept of what a row is the rest of the others by: "Other", "Other revenue", "All others"."""
    if label is None:
        return ()
    words = [token.lower for token in label.syntax.tokens if token.surface[0].isalpha()]
    found = next((word for word in words[:2] if word in label.syntax.words["residual_rows"]), None)
    return (label.syntax.lexicon.concept(found),) if found is not None else ()


def _naming(place: Label) -> frozenset[str]:
    """The concepts of the words of a name that stand before its last noun, or behind its "&": nobody works in "Labour Alliance", and
    nothing fell in "Tarn & Fell"."""
    syntax = place.syntax
    if not all(token.surface[:1].isupper() for token in syntax.tokens if token.surface[0].isalpha()):
        return frozenset()
    nouns = [tag in ("NOUN", "NOUNS", "PROPN", "ADJ") for tag in syntax.tags]
    joined = [token.surface == "&" for token in syntax.tokens]
    named = [noun and then for noun, then in pairwise([*nouns, False])]
    if nouns and nouns[0]:  # no "Killed & Injured"
        named = [part or behind for part, behind in zip(named, [False, *joined], strict=False)]
    return frozenset(concept for concept, part in zip(syntax.concepts, named, strict=True) if concept is not None and part)


def deeds_in(label: Label) -> tuple[str, ...]:
    """Return the concepts of what was done that *label* names: "Total expenditure" was spent."""
    return tuple(term for term in label.terms if label.syntax.lexicon.action(term) is not None)


def _needs_caption(around: Around) -> bool:
    """Whether what stands over the table adds to what a row's label says is counted."""
    if around.indicators and around.label is not None:
        return False
    return around.above.span is not None or around.names or around.label is None or not _is_thing(around.label)


def _is_thing(label: Label) -> bool:
    """Whether the label of a row says itself what is counted: "Trees sold", "Продано саженцев"."""
    return unit_counted(label) is not None and any(mark in ("VBN", "ADJ", "VERB") for mark in label.syntax.tags)


def _captioned(label: Label) -> tuple[str, ...]:
    """What a caption says that the numbers are of: its terms but for names, deeds and words that only name tables."""
    syntax = label.syntax
    named = named_words(syntax)
    behind = sorting_words(label)
    return tuple(
        term
        for index, term in enumerate(syntax.concepts)
        if term is not None
        and index not in named | behind
        and syntax.lexicon.action(term) is None
        and syntax.lemma(index) not in syntax.words["captions"]
    )


def _head_terms(head: Label | None, label: Label | None, above: Above) -> tuple[str, ...]:
    head = head.own or head if head is not None else None
    headless = head is None or not head.text
    places = (head, above.label, label) if _is_caption(above) else (head, label, above.label)
    for place in (label, above.label) if headless else places:
        if place is None:
            continue
        if place is above.label and head is not None and (named := things_in(head) or (counts_people(head, place) and people_count(head))):
            return named[-1:]
        known = [mention for mention in place.syntax.mentions if mention.kinds & Kinds.UNIT and not only_sorts(place, mention.first)]
        if known:
            return (headed_by(place, known[-1]),)
        noun = main_noun(place) if place is above.label and above.span is not None and not headless else None
        if noun is not None and (concept := place.syntax.concepts[noun]) is not None:
            return (concept,)
    for place in (head, label, above.label):
        terms = _captioned(place) or place.terms if place is not None and place is above.label else place.terms if place is not None else ()
        if terms:
            return terms[-1:]
    return ()
