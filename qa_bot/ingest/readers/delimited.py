"""Tables as text: .csv and .tsv, with any of the usual delimiters."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from qa_bot.errors import UnreadableDocumentError
from qa_bot.ingest.decode import decode, storable
from qa_bot.ingest.furniture import label_of
from qa_bot.ingest.grid import WIDEST, Entry, Grid, grid, is_value
from qa_bot.ingest.load import load
from qa_bot.ingest.masthead import read_line
from qa_bot.ingest.pieces import Draft, Metadata, Report, SourceFile
from qa_bot.ingest.sheet import Sheet, line_of
from qa_bot.ingest.tables import MOST_CELLS, too_many_cells

if TYPE_CHECKING:
    from _csv import Reader

ROWS = 2_000  # of one document; a longer table is several, each with the header, so that memory stays flat
CELLS = 100_000  # of one document, too
SAMPLE = 60  # lines that the delimiter is told from
DELIMITERS = "\t;|,"  # in this order: a comma also stands in numbers and prose
ALIKE = 0.8  # of the lines of the sample have as many cells as each other
_NEXT_LABEL = re.compile(r"[;,]\s+(?=[^\W\d_][^\W\d_ ]{0,20}: )")
MAX_BREAKS = 20  # lines of a cell; more, and a quotation mark was never closed


def read(file: SourceFile, report: Report) -> Iterator[Draft]:
    """Yield the table in *file*; one of more than `ROWS` rows or `CELLS` cells as several documents, the later ones called FILE#LINE by
    their first row.
    """
    name = file.rel
    lines = _lines(storable(decode(load(file), name)))
    _refuse_raw_data(lines, name)
    rows = _rows(lines, name)
    first = list(_taken(rows))
    if not first:
        raise UnreadableDocumentError(f"{name}: it holds no table; check its delimiter, or save it as .txt")
    if max(len(entries) for _, entries in first) > WIDEST:
        report(f"{name}: only its first {WIDEST:,} columns: it is too wide; turn it on its side, or split it")
    table = grid(_with_lines_whole([entries for _, entries in first]))
    table = table._replace(titles=[part for title in table.titles for part in _labelled(title)])
    found = _found(table.titles, Path(file.rel))
    yield _draft(name, table, found)
    header = table.rows[: table.header]
    while chunk := list(_taken(rows)):
        below = grid([entries for _, entries in chunk])
        width = max(len(row) for row in (*header, *below.rows))
        filled = [row + [None] * (width - len(row)) for row in (*header, *below.rows)]
        yield _draft(f"{name}#{chunk[0][0]}", Grid([], filled, len(header), below.notes), found)


def _found(titles: Sequence[str], path: Path) -> Metadata:
    """Return what the lines over a table say: its title, the first one that is no unit in brackets, and from whom and of when it is."""
    said = [read_line(title) for title in titles]
    named = next((title for title, line in zip(titles, said, strict=True) if line is None and title[0] != "("), None)
    found = Metadata(title=named or title_of(path))
    for line in said:
        found = found.over(line) if line is not None else found
    return found


def _labelled(title: str) -> list[str]:
    """Return the parts of a line over a table each of which has a label, the first one of what says whose it is or when it was made.

    >>> _labelled("Source: Water Office; unit: m")
    ['Source: Water Office', 'unit: m']
    """
    parts = _NEXT_LABEL.split(title)
    return parts if label_of(parts[0]) is not None else [title]


def _taken(rows: Iterator[tuple[int, list[Entry]]]) -> Iterator[tuple[int, list[Entry]]]:
    """Yield the next *rows*, as many as make a document."""
    width = 0
    for count, row in enumerate(islice(rows, ROWS), 1):
        yield row
        width = max(width, min(len(row[1]), WIDEST))
        if width * count >= CELLS:
            break


def title_of(path: Path) -> str | None:
    """Return what the name of a file without any title says: "exports-by-port" is "exports by port"; None if there is no word in it."""
    words = line_of(path.stem.replace("_", " ").replace("-", " "))
    return words if any(sign.isalpha() for sign in words) else None


def _draft(name: str, table: Grid, found: Metadata) -> Draft:
    sheet = Sheet()
    sheet.table(table)
    text, pieces = sheet.laid_out()
    return Draft(name, text, pieces, found=found)


class _Lines(NamedTuple):
    """Lines of a table, and what cuts them into cells."""

    text: str
    delimiter: str
    quoting: Literal[0, 3]

    def reader(self) -> "Reader":
        return csv.reader(_each_of(self.text), delimiter=self.delimiter, quoting=self.quoting)


def _each_of(text: str) -> Iterator[str]:
    """Yield the lines of *text* with their ends, one at a time: StringIO would take four bytes for each character of all of it."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _lines(text: str) -> _Lines:
    """Return the lines of *text* with the delimiter that it declares, or that fits."""
    declared = text[:5].lower()
    delimiter = text[4:5] if declared.startswith("sep=") else _delimiter(text)
    body = text.split("\n", 1)[1] if declared.startswith("sep=") and "\n" in text else text
    return _Lines(body, delimiter, csv.QUOTE_NONE if _never_closed(body, delimiter) else csv.QUOTE_MINIMAL)


def _refuse_raw_data(lines: _Lines, name: str) -> None:
    """Raise for a table of more than `MOST_CELLS` before any of it is read: half a table answers wrongly who had the most."""
    rows = cells = 0
    with suppress(csv.Error):  # it is told when that line is read
        for row in lines.reader():
            filled = sum(1 for cell in row if cell.strip())
            rows, cells = rows + (filled > 0), cells + filled
    if cells > MOST_CELLS:
        raise UnreadableDocumentError(f"{name}: {too_many_cells(rows, cells)}")


def _rows(lines: _Lines, name: str) -> Iterator[tuple[int, list[Entry]]]:
    """Yield the number of the line that each row ends on, and its entries; rows without any are left out."""
    reader = lines.reader()
    try:
        for row in reader:
            entries = [Entry(_shown(cell)) for cell in row]
            if any(entry.text for entry in entries):
                yield reader.line_num, entries
    except csv.Error as exc:
        raise UnreadableDocumentError(f"{name}:{reader.line_num}: no table with cells ({exc}); mend that line, or save it as .txt") from exc


def _with_lines_whole(rows: list[list[Entry]]) -> list[list[Entry]]:
    """Return *rows* with what stands over and under the table, lines of text that its delimiter cut, each as one entry."""
    width = Counter(map(len, rows)).most_common(1)[0][0]
    full = [at for at, row in enumerate(rows) if len(row) >= width]
    while (
        len(full) > 1 and label_of(_joined(rows[full[0]]).text) is not None
    ):  # "Source: Port Office, accessed 3 May 2024" over two columns
        del full[0]
    first, last = full[0], full[-1]
    if any(is_value(entry.text) for entry in rows[first][1:]):  # no header: the line over it is one that names no labels
        first = 0
    return [row if first <= at <= last or any(is_value(entry.text) for entry in row) else [_joined(row)] for at, row in enumerate(rows)]


def _joined(row: list[Entry]) -> Entry:
    return Entry(", ".join(entry.text for entry in row if entry.text))


def _shown(cell: str) -> str:
    text = line_of(cell)
    return "–" if text.lower() in _NOTHING else text


_NOTHING = frozenset({"na", "nan", "null", "none", "nil", "#n/a"})  # what programs write where there is no value


def _delimiter(text: str) -> str:
    """Return the sign that cuts most lines into as many cells as each other."""
    lines = [line for line in islice(_each_of(text), SAMPLE) if line.strip()]
    shares: list[tuple[float, str]] = []
    for delimiter in DELIMITERS:
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
        except csv.Error:
            continue
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        if width > 1:
            share = count / widths.total()
            if share >= ALIKE:
                return delimiter
            shares.append((share, delimiter))
    return max(shares, default=(0.0, ","))[1]


def _never_closed(text: str, delimiter: str) -> bool:
    """Return whether a quotation mark in a cell opens what nothing closes, so that the rows below would be lost in it."""
    if '"' not in text:
        return False
    try:
        return any(cell.count("\n") > MAX_BREAKS for row in csv.reader(_each_of(text), delimiter=delimiter) for cell in row)
    except csv.Error:
        return True
