"""Figures of a document however long it is: volume by volume, so that what is held in memory at a time does not grow with the text."""

from collections.abc import Callable, Iterable, Iterator

from qa_bot.figures.extract import extract
from qa_bot.schema import BlockKind, Document, Figure, Passage

VOLUME = 500_000  # characters: a long book; its sentences, parsed, and their figures take some 100 MB
TOP = 3  # passages that say what a document is about, read with each volume
LEAD = 3  # passages before a volume that its first sentences may go on with


def extract_all(
    document: Document, passages: Iterable[Passage], *, volume: int = VOLUME, tell: Callable[[float], None] | None = None
) -> Iterator[Figure]:
    """Yield the figures of *document*, in the order of the text, as `extract` does; *tell* hears after each volume which share is read.

    No more than a volume of *passages* is held at a time.
    """
    top: list[Passage] = []
    before: list[Passage] = []
    for part, share in _volumes(document, passages, volume):
        begin = part[0].span.start if before else 0
        yield from (figure for figure in extract(document, [*top, *before, *part]) if figure.span.start >= begin)
        if tell and share < 1:
            tell(share)
        behind = [*before, *part]
        top = [*top, *behind[:-LEAD]][:TOP]
        before = behind[-LEAD:]


def _volumes(document: Document, passages: Iterable[Passage], volume: int) -> Iterator[tuple[list[Passage], float]]:
    """Yield the passages of each volume, and which share of the text ends with it; none begins within a table."""
    inside = [(block.span.start, block.span.end) for block in document.blocks if block.kind is BlockKind.TABLE]
    table = 0
    part: list[Passage] = []
    for passage in passages:
        start = passage.span.start
        if part and part[-1].span.end - part[0].span.start >= volume:
            while table < len(inside) and inside[table][1] <= start:
                table += 1
            if table == len(inside) or inside[table][0] >= start:
                yield part, start / len(document.text)
                part = []
        part.append(passage)
    if part:
        yield part, 1.0
