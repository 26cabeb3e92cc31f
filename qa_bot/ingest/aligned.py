"""Tables of plain text, drawn with pipes or set in columns: which lines make one, and in which of its columns each cell stands."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from qa_bot.ingest.grid import Entry, header_rows, is_value
from qa_bot.ingest.tables import MISSING, cells_of, is_rule, table
from qa_bot.schema import Cell, Span

TAB = 8  # places from one stop to the next, as screens have them
SURE = 3  # lines cut by as many tabs as each other, which no chance makes alike
# Not the wide space that some set after a sentence; behind a colon only where a number follows, "Cooks:    12".
_GAP = re.compile(
    r"(?<=[^\s.!?:;,·_…])\s?(?:(?>(?:[.·_]\s?){4,})|…{2,}+)\s*(?=[\d(~<>≈±+−–-])"  # leaders: "Cooks ...... 12"
    r"|(?<=[^\s.!?:;,])(?:[ ]{2,}|[ ]*\t\s*)(?=\S)|(?<=:)(?:[ ]{2,}|[ ]*\t\s*)(?=[\d(~<>≈±+−–-]{0,3}\d[\d.,]*\s*%?\s*$)"
)
_TABS = re.compile(r"\t")

Cut = tuple[int, int]  # where a cell stands in the text, without white space at its ends


class Aligned(NamedTuple):
    """A table: each row has a cell or None for each column; *lines* are how many of those given it takes up, rules among them."""

    lines: int
    rows: list[list[Cut | None]]
    header: int  # how many of the rows

    def cells(self) -> tuple[Cell, ...]:
        """Return its cells; a header that reaches over several columns is one in each of them."""
        return tuple(
            Cell(row=number, column=column, span=Span(start=cut[0], end=cut[1]), header=number < self.header)
            for number, row in enumerate(self.rows)
            for column, cut in enumerate(row)
            if cut is not None
        )


class _Line(NamedTuple):
    """A line with its cells in order and where each of them is seen on a screen; no cells of a rule."""

    raw: Cut
    cuts: list[Cut]
    seen: list[Cut]


def drawn(text: str, lines: Sequence[Cut]) -> tuple[int, tuple[Cell, ...]]:
    """Return how many of *lines*, from the first on, pipes cut into a table, rules among them, and its cells, if they do."""
    counts = [0 if is_rule(text[start:end]) else len(cells_of(text, start, end)) for start, end in lines[:2]]
    columns = counts[1] if len(counts) > 1 and counts[1] == counts[0] + 1 else counts[0]
    alike = list(takewhile(lambda line: is_rule(text[slice(*line)]) or len(cells_of(text, *line)) == columns, lines[1:]))
    rows = [line for line in (lines[0], *alike) if not is_rule(text[slice(*line)])]
    texts = [[text[slice(*cut)] for cut in cells_of(text, *row)] for row in rows]
    ruled = bool(alike) and is_rule(text[slice(*alike[0])])
    header = 1 if ruled or columns > counts[0] else min(1, header_rows([[Entry(cell) for cell in row] for row in texts]))
    if columns < 2 or len(rows) < 2 or not _hold_figures([cell for row in texts[header:] for cell in row[1:]], headed=header > 0):
        return 0, ()
    return 1 + len(alike), table(text, rows, header_rows=header).cells


def aligned(text: str, lines: Sequence[Cut]) -> Aligned | None:
    """Return the table that the first of *lines*, spans without white space at their ends, make; None where they make none.

    A cell stands in the column that it is seen under or, where the text is cut by single tabs, behind as many tabs as its header.
    """
    wide = list(takewhile(lambda line: len(line.cuts) != 1, (_line(text, *line) for line in lines)))
    if sum(1 for line in wide if line.cuts) < 2:
        return None
    for rows in (_tabbed(text, wide), _seen(wide), _in_order(wide)):
        if rows is not None and (found := _table(text, rows)) is not None:
            return found
    return None


def are_wide(text: str, start: int, end: int) -> bool:
    """Return whether a gap parts the line ``text[start:end]``."""
    return _GAP.search(text, start, end) is not None


def _line(text: str, start: int, end: int) -> _Line:
    if is_rule(text[start:end]):
        return _Line((start, end), [], [])
    gaps = [match.span() for match in _GAP.finditer(text, start, end)]
    cuts = list(zip([start, *(gap[1] for gap in gaps)], [*(gap[0] for gap in gaps), end], strict=True))
    first, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return _Line((first, stop if stop >= 0 else len(text)), cuts, list(_places(text, first, cuts)))


def _places(text: str, first: int, cuts: Sequence[Cut]) -> Iterator[Cut]:
    """Yield where each of the *cuts* in the line that begins at *first* is seen."""
    at = place = 0
    for start, end in cuts:
        for sign in text[first + at : start]:
            place = place + TAB - place % TAB if sign == "\t" else place + 1
        yield place, place + end - start
        place += end - start
        at = end - first


def _tabbed(text: str, lines: Sequence[_Line]) -> list[list[Cut | None] | None] | None:
    """Return the rows of lines that single tabs cut into as many cells as each other, None for a rule."""
    counts = [text.count("\t", *line.raw) for line in lines]
    alike = len(list(takewhile(lambda count: count == counts[0], counts)))
    if not counts[0] or (alike < len(lines) and alike < SURE):
        return None
    rows: list[list[Cut | None] | None] = []
    for line in lines[:alike]:
        if not line.cuts:
            rows.append(None)
            continue
        edges = [line.raw[0] - 1, *(match.start() for match in _TABS.finditer(text, *line.raw)), line.raw[1]]
        row = [_bare(text, left + 1, right) for left, right in pairwise(edges)]
        rows.append([cut if cut and cut[0] >= line.cuts[0][0] else None for cut in row])  # without the number of a list
    return rows


def _seen(lines: Sequence[_Line]) -> list[list[Cut | None] | None] | None:
    """Return the rows of lines whose cells stand under each other: None where the full ones among them do not."""
    widths = Counter(len(line.cuts) for line in lines if line.cuts)
    usual = max(widths, key=lambda width: (widths[width], width))
    found = [rows for width in {max(widths), usual} if (rows := _under(lines, width)) is not None]
    return max(found, key=len, default=None)


def _under(lines: Sequence[_Line], width: int) -> list[list[Cut | None] | None] | None:
    columns = [
        (min(seen[0] for seen in stack), max(seen[1] for seen in stack))
        for stack in zip(*(line.seen for line in lines if len(line.cuts) == width), strict=True)
    ]
    if width < 2 or any(left[1] > right[0] for left, right in pairwise(columns)):
        return None
    rows: list[list[Cut | None] | None] = []
    full = False  # whether a row has been seen that fills all columns
    for line in lines:
        row = _placed(line, columns, over=not full) if line.cuts else None
        if line.cuts and row is None:
            break
        full = full or len(line.cuts) == width
        rows.append(row)
    return rows


def _placed(line: _Line, columns: Sequence[Cut], *, over: bool) -> list[Cut | None] | None:
    """Return the cells of *line*, each in its column; None where one is seen under none or two. *over* the others it may head several."""
    places = [[at for at, column in enumerate(columns) if column[0] < seen[1] and seen[0] < column[1]] for seen in line.seen]
    if all(len(place) == 1 for place in places) and len({place[0] for place in places}) == len(places):
        row: list[Cut | None] = [None] * len(columns)
        for cut, place in zip(line.cuts, places, strict=True):
            row[place[0]] = cut
        return row
    return _spread(line, columns) if over else None


def _spread(line: _Line, columns: Sequence[Cut]) -> list[Cut | None] | None:
    """Return the cells of a line that stand in the middle over groups of columns, as many in each: "2021", "2022" over four."""
    each, rest = divmod(len(columns) - 1, len(line.cuts))
    if rest or each < 2:
        return None
    row: list[Cut | None] = [None]
    for at, (cut, seen) in enumerate(zip(line.cuts, line.seen, strict=True)):
        group = columns[1 + at * each : 1 + (at + 1) * each]
        if not group[0][0] <= (seen[0] + seen[1]) / 2 <= group[-1][1]:
            return None
        row += [cut] * each
    return row


def _in_order(lines: Sequence[_Line]) -> list[list[Cut | None] | None] | None:
    """Return the rows of lines with as many cells as each other, wherever these are seen; the first may lack its first one."""
    counts = [len(line.cuts) for line in lines]
    columns = counts[1] if counts[1] == counts[0] + 1 else counts[0]
    alike = list(takewhile(lambda line: len(line.cuts) in (0, columns), lines[1:]))
    if columns < 2 or not alike:
        return None
    first: list[Cut | None] = [*([None] * (columns - counts[0])), *lines[0].cuts]
    return [first, *(list[Cut | None](line.cuts) if line.cuts else None for line in alike)]


def _table(text: str, found: Sequence[list[Cut | None] | None]) -> Aligned | None:
    """Return the table of the rows *found*, None for a rule; None where in few of their cells a number stands or is missing."""
    rows = [row for row in found if row is not None]
    if len(rows) < 2:
        return None
    kept = [column for column in range(len(rows[0])) if any(row[column] is not None for row in rows)]
    rows = [[row[column] for column in kept] for row in rows]
    header = header_rows([[Entry(text[slice(*cut)]) if cut is not None else None for cut in row] for row in rows])
    values = [text[slice(*cut)] for row in rows[header:] for cut in row[1:] if cut is not None]
    return Aligned(len(found), rows, header) if _hold_figures(values, headed=header > 0) else None


def _hold_figures(values: Sequence[str], *, headed: bool) -> bool:
    """Return whether the cells of a table, labels aside, make it one: in most a number stands or is missing; without a header in all."""
    if not headed:
        return bool(values) and all(value in MISSING or is_value(value) for value in values)
    return 2 * sum(value in MISSING or any(sign.isdigit() for sign in value) for value in values) >= len(values) > 0


def _bare(text: str, start: int, end: int) -> Cut | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
