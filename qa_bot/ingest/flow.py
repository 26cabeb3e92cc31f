"""What an HTML page shows, block by block, in order: headings, paragraphs, items, captions and tables."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from qa_bot.ingest.aligned import aligned
from qa_bot.ingest.furniture import heads_an_advertisement
from qa_bot.ingest.grid import Entry, Grid, grid
from qa_bot.ingest.largelines import SETTING, heads_lines, is_set_large
from qa_bot.ingest.layouts import is_data
from qa_bot.ingest.masthead import tells_only_when
from qa_bot.ingest.pagenames import aside_in, names_of, words_of
from qa_bot.ingest.panels import is_opened, is_pressed, is_put_away
from qa_bot.ingest.sheet import RAISED, line_of
from qa_bot.ingest.tiles import YEAR, are_tile, goes_on, is_large_number
from qa_bot.ingest.tree import BLOCKS, Node
from qa_bot.schema import BlockKind

UNSHOWN = frozenset(
    (
        "audio button canvas datalist embed head iframe input map math noscript object optgroup option progress script select style svg "
        "template textarea title video"
    ).split()
)
MAX_AROUND = 6  # elements between a link and a block in it
MAX_DEFINITION = 120  # characters of what a list of terms says of each, where it is a table
_UNSHOWN_CLASS = re.compile(rf"(?:^|[\s_-])(?:{'|'.join(map(re.escape, names_of('unshown')))})(?:\s|$)")
_APART = frozenset({"a", "span", "time"})
_LARGE, _BESIDE = frozenset({"b", "strong", "big"}), frozenset({"span", "small"})
_ENDS_NUMBER = re.compile(r"[\d%]$")
_UNSEEN = {ord(sign): None for sign in "\u00ad\u200b\u200c\u200d\u2060"}  # where a line may break, and the like
_REFERENCE = re.compile(r"\[?\s?(?:\d{1,3}|[a-z]|note \d+)\s?\]?")
# "[2]", "[2][3]", "[who?]": nothing else that is raised stands in square brackets
_REMARK = re.compile(r"(?:\[[^\[\]]{1,30}\][\s,]{0,2})+|\(?note \d{1,3}\)?", re.IGNORECASE)
_LINE = re.compile(r"\S.*\S|\S")
_SPAN = re.compile(r"\d{1,4}")
_KINDS = {"li": BlockKind.LIST_ITEM, "figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION}
_DATED = re.compile(
    r"^(\s*(?:\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2} [^\W\d_]{3,9} \d{4}|[^\W\d_]{3,9} \d{1,2}, \d{4})(?:,? \d\d:\d\d)?[ \t]*)\n"
)
_TILES = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
_BREAK = "\u2029"  # between two paragraphs that only empty lines part


class Shown(NamedTuple):
    """A block of a page, with the element that it stands in and how many of its characters are links."""

    kind: BlockKind
    text: str
    node: Node
    level: int = 0
    links: int = 0
    table: Grid | None = None
    tile: bool = False  # a number, and below or over it what it counts


def shown(root: Node) -> Iterator[Shown]:
    """Yield the blocks of the tree *root*; what a browser does not show is left out."""
    before: Shown | None = None
    for block in _blocks(root, root, BlockKind.PARAGRAPH, 0):
        if before is not None and (tile := _tile(before, block)) is not None:
            before = tile
            continue
        if before is not None:
            yield before
        before = block
    if before is not None:
        yield before


def _tile(before: Shown, block: Shown) -> Shown | None:
    """Return the two as one block if one of them is a number set large, and the other its words."""
    if before.tile or before.node is block.node or not {before.kind, block.kind} <= _TILES:
        return None
    one, other = before.text, block.text
    if is_large_number(one) and not (before.kind is BlockKind.HEADING and YEAR.fullmatch(one)):
        text = f"{one} {other}"
        joins = block.kind is BlockKind.PARAGRAPH and goes_on(before.node, block.node, other)
        joins = joins or are_tile(one, other, before.node, block.node)
    else:
        text = f"{one}: {other}"
        joins = is_large_number(other) and are_tile(other, one, before.node, block.node)
    links = before.links + block.links
    return block._replace(kind=BlockKind.PARAGRAPH, level=0, text=text, links=links, tile=True) if joins else None


class _Run:
    """The text of a block as it is gathered."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.links = 0
        self._linked: list[tuple[int, int]] = []  # the parts that are links, and their characters

    def gather(self, node: Node, *, linked: bool = False) -> None:
        """Add the text of *node*, which holds no block."""
        if node.tag == "br":
            self.parts.append(_BREAK if self.parts and self.parts[-1] == "\n" else "\n")
            return
        if is_hidden(node) or _leads_to_note(node, "".join(self.parts[-2:])):
            return
        if node.tag == "sup" and (raised := _raised(node)) is not None:
            self.parts.append(raised)
            return
        linked = linked or (node.tag == "a" and bool(node.get("href")))
        before: Node | str = ""
        for child in node.children:
            if isinstance(child, Node):
                self.part(before, child)
                self.gather(child, linked=linked)
            elif child.strip():
                self.parts.append(child)
                if linked:
                    self.links += len(child.strip())
                    self._linked.append((len(self.parts) - 1, len(child.strip())))
            else:
                self.parts.append(" ")
            before = child

    def part(self, before: "Node | str", node: Node) -> None:
        """Set a space between two elements that a style sheet sets apart: "<span>Tom Arden</span><span>5 May</span>", no drop cap."""
        apart = isinstance(before, Node) and before.tag in _APART and node.tag in _APART
        if isinstance(before, Node) and before.tag in _LARGE and node.tag in _BESIDE and self.parts and _ENDS_NUMBER.search(self.parts[-1]):
            self.parts.append(" " if _opens_with_letter(node) else "")
        if apart and self.parts and (len(self.parts[-1]) > 1 or (self.parts[-1].isdigit() and _opens_with_letter(node))):
            self.parts.append(" ")

    def texts(self) -> list[str]:
        """Return the paragraphs gathered so far, none of them empty."""
        opening = self.parts.index("\n") if "\n" in self.parts else 0  # where a line ends by <br>
        if opening and heads_an_advertisement(line_of("".join(self.parts[:opening]))):
            self.parts[opening] = _BREAK
        whole = _DATED.sub(rf"\1{_BREAK}", "".join(self.parts).translate(_UNSEEN), count=1)
        return [line for part in whole.split(_BREAK) if (line := line_of(part))]

    def links_of(self) -> dict[str, int]:
        """Return how many characters of each paragraph are links."""
        found: dict[str, int] = {}
        linked, first = dict(self._linked), 0
        for end in (*(at for at, part in enumerate(self.parts) if part == _BREAK), len(self.parts)) if linked else ():
            text = line_of("".join(self.parts[first:end]).translate(_UNSEEN))
            found[text] = sum(linked.get(at, 0) for at in range(first, end))
            first = end
        return found


def is_hidden(node: Node) -> bool:
    """Return whether a browser does not show the element, nor would if a reader opened it."""
    if (node.tag in UNSHOWN and not is_pressed(node)) or ((classes := node.get("class")) and _UNSHOWN_CLASS.search(classes)):
        return True
    return is_put_away(node) and not _opens(node)


def _leads_to_note(node: Node, before: str) -> bool:
    """Return whether a link is the mark of a note and would lengthen the number or word *before* it: "14.3 million<a href=#fn2>2</a>"."""
    if node.tag != "a" or not node.get("href").startswith("#") or any(isinstance(child, Node) for child in node.children):
        return False
    named = words_of(node.get("class")) | (words_of(node.get("href")) if before else frozenset())  # which opens a note leads back
    mark = "".join(map(str, node.children)).strip()
    apart = bool(before) and not before[-1:].strip().strip("([«“") and not mark.startswith("[")  # "sold 412 ploughs": text that is a link
    return not apart and not named.isdisjoint(names_of("notes")) and _REFERENCE.fullmatch(mark) is not None


def _opens_with_letter(node: Node) -> bool:
    return bool(node.children) and isinstance(node.children[0], str) and node.children[0][:1].isalpha()


def _opens(node: Node) -> bool:
    """Return whether the element is shown when its reader presses what stands over it: the panel of an accordion."""
    if node.tag not in BLOCKS or aside_in(node.get("class"), node.get("id")):
        return False
    named = node.get("role") == "tabpanel" or not names_of("panels").isdisjoint(words_of(node.get("class")) | words_of(node.get("id")))
    return named or is_opened(node)


def text_of(node: Node) -> str:
    """Return the text of all of *node* on one line."""
    run = _Run()
    _spaced(node, run)
    return " ".join(run.texts())


def _spaced(node: Node, run: _Run) -> None:
    """Gather what stands in *node*, blocks parted by a space."""
    for child in node.children:
        if isinstance(child, str):
            run.parts.append(child)
        elif child.tag in BLOCKS:
            if not is_hidden(child):
                run.parts.append(" ")
                _spaced(child, run)
                run.parts.append(" ")
        elif _holds_block(child):
            _spaced(child, run)
        else:
            run.gather(child)


def _holds_block(node: Node) -> bool:
    return any(isinstance(child, Node) and (child.tag in BLOCKS or _holds_block(child)) for child in node.children)


def _blocks(node: Node, owner: Node, kind: BlockKind, level: int) -> Iterator[Shown]:
    """Yield the blocks in *node*; its own text is of *kind*."""
    run = _Run()
    before: Node | str = ""
    for child in node.children:
        if isinstance(child, str):
            run.parts.append(child)
        elif child.tag in SETTING and heads_lines(child) and is_set_large(child) and not run.texts():
            yield from _heading(child, 2)
            run = _Run()
        elif child.tag not in BLOCKS and not _holds_block(child):
            run.part(before, child)
            run.gather(child)
        elif not is_hidden(child):
            yield from _flushed(run, owner, kind, level)
            if run.texts() and kind is BlockKind.LIST_ITEM:
                kind = BlockKind.PARAGRAPH
            run = _Run()
            yield from _block(child, kind if child.tag in ("p", "div", "span", "a", "b", "strong", "font") else BlockKind.PARAGRAPH, level)
        before = child
    yield from _flushed(run, owner, kind, level)


def _flushed(run: _Run, owner: Node, kind: BlockKind, level: int) -> Iterator[Shown]:
    texts = run.texts()
    linked = bool(texts) and is_in_link(owner)
    links = run.links_of() if len(texts) > 1 else dict.fromkeys(texts, run.links)
    for text in texts:
        yield Shown(kind, text, owner, level, len(text) if linked else links.get(text, 0))


def is_in_link(node: Node | None) -> bool:
    """Return whether a link is set around the whole of the block, as around teasers with a heading and a text."""
    for _ in range(MAX_AROUND):
        if node is None or (node.tag == "a" and node.get("href")):
            break
        node = node.parent
    return node is not None and node.tag == "a" and bool(node.get("href"))


def _block(node: Node, kind: BlockKind, level: int) -> Iterator[Shown]:
    tag = node.tag
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        yield from _heading(node, int(tag[1]))
    elif node.get("role") == "heading" and not _holds_block(node):
        yield from _heading(node, int(said) if (said := node.get("aria-level")) in ("1", "2", "3", "4", "5", "6") else 2)
    elif tag in ("center", "p", "div") and is_set_large(node):
        yield from _heading(node, 2)
    elif tag == "table":
        yield from _table(node)
    elif tag == "dl":
        yield from _definitions(node)
    elif tag == "pre":
        yield from _lines(node)
    elif tag in _KINDS:
        yield from _blocks(node, node, _KINDS[tag], _depth(node) if tag == "li" else 0)
    else:
        yield from _blocks(node, node, kind, level)


def _heading(node: Node, level: int) -> Iterator[Shown]:
    run = _Run()
    _spaced(node, run)
    if text := " ".join(run.texts()):
        yield Shown(BlockKind.HEADING, text, node, level, run.links)


def _depth(node: Node) -> int:
    depth, at = 0, node.parent
    while at is not None:
        depth += at.tag in ("ul", "ol", "menu")
        at = at.parent
    return max(1, depth)


def _raised(node: Node) -> str | None:
    """Return how text above the line is shown: not at all if it leads to a note, digits as raised ones, so that they lengthen no number.

    It is looked for once in each element: one inside another would be gathered twice at each depth.
    """
    if node.raised is ...:
        node.raised = _raised_anew(node)
    return node.raised


def _raised_anew(node: Node) -> str | None:
    run = _Run()
    for child in node.children:
        run.gather(child) if isinstance(child, Node) else run.parts.append(child)
    text = " ".join(run.texts())
    leads = any(isinstance(child, Node) and child.tag == "a" for child in node.children)
    if _REMARK.fullmatch(text):
        return ""
    if _REFERENCE.fullmatch(text) and (leads or not text.isdigit()):
        return "" if leads else f"({text.strip('[] ')})"
    raised = text.translate(RAISED)
    return raised if raised != text and not any(sign.isalnum() and sign.isascii() for sign in raised) else None


def _lines(node: Node) -> Iterator[Shown]:
    """Yield the paragraphs of text whose lines stay as they are."""
    run = _Run()
    run.gather(Node("span", {}, None))
    for child in node.children:
        run.gather(child) if isinstance(child, Node) else run.parts.append(child)
    for part in re.split(r"\n[ \t]*\n", "".join(run.parts).translate(_UNSEEN)):
        if (table := _set_in_columns(part)) is not None:
            yield Shown(BlockKind.TABLE, line_of(part), node, table=table)
        elif text := line_of(part):
            yield Shown(BlockKind.PARAGRAPH, text, node)


def _set_in_columns(part: str) -> Grid | None:
    """Return the table that the lines of *part* make by the gaps in them; None if they make none."""
    lines = [match.span() for match in _LINE.finditer(part)]
    if len(lines) < 2 or (found := aligned(part, lines)) is None or found.lines < len(lines):
        return None
    entries: dict[tuple[int, int], Entry] = {}  # one for each cell, so that a header over several columns is one
    rows = [[entries.setdefault(cut, Entry(part[slice(*cut)])) if cut is not None else None for cut in row] for row in found.rows]
    return Grid([], rows, found.header, [])


# ---------------------------------------------------------------- tables


def _table(node: Node) -> Iterator[Shown]:
    rows = list(_rows(node))
    cells = [[_entry(cell) for cell in _cells(row)] for row in rows]
    if not is_data(rows, cells):
        yield from _blocks(node, node, BlockKind.PARAGRAPH, 0)
        return
    for child in node.children:
        if isinstance(child, Node) and child.tag == "caption":
            yield from _blocks(child, node, BlockKind.CAPTION, 0)
    table = grid(cells)
    if table.rows:
        text = " ".join(entry.text for row in table.rows for entry in row if entry is not None)
        yield Shown(BlockKind.TABLE, text, node, 0, sum(_linked(row) for row in rows), table)


def _rows(table: Node) -> Iterator[Node]:
    for child in table.children:
        if isinstance(child, Node):
            if child.tag == "tr":
                if not is_hidden(child):
                    yield child
            elif child.tag in ("thead", "tbody", "tfoot"):
                yield from _rows(child)


def _cells(row: Node) -> list[Node]:
    return [child for child in row.children if isinstance(child, Node) and child.tag in ("td", "th") and not is_hidden(child)]


def _entry(cell: Node) -> Entry:
    in_head = cell.parent is not None and cell.parent.parent is not None and cell.parent.parent.tag == "thead"
    return Entry(text_of(cell), in_head or cell.tag == "th", _number(cell.get("colspan")), _number(cell.get("rowspan")))


def _number(text: str) -> int:
    match = _SPAN.match(text.strip())
    return max(1, int(match.group())) if match else 1


def _linked(row: Node) -> int:
    run = _Run()
    for cell in _cells(row):
        if not _holds_block(cell):
            run.gather(cell)
    return run.links


def _definitions(node: Node) -> Iterator[Shown]:
    """Yield a list of terms, as a table where what is said of each is short."""
    rows: list[list[Entry]] = []
    for child in _terms(node):
        text = text_of(child)
        if child.tag == "dt":
            rows.append([Entry(text)])
        elif rows:
            rows[-1].append(Entry(text))
    if len(rows) > 1 and all(
        len(row) == 2 and 0 < len(row[1].text) <= MAX_DEFINITION and len(row[0].text) <= MAX_DEFINITION for row in rows
    ):
        table = Grid([], [list(row) for row in rows], 0, [])
        yield Shown(BlockKind.TABLE, " ".join(entry.text for row in rows for entry in row), node, 0, 0, table)
    elif len(rows) == 1 and len(rows[0]) == 2 and tells_only_when(rows[0][1].text):
        yield Shown(BlockKind.PARAGRAPH, f"{rows[0][0].text.rstrip(': ')}: {rows[0][1].text}", node)
    else:
        yield from _blocks(node, node, BlockKind.PARAGRAPH, 0)


def _terms(node: Node) -> Iterator[Node]:
    for child in node.children:
        if isinstance(child, Node):
            if child.tag in ("dt", "dd"):
                yield child
            elif child.tag == "div":
                yield from _terms(child)
