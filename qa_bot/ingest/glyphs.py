"""From the glyphs of a PDF page to segments: stretches of text set on one line without a gap."""

import ctypes
from collections.abc import Iterator
from math import pi
from typing import NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

from qa_bot.ingest.sheet import RAISED

GAP = 0.8  # of a line's height: a wider gap parts columns; justified lines have up to half of it between words
SPACE = 0.15  # a wider one parts words where no space is written
SAME_LINE = 0.35  # by which baselines of one line may differ
SMALLER = 0.8  # times as high: a raised figure, where it also stands higher
MAX_GLYPHS = 200_000  # of a page; a densely set newspaper page has 20,000
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00a0": " ", "\ufffe": "-", "\x02": "-"}
)
_FONT_NAME = 128


class Segment(NamedTuple):
    """A stretch of text; *left* and *right* from the page's left edge, *line* its baseline from the top, in points."""

    left: float
    right: float
    line: float
    height: float
    bold: bool
    text: str


class _Glyph(NamedTuple):
    sign: str
    left: float
    right: float
    line: float
    height: float
    place: int  # among the glyphs of its page


def segments(page: PdfPage) -> list[Segment]:
    """Return the segments of *page* from top to bottom and left to right; what is set askew, such as a watermark, is left out."""
    textpage = page.get_textpage()
    try:
        found = [_segment(textpage.raw, run) for run in _runs(_glyphs(textpage.raw, page.get_height()))]
    finally:
        textpage.close()
    return [joined for _, row in rows(segment for segment in found if segment.text) for joined in _joined(row)]


def rows(found: Iterator[Segment] | list[Segment]) -> list[tuple[float, list[Segment]]]:
    """Return *found* by the lines that they stand on, from the top, those of each from left to right."""
    lines: list[tuple[float, list[Segment]]] = []
    for segment in sorted(found, key=lambda segment: (segment.line, segment.left)):
        if lines and segment.line - lines[-1][0] <= SAME_LINE * segment.height:
            lines[-1][1].append(segment)
        else:
            lines.append((segment.line, [segment]))
    return [(line, sorted(row, key=lambda segment: segment.left)) for line, row in lines]


def _glyphs(textpage: "pdfium.FPDF_TEXTPAGE", top: float) -> Iterator[_Glyph]:
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    for index in range(min(pdfium.FPDFText_CountChars(textpage), MAX_GLYPHS)):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if (code < 32 and code != 2) or 0xD800 <= code < 0xE000:
            continue
        if pdfium.FPDFText_IsGenerated(textpage, index) == 1:
            yield _Glyph(" ", 0, 0, 0, 0, index)
            continue
        turned = pdfium.FPDFText_GetCharAngle(textpage, index)
        if 0.05 < turned < 2 * pi - 0.05:
            continue
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(textpage, index, box)
        yield _Glyph(chr(code).translate(_LIGATURES), box.left, box.right, top - y.value, box.top - box.bottom, index)


def _runs(glyphs: Iterator[_Glyph]) -> Iterator[list[tuple[str, _Glyph]]]:
    """Yield the glyphs of each segment as they are written one after the other, each with its text: raised figures as such."""
    run: list[tuple[str, _Glyph]] = []
    last: _Glyph | None = None
    base: _Glyph | None = None  # the last one that is not raised
    space = False
    for glyph in glyphs:
        if glyph.sign.isspace():
            space = True
            continue
        if last is not None and base is not None:
            gap = glyph.left - last.right
            if _is_raised(glyph, base) and gap < GAP * base.height:
                run.append((glyph.sign.translate(RAISED), glyph))
                last = glyph
                continue
            if abs(glyph.line - base.line) > SAME_LINE * base.height or not -base.height < gap <= GAP * base.height:
                yield run
                run = []
            elif glyph.sign == last.sign and abs(glyph.left - last.left) < 0.1 * base.height:
                continue  # set twice, to look bold
            elif space or gap > SPACE * base.height:
                run.append((" ", glyph))
        run.append((glyph.sign, glyph))
        last = base = glyph
        space = False
    if run:
        yield run


def _is_raised(glyph: _Glyph, base: _Glyph) -> bool:
    return glyph.height < SMALLER * base.height and 0.1 * base.height < base.line - glyph.line < base.height


def _segment(textpage: "pdfium.FPDF_TEXTPAGE", run: list[tuple[str, _Glyph]]) -> Segment:
    glyphs = [glyph for _, glyph in run]
    heights = sorted(glyph.height for glyph in glyphs)
    return Segment(
        left=min(glyph.left for glyph in glyphs),
        right=max(glyph.right for glyph in glyphs),
        line=glyphs[0].line,
        height=heights[len(heights) // 2] or 1.0,
        bold=_is_bold(textpage, glyphs[0].place),
        text="".join(sign for sign, _ in run).strip(),
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
