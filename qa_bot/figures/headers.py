"""Where a table says what a cell stands under and beside, as a citation can show it: whole rows, of rows too wide for one their cells."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qa_bot.schema import MAX_QUOTE, Block, Cell, Document, Span


class _Header(NamedTuple):
    """A row of headers, from its first cell to its last; *columns* are where each stands."""

    span: Span
    columns: dict[int, Span]


class Headers:
    """The rows of headers of a table."""

    def __init__(self, document: Document, block: Block) -> None:
        rows: dict[int, dict[int, Span]] = {}
        for cell in block.cells:
            if cell.header and document.text[cell.span.start : cell.span.end].strip():
                rows.setdefault(cell.row, {})[cell.column] = cell.span
        self._rows: list[list[_Header]] = []  # those that follow each other together: they say of what year a cell is
        for number, columns in sorted(rows.items()):
            if len(columns) > 1:
                spans = list(columns.values())
                header = _Header(Span(start=spans[0].start, end=spans[-1].end), columns)
                if self._rows and number - 1 in rows:
                    self._rows[-1].append(header)
                else:
                    self._rows.append([header])

    def quotes(self, row: Span, labels: Sequence[Cell], column: int) -> Iterator[Span]:
        """Yield what says of what the cell in *column* is: the headers over its *row*, and its *labels* where the row is too wide."""
        for header in next((rows for rows in reversed(self._rows) if rows[-1].span.end <= row.start), []):
            if not _is_wide(header.span):
                yield header.span
            elif column in header.columns:
                yield header.columns[column]
        if _is_wide(row):
            yield from (cell.span for cell in labels if cell.column != column)


def _is_wide(span: Span) -> bool:
    return span.end - span.start > MAX_QUOTE
