"""What readers say below a text: posts in elements that are alike, each with something to press to answer or report it."""

from collections.abc import Sequence

from qa_bot.ingest.flow import Shown, text_of
from qa_bot.ingest.furniture import fold
from qa_bot.ingest.pagenames import names_of, words_of
from qa_bot.ingest.teasers import outermost
from qa_bot.ingest.tree import Node

SEVERAL = 2  # posts; a single thing to press may be of the text itself
MOST = 20  # threads of a page: each is looked for among all of its blocks
LONGEST = 30  # characters of what is pressed
MOST_PRESSED = 100  # elements and texts in it
_PRESSED = ("button", "a")


def threads(blocks: Sequence[Shown]) -> list[list[Node]]:
    """Return the threads on the page of *blocks*, each as the elements that its posts stand in."""
    pressed: dict[str, list[Node]] = {}
    for node in _elements(blocks):
        if (node.tag in _PRESSED or node.get("role") == "button") and (said := _said(node)) in names_of("answering"):
            if said in names_of("answering_bare") and _leads_elsewhere(node):
                continue
            pressed.setdefault(said, []).append(node)
    rows: dict[tuple[str, str, str], list[Node]] = {}
    for said, nodes in pressed.items():
        for post in outermost(nodes) if len(nodes) >= SEVERAL else ():
            rows.setdefault((said, post.tag, post.get("class")), []).append(post)
    return [row for row in rows.values() if len(row) >= SEVERAL][:MOST]


def _elements(blocks: Sequence[Shown]) -> list[Node]:
    """Return all elements of the page."""
    root = blocks[0].node if blocks else None
    while root is not None and root.parent is not None:
        root = root.parent
    found: list[Node] = []
    waiting = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting += [child for child in reversed(node.children) if isinstance(child, Node)]
    return found


def _leads_elsewhere(node: Node) -> bool:
    """Return whether a link leads to another page, which need not be one to write a post on: "Report" below what a council approved."""
    address = node.get("href") if node.tag == "a" else ""
    script = address.lower().startswith("javascript:")
    return bool(address) and address[0] != "#" and not script and names_of("posting").isdisjoint(words_of(address))


def _said(node: Node) -> str:
    """Return what stands on a thing to press, folded; "" if it is longer than a word or two."""
    inside = [child for child in node.children if isinstance(child, Node) or child.strip()]
    if len(inside) > SEVERAL or _holds_many(node):
        return ""
    said = " ".join(child if isinstance(child, str) else text_of(child) for child in inside)
    return fold(said) if len(said) <= LONGEST else ""


def _holds_many(node: Node) -> bool:
    """Return whether more stands in *node* than in anything to press: links that nobody closed hold each other, and all that follows."""
    waiting, count = [node], 0
    while waiting and count <= MOST_PRESSED:
        children = waiting.pop().children
        count += len(children)
        waiting += [child for child in children if isinstance(child, Node)]
    return count > MOST_PRESSED


def opens_with_cite(node: Node) -> bool:
    """Return whether a quotation begins with who is quoted: a post of a forum, said again under another one."""
    while (inner := next((child for child in node.children if isinstance(child, Node) or child.strip()), None)) is not None:
        if isinstance(inner, str):
            return False
        if inner.tag == "cite":
            return True
        node = inner
    return False
