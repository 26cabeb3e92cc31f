"""How the rows and columns of a table are named, and what each name says."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from qa_bot.figures.notes import Note, read_note
from qa_bot.schema import Block, Cell, Document, Period
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.numbers import find_numbers
from qa_bot.text.periods import find_periods, resolve
from qa_bot.text.syntax import Syntax, parse
from qa_bot.text.tokens import tokenize

_LONGEST_LABEL = 60  # characters of what names a row in a second column; longer cells are remarks
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


def read_label(text: str, language: str, *, published: Document | None = None, whole: bool = True) -> Label:
    """Return the label *text*, read; days without a year are those around *published*, the document, and *whole* lets it be a mere unit."""
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
    """Return the year that a label names without a word of time, which only its place in the table makes one: "2021", "Quota 2022 (t)"."""
    years = _YEAR.findall(text)
    if len(years) != 1:
        return None
    lead = "in " if language == "en" else "в "
    mentions = find_periods(lead + years[0], 0, len(lead) + 4, language)
    return resolve(mentions[0], published=None) if mentions else None


def cells_by_column(block: Block) -> dict[int, list[Cell]]:
    """Return the cells of each column, header and all, from left to right."""
    columns: dict[int, list[Cell]] = {}
    for cell in block.cells:
        columns.setdefault(cell.column, []).append(cell)
    return dict(sorted(columns.items()))


def cells_by_row(block: Block) -> dict[int, list[Cell]]:
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


def column_label(document: Document, cells: Sequence[Cell]) -> Label:
    """Return what the headers among the *cells* of a column say together."""
    texts = _texts(document, cells, header=True)
    return read_label(" ".join(dict.fromkeys(text for text in texts if text)), document.language, published=document)


def label_column(document: Document, columns: dict[int, list[Cell]], heads: dict[int, Label], serials: frozenset[str]) -> int:
    """Return the column that names the rows: the first that is no serial number."""
    for column, cells in columns.items():
        if not is_serial(heads[column], serials) and _texts(document, cells, header=False):
            return column
    return 0


def label_columns(document: Document, columns: dict[int, list[Cell]], heads: dict[int, Label], named: int) -> list[int]:
    """Return the columns that name the rows together ("Norway, 2021, refugees"): *named* and those right of it with years or words."""
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


def section_of(cells: Sequence[Cell], columns: int) -> Cell | None:
    """Return the one cell of a row that reaches over all *columns*, which heads the rows below: "Northern districts"."""
    return cells[0] if columns > 1 and len(cells) == 1 and cells[0].column == 0 else None


def row_label(document: Document, cells: Sequence[Cell], columns: Sequence[int], section: Cell | None, language: str) -> Label | None:
    """Return what names a row: its labels, after that of the rows it is among."""
    named = [cell for cell in cells if cell.column in columns]
    texts = [document.text[cell.span.start : cell.span.end].strip().strip("*_ ") for cell in named]
    texts = [text for text in texts if text]
    if section is not None and section not in named:
        texts.append(document.text[section.span.start : section.span.end].strip(" *_:"))
    return read_label(", ".join(texts), language, published=document, whole=False) if texts else None


def names_units(document: Document, columns: dict[int, list[Cell]], column: int, language: str) -> bool:
    """Return whether the rows name things that are counted ("Trains cancelled") rather than places or sorts."""
    labels = _texts(document, columns[column], header=False)
    counted = 0
    for text in labels:
        mentions = [mention for mention in lexicon(language).mentions(tokenize(text)) if mention.kinds & Kinds.UNIT]
        counted += bool(mentions) and not any(mention.kinds & (Kinds.ENTITY | Kinds.GROUP) for mention in mentions)
    return 2 * counted > len(labels)


def is_serial(head: Label, serials: frozenset[str]) -> bool:
    """Return whether the column under *head* only numbers the rows."""
    return head.text.strip().lower().rstrip(".") in serials
