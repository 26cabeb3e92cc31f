"""HTML inside Markdown: tables are laid out as those of a page are, of other elements the words are left; no tag becomes text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import NamedTuple

from qa_bot.ingest.flow import UNSHOWN, Shown, shown, text_of
from qa_bot.ingest.pieces import Piece
from qa_bot.ingest.sheet import Sheet
from qa_bot.ingest.tree import BLOCKS, Page
from qa_bot.schema import BlockKind, Cell, Span

MAX_HEAD = 2_000  # characters of a heading
MAX_CODE, MAX_MARK = 1_000, 9  # of code in a line, and of the mark before and behind it
_LAID_OUT = frozenset({"table", "dl", "pre"})
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary"})
# Also named in prose ("the <title> of a form") or left open: a tag below an empty line, or behind another of its name, does not end one.
_PHRASES = frozenset({"button", "datalist", "optgroup", "option", "progress", "select", "sup", "textarea", "title"})
_INLINE = frozenset(
    (
        "a abbr acronym b bdi bdo big br cite code col colgroup data del dfn em font i img ins kbd label mark nobr picture q rp rt ruby s "
        "samp small source span strike strong sub sup time tt u var wbr"
    ).split()
)
_KNOWN = BLOCKS | _INLINE | UNSHOWN
_ATTRIBUTE = r"""[a-zA-Z_:@][\w:.-]{0,60}\s{0,9}=\s{0,9}(?:"[^"]{0,4000}"|'[^']{0,4000}'|[^\s"'=<>`]{1,4000})"""
_FLAG = r"(?:open|hidden|nowrap|noshade|reversed|controls|disabled|checked|selected|async|defer|compact)(?=[\s/>])"
_TOKEN = re.compile(
    rf"""(?P<fence>^[ \t>]{{0,40}}(?P<mark>`{{3,}}|~{{3,}}).*$)
        |(?P<code>`+)
        |(?P<escaped>\\[<&`\\])
        |(?P<comment><!--)
        |<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{{0,10}})(?:\s{{1,200}}(?:{_ATTRIBUTE}|{_FLAG}))*\s{{0,200}}/?>
        |&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z][a-zA-Z0-9]{{1,31}});""",
    re.VERBOSE | re.MULTILINE,
)
_TABLE_TAG = re.compile(r"<(/?)table\b[^<>]{0,4000}>", re.IGNORECASE)
_CODE = re.compile(r"<pre\b[^<>]{0,4000}>\s{0,99}<(?:code|samp|kbd)\b", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t]*\n?[ \t]*")
_EMPTY_LINE = re.compile(r"\n[ \t>]{0,200}\n")
_BREAKS = re.compile(r"(?:\s{0,200}<br\b[^<>]{0,200}>)+", re.IGNORECASE)
_QUOTE_MARK = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)


class Laid(NamedTuple):
    """Where in the text an element of HTML was laid out, and its pieces."""

    start: int
    end: int
    pieces: list[Piece]


def without_tags(text: str) -> tuple[str, list[Laid]]:
    """Return the Markdown *text* without tags, comments and named signs, and what was laid out in it; code stays as it is.

    >>> without_tags("Sown <b>in May</b><!-- when? --> &amp; June.")[0]
    'Sown in May & June.'
    """
    return _Rewriter(text).rewritten() if "<" in text or "&" in text else (text, [])


class _Rewriter:
    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: list[str] = []
        self._length = 0
        self._laid: list[Laid] = []
        self._line = (0, -1)  # the one that was looked at last
        self._unclosed: set[str] = set()  # what no tag or mark ends further down
        self._end_tags: dict[str, tuple[int, int]] = {}  # where the one of a name stands that was looked for last

    def rewritten(self) -> tuple[str, list[Laid]]:
        at = 0
        while (token := _TOKEN.search(self._text, at)) is not None:
            self._write(self._text[at : token.start()])
            at = self._take(token)
        self._write(self._text[at:])
        return "".join(self._parts), self._laid

    def _take(self, token: re.Match[str]) -> int:
        """Write what stands for *token*; return where the text goes on behind it."""
        if token["fence"] is not None or token["code"] is not None:
            end = self._code_end(token)
            self._write(self._text[token.start() : end])
            return end
        if token["comment"] is not None:
            return self._comment(token)
        if token["name"] is None:
            self._write(token[0] if token["escaped"] is not None else self._sign(token))
            return token.end()
        name = token["name"].lower()
        if name not in _KNOWN:  # "<name>": to be put in by the reader
            self._write(token[0])
            return token.end()
        if token["end"]:
            return self._end_tag(token, name)
        return self._start_tag(token, name)

    def _start_tag(self, token: re.Match[str], name: str) -> int:
        if name == "br":
            return self._line_break(token)
        end = self._closing(token, name) if name in _LAID_OUT | _HEADS | UNSHOWN or name == "sup" else 0
        inner = self._text[token.end() : end]
        if end and name in _LAID_OUT:
            self._lay_out(self._text[token.start() : end], token.start())
        elif end and name in UNSHOWN:
            self._write(" " if self._parts and not self._parts[-1].endswith((" ", "\n")) else "")
        elif end and name in _HEADS:
            line = text_of(Page(inner).root)
            self._part(f"{'#' * int(name[1])} {line}" if name != "summary" and line else line)
            self._part()
        elif end and name == "sup":
            self._write(text_of(Page(self._text[token.start() : end]).root))
        elif name in BLOCKS:
            return self._block_tag(token, item=name == "li")
        else:
            return token.end()
        return end

    def _end_tag(self, token: re.Match[str], name: str) -> int:
        return self._block_tag(token, item=False) if name in BLOCKS and name != "li" else token.end()

    def _block_tag(self, token: re.Match[str], *, item: bool) -> int:
        """Write the gap that an element of its own makes; in a row of a table a blank."""
        if self._in_row(token.start()):
            self._write(" ")
            return token.end()
        if item:
            self._part("- ")
        elif not self._opens_item():
            self._part()
        blanks = _BLANKS.match(self._text, token.end())
        return blanks.end() if blanks else token.end()

    def _line_break(self, token: re.Match[str]) -> int:
        breaks = _BREAKS.match(self._text, token.start())
        end = breaks.end() if breaks else token.end()
        several = len(re.findall("<br", self._text[token.start() : end], re.IGNORECASE)) > 1
        if self._in_row(token.start()) or self._is_marked(token.start()):
            self._write(" ")
        elif several:
            self._part()
            blanks = _BLANKS.match(self._text, end)
            return blanks.end() if blanks else end
        else:
            self._write("\n" if self._text[end : end + 1].strip() else "")
        return end

    def _lay_out(self, source: str, at: int) -> None:
        """Write an element as a page shows it."""
        if self._line_at(at).lstrip().startswith(">"):
            source = _QUOTE_MARK.sub("", source)
        sheet = Sheet()
        for block in shown(Page(source).root):
            _add(sheet, block)
        text, pieces = sheet.laid_out()
        if not text:
            return
        if _CODE.match(source):
            pieces = [piece._replace(kind=BlockKind.FURNITURE, cells=()) for piece in pieces]
        self._part()
        start = self._length
        self._write(text)
        self._laid.append(Laid(start, self._length, [_moved(piece, start) for piece in pieces]))
        self._part()

    def _comment(self, token: re.Match[str]) -> int:
        end = self._text.find("-->", token.end()) if "<!--" not in self._unclosed else -1
        if end < 0:
            self._unclosed.add("<!--")
            self._write(token[0])
            return token.end()
        if not self._parts or self._ends_with("\n"):
            self._part()
        return end + len("-->")

    def _sign(self, token: re.Match[str]) -> str:
        """Return the sign that is written by its name, but none by which the text would read otherwise."""
        sign = unescape(token[0])
        if sign == "\u00ad":
            return ""
        opens = not self._parts or self._ends_with("\n")
        return token[0] if sign in "|\n" or (sign in ">#-+*" and opens) else sign

    def _code_end(self, token: re.Match[str]) -> int:
        if token["fence"] is not None:
            mark = token["mark"]
            closing = self._text.find(mark, token.end()) if mark not in self._unclosed else -1
            if closing < 0:
                self._unclosed.add(mark)
                return token.end()
            end = self._text.find("\n", closing)
            return end if end >= 0 else len(self._text)
        limit = token.end() + MAX_CODE
        gap = self._text.find("\n\n", token.end(), limit)
        mark = token["code"]
        same = re.compile(rf"(?<!`){mark}(?!`)") if len(mark) < MAX_MARK else None
        found = same.search(self._text, token.end(), gap if gap >= 0 else limit) if same else None
        return found.end() if found else token.end()

    def _closing(self, token: re.Match[str], name: str) -> int:
        """Return where the element ends that *token* opens; 0 where nothing does, or too far below."""
        if name in self._unclosed or token[0].endswith("/>"):
            return 0
        if name == "table":
            depth = 0
            for tag in _TABLE_TAG.finditer(self._text, token.start()):
                depth += -1 if tag[1] else 1
                if not depth:
                    return tag.end()
        elif (below := self._end_tag_below(token.end(), name)) is not None:
            start, end = below
            return end if self._may_reach(token.end(), start, name) else 0
        self._unclosed.add(name)
        return 0

    def _end_tag_below(self, at: int, name: str) -> tuple[int, int] | None:
        """Return where the next tag that ends a *name* starts and ends; one found before is not searched for again."""
        if self._end_tags.get(name, (-1, -1))[0] < at:
            found = re.compile(rf"</{name}\s{{0,9}}>", re.IGNORECASE).search(self._text, at)
            if found is None:
                return None
            self._end_tags[name] = found.span()
        return self._end_tags[name]

    def _may_reach(self, start: int, end: int, name: str) -> bool:
        """Return whether a *name* may hold all that stands between *start* and *end*."""
        if name not in _HEADS | _PHRASES:
            return True
        if end - start > MAX_HEAD:
            return False
        inner = self._text[start:end]
        return name in _HEADS or (_EMPTY_LINE.search(inner) is None and re.search(rf"<{name}\b", inner, re.IGNORECASE) is None)

    def _line_at(self, at: int) -> str:
        if not self._line[0] <= at <= self._line[1]:
            end = self._text.find("\n", at)
            self._line = self._text.rfind("\n", 0, at) + 1, end if end >= 0 else len(self._text)
        return self._text[self._line[0] : min(self._line[1], self._line[0] + MAX_HEAD)]

    def _in_row(self, at: int) -> bool:
        line = self._line_at(at).lstrip()
        return "|" in line and line[0] != "<"

    def _is_marked(self, at: int) -> bool:
        return self._line_at(at).lstrip()[:1] in ("#", ">")

    def _opens_item(self) -> bool:
        return bool(self._parts) and self._parts[-1] == "- "

    def _ends_with(self, sign: str) -> bool:
        return bool(self._parts) and self._parts[-1].endswith(sign)

    def _part(self, text: str = "") -> None:
        """Write *text* behind an empty line."""
        self._write("\n\n")
        self._write(text)

    def _write(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)


def _add(sheet: Sheet, block: Shown) -> None:
    if block.table is not None:
        sheet.table(block.table)
    else:
        sheet.add(block.kind, block.text, level=block.level)


def _moved(piece: Piece, by: int) -> Piece:
    return piece._replace(start=piece.start + by, end=piece.end + by, cells=tuple(_cells_moved(piece, by)))


def _cells_moved(piece: Piece, by: int) -> Iterator[Cell]:
    for cell in piece.cells:
        yield replace(cell, span=Span(start=cell.span.start + by, end=cell.span.end + by))
