"""Notes and items of a PDF page whose marks stand apart from their text: no table of two columns."""

import re
from collections.abc import Sequence

from qa_bot.ingest.grid import is_value
from qa_bot.ingest.stacks import TIGHT, Line

LEAST = 2  # items
MOST = 100  # items that are looked at together
WORDS = 3  # of an item, on average; shorter ones may be names in a ranking
_MARK = re.compile(r"[(\[]?(?:(?P<number>\d{1,2})|(?P<letter>[a-zа-я]))[)\].]?|(?P<sign>[*†‡§]{1,3}|[⁰¹²³⁴-⁹]{1,2})")
_ALIGNED = 1.5  # points


def enumerated(lines: Sequence[Line], first: int) -> list[Sequence[Line]]:
    """Return the lines of each item of the list that begins at the line *first*, each of them with the next number, letter or sign; none
    where none does. A bare number gets a full stop, so that it counts nothing: "1 Fires at sea are left out"."""
    items: list[Sequence[Line]] = []
    at, last = first, None
    while at < len(lines) and len(items) < MOST and (mark := _mark(lines[at])) is not None and (last is None or _follows(last, mark)):
        if items and abs(lines[at].segments[1].left - lines[first].segments[1].left) > _ALIGNED:
            break
        end = at + 1
        while end < len(lines) and _goes_on(lines[at], lines[end - 1], lines[end]):
            end += 1
        items.append([_stopped(lines[at]), *lines[at + 1 : end]])
        at, last = end, mark
    words = sum(" ".join(line.text for line in item).count(" ") for item in items)
    return items if len(items) >= LEAST and words >= WORDS * len(items) else []


def _mark(line: Line) -> str | None:
    """Return the mark that a *line* of a mark and running text begins with: a number, a letter, or "" for a sign."""
    if len(line.segments) != 2:
        return None
    mark, text = _MARK.fullmatch(line.segments[0].text), line.segments[1].text
    if mark is None or not text.lstrip("\"'“«„(")[:1].isalpha() or is_value(text):
        return None
    return mark["number"] or mark["letter"] or ""


def _stopped(line: Line) -> Line:
    mark, text = line.segments
    return Line([mark._replace(text=f"{mark.text}."), text]) if mark.text.isdecimal() else line


def _follows(last: str, mark: str) -> bool:
    if last.isdigit() and mark.isdigit():
        return int(mark) == int(last) + 1
    return last == mark == "" or (last.isalpha() and mark.isalpha() and ord(mark) == ord(last) + 1)


def _goes_on(item: Line, above: Line, line: Line) -> bool:
    under = len(line.segments) == 1 and abs(line.left - item.segments[1].left) <= _ALIGNED
    return under and line.line - above.line <= TIGHT * line.height
