"""From segments in their order to blocks: paragraphs whose lines go on in each other, headings, items, tables whose rows survive."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from qa_bot.ingest.abreast import parted
from qa_bot.ingest.enumerated import enumerated
from qa_bot.ingest.furniture import is_caption
from qa_bot.ingest.glyphs import Segment, rows
from qa_bot.ingest.grid import Grid, is_value, is_year
from qa_bot.ingest.lattice import CLOSER, lattice
from qa_bot.ingest.lines import MARKER, completes
from qa_bot.ingest.pairs import pairs
from qa_bot.ingest.stacks import TIGHT, Line, levelled, values_of
from qa_bot.ingest.tables import MISSING
from qa_bot.schema import BlockKind

LEADING = 1.5  # times the height of a line that the next one may stand below it in one paragraph
INDENT = 1.0  # times the height of a line by which a paragraph's first line is set in
SHORT = 0.88  # of the width of its column: a line that ends earlier and ends a sentence ends its paragraph
LARGER = 1.12  # times as high as the text: a heading
FAR = 4  # times the height of its letters: no line of a paragraph is set in by so much
MAX_HEADING = 160  # characters
_HEADER = 4  # lines below the first in which the labels of the rows begin further left
_HEAD = 30  # characters of a line of a header
FARTHEST_YEAR = 10  # from the one in the next column: further apart are numbers that only look like years
_NUMBERED_CAPTION = re.compile(r"[*_ ]*[^\W\d_]+\.?\s+[^\W\d_]?[.-]?\d")
_OPENS_NOTE = re.compile(r"[⁰¹²³⁴-⁹†‡]{1,2}\s?\w")
_FIGURES = re.compile(r"\d{4}")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZА-ЯЁ]")


class Set(NamedTuple):
    """A block as it is set; a paragraph has *lines*, a table a *table*."""

    kind: BlockKind
    lines: tuple[str, ...] = ()
    level: int = 0
    table: Grid | None = None


def blocks(stretch: Sequence[Segment], *, height: float) -> Iterator[Set]:
    """Yield the blocks of a *stretch* of segments; *height* is that of the running text of the document."""
    yield from _blocks(levelled([Line(row) for _, row in rows(list(stretch))]), height)


def _blocks(lines: Sequence[Line], height: float) -> Iterator[Set]:
    at = 0
    for pair in pairs(lines):
        yield from _single(lines[at : pair.first], height)
        for half in (pair.left, pair.right):
            yield from _blocks(half, height)
        at = pair.end
    yield from _single(lines[at:], height)


def _single(lines: Sequence[Line], height: float) -> Iterator[Set]:
    """Yield the blocks of *lines* in which no two captions stand side by side."""
    at = 0
    edge = max((line.right for line in lines), default=0.0)
    while at < len(lines):
        if items := enumerated(lines, at):
            yield from (_block(item, height) for item in items)
            at += sum(map(len, items))
            continue
        if (end := _table_end(lines, at)) > at:
            if (sides := parted(lines[at:end])) is not None:
                for side in sides:
                    yield from _single(side, height)
                at = end
                continue
            yield Set(BlockKind.TABLE, table=lattice(lines[at:end]))
            if (caption := _caption(lines[at:end], lines[end:], height)) is not None:
                yield caption
                end += 1
            at = end
            continue
        end = at + 1
        while end < len(lines) and _goes_on(lines, at, end, edge) and _table_end(lines, end) == end and not enumerated(lines, end):
            end += 1
        yield _block(lines[at:end], height)
        at = end


def _block(lines: Sequence[Line], height: float) -> Set:
    if (marker := MARKER.match(lines[0].text)) and not _NUMBERED.match(lines[0].text):
        return Set(BlockKind.LIST_ITEM, (lines[0].text[marker.end() :], *(line.text for line in lines[1:])), 1)
    text = " ".join(line.text for line in lines)
    larger = lines[0].height >= LARGER * height
    if (
        len(text) <= MAX_HEADING
        and text[-1] not in ".,;:!"
        and (larger or (lines[0].bold and all(line.bold for line in lines)))
        and not is_value(text)
    ):
        return Set(BlockKind.HEADING, tuple(line.text for line in lines), _level(lines[0].height / height))
    return Set(BlockKind.PARAGRAPH, tuple(line.text for line in lines))


def _is_set_apart(before: Line, line: Line) -> bool:
    """Return whether *line* stands at the left below one in the middle of the page: a heading under a title."""
    off = abs(before.left + before.right - line.left - line.right) / 2
    return before.left - line.left > FAR * line.height and off > line.height


def _is_centred(before: Line, line: Line) -> bool:
    """Return whether *line* is shorter than the one *before* and stands in the middle below it."""
    off = abs(before.left + before.right - line.left - line.right) / 2
    return before.left + INDENT * line.height < line.left and off < INDENT * line.height


def _level(ratio: float) -> int:
    return 1 if ratio >= 1.55 else 2 if ratio >= 1.25 else 3 if ratio >= LARGER else 4


def _goes_on(lines: Sequence[Line], first: int, at: int, edge: float) -> bool:
    """Return whether the paragraph that begins at the line *first* goes on in the line *at*."""
    line, before = lines[at], lines[at - 1]
    if line.line - before.line > LEADING * max(before.height, line.height) or abs(line.height - before.height) > 0.1 * before.height:
        return False
    short = before.right < lines[first].left + SHORT * (edge - lines[first].left)
    if (
        (MARKER.match(line.text) and not completes(before.text, line.text, opening=lines[first].text, full=not short))
        or _OPENS_NOTE.match(line.text)
        or line.bold != before.bold
        or line.left > before.right
        or _is_set_apart(before, line)
    ):
        return False
    if is_caption(lines[first].text) and _is_centred(before, line):
        return True
    if MARKER.match(lines[first].text):
        return line.left > lines[first].left + 1 or not short
    if line.left > before.left + INDENT * line.height and (at - first > 1 or before.left <= min(each.left for each in lines[first:]) + 1):
        return False
    return not (short and (before.text[-1] in ".!?:" or (_NUMBERED_CAPTION.match(line.text) is not None and is_caption(line.text))))


# ---------------------------------------------------------------- tables


def _table_end(lines: Sequence[Line], first: int) -> int:
    """Return the index behind the table that begins at the line *first*; *first* if none does.

    A table has at least two lines of several segments in the same columns, and most of what stands in it is no running text.
    """
    if _hangs_over(lines[first : first + 1 + _HEADER]) and (end := _table_end(lines, first + 1)) > first + 1:
        return end
    if len(lines[first].segments) < 2:
        return first
    end = last = first + 1
    while end < len(lines) and lines[end].line - lines[end - 1].line <= 3 * lines[end].height:
        if _is_closed_by_notes(lines, end):
            break
        if len(lines[end].segments) > 1:
            last = end + 1
        elif not _hangs_under(lines[end - 1], lines[end]) and (
            not _within_first_column(lines[first:last], lines[end])
            or (end - last > 1 and not _goes_down(lines[end - 1], lines[end]))
            or _heads_another(lines[first:last], lines[end:])
        ):
            break
        end += 1
    body = lines[first:last]
    many = [line for line in body if len(line.segments) > 1]
    texts = [segment.text for line in many for segment in line.segments]
    wordy = sum(text.count(" ") >= 6 for text in texts)
    if len(many) < 2 or 3 * wordy > len(texts) or not (len(many) > 2 or any(is_value(text) for text in texts)):
        return first
    return last


def _is_closed_by_notes(lines: Sequence[Line], at: int) -> bool:
    """Return whether notes stand at the line *at* below a table, and no row of it behind them."""
    items = enumerated(lines, at)
    behind = at + sum(map(len, items))
    return bool(items) and not (behind < len(lines) and values_of(lines[behind]))


def _goes_down(above: Line, line: Line) -> bool:
    """Return whether *line* stands as close below the one above as lines of one cell do."""
    return line.line - above.line <= TIGHT * line.height


def _hangs_under(above: Line, line: Line) -> bool:
    """Return whether *line*, which has no columns, is the last one of a cell that has more lines than those beside it."""
    if not _goes_down(above, line) or len(line.text) > _HEAD or line.text[-1] in ".!?":
        return False
    under = line.segments[0]
    over = [segment for segment in above.segments if segment.left < under.right and under.left < segment.right]
    if len(over) != 1 or over[0] is above.segments[0]:
        return False
    head = over[0]
    edges = ((head.left, under.left), (head.right, under.right), (head.left + head.right, under.left + under.right))
    return any(abs(one - other) < under.height for one, other in edges)


def _hangs_over(lines: Sequence[Line]) -> bool:
    """Return whether the first of *lines* is the first word or two of a header that has more lines than those beside it."""
    if len(lines) < 3 or len(lines[0].segments) > 1 or is_value(lines[0].text) or len(lines[0].text) > _HEAD:
        return False
    over, below = lines[0].segments[0], lines[1]
    close = below.line - over.line <= CLOSER * over.height
    left = min(line.left for line in lines[1:])
    under = [segment for segment in below.segments if segment.left < over.right and over.left < segment.right]
    return (
        close
        and len(below.segments) > 1
        and len(under) == 1
        and over.left > left + over.height
        and abs(under[0].left - over.left) < over.height
    )


def _caption(table: Sequence[Line], rest: Sequence[Line], height: float) -> Set | None:
    """Return the line behind *table*, the first of the *rest*, as the caption of the table that follows; None if it is none."""
    if not rest or len(rest[0].segments) > 1 or not _heads_another(table, rest) or rest[0].text[-1] in ".!?;":
        return None
    block = _block(rest[:1], height)
    return block._replace(kind=BlockKind.CAPTION) if block.kind is BlockKind.PARAGRAPH else None


def _heads_another(table: Sequence[Line], rest: Sequence[Line]) -> bool:
    """Return whether with the first line of the *rest*, which has no columns, another table begins below the values of *table*.

    It does where it is a caption with a number, or where the header of a table follows. A row of words alone may be one of a table
    of words and figures ("Mayor, Jon Ald" above "Seats, 15"): it has to be named or to look as a header does.
    """
    if len(rest) < 3 or len(rest[1].segments) < 2 or not any(map(values_of, table)):
        return False
    title, header, body = rest[:3]
    captioned = is_caption(title.text)
    if captioned and _NUMBERED_CAPTION.match(title.text):
        return True
    if values_of(header) or any(segment.text in MISSING for segment in header.segments[1:]):
        return False
    if captioned or _are_years(header):
        return True
    alike = header.segments[0].text == table[0].segments[0].text or (header.bold and not body.bold)
    return bool(values_of(body)) and (alike or header.left > body.segments[0].right)


def _are_years(line: Line) -> bool:
    """Return whether *line* names several years, each a little after or before the one beside it, and nothing else but the labels."""
    named = [segment.text for segment in line.segments[not is_year(line.segments[0].text) :]]
    if len(named) < 2 or not all(map(is_year, named)):
        return False
    years = [int(_FIGURES.findall(text)[0]) for text in named]
    steps = {later - earlier for earlier, later in pairwise(years)}
    return all(0 < step <= FARTHEST_YEAR for step in steps) or all(-FARTHEST_YEAR <= step < 0 for step in steps)


def _within_first_column(table: Sequence[Line], line: Line) -> bool:
    many = [each for each in table if len(each.segments) > 1]
    return line.right <= min(each.segments[1].left for each in many) + 1
