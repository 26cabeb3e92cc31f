"""What an answer is shown as, before a face lays it out: paragraphs and tables of pieces of text, each in a style."""

from enum import StrEnum
from typing import NamedTuple


class Style(StrEnum):
    PLAIN = "plain"
    STRONG = "strong"  # headline
    FIGURE = "figure"  # the number that answers
    MARK = "mark"  # the number or words inside a quote
    DIM = "dim"  # scope, labels
    GOOD = "good"
    WARN = "warn"


class Piece(NamedTuple):
    text: str
    style: Style = Style.PLAIN


Line = tuple[Piece, ...]


class Paragraph(NamedTuple):
    """Running text; *lead* stands before its first line and the others are indented as far."""

    pieces: Line = ()
    lead: Line = ()
    indent: int = 0


class Table(NamedTuple):
    header: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    right: frozenset[int] = frozenset()  # columns of numbers
    indent: int = 0


Block = Paragraph | Table
