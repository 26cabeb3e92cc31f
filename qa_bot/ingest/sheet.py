"""Text laid out from what is no plain text: pages, documents of a word processor, tables. What is added becomes text with its pieces."""

from qa_bot.ingest.decode import storable
from qa_bot.ingest.grid import Entry, Grid, Row
from qa_bot.ingest.pieces import Piece
from qa_bot.schema import BlockKind, Cell, Span


class Sheet:
    """A text that grows by pieces, each on lines of its own; *page* is the one that what comes next stands on."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.page: int | None = None
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def add(self, kind: BlockKind, text: str, *, level: int = 0) -> None:
        """Add *text* on one line; nothing if it has no words."""
        if line := line_of(text):
            start = self._open()
            self._write(line)
            self.pieces.append(Piece(kind, start, self._length, level=level, page=self.page))

    def table(self, table: Grid) -> None:
        """Add *table*, its titles as captions; a header that reaches over several columns is a cell of each of them."""
        for title in table.titles:
            self.add(BlockKind.CAPTION, title)
        start = self._open() if table.rows else self._length
        cells: list[Cell] = []
        for number, row in enumerate(table.rows):
            if number:
                self._write("\n")
            cells += self._row(number, row, header=number < table.header)
        if self._length > start:
            self.pieces.append(Piece(BlockKind.TABLE, start, self._length, page=self.page, cells=tuple(cells)))
        for note in table.notes:
            self.add(BlockKind.PARAGRAPH, note)

    def _row(self, number: int, row: Row, *, header: bool) -> list[Cell]:
        cells: list[Cell] = []
        first = start = self._length
        before: Entry | None = None
        for column, entry in enumerate(row):
            if entry is None or entry is not before:
                text = entry.text if entry is not None else ""
                if column:
                    self._write((" |" if self._length > first else "|") + (" " if text else ""))
                start = self._length
                self._write(text)
                before = entry
            if entry is not None:
                cells.append(Cell(row=number, column=column, span=Span(start=start, end=self._length), header=header))
        return cells

    def _open(self) -> int:
        if self._length:
            self._write("\n\n" if self.pieces[-1].kind is not BlockKind.LIST_ITEM else "\n")
        return self._length

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def line_of(text: str) -> str:
    """Return *text* as it is stored, on one line, single spaces between its words."""
    return " ".join(storable(text).split())
