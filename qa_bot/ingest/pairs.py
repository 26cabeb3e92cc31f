"""Tables that stand side by side on a page of a PDF, each below a caption with a number: which lines are of which."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qa_bot.ingest.furniture import is_caption
from qa_bot.ingest.glyphs import Segment
from qa_bot.ingest.grid import is_value
from qa_bot.ingest.lattice import Edges
from qa_bot.ingest.stacks import TIGHT, Line, values_of

APART = 3  # times its height at most a line stands below the one before
GOES_ON = 1.5  # times as far apart as above at most stand the rows beside the caption of a further table; more are above and below it
NEAR = 20  # captions further down are looked through for the one beside
AROUND = 50  # lines above and below are looked at for the rows beside a caption
_NUMBERED = re.compile(r"[*_ ]*[^\W\d_]+\.?\s+[^\W\d_]?[.-]?\d[\d.]*\W*[^\W\d_]{2}")


class Pair(NamedTuple):
    """Two captioned tables side by side: the lines *first* to *end*, and the halves of these."""

    first: int
    end: int
    left: list[Line]
    right: list[Line]


def pairs(lines: Sequence[Line]) -> Iterator[Pair]:
    """Yield the pairs of captioned tables in *lines*, from the top."""
    named = [(at, each) for at, line in enumerate(lines) for each in line.segments if is_named(each.text)]
    behind = 0
    for number, (at, caption) in enumerate(named):
        beside = [each for each in named[number + 1 : number + 1 + NEAR] if each[1].left > caption.right or each[1].right < caption.left]
        if at < behind or not beside:
            continue
        other, second = min(beside, key=lambda each: (each[0], each[1].left))
        left, right = sorted((caption, second))
        end = _end(lines, at, left, right)
        if end > other and (halves := _halves(lines[at:end], left, right)) is not None:
            yield Pair(at, end, *halves)
            behind = end


def is_named(text: str) -> bool:
    """Return whether *text* is a caption with a number and a name: "Table 3. Yields by district"."""
    return is_caption(text) and _NUMBERED.match(text) is not None


def _end(lines: Sequence[Line], first: int, left: Segment, right: Segment) -> int:
    """Return the index behind the lines, from *first* on, that stand in two halves below the captions *left* and *right*."""
    end = first + 1
    while end < len(lines) and lines[end].line - lines[end - 1].line <= APART * lines[end].height:
        if any(each.left < left.right and right.left < each.right for each in lines[end].segments):
            break
        if _heads_both(lines, first, end, (left, right)):
            break
        end += 1
    while (
        end - first > 1 and len(lines[end - 1].segments) == 1 and lines[end - 1].line - lines[end - 2].line > TIGHT * lines[end - 1].height
    ):
        end -= 1
    return end


def _heads_both(lines: Sequence[Line], first: int, at: int, captions: tuple[Segment, Segment]) -> bool:
    """Return whether the line *at* is the caption of a table below both halves, since rows of neither half go on beside it."""
    left, right = captions
    line = lines[at]
    if len(line.segments) > 1 or line.segments[0] in captions or not is_named(line.text):
        return False
    of_left = line.right < right.left
    near = lines[max(first, at - AROUND) : at + AROUND]
    beside = [each for each in near if any(right.left < one.right if of_left else one.left < left.right for one in each.segments)]
    above, below = [each for each in beside if each.line < line.line], [each for each in beside if each.line > line.line]
    if len(above) < 2 or not below:
        return bool(above)
    return below[0].line - above[-1].line > GOES_ON * (above[-1].line - above[-2].line)


def _halves(lines: Sequence[Line], left: Segment, right: Segment) -> tuple[list[Line], list[Line]] | None:
    """Return *lines* cut where the widest strip without text parts two tables, each below one of the captions; None if none does."""
    for start, end in sorted(_strips(lines), key=lambda strip: strip[0] - strip[1]):
        if left.right <= start and end <= right.left:
            sides = [[each for each in line.segments if (each.left >= end) is at_right] for line in lines for at_right in (False, True)]
            halves = [Line(side) for side in sides[::2] if side], [Line(side) for side in sides[1::2] if side]
            if all(map(_is_table, halves)):
                return halves
    return None


def _strips(lines: Sequence[Line]) -> list[Edges]:
    """Return the edges of the strips from top to bottom on which nothing of *lines* stands."""
    found: list[Edges] = []
    reached = 0.0
    for segment in sorted((each for line in lines for each in line.segments), key=lambda each: each.left):
        if 0 < reached < segment.left:
            found.append((reached, segment.left))
        reached = max(reached, segment.right)
    return found


def _is_table(lines: Sequence[Line]) -> bool:
    """Return whether *lines* hold rows of numbers, with labels before most of them."""
    rows = [line for line in lines if values_of(line)]
    return len(rows) > 1 and 2 * sum(is_value(line.segments[0].text) for line in rows) < len(rows)
