"""Which tables of a page hold data: many only lay it out."""

from qa_bot.ingest.grid import Entry
from qa_bot.ingest.tree import Node

MAX_CELL = 150  # characters of the cells of a table of data, on average; longer ones are laid out by it


def is_data(rows: list[Node], cells: list[list[Entry]]) -> bool:
    """Return whether the table holds data."""
    texts = [entry.text for row in cells for entry in row if entry.text]
    if len(rows) < 2 or max(map(len, cells), default=0) < 2 or not texts:
        return False
    if any(has_within(row, {"table", "form", "h1", "h2"}) for row in rows):
        return False
    return sum(map(len, texts)) <= MAX_CELL * len(texts)


def has_within(node: Node, tags: set[str]) -> bool:
    return any(isinstance(child, Node) and (child.tag in tags or has_within(child, tags)) for child in node.children)
