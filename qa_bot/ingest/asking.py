"""Boxes set into a text that ask their reader for something, without a button that would say so, or tell who wrote it."""

import re
import tomllib
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qa_bot.ingest.flow import Shown
from qa_bot.ingest.tree import Node
from qa_bot.schema import BlockKind

LONGEST = 900  # characters of such a box
MAX_HEAD = 260  # and of the line that opens it
MAX_ABOUT = 300  # of a paragraph that tells who wrote the text
_OF_TEXT = frozenset({"html", "body", "main", "article", "#page", "table", "tbody", "tr"})
_WORD = re.compile(r"[^\W\d_]+")
_MORE = re.compile(r"(?:More (?:about|by|from)|Read more (?:by|from)|Follow|Ещё от|Все материалы) $")


class _Lists(NamedTuple):
    heads: re.Pattern[str]
    words: re.Pattern[str]
    trades: frozenset[str]


@cache
def _lists() -> _Lists:
    with (Path(__file__).parent / "data" / "asking.toml").open("rb") as stream:
        table = tomllib.load(stream)
    heads, words = (re.compile("|".join(table[name])) for name in ("heads", "words"))
    return _Lists(heads, re.compile(rf"(?<!\w)(?:{words.pattern})"), frozenset(table["trades"]))


def asking(blocks: Sequence[Shown]) -> list[Node]:
    """Return the elements that a line which asks the reader to subscribe, give or join opens, and another one of which goes on so."""
    heads = [block for block in blocks if len(block.text) <= MAX_HEAD and opens_asking(block.text)]
    if not heads:
        return []
    inside: dict[Node, list[Shown]] = {}
    for block in blocks:
        for node in _upward(block.node):
            inside.setdefault(node, []).append(block)
    return [box for block in heads if (box := _box(block, inside)) is not None]


def opens_asking(line: str) -> bool:
    """Return whether *line* may open a box that asks its reader to subscribe, give or join: "Sign up for our letter ..."."""
    return _lists().heads.match(line.lower()) is not None


def _box(head: Shown, inside: dict[Node, list[Shown]]) -> Node | None:
    """Return the innermost element of several blocks that *head* opens, if all of it asks."""
    node = next((each for each in _upward(head.node) if len(inside[each]) > 1), None)
    if node is None or node.tag in _OF_TEXT or inside[node][0] is not head:
        return None
    rest = inside[node][1:]
    asks = any(_lists().words.search(block.text.lower()) for block in rest)
    small = sum(len(block.text) for block in rest) <= LONGEST and all(
        block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) for block in rest
    )
    return node if asks and small else None


def tells_of_author(line: str, names: Collection[str]) -> bool:
    """Return whether *line* says who one of *names*, that wrote the text, is: "Ann Marlow is a reporter. More about Ann Marlow".

    >>> tells_of_author("Ann Marlow covers mills for the Tarn Ledger.", ["Ann Marlow"])
    True
    """
    line = line.removeprefix("By ")
    name = next((each for each in names if line.startswith(f"{each} ") and " " in each), None)
    if name is None or len(line) > MAX_ABOUT:
        return False
    return (
        not _lists().trades.isdisjoint(word.lower() for word in _WORD.findall(line[len(name) :]))
        or _MORE.search(line.removesuffix(name)) is not None
    )


def _upward(node: Node | None) -> Iterator[Node]:
    while node is not None:
        yield node
        node = node.parent
