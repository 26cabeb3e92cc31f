"""Rows of a table that give the units of its columns: "1,000 | 1,000 | %", also where the source has one below the header."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from qa_bot.figures.labels import read_label, tells_time
from qa_bot.figures.notes import read_note, read_scale
from qa_bot.schema import Block, Cell, Document
from qa_bot.text.functions import functions

_LONGEST = 40  # characters of a unit


class UnitRows(NamedTuple):
    """A table whose rows of units are of its header, and their numbers."""

    block: Block
    rows: frozenset[int]


def unit_rows(document: Document, block: Block) -> UnitRows:
    """Return the table *block* with its rows of units in its header; a scale that reaches over columns is in each of them."""
    lines = [list(line) for _, line in groupby(sorted(block.cells, key=lambda cell: (cell.row, cell.column)), key=lambda cell: cell.row)]
    heads = [line for line in lines if all(cell.header for cell in line)]
    body = next((line for line in lines if not any(cell.header for cell in line)), None)
    first = body if body is not None and heads and len(lines) > len(heads) + 1 and _gives_units(document, body, heads[-1]) else None
    found = [line for line in heads if len(heads) + (first is not None) > 1 and _are_units(document, line)] + ([first] if first else [])
    if not found:
        return UnitRows(block, frozenset())
    columns = {cell.column for cell in block.cells}
    kept = [cell for line in lines if line not in found for cell in line]
    for line in found:
        kept += [replace(cell, header=True) for cell in _reaching(document, line, columns) if not _names_units(document, cell)]
    if first is not None and any(cell.column == 0 for cell in kept if cell.row == first[0].row):
        kept = [cell for cell in kept if cell.column or not cell.header or cell.row == first[0].row or not _tells_time(document, cell)]
    cells = tuple(sorted(kept, key=lambda cell: (cell.row, cell.column)))
    return UnitRows(replace(block, cells=cells), frozenset(line[0].row for line in found))


def _gives_units(document: Document, line: Sequence[Cell], head: Sequence[Cell]) -> bool:
    """Whether the first row below the header gives units. A row of round numbers alone does only where it is called so, with "%" or
    "1,000 t" among them also under no name or that of the corner: else it is data."""
    texts = [_text(document, cell) for cell in line if cell.column]
    if not _are_units(document, line) or not all(texts):
        return False
    called = next((_text(document, cell) for cell in line if cell.column == 0), "")
    if called.lower() in _unit_heads(document):
        return True
    round_numbers = sum(read_scale(text, document.language) is not None and text[0].isdigit() for text in texts)
    same = called in ("", next((_text(document, cell) for cell in head if cell.column == 0), ""))
    return not round_numbers or (same and round_numbers < len(texts))


def _are_units(document: Document, line: Sequence[Cell]) -> bool:
    """Whether each cell of a row, that of its name apart, is a unit or says that there is a number, at least one a unit."""
    texts = [text for cell in line if cell.column and (text := _text(document, cell))]
    if not texts or any(len(text) > _LONGEST for text in texts):
        return False
    words = functions(document.language)
    units = [text for text in texts if read_scale(text, document.language) is not None or _is_unit(text, document.language)]
    bare = [text for text in texts if text.lower().strip(" .()") in words["counting_heads"] | words["any_units"]]
    return bool(units) and len(units) + len(bare) >= len(texts)


def _is_unit(text: str, language: str) -> bool:
    label = read_label(text, language)
    return read_note(text, language) is not None and not label.name and label.period is None


def _reaching(document: Document, line: Sequence[Cell], columns: set[int]) -> list[Cell]:
    """The cells of a row, a scale in digits also in the columns on its right that have none: it reaches over them."""
    found: list[Cell] = []
    have = {cell.column: cell for cell in line}
    last: Cell | None = None
    for column in sorted(columns):
        last = have.get(column, last)
        if last is not None and (column in have or (column and last.column and _text(document, last)[:1].isdigit())):
            found.append(last if last.column == column else replace(last, column=column))
    return found


def _names_units(document: Document, cell: Cell) -> bool:
    return not cell.column and _text(document, cell).lower() in _unit_heads(document)


def _unit_heads(document: Document) -> frozenset[str]:
    return functions(document.language)["unit_heads"]


def _tells_time(document: Document, cell: Cell) -> bool:
    """Whether the corner above that of a row of units is of the times beside it: "Year | 2021", over "Source | GWh"."""
    return tells_time(read_label(_text(document, cell), document.language))


def _text(document: Document, cell: Cell) -> str:
    return document.text[cell.span.start : cell.span.end].strip()
