"""Figures of tables: a cell's scope is its row label, its column headers, the caption and the sentence that introduces the table."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from qa_bot.figures.bracketed import take_brackets_for_minus
from qa_bot.figures.cell_figures import cell_figures
from qa_bot.figures.cells import Around, is_rest
from qa_bot.figures.decimals import decimal_sign
from qa_bot.figures.draft import Draft
from qa_bot.figures.echoes import name_shares, take_from_text
from qa_bot.figures.groups import group_heads, grouped
from qa_bot.figures.headers import Headers
from qa_bot.figures.labels import Label, cells_by_row, is_total, read_label, row_label, sort_named
from qa_bot.figures.own_units import with_own_unit
from qa_bot.figures.row_wholes import Row, add_up, has_sum, inner_columns, is_inner, join_rows
from qa_bot.figures.scores import read_scores
from qa_bot.figures.table_columns import Columns, read_columns
from qa_bot.figures.times import Calendar
from qa_bot.figures.unit_rows import unit_rows
from qa_bot.figures.units import Unit, goes_on
from qa_bot.schema import Block, BlockKind, Cell, Document
from qa_bot.text.functions import functions
from qa_bot.text.tokens import tokenize


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
    last: Unit | None = None
    open_parts: list[Row] = []  # of a table that goes on, its totals still to come
    for at, rows in blocks.items():
        parts = open_parts if last is not None and goes_on(last, rows[0]) else []
        drafts, open_parts = _table(document, document.blocks[at], rows, calendar, by_value, parts)
        found += drafts
        last = rows[-1]
    return found


class _Line(NamedTuple):
    """A row, read: what names it, and what it says of its numbers."""

    cells: Sequence[Cell]
    label: Label | None
    state: Label | None  # "Plan", "Actual"
    stated: Label | None  # the unit that a column of units gives
    section: Cell | None  # what heads it and those around
    heads: bool  # it heads those below, itself
    dated: bool  # and only says of what year they are


def _table(
    document: Document, block: Block, rows: list[Unit], calendar: Calendar, told: Mapping[Decimal, Sequence[Draft]], before: list[Row]
) -> tuple[list[Draft], list[Row]]:
    """Return the figures of a table, or of what stands of it on a page, and its rows, if none of them is a total.

    *before* are its rows on the pages before; the others join them.
    """
    told_so = unit_rows(document, block)
    block = told_so.block
    columns, lines = read_columns(document, block, rows[0], calendar, told_so.rows), cells_by_row(block)
    rows = [unit for unit in rows if unit.start in lines]
    tops = group_heads(document, lines, len(columns.cells), columns.named)
    groups = grouped(document, rows, lines, tops, columns.named)
    header = Headers(document, block)
    sign = decimal_sign(document.text[cell.span.start : cell.span.end] for cell in block.cells if not cell.header)
    found: list[Draft] = []
    totals: list[Row] = []
    parts: list[Row] = []
    for unit in rows:
        line = _line(document, columns, lines.get(unit.start, []), tops.get(unit.start), groups.get(unit.start))
        row = _row(document, columns, line, len(before) + len(parts) + len(totals))
        (totals if line.label is not None and is_total(line.label) else parts).append(row)
        naming = [cell for cell in line.cells if cell.column in columns.named_with and cell.span.end > cell.span.start]
        for cell, around in _counted(columns, line):
            for draft in cell_figures(unit, cell, around, sign):
                _set(draft, columns, around.head)
                draft.scope_quotes += header.quotes(unit.span, naming, cell.column)
                if line.section is not None and not line.heads:
                    draft.scope_quotes.append(line.section.span)
                row.drafts.setdefault(cell.column, []).append(draft)
                found.append(draft)
    take_brackets_for_minus(parts, totals, columns.heads)
    join_rows(_summed(before, parts, totals), totals, inner_columns(document, columns.cells))
    parts = [row for row in parts if not any(row.drafts is total.drafts for total in totals)]
    under = [(head, [draft for row in (*parts, *totals) for draft in row.drafts.get(column, ())]) for column, head in columns.heads.items()]
    for head, drafts in under:
        if columns.deeds:
            read_scores(drafts)
        take_from_text(drafts, head, told)
    name_shares(under, told)
    before.extend(parts)
    return found, [] if totals else before


def _summed(before: list[Row], parts: list[Row], totals: list[Row]) -> list[Row]:
    """The rows that *totals*, or the last of *parts*, are sums of: those of a page, or of the pages *before*, too."""
    over_pages = [*before, *parts]
    goes_on = bool(before) and (not add_up(parts, totals) if totals else has_sum(over_pages) and not has_sum(parts))
    return over_pages if goes_on else parts


def _line(document: Document, columns: Columns, cells: list[Cell], alone: Cell | None, section: Cell | None) -> _Line:
    """Read a row, in which *alone* stands what heads those below, or which stands under *section*."""
    said = row_label(document, cells, [alone.column], None, columns.notes) if alone is not None else None
    dated = said is not None and said.period is not None and not said.name
    state, naming = _state_of(document, cells, columns.named_with)
    label = row_label(document, cells, naming, section, columns.notes, columns.numbered, dated=columns.dated) if naming else columns.corner
    label = with_own_unit(label, columns.own_units)
    stated = row_label(document, cells, [columns.units], None) if columns.units is not None else None
    return _Line(cells, label, state, stated, section, alone is not None, dated)


def _row(document: Document, columns: Columns, line: _Line, at: int) -> Row:
    """The row as a part or whole of others, its figures still to come."""
    apart_by = _named_apart(document, line.cells, columns.named_with, functions(document.language)["totals"])
    inner = line.label is not None and is_inner(line.label.text, document.language)
    group = document.text[line.section.span.start : line.section.span.end] if line.section is not None else ""
    return Row(at, apart_by, line.label, inner, {}, group)


def _counted(columns: Columns, line: _Line) -> Iterator[tuple[Cell, Around]]:
    """The cells of a row that may count something, each with what it stands under."""
    label = line.label
    of_place = (
        columns.places and label is not None and not (is_total(label) or is_rest(label) or is_inner(label.text, label.syntax.language))
    )
    if label is not None and label.text.split(", ")[0].lower().strip(" .:") in columns.serials:
        return  # "Agenda item | 9"
    if label is not None and label.note is None and frozenset(label.terms) in columns.unsure_rows:
        return
    for cell in line.cells:
        if columns.name_row(cell.column, len(line.cells)) or cell.column in columns.silent or line.dated:
            continue
        yield (
            cell,
            Around(
                label=label,
                head=columns.heads.get(cell.column),
                above=columns.over,
                by_row=columns.by_row,
                names=columns.names,
                sorts=columns.sorts,
                counting=columns.counting.get(cell.column),
                stated=line.stated,
                deed=columns.deeds.get(cell.column),
                places=of_place,
                state=line.state,
                indicators=columns.indicators,
            ),
        )


def _set(draft: Draft, columns: Columns, head: Label | None) -> None:
    """Give *draft* what the corner says of the rows, and the side that a column of two is of."""
    corner = columns.corner
    if corner is not None:
        draft.context_terms += corner.terms  # "Age group", of the rows
        draft.row_terms = sort_named(corner)
    if columns.middle is not None and head is not None and head.period is None:
        draft.slots.actor, draft.slots.actor_terms = head.name, head.terms


def _state_of(document: Document, cells: Sequence[Cell], labels: Sequence[int]) -> tuple[Label | None, Sequence[int]]:
    """What a row says of its numbers, "Plan", "Actual", if anything, and the columns that name it all the same."""
    for cell in cells:
        if cell.column in labels:
            said = read_label(document.text[cell.span.start : cell.span.end], document.language)
            if said.state:
                return said, [column for column in labels if column != cell.column]
    return None, labels


def _named_apart(document: Document, cells: Sequence[Cell], labels: Sequence[int], totals: frozenset[str]) -> dict[int, str]:
    texts = {cell.column: document.text[cell.span.start : cell.span.end].strip().lower() for cell in cells if cell.column in labels}
    return {column: text for column, text in texts.items() if totals.isdisjoint(token.lower for token in tokenize(text))}
