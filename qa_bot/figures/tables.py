"""Figures of tables: a cell's scope is its row label, its column headers, the caption and the sentence that introduces the table."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from qa_bot.figures.captions import Above, above, corner_thing, sorts_rows
from qa_bot.figures.draft import Draft, Slots
from qa_bot.figures.labels import (
    Label,
    cells_by_column,
    cells_by_row,
    column_label,
    is_naming,
    is_serial,
    is_total,
    label_column,
    label_columns,
    names_units,
    period_in,
    row_label,
    section_of,
)
from qa_bot.figures.notes import Note, read_note, read_unit
from qa_bot.figures.stretches import undivided
from qa_bot.figures.times import Calendar
from qa_bot.figures.units import Unit
from qa_bot.schema import Block, BlockKind, Cell, Document, Measure, Span
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds
from qa_bot.text.nominals import entity_terms, find_reason, unit_of
from qa_bot.text.numbers import Number, NumberKind, find_numbers
from qa_bot.text.syntax import TIME, Syntax, parse
from qa_bot.text.tokens import tokenize

_UNREADABLE = re.compile(r"\d['’]\d|\d[eE][+-]?\d")  # "1'234", "2e3": no number as we read them


def table_drafts(document: Document, units: list[Unit], calendar: Calendar) -> list[Draft]:
    """Return the figures of all tables of *document*, in order; a totals row is the whole of the rows of its column."""
    found: list[Draft] = []
    blocks: dict[int, list[Unit]] = {}
    for unit in units:
        if unit.kind is BlockKind.TABLE:
            blocks.setdefault(unit.block, []).append(unit)
    for at, rows in blocks.items():
        found += _table(document, document.blocks[at], rows, calendar)
    return found


def _table(document: Document, block: Block, rows: list[Unit], calendar: Calendar) -> list[Draft]:
    language = document.language
    words = functions(language)
    over = above(document, rows[0], calendar)
    columns, lines = cells_by_column(block), cells_by_row(block)
    heads = {column: column_label(document, cells) for column, cells in columns.items()}
    named = label_column(document, columns, heads, words["serials"])
    labels = label_columns(document, columns, heads, named)
    units = next((column for column, head in heads.items() if head.text.strip().lower() in words["unit_heads"]), None)
    over = over._replace(note=_corner(heads.get(named)) or over.note)
    if over.span is None and (thing := corner_thing(heads.get(named))) is not None:
        over = over._replace(label=thing, sure=True)
    sorts = sorts_rows(heads.get(named))
    names = sorts or (named in heads and is_naming(heads[named]))
    by_row = not (named in heads and is_naming(heads[named])) and names_units(document, columns, named, language)
    found: list[Draft] = []
    totals: dict[int, Draft] = {}
    parts: dict[int, list[Draft]] = {}
    section: Cell | None = None
    header = _header_rows(document, block)
    for unit in rows:
        cells = lines.get(unit.start, [])
        if (alone := section_of(cells, len(columns))) is not None:
            section = alone
        label = row_label(document, cells, labels, section, language)
        stated = row_label(document, cells, [units], None, language) if units is not None else None
        total = label is not None and is_total(label, words["totals"])
        for cell in cells:
            head = heads.get(cell.column)
            if (cell.column <= labels[-1] and len(cells) > 1) or (head is not None and is_serial(head, words["serials"])):
                continue
            around = Around(label, head, over, by_row, names, sorts, _counting_column(heads, cell.column, labels[-1]), stated)
            for draft in _cell(unit, cell, around):
                found.append(draft)
                draft.scope_quotes += [row for row in header if row.end <= unit.start]
                if section is not None and alone is None:
                    draft.scope_quotes.append(section.span)
                if total:
                    totals[cell.column] = draft
                else:
                    parts.setdefault(cell.column, []).append(draft)
    for column, whole in totals.items():
        for part in parts.get(column, ()):
            if part.measure is whole.measure and part.measure not in (Measure.SHARE, Measure.RATE) and part.value <= whole.value:
                part.whole = whole
    return found


def _header_rows(document: Document, block: Block) -> list[Span]:
    """The rows of headers, each from its first cell to its last: without them nobody sees of what year a cell is."""
    rows: dict[int, list[Span]] = {}
    for cell in block.cells:
        if cell.header and document.text[cell.span.start : cell.span.end].strip():
            rows.setdefault(cell.row, []).append(cell.span)
    return [Span(start=spans[0].start, end=spans[-1].end) for _, spans in sorted(rows.items()) if len(spans) > 1]


def _corner(head: Label | None) -> Note | None:
    """The unit that stands in place of a header over the names of the rows: "£ million", but not "Year"."""
    if head is None or head.name or head.note is None:
        return None
    return head.note if head.note.factor > 1 or head.note.measure is not Measure.QUANTITY else None


def _counting_column(heads: dict[int, Label], column: int, named: int) -> Label | None:
    """The nearest header to the left that counts."""
    for other in range(column - 1, named, -1):
        head = heads.get(other)
        if head is not None and (head.note is None or head.note.measure is Measure.COUNT) and not _is_verb(head):
            return head
    return None


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


# ---------------------------------------------------------------- cells


def _cell(unit: Unit, cell: Cell, around: Around) -> Iterator[Draft]:
    text = unit.document.text
    offset = next((at for at, token in enumerate(unit.tokens) if token.start >= cell.span.start), 0)
    numbers = [number for number in unit.numbers if cell.span.start <= number.start and number.end <= cell.span.end]
    if _UNREADABLE.search(text, cell.span.start, cell.span.end):
        return
    if not numbers and text[cell.span.start : cell.span.end].strip().isdigit():
        numbers = find_numbers(text, tokenize(text, cell.span.start, cell.span.end), unit.document.language)
    for number in numbers[:2]:
        if number.kind in (NumberKind.ORDINAL, NumberKind.MULTIPLIER):
            continue
        if number is not numbers[0] and number.kind is not NumberKind.PERCENT:
            continue
        yield _figure(unit, number, offset, around, start=cell.span.start, after=text[number.end : cell.span.end])


def _figure(unit: Unit, number: Number, offset: int, around: Around, *, start: int, after: str) -> Draft:
    """Return the figure of *number*, in a cell that begins at *start* and in which *after* stands behind the number."""
    label, head, above = around.label, around.head, around.above
    note = (head.note if head else None) or _noted(around.stated, label) or above.note
    if number.kind is NumberKind.CARDINAL and (own := read_unit(after.strip(), unit.document.language)) is not None:
        note = own
    measure, counts, factor = _measured(number, note)
    minus = number.value > 0 and number.start == start + 1 and unit.document.text[start] in "-−–"
    draft = Draft(
        unit=unit,
        start=number.start - minus,
        end=number.end,
        first=offset,
        last=offset + 1,
        stretch=undivided(offset + 1),
        value=-number.value * factor if minus else number.value * factor,
        upper=number.upper * factor if number.upper is not None else None,
        bound=number.bound,
        measure=measure,
        counts=counts,
        per=note.per if note is not None and measure is note.measure else None,
        slots=_slots(around),
        label=str(number.start),
        row=label.text if label else None,
    )
    if head is not None:
        draft.slots.modality = head.modality
    verbal = head is not None and _is_verb(head) and (" " not in head.name or _thing_counted(around) is not None)
    if measure in (Measure.COUNT, Measure.RATE) and counts is None:
        draft.counts = _counted_unit(around if measure is Measure.COUNT and not verbal else around._replace(head=around.counting))
    if verbal:
        draft.slots = _done(draft.slots, head, around)
    draft.period = period_in(head, label, above.period if draft.slots.modality is None or above.span is not None else None)
    if above.span is not None:
        draft.scope_quotes.append(above.span)
    if head is not None and head.state:
        draft.slots.other_terms += head.terms
    draft.context_terms = above.label.terms if above.label else ()
    return draft


def _noted(stated: Label | None, label: Label | None) -> Note | None:
    if stated is not None and (note := read_note(stated.text, stated.syntax.language)) is not None:
        return note
    return label.note if label is not None else None


def _is_verb(head: Label) -> bool:
    """Whether a header is one verb, which says what was done to the things that another column counts: "Passed", "Failed", "Сдали"."""
    words = [index for index, token in enumerate(head.syntax.tokens) if token.surface[0].isalpha()]
    if head.state or not words:
        return False
    tags = [head.syntax.tags[index] for index in words]
    if tags == ["PROPN"]:  # what the tagger made of the capital
        text = head.text.lower()
        tags = [mark for mark in parse(text, 0, len(text), head.syntax.language).tags if mark != "PUNCT"][:1]
    if len(words) > 1:  # "Denied boarding": passengers were, not "Rejected applications"
        return tags[0] in ("VBN", "VERB") and all(mark == "NOUN" for mark in tags[1:])
    mention = next((mention for mention in head.syntax.mentions if mention.first == words[0]), None)
    if mention is not None and mention.kinds & Kinds.UNIT:
        return False
    return tags[0] in ("VERB", "VBN") or (mention is not None and bool(mention.kinds & Kinds.VERBAL))


def _done(slots: Slots, head: Label | None, around: Around) -> Slots:
    """Return *slots* with the verb of the header as what was done to what another column or the caption counts."""
    deeds = head.terms if head is not None else ()
    rest = tuple(term for term in slots.counted_terms if term not in deeds)
    action = head.text.strip().lower() if head is not None else None
    counting = around.counting or around.above.label
    counted, concept = _thing_counted(around) or (slots.counted if counting is None else counting.text.strip(), None)
    named = (concept,) if concept is not None else counting.terms[-1:] if counting is not None else ()
    return replace(slots, head=named, counted_terms=rest, counted=counted, action_terms=deeds, action=slots.action or action)


def _thing_counted(around: Around) -> tuple[str, str] | None:
    counting = around.counting or around.above.label
    return _thing(counting) if counting is not None else None


def _thing(label: Label) -> tuple[str, str] | None:
    """What a label counts, in words and as a concept: its first noun in the plural."""
    syntax = label.syntax
    phrase = next((phrase for phrase in syntax.phrases if phrase.adposition < 0 and syntax.tags[phrase.head] == "NOUNS"), None)
    concept = syntax.concepts[phrase.head] if phrase is not None else None
    return (syntax.slice(phrase.first, phrase.last), concept) if phrase is not None and concept is not None else None


def _measured(number: Number, note: Note | None) -> tuple[Measure, str | None, Decimal]:
    if number.kind is NumberKind.PERCENT:
        return Measure.SHARE, number.unit, Decimal(1)
    if number.kind is NumberKind.MONEY:
        scaled = note is not None and note.measure is Measure.MONEY and number.last - number.first <= 2
        return Measure.MONEY, number.unit, note.factor if scaled and note else Decimal(1)
    if note is not None:
        return note.measure, note.unit, note.factor
    return Measure.COUNT, None, Decimal(1)


def _counted_unit(around: Around) -> str | None:
    """The unit of a plain count: what the header counts, else the caption or, where the rows name the things counted, the label."""
    label, head, over = around.label, around.head, around.above.label
    head = None if head is not None and head.state else head
    caption = over if _is_caption(around.above) else None
    for places in ((head, label, over),) if around.by_row else ((head, caption), (over if around.names else label,)):
        known = [place for place in places if place is not None]
        for reading in (_unit_counted, _unit_named, _unit_headed):
            found = next((unit for place in known if (unit := reading(place))), None)
            if found is not None:
                return found
    return None


def _is_caption(above: Above) -> bool:
    """Whether what stands over the table says what it counts; of headings only those do that name it in the plural."""
    return above.span is not None or above.sure or (above.label is not None and _unit_counted(above.label) is not None)


def _unit_counted(place: Label) -> str | None:
    """The noun that a label is about, in the plural: "Staff positions", "Graduates by district"."""
    syntax = place.syntax
    phrase = next((phrase for phrase in syntax.phrases if phrase.adposition < 0), None)
    if phrase is None or syntax.tags[phrase.head] != "NOUNS" or phrase.head in _named(syntax):
        return None
    return _unit_at(syntax, phrase.head)


def _named(syntax: Syntax) -> set[int]:
    """The words of places, bodies and groups."""
    names = (mention for mention in syntax.mentions if mention.kinds & (Kinds.ENTITY | Kinds.GROUP))
    return {index for mention in names for index in range(mention.first, mention.last)}


def _unit_named(place: Label) -> str | None:
    """The last noun of a label that the lexicon knows for what is counted."""
    for mention in reversed(place.syntax.mentions):
        if mention.kinds & Kinds.UNIT and not mention.kinds & (Kinds.ENTITY | Kinds.GROUP) and not _sorts(place, mention.first):
            return _unit_at(place.syntax, mention.last - 1)
    return None


def _unit_headed(place: Label) -> str | None:
    """What its last phrase is about that does not only name the rows or a time, unless that only names tables or numbers."""
    syntax = place.syntax
    phrases = [phrase for phrase in syntax.phrases if TIME not in syntax.tags[phrase.first : phrase.last]]
    phrase = next((phrase for phrase in reversed(phrases) if not _sorts(place, phrase.head)), None)
    return _unit_at(syntax, phrase.head) if phrase is not None else None


def _unit_at(syntax: Syntax, index: int) -> str | None:
    """The noun at *index* as a unit, unless it only names tables or numbers."""
    empty = syntax.words["captions"] | syntax.words["carriers"]
    if syntax.lemma(index) in syntax.words["people_counts"]:
        return "person"
    return unit_of(syntax, index) if syntax.concepts[index] is not None and syntax.lemma(index) not in empty else None


def _slots(around: Around) -> Slots:
    slots = Slots()
    label, head, above = around.label, around.head, around.above
    head = None if head is not None and head.state else head
    named = [place for place in (head, label) if place is not None]
    counted: list[str] = []
    for place in named:
        entities = entity_terms(place.syntax, 0, len(place.syntax.tokens))
        rest = tuple(term for term in place.terms if term not in entities)
        deeds = not (around.sorts and place is label)  # "Smoking" as a cause of fires is not what was done to them
        actions = tuple(term for term in rest if deeds and place.syntax.lexicon.action(term) is not None)
        if entities:
            slots.place = slots.place or _place(place)
            slots.place_terms += entities
        slots.action_terms += actions
        slots.counted_terms += tuple(term for term in rest if term not in actions)
        if rest and place.name:
            counted.append(place.name)
        reason = find_reason(place.syntax, 0, len(place.syntax.tokens))
        if reason:
            slots.reason, slots.reason_terms = reason
    if above.label is not None and not (head is not None and head.terms) and _needs_caption(around):
        counted.append(above.label.name or above.label.text.rstrip(".:"))
        slots.counted_terms += _captioned(above.label)
    slots.head = _head_terms(head, label, above)
    slots.counted = ", ".join(dict.fromkeys(counted)) or None
    if slots.action_terms and head is not None:
        action = head.syntax.lexicon.action(slots.action_terms[0])
        slots.action = action.done if action else None
    if above.label is not None and slots.head == _people_count(above.label):
        slots.head, slots.action_terms = ("person",), slots.action_terms or slots.head  # "Enrolment": people, who were enrolled
    return slots


def _people_count(label: Label) -> tuple[str, ...]:
    """The noun that counts people without naming them, as a concept: "Enrolment by school"."""
    syntax = label.syntax
    index = _main_noun(label)
    concept = syntax.concepts[index] if index is not None and syntax.lemma(index) in syntax.words["people_counts"] else None
    return (concept,) if concept is not None else ("",)


def _needs_caption(around: Around) -> bool:
    """Whether what stands over the table adds to what a row's label says is counted."""
    return around.above.span is not None or around.names or around.label is None or not _is_thing(around.label)


def _is_thing(label: Label) -> bool:
    """Whether the label of a row says itself what is counted: "Trees sold", "Продано саженцев"."""
    return _unit_counted(label) is not None and any(mark in ("VBN", "ADJ", "VERB") for mark in label.syntax.tags)


def _captioned(label: Label) -> tuple[str, ...]:
    """What a caption says that the numbers are of: its terms but for names, deeds and words that only name tables."""
    syntax = label.syntax
    named = _named(syntax)
    return tuple(
        term
        for index, term in enumerate(syntax.concepts)
        if term is not None
        and index not in named
        and syntax.lexicon.action(term) is None
        and syntax.lemma(index) not in syntax.words["captions"]
    )


def _place(label: Label) -> str:
    """What *label* names of places: all of it, or of several labels together the one with an entity in it."""
    for part in label.text.split(", "):
        if any(mention.kinds & (Kinds.ENTITY | Kinds.GROUP) for mention in label.syntax.lexicon.mentions(tokenize(part))):
            return part
    return label.text


def _head_terms(head: Label | None, label: Label | None, above: Above) -> tuple[str, ...]:
    headless = head is None or not head.text
    places = (head, above.label, label) if _is_caption(above) else (head, label, above.label)
    for place in (label, above.label) if headless else places:
        if place is None:
            continue
        if place is above.label and head is not None and (named := _things(head)):
            return named[-1:]
        known = [mention.concept for mention in place.syntax.mentions if mention.kinds & Kinds.UNIT and not _sorts(place, mention.first)]
        if known:
            return (known[-1],)
        noun = _main_noun(place) if place is above.label and above.span is not None and not headless else None
        if noun is not None and (concept := place.syntax.concepts[noun]) is not None:
            return (concept,)
    for place in (head, label, above.label):
        if place is not None and place.terms:
            return place.terms[-1:]
    return ()


def _things(head: Label) -> tuple[str, ...]:
    """The concepts of the nouns in a header, units of measure, words of number and names apart: "apple" of "Apples, tonnes"."""
    syntax = head.syntax
    measures = {mention.first for mention in syntax.mentions if mention.kinds & (Kinds.QUANTITY | Kinds.ENTITY | Kinds.GROUP)}
    nouns = (index for index, mark in enumerate(syntax.tags) if mark in ("NOUN", "NOUNS") and index not in measures)
    return tuple(
        term for index in nouns if (term := syntax.concepts[index]) is not None and syntax.lemma(index) not in syntax.words["carriers"]
    )


def _main_noun(place: Label) -> int | None:
    """The noun that a label is about: that of its last phrase which is not behind a preposition."""
    return next((phrase.head for phrase in reversed(place.syntax.phrases) if not _sorts(place, phrase.head)), None)


def _sorts(place: Label, index: int) -> bool:
    """Whether the noun at *index* only names the rows, or where: "Harvest by district", "Ships calling at the ports"."""
    syntax = place.syntax
    phrase = syntax.phrase_at(index)
    return phrase is not None and phrase.adposition >= 0 and syntax.tokens[phrase.adposition].lower not in syntax.words["genitive"]
