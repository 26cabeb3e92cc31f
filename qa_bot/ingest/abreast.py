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
                return _side(lines, columns[at][0], right=False), _side(lines, columns[at][0], right=True)
    return None


def _side(lines: Sequence[Line], edge: float, *, right: bool) -> list[Line]:
    sides = ([segment for segment in line.segments if (segment.left >= edge - 1) is right] for line in lines)
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
    if any(_titles(line, columns[0], columns[at], last=number + 1 == body) for number, line in enumerate(lines[:body])):
        return True
    heads = [[" ".join(_texts(lines[:body], column)) for column in side[1:]] for side in (left, right)]
    if len(left) == len(right) and heads[0] == heads[1] and all(heads[0]):
        return True
    return _labels_again(lines[body:], columns, at) or (_rows_apart(lines[body:], columns[at][0]) and _is_wide(columns, at))


def _titles(line: Line, first: Edges, second: Edges, *, last: bool) -> bool:
    """Return whether *line*, the *last* one of headers or one above it, holds one caption or title over each of two tables."""
    if len(line.segments) != 2:
        return False
    one, other = line.segments
    edges = abs(one.left - first[0]) <= line.height and abs(other.left - second[0]) <= line.height
    captioned = is_caption(one.text) and is_caption(other.text)
    return edges and (captioned or (not last and not any(is_value(each.text) or is_year(each.text) for each in line.segments)))


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
