"""A quote where it stands: the paragraphs around it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from qa_bot.rendering.table_rows import without_borders
from qa_bot.schema import Block, BlockKind, Citation, Document, Span

_OPENED, _CLOSED = re.compile(r"^[ \t]*\|[ \t]*\Z", re.MULTILINE), re.compile(r"\A[ \t]*\|[ \t]*$", re.MULTILINE)
_NEAR = 1200  # characters shown about a quote: a screen of a telephone


class Context(NamedTuple):
    """The text before a quote, the quote and the text behind it, rows of a Markdown table without borders; *headings* outermost first."""

    headings: tuple[str, ...]
    before: str
    quote: str
    after: str


def context(document: Document, citation: Citation, *, near: int = _NEAR) -> Context | None:
    """Return what stands about the quote of *citation* in *document*, about *near* characters; None when it does not stand there."""
    text = document.text
    if text[citation.start : citation.end] != citation.quote:
        return None
    quote = Span(start=citation.start, end=citation.end)
    start, end = _around(_readable(document.blocks), quote, near)
    before, after = text[start : quote.start], text[quote.end : end]
    before, after = _OPENED.sub("", before), _CLOSED.sub("", after)  # a row is quoted from its first cell to its last
    shown = map(without_borders, (_last(before, near // 2), citation.quote, _first(after, near // 2)))
    return Context(_headings(document, quote.start), *shown)


def _readable(blocks: Sequence[Block]) -> list[Span]:
    return [block.span for block in blocks if block.kind not in (BlockKind.FURNITURE, BlockKind.HEADING)]


def _around(spans: Sequence[Span], quote: Span, near: int) -> tuple[int, int]:
    """Return the ends of the blocks that hold the quote, and of those beside them that *near* leaves room for."""
    inside = [place for place, span in enumerate(spans) if span.start < quote.end and quote.start < span.end]
    if not inside:
        return quote.start, quote.end
    first, last = inside[0], inside[-1]
    for _ in range(2):
        if last + 1 < len(spans) and spans[last + 1].end - spans[first].start <= near:
            last += 1
        if first > 0 and spans[last].end - spans[first - 1].start <= near:
            first -= 1
    return min(spans[first].start, quote.start), max(spans[last].end, quote.end)


def _headings(document: Document, place: int) -> tuple[str, ...]:
    """Return the headings that *place* stands under."""
    open_: list[Block] = []
    for block in document.blocks:
        if block.span.start > place:
            break
        if block.kind is BlockKind.HEADING:
            open_ = [*(above for above in open_ if above.level < block.level), block]
    return tuple(document.text[block.span.start : block.span.end] for block in open_)


def _last(text: str, limit: int) -> str:
    """Return the end of *text*, from a word on."""
    return text if len(text) <= limit else "… " + text[-limit:].partition(" ")[2]


def _first(text: str, limit: int) -> str:
    """Return the beginning of *text*, up to the end of a word."""
    return text if len(text) <= limit else text[:limit].rpartition(" ")[0] + " …"
