"""Text that a page shows twice: a teaser of a later paragraph, a paragraph printed again."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from qa_bot.ingest.furniture import numbers_page
from qa_bot.ingest.pieces import Piece
from qa_bot.schema import BlockKind

PROBE = 20  # characters of a teaser's beginning that must stand again for it to be one; the rest is compared word by word
REACH = 20_000  # characters behind a teaser that are looked through
MIN_TEASER = 5  # words; shorter openings are alike by chance
MAX_FINDS = 8  # places where a teaser's beginning stands again that are compared
MIN_MORE = 10  # characters that the paragraph has beyond a teaser that no ellipsis cuts
MAX_LEAD = 120  # characters with which a paragraph may open before its teaser does: a dateline, an outlet
MAX_TAIL = 80  # characters that may follow the ellipsis: a date, an outlet
LONGEST_HEAD = 100  # characters of the head of a printed page
MIN_DUPLICATE = 30  # characters; "No change." under two headings is said of both
SURE_DUPLICATE = 200  # characters; so long a paragraph is printed twice by mistake also under different headings
MAX_PULLED = 250  # characters of a quotation that is set apart from the text to catch the eye
NEAR = 30  # pieces before and behind it among which it is looked for
MIN_SENTENCE = 3  # words
_QUOTED = ("“", "„", "«", '"', "‘")
_SENTENCE_END = re.compile(r"[.!?…]+\W*")
_DATELINE_END = re.compile(r"\s(?:—|–|--|-)\s+")
_WORD = re.compile(r"\w+")
_CUT = re.compile(r"(?:\.{3}|…)[\])]?")


class Teaser(NamedTuple):
    end: int  # offset behind the repeated words and their ellipsis; a date and an outlet may follow
    cut: bool  # an ellipsis ends it


def teaser(text: str, pieces: Sequence[Piece], at: int, starts: Sequence[int]) -> Teaser | None:
    """Return where the teaser ``pieces[at]`` ends, or None if it is none: the opening of a later paragraph, whole or cut by an ellipsis.

    *starts* are the starts of the pieces.
    """
    piece = pieces[at]
    repeated = _repeat(text, pieces, piece, starts)
    dash = _DATELINE_END.search(text, piece.start, min(piece.end, piece.start + MAX_LEAD)) if repeated is None else None
    return _repeat(text, pieces, piece._replace(start=dash.end()), starts) if dash else repeated


def _repeat(text: str, pieces: Sequence[Piece], piece: Piece, starts: Sequence[int]) -> Teaser | None:
    probe, reach = text[piece.start : piece.start + PROBE], piece.end + REACH
    if piece.end - piece.start < PROBE or (found := text.find(probe, piece.end, reach)) < 0:
        return None
    cuts = [match for match in _CUT.finditer(text, piece.start, piece.end) if piece.end - match.end() <= MAX_TAIL]
    stop = cuts[-1].end() if cuts else piece.end
    words = _WORD.findall(text[piece.start : cuts[-1].start() if cuts else stop].lower())
    if len(words) < MIN_TEASER:
        return None
    for _ in range(MAX_FINDS):
        if found < 0:
            break
        later = pieces[bisect_right(starts, found) - 1]
        longer = later.end - found - (stop - piece.start)
        dated = not cuts and longer >= 0 and _DATELINE_END.search(text, later.start, found) is not None  # the same behind a dateline
        if found - later.start <= MAX_LEAD and (dated or longer >= (-3 if cuts else MIN_MORE)):
            again = _WORD.findall(text[found : min(later.end, found + 2 * (stop - piece.start))].lower())[: len(words)]
            if again[:-1] == words[:-1] and (again[-1] == words[-1] or (cuts and again[-1].startswith(words[-1]))):
                return Teaser(stop, bool(cuts))
        found = text.find(probe, found + 1, reach)
    return None


def may_be_cut(text: str, piece: Piece) -> bool:
    """Return whether an ellipsis stands near the end of *piece*."""
    start = max(piece.start, piece.end - MAX_TAIL - 4)
    return text.find("...", start, piece.end) >= 0 or text.find("…", start, piece.end) >= 0


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


def heads_of_pages(text: str, pieces: Sequence[Piece]) -> set[int]:
    """Return the indexes of lines that stand at least twice right behind the number of a page, the head of printed pages: all of those
    but the first such line of the text, which may be its title."""
    lines = [text[piece.start : piece.end] if piece.end - piece.start <= LONGEST_HEAD else "" for piece in pieces]
    behind = {at for at, line in enumerate(lines) if line and at and numbers_page(lines[at - 1])}
    times = Counter(lines[at] for at in behind)
    kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.FURNITURE)
    first = {line: at for at, line in reversed(list(enumerate(lines)))}
    heads = {at for at in behind if times[lines[at]] > 1 and first[lines[at]] != at}
    return {at for at in heads if pieces[at].kind in kinds and lines[at][-1] not in ".!?:"}


def pulled(text: str, pieces: Sequence[Piece]) -> set[int]:
    """Return the indexes of quotations set apart from the text to catch the eye: each sentence of one stands in a paragraph near."""
    found: set[int] = set()
    for at, piece in enumerate(pieces):
        length = piece.end - piece.start
        if piece.kind is not BlockKind.PARAGRAPH or not MIN_DUPLICATE <= length <= MAX_PULLED or not text.startswith(_QUOTED, piece.start):
            continue
        said = [_words(part) for part in _SENTENCE_END.split(text[piece.start : piece.end])]
        near = range(max(0, at - NEAR), min(len(pieces), at + NEAR + 1))
        around = [
            _words(text[pieces[other].start : pieces[other].end])
            for other in near
            if pieces[other].kind is BlockKind.PARAGRAPH and pieces[other].end - pieces[other].start >= length + MIN_MORE
        ]
        sentences = [words for words in said if words.strip()]
        if all(words.count(" ") > MIN_SENTENCE and any(words in paragraph for paragraph in around) for words in sentences):
            found.add(at)
    return found


def _words(text: str) -> str:
    """Return the words of *text* with a space before, between and behind them."""
    return f" {' '.join(_WORD.findall(text.lower()))} "
