"""Figures of a document however long it is: volume by volume, so that what is held in memory at a time does not grow with the text."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from qa_bot.figures.extract import extract
from qa_bot.schema import BlockKind, Document, Figure, Passage

VOLUME = 500_000  # characters: a long book; its sentences, parsed, and their figures take some 100 MB
TOP = 3  # passages that say what a document is about, read with each volume
LEAD = 3  # passages before a volume that its first sentences may go on with


def extract_all(
    document: Document, passages: Sequence[Passage], *, volume: int = VOLUME, tell: Callable[[float], None] | None = None
) -> Iterator[Figure]:
    """Yield the figures of *document*, in the order of the text, as `extract` does; *tell* hears after each volume which share is read."""
    for first, end in _volumes(document, passages, volume):
        lead = max(first - LEAD, 0)
        around = [*passages[: min(TOP, lead)], *passages[lead:end]]
        begin = passages[first].span.start
        yield from (figure for figure in extract(document, around) if not first or figure.span.start >= begin)
        if tell and end < len(passages):
            tell(end / len(passages))


def _volumes(document: Document, passages: Sequence[Passage], volume: int) -> Iterator[tuple[int, int]]:
    """Yield the first passage of each volume and the one behind its last; none begins within a table."""
    if not passages:
        return
    inside = [(block.span.start, block.span.end) for block in document.blocks if block.kind is BlockKind.TABLE]
    first = table = 0
    for at, (before, passage) in enumerate(pairwise(passages), 1):
        start = passage.span.start
        if before.span.end - passages[first].span.start < volume:
            continue
        while table < len(inside) and inside[table][1] <= start:
            table += 1
        if table == len(inside) or inside[table][0] >= start:
            yield first, at
            first = at
    yield first, len(passages)
