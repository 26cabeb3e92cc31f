"""Plain lines to paragraphs: which line goes on in the next one."""

import re
from collections.abc import Iterator
from typing import NamedTuple

WIDEST_WRAP = 130  # characters; a longer line was not wrapped by hand or mailer, so it is a paragraph of its own
NARROWEST_WRAP = 40  # below it lines are verses, addresses, records
_STOP = (".", "!", "?", "…", ":", ";")
_CLOSERS = "\"”»’')]"
# A bullet, or "1." / "2)" / "a)" ; a dash only counts where it is the line's first sign and a space follows.
MARKER = re.compile(r"(?:[-*•●▪‣◦·+–—]|\(?\d{1,3}[.)]|\(?[a-zа-я]\))[ \t]+(?=\S)")


class Unit(NamedTuple):
    """A paragraph of plain text as laid out: one line, or the wrapped lines that go on in each other."""

    start: int
    end: int
    lines: int
    after_gap: bool  # an empty line, or nothing, stands before it
    before_gap: bool  # and after it


class _Line(NamedTuple):
    start: int  # of its first character that is no white space
    end: int
    indent: int


def units(text: str) -> list[Unit]:
    """Return the paragraphs of *text* in order; spans without white space at either end, which cover everything else."""
    found: list[Unit] = []
    for group in _groups(text):
        width = max(line.end - line.start for line in group)
        first = 0
        for at in range(1, len(group) + 1):
            if at < len(group) and _goes_on(text, group[at - 1], group[at], group[first], width):
                continue
            found.append(Unit(group[first].start, group[at - 1].end, at - first, first == 0, at == len(group)))
            first = at
    return found


def _groups(text: str) -> Iterator[list[_Line]]:
    """Yield the runs of lines between empty lines."""
    group: list[_Line] = []
    at = 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            group.append(_Line(at + indent, at + indent + len(bare), indent))
        elif group:
            yield group
            group = []
        at += len(raw) + 1
    if group:
        yield group


def _goes_on(text: str, line: _Line, after: _Line, first: _Line, width: int) -> bool:
    """Return whether the sentence or paragraph of *line* goes on in *after*; *first* is the paragraph's first line so far.

    A wrapped line is as full as it could be: the first word of the next one would not have fitted into *width*.
    """
    if line.end - line.start > WIDEST_WRAP or MARKER.match(text, after.start):
        return False
    in_item = MARKER.match(text, first.start) is not None
    if in_item and after.indent > first.indent:
        return True
    opener = text[after.start]
    if opener.islower() and not text[line.start : line.end].rstrip(_CLOSERS).endswith(_STOP[:4]):
        return width > NARROWEST_WRAP or not in_item
    if width < NARROWEST_WRAP or width > WIDEST_WRAP or "\t" in text[line.start : line.end]:
        return False
    word = text.find(" ", after.start, after.end)
    return line.end - line.start + 1 + (word if word > 0 else after.end) - after.start > width
