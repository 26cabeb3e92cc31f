"""The structure of Markdown, as spans: the marks stay in the text, since offsets count in it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from qa_bot.ingest.frame import ends_sentence
from qa_bot.ingest.furniture import is_caption
from qa_bot.ingest.lines import completes
from qa_bot.ingest.pieces import Piece
from qa_bot.ingest.tables import is_delimiter, table
from qa_bot.ingest.tagged import Laid
from qa_bot.schema import BlockKind

_ATX = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_SETEXT = re.compile(r"(?:=+|-+)$")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r"(?P<mark>`{3,}|~{3,})")
_ITEM = re.compile(r"(?:[-*+•●▪]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_TAG_LINE = re.compile(r"</?[A-Za-z][^<>]*>(?:\s*</?[A-Za-z][^<>]*>)*$")
_REFERENCE = re.compile(r"\[[^\]^]+\]:\s*\S+.*$")
_IMAGE = re.compile(r"(?:\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?\s*)+$")
_BOLD = re.compile(r"(?:\*\*(?=\S)[^*\n]+\*\*|__(?=\S)[^_\n]+__):?")
_CODE = 4  # blanks by which code is set in
_WORD = re.compile(r"[^\W\d_]+")
_PROSE = 6  # words of a sentence; who sets in a paragraph by as much as code means no code
MAX_BOLD = 100  # characters of a paragraph in bold that serves as a heading


class _Line(NamedTuple):
    start: int  # behind indentation and quote marks
    end: int
    indent: int
    quoted: bool


def parse(text: str, laid: Sequence[Laid] = ()) -> list[Piece]:
    """Return the pieces of the Markdown *text* in order: headings, paragraphs, items, tables; code, comments and rules are furniture.

    What was *laid* out from HTML has its pieces already.
    """
    return _Parser(text, laid).parse()


class _Parser:
    def __init__(self, text: str, laid: Sequence[Laid]) -> None:
        self.text = text
        self.lines = _lines(text)
        ends = [line.end for line in self.lines] if laid else []
        self.laid = {bisect_left(ends, each.start): (bisect_left(ends, each.end), each.pieces) for each in laid}  # by the line
        self.pieces: list[Piece] = []
        self.open: list[_Line] = []  # the lines of the paragraph or item so far
        self.unclosed: set[str] = set()  # marks that no line below holds
        self.item_level = 0  # of the open item; 0: a paragraph is open
        self.item_start = 0
        self.indents: list[int] = []  # of the enclosing lists' markers
        self.contents: list[int] = []  # and of what stands behind these

    def parse(self) -> list[Piece]:
        at = 0
        while at < len(self.lines):
            at = self._step(at)
        self._close()
        return [self._caption(piece, at) for at, piece in enumerate(self.pieces)]

    def _step(self, at: int) -> int:
        """Take up the line *at* (and what belongs to it); return the next line to look at."""
        if at in self.laid:
            last, pieces = self.laid[at]
            self._close()
            self.pieces += pieces
            return last + 1
        line = self.lines[at]
        content = self.text[line.start : line.end]
        if not content:
            self._close()
            return at + 1
        if not self.open and (below := self._code_set_in(at)):
            return below
        if self.open and self.open[-1].quoted != line.quoted:
            self._close()
        if content.startswith("<!--"):
            return self._aside(at, at, "-->")
        if fence := _FENCE.match(content):
            return self._aside(at, at + 1, fence["mark"])
        if (atx := _ATX.match(content)) and line.indent < 4:
            self._heading(line, atx)
            return at + 1
        if len(self.open) == 1 and not self.item_level and _SETEXT.match(content):
            first = self.open.pop()
            self.pieces.append(Piece(BlockKind.HEADING, first.start, first.end, level=1 if content[0] == "=" else 2))
            return at + 1
        if _RULE.match(content) or _TAG_LINE.match(content) or _REFERENCE.match(content) or _IMAGE.match(content):
            self._close()
            self.pieces.append(Piece(BlockKind.FURNITURE, line.start, line.end))
            return at + 1
        if "|" in content and at + 1 < len(self.lines) and is_delimiter(self.text[self.lines[at + 1].start : self.lines[at + 1].end]):
            return self._table(at)
        if (marker := _ITEM.match(content)) and not (self.open and completes(self.text[self.open[-1].start : self.open[-1].end], content)):
            self._item(line, marker.end())
            return at + 1
        if not self.open:
            self._open_under_item(line)
        self.open.append(line)
        return at + 1

    def _heading(self, line: _Line, marks: re.Match[str]) -> None:
        self._close()
        self.indents.clear()
        self.contents.clear()
        start = line.start + marks.end()
        title = self.text[start : line.end]
        bare = title.rstrip("#").rstrip() if title.endswith("#") and title.rstrip("#")[-1:] in ("", " ", "\t") else title
        if bare:
            self.pieces.append(Piece(BlockKind.HEADING, start, start + len(bare), level=len(marks[1])))
        else:
            self.pieces.append(Piece(BlockKind.FURNITURE, line.start, line.end))

    def _item(self, line: _Line, marker: int) -> None:
        self._close()
        while self.indents and self.indents[-1] >= line.indent + 1:
            self.indents.pop()
            self.contents.pop()
        if not self.indents or line.indent > self.indents[-1] + 1:
            self.indents.append(line.indent)
            self.contents.append(0)
        self.contents[-1] = line.indent + marker
        self.item_level = len(self.indents)
        self.item_start = line.start + marker
        self.open.append(line)

    def _open_under_item(self, line: _Line) -> None:
        """Let a paragraph that is set in below an item go on with the list; one that is not ends the list."""
        if line.indent < 2:
            self.indents.clear()
            self.contents.clear()
        self.item_level = len(self.indents)
        self.item_start = line.start

    def _close(self) -> None:
        """End the open paragraph or item."""
        if self.open:
            end = self.open[-1].end
            if self.item_level:
                self.pieces.append(Piece(BlockKind.LIST_ITEM, self.item_start, end, level=self.item_level))
            else:
                self.pieces.append(self._paragraph(self.open[0].start, end))
        self.open = []
        self.item_level = 0

    def _paragraph(self, start: int, end: int) -> Piece:
        line = self.text[start:end]
        bare = line.strip("*_: ")
        if len(line) <= MAX_BOLD and _BOLD.fullmatch(line) and bare[-1:] not in ".!;," and not any(sign.isdigit() for sign in bare):
            return Piece(BlockKind.HEADING, start, end, level=6)
        return Piece(BlockKind.PARAGRAPH, start, end)

    def _aside(self, at: int, first: int, mark: str) -> int:
        """Mark the lines from *at* to the one, at *first* or below, that holds *mark* as furniture: a comment, a block of code.

        What nothing closes is its first line only, so that the text below it is not lost.
        """
        self._close()
        last = at
        if mark not in self.unclosed:
            closing = (
                other
                for other in range(first, len(self.lines))
                if self.text.find(mark, self.lines[other].start, self.lines[other].end) >= 0
            )
            last = next(closing, -1)
            if last < 0:
                last = at
                self.unclosed.add(mark)
        self.pieces.append(Piece(BlockKind.FURNITURE, self.lines[at].start, self.lines[last].end))
        return last + 1

    def _code_set_in(self, at: int) -> int:
        """Mark the lines from *at* on that are set in as code is as furniture; return the line below, 0 if they are none.

        A list or a table set in so far is still one, so is a paragraph that ends a sentence, or of which only the first line is set in.
        """
        inner = max((content for content in self.contents if content <= self.lines[at].indent), default=0)
        end = at
        while end < len(self.lines) and self.lines[end].start < self.lines[end].end and self.lines[end].indent >= inner + _CODE:
            end += 1
        if end == at:
            return 0
        code = self.text[self.lines[at].start : self.lines[end - 1].end]
        if (end < len(self.lines) and self.lines[end].start < self.lines[end].end) or _means_no_code(code):
            return 0
        self.pieces.append(Piece(BlockKind.FURNITURE, self.lines[at].start, self.lines[end - 1].end))
        return end

    def _table(self, at: int) -> int:
        self._close()
        rows = [self.lines[at]]
        below = at + 2
        while below < len(self.lines) and "|" in self.text[self.lines[below].start : self.lines[below].end]:
            rows.append(self.lines[below])
            below += 1
        self.pieces.append(table(self.text, [(row.start, row.end) for row in rows]))
        return below

    def _caption(self, piece: Piece, at: int) -> Piece:
        """Return *piece* as a caption if it is one and stands beside a table."""
        beside = [self.pieces[other].kind for other in (at - 1, at + 1) if 0 <= other < len(self.pieces)]
        if piece.kind is BlockKind.PARAGRAPH and BlockKind.TABLE in beside and is_caption(self.text[piece.start : piece.end]):
            return piece._replace(kind=BlockKind.CAPTION)
        return piece


def _means_no_code(code: str) -> bool:
    prose = code.lstrip('"“«*_(')[:1].isupper() and len(_WORD.findall(code)) >= _PROSE and ends_sentence(code)
    return prose or code[0] == "<" or _ITEM.match(code) is not None or any(is_delimiter(line) for line in code.split("\n")[1:2])


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    at = 0
    for raw in text.split("\n"):
        bare = raw.strip()
        indent = len(raw) - len(raw.lstrip()) if bare else 0
        start, end = at + indent, at + indent + len(bare)
        quote = _QUOTE.match(text, start, end) if bare.startswith(">") else None
        blanks = raw[:indent]
        if quote:
            start = quote.end()
            while start < end and text[start].isspace():
                start += 1
            blanks = text[quote.end() : start]
        found.append(_Line(start, end, len(blanks.expandtabs(4)), quote is not None))
        at += len(raw) + 1
    return found
