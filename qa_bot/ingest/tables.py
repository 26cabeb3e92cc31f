"""Tables drawn with pipes: rows to cells, each with its place in the text."""

import re
from collections.abc import Sequence
from itertools import pairwise

from qa_bot.ingest.pieces import Piece
from qa_bot.schema import BlockKind, Cell, Span

# Filled cells of a file's tables: their figures take up to four minutes of one core. A larger one is raw data, each of whose rows would be
# told as a figure, and would keep all other files waiting.
MOST_CELLS = 500_000

_DELIMITER = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_RULE = re.compile(r"(?=.*[-=])[-=+|:\s]{3,}")
MISSING = ("", "-", "–", "—", "…", "n/a", "N/A", "..", "...", "x", "х", "н/д", "нет данных")  # what stands where there is no number
_PIPE = re.compile(r"(?<!\\)\|")


def too_many_cells(rows: int, cells: int) -> str:
    """Return why a table of so many *rows* and filled *cells* is not read, and what to do."""
    found = f"its tables have {rows:,} rows with {cells:,} cells, and at most {MOST_CELLS:,} of a file are read"
    return f"{found}; split it, or leave out what nobody asks for"


def is_delimiter(line: str) -> bool:
    """Return whether *line* is what stands between a table's header and its rows ("|---|:--:|")."""
    bare = line.strip()
    return "|" in bare and "-" in bare and _DELIMITER.fullmatch(bare) is not None


def is_rule(line: str) -> bool:
    """Return whether *line* only separates rows: a delimiter row, or dashes under a header."""
    return _RULE.fullmatch(line) is not None


def table(text: str, rows: Sequence[tuple[int, int]], *, header_rows: int = 1) -> Piece:
    """Return the table whose *rows* (spans of lines without white space at the ends, rules left out) are given."""
    lacks_first = len(rows) > 1 and len(cells_of(text, *rows[0])) + 1 == len(cells_of(text, *rows[1]))
    cells = [
        Cell(row=row, column=column, span=Span(start=left, end=right), header=row < header_rows)
        for row, (start, end) in enumerate(rows)
        for column, (left, right) in enumerate(cells_of(text, start, end), lacks_first if row == 0 else 0)
    ]
    return Piece(BlockKind.TABLE, rows[0][0], rows[-1][1], cells=tuple(cells))


def cells_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the cells in the line ``text[start:end]``, an empty one as an empty span; outer pipes are no cells."""
    pipes = [match.start() for match in _PIPE.finditer(text, start, end)]
    if not pipes:
        return [(start, end)]
    edges = [start - 1, *pipes, end]
    if pipes[0] == start:
        edges = edges[1:]
    if len(pipes) > 1 and pipes[-1] == end - 1:
        edges = edges[:-1]
    return [_trim(text, left + 1, right) for left, right in pairwise(edges)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
