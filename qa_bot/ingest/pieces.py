"""What a reader hands on: a text, the pieces it is made of, and what is known about it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from qa_bot.schema import BlockKind, Cell

Report = Callable[[str], None]  # told, in one line, what could not be used; the reading goes on


class SourceFile(NamedTuple):
    """A file to read. *root* is the path that was named (absolute), *rel* the posix path below it; of a named file its name. An archive
    is read from behind its entry *after* on, which harmed the one who read it.
    """

    root: Path
    path: Path
    rel: str
    after: str = ""


class Opening(NamedTuple):
    """Which file of an archive is read next, by its *entry* there and by its *name*; no file any more where both are empty."""

    entry: str = ""
    name: str = ""


class Piece(NamedTuple):
    """A block in the making; ``text[start:end]`` begins and ends with no white space. Cells only of a table."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    page: int | None = None
    cells: tuple[Cell, ...] = ()


class Metadata(NamedTuple):
    """What is said about a document beside or inside it; None where nothing is."""

    title: str | None = None
    publisher: str | None = None
    speaker: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    author: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """Return the two as one; what self does not say is taken from *other*."""
        if not any(other):
            return self
        if not any(self):
            return other
        return other._replace(**{field: value for field, value in self._asdict().items() if value is not None})


class Draft(NamedTuple):
    """A document as its reader saw it; pieces are in order and disjoint."""

    doc_id: str
    text: str
    pieces: list[Piece]
    declared: Metadata = Metadata()  # in front matter, fields, tags
    found: Metadata = Metadata()  # at the top of the text
