"""From the glyphs of a PDF page to segments: stretches of text set on one line without a gap."""

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from math import pi
from typing import NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

from qa_bot.ingest.raised import Glyph, Shown, in_place, is_lowered, is_raised, opens_note, text_of

GAP = 0.8  # of a line's height: a wider gap parts columns; justified lines have up to half of it between words
SPACE = 0.15  # a wider one parts words where no space is written
SAME_LINE = 0.35  # by which baselines of one line may differ
MAX_GLYPHS = 200_000  # of a page; a densely set newspaper page has 20,000
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00a0": " ", "\ufffe": "-", "\x02": "-"}
)
_FONT_NAME = 128
_QUARTER = pi / 2
_ASKEW = 0.05  # by which the angle of a glyph may be off


class Segment(NamedTuple):
    """A stretch of text; *left* and *right* from the page's left edge, *line* its baseline from the top, in points."""

    left: float
    right: float
    line: float
    height: float
    bold: bool
    text: str


class Plate(NamedTuple):
    """What is set on a page, held as most of it is read: a wide table may stand upright on its side."""

    height: float
    segments: list[Segment]


def plate(page: PdfPage) -> Plate:
    """Return the segments of *page* from top to bottom and left to right; what is set askew, such as a watermark, is left out."""
    width, height = page.get_size() if page.get_rotation() % 180 == 0 else reversed(page.get_size())
    textpage = page.get_textpage()
    try:
        turns = [_turn(textpage.raw, index) for index in range(min(pdfium.FPDFText_CountChars(textpage.raw), MAX_GLYPHS))]
        times = Counter(turn for turn in turns if turn is not None)
        turn = max(times, key=lambda each: (times[each], -each), default=0)
        glyphs = in_place(list(_glyphs(textpage.raw, turns, _Frame(turn, width, height))))
        found = [_segment(textpage.raw, run) for run in _runs(glyphs)]
    finally:
        textpage.close()
    read = [joined for _, row in rows(segment for segment in found if segment.text) for joined in _joined(row)]
    return Plate(height if turn % 2 == 0 else width, read)


def rows(found: Iterator[Segment] | list[Segment]) -> list[tuple[float, list[Segment]]]:
    """Return *found* by the lines that they stand on, from the top, those of each from left to right."""
    lines: list[tuple[float, list[Segment]]] = []
    for segment in sorted(found, key=lambda segment: (segment.line, segment.left)):
        if lines and segment.line - lines[-1][0] <= SAME_LINE * segment.height:
            lines[-1][1].append(segment)
        else:
            lines.append((segment.line, [segment]))
    return [(line, sorted(row, key=lambda segment: segment.left)) for line, row in lines]


class _Frame(NamedTuple):
    """By how many quarters, clockwise, what is read on a page is turned, and how wide and high the page is."""

    turn: int
    width: float
    height: float

    def placed(self, x: float, y: float, box: "pdfium.FS_RECTF") -> tuple[float, float, float, float]:
        """Return left, right, baseline from the top and height of a glyph, as who reads it has them."""
        match self.turn:
            case 1:
                return self.height - box.top, self.height - box.bottom, self.width - x, box.right - box.left
            case 2:
                return self.width - box.right, self.width - box.left, y, box.top - box.bottom
            case 3:
                return box.bottom, box.top, x, box.right - box.left
        return box.left, box.right, self.height - y, box.top - box.bottom


def _turn(textpage: "pdfium.FPDF_TEXTPAGE", index: int) -> int | None:
    """Return by how many quarters, clockwise, a glyph is turned; None if it is askew, or none of the page's."""
    if pdfium.FPDFText_IsGenerated(textpage, index) == 1:
        return None
    turned = pdfium.FPDFText_GetCharAngle(textpage, index)
    quarter = round(turned / _QUARTER)
    return quarter % 4 if abs(turned - quarter * _QUARTER) <= _ASKEW else None


def _glyphs(textpage: "pdfium.FPDF_TEXTPAGE", turns: Sequence[int | None], frame: _Frame) -> Iterator[Glyph]:
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    for index, turn in enumerate(turns):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if (code < 32 and code != 2) or 0xD800 <= code < 0xE000:
            continue
        if pdfium.FPDFText_IsGenerated(textpage, index) == 1:
            yield Glyph(" ", 0, 0, 0, 0, index)
            continue
        if turn != frame.turn:
            continue
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(textpage, index, box)
        yield Glyph(chr(code).translate(_LIGATURES), *frame.placed(x.value, y.value, box), index)


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Shown]]:
    """Yield the glyphs of each segment as they are written one after the other, what is raised marked as such."""
    run: list[Shown] = []
    last: Glyph | None = None
    base: Glyph | None = None  # the last one on the line
    space = False
    for glyph in glyphs:
        if glyph.sign.isspace():
            space = True
            continue
        if last is not None and base is not None:
            gap = glyph.left - last.right
            raised = is_raised(glyph, base, gap)
            if raised or is_lowered(glyph, base, gap):
                run.append(Shown(glyph.sign, glyph, raised))
                last, space = glyph, False
                continue
            if opens_note(run, glyph):
                run = [*(each._replace(raised=True) for each in run), Shown(" ", glyph)]
            elif abs(glyph.line - base.line) > SAME_LINE * base.height or not -base.height < gap <= GAP * base.height:
                yield run
                run = []
            elif glyph.sign == last.sign and abs(glyph.left - last.left) < 0.1 * base.height:
                continue  # set twice, to look bold
            elif space or gap > SPACE * base.height:
                run.append(Shown(" ", glyph))
        run.append(Shown(glyph.sign, glyph))
        last = base = glyph
        space = False
    if run:
        yield run


def _segment(textpage: "pdfium.FPDF_TEXTPAGE", run: list[Shown]) -> Segment:
    glyphs = [each.glyph for each in run]
    heights = sorted(glyph.height for glyph in glyphs)
    base = next((each.glyph for each in run if not each.raised), glyphs[0])
    return Segment(
        left=min(glyph.left for glyph in glyphs),
        right=max(glyph.right for glyph in glyphs),
        line=base.line,
        height=heights[len(heights) // 2] or 1.0,
        bold=_is_bold(textpage, base.place),
        text=text_of(run),
    )


def _is_bold(textpage: "pdfium.FPDF_TEXTPAGE", index: int) -> bool:
    name = ctypes.create_string_buffer(_FONT_NAME)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(textpage, index, name, _FONT_NAME, flags)
    return b"bold" in name.value.lower() or b"black" in name.value.lower() or pdfium.FPDFText_GetFontWeight(textpage, index) >= 600


def _joined(row: list[Segment]) -> Iterator[Segment]:
    """Yield the segments of a line, those written apart but set without a gap as one."""
    last = row[0]
    for segment in row[1:]:
        gap = segment.left - last.right
        if gap > GAP * max(last.height, segment.height):
            yield last
            last = segment
        else:
            between = " " if gap > SPACE * last.height else ""
            last = last._replace(right=max(last.right, segment.right), text=last.text + between + segment.text)
    yield last
