"""Teasers: what stands with headings that are links, or breaks off, several times in elements that are alike."""

from collections.abc import Sequence

from qa_bot.ingest.flow import Shown, is_in_link
from qa_bot.ingest.tree import Node
from qa_bot.schema import BlockKind

SEVERAL = 3  # of a kind; one or two headings of a text may be links
LINKED = 0.6  # of a heading's characters
_CUT = ("...", "…", "[…]", "[...]")


def teasers(blocks: Sequence[Shown]) -> list[list[Node]]:
    """Return the rows of teasers among the *blocks* of a page, each as the elements that its teasers stand in."""
    rows: dict[tuple[str, ...], list[Node]] = {}
    for block in blocks:
        if _is_linked_heading(block):
            rows.setdefault((str(block.level), *map(_called, (block.node, block.node.parent))), []).append(block.node)
        elif block.kind in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH) and block.links and block.text.endswith(_CUT):
            rows.setdefault(("cut", *map(_called, (block.node, block.node.parent))), []).append(block.node)
    return [row for nodes in rows.values() if len(set(nodes)) >= SEVERAL for row in _side_by_side(outermost(nodes))]


def _side_by_side(items: Sequence[Node]) -> list[list[Node]]:
    """Return those of *items* that are alike and stand in one element, or in elements of one: rows and columns of a list."""
    rows: dict[tuple[Node | None, str], list[Node]] = {}
    for item in items:
        rows.setdefault((item.parent, ""), []).append(item)
        if item.get("class") and item.parent is not None:
            rows.setdefault((item.parent.parent, _called(item)), []).append(item)
    return [row for row in rows.values() if len(row) >= SEVERAL]


def _is_linked_heading(block: Shown) -> bool:
    """Return whether *block* is a heading below the title that leads to another page, not to its own place in this one."""
    if block.kind is not BlockKind.HEADING or block.level <= 1:
        return False
    return is_in_link(block.node) or (block.links > LINKED * len(block.text) and not _leads_within(block.node))


def _leads_within(node: Node) -> bool:
    return any(isinstance(child, Node) and ("#" in child.get("href") or _leads_within(child)) for child in node.children)


def _called(node: Node | None) -> str:
    return f"{node.tag}.{node.get('class')}" if node is not None else ""


def outermost(nodes: Sequence[Node]) -> list[Node]:
    """Return for each of *nodes* the largest element around it that holds no other of them."""
    times: dict[Node, int] = {}
    for node in dict.fromkeys(nodes):
        around: Node | None = node
        while around is not None:
            times[around] = times.get(around, 0) + 1
            around = around.parent
    found: list[Node] = []
    for node in dict.fromkeys(nodes):
        while node.parent is not None and times[node.parent] == 1:
            node = node.parent
        found.append(node)
    return found
