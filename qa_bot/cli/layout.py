"""From paragraphs and tables to lines of a given width, with styles; the same for a terminal and for a pipe.

Written here instead of with a library: importing one costs more than answering the question.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from qa_bot.rendering.blocks import Block, Line, Paragraph, Piece, Style, Table

LONG_WORD = 24  # a longer one, such as a path, may be broken; where shorter ones would be, a table becomes a list
WIDEST = 60  # columns of what no line's end limits; what is longer stands out into the next ones rather than to push them aside in all rows

_GUTTER = 2
_SPACES = re.compile(r"(\s+)")


def cells(text: str) -> int:
    """Return how many columns of a terminal *text* takes."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def width(line: Iterable[Piece]) -> int:
    """Return how many columns *line* takes."""
    return sum(cells(piece.text) for piece in line)


def lay_out(blocks: Iterable[Block], limit: int | None) -> list[Line]:
    """Return the lines of *blocks*, none wider than *limit* columns; None leaves every paragraph on one line."""
    lines: list[Line] = []
    for block in blocks:
        lines.extend(_paragraph(block, limit) if isinstance(block, Paragraph) else _table(block, limit))
    return lines


def _paragraph(block: Paragraph, limit: int | None) -> list[Line]:
    margin = block.indent + width(block.lead)
    wrapped = wrap(block.pieces, None if limit is None else max(limit - margin, 1))
    start = (Piece(" " * block.indent), *block.lead) if block.indent else block.lead
    rest = (Piece(" " * margin),) if margin else ()
    return [((start if number == 0 else rest) + line) for number, line in enumerate(wrapped)]


def wrap(pieces: Line, limit: int | None) -> list[Line]:
    """Return *pieces* broken at spaces into lines of at most *limit* columns; a word longer than a line is cut."""
    if limit is None or width(pieces) <= limit:
        return [pieces]
    lines: list[Line] = []
    line: list[Piece] = []
    used = 0
    for space, word in _words(pieces):
        wide = width(word)
        if line and used + width(space) + wide > limit:
            lines.append(tuple(line))
            line, used = [], 0
        if line:
            line += space
            used += width(space)
        if wide > limit:
            *full, word = _cut(word, limit)
            lines += map(tuple, full)
            wide = width(word)
        line += word
        used += wide
    return [*lines, tuple(line)] if line else lines


def _words(pieces: Line) -> list[tuple[list[Piece], list[Piece]]]:
    """Return (space before, word) pairs; a word is a list, since its parts may differ in style."""
    words: list[tuple[list[Piece], list[Piece]]] = [([], [])]
    for text, style in pieces:
        for part in _SPACES.split(text):
            if not part:
                continue
            if part.isspace() and "\xa0" not in part:
                if words[-1][1]:
                    words.append(([], []))
                words[-1][0].append(Piece(part, style))
            else:
                words[-1][1].append(Piece(part, style))
    return [word for word in words if word[1]]


def _cut(word: list[Piece], limit: int) -> list[list[Piece]]:
    """Return *word* in parts, each at most *limit* columns wide but at least one character long."""
    parts: list[list[Piece]] = [[]]
    for text, style in word:
        start = 0
        while start < len(text):
            end = _fitting(text, start, limit - width(parts[-1]))
            if end == start and not parts[-1]:
                end += 1
            if end > start:
                parts[-1].append(Piece(text[start:end], style))
            if end < len(text):
                parts.append([])
            start = end
    return parts


def _fitting(text: str, start: int, limit: int) -> int:
    """Return where in *text* at most *limit* columns from *start* on are taken."""
    if text.isascii():
        return min(len(text), start + max(limit, 0))
    used = 0
    for at in range(start, len(text)):
        used += cells(text[at])
        if used > limit:
            return at
    return len(text)


def _table(block: Table, limit: int | None) -> list[Line]:
    header = tuple((Piece(name, Style.DIM),) for name in block.header)
    rows = (header, *block.rows) if any(block.header) else block.rows
    widths = [max(width(row[column]) for row in rows) for column in range(len(block.header))]
    if limit is None:
        widths = [min(wide, WIDEST) for wide in widths]
    room = None if limit is None else limit - block.indent - _GUTTER * (len(widths) - 1)
    if room is not None and sum(widths) > room:
        columns = list(zip(*rows, strict=True))
        whole = [
            wide if number in block.right else min(LONG_WORD, max(map(_longest_word, column)))
            for number, (wide, column) in enumerate(zip(widths, columns, strict=True))
        ]
        if room < sum(min(wide, LONG_WORD) for wide in whole):
            return _records(block, limit)
        widths = _shrink(widths, whole, room)
        widths = [max(width(line) for cell in column for line in wrap(cell, wide)) for column, wide in zip(columns, widths, strict=True)]
    margin = (Piece(" " * block.indent),) if block.indent else ()
    return [margin + line for row in rows for line in _row(row, widths, block.right, whole=limit is None)]


def _shrink(widths: Sequence[int], whole: Sequence[int], room: int) -> list[int]:
    """Return *widths* with the widest made narrower, evenly, until together they fit into *room*; what should stay *whole*, last."""
    fitted = list(widths)
    columns = range(len(fitted))
    for _ in range(sum(fitted) - room):
        widest = max(columns, key=lambda column: (fitted[column] > whole[column], fitted[column]))
        fitted[widest] -= 1
    return fitted


def _longest_word(line: Line) -> int:
    return max((width(word) for _, word in _words(line)), default=0)


def _row(row: Sequence[Line], widths: Sequence[int], right: frozenset[int], *, whole: bool) -> list[Line]:
    wrapped = [wrap(cell, None if whole else wide) for cell, wide in zip(row, widths, strict=True)]
    lines: list[Line] = []
    for number in range(max(map(len, wrapped))):
        line: list[Piece] = []
        gap = 0
        for column, (cell, wide) in enumerate(zip(wrapped, widths, strict=True)):
            part = cell[number] if number < len(cell) else ()
            spare = max(wide - width(part), 0)
            before, after = (spare, 0) if column in right else (0, spare)
            if part:
                line += [Piece(" " * (gap + before)), *part] if gap + before else part
                gap = after + _GUTTER
            else:
                gap += wide + _GUTTER
        lines.append(tuple(line))
    return lines


def _records(block: Table, limit: int | None) -> list[Line]:
    """Return the table as a list of "header: value" lines, for a screen too narrow for columns."""
    label = max(map(cells, block.header), default=0)
    lines: list[Line] = []
    for number, row in enumerate(block.rows):
        if number:
            lines.append(())
        for name, value in zip(block.header, row, strict=True):
            if width(value):
                lead = (Piece(name.ljust(label) + "  ", Style.DIM),) if label else ()
                lines += _paragraph(Paragraph(value, lead, block.indent), limit)
    return lines
