"""Tables that stand side by side on a page of a PDF: where the second one begins."""

import re
from collections.abc import Sequence

from qa_bot.ingest.furniture import is_caption
from qa_bot.ingest.grid import is_value, is_year
from qa_bot.ingest.lattice import Edges, columns_of
from qa_bot.ingest.stacks import Line, values_of

LEAST = 2  # columns of each
MOST = 40  # columns in all; more are of one wide table, in which looking for a second one would take long
WIDER = 1.5  # times as wide as any other is the gap between two tables that neither captions nor headers tell apart
_WORD = re.compile(r"[^\W\d_]{2}")


def parted(lines: Sequence[Line]) -> tuple[list[Line], list[Line]] | None:
    """Return the lines of two tables that stand side by side in those of one; None if *lines* are of one alone.

    Each has labels first and then numbers, and either captions or titles stand over both, or the headers or the labels of the rows
    stand twice, or they have rows of their own and a wide gap between them.
    """
    body = next((at for at, line in enumerate(lines) if values_of(line)), None)
    if body is None:
        return None
    columns = columns_of(lines[body:])
    if len(columns) > MOST:
        return None
    for at in range(LEAST, len(columns) - LEAST + 1):
        if _labels(lines[body:], columns[at]) and _labels(lines[body:], columns[0]) and _numbers(lines[body:], columns[at - 1]):
            if _numbers(lines[body:], columns[-1]) and _are_two(lines, body, columns, at):
                gap = columns[at - 1][1], columns[at][0]
                return _side(lines, gap, right=False), _side(lines, gap, right=True)
    return None


def _side(lines: Sequence[Line], gap: Edges, *, right: bool) -> list[Line]:
    """Return what stands on one side of a *gap*; a caption may begin in it."""
    edges = [gap[0] if all(is_caption(each.text) for each in line.segments) else gap[1] for line in lines]
    sides = ([each for each in line.segments if (each.left >= edge - 1) is right] for line, edge in zip(lines, edges, strict=True))
    return [Line(segments) for segments in sides if segments]


def _texts(lines: Sequence[Line], column: Edges) -> list[str]:
    return [segment.text for line in lines for segment in line.segments if segment.left < column[1] and column[0] < segment.right]


def _labels(lines: Sequence[Line], column: Edges) -> bool:
    texts = _texts(lines, column)
    named = sum(_WORD.search(text) is not None or is_year(text) for text in texts)
    return len(texts) > 1 and named == len(texts) and not any(is_value(text) for text in texts)


def _numbers(lines: Sequence[Line], column: Edges) -> bool:
    return any(is_value(text) for text in _texts(lines, column))


def _are_two(lines: Sequence[Line], body: int, columns: Sequence[Edges], at: int) -> bool:
    left, right = columns[:at], columns[at:]
    if any(_titles(line, (left, right), last=number + 1 == body) for number, line in enumerate(lines[:body])):
        return True
    heads = [[" ".join(_texts(lines[:body], column)) for column in side[1:]] for side in (left, right)]
    if len(left) == len(right) and heads[0] == heads[1] and all(heads[0]):
        return True
    return _labels_again(lines[body:], columns, at) or (_rows_apart(lines[body:], columns[at][0]) and _is_wide(columns, at))


def _titles(line: Line, sides: tuple[Sequence[Edges], Sequence[Edges]], *, last: bool) -> bool:
    """Return whether *line*, the *last* one of headers or one above it, holds one caption or title over each of two tables."""
    if len(line.segments) != 2:
        return False
    if is_caption(line.segments[0].text) and is_caption(line.segments[1].text):
        return line.segments[1].left >= sides[0][-1][1] or _begins(line, sides)
    words = not last and not any(is_value(each.text) or is_year(each.text) for each in line.segments)
    return words and (_begins(line, sides) or _is_centred(line, sides))


def _begins(line: Line, sides: tuple[Sequence[Edges], Sequence[Edges]]) -> bool:
    return all(abs(each.left - side[0][0]) <= line.height for each, side in zip(line.segments, sides, strict=True))


def _is_centred(line: Line, sides: tuple[Sequence[Edges], Sequence[Edges]]) -> bool:
    """Return whether *line* stands over the middle of both *sides*, their labels among them."""
    off = [abs(each.left + each.right - side[0][0] - side[-1][1]) / 2 for each, side in zip(line.segments, sides, strict=True)]
    return max(off) <= line.height / 2


def _labels_again(lines: Sequence[Line], columns: Sequence[Edges], at: int) -> bool:
    """Return whether the last rows of both sides have the same name: "Total" and "Total"."""
    both = [_texts(lines, columns[each])[-1] for each in (0, at)]
    return both[0].lower() == both[1].lower()


def _rows_apart(lines: Sequence[Line], edge: float) -> bool:
    """Return whether some rows stand on one side alone, or the sides have lines of their own."""
    sides = [{segment.left >= edge - 1 for segment in line.segments} for line in lines]
    return any(len(side) == 1 for side in sides)


def _is_wide(columns: Sequence[Edges], at: int) -> bool:
    gaps = [columns[number][0] - columns[number - 1][1] for number in range(1, len(columns))]
    return gaps[at - 1] >= WIDER * max(gap for number, gap in enumerate(gaps) if number != at - 1)
