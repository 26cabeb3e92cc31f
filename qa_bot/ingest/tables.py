"""Tables drawn with pipes: rows to cells, each with its place in the text."""

import re
from itertools import pairwise

from qa_bot.ingest.pieces import Piece
from qa_bot.schema import BlockKind, Cell, Span

_DELIMITER = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_PIPE = re.compile(r"(?<!\\)\|")


def is_delimiter(line: str) -> bool:
    """Return whether *line* is what stands between a table's header and its rows ("|---|:--:|")."""
    bare = line.strip()
    return "|" in bare and "-" in bare and _DELIMITER.fullmatch(bare) is not None


def table(text: str, rows: list[tuple[int, int]], *, header_rows: int = 1) -> Piece:
    """Return the table whose *rows* (spans of lines without white space at the ends, the delimiter row left out) are given."""
    cells = [
        Cell(row=row, column=column, span=Span(start=left, end=right), header=row < header_rows)
        for row, (start, end) in enumerate(rows)
        for column, (left, right) in enumerate(_cells(text, start, end))
    ]
    return Piece(BlockKind.TABLE, rows[0][0], rows[-1][1], cells=tuple(cells))


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of a row's cells, an empty one as an empty span; outer pipes are no cells."""
    pipes = [match.start() for match in _PIPE.finditer(text, start, end)]
    edges = [start - 1, *pipes, end]
    if pipes and pipes[0] == start:
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
