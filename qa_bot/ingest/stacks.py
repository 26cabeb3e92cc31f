"""The lines of a PDF page, and those of them that make one row of a table: cells of several lines, or set in the middle beside these."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from qa_bot.ingest.glyphs import Segment
from qa_bot.ingest.grid import is_value

BESIDE = 0.8  # times the height of a line: two that stand closer are no lines of one cell
HALFWAY = 1.1  # times its height above the next a line may stand that is set in the middle beside two others
TIGHT = 1.35  # times its height below another one stands a line of the same cell
APART = 1.25  # times as far as such lines stand the rows
EVEN = 0.2  # by which two distances that are alike may differ


class Line(NamedTuple):
    segments: list[Segment]

    @property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.segments)

    @property
    def left(self) -> float:
        return self.segments[0].left

    @property
    def right(self) -> float:
        return self.segments[-1].right

    @property
    def height(self) -> float:
        return max(self.segments, key=lambda segment: len(segment.text)).height  # a bullet may be larger than its line

    @property
    def line(self) -> float:
        return self.segments[0].line

    @property
    def bold(self) -> bool:
        return all(segment.bold for segment in self.segments)


Stack = list[Line]


def values_of(line: Line) -> list[Segment]:
    """Return the numbers among what stands behind the first segment of *line*."""
    return [segment for segment in line.segments[1:] if is_value(segment.text)]


def levelled(lines: Sequence[Line]) -> list[Line]:
    """Return *lines*, those that are set in the middle beside others as parts of these: numbers beside a label of two lines."""
    found: list[Line] = []
    for line in lines:
        if found and _stands_beside(found[-1], line):
            found[-1] = _merged(found[-1], line)
        else:
            found.append(line)
    at = 1
    while at < len(found) - 1:
        if _stands_between(*found[at - 1 : at + 2]):
            found[at : at + 2] = [_merged(found[at + 1], found[at])]
        at += 1
    return found


def _merged(line: Line, other: Line) -> Line:
    baseline = line.line
    return Line(sorted((segment._replace(line=baseline) for segment in (*line.segments, *other.segments)), key=lambda each: each.left))


def _stands_beside(above: Line, line: Line) -> bool:
    smaller = min(above.height, line.height)
    segments = (*above.segments, *line.segments)
    of_table = len(segments) > 2 or any(is_value(segment.text) for segment in segments)
    return of_table and line.line - above.line < BESIDE * smaller and not _overlap(above, line)


def _stands_between(above: Line, line: Line, below: Line) -> bool:
    """Return whether *line* heads what is beside two rows of headers, in the middle: "Company" beside "2021" and "Late"."""
    before, after = line.line - above.line, below.line - line.line
    rows = len(above.segments) > 1 and len(below.segments) > 1
    close = max(before, after) <= HALFWAY * line.height and abs(before - after) <= EVEN * max(before, after)
    return rows and close and not _overlap(above, line) and not _overlap(line, below)


def _overlap(one: Line, other: Line) -> bool:
    return any(each.left < segment.right and segment.left < each.right for each in one.segments for segment in other.segments)


def stacked(lines: Sequence[Line]) -> list[Stack]:
    """Return the rows that *lines* of a table make: lines closer than the rows stand are one, where none has two of numbers."""
    gaps = [below.line - above.line for above, below in pairwise(lines)]
    pitch = min(gaps, default=0.0)
    apart = bool(gaps) and max(gaps) >= APART * pitch and pitch <= TIGHT * min(line.height for line in lines)
    if not apart:
        return [[line] for line in lines]
    stacks: list[Stack] = [[lines[0]]]
    for line, gap in zip(lines[1:], gaps, strict=True):
        if gap < APART * pitch and _may_go_on(stacks[-1], line):
            stacks[-1].append(line)
        else:
            stacks.append([line])
    body = next((at for at, stack in enumerate(stacks) if any(map(values_of, stack))), len(stacks))
    if any(sum(bool(values_of(line)) for line in stack) > 1 for stack in stacks[body:]):
        return [*stacks[:body], *([line] for stack in stacks[body:] for line in stack)]
    return stacks


def _may_go_on(stack: Stack, line: Line) -> bool:
    """Return whether *line* may go on with what stands above it: not with a name in bold or before a colon, nor set in below one."""
    last = stack[-1]
    if len(last.segments) == 1:
        named = last.segments[0]
        under = line.segments[0]
        heads = named.text.endswith(":") or (named.bold and not under.bold) or named.left + EVEN * named.height < under.left < named.right
        return not heads
    return True
