"""The structure of plain text: what is a heading, a list, a paragraph, told by layout and shape alone."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from string import capwords

from qa_bot.ingest.frame import drop_repeats, ends_sentence, unframe
from qa_bot.ingest.furniture import is_caption, is_letterhead, label_of
from qa_bot.ingest.lines import MARKER, Unit, units
from qa_bot.ingest.masthead import read_dateline
from qa_bot.ingest.pieces import Metadata, Piece
from qa_bot.schema import BlockKind

MAX_HEADING = 140  # characters
MAX_QUESTION = 200  # a question that stands alone may be longer
MAX_RUBRICS = 4  # short lines over the text; more are a list
STANDFIRST = 8  # words of a line under the title that is content; fewer are a second heading
LOUD = 12  # letters from which a name in capitals is no abbreviation
MAX_HEADINGS = 2  # in a row (a title, a section); three short lines in a row are records, and records are content
_MARKED = re.compile(r"(={2,6}|#{1,6})\s")
_BOLD = re.compile(r"(?:#{1,6}\s|={2,6}\s|\*\*)")
_NUMBERED = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s")
_SECTION = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s+[A-ZА-ЯЁ]")
_SUBSECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+[A-ZА-ЯЁ]")
_INNER_STOP = re.compile(r"[^\W\d_]{3,}[.!?…][\"”»’)]?\s+[A-ZА-ЯЁ]")
_RECORD = re.compile(r"[^\W\d_]+: (?:\S+ ){4}")  # "Present: Dr Lowe, Mrs Finch, Mr Oduya"
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
    pieces = drop_repeats(text, _end(text, _headings(text, found, pieces)))
    return pieces, metadata.over(_letterhead(text, pieces))


def _letterhead(text: str, pieces: Sequence[Piece]) -> Metadata:
    """Return the institution whose name stands over the title as publisher."""
    lines = [text[piece.start : piece.end] for piece in takewhile(lambda piece: piece.kind is BlockKind.FURNITURE, pieces)]
    name = next(filter(is_letterhead, lines), None)
    return Metadata(publisher=capwords(name) if name is not None and name.isupper() and len(name) > LOUD else name)


def _piece(text: str, found: Sequence[Unit], at: int) -> Piece:
    unit = found[at]
    if unit.cells:
        return Piece(BlockKind.TABLE, unit.cells[0].span.start, unit.end, cells=unit.cells)
    beside = [found[other].cells for other in (at - 1, at + 1) if 0 <= other < len(found)]
    if any(beside) and is_caption(text[unit.start : unit.end]):
        return Piece(BlockKind.CAPTION, unit.start, unit.end)
    marker = MARKER.match(text, unit.start, unit.end)
    if marker is None or not _is_item(text, found, at):
        return Piece(BlockKind.PARAGRAPH, unit.start, unit.end)
    return Piece(BlockKind.LIST_ITEM, marker.end(), unit.end, level=1)


def _is_item(text: str, found: Sequence[Unit], at: int) -> bool:
    """Return whether the marked unit is an item of a list: a long dash also opens speech, a number also a section's heading."""
    unit = found[at]
    opener, last = text[unit.start], text[unit.end - 1]
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    if opener in _DASHES:
        beside = any(other is not None and text[other.start] == opener for other in (before, after))
        led = before is not None and text[before.end - 1] in ":;"
        return led or last == ";" or (beside and not ends_sentence(text[unit.start : unit.end]))
    if opener.isdigit() or opener == "(":
        return not (_heads_section(text, unit, after) and is_heading_shaped(text[unit.start : unit.end]))
    return True


def _heads_section(text: str, unit: Unit, after: Unit | None) -> bool:
    """Return whether the numbered *unit* opens a group of lines and no other number of its kind follows it."""
    return after is not None and unit.after_gap and MARKER.match(text, after.start) is None and unit.lines == 1


def is_heading_shaped(line: str) -> bool:
    """Return whether *line* looks like a heading: short, opened by a capital, no sentence's end in it or behind it; or one question."""
    if not line or len(line) > MAX_QUESTION or _INNER_STOP.search(line):
        return False
    if line.rstrip('"”»’)*# ').endswith("?"):
        return line.lstrip('"“«‘#=*(¿—–- ')[:1].isupper()
    opens = line[0].isupper() or line[0].isdigit() or line[0] in '"“«‘#=*('
    return (
        opens
        and len(line) <= MAX_HEADING
        and (line[-1] not in ".;,:!…" or (line[-1] == ":" and line.isupper()))
        and not ends_sentence(line)
    )


def is_title_shaped(line: str) -> bool:
    """Return whether *line* looks like a heading, and has no number but years and its own."""
    numbered = _NUMBERED.match(line)
    return is_heading_shaped(line) and _FIGURE.search(_YEAR.sub("", line[numbered.end() :] if numbered else line)) is None


def _headings(text: str, found: Sequence[Unit], pieces: list[Piece]) -> list[Piece]:
    """Return *pieces* with headings marked: a shaped line that stands apart from the text it heads."""
    shaped = _shaped(text, found, pieces)
    title = _title(text, pieces, shaped)
    result = list(pieces)
    for at in range(title or 0):
        result[at] = pieces[at]._replace(kind=BlockKind.FURNITURE)
    if title is not None:
        result[title] = pieces[title]._replace(kind=BlockKind.HEADING, level=1)
    body = 0 if title is None else title + 1
    for at, run, below in _rows_of_lines(pieces, shaped, body):
        if _heads(text, pieces, at, run, below) and not (at == body and _is_standfirst(text, pieces[at])):
            result[at] = pieces[at]._replace(kind=BlockKind.HEADING, level=_level(text[pieces[at].start : pieces[at].end]))
    return result


def _shaped(text: str, found: Sequence[Unit], pieces: Sequence[Piece]) -> list[bool]:
    """Return for each piece whether it has a heading's shape and stands apart: after a gap, furniture or a heading."""
    open_layout = not any(unit.before_gap and unit.lines == 1 for unit in found[:-1])  # no empty lines: every line is a paragraph
    shaped: list[bool] = []
    opening = True
    for at, piece in enumerate(pieces):
        above = at > 0 and (pieces[at - 1].kind is BlockKind.FURNITURE or (shaped[-1] and _SECTION.match(text, piece.start) is not None))
        apart = found[at].after_gap or open_layout or above or opening or _SUBSECTION.match(text, piece.start) is not None
        shaped.append(
            piece.kind is BlockKind.PARAGRAPH and found[at].lines <= 2 and apart and is_heading_shaped(text[piece.start : piece.end])
        )
        opening = opening and (shaped[-1] or piece.kind is BlockKind.FURNITURE)
    return shaped


def _is_standfirst(text: str, piece: Piece) -> bool:
    """Return whether the line under the title says something of its own: a question or a few words only head the text."""
    return text.count(" ", piece.start, piece.end) >= STANDFIRST - 1 and text[piece.end - 1] != "?"


def _title(text: str, pieces: Sequence[Piece], shaped: Sequence[bool]) -> int | None:
    """Return the index of the title: of the shaped lines that open the text the first of some length; what stands over it is a rubric."""
    opening = list(takewhile(lambda at: shaped[at] or pieces[at].kind is BlockKind.FURNITURE, range(len(pieces))))
    lines = [at for at in opening if shaped[at] and not text.startswith(("==", "##"), pieces[at].start)]
    if len(lines) > 1 and is_letterhead(text[pieces[lines[0]].start : pieces[lines[0]].end]):
        del lines[0]
    if len(opening) == len(pieces):  # no text below: the first of several lines may still head them
        return lines[0] if len(lines) > MAX_HEADINGS and not _has_figure(text, pieces[lines[0]]) else None
    if len(lines) > MAX_RUBRICS:
        return lines[0]
    return next((at for at in lines if text.count(" ", pieces[at].start, pieces[at].end) >= 2), lines[0] if lines else None)


def _rows_of_lines(pieces: Sequence[Piece], shaped: Sequence[bool], first: int) -> Iterator[tuple[int, int, int]]:
    """Yield for each shaped line from *first* on its index, how many stand in a row, and the index of the first piece below them all."""
    run: list[int] = []
    for at in range(first, len(pieces) + 1):
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
    if run > MAX_HEADINGS or _has_figure(text, pieces[at]) or label_of(line) or _RECORD.match(line):
        return False
    follower = text[pieces[below].start : pieces[below].end]
    return pieces[below].kind is not BlockKind.PARAGRAPH or ends_sentence(follower) or len(follower) > len(line)


def _has_figure(text: str, piece: Piece) -> bool:
    """Return whether a number other than a year or the heading's own stands in *piece*."""
    return _FIGURE.search(_YEAR.sub("", _NUMBERED.sub("", text[piece.start : piece.end], count=1))) is not None


def _level(line: str) -> int:
    if marked := _MARKED.match(line):
        return len(marked[1])
    numbered = _NUMBERED.match(line)
    return 2 + numbered.group().strip(" .)\t").count(".") if numbered else 2


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
