"""From the lines of a table on a PDF page to its cells: columns where the numbers stand, headers over one or several of them."""

from collections.abc import Sequence
from functools import reduce
from itertools import combinations, pairwise
from math import comb
from typing import NamedTuple

from qa_bot.ingest.glyphs import Segment
from qa_bot.ingest.grid import Entry, Grid, grid, is_value, is_year
from qa_bot.ingest.mending import mended
from qa_bot.ingest.stacks import Line, Stack, stacked, values_of

OVERLAP = 0.5  # of the narrower of two that stand above each other
CLOSER = 1.2  # times as far as lines of a header that go on in each other stands the first row below from them
ALIGNED = 0.5  # of a line's height by which two edges that are alike may differ
MOST_WAYS = 1000  # in which headers may stand over groups of columns

Edges = tuple[float, float]


class Head(NamedTuple):
    """A header as it is set: its edges and its text, of all of its lines."""

    left: float
    right: float
    text: str
    height: float


def lattice(lines: Sequence[Line]) -> Grid:
    """Return the table that *lines* make."""
    stacks = stacked(lines)
    body = next((at for at, stack in enumerate(stacks) if any(map(values_of, stack))), None)
    if body is None:
        columns = columns_of(lines)
        return grid([_row(line, columns) for line in lines])
    heads = [_heads(stack) for stack in stacks[:body]]
    columns = columns_of([line for stack in stacks[body:] for line in stack], heads)
    entries: list[list[Entry]] = []
    for number, row in enumerate(_placed(heads, columns)):
        if entries and _heads_on(stacks, number, body, (entries[-1], row)):
            entries[-1] = _joined(entries[-1], row)
        else:
            entries.append(row)
    for stack in stacks[body:]:
        first, *rest = _rows(stack, columns)
        if entries and _wraps(entries[-1], first):
            entries[-1] = _joined(entries[-1], first)
        else:
            entries.append(first)
        entries += rest
    return grid(entries)


def _joined(above: Sequence[Entry], row: Sequence[Entry]) -> list[Entry]:
    return [upper._replace(text=_wrapped(upper.text, lower.text)) for upper, lower in zip(above, row, strict=True)]


def _wrapped(upper: str, lower: str) -> str:
    return mended((upper, lower), frozenset()) if upper and lower else upper or lower


def _wraps(above: Sequence[Entry], row: Sequence[Entry]) -> bool:
    """Return whether *row* only goes on with the label of the row above, which has values: "Agriculture, forestry / and fishing"."""
    alone = bool(row) and bool(row[0].text) and not any(entry.text for entry in row[1:])
    return alone and len(above) == len(row) and row[0].text[0].islower() and any(is_value(entry.text) for entry in above[1:])


# ---------------------------------------------------------------- rows


def _rows(stack: Stack, columns: Sequence[Edges]) -> list[list[Entry]]:
    """Return the row that the lines of a *stack* make, and behind it what reaches over other columns than it: "(estimated)" below two."""
    rows = [_row(line, columns) for line in stack]
    told = next((row for row in rows if any(is_value(entry.text) for entry in row[1:])), rows[0])
    alike = [row for row in rows if _reaches(row) == _reaches(told)]
    others = [row for row in rows if _reaches(row) != _reaches(told)]
    whole = reduce(_joined, alike)
    if others and all(row[0].columns == 1 for row in rows):  # the label is of all its lines
        whole[0] = whole[0]._replace(text=reduce(_wrapped, (row[0].text for row in rows)))
        others = [[Entry(""), *row[1:]] for row in others]
    return [whole, *others]


def _reaches(row: Sequence[Entry]) -> list[int]:
    return [entry.columns for entry in row]


def _row(line: Line, columns: Sequence[Edges]) -> list[Entry]:
    """Return the entries of a *line*, each in the columns that it stands in."""
    row: list[Entry] = []
    at = 0
    for segment in line.segments:
        over = [column for column, edges in enumerate(columns) if _overlap(segment, edges) > 0 and column >= at]
        inside = [
            column
            for column in over
            if _overlap(segment, columns[column]) >= OVERLAP * min(_width(columns[column]), segment.right - segment.left)
        ]
        hit = inside or over or [_nearest(segment, columns, at)]
        row += [Entry("")] * (hit[0] - at)
        row.append(Entry(segment.text, columns=hit[-1] - hit[0] + 1))
        at = hit[-1] + 1
    return row + [Entry("")] * (len(columns) - at)


def _nearest(segment: Segment, columns: Sequence[Edges], first: int) -> int:
    """Return the column, from *first* on, that a segment above or below none of them is nearest to."""
    middle = _middle((segment.left, segment.right))
    return min(range(min(first, len(columns) - 1), len(columns)), key=lambda column: abs(_middle(columns[column]) - middle))


def columns_of(lines: Sequence[Line], heads: Sequence[Sequence[Head]] = ()) -> list[Edges]:
    """Return the left and right edges of the columns: what the rows with most segments, and all that stand above each other, take up.

    Headers have columns of their own only where there are more of them than of these.
    """
    most = max(len(line.segments) for line in lines)
    edges: list[Edges] = []
    for line in sorted(lines, key=lambda line: -len(line.segments)):
        if len(line.segments) < max(2, most - 1):
            break
        for segment in line.segments:
            edges = _widened(edges, (segment.left, segment.right), alone=True)
    for row in heads:
        for head in row:
            edges = _widened(edges, (head.left, head.right), alone=len(row) > len(edges))
    return sorted(edges)


def _widened(edges: list[Edges], place: Edges, *, alone: bool) -> list[Edges]:
    """Return *edges* with that of them widened which *place* touches; with *alone* it is one of its own if it touches none."""
    touching = [edge for edge in edges if place[0] < edge[1] and edge[0] < place[1]]
    if len(touching) > 1 or (not touching and not alone):
        return edges  # it stands over several
    left, right = min([place[0], *(edge[0] for edge in touching)]), max([place[1], *(edge[1] for edge in touching)])
    return [edge for edge in edges if edge not in touching] + [(left, right)]


# ---------------------------------------------------------------- headers


def _heads(stack: Stack) -> list[Head]:
    """Return the headers of a row that has several lines: what stands above each other is one."""
    found: list[Head] = []
    for segment in (segment for line in stack for segment in line.segments):
        over = [head for head in found if segment.left < head.right and head.left < segment.right]
        head = Head(segment.left, segment.right, segment.text, segment.height)
        if len(over) == 1:
            upper = over[0]
            found.remove(upper)
            head = Head(min(upper.left, head.left), max(upper.right, head.right), _wrapped(upper.text, head.text), head.height)
        found.append(head)
    return sorted(found)


def _placed(rows: Sequence[Sequence[Head]], columns: Sequence[Edges]) -> list[list[Entry]]:
    """Return the entries of the *rows* of headers."""
    found: list[list[Entry]] = []
    below: Sequence[Head] = ()
    for row in reversed(rows):
        groups = _groups(row, columns, below)
        if groups is not None:
            entries = [Entry(row[0].text)] if len(row) > len(groups) else [Entry("")]
            for head, (first, last) in zip(row[len(row) - len(groups) :], groups, strict=True):
                entries += [Entry("")] * (first - sum(entry.columns for entry in entries))
                entries.append(Entry(head.text, columns=last - first + 1))
            entries += [Entry("")] * (len(columns) - sum(entry.columns for entry in entries))
        elif len(row) == len(columns):
            entries = [Entry(head.text) for head in row]
        elif len(row) == len(columns) - 1 and row[0].left >= columns[0][1]:
            entries = [Entry(""), *(Entry(head.text) for head in row)]
        else:
            line = Line([Segment(head.left, head.right, 0, head.height, False, head.text) for head in row])
            entries = _row(line, columns)
        found.append(entries)
        below = row
    return found[::-1]


def _groups(row: Sequence[Head], columns: Sequence[Edges], below: Sequence[Head]) -> list[tuple[int, int]] | None:
    """Return the first and last column of each group that a *row* of headers stands over, in the middle or at one edge of all of them.

    Each of these columns has a header of its own in the row *below*. None where it is no such row.
    """
    labelled = row[0].left < columns[0][1]
    heads = row[1:] if labelled else row
    slots = len(columns) - 1
    if not heads or len(heads) >= slots or len(below) < slots or any(is_value(head.text) for head in (*heads, *below[1:])):
        return None
    under = below[len(below) - slots :]
    boxes = [(min(head.left, edge[0]), max(head.right, edge[1])) for head, edge in zip(under, columns[1:], strict=True)]
    equal = [(at, at + slots // len(heads)) for at in range(0, slots, slots // len(heads))] if slots % len(heads) == 0 else []
    if equal and (_are_in_the_middle(heads, equal, boxes) or _are_over(heads, equal, boxes, under)):
        return [(first + 1, last) for first, last in equal]
    if len(heads) == 1:
        return None
    unequal = _in_the_middle(heads, boxes)
    return [(first + 1, last) for first, last in unequal] if unequal is not None else None


def _are_in_the_middle(heads: Sequence[Head], groups: Sequence[tuple[int, int]], boxes: Sequence[Edges]) -> bool:
    for head, (first, last) in zip(heads, groups, strict=True):
        at, group = _middle((head.left, head.right)), boxes[first:last]
        if abs(at - (group[0][0] + group[-1][1]) / 2) > min(abs(at - _middle(box)) for box in group):
            return False
    return True


def _are_over(heads: Sequence[Head], groups: Sequence[tuple[int, int]], boxes: Sequence[Edges], under: Sequence[Head]) -> bool:
    """Return whether the headers *under* each of the *heads* are the same, or all heads begin or end with the groups."""
    if len(heads) < 2:
        return False
    within = all(
        boxes[first][0] - head.height < _middle((head.left, head.right)) < boxes[last - 1][1] + head.height
        for head, (first, last) in zip(heads, groups, strict=True)
    )
    again = len({tuple(head.text for head in under[first:last]) for first, last in groups}) == 1
    left = all(abs(head.left - under[first].left) <= ALIGNED * head.height for head, (first, _) in zip(heads, groups, strict=True))
    right = all(abs(head.right - boxes[last - 1][1]) <= ALIGNED * head.height for head, (_, last) in zip(heads, groups, strict=True))
    return within and (again or left or right)


def _in_the_middle(heads: Sequence[Head], boxes: Sequence[Edges]) -> list[tuple[int, int]] | None:
    """Return the groups, not alike wide, in the middle over which all *heads* stand."""
    if comb(len(boxes) - 1, len(heads) - 1) > MOST_WAYS:
        return None
    for cuts in combinations(range(1, len(boxes)), len(heads) - 1):
        groups = list(pairwise((0, *cuts, len(boxes))))
        if all(
            abs(_middle((head.left, head.right)) - (boxes[first][0] + boxes[last - 1][1]) / 2) <= ALIGNED * head.height
            for head, (first, last) in zip(heads, groups, strict=True)
        ):
            return groups
    return None


def _heads_on(stacks: Sequence[Stack], number: int, body: int, rows: tuple[Sequence[Entry], Sequence[Entry]]) -> bool:
    """Return whether the second of *rows*, that of the stack *number*, goes on with the words of the headers above: "Number of / claims".

    No value stands in either, and the lines stand closer than the rows below them. A year goes on with words only.
    """
    above, row = rows
    pairs = [(upper.text, lower.text) for upper, lower in zip(above, row, strict=False)]
    if len(above) != len(row) or any(is_value(entry.text) or entry.columns > 1 for entry in (*above, *row)):
        return False
    if any(is_year(upper) or (is_year(lower) and not upper) for upper, lower in pairs) or (above[0].text and row[0].text[:1].isupper()):
        return False
    if not any(upper and lower for upper, lower in pairs[1:]) or (above[0].text and not row[0].text):
        return False
    pitch = stacks[number][0].line - stacks[number - 1][-1].line
    closer = CLOSER * pitch < stacks[body][0].line - stacks[body - 1][-1].line
    return closer or all(entry.text[:1].islower() for entry in row[1:] if entry.text)


def _overlap(segment: Segment, column: Edges) -> float:
    return min(segment.right, column[1]) - max(segment.left, column[0])


def _middle(edges: Edges) -> float:
    return (edges[0] + edges[1]) / 2


def _width(column: Edges) -> float:
    return column[1] - column[0]
