"""Figures of tables: a cell's scope is its row label, its column headers, the caption and the sentence that introduces the table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from qa_bot.figures.draft import Draft, Slots
from qa_bot.figures.notes import Note, read_note
from qa_bot.figures.times import Calendar
from qa_bot.figures.units import Unit
from qa_bot.schema import Basis, Block, BlockKind, Cell, Document, Measure, Period, Span
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.nominals import entity_terms, find_reason, unit_of
from qa_bot.text.numbers import Number, NumberKind, find_numbers
from qa_bot.text.periods import find_periods, resolve
from qa_bot.text.syntax import Syntax, parse
from qa_bot.text.tokens import tokenize

_LONGEST_LABEL = 60  # characters of what names a row in a second column; longer cells are remarks
_UNREADABLE = re.compile(r"\d['’]\d|\d[eE][+-]?\d")  # "1'234", "2e3": no number as we read them
_YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d\d(?![\w-])(?![.,]\d)")


class Label(NamedTuple):
    """A header, label or caption, read."""

    text: str
    syntax: Syntax
    period: Period | None
    note: Note | None

    @property
    def terms(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(term for term in self.syntax.concepts if term is not None))


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
    above = _above(document, rows[0], calendar)
    columns, lines = _by_column(block), _by_row(block)
    heads = {column: _column(document, cells) for column, cells in columns.items()}
    named = _label_column(document, columns, heads, words["serials"])
    labels = _label_columns(document, columns, heads, named)
    units = next((column for column, head in heads.items() if head.text.strip().lower() in words["unit_heads"]), None)
    by_row = _names_units(document, columns, named, language)
    found: list[Draft] = []
    totals: dict[int, Draft] = {}
    parts: dict[int, list[Draft]] = {}
    section: Cell | None = None
    for unit in rows:
        cells = lines.get(unit.start, [])
        if (alone := _section(cells, len(columns))) is not None:
            section = alone
        label = _row_label(document, cells, labels, section, language)
        stated = _row_label(document, cells, [units], None, language) if units is not None else None
        total = label is not None and _is_total(label, words["totals"])
        for cell in cells:
            head = heads.get(cell.column)
            if (cell.column <= labels[-1] and len(cells) > 1) or (head is not None and _is_serial(head, words["serials"])):
                continue
            around = Around(label, head, above, by_row, _counting_column(heads, cell.column, labels[-1]), stated)
            for draft in _cell(unit, cell, around):
                found.append(draft)
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


# ---------------------------------------------------------------- labels


def _read(text: str, language: str, *, published: Document | None = None, whole: bool = True) -> Label:
    mentions = find_periods(text, 0, len(text), language)
    tokens = tokenize(text)
    numbers = find_numbers(text, tokens, language)
    syntax = parse(
        text,
        0,
        len(text),
        language,
        tokens=tokens,
        numerals=[(number.first, number.last) for number in numbers],
        times=[(mention.start, mention.end) for mention in mentions],
    )
    day = published.published if published else None
    period = resolve(mentions[0], published=day) if mentions else _year(text, language)
    return Label(text, syntax, period, read_note(text, language, whole=whole))


def _year(text: str, language: str) -> Period | None:
    """The year that a label names without a word of time, which only its place in the table makes one: "2021", "Quota 2022 (t)"."""
    years = _YEAR.findall(text)
    if len(years) != 1:
        return None
    lead = "in " if language == "en" else "в "
    mentions = find_periods(lead + years[0], 0, len(lead) + 4, language)
    return resolve(mentions[0], published=None) if mentions else None


def _by_column(block: Block) -> dict[int, list[Cell]]:
    columns: dict[int, list[Cell]] = {}
    for cell in block.cells:
        columns.setdefault(cell.column, []).append(cell)
    return dict(sorted(columns.items()))


def _by_row(block: Block) -> dict[int, list[Cell]]:
    """Return the cells of each row below the header, by the offset at which its unit begins: that of its first cell with any text."""
    rows: dict[int, list[Cell]] = {}
    for cell in block.cells:
        if not cell.header:
            rows.setdefault(cell.row, []).append(cell)
    return {
        next((cell.span.start for cell in cells if cell.span.end > cell.span.start), cells[0].span.start): cells for cells in rows.values()
    }


def _texts(document: Document, cells: Sequence[Cell], *, header: bool) -> list[str]:
    return [document.text[cell.span.start : cell.span.end].strip() for cell in cells if cell.header is header]


def _column(document: Document, cells: Sequence[Cell]) -> Label:
    texts = _texts(document, cells, header=True)
    return _read(" ".join(dict.fromkeys(text for text in texts if text)), document.language, published=document)


def _label_column(document: Document, columns: dict[int, list[Cell]], heads: dict[int, Label], serials: frozenset[str]) -> int:
    """The column that names the rows: the first that is no serial number."""
    for column, cells in columns.items():
        if not _is_serial(heads[column], serials) and _texts(document, cells, header=False):
            return column
    return 0


def _label_columns(document: Document, columns: dict[int, list[Cell]], heads: dict[int, Label], named: int) -> list[int]:
    """The columns that name the rows together, as "Norway, 2021, refugees" does: *named* and those right of it that hold years or words."""
    found = [named]
    for column in columns:
        if column <= named:
            continue
        texts = [text for text in _texts(document, columns[column], header=False) if text]
        years = sum(_YEAR.fullmatch(text) is not None for text in texts)
        words = sum(not any(sign.isdigit() for sign in text) and any(sign.isalpha() for sign in text) for text in texts)
        if not texts or (2 * years <= len(texts) and 4 * words < 3 * len(texts)) or max(map(len, texts)) > _LONGEST_LABEL:
            break
        found.append(column)
    return found if found[-1] != max(columns) else [named]


def _section(cells: Sequence[Cell], columns: int) -> Cell | None:
    """The one cell of a row that reaches over all *columns*, which heads the rows below: "Northern districts"."""
    return cells[0] if columns > 1 and len(cells) == 1 and cells[0].column == 0 else None


def _row_label(document: Document, cells: Sequence[Cell], columns: Sequence[int], section: Cell | None, language: str) -> Label | None:
    """What names a row: its labels, after that of the rows it is among."""
    named = [cell for cell in cells if cell.column in columns]
    texts = [document.text[cell.span.start : cell.span.end].strip().strip("*_ ") for cell in named]
    texts = [text for text in texts if text]
    if section is not None and section not in named:
        texts.append(document.text[section.span.start : section.span.end].strip(" *_:"))
    return _read(", ".join(texts), language, published=document, whole=False) if texts else None


def _names_units(document: Document, columns: dict[int, list[Cell]], column: int, language: str) -> bool:
    """Whether the rows name things that are counted ("Trains cancelled") rather than places or sorts."""
    labels = _texts(document, columns[column], header=False)
    counted = 0
    for text in labels:
        mentions = [mention for mention in lexicon(language).mentions(tokenize(text)) if mention.kinds & Kinds.UNIT]
        counted += bool(mentions) and not any(mention.kinds & (Kinds.ENTITY | Kinds.GROUP) for mention in mentions)
    return 2 * counted > len(labels)


def _counting_column(heads: dict[int, Label], column: int, named: int) -> "Label | None":
    """The nearest header to the left that counts."""
    for other in range(column - 1, named, -1):
        head = heads.get(other)
        if head is not None and (head.note is None or head.note.measure is Measure.COUNT) and not _is_verb(head):
            return head
    return None


class Around(NamedTuple):
    """What a cell stands under: its row's label, its column's header, what is above the table; *by_row*: the rows name the units."""

    label: "Label | None"
    head: "Label | None"
    above: "Above"
    by_row: bool
    counting: "Label | None"  # the header of the counts that a rate in this cell is reckoned from
    stated: "Label | None" = None  # the unit that a column of units gives for the row


class Above(NamedTuple):
    """What stands over a table: its caption or introducing sentence, else the heading; with the period and unit they give."""

    label: Label | None
    span: Span | None
    period: Period | None
    note: Note | None


def _above(document: Document, unit: Unit, calendar: Calendar) -> Above:
    if unit.intro is not None:
        intro = unit.intro
        label = _read(intro.text, document.language, published=document)
        period = None
        if intro.periods:
            period, _ = calendar.resolved(intro.periods[0], intro)
            period = period.model_copy(update={"basis": Basis.CONTEXT if period.basis is Basis.STATED else period.basis})
        return Above(label, intro.span, period or _context(label.period), label.note)
    if unit.passage.headings:
        label = _read(unit.passage.headings[-1], document.language, published=document)
        return Above(label, None, _context(label.period), label.note)
    return Above(None, None, None, None)


def _context(period: Period | None) -> Period | None:
    return period.model_copy(update={"basis": Basis.CONTEXT}) if period is not None else None


def _is_total(label: Label, totals: frozenset[str]) -> bool:
    return any(token.lower in totals for token in label.syntax.tokens[:3])


def _is_serial(head: Label, serials: frozenset[str]) -> bool:
    return head.text.strip().lower().rstrip(".") in serials


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
        yield _figure(unit, number, offset, around, start=cell.span.start)


def _figure(unit: Unit, number: Number, offset: int, around: Around, *, start: int) -> Draft:
    label, head, above = around.label, around.head, around.above
    note = (head.note if head else None) or _noted(around.stated, label) or above.note
    measure, counts, factor = _measured(number, note)
    minus = number.value > 0 and number.start == start + 1 and unit.document.text[start] in "-−–"
    draft = Draft(
        unit=unit,
        start=number.start - minus,
        end=number.end,
        first=offset,
        last=offset + 1,
        value=-number.value * factor if minus else number.value * factor,
        upper=number.upper * factor if number.upper is not None else None,
        bound=number.bound,
        measure=measure,
        counts=counts,
        per=note.per if note is not None and measure is note.measure else None,
        slots=_slots(label, head, above),
        label=str(number.start),
        row=label.text if label else None,
    )
    verbal = head is not None and _is_verb(head)
    if measure in (Measure.COUNT, Measure.RATE) and counts is None:
        draft.counts = _counted_unit(around if measure is Measure.COUNT and not verbal else around._replace(head=around.counting))
    if verbal:
        draft.slots = _done(draft.slots, head, around.counting or above.label)
    draft.period = (head.period if head else None) or (label.period if label else None) or above.period
    if above.span is not None:
        draft.scope_quotes.append(above.span)
    draft.context_terms = above.label.terms if above.label else ()
    return draft


def _noted(stated: Label | None, label: Label | None) -> Note | None:
    if stated is not None and (note := read_note(stated.text, stated.syntax.language)) is not None:
        return note
    return label.note if label is not None else None


def _is_verb(head: Label) -> bool:
    """Whether a header is one verb, which says what was done to the things that another column counts: "Passed", "Failed", "Сдали"."""
    words = [index for index, token in enumerate(head.syntax.tokens) if token.surface[0].isalpha()]
    if len(words) != 1:
        return False
    mention = next((mention for mention in head.syntax.mentions if mention.first == words[0]), None)
    if mention is not None and mention.kinds & Kinds.UNIT:
        return False
    return head.syntax.tags[words[0]] in ("VERB", "VBN") or (mention is not None and bool(mention.kinds & Kinds.VERBAL))


def _done(slots: Slots, head: Label | None, counting: Label | None) -> Slots:
    """Return *slots* with the verb of the header as what was done to what *counting* counts."""
    deeds = head.terms if head is not None else ()
    rest = tuple(term for term in slots.counted_terms if term not in deeds)
    action = head.text.strip().lower() if head is not None else None
    named = counting.terms if counting is not None else ()
    counted = counting.text.strip() if counting is not None else slots.counted
    return replace(slots, head=named[-1:], counted_terms=rest, counted=counted, action_terms=deeds, action=slots.action or action)


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
    label, head, above, by_row = around.label, around.head, around.above, around.by_row
    places = (head, label, above.label) if by_row else (head, above.label, label)
    for place in places:
        if place is None:
            continue
        for mention in reversed(place.syntax.mentions):
            if mention.kinds & Kinds.UNIT and not mention.kinds & (Kinds.ENTITY | Kinds.GROUP) and not _sorts(place, mention.first):
                return unit_of(place.syntax, mention.last - 1)
    for place in places:
        phrase = place.syntax.phrases[-1] if place is not None and place.syntax.phrases else None
        if place is not None and phrase is not None and place.syntax.concepts[phrase.head] is not None:
            return unit_of(place.syntax, phrase.head)
    return None


def _slots(label: Label | None, head: Label | None, above: Above) -> Slots:
    slots = Slots()
    named = [place for place in (head, label) if place is not None]
    counted: list[str] = []
    for place in named:
        entities = entity_terms(place.syntax, 0, len(place.syntax.tokens))
        rest = tuple(term for term in place.terms if term not in entities)
        actions = tuple(term for term in rest if place.syntax.lexicon.action(term) is not None)
        if entities:
            slots.place = slots.place or _place(place)
            slots.place_terms += entities
        slots.action_terms += actions
        slots.counted_terms += tuple(term for term in rest if term not in actions)
        if rest and place.text.strip():
            counted.append(place.text.strip())
        reason = find_reason(place.syntax, 0, len(place.syntax.tokens))
        if reason:
            slots.reason, slots.reason_terms = reason
    if above.label is not None and not (head is not None and head.terms):
        counted.append(above.label.text.rstrip(".:"))
    slots.head = _head_terms(head, label, above)
    slots.counted = ", ".join(dict.fromkeys(counted)) or None
    if slots.action_terms and head is not None:
        action = head.syntax.lexicon.action(slots.action_terms[0])
        slots.action = action.done if action else None
    return slots


def _place(label: Label) -> str:
    """What *label* names of places: all of it, or of several labels together the one with an entity in it."""
    for part in label.text.split(", "):
        if any(mention.kinds & Kinds.ENTITY for mention in label.syntax.lexicon.mentions(tokenize(part))):
            return part
    return label.text


def _head_terms(head: Label | None, label: Label | None, above: Above) -> tuple[str, ...]:
    for place in (head, above.label, label):
        if place is None:
            continue
        if place is above.label and head is not None and (named := _things(head)):
            return named[-1:]
        known = [mention.concept for mention in place.syntax.mentions if mention.kinds & Kinds.UNIT and not _sorts(place, mention.first)]
        if known:
            return (known[-1],)
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


def _sorts(place: Label, index: int) -> bool:
    """Whether the noun at *index* only names the rows: "Harvest by district"."""
    syntax = place.syntax
    phrase = syntax.phrase_at(index)
    return phrase is not None and phrase.adposition >= 0 and syntax.tokens[phrase.adposition].lower in syntax.words["sorting"]
