"""Figures of tables: a cell's scope is its row label, its column headers, the caption and the sentence that introduces the table."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice, takewhile

from qa_bot.figures.captions import above, corner_thing, divides_by, sorts_rows
from qa_bot.figures.cells import (
    Around,
    befell,
    cell_slots,
    changed_thing,
    counted_unit,
    done,
    is_change,
    is_fall,
    is_rest,
    is_verb,
    names_base,
    played,
    tells_changes,
    thing_counted,
)
from qa_bot.figures.currencies import measure_of_unit
from qa_bot.figures.decimals import decimal_sign, read_by
from qa_bot.figures.draft import Draft
from qa_bot.figures.echoes import name_shares, take_from_text
from qa_bot.figures.groups import group_heads, grouped
from qa_bot.figures.headers import Headers
from qa_bot.figures.label_nouns import unit_counted
from qa_bot.figures.labels import (
    Label,
    are_places,
    cells_by_column,
    cells_by_row,
    column_label,
    is_attribute,
    is_naming,
    is_total,
    name_budget_places,
    names_indicators,
    names_numbers,
    names_units,
    period_in,
    read_label,
    row_label,
    row_unit,
    sort_named,
    tells_time,
    time_columns,
    unit_over_last,
)
from qa_bot.figures.leagues import league_deeds, medal_deeds
from qa_bot.figures.mirrored import middle_column
from qa_bot.figures.notes import Note, read_note, read_unit
from qa_bot.figures.row_names import counts_rows, is_serial, label_column, label_columns
from qa_bot.figures.row_wholes import Row, inner_columns, is_inner, join_rows
from qa_bot.figures.stretches import undivided
from qa_bot.figures.times import Calendar
from qa_bot.figures.units import Unit
from qa_bot.figures.year_parts import of_months
from qa_bot.schema import Block, BlockKind, Cell, Document, Measure
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds
from qa_bot.text.number_words import number_words
from qa_bot.text.numbers import Number, NumberKind, find_numbers
from qa_bot.text.tokens import tokenize

_UNREADABLE = re.compile(r"\d['’]\d|\d[eE][+-]?\d")  # "1'234", "2e3": no number as we read them


def table_drafts(document: Document, units: list[Unit], calendar: Calendar, told: Sequence[Draft]) -> list[Draft]:
    """Return the figures of all tables of *document*, in order; a totals row is the whole of the rows of its column.

    *told* are the figures of its text.
    """
    found: list[Draft] = []
    by_value: dict[Decimal, list[Draft]] = {}
    for draft in told:
        by_value.setdefault(draft.value, []).append(draft)
    blocks: dict[int, list[Unit]] = {}
    for unit in units:
        if unit.kind is BlockKind.TABLE:
            blocks.setdefault(unit.block, []).append(unit)
    for at, rows in blocks.items():
        found += _table(document, document.blocks[at], rows, calendar, by_value)
    return found


def _table(document: Document, block: Block, rows: list[Unit], calendar: Calendar, told: Mapping[Decimal, Sequence[Draft]]) -> list[Draft]:
    language = document.language
    words = functions(language)
    over = above(document, rows[0], calendar)
    columns, lines = cells_by_column(block), cells_by_row(block)
    if (unit_cell := unit_over_last(document, columns)) is not None:
        over = over._replace(
            note=over.note or read_note(document.text[unit_cell.span.start : unit_cell.span.end], language), beside=unit_cell.span
        )
        columns[unit_cell.column].remove(unit_cell)
    heads = {column: column_label(document, cells) for column, cells in columns.items()}
    middle = middle_column(document, columns, heads)
    named = middle if middle is not None else label_column(document, columns, heads, words["serials"])
    units = next((column for column, head in heads.items() if head.text.strip().lower() in words["unit_heads"]), None)
    labels = label_columns(document, columns, heads, named, units) if middle is None else [middle]
    times, when = time_columns(document, columns, heads, labels)
    named_with = [*labels, *when]
    over = over._replace(note=_corner(heads.get(named), numbered=names_numbers(document, columns.get(named, ()))) or over.note)
    if over.span is None and (thing := corner_thing(heads.get(named))) is not None:
        over = over._replace(label=thing, sure=True)
    corner = heads.get(named)
    if corner is not None and corner.period is not None and corner.period.end is not None:
        over = over._replace(period=corner.period)  # "Quarter of 2023"
    heads = name_budget_places(of_months(heads, over.period))
    serial = [
        column
        for column, head in heads.items()
        if is_serial(document, head, columns[column], words["serials"]) and not counts_rows(document, head, columns[column])
    ]
    indicators = corner is not None and names_indicators(corner)
    sorts = sorts_rows(corner) or divides_by(over.label, corner)
    names = sorts or (named in heads and is_naming(heads[named]))
    apart = [heads[column] for column in labels if column in heads and not tells_time(heads[column])]  # beside a column of years
    places = (corner is not None and are_places(corner)) or (len(apart) == 1 and are_places(apart[0]))
    numbered = row_unit(corner) if corner is not None else None
    deeds = league_deeds(heads, language) or medal_deeds(heads, language)
    by_row = middle is not None or (not (named in heads and is_naming(heads[named])) and names_units(document, columns, named, language))
    counting = _counting_columns(heads, labels[-1])
    found: list[Draft] = []
    totals: list[Row] = []
    parts: list[Row] = []
    tops = group_heads(document, lines, len(columns), named)
    groups = grouped(document, rows, lines, tops, named)
    header = Headers(document, block)
    sign = decimal_sign(document.text[cell.span.start : cell.span.end] for cell in block.cells if not cell.header)
    for unit in rows:
        cells = lines.get(unit.start, [])
        dated = False  # the row says of what year those below are, and counts nothing: "2023"
        alone, section = tops.get(unit.start), groups.get(unit.start)
        if alone is not None:
            said = row_label(document, cells, [alone.column], None, language)
            dated = said is not None and said.period is not None and not said.name
        state, naming = _state_of(document, cells, named_with)
        label = row_label(document, cells, naming, section, language, numbered) if naming else heads.get(named)
        stated = row_label(document, cells, [units], None, language) if units is not None else None
        total = label is not None and is_total(label)
        inner = label is not None and is_inner(label.text, language)
        apart_by = _named_apart(document, cells, named_with, words["totals"])
        group = document.text[section.span.start : section.span.end] if section is not None else ""
        row = Row(len(parts) + len(totals), apart_by, label, inner, {}, group)
        (totals if total else parts).append(row)
        naming_cells = [cell for cell in cells if cell.column in named_with and cell.span.end > cell.span.start]
        for cell in cells:
            head = heads.get(cell.column)
            named_by = (cell.column <= labels[-1] if middle is None else cell.column == middle) and len(cells) > 1
            if named_by or cell.column == units or cell.column in times or cell.column in serial or (alone is not None and dated):
                continue
            around = Around(label, head, over, by_row, names, sorts, counting.get(cell.column), stated)
            of_place = places and not total and label is not None and not is_rest(label)
            around = around._replace(deed=deeds.get(cell.column), state=state, places=of_place, indicators=indicators)
            for draft in _cell(unit, cell, around, sign):
                found.append(draft)
                draft.context_terms += corner.terms if corner is not None else ()  # "Age group", of the rows
                if middle is not None and head is not None and head.period is None:
                    draft.slots.actor, draft.slots.actor_terms = head.name, head.terms  # the side that the column is of
                draft.row_terms = sort_named(corner) if corner is not None else ()
                draft.scope_quotes += header.quotes(unit.span, naming_cells, cell.column)
                if section is not None and alone is None:
                    draft.scope_quotes.append(section.span)
                row.drafts.setdefault(cell.column, []).append(draft)
    _take_brackets_for_minus((*parts, *totals), heads)
    join_rows(parts, totals, inner_columns(document, columns))
    under = [(head, [draft for row in (*parts, *totals) for draft in row.drafts.get(column, ())]) for column, head in heads.items()]
    for head, drafts in under:
        take_from_text(drafts, head, told)
    name_shares(under, told)
    return found


def _state_of(document: Document, cells: list[Cell], labels: list[int]) -> tuple[Label | None, list[int]]:
    """What a row says of its numbers, "Plan", "Actual", if anything, and the columns that name it all the same."""
    for cell in cells:
        if cell.column in labels:
            said = read_label(document.text[cell.span.start : cell.span.end], document.language)
            if said.state:
                return said, [column for column in labels if column != cell.column]
    return None, labels


def _named_apart(document: Document, cells: list[Cell], labels: list[int], totals: frozenset[str]) -> dict[int, str]:
    texts = {cell.column: document.text[cell.span.start : cell.span.end].strip().lower() for cell in cells if cell.column in labels}
    return {column: text for column, text in texts.items() if totals.isdisjoint(token.lower for token in tokenize(text))}


def _take_brackets_for_minus(rows: Sequence[Row], heads: Mapping[int, Label]) -> None:
    """Make sums of money in brackets negative where others of their series, over the years, stand without: "2.3, (4.7), 0.3".

    Where all do, as costs, it is the way of the table to write what is taken off.
    """
    over_time = sum(head.period is not None for head in heads.values()) > 1
    columns = sorted({column for row in rows for column in row.drafts})
    series = [row.drafts.values() for row in rows] if over_time else [[row.drafts.get(column, []) for row in rows] for column in columns]
    for drafts in ([each for cell in one for each in cell if each.measure is Measure.MONEY] for one in series):
        bracketed = [draft for draft in drafts if _is_bracketed(draft)]
        if len(bracketed) < len(drafts):
            for draft in bracketed:
                draft.value, draft.start, draft.end = -draft.value, draft.start - 1, draft.end + 1


def _is_bracketed(draft: Draft) -> bool:
    text = draft.unit.document.text
    return text[draft.start - 1 : draft.start] == "(" and text[draft.end : draft.end + 1] == ")"


def _corner(head: Label | None, *, numbered: bool) -> Note | None:
    """The unit that stands in place of a header over the names of the rows, or behind it: "£ million", "Segment (£ million)", but not
    "Year", nor "Depth (m)" over rows that are *numbered* by their depths."""
    if head is None or head.note is None or (head.name and numbered):
        return None
    return head.note if head.name or head.note.factor > 1 or head.note.measure is not Measure.QUANTITY else None


def _counting_columns(heads: Mapping[int, Label], named: int) -> dict[int, Label]:
    """Return for each column right of *named* the nearest header to its left that counts, one of its own time before others."""
    found: dict[int, Label] = {}
    nearest: dict[tuple[date | None, date | None] | None, tuple[int, Label]] = {}  # by the time that the header names
    latest: Label | None = None
    unscaled: Label | None = None
    for column, head in heads.items():
        if column <= named:
            continue
        time = (head.period.start, head.period.end) if head.period is not None else None
        of_its_time = max((nearest[each] for each in (time, None) if each in nearest), default=None, key=lambda place: place[0])
        counting = of_its_time[1] if time is not None and of_its_time is not None else latest
        if counting is not None and is_verb(head) and head.note is None and counting.note is not None:
            counting = unscaled or counting  # "Sailings", "Passengers (thousand)", "Cancelled"
        if counting is not None:
            found[column] = counting
        if _counts(head):
            latest = head
            unscaled = head if head.note is None else unscaled
            nearest[time] = (column, head)
    return found


def _counts(head: Label) -> bool:
    """Whether a header names what is counted, as no deed does and no "Total" alone."""
    if (head.note is not None and head.note.measure is not Measure.COUNT) or is_verb(head) or is_attribute(head):
        return False
    return not is_total(head) or "NOUNS" in head.syntax.tags


def _cell(unit: Unit, cell: Cell, around: Around, sign: str | None) -> Iterator[Draft]:
    text = unit.document.text
    offset = bisect_left(unit.tokens, cell.span.start, key=lambda token: token.start)  # a row may have thousands of cells
    offset = offset if offset < len(unit.tokens) else 0
    first = bisect_left(unit.numbers, cell.span.start, key=lambda number: number.start)
    numbers = list(takewhile(lambda number: number.end <= cell.span.end, islice(unit.numbers, first, None)))
    if _UNREADABLE.search(text, cell.span.start, cell.span.end):
        return
    if not numbers and text[cell.span.start : cell.span.end].strip().isdigit():
        numbers = find_numbers(text, tokenize(text, cell.span.start, cell.span.end), unit.document.language)
    for number in numbers[:2]:
        if number.kind in (NumberKind.ORDINAL, NumberKind.MULTIPLIER):
            continue
        if number is not numbers[0] and number.kind is not NumberKind.PERCENT:
            continue
        number = read_by(number, sign, text, unit.document.language)
        yield _figure(unit, number, offset, around, start=cell.span.start, after=text[number.end : cell.span.end])


def _figure(unit: Unit, number: Number, offset: int, around: Around, *, start: int, after: str) -> Draft:
    """Return the figure of *number*, in a cell that begins at *start* and in which *after* stands behind the number."""
    label, head, above = around.label, around.head, around.above
    note = (
        (head.note if head else None)
        or _noted(around.stated, around.state or label)
        or (above.note if not (_is_headcount(label) or _is_of_others(above.note, head)) else None)
    )
    scaled = _scaled(number, note, after, unit.document.language)
    if scaled is not None:
        number, note, after = scaled, Note(Decimal(1), Measure.MONEY, note.unit if note is not None else None), ""
    if number.kind is NumberKind.CARDINAL and (own := read_unit(after.strip(), unit.document.language)) is not None:
        note = own
    measure, counts, factor = _measured(number, note)
    measure = measure_of_unit(measure, counts, unit.currencies)
    change = head is not None and measure in (Measure.SHARE, Measure.COUNT, Measure.MONEY, Measure.QUANTITY) and is_change(head)
    over_changes = measure is Measure.SHARE and not change and tells_changes(above.label)
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
        measure=Measure.CHANGE if change else measure,
        counts=counts,
        per=note.per if note is not None and measure is note.measure else None,
        slots=cell_slots(around, money=measure is Measure.MONEY),
        label=str(number.start),
        row=around.state.text if around.state else label.text if label else None,
    )
    draft.slots.modality = next((place.modality for place in (head, around.state) if place is not None and place.modality), None)
    verbal = around.deed is None and head is not None and is_verb(head) and (" " not in head.name or thing_counted(around) is not None)
    if measure in (Measure.COUNT, Measure.RATE) and counts is None:
        of_head = _counts_events(head) if measure is Measure.RATE else not verbal  # "Offences per 1,000 residents"
        draft.counts = counted_unit(around if of_head else around._replace(head=around.counting))
    if around.deed is not None:
        draft.slots, draft.counts = played(draft.slots, around.deed, label), around.deed.thing
    elif verbal:
        draft.slots = done(draft.slots, head, around)
        draft.counts = "person" if draft.slots.head == ("person",) else draft.counts
    if draft.counts is not None and measure is Measure.COUNT and label is not None and befell(label, around):
        draft.counts, draft.slots.head = "person", ("person",)  # "Killed", among rows of a table of fires
    if over_changes and above.label is not None:
        change, draft.measure = True, Measure.CHANGE
        draft.slots.head = changed_thing(above.label)
    if change:
        way = "fall" if minus is not is_fall(head) else "rise"  # 10 under "Decrease" is a fall, -10 a rise
        draft.slots.action = None
        draft.slots.action_terms = (way, *(term for term in draft.slots.action_terms if term not in draft.slots.head))
    measured = head._replace(period=None, mention=None) if change and head is not None and names_base(head) else head
    draft.period = period_in(measured, label, above.period if draft.slots.modality is None or above.span is not None else None)
    draft.scope_quotes += [span for span in (above.span, above.beside) if span is not None]
    draft.slots.other_terms += tuple(term for place in (head, around.state) if place is not None and place.state for term in place.terms)
    draft.context_terms = above.label.terms if above.label else ()
    return draft


def _scaled(number: Number, note: Note | None, after: str, language: str) -> Number | None:
    """Return *number* with its scale right *after* it where money is told: under "Budget, EUR" 1.4m are millions, no metres."""
    scale = number_words(language).money_scales.get(after.strip().lower()) if note is not None and note.measure is Measure.MONEY else None
    if scale is None or number.kind is not NumberKind.CARDINAL:
        return None
    upper = number.upper * scale if number.upper is not None else None
    return number._replace(value=number.value * scale, upper=upper, end=number.end + len(after.rstrip()))


def _counts_events(head: Label | None) -> bool:
    """Whether *head* names itself what a rate is of: offences, but not the measles of "Cases", "Measles per 100,000"."""
    return head is not None and bool(head.name) and any(head.syntax.lexicon.kinds(term) & Kinds.UNIT for term in head.terms)


def _is_headcount(label: Label | None) -> bool:
    """Whether a row is of how many there are, whatever unit stands over the table: "Employees", "Number of shops" under "Million euros"."""
    words = functions(label.syntax.language)["headcounts"] if label is not None else frozenset[str]()
    return label is not None and any(label.syntax.lemma(at) in words for at in range(min(len(label.syntax.tokens), 2)))


def _is_of_others(note: Note | None, head: Label | None) -> bool:
    """Whether the unit over a table is of things that the header does not count: accidents, under "in thousands of passengers"."""
    if note is None or note.measure is not Measure.COUNT or note.unit is None or head is None or not head.name:
        return False
    own = unit_counted(head)
    return own is not None and own != note.unit


def _noted(stated: Label | None, label: Label | None) -> Note | None:
    if stated is not None and (note := read_note(stated.text, stated.syntax.language)) is not None:
        return note
    return label.note if label is not None else None


def _measured(number: Number, note: Note | None) -> tuple[Measure, str | None, Decimal]:
    if number.kind is NumberKind.PERCENT:
        return Measure.SHARE, number.unit, Decimal(1)
    if number.kind is NumberKind.MONEY:
        scaled = note is not None and note.measure is Measure.MONEY and number.last - number.first <= 2
        return Measure.MONEY, number.unit, note.factor if scaled and note else Decimal(1)
    if note is not None:
        return note.measure, note.unit, note.factor
    return Measure.COUNT, None, Decimal(1)
