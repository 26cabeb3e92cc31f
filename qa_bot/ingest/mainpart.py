"""Which blocks of a page are its text, and which belong to the page: told by elements, their names, and how much of them are links."""

from collections.abc import Sequence
from itertools import islice, takewhile

from qa_bot.ingest.appeals import appeals
from qa_bot.ingest.asking import asking
from qa_bot.ingest.flow import Shown
from qa_bot.ingest.furniture import (
    are_particulars,
    asks_to_talk,
    heads_a_list,
    heads_an_advertisement,
    heads_talk,
    is_button,
    is_contact,
    is_reached_by,
    may_head_text,
)
from qa_bot.ingest.notemarks import holds_notes
from qa_bot.ingest.numberlists import tells_numbers
from qa_bot.ingest.pagenames import aside_in, names_of, words_of
from qa_bot.ingest.stamps import is_stamp
from qa_bot.ingest.teasers import teasers
from qa_bot.ingest.threads import opens_with_cite, threads
from qa_bot.ingest.tree import Node, any_around
from qa_bot.schema import BlockKind

LINKED = 0.6  # of a block's characters; such a paragraph or item leads elsewhere
PROSE = 80  # characters of a paragraph that counts for where the text is
STORY = 2 * PROSE  # characters of it that stand around no row of buttons
SENTENCE = 5  # blanks in the shortest one that tells something under a heading such as "Tags"
WHOLE = 0.6  # of the prose of a page: an element with so much of it is no sidebar, whatever it is called
CONTAINED = 0.85  # of the prose outside of what is aside that the main part must hold
PAID = 0.25  # of the text that an element may hold for a line in it to make it advertising
TEASERS = 0.7  # of the text that a row of teasers may hold: they may be longer than a short text, but not all of the page
CORE = 0.75  # of the text that an element must hold for what stands below it to be looked at closely
ARTICLE = 0.5  # of it that an article or main element must hold to be the main part
NAMING = ("class", "id", "data-component", "data-testid")  # attributes that say what an element is
_TAGS = frozenset({"nav", "footer", "aside", "dialog", "menu", "search"})


def content_of(blocks: Sequence[Shown]) -> list[bool]:
    """Return for each of the *blocks* of a page whether it belongs to the text rather than to the page."""
    prose = _Prose(blocks)
    apart = _paid(blocks, prose) | _teasers(blocks, prose) | _threads(blocks, prose)
    known: dict[Node, bool] = {}
    aside = [any_around(block.node, lambda node: node in apart or _sets_aside(node, prose), known) for block in blocks]
    particulars = [says_what_it_is(block) for block in blocks]
    # a table of them is no text that would show where the text is: on a page of short lines it would be all there is to go by
    main = _main(blocks, [out or about for out, about in zip(aside, particulars, strict=True)])
    parts = [main, *_tables_beside(main, blocks)] if main is not None else []
    inside = [
        not out and (main is None or any(_within(block.node, part) for part in parts)) and not is_stamp(block)
        for block, out in zip(blocks, aside, strict=True)
    ]
    titled = any(kept and is_title(block) for kept, block in zip(inside, blocks, strict=True))
    if main is not None and not titled and not _opens_with_heading(main, blocks, inside):
        _let_title_in(blocks, aside, inside)
    found = _without_talk(blocks, _without_tail(blocks, _without_links(blocks, inside)))
    return [kept and not about for kept, about in zip(found, particulars, strict=True)]


class _Prose:
    """How much running text stands in each element, and which hold a title."""

    def __init__(self, blocks: Sequence[Shown]) -> None:
        self._lengths: dict[Node, int] = {}
        self._alike: dict[str, int] = {}  # by the first of their classes: the posts of a thread are one
        self.titled: set[Node] = set()
        self.headed: set[Node] = set()  # marked as the main part, with a heading
        self.telling = {node for node, inside in _asides_in_articles(blocks).items() if tells_numbers(inside)}
        self.total = 0
        named: dict[str, int] = {}  # by each word that sets something aside
        for block in blocks:
            length = weight_of(block)
            self.total += length
            for word in _asides(block.node) if length else ():
                named[word] = named.get(word, 0) + length
            for node in _upward(block.node):
                self._lengths[node] = self._lengths.get(node, 0) + length
                if length and (name := first_class(node)):
                    self._alike[name] = self._alike.get(name, 0) + length
                if is_title(block):
                    self.titled.add(node)
                if block.kind is BlockKind.HEADING and _is_marked(node):
                    self.headed.add(node)
        # what builders of pages call all that is on one ("elementor-widget-heading") tells nothing
        self.common = {word for word, length in named.items() if length > WHOLE * self.total} - names_of("talk")

    def holds(self, node: Node) -> bool:
        """Return whether there is running text in *node*."""
        return self._lengths.get(node, 0) > 0

    def tells(self, node: Node) -> bool:
        """Return whether there is as much running text in *node* as in none that holds buttons alone."""
        return self._lengths.get(node, 0) >= STORY

    def of(self, node: Node) -> float:
        """Return how much of the page's running text is in *node* alone."""
        return self._lengths.get(node, 0) / self.total if self.total else 0.0

    def marked_apart(self, node: Node) -> bool:
        """Return whether an element that is marked as the main part has a heading and does not hold *node*."""
        return any(self.holds(main) and not _within(node, main) for main in self.headed)

    def heads_part(self, header: Node) -> bool:
        """Return whether running text stands beside a *header*, and the title of the page elsewhere: no site's name."""
        part = header.parent
        return bool(self.titled) and part is not None and self.holds(part) and part not in self.titled

    def share(self, node: Node) -> float:
        """Return how much of the page's running text is in *node* and those that are called the same."""
        length = max(self._lengths.get(node, 0), self._alike.get(first_class(node), 0))
        return length / self.total if self.total else 0.0


def _asides(node: Node) -> set[str]:
    """Return the words that set *node*, or an element around it, aside."""
    return {word for each in _upward(node) for word in aside_in(each.get("class"), each.get("id"))}


def _asides_in_articles(blocks: Sequence[Shown]) -> dict[Node, list[Shown]]:
    """Return the blocks of each aside that stands in an element of the text."""
    found: dict[Node, list[Shown]] = {}
    for block in blocks:
        for node in _upward(block.node):
            if node.tag == "aside" and _in_article(node):
                found.setdefault(node, []).append(block)
    return found


def first_class(node: Node) -> str:
    """Return the first of the classes of an element, by which those that are alike are told; "" if it has none."""
    return next(iter(node.get("class").split()), "")


def weight_of(block: Shown) -> int:
    """Return how many characters of *block* count for where the text of a page is."""
    if block.kind is BlockKind.TABLE:
        return len(block.text) if block.links <= LINKED * len(block.text) else 0
    prose = block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and len(block.text) >= PROSE
    return len(block.text) - block.links if prose and block.links <= LINKED * len(block.text) else 0


def _upward(node: Node | None) -> list[Node]:
    path: list[Node] = []
    while node is not None:
        path.append(node)
        node = node.parent
    return path


def _within(node: Node, outer: Node) -> bool:
    return any(each is outer for each in _upward(node))


def _paid(blocks: Sequence[Shown], prose: _Prose) -> set[Node]:
    """Return the elements that a line such as "Advertisement" says to be paid for: the one around it, unless much of the text is there."""
    found: set[Node] = set()
    for block in blocks:
        if heads_an_advertisement(block.text):
            around = (block.node, block.node.parent) if block.node.tag not in ("body", "main", "article") else (block.node,)
            found |= {node for node in around if node is not None and node not in prose.titled and prose.share(node) <= PAID}
    found |= {node for node in (*appeals(blocks), *asking(blocks)) if node not in prose.titled and prose.of(node) <= PAID}
    return found


def _teasers(blocks: Sequence[Shown], prose: _Prose) -> set[Node]:
    """Return the elements of teasers, unless what they hold is the text, as that of a list with a heading for each of its items."""
    found: set[Node] = set()
    for row in teasers(blocks):
        if sum(map(prose.of, row)) <= TEASERS and not any(node in prose.titled for node in row):
            found.update(row)
    return found


def _threads(blocks: Sequence[Shown], prose: _Prose) -> set[Node]:
    """Return the elements of what readers say below a text, and the one around them that holds nothing else; not those of a forum, where
    nobody says anything before them."""
    found: set[Node] = set()
    for row in threads(blocks):
        posts = set(row)
        first = next((at for at, block in enumerate(blocks) if not posts.isdisjoint(_upward(block.node))), 0)
        if sum(map(weight_of, blocks[:first])) < STORY or any(post in prose.titled for post in row):
            continue
        found |= posts
        around = row[0].parent
        if around is not None and around not in prose.titled and prose.of(around) <= sum(map(prose.of, posts)):
            found.add(around)
    return found


def _sets_aside(node: Node, prose: _Prose) -> bool:
    """Return whether *node* is an element beside the text."""
    if node.tag in ("html", "body", "main", "#page", "h1", "tr", "td", "th", "figcaption"):
        return False
    named = aside_in(node.get("class"), node.get("id")) - prose.common
    if node.tag == "table":
        return bool(named & names_of("tables")) and prose.share(node) <= WHOLE
    if named & names_of("talk") and node not in prose.titled:
        return True
    if node in prose.titled:
        return _is_masthead(node, prose)
    if prose.share(node) > WHOLE:
        return False
    if node.tag == "footer" and any(each.tag == "blockquote" for each in _upward(node.parent)):
        return False  # who is quoted
    if node.tag in _TAGS or node.get("role") in names_of("roles"):
        told = prose.share(node) > 0 or node in prose.telling or holds_notes(node)
        return not (node.tag == "aside" and not named and _in_article(node) and told)
    if node.tag == "header":
        return not (_in_article(node) or prose.heads_part(node))
    if node.tag == "blockquote":
        return opens_with_cite(node)
    if node.tag == "form":
        return prose.share(node) < 0.1
    return bool(named - names_of("buttons") if prose.tells(node) else named)


def labels_in(blocks: Sequence[Shown]) -> list[bool]:
    """Return for each of the *blocks* whether it stands in a line or two that say who wrote the text, when, or how to reach them."""
    prose = _Prose(blocks)
    known: dict[Node, bool] = {}
    return [any_around(block.node, lambda node: _is_label(node, prose), known) for block in blocks]


def _is_label(node: Node, prose: _Prose) -> bool:
    if node in prose.titled or prose.holds(node) or node.tag in ("html", "body", "main", "#page", "table", "tr", "td", "th", "blockquote"):
        return False
    return node.tag == "address" or bool(frozenset().union(*(words_of(node.get(each)) for each in NAMING)) & names_of("slight"))


def _is_masthead(node: Node, prose: "_Prose") -> bool:
    """Return whether the title in *node* is the site's: the page's own text is marked, and has headings of its own."""
    return node.get("role") == "banner" and not prose.holds(node) and prose.marked_apart(node)


def _in_article(node: Node) -> bool:
    return any(each.tag in ("article", "main") or each.get("role") == "main" for each in _upward(node.parent))


def _main(blocks: Sequence[Shown], aside: Sequence[bool]) -> Node | None:
    """Return the element that holds the text; None if no part of the page holds most of it."""
    lengths: dict[Node, int] = {}
    order: dict[Node, int] = {}
    total = 0
    for block, out in zip(blocks, aside, strict=True):
        if out or not (length := weight_of(block)):
            continue
        total += length
        for depth, node in enumerate(reversed(_upward(block.node))):
            lengths[node] = lengths.get(node, 0) + length
            order[node] = depth
    if not total:
        return None
    marked = [node for node in lengths if _is_marked(node) and lengths[node] >= ARTICLE * total]
    if marked:
        return max(marked, key=lambda node: (lengths[node] >= CONTAINED * total, order[node]))
    holding = [
        node for node in lengths if lengths[node] >= CONTAINED * total and node.tag not in ("p", "table", "tbody", "tr", "ul", "ol", "li")
    ]
    return max(holding, key=order.__getitem__, default=None)


def _tables_beside(main: Node, blocks: Sequence[Shown]) -> list[Node]:
    """Return, where a table lays out the page and the text is in its cell *main*, what else of it holds a table of data.

    These are the rows below, and the cells beside with nothing else in them.
    """
    path = _upward(main)
    row = next((at for at, node in enumerate(path) if node.tag == "tr"), None) if main.tag in ("td", "th") else None
    if row is None:
        return []
    inside: dict[Node, list[bool]] = {}  # of each element, whether its blocks are tables of data
    for block in blocks:
        for node in _upward(block.node):
            inside.setdefault(node, []).append(block.kind is BlockKind.TABLE and weight_of(block) > 0)
    rows = [child for child in path[row + 1].children if isinstance(child, Node) and child.tag == "tr"]
    below = rows[rows.index(path[row]) + 1 :]
    cells = [child for child in path[row].children if isinstance(child, Node) and child is not main]
    return [each for each in below if any(inside.get(each, ()))] + [each for each in cells if inside.get(each) == [True]]


def _is_marked(node: Node) -> bool:
    return node.tag in ("main", "article") or node.get("role") in ("main", "article") or node.get("itemprop").lower() == "articlebody"


def is_title(block: Shown) -> bool:
    """Return whether *block* is a heading of the top level."""
    return block.kind is BlockKind.HEADING and block.level == 1


def _opens_with_heading(main: Node, blocks: Sequence[Shown], inside: Sequence[bool]) -> bool:
    """Return whether *main* is a cell that lays out the page and opens with its title: what stands in the row over it is a masthead."""
    first = blocks[inside.index(True)] if main.tag in ("td", "th") and True in inside else None
    return first is not None and first.kind is BlockKind.HEADING and _within(first.node, main)


def _let_title_in(blocks: Sequence[Shown], aside: Sequence[bool], inside: list[bool]) -> None:
    """Take the title over the main part for a part of it."""
    first = inside.index(True) if True in inside else 0
    over = [at for at in range(first - 1, -1, -1) if blocks[at].kind is BlockKind.HEADING and not aside[at]]
    prose = next((at for at in range(first - 1, -1, -1) if weight_of(blocks[at]) and not aside[at]), -1)
    title = next((at for at in over if blocks[at].level == 1), next((at for at in over if at > prose), None))
    if title is not None:
        for at in range(title, first):
            inside[at] = not aside[at] and not is_stamp(blocks[at])


def _without_tail(blocks: Sequence[Shown], inside: list[bool]) -> list[bool]:
    """Return *inside* without what stands outside of the element that holds nearly all of the text, below something that is no text."""
    core = _core(blocks, inside)
    if core is None or all(says_what_it_is(block) for block in blocks if _within(block.node, core)):
        return inside
    last = max(at for at, block in enumerate(blocks) if inside[at] and _within(block.node, core))
    below = next((at for at in range(last + 1, len(blocks)) if not inside[at]), len(blocks))
    return [kept and at < below for at, kept in enumerate(inside)]


def _without_talk(blocks: Sequence[Shown], inside: list[bool]) -> list[bool]:
    """Return *inside* without what readers say under a line such as "Comments", down to where they are asked to: less than the text."""
    forms = [at for at, block in enumerate(blocks) if asks_to_talk(block.text)]
    for first, block in enumerate(blocks):
        last = next((at for at in forms if at > first), None) if heads_talk(block.text) else None
        if last is None:
            continue
        talk = sum(weight_of(blocks[at]) for at in range(first, last) if inside[at])
        if talk < sum(weight_of(blocks[at]) for at in range(first) if inside[at]):
            return [kept and not first <= at <= last for at, kept in enumerate(inside)]
    return inside


def _core(blocks: Sequence[Shown], inside: Sequence[bool]) -> Node | None:
    """Return the innermost element with most of the text that is *inside*."""
    lengths: dict[Node, int] = {}
    order: dict[Node, int] = {}
    for block, kept in zip(blocks, inside, strict=True):
        for depth, node in enumerate(reversed(_upward(block.node))) if kept else ():
            lengths[node] = lengths.get(node, 0) + weight_of(block)
            order[node] = depth
    total = max(lengths.values(), default=0)
    return max((node for node, length in lengths.items() if total and length >= CORE * total), key=order.__getitem__, default=None)


def says_what_it_is(block: Shown) -> bool:
    """Return whether *block* is a table that says who wrote the page, when, where it appeared."""
    if block.table is None or any(len([entry for entry in row if entry is not None and entry.text]) > 2 for row in block.table.rows):
        return False
    return are_particulars([row[0].text for row in block.table.rows if row and row[0] is not None])


def _without_links(blocks: Sequence[Shown], inside: list[bool]) -> list[bool]:
    """Return *inside* without what only leads to other pages, and the lists under headings such as "Related articles"."""
    found: list[bool] = []
    leaving: int | None = None  # the level of a heading over links
    for at, (block, kept) in enumerate(zip(blocks, inside, strict=True)):
        if block.kind is BlockKind.HEADING and kept:
            leads = heads_a_list(block.text) and not _goes_on_under(blocks, at)
            leaving = block.level if leads else None if leaving is None or block.level <= leaving else leaving
            kept = leaving is None and not is_button(block.text)
        elif leaving is not None and (block.links > 0 or not _tells(block)):
            kept = False
        elif kept and block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and block.links > LINKED * len(block.text):
            kept = not _leads_away(blocks, at)
        found.append(kept)
    return found


def _goes_on_under(blocks: Sequence[Shown], at: int) -> bool:
    """Return whether the text goes on under the heading *at*, of those that may head it: in its element sentences alone, no links.

    How to reach somebody is none of it.
    """
    around = blocks[at].node.parent
    if around is None or not may_head_text(blocks[at].text):
        return False
    below = takewhile(lambda block: block.kind is not BlockKind.HEADING and _within(block.node, around), islice(blocks, at + 1, None))
    under = list(below)
    return bool(under) and not any(block.links or block.text[-1] not in ".!?" or is_reached_by(block.text) for block in under)


def _tells(block: Shown) -> bool:
    """Return whether *block* says something, whatever its heading leads one to expect: it is long, or a sentence of some words."""
    sentence = block.kind is BlockKind.PARAGRAPH and block.text[-1] in ".!?" and block.text.count(" ") >= SENTENCE
    return len(block.text) >= PROSE or (sentence and not is_contact(block.text))


def _leads_away(blocks: Sequence[Shown], at: int) -> bool:
    """Return whether a block of links is one of several, or a lone one that is no sentence."""
    block = blocks[at]
    beside = [blocks[other] for other in (at - 1, at + 1) if 0 <= other < len(blocks)]
    several = any(other.kind is block.kind and other.links > LINKED * len(other.text) for other in beside)
    return several or block.text[-1] not in ".!?…:"
