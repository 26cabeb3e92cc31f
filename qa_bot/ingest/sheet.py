"""Text laid out from what is no plain text: pages, documents of a word processor, tables. What is added becomes text with its pieces."""

from qa_bot.ingest.decode import storable
from qa_bot.ingest.furniture import is_caption
from qa_bot.ingest.grid import Entry, Grid, Row
from qa_bot.ingest.pieces import Piece
from qa_bot.schema import BlockKind, Cell, Span

RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")  # so that a raised digit lengthens no number


class Sheet:
    """A text that grows by pieces, each on lines of its own; *page* is the one that what comes next stands on."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.page: int | None = None
        self._parts: list[str] = []
        self._length = 0
        self._heads: tuple[Cell, ...] = ()  # of the last table

    def laid_out(self) -> tuple[str, list[Piece]]:
        """Return the text and its pieces; a paragraph beside a table that names it is a caption."""
        text = "".join(self._parts)
        kinds = [piece.kind for piece in self.pieces]
        for at, piece in enumerate(self.pieces):
            beside = kinds[max(0, at - 1) : at + 2]
            if piece.kind is BlockKind.PARAGRAPH and BlockKind.TABLE in beside and is_caption(text[piece.start : piece.end]):
                self.pieces[at] = piece._replace(kind=BlockKind.CAPTION)
        return text, self.pieces

    def add(self, kind: BlockKind, text: str, *, level: int = 0) -> None:
        """Add *text* on one line; nothing if it has no words."""
        if line := line_of(text):
            start = self._open()
            self._write(line)
            self.pieces.append(Piece(kind, start, self._length, level=level, page=self.page))

    def table(self, table: Grid, *, goes_on: bool = False) -> None:
        """Add *table*, its titles as captions; a header that reaches over several columns is a cell of each of them.

        One that *goes_on* with the last one on a further page has the header of that one, where it stands there.
        """
        for title in table.titles:
            self.add(BlockKind.CAPTION, title)
        start = self._open() if table.rows else self._length
        cells = [*self._heads] if goes_on else []
        first = 1 + max((cell.row for cell in cells), default=-1)
        heads: dict[int, Span] = {}  # by entry: where a header stands that reaches down into the next row
        for number, row in enumerate(table.rows):
            if number:
                self._write("\n")
            cells += self._header(number, row, heads) if number < table.header else self._row(first + number, row)
        self._heads = tuple(cell for cell in cells if cell.header)
        if self._length > start:
            self.pieces.append(Piece(BlockKind.TABLE, start, self._length, page=self.page, cells=tuple(cells)))
        for note in table.notes:
            self.add(BlockKind.PARAGRAPH, note)

    def _header(self, number: int, row: Row, heads: dict[int, Span]) -> list[Cell]:
        """Write a row of the header: an entry once, and a cell of it in each column and row that it reaches into."""
        cells: list[Cell] = []
        first = self._length
        for column, entry in enumerate(row):
            if entry is None or id(entry) not in heads:
                span = self._entry(entry, column, first)
                if entry is None:
                    continue
                heads[id(entry)] = span
            cells.append(Cell(row=number, column=column, span=heads[id(entry)], header=True))
        return cells

    def _row(self, number: int, row: Row) -> list[Cell]:
        """Write a row of the body: an entry is a cell of the first column that it reaches over."""
        cells: list[Cell] = []
        first = self._length
        before: Entry | None = None
        for column, entry in enumerate(row):
            if entry is None or entry is not before:
                span = self._entry(entry, column, first)
                if entry is not None:
                    cells.append(Cell(row=number, column=column, span=span, header=False))
                before = entry
        return cells

    def _entry(self, entry: Entry | None, column: int, first: int) -> Span:
        """Write *entry* behind a line, except in the first column; *first* is where its row begins. Return where it stands."""
        text = entry.text if entry is not None else ""
        if column:
            self._write((" |" if self._length > first else "|") + (" " if text else ""))
        start = self._length
        self._write(text)
        return Span(start=start, end=self._length)

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
