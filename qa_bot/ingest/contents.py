"""Tables of contents: their numbers are those of pages, and count nothing."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from qa_bot.ingest.furniture import fold, heads_contents
from qa_bot.ingest.pieces import Piece
from qa_bot.schema import BlockKind

FEWEST = 2  # entries
MAX_TITLE = 200  # characters
MAX_PIECE = 20_000  # characters of a paragraph that is looked through
# Only from the first sign of a leader on, so that a long one is not gone through from each of them.
_LEADER = re.compile(r"(?<![.·_…\s])\s?(?:(?>(?:[.·_]\s?){4,})|…{2,}+)\s{0,9}(\d{1,4})(?!\S)")
_PAGE = re.compile(r"(?<=\S)[\s|]+(\d{1,4})$")
_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,5}\.?)\s+")


class _Entry(NamedTuple):
    title: str
    page: int


def without_contents(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return *pieces* with tables of contents marked as furniture: entries with rising pages, under a heading that says so or of which
    half stand again below as lines of their own."""
    found = list(pieces)
    first = 0
    lines: dict[str, int] | None = None  # the last place of each line, read when first needed
    while first < len(pieces):
        piece = pieces[first]
        title = text[piece.start : piece.end] if piece.kind is not BlockKind.TABLE and piece.end - piece.start <= MAX_TITLE else ""
        alone = heads_contents(title)
        headed = alone or (piece.kind is BlockKind.HEADING and heads_contents(title.rpartition(" ")[2]))  # "Yearbook 2022 Contents"
        end, entries = _entries(text, pieces, first + headed, headed=headed)
        if len(entries) >= FEWEST and all(before.page <= after.page for before, after in pairwise(entries)):
            if not headed and lines is None:
                lines = {_bare(text[each.start : each.end]): at for at, each in enumerate(pieces) if each.end - each.start <= MAX_TITLE}
            again = sum((lines or {}).get(_bare(entry.title), -1) >= end for entry in entries)
            if headed or (again >= FEWEST and 2 * again >= len(entries)):
                start = first + (headed and not alone)
                found[start:end] = [each._replace(kind=BlockKind.FURNITURE, level=0, cells=()) for each in pieces[start:end]]
        first = max(end, first + 1)
    return found


def _entries(text: str, pieces: Sequence[Piece], first: int, *, headed: bool) -> tuple[int, list[_Entry]]:
    """Return the index behind the pieces, from *first* on, that hold nothing but entries, and these; none need a leader if *headed*."""
    entries: list[_Entry] = []
    at = first
    while at < len(pieces) and (held := list(_held(text, pieces[at], headed=headed))):
        entries += held
        at += 1
    return at, entries


def _held(text: str, piece: Piece, *, headed: bool) -> Iterator[_Entry]:
    """Yield the entries that *piece* is made of; none if it holds anything else."""
    if piece.kind is BlockKind.FURNITURE or piece.end - piece.start > MAX_PIECE:
        return
    found: list[_Entry] = []
    for line in _rows(text, piece):
        *parts, rest = _LEADER.split(line)
        if parts and not rest.strip():
            found += [_Entry(title.strip(), int(page)) for title, page in zip(parts[::2], parts[1::2], strict=True)]
        elif (headed or piece.kind is BlockKind.TABLE) and (page := _PAGE.search(line)) is not None:
            found.append(_Entry(line[: page.start()], int(page[1])))
        else:
            return
    if found and all(0 < len(entry.title) <= MAX_TITLE and any(sign.isalpha() for sign in entry.title) for entry in found):
        yield from found


def _rows(text: str, piece: Piece) -> list[str]:
    """Return the lines of *piece*, of a table its rows without the header, cells parted by a blank."""
    if piece.kind is not BlockKind.TABLE:
        return text[piece.start : piece.end].split("\n")
    rows: dict[int, list[str]] = {}
    for cell in piece.cells:
        if cell.header:
            continue
        rows.setdefault(cell.row, []).append(text[cell.span.start : cell.span.end])
    return [" ".join(filter(None, cells)) for cells in rows.values()]


def _bare(line: str) -> str:
    return fold(_NUMBER.sub("", line.strip("# *")))
