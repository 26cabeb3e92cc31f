"""What asks to give, sign, bet or book on a page, with the button under it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from qa_bot.ingest.flow import Shown
from qa_bot.ingest.furniture import is_appeal, is_offer
from qa_bot.ingest.tree import Node

_OF_TEXT = frozenset({"html", "body", "main", "article", "#page"})


def appeals(blocks: Sequence[Shown]) -> list[Node]:
    """Return the elements that only ask for something: those with the button in them, and where they tell something the buttons alone.

    Several alike with different words tell of as many things, courses or journeys; so does one whose button has what it tells numbers of.
    """
    buttons = [block for block in blocks if is_appeal(block.text)]
    if not buttons:
        return []
    holding = Counter(node for block in blocks for node in _upward(block.node))
    alone = [holding[block.node] == 1 for block in buttons]
    around = [block.node.parent if single else block.node for block, single in zip(buttons, alone, strict=True)]
    inside: dict[Node, list[Shown]] = {node: [] for node in around if node is not None and node.tag not in _OF_TEXT}
    for block in blocks:
        for node in _upward(block.node):
            if node in inside:
                inside[node].append(block)
    told: dict[str, set[str]] = {}
    for node, held in inside.items():
        told.setdefault(_place(node), set()).add(_words(held))
    found: list[Node] = []
    for button, single, outer in zip(buttons, alone, around, strict=True):
        tells = outer not in inside or len(told[_place(outer)]) > 1 or (is_offer(button.text) and _tells_number(inside[outer]))
        if outer is not None and not tells:
            found.append(outer)
        elif single and button.node.tag not in _OF_TEXT:
            found.append(button.node)
    return found


def _upward(node: Node | None) -> Iterator[Node]:
    while node is not None:
        yield node
        node = node.parent


def _place(node: Node) -> str:
    """Return by what elements that are alike are known: those around them and their classes."""
    return " ".join(f"{each.tag}.{each.get('class')}" for each in _upward(node))


def _words(blocks: Sequence[Shown]) -> str:
    return "\n".join(block.text for block in blocks)


def _tells_number(blocks: Sequence[Shown]) -> bool:
    """Return whether a sentence among *blocks* has a number."""
    return any(block.text[-1] in ".!?" and any(sign.isdigit() for sign in block.text) for block in blocks)
