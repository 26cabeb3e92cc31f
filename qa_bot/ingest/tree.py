"""HTML as a tree, however broken it is written: elements that nobody closed end where they must, and none lies too deep to be walked."""

import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from types import EllipsisType

MOST_UNCLOSED = 20  # tags and comments that nothing ends; each is looked for to the end of the page, so behind them no more are
_NAMELESS = re.compile(r"<[a-zA-Z][^\s/>]{0,40}\s{1,9}=")  # "<td =5>": broken, but not looked for any further
_LONG_REFERENCE = re.compile(r"&#0*[1-9]\d{7,}")  # beyond all characters; Python reads no number of thousands of digits
_ESCAPE = re.compile(r"&#(?:0{0,9}27|[xX]0{0,9}1[bB]);")  # with the codes behind it, which would be text without it
_COMMENT_END = re.compile(r"--!?>")
_SECTION = re.compile(r"<!\[(?:temp|cdata|ignore|include|rcdata|if|else|endif)(?![-.\w])", re.IGNORECASE)  # those that the parser knows
_SUBSET = re.compile(r"^([^<]{0,1000}(?:<\?[^>]{0,1000}>[^<]{0,1000})?<!DOCTYPE\b[^\[>]{0,1000})\[[^\]]{0,100000}\]\s*>", re.IGNORECASE)
DEEPEST = 120  # elements; what lies deeper is a child of the last one, so that a walk never runs out of stack
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"})
BLOCKS = frozenset(
    (
        "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 "
        "h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul"
    ).split()
)
_ENDS = {  # an element of the left ends the open ones of the right, up to one of the barriers
    "li": ({"li"}, {"ul", "ol", "menu", "table"}),
    "dt": ({"dt", "dd"}, {"dl", "table"}),
    "dd": ({"dt", "dd"}, {"dl", "table"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "td": ({"td", "th"}, {"table", "tr"}),
    "th": ({"td", "th"}, {"table", "tr"}),
    "thead": ({"thead", "tbody", "tfoot", "tr", "td", "th", "caption"}, {"table"}),
    "tbody": ({"thead", "tbody", "tfoot", "tr", "td", "th", "caption"}, {"table"}),
    "tfoot": ({"thead", "tbody", "tfoot", "tr", "td", "th", "caption"}, {"table"}),
    "option": ({"option"}, {"select"}),
}
_COUNT_TO = "data-to-value"
_COUNT = re.compile(r"\d{1,12}(?:\.\d{1,4})?")
_NO_BARRIER: frozenset[str] = frozenset()
_PLAIN = frozenset({"article", "div", "li", "ol", "p", "section", "span", "ul"})  # what an element with a role of tables may be
_TABLE_ROLES = frozenset({"table", "grid", "treegrid"})
_PART_ROLES = {
    "rowgroup": "tbody",
    "row": "tr",
    "columnheader": "th",
    "rowheader": "th",
    "cell": "td",
    "gridcell": "td",
    "caption": "caption",
}
_SCOPE = frozenset({"td", "th", "table", "body", "html"})  # an end tag inside closes nothing outside


class Node:
    """An element; *children* are elements and texts in order, *before* and *behind* those right beside it, no text between."""

    __slots__ = ("attributes", "before", "behind", "children", "parent", "raised", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], parent: "Node | None") -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.before = parent.last() if parent is not None else None
        self.behind: Node | None = None
        if self.before is not None:
            self.before.behind = self
        self.children: list[Node | str] = []
        self.raised: str | EllipsisType | None = ...  # how it is shown above the line, once somebody has looked

    def get(self, name: str) -> str:
        """Return the value of an attribute, "" where it has none."""
        return self.attributes.get(name, "")

    def last(self) -> "Node | None":
        """Return the last of its elements, unless a text stands behind it."""
        for child in reversed(self.children):
            if isinstance(child, Node):
                return child
            if child.strip():
                return None
        return None


def any_around(node: Node, test: Callable[[Node], bool], known: dict[Node, bool]) -> bool:
    """Return whether *test* holds of *node* or an element around it. Of an element it is made once: *known* keeps whether it held there or
    further out, since thousands of blocks may stand a hundred elements deep in the same ones."""
    path: list[Node] = []
    at: Node | None = node
    while at is not None and at not in known:
        path.append(at)
        at = at.parent
    found = at is not None and known[at]
    for each in reversed(path):
        found = found or test(each)
        known[each] = found
    return found


def _count_up(node: Node) -> None:
    """Put the number that a script counts up to in the place of the one that it starts at: <span data-to-value="4120">0</span>."""
    shown, end = "".join(child for child in node.children if isinstance(child, str)).strip(), node.get(_COUNT_TO).strip()
    if (
        shown == (node.get("data-from-value").strip() or "0")
        and _COUNT.fullmatch(end)
        and all(isinstance(each, str) for each in node.children)
    ):
        whole, dot, rest = end.partition(".")
        mark = node.get("data-delimiter")
        node.children = [f"{int(whole):,}".replace(",", mark) + dot + rest if mark in (",", " ", "'") else end]


def _finish(root: Node) -> None:
    """Give the elements of a table that only their roles tell the tags of one: <div role="row">; let counters stand at their end."""
    waiting: list[tuple[Node, bool]] = [(root, False)]
    while waiting:
        node, inside = waiting.pop()
        if _COUNT_TO in node.attributes:
            _count_up(node)
        role = node.get("role").strip().lower()
        opens = role in _TABLE_ROLES and node.tag in _PLAIN
        if opens:
            node.tag = "table"
        elif inside and node.tag in _PLAIN and role in _PART_ROLES:
            node.tag = _PART_ROLES[role]
            node.attributes |= {tag: span for tag in ("colspan", "rowspan") if (span := node.get(f"aria-{tag}"))}
        inside = (inside or opens) and node.tag not in ("td", "th")
        waiting += [(child, inside) for child in node.children if isinstance(child, Node)]


class Page(HTMLParser):
    """The tree of a page, under `root`; *comment* is the first one, in which browsers note where they saved the page from."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("#page", {}, None)
        self.comment = ""
        self._open = [self.root]
        self._times: dict[str, int] = {}  # how often each tag is open: most need not be looked for
        self._unclosed = 0
        if "&#" in source:
            source = _LONG_REFERENCE.sub("&#xfffd", _ESCAPE.sub("\x1b", source))
        self.feed(_SUBSET.sub(r"\1>", source, count=1))
        self.close()
        _finish(self.root)

    def parse_starttag(self, i: int) -> int:
        """Return where the tag at *i* ends, below 0 where it does not."""
        return self._ended(i, super().parse_starttag(i))

    def parse_endtag(self, i: int) -> int:
        """Return where the end tag at *i* ends, below 0 where it does not."""
        return self._ended(i, super().parse_endtag(i))

    def parse_pi(self, i: int) -> int:
        """Return where the instruction at *i* ends, below 0 where it does not."""
        return self._ended(i, super().parse_pi(i))

    def parse_comment(self, i: int, report: bool = True) -> int:
        """Return where the comment at *i* ends: with the page, where nothing ends it."""
        end = _COMMENT_END.search(self.rawdata, i + 2 if self.rawdata.startswith(("<!-->", "<!--->"), i) else i + 4)
        self.handle_comment(self.rawdata[i + 4 : end.start() if end else len(self.rawdata)])
        return end.end() if end else len(self.rawdata)

    def parse_html_declaration(self, i: int) -> int:
        """Return where the declaration at *i* ends, below 0 where it does not."""
        return self._ended(i, super().parse_html_declaration(i))

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Return where the section at *i* ends; one of a kind that HTML does not know is a comment up to its first ">"."""
        known = _SECTION.match(self.rawdata, i) is not None
        end = self.rawdata.find(">", i) + 1
        return self._ended(i, super().parse_marked_section(i, report) if known else end or -1)

    def _ended(self, start: int, end: int) -> int:
        """Return *end*, that of the page for a tag in which the page breaks off; of a page with too many tags that nothing ends its own
        end, too: the rest is text, as such a tag is."""
        if end < 0 and self.rawdata.find(">", start) < 0:
            return len(self.rawdata)
        self._unclosed += end < 0 and _NAMELESS.match(self.rawdata, start) is None
        if end >= 0 or self._unclosed <= MOST_UNCLOSED:
            return end
        self.handle_data(unescape(self.rawdata[start:]))
        return len(self.rawdata)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and close those that it ends."""
        if tag in _ENDS:
            ended, barriers = _ENDS[tag]
            self._end(ended, barriers)
        elif tag in BLOCKS:
            self._end({"p"}, _SCOPE)
        node = Node(tag, {name: value or "" for name, value in reversed(attrs)}, self._open[-1])
        self._open[-1].children.append(node)
        if tag not in _VOID and len(self._open) < DEEPEST:
            self._open.append(node)
            self._times[tag] = self._times.get(tag, 0) + 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; only XHTML means that "<div/>" is closed, and there it is followed by "</div>" where it matters."""
        self.handle_starttag(tag, attrs)
        if tag not in BLOCKS and self._open[-1].tag == tag and tag not in _VOID:
            self._leave(len(self._open) - 1)

    def handle_endtag(self, tag: str) -> None:
        """Close the element and what is open in it."""
        if tag == "br":
            self.handle_starttag("br", [])
        elif tag not in _VOID:
            self._end({tag}, _NO_BARRIER if tag in _SCOPE else {"td", "th", "table"}, whole=True)

    def handle_data(self, data: str) -> None:
        """Add text."""
        self._open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        """Keep the first comment."""
        self.comment = self.comment or data[:2000]

    def _end(self, tags: "set[str] | frozenset[str]", barriers: "set[str] | frozenset[str]", *, whole: bool = False) -> None:
        """Close the outermost open element of *tags* above the next barrier; only the innermost if *whole* is to be closed."""
        last = 0
        if not any(self._times.get(tag) for tag in tags):
            return
        for at in range(len(self._open) - 1, 0, -1):
            tag = self._open[at].tag
            if tag in tags:
                last = at
                if whole:
                    break
            elif tag in barriers:
                break
        if last:
            self._leave(last)

    def _leave(self, first: int) -> None:
        """Close the open elements from the one at *first* on."""
        for node in self._open[first:]:
            self._times[node.tag] -= 1
        del self._open[first:]
