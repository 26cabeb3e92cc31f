"""Plain lines to paragraphs: which line goes on in the next one."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from qa_bot.ingest.aligned import aligned, are_wide, drawn
from qa_bot.schema import Cell
from qa_bot.text.wordlists import read_wordlists

WIDEST_WRAP = 130  # characters; a longer line is a paragraph of its own unless the text breaks such lines within sentences
UNEVEN = 0.9  # of the shortest of those lines that break off: so full is a line, wrapped by hand, that the next one may go on
NARROWEST_WRAP = 40  # below it lines are verses, addresses, records
_STOP = (".", "!", "?", "…")
MAX_TABLE = 500  # rows of one table in plain text
MOST_TRIES = 50  # lines of a group that are tried for the first of a table and are none
_CLOSERS = "\"”»’')]"
# A bullet, or "1." / "2)" / "a)", not "(c) 2024" ; a dash only counts where it is the line's first sign and a space follows.
MARKER = re.compile(r"(?!\([cс]\)[ \t]+(?:19|20)\d\d)(?:[-*•●▪‣◦·+–—]|\(?\d{1,3}[.)]|\(?[a-zа-я]\))[ \t]+(?=\S)")

_NUMBER_FIRST = re.compile(r"(\d{1,3})\.[ \t]+\S")
_ITEM_NUMBER = re.compile(r"(\d{1,3})[.)][ \t]")
_BROKEN_OFF = re.compile(r"(?<![\w.,:/–-])[1-9]\d{0,2}$")  # a number, or a group of its digits
_GROUP = re.compile(r"\d{3}(?!\d)")
THOUSANDS = 3  # digits of such a group
LONGEST_LIST = 30  # items that most lists have at most
_LAST_WORD = re.compile(r"(?<![\w'’.-])[a-zа-яё]+$")
LONGEST_WORD = 12  # characters of a word at a line's end that a sentence cannot end with


class Line(NamedTuple):
    start: int  # of its first character that is no white space
    end: int
    indent: int


class Wrap(NamedTuple):
    """How wide the lines of a text are that go on in the next one; none do where *width* is 0."""

    width: int  # of the widest
    full: float = 0.0  # from how many characters on a line of a text wrapped wider than WIDEST_WRAP that ends no sentence goes on


class Unit(NamedTuple):
    """A paragraph of plain text as laid out: one line, the wrapped lines that go on in each other, or the rows of a table."""

    start: int
    end: int
    lines: int
    after_gap: bool  # an empty line, or nothing, stands before it
    before_gap: bool  # and after it
    cells: tuple[Cell, ...] = ()  # of a table


def completes(before: str, line: str, *, opening: str = "", full: bool = False) -> bool:
    """Return whether the number that *line* opens with ends the sentence that breaks off in *before*, and numbers no item of a list.

    Where the line before is *full*, that may be the rest of a number: "31" and "400. The others ...". *opening* is the first line of what
    would go on.

    >>> completes("the number of accidents rose to 702 from", "655. Tractors were involved")
    True
    """
    number = _NUMBER_FIRST.match(line)
    if number is None or any(
        item is not None and int(item[1]) == int(number[1]) - 1 for item in map(_ITEM_NUMBER.match, (before, opening))
    ):
        return False
    if full and len(number[1]) == THOUSANDS and _BROKEN_OFF.search(before):
        return True
    if int(number[1]) <= LONGEST_LIST:
        return False
    last = _LAST_WORD.search(before[-LONGEST_WORD - 2 :])
    return last is not None and last.group() in _joining()


@cache
def _joining() -> frozenset[str]:
    """Return the words with which hardly any line of a list or heading ends: "from", "was", «на»."""
    return frozenset(word for language in ("en", "ru") for word in read_wordlists(language, "stop")["before_numbers"].split())


def units(text: str) -> list[Unit]:
    """Return the paragraphs of *text* in order; spans without white space at either end, which cover everything else."""
    groups = list(_groups(text))
    wrap = _wrap_of(text, groups)
    found: list[Unit] = []
    for group in groups:
        for at, stop, cells in _parts(text, group, wrap):
            found.append(Unit(group[at].start, group[stop - 1].end, stop - at, at == 0, stop == len(group), cells))
    return found


def _parts(text: str, group: list[Line], wrap: Wrap) -> Iterator[tuple[int, int, tuple[Cell, ...]]]:
    """Yield the half-open line ranges of the paragraphs and tables in *group*, and the cells of each table."""
    first = tries = 0
    while first < len(group):
        stop = first + 1
        cells: tuple[Cell, ...] = ()
        if tries < MOST_TRIES and _may_be_row(text, group[first]):
            lines, cells = _table(text, group[first : first + MAX_TABLE])
            stop = first + lines if cells else stop
            tries += not cells
        while not cells and stop < len(group) and _goes_on(text, group[stop - 1], group[stop], group[first], wrap):
            stop += 1
        yield first, stop, cells
        first = stop


def _may_be_row(text: str, line: Line) -> bool:
    return text.find("|", line.start, line.end) >= 0 or are_wide(text, _behind_marker(text, line), line.end)


def _table(text: str, lines: Sequence[Line]) -> tuple[int, tuple[Cell, ...]]:
    """Return how many of *lines* make a table, and its cells; of none no cells. The numbers of a list before its rows are no part of it."""
    if any(text.find("|", line.start, line.end) >= 0 for line in lines[:2]):
        return drawn(text, [(line.start, line.end) for line in lines])
    numbered = len(lines) > 1 and _behind_marker(text, lines[1]) > lines[1].start
    alike = takewhile(lambda line: (_behind_marker(text, line) > line.start) is numbered, lines[1:])
    found = aligned(text, [(_behind_marker(text, line), line.end) for line in (lines[0], *alike)])
    return (found.lines, found.cells()) if found is not None else (0, ())


def _behind_marker(text: str, line: Line) -> int:
    """Return where what *line* says begins: behind the bullet or number of a list."""
    marker = MARKER.match(text, line.start, line.end)
    return marker.end() if marker is not None else line.start


def _groups(text: str) -> Iterator[list[Line]]:
    """Yield the runs of lines between empty lines."""
    group: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            group.append(Line(at + indent, at + indent + len(bare), indent))
        elif group:
            yield group
            group = []
        at += len(raw) + 1
    if group:
        yield group


def _wrap_of(text: str, groups: list[list[Line]]) -> Wrap:
    """Return how *text* was wrapped: not at all where no line goes on in small letters."""
    broken = [line.end - line.start for group in groups for line, after in pairwise(group) if _goes_on_small(text, line, after)]
    wide = [length for length in broken if length > WIDEST_WRAP]
    if wide:
        return Wrap(max(wide), UNEVEN * min(wide))
    lengths = (line.end - line.start for group in groups for line in group)
    width = max((length for length in lengths if length <= WIDEST_WRAP), default=0)
    return Wrap(width if broken and width >= NARROWEST_WRAP else 0)


def _goes_on_small(text: str, line: Line, after: Line) -> bool:
    opens_small = text[after.start].islower() and text[after.start + 1 : after.start + 2] != "."  # "г. Омск" opens a line of its own
    return opens_small and not text[max(line.start, line.end - 4) : line.end].rstrip(_CLOSERS).endswith(_STOP)


def _ends(text: str, line: Line) -> bool:
    """Whether a sentence, or what leads into a list, ends with *line*."""
    return text[max(line.start, line.end - 4) : line.end].rstrip(_CLOSERS).endswith((*_STOP, ":", ";"))


def _goes_on(text: str, line: Line, after: Line, first: Line, wrap: Wrap) -> bool:
    """Return whether the sentence or paragraph of *line* goes on in *after*; *first* is the paragraph's first line so far.

    A wrapped line is as full as it could be: the first word of the next one would not have fitted into the width.
    """
    length = line.end - line.start
    full = 0 < UNEVEN * wrap.width <= length
    if MARKER.match(text, after.start):
        return completes(text[line.start : line.end], text[after.start : after.end], opening=text[first.start : first.end], full=full)
    breaks_off = 0 < wrap.full <= length and not _ends(text, line)
    if length > max(wrap.width, WIDEST_WRAP) and not breaks_off:
        return False
    if after.indent > first.indent and MARKER.match(text, first.start):
        return True
    if _goes_on_small(text, line, after):
        return True
    if after.indent > line.indent + 1:  # set in: a new paragraph
        return False
    if not wrap.width or "\t" in text[line.start : line.end]:
        return False
    word = text.find(" ", after.start, after.end)
    over = length + 1 + (word if word > 0 else after.end) - after.start > wrap.width
    broken = full and _GROUP.match(text, after.start) is not None and _BROKEN_OFF.search(text, line.start, line.end) is not None
    return breaks_off or over or broken
