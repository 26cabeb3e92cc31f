"""The structure of plain text: what is a heading, a list, a paragraph, told by layout and shape alone."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from qa_bot.ingest.frame import drop_repeats, ends_sentence, unframe
from qa_bot.ingest.lines import MARKER, Unit, units
from qa_bot.ingest.masthead import read_dateline
from qa_bot.ingest.pieces import Metadata, Piece
from qa_bot.schema import BlockKind

MAX_HEADING = 140  # characters
MAX_QUESTION = 200  # a question that stands alone may be longer
MAX_RUBRICS = 4  # short lines over the text; more are a list
MAX_HEADINGS = 2  # in a row (a title, a section); three short lines in a row are records, and records are content
_BOLD = re.compile(r"(?:#{1,6}\s|={2,6}\s|\*\*)")
_NUMBERED = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s")
_INNER_STOP = re.compile(r"[^\W\d_]{3,}[.!?…][\"”»’)]?\s+[A-ZА-ЯЁ]")
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DASHES = ("—", "–")


def layout(text: str) -> tuple[list[Piece], Metadata]:
    """Return the pieces of plain *text*, and what its top says about it."""
    if "\n" not in text:
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        return ([Piece(BlockKind.PARAGRAPH, start, end)], read_dateline(text, start, end)) if end > start else ([], Metadata())
    found = units(text)
    pieces, metadata = unframe(text, [_piece(text, found, at) for at in range(len(found))])
    return drop_repeats(text, _end(text, _headings(text, found, pieces))), metadata


def _piece(text: str, found: Sequence[Unit], at: int) -> Piece:
    unit = found[at]
    marker = MARKER.match(text, unit.start, unit.end)
    if marker is None or not _is_item(text, found, at):
        return Piece(BlockKind.PARAGRAPH, unit.start, unit.end)
    return Piece(BlockKind.LIST_ITEM, marker.end(), unit.end, level=1)


def _is_item(text: str, found: Sequence[Unit], at: int) -> bool:
    """Return whether the marked unit is an item of a list: a long dash also opens speech, a number alone also a section."""
    unit = found[at]
    opener = text[unit.start]
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    beside = [other for other in (before, after) if other is not None and text[other.start] == opener and MARKER.match(text, other.start)]
    if opener in _DASHES:
        led = before is not None and text[before.end - 1] in ":;"
        return led or text[unit.end - 1] == ";" or (bool(beside) and not ends_sentence(text[unit.start : unit.end]))
    if opener.isdigit() or opener == "(":
        alone = unit.after_gap and unit.before_gap and unit.end - unit.start <= MAX_HEADING
        return not alone or ends_sentence(text[unit.start : unit.end]) or text[unit.end - 1] in ";," or _next_is_numbered(text, after)
    return True


def _next_is_numbered(text: str, after: Unit | None) -> bool:
    return after is not None and text[after.start].isdigit() and MARKER.match(text, after.start) is not None


def is_heading_shaped(line: str) -> bool:
    """Return whether *line* looks like a heading: short, opened by a capital, no sentence's end in it or behind it; or one question."""
    if not line or len(line) > MAX_QUESTION or not (line[0].isupper() or line[0].isdigit() or line[0] in '"“«‘#=*(¿'):
        return False
    if line.rstrip('"”»’)*# ').endswith("?"):
        return _INNER_STOP.search(line) is None
    return len(line) <= MAX_HEADING and line[-1] not in ".;,:!…" and not ends_sentence(line) and _INNER_STOP.search(line) is None


def _headings(text: str, found: Sequence[Unit], pieces: list[Piece]) -> list[Piece]:
    """Return *pieces* with headings marked: a shaped line that stands apart from the text it heads."""
    open_layout = not any(unit.before_gap and unit.lines == 1 for unit in found[:-1])  # no empty lines: every line is a paragraph
    shaped = [
        piece.kind is BlockKind.PARAGRAPH
        and found[at].lines <= 2
        and (found[at].after_gap or open_layout or (at > 0 and (pieces[at - 1].kind is BlockKind.FURNITURE)))
        and is_heading_shaped(text[piece.start : piece.end])
        for at, piece in enumerate(pieces)
    ]
    result = list(pieces)
    title = _title(text, pieces, shaped)
    for at in range(title or 0):
        result[at] = pieces[at]._replace(kind=BlockKind.FURNITURE)
    if title is not None:
        result[title] = pieces[title]._replace(kind=BlockKind.HEADING, level=1)
    for at, run, below in _below_runs(pieces, shaped):
        if (title is None or at > title) and _heads(text, pieces, at, run, below):
            result[at] = pieces[at]._replace(kind=BlockKind.HEADING, level=_level(text[pieces[at].start : pieces[at].end]))
    return result


def _title(text: str, pieces: Sequence[Piece], shaped: Sequence[bool]) -> int | None:
    """Return the index of the title: of the shaped lines that open the text the first of some length; what stands over it is a rubric."""
    opening = list(takewhile(lambda at: shaped[at] or pieces[at].kind is BlockKind.FURNITURE, range(len(pieces))))
    lines = [at for at in opening if shaped[at]]
    if len(opening) == len(pieces):  # no text below: the first of several lines may still head them
        return lines[0] if len(lines) > MAX_HEADINGS and not _has_figure(text, pieces[lines[0]]) else None
    if len(lines) > MAX_RUBRICS:
        return lines[0]
    return next((at for at in lines if text.count(" ", pieces[at].start, pieces[at].end) >= 2), lines[0] if lines else None)


def _below_runs(pieces: Sequence[Piece], shaped: Sequence[bool]) -> Iterator[tuple[int, int, int]]:
    """Yield for each shaped line its index, how many stand in a row with it, and the index of the first piece below them all."""
    run: list[int] = []
    for at in range(len(pieces) + 1):
        if at < len(pieces) and shaped[at]:
            run.append(at)
        elif at == len(pieces) or pieces[at].kind is not BlockKind.FURNITURE:
            yield from ((line, len(run), at) for line in run)
            run = []


def _heads(text: str, pieces: Sequence[Piece], at: int, run: int, below: int) -> bool:
    """Return whether the shaped line *at*, one of *run* in a row, heads the piece *below* rather than being content itself."""
    if below == len(pieces):
        return False
    line = text[pieces[at].start : pieces[at].end]
    if line.endswith("?") or _BOLD.match(line):
        return True
    if run > MAX_HEADINGS or _has_figure(text, pieces[at]):
        return False
    follower = text[pieces[below].start : pieces[below].end]
    return pieces[below].kind is not BlockKind.PARAGRAPH or ends_sentence(follower) or len(follower) > len(line)


def _has_figure(text: str, piece: Piece) -> bool:
    """Return whether a number other than a year or the heading's own stands in *piece*."""
    return _FIGURE.search(_YEAR.sub("", _NUMBERED.sub("", text[piece.start : piece.end], count=1))) is not None


def _level(line: str) -> int:
    numbered = _NUMBERED.match(line)
    return 2 + numbered.group().strip(" .)").count(".") if numbered else 2


def _end(text: str, pieces: list[Piece]) -> list[Piece]:
    """Return *pieces* with the short verbless lines after the last sentence marked as furniture: bylines, buttons, links."""
    last = next((at for at in range(len(pieces) - 1, -1, -1) if _is_content(text, pieces[at])), -1)
    if last < 1:
        return pieces
    return [
        piece._replace(kind=BlockKind.FURNITURE, level=0)
        if at > last and piece.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and is_heading_shaped(text[piece.start : piece.end])
        else piece
        for at, piece in enumerate(pieces)
    ]


def _is_content(text: str, piece: Piece) -> bool:
    if piece.kind in (BlockKind.FURNITURE, BlockKind.HEADING):
        return False
    line = text[piece.start : piece.end]
    return piece.kind is not BlockKind.PARAGRAPH or not is_heading_shaped(line) or _FIGURE.search(line) is not None or len(line.split()) > 8
