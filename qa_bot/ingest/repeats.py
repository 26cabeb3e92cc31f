"""Text that a page shows twice: a teaser of a later paragraph, a paragraph printed again."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from qa_bot.ingest.pieces import Piece
from qa_bot.schema import BlockKind

PROBE = 20  # characters of a teaser's beginning that must stand again for it to be one; the rest is compared word by word
MIN_TEASER = 5  # words; shorter openings are alike by chance
MAX_LEAD = 120  # characters with which a paragraph may open before its teaser does: a dateline, an outlet
MAX_TAIL = 80  # characters that may follow the ellipsis: a date, an outlet
MIN_DUPLICATE = 60  # characters; "No change." under two headings is said of both
SURE_DUPLICATE = 200  # characters; so long a paragraph is printed twice by mistake also under different headings
_WORD = re.compile(r"\w+")
_CUT = re.compile(r"(?:\.{3}|…)[\])]?")


class Teaser(NamedTuple):
    end: int  # offset behind the repeated words and their ellipsis; a date and an outlet may follow
    cut: bool  # an ellipsis ends it


def teaser(text: str, pieces: Sequence[Piece], at: int) -> Teaser | None:
    """Return where the teaser ``pieces[at]`` ends, or None if it is none: the opening of a later paragraph, whole or cut by an ellipsis."""
    piece = pieces[at]
    probe = text[piece.start : piece.start + PROBE]
    found = text.find(probe, piece.end)
    if found < 0 or piece.end - piece.start < PROBE:
        return None
    cuts = [match for match in _CUT.finditer(text, piece.start, piece.end) if piece.end - match.end() <= MAX_TAIL]
    stop = cuts[-1].end() if cuts else piece.end
    words = _WORD.findall(text[piece.start : cuts[-1].start() if cuts else stop].lower())
    if len(words) < MIN_TEASER:
        return None
    starts = [later.start for later in pieces]
    while found >= 0:
        later = pieces[bisect_right(starts, found) - 1]
        if found - later.start <= MAX_LEAD and later.end - found > stop - piece.start - 3:
            again = _WORD.findall(text[found : min(later.end, found + 2 * (stop - piece.start))].lower())[: len(words)]
            if again[:-1] == words[:-1] and (again[-1] == words[-1] or (cuts and again[-1].startswith(words[-1]))):
                return Teaser(stop, bool(cuts))
        found = text.find(probe, found + 1)
    return None


def duplicates(text: str, pieces: Sequence[Piece]) -> set[int]:
    """Return the indexes of paragraphs that stand whole, character for character, earlier in the document."""
    seen: dict[str, set[int]] = {}
    found: set[int] = set()
    section = 0
    for at, piece in enumerate(pieces):
        section += piece.kind is BlockKind.HEADING
        length = piece.end - piece.start
        if piece.kind is not BlockKind.PARAGRAPH or length < MIN_DUPLICATE:
            continue
        sections = seen.setdefault(text[piece.start : piece.end], set())
        if section in sections or (sections and length >= SURE_DUPLICATE):
            found.add(at)
        sections.add(section)
    return found
