"""Rows that head those below them in a table ("In towns"), and which rows are among them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from qa_bot.figures.label_nouns import is_name
from qa_bot.figures.labels import is_total, read_label, section_of
from qa_bot.figures.units import Unit
from qa_bot.schema import Cell, Document

FEWEST = 2  # heads that part a table, and rows under each
_YEAR = re.compile(r"(?:19|20)\d\d")


def group_heads(document: Document, lines: Mapping[int, Sequence[Cell]], width: int, named: int) -> dict[int, Cell]:
    """Return by where their rows begin the cells that head the rows below them: over all columns, or in *named* with nothing beside.

    Beside a row's name numbers may only be missing: it heads others where rows of the same name stand under several such, where it ends in
    a colon, where it is a year over rows that are called by other things, and where the rows are parted by several such that are no names.
    A name that comes again is a row's whose numbers are missing.
    """
    found = {start: head for start, cells in lines.items() if (head := section_of(cells, width)) is not None}
    texts = {start: _text(document, cells, named) for start, cells in lines.items()}
    bare = {
        start
        for start, after in pairwise(lines)
        if {start, after}.isdisjoint(found) and texts[start] and _is_bare(lines[start]) and not _is_bare(lines[after])
    }
    named_once = {text for text, times in Counter(texts.values()).items() if times == 1}
    bare = {start for start in bare if texts[start] in named_once or texts[start].endswith(":")}
    bare = {start for start in bare if not is_total(read_label(texts[start], document.language))}
    again = bool(bare) and (_come_again(texts, bare, document.language) or _part_all(document, texts, lines, bare))
    for start, after in pairwise(lines):
        is_year = _YEAR.fullmatch(texts[start]) is not None and _YEAR.match(texts[after]) is None
        if start in bare and (again or texts[start].endswith(":") or is_year):
            found[start] = next(cell for cell in lines[start] if cell.column == named)
    return found


def grouped(
    document: Document, rows: Sequence[Unit], lines: Mapping[int, Sequence[Cell]], heads: Mapping[int, Cell], named: int
) -> dict[int, Cell]:
    """Return by where they begin the rows that are among those of a head, and that head; a total of all groups is in none."""
    found: dict[int, Cell] = {}
    before = 0  # rows before the first head
    totals: dict[int, list[Unit]] = {}  # by their head
    parts: dict[int, list[Unit]] = {}
    head: Cell | None = None
    for row in rows:
        if row.start in heads:
            head = heads[row.start]
        elif head is None:
            before += 1
        else:
            found[row.start] = head
            label = read_label(_text(document, lines.get(row.start, ()), named), document.language)
            (totals if is_total(label) else parts).setdefault(head.span.start, []).append(row)
    if head is None:
        return found
    last = head.span.start
    earlier = {cell.span.start for cell in heads.values()} - {last}
    own = not before and all(start in totals for start in earlier)
    below, of_all = parts.get(last, []), [part for each in parts.values() for part in each]
    for row in totals.get(last, ()):
        if not (own and _is_nearer(row, below, of_all, lines)) and not _adds_up(row, below, lines):
            del found[row.start]
        own = False
    return found


def _is_bare(cells: Sequence[Cell]) -> bool:
    return len(cells) > 1 and sum(cell.span.end > cell.span.start for cell in cells) == 1


def _text(document: Document, cells: Sequence[Cell], column: int) -> str:
    return next((document.text[cell.span.start : cell.span.end].strip() for cell in cells if cell.column == column), "").strip("*_ ")


def _part_all(document: Document, texts: Mapping[int, str], lines: Mapping[int, Sequence[Cell]], heads: set[int]) -> bool:
    """Whether *heads* part all rows, several under each, no cell of which is empty, and are in words no names: "Damage to property"."""
    rows = [start for start, cells in lines.items() if len(cells) > 1 or start in heads]
    if len(heads) < FEWEST or not rows or rows[0] not in heads:
        return False
    starts = [at for at, start in enumerate(rows) if start in heads]
    under = [end - at - 1 for at, end in pairwise([*starts, len(rows)])]
    whole = all(cell.span.end > cell.span.start for start in rows if start not in heads for cell in lines[start])
    named = all(" " in texts[start] and not is_name(read_label(texts[start], document.language)) for start in heads)
    return min(under) >= FEWEST and whole and named


def _come_again(texts: Mapping[int, str], heads: set[int], language: str) -> bool:
    """Whether rows of the same name stand under several *heads*, and none but totals twice under one."""
    seen: set[str] = set()  # under the heads before
    group: set[str] = set()
    again = False
    for start, text in texts.items():
        if start in heads:
            seen |= group
            group = set()
        elif text and not is_total(read_label(text, language)):
            if text in group:
                return False
            again = again or text in seen
            group.add(text)
    return again


def _adds_up(total: Unit, parts: Sequence[Unit], lines: Mapping[int, Sequence[Cell]]) -> bool:
    """Whether in some column *total* is the sum of *parts*."""
    sums = _sums(parts, lines)
    return any(value and sums.get(column) == value for column, value in _values(total, lines).items())


def _is_nearer(total: Unit, parts: Sequence[Unit], of_all: Sequence[Unit], lines: Mapping[int, Sequence[Cell]]) -> bool:
    """Whether *total* comes, in most columns that tell, at least as near to the sum of *parts* as to that *of_all*: sums may be rounded."""
    below, whole = _sums(parts, lines), _sums(of_all, lines)
    farther = 0
    for column, value in _values(total, lines).items():
        own, other = abs(value - below.get(column, Decimal(0))), abs(value - whole.get(column, Decimal(0)))
        farther += (own > other) - (own < other)
    return farther <= 0


def _sums(rows: Iterable[Unit], lines: Mapping[int, Sequence[Cell]]) -> dict[int, Decimal]:
    """By their columns the sums of what *rows* hold."""
    sums: dict[int, Decimal] = {}
    for row in rows:
        for column, value in _values(row, lines).items():
            sums[column] = sums.get(column, Decimal(0)) + value
    return sums


def _values(row: Unit, lines: Mapping[int, Sequence[Cell]]) -> dict[int, Decimal]:
    cells = lines.get(row.start, ())
    return {cell.column: number.value for number in row.numbers for cell in cells if cell.span.start <= number.start < cell.span.end}
