"""Large numbers of a web page and the words that stand under, beside or over each: "84" over "schools closed"."""

import re

from qa_bot.ingest.furniture import is_button, is_call, label_of, without_counters
from qa_bot.ingest.tree import Node

MAX_WORDS = 160  # characters of what goes on with a number that is set large
MAX_LABEL = 60  # of what names it, and does not go on with it
UP = 3  # elements from either of the two to the one around both
MOST = 24  # elements and texts in that
_NUMBER = re.compile(r"[^\w\s]{0,2}\d[\d.,\s]{0,14}(?:[^\w\s]{1,3}|\s?[^\W\d_][\w/³²]{0,9}(?:\s?[^\w\s]{1,2}|\s[\w/³²]{1,9}){0,2})?")
YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_STOPS = ".!?…:;"


def is_large_number(text: str) -> bool:
    """Return whether *text* is a number alone, with its unit: "5,940", "38.6 m €"."""
    return _NUMBER.fullmatch(text) is not None


def goes_on(number: Node, node: Node, text: str) -> bool:
    """Return whether *text*, in *node*, goes on with the number right before it: "5,940", "people were detained in 2023"."""
    above, beside = number.parent, node.parent
    if not text[0].islower() or len(text) > MAX_WORDS or number is node or above is None or beside is None:
        return False
    return above is beside or above is beside.parent


def are_tile(number: str, label: str, one: Node, other: Node) -> bool:
    """Return whether *label* names *number*, and the two stand alone in an element beside others like it: "Schools closed", "84".

    How often a page was seen or shared, and when it was put up, are no such numbers.
    """
    if len(label) > MAX_LABEL or not label[0].isupper() or label[-1] in _STOPS or _DIGIT.search(label) or YEAR.fullmatch(number):
        return False
    said = f"{label}: {number}"
    if is_button(label) or is_call(label) or label_of(said) is not None or not without_counters(f"{number} {label}").strip():
        return False
    around = _around(one, other)
    if around is None or _said(around) != sorted((number, label)):
        return False
    place: Node | None = around
    for _ in range(UP):  # alone in a column, and that beside others
        if place is None:
            break
        beside = [each for each in (place.before, place.behind) if each is not None and each.tag == place.tag]
        if any(each.get("class") == place.get("class") and _is_alike(each) for each in beside):
            return True
        if place.before is not None or place.behind is not None:
            break
        place = place.parent
    return False


def _is_alike(node: Node) -> bool:
    """Return whether *node* holds two texts, of which one is a number."""
    said = _said(node)
    return len(said) == 2 and sum(map(is_large_number, said)) == 1


def _around(one: Node, other: Node) -> Node | None:
    """Return the innermost element around both, if it is near."""
    path: list[Node] = []
    node: Node | None = one
    while node is not None and len(path) <= UP:
        path.append(node)
        node = node.parent
    node = other
    for _ in range(UP + 1):
        if node is None or any(each is node for each in path):
            return node
        node = node.parent
    return None


def _said(node: Node) -> list[str]:
    """Return the texts in *node*, sorted; none if there is more in it than in the box of one number."""
    found: list[str] = []
    waiting: list[Node | str] = [node]
    for _ in range(MOST):
        if not waiting:
            return sorted(found)
        at = waiting.pop()
        if not isinstance(at, str):
            waiting += at.children
        elif said := " ".join(at.split()):
            found.append(said)
    return []
