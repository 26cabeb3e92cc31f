"""From segments in their order to blocks: paragraphs whose lines go on in each other, headings, items, tables whose rows survive."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from qa_bot.ingest.furniture import is_caption
from qa_bot.ingest.glyphs import Segment, rows
from qa_bot.ingest.grid import Entry, Grid, grid, is_value, is_year
from qa_bot.ingest.lines import MARKER
from qa_bot.ingest.tables import MISSING
from qa_bot.schema import BlockKind

LEADING = 1.5  # times the height of a line that the next one may stand below it in one paragraph
INDENT = 1.0  # times the height of a line by which a paragraph's first line is set in
SHORT = 0.88  # of the width of its column: a line that ends earlier and ends a sentence ends its paragraph
LARGER = 1.12  # times as high as the text: a heading
MAX_HEADING = 160  # characters
OVERLAP = 0.5  # of the narrower of two that stand above each other
CLOSER = 1.2  # times as far as lines of a header that go on in each other stands the first row below from them
_HEADER = 4  # lines below the first in which the labels of the rows begin further left
_HEAD = 30  # characters of a line of a header
FARTHEST_YEAR = 10  # from the one in the next column: further apart are numbers that only look like years
_NUMBERED_CAPTION = re.compile(r"[*_ ]*[^\W\d_]+\.?\s+[^\W\d_]?[.-]?\d")
_FIGURES = re.compile(r"\d{4}")
_PARTED = re.compile(r"([^\W\d_]+|\d+)([-\u00ad\u2010])$")
_RANGE = re.compile(r"\d[–—]$")
_REST = re.compile(r"[\w-]+")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZА-ЯЁ]")


class Set(NamedTuple):
    """A block as it is set; a paragraph has *lines*, a table a *table*."""

    kind: BlockKind
    lines: tuple[str, ...] = ()
    level: int = 0
    table: Grid | None = None


class _Line(NamedTuple):
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


def blocks(stretch: Sequence[Segment], *, height: float) -> Iterator[Set]:
    """Yield the blocks of a *stretch* of segments; *height* is that of the running text of the document."""
    lines = [_Line(row) for _, row in rows(list(stretch))]
    at = 0
    edge = max((line.right for line in lines), default=0.0)
    while at < len(lines):
        if (end := _table_end(lines, at)) > at:
            yield Set(BlockKind.TABLE, table=_table(lines[at:end]))
            if (caption := _caption(lines[at:end], lines[end:], height)) is not None:
                yield caption
                end += 1
            at = end
            continue
        end = at + 1
        while end < len(lines) and _goes_on(lines, at, end, edge) and _table_end(lines, end) == end:
            end += 1
        yield _block(lines[at:end], height)
        at = end


def _block(lines: Sequence[_Line], height: float) -> Set:
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


def _level(ratio: float) -> int:
    return 1 if ratio >= 1.55 else 2 if ratio >= 1.25 else 3 if ratio >= LARGER else 4


def _goes_on(lines: Sequence[_Line], first: int, at: int, edge: float) -> bool:
    """Return whether the paragraph that begins at the line *first* goes on in the line *at*."""
    line, before = lines[at], lines[at - 1]
    if line.line - before.line > LEADING * max(before.height, line.height) or abs(line.height - before.height) > 0.1 * before.height:
        return False
    if MARKER.match(line.text) or line.bold != before.bold or line.left > before.right:
        return False
    if MARKER.match(lines[first].text):
        return line.left > lines[first].left + 1 or before.right >= lines[first].left + SHORT * (edge - lines[first].left)
    if line.left > before.left + INDENT * line.height and (at - first > 1 or before.left <= min(each.left for each in lines[first:]) + 1):
        return False
    return not (before.text[-1] in ".!?:" and before.right < lines[first].left + SHORT * (edge - lines[first].left))


# ---------------------------------------------------------------- tables


def _table_end(lines: Sequence[_Line], first: int) -> int:
    """Return the index behind the table that begins at the line *first*; *first* if none does.

    A table has at least two lines of several segments in the same columns, and most of what stands in it is no running text.
    """
    if _hangs_over(lines[first : first + 1 + _HEADER]) and (end := _table_end(lines, first + 1)) > first + 1:
        return end
    if len(lines[first].segments) < 2:
        return first
    end = last = first + 1
    while end < len(lines) and lines[end].line - lines[end - 1].line <= 3 * lines[end].height:
        if len(lines[end].segments) > 1:
            last = end + 1
        elif not _within_first_column(lines[first:last], lines[end]) or end - last > 1 or _heads_another(lines[first:last], lines[end:]):
            break
        end += 1
    body = lines[first:last]
    many = [line for line in body if len(line.segments) > 1]
    texts = [segment.text for line in many for segment in line.segments]
    wordy = sum(text.count(" ") >= 6 for text in texts)
    if len(many) < 2 or 3 * wordy > len(texts) or not (len(many) > 2 or any(is_value(text) for text in texts)):
        return first
    return last


def _hangs_over(lines: Sequence[_Line]) -> bool:
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


def _caption(table: Sequence[_Line], rest: Sequence[_Line], height: float) -> Set | None:
    """Return the line behind *table*, the first of the *rest*, as the caption of the table that follows; None if it is none."""
    if not rest or len(rest[0].segments) > 1 or not _heads_another(table, rest) or rest[0].text[-1] in ".!?;":
        return None
    block = _block(rest[:1], height)
    return block._replace(kind=BlockKind.CAPTION) if block.kind is BlockKind.PARAGRAPH else None


def _heads_another(table: Sequence[_Line], rest: Sequence[_Line]) -> bool:
    """Return whether with the first line of the *rest*, which has no columns, another table begins below the values of *table*.

    It does where it is a caption with a number, or where the header of a table follows. A row of words alone may be one of a table
    of words and figures ("Mayor, Jon Ald" above "Seats, 15"): it has to be named or to look as a header does.
    """
    if len(rest) < 3 or len(rest[1].segments) < 2 or not any(map(_values, table)):
        return False
    title, header, body = rest[:3]
    captioned = is_caption(title.text)
    if captioned and _NUMBERED_CAPTION.match(title.text):
        return True
    if _values(header) or any(segment.text in MISSING for segment in header.segments[1:]):
        return False
    if captioned or _are_years(header):
        return True
    alike = header.segments[0].text == table[0].segments[0].text or (header.bold and not body.bold)
    return bool(_values(body)) and (alike or header.left > body.segments[0].right)


def _values(line: _Line) -> list[Segment]:
    return [segment for segment in line.segments[1:] if is_value(segment.text)]


def _are_years(line: _Line) -> bool:
    """Return whether *line* names several years, each a little after or before the one beside it, and nothing else but the labels."""
    named = [segment.text for segment in line.segments[not is_year(line.segments[0].text) :]]
    if len(named) < 2 or not all(map(is_year, named)):
        return False
    years = [int(_FIGURES.findall(text)[0]) for text in named]
    steps = {later - earlier for earlier, later in pairwise(years)}
    return all(0 < step <= FARTHEST_YEAR for step in steps) or all(-FARTHEST_YEAR <= step < 0 for step in steps)


def _within_first_column(table: Sequence[_Line], line: _Line) -> bool:
    many = [each for each in table if len(each.segments) > 1]
    return line.right <= min(each.segments[1].left for each in many) + 1


def _table(lines: Sequence[_Line]) -> Grid:
    columns = _columns(lines)
    entries: list[list[Entry]] = []
    for number, line in enumerate(lines):
        if (heads := _grouped(line, columns, lines[number + 1 :])) is not None:
            entries.append(heads)
            continue
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
        row += [Entry("")] * (len(columns) - at)
        if entries and (_wraps(entries[-1], row) or _heads_on(lines, number, entries[-1], row)):
            entries[-1] = [upper._replace(text=_wrapped(upper.text, lower.text)) for upper, lower in zip(entries[-1], row, strict=True)]
        else:
            entries.append(row)
    return grid(entries)


def _grouped(line: _Line, columns: Sequence[tuple[float, float]], below: Sequence[_Line]) -> list[Entry] | None:
    """Return the entries of a *line* of headers, each in the middle over as many columns as the others; None where it is no such line.

    Each of these columns has a header of its own in the line *below*.
    """
    beside = _overlap(line.segments[0], columns[0]) > 0 or line.segments[0].left < columns[0][1]
    heads = line.segments[1:] if beside else line.segments
    each, rest = divmod(len(columns) - 1, len(heads)) if heads else (0, 0)
    if each < 2 or rest or _values(line) or not below or _values(below[0]) or len(below[0].segments) < len(columns) - 1:
        return None
    found = [Entry(line.segments[0].text if beside else "")]
    for at, head in enumerate(heads):
        group = columns[1 + at * each : 1 + (at + 1) * each]
        middle = (group[0][0] + group[-1][1]) / 2
        nearest = min(abs(_middle((head.left, head.right)) - _middle(column)) for column in group)
        if abs(_middle((head.left, head.right)) - middle) > nearest:
            return None
        found.append(Entry(head.text, columns=each))
    return found


def _nearest(segment: Segment, columns: Sequence[tuple[float, float]], first: int) -> int:
    """Return the column, from *first* on, that a segment above or below none of them is nearest to."""
    middle = _middle((segment.left, segment.right))
    return min(range(min(first, len(columns) - 1), len(columns)), key=lambda column: abs(_middle(columns[column]) - middle))


def _middle(edges: tuple[float, float]) -> float:
    return (edges[0] + edges[1]) / 2


def _wraps(above: Sequence[Entry], row: Sequence[Entry]) -> bool:
    """Return whether *row* only goes on with the label of the row above, which has values: "Agriculture, forestry / and fishing"."""
    alone = bool(row) and bool(row[0].text) and not any(entry.text for entry in row[1:])
    return alone and len(above) == len(row) and row[0].text[0].islower() and any(is_value(entry.text) for entry in above[1:])


def _heads_on(lines: Sequence[_Line], number: int, above: Sequence[Entry], row: Sequence[Entry]) -> bool:
    """Return whether *row*, of the line *number*, goes on with the words of the headers *above*: "Number of / claims / refused".

    No value stands in either, the corner is still empty, and the lines stand closer than the rows below them.
    """
    if any(is_value(entry.text) or is_year(entry.text) or entry.columns > 1 for entry in (*above, *row)) or len(above) != len(row):
        return False
    body = next((at for at in range(number + 1, len(lines)) if _values(lines[at])), None)
    if above[0].text or body is None or not any(upper.text and lower.text for upper, lower in zip(above, row, strict=True)):
        return False
    pitch = lines[number].line - lines[number - 1].line
    return CLOSER * pitch < lines[body].line - lines[body - 1].line or all(entry.text[:1].islower() for entry in row[1:] if entry.text)


def _wrapped(upper: str, lower: str) -> str:
    return mended((upper, lower), frozenset()) if upper and lower else upper or lower


def _columns(lines: Sequence[_Line]) -> list[tuple[float, float]]:
    """Return the left and right edges of the columns: what the rows with most segments, and all that stand above each other, take up."""
    most = max(len(line.segments) for line in lines)
    edges: list[tuple[float, float]] = []
    body = next((at for at, line in enumerate(lines) if _values(line)), 0)
    heads = {id(line) for line in lines[:body]}
    for line in sorted(lines, key=lambda line: -len(line.segments)):
        if len(line.segments) < max(2, most - 1):
            break
        for segment in line.segments:
            touching = [edge for edge in edges if segment.left < edge[1] and edge[0] < segment.right]
            if len(touching) > 1 or (not touching and id(line) in heads and len(line.segments) < most):
                continue  # it stands over several
            left, right = min([segment.left, *(edge[0] for edge in touching)]), max([segment.right, *(edge[1] for edge in touching)])
            edges = [edge for edge in edges if edge not in touching] + [(left, right)]
    return sorted(edges)


def _overlap(segment: Segment, column: tuple[float, float]) -> float:
    return min(segment.right, column[1]) - max(segment.left, column[0])


def _width(column: tuple[float, float]) -> float:
    return column[1] - column[0]


# ---------------------------------------------------------------- lines


def mended(lines: Sequence[str], compounds: frozenset[str]) -> str:
    """Return the *lines* of a paragraph as one; a word that was parted at a line's end is whole again.

    *compounds* are the words of the document that are written with a hyphen within a line: of these it stays.

    >>> mended(["The har-", "vest of long-", "grain rice"], frozenset({"long-grain"}))
    'The harvest of long-grain rice'
    """
    text = lines[0]
    for line in lines[1:]:
        rest = _REST.match(line)
        parted = _PARTED.search(text)
        if parted is None or rest is None or text[parted.start() - 1 : parted.start()] in ("-", "–"):
            text += ("" if line[:1].isdigit() and _RANGE.search(text) else " ") + line
        else:
            text = _rejoined(text, line, (parted[1], parted[2], rest.group()), compounds)
    return text


def _rejoined(text: str, line: str, parts: tuple[str, str, str], compounds: frozenset[str]) -> str:
    """Return *text* and *line*, the one that follows; *parts* are the last word of the one, its hyphen, and the first word of the other."""
    word, hyphen, rest = parts
    if hyphen == "\u00ad":
        return text[:-1] + line
    if word.isdigit():
        return f"{text} {line}" if rest[0].isdigit() else text + line  # "a 10-year plan"; a figure is never joined with another
    if rest in _hyphens("hanging"):
        return f"{text} {line}"  # "long- and short-term"
    whole = f"{word}-{rest}".lower()
    known = whole in compounds or whole in _hyphens("whole") or word.lower() in _hyphens("behind") or rest in _hyphens("before")
    stays = known or len(word) == 1 or not rest[0].islower()
    return (text if stays else text[:-1]) + line


@cache
def _hyphens(sort: str) -> frozenset[str]:
    with (Path(__file__).parent / "data" / "hyphens.toml").open("rb") as stream:
        return frozenset(tomllib.load(stream)[sort])
