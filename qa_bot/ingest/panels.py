"""What a reader opens by pressing the line over it: answers to questions, details, spoilers."""

import re

from qa_bot.ingest.furniture import fold, heads_a_list, heads_talk, is_button
from qa_bot.ingest.pagenames import names_of, words_of
from qa_bot.ingest.tree import Node

MOST = 2000  # elements and texts of a panel, or of the line over it, that are looked at
LEAST = 40  # characters of a panel that tells something
LINKED = 0.5  # of its characters; one with more links is a menu
LONGEST_HEAD = 150  # characters of the line over it
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt"})
_CONTROLS = frozenset({"form", "input", "select", "textarea"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STOP = re.compile(r"[.!?…][”»\"')]?(?:\s|$)")


def is_put_away(node: Node) -> bool:
    """Return whether *node* itself says that it is not shown, until something else shows it."""
    return "hidden" in node.attributes or node.get("aria-hidden") == "true" or _HIDDEN.search(node.get("style")) is not None


def is_pressed(node: Node) -> bool:
    """Return whether *node* is a button that is the line over what it opens: all of a heading, or right before it."""
    above = node.parent
    if node.tag != "button" or above is None:
        return False
    alone = all(child is node or (isinstance(child, str) and not child.strip()) for child in above.children)
    if alone and above.tag in _HEADINGS:
        return True
    below = node.behind or (above.behind if alone else None)
    return "aria-expanded" in node.attributes and below is not None and is_opened(below)


def is_opened(node: Node) -> bool:
    """Return whether *node*, which is not shown, tells something and stands under a line that is pressed to open it."""
    if is_lengthened(node):
        return True
    above = node.before
    if above is None or not (_presses(above) or not names_of("pressed").isdisjoint(words_of(above.get("class")))):
        return False
    said = _Content(above).text.strip()
    if not said or len(said) > LONGEST_HEAD or is_button(said) or heads_talk(said) or heads_a_list(said):
        return False
    return _tells(node)


def is_lengthened(node: Node) -> bool:
    """Return whether *node*, which is not shown, goes on with the text over it: under it "Read more" is pressed."""
    below = node.behind
    if below is None or not is_put_away(node):
        return False
    press = below.tag == "a" or _presses(below) or not names_of("pressed").isdisjoint(words_of(below.get("class")))
    return press and fold(_Content(below).text) in names_of("lengthening") and _tells(node)


def _tells(node: Node) -> bool:
    """Return whether *node* says something, links and things to fill in aside."""
    inside = _Content(node)
    text = inside.text.strip()
    return not inside.controls and len(text) >= LEAST and _STOP.search(text) is not None and inside.links <= LINKED * len(text)


def is_panel(node: Node) -> bool:
    """Return whether *node* is what a reader opens."""
    return node.tag == "details" or node.get("role") == "tabpanel" or is_put_away(node) or _is_open(node)


def _is_open(node: Node) -> bool:
    """Return whether *node* is shown, and stands under the line that opens it in an element whose name says so."""
    named = (words_of(each.get("class")) for each in (node, node.parent) if each is not None)
    return any(not names_of("opening").isdisjoint(words) for words in named) and is_opened(node)


def _presses(node: Node) -> bool:
    """Return whether there is something to press in *node*, or it is that."""
    waiting = [node]
    for _ in range(MOST):
        if not waiting:
            break
        at = waiting.pop()
        if at.tag in ("button", "summary") or at.get("role") == "button" or "aria-expanded" in at.attributes:
            return True
        waiting += [child for child in at.children if isinstance(child, Node)]
    return False


class _Content:
    """All that stands in an element, shown or not: its text, how much of it is in links, whether there is something to fill in."""

    def __init__(self, node: Node) -> None:
        parts: list[str] = []
        self.links = 0
        self.controls = False
        waiting: list[tuple[Node | str, bool]] = [(node, False)]
        for _ in range(MOST):
            if not waiting:
                break
            at, linked = waiting.pop()
            if isinstance(at, str):
                parts.append(" ".join(at.split()))
                self.links += len(parts[-1]) if linked else 0
                continue
            self.controls = self.controls or at.tag in _CONTROLS
            if at.tag not in ("script", "style", "svg"):
                waiting += [(child, linked or (at.tag == "a" and bool(at.get("href")))) for child in reversed(at.children)]
        self.text = " ".join(filter(None, parts))
