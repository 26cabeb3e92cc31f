"""From blocks to passages: a paragraph, a list with the line that introduces it, a table."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from qa_bot.ingest.headings import Outline
from qa_bot.schema import Block, BlockKind, Document, Passage, Span
from qa_bot.text.sentences import split_sentences

OWN = 250  # characters; a paragraph as long as this says enough to be found alone
MERGED = 500  # up to here short neighbours make one passage
CUT = 1_000  # characters of each part into which a longer passage is cut, between sentences
LONGEST = 1.4  # times as long as such a part is what stays whole
MAX_LEAD = 400  # a paragraph up to this long introduces the list or table right under it; one with a colon always does
LONG_ITEM = 150  # items as long as paragraphs are merged as paragraphs are; shorter ones make one list however many they are
SENTENCE = 5  # words that a sentence of a list item has at least
MAX_SENTENCE = 1500  # characters; the longest of 45,673 sentences of encyclopedic paragraphs has 1,144
MAX_ITEM = 300  # a longer list item is cited by the sentence
MAX_ROWS = 20  # of a table in one passage
_BARE = (BlockKind.HEADING, BlockKind.FURNITURE)


def split(document: Document, *, length: int = CUT) -> tuple[Passage, ...]:
    """Return the passages of *document* in order. Headings stand above them, furniture is left out; sentences are what can be cited:
    sentences, list items, table rows below the header. A long one is cut into parts of about *length* characters.
    """
    return tuple(passages_of(document, length=length))


def passages_of(document: Document, *, length: int = CUT) -> Iterator[Passage]:
    """Yield what `split` returns, passage by passage: all of a long document take more memory than its text."""
    ordinal = 0
    for headings, run in _runs(document):
        for group in _groups(document.text, run):
            for span, sentences, over in _parts(document, group, length):
                yield Passage(
                    passage_id=f"{document.doc_id}#p{ordinal}",
                    doc_id=document.doc_id,
                    span=Span(start=span[0], end=span[1]),
                    text=document.text[span[0] : span[1]],
                    sentences=tuple(Span(start=start, end=end) for start, end in sentences),
                    headings=headings + over,
                    page=group[0].page,
                    ordinal=ordinal,
                )
                ordinal += 1


def _runs(document: Document) -> Iterator[tuple[tuple[str, ...], list[Block]]]:
    """Yield the blocks between headings, furniture and page ends, with the headings over them."""
    outline = Outline(document.title)
    run: list[Block] = []
    told = False
    for block in document.blocks:
        if run and (block.kind in _BARE or block.page != run[-1].page):
            yield outline.headings, run
            run = []
        if block.kind is BlockKind.HEADING:
            outline.enter(block.level, document.text[block.span.start : block.span.end], opens=not told)
        elif block.kind is not BlockKind.FURNITURE:
            run.append(block)
            told = True
    if run:
        yield outline.headings, run


def _groups(text: str, run: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the blocks that make a passage together."""
    group: list[Block] = []
    for block in run:
        if group and not _joins(text, group, block):
            if group[-1].kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION) and len(group) > 1 and _introduces(text, group[-1], block):
                yield group[:-1]
                group = group[-1:]
            else:
                yield group
                group = []
        group.append(block)
    if group:
        yield group


def _joins(text: str, group: Sequence[Block], block: Block) -> bool:
    last = group[-1]
    if block.kind is BlockKind.PARAGRAPH:
        short = all(_length(other) <= OWN and other.kind is BlockKind.PARAGRAPH for other in (*group, block))
        return short and block.span.end - group[0].span.start <= MERGED
    if block.kind is BlockKind.LIST_ITEM:
        if last.kind is not BlockKind.LIST_ITEM:
            return len(group) == 1 and _introduces(text, last, block)
        return max(_length(last), _length(block)) <= LONG_ITEM or block.span.end - group[0].span.start <= MERGED
    if block.kind is BlockKind.TABLE:
        return len(group) == 1 and _introduces(text, last, block)
    return last.kind is BlockKind.TABLE and len(group) <= 2  # a caption below its table


def _introduces(text: str, block: Block, below: Block) -> bool:
    if block.kind is BlockKind.CAPTION:
        return below.kind is BlockKind.TABLE
    if block.kind is not BlockKind.PARAGRAPH or below.kind not in (BlockKind.LIST_ITEM, BlockKind.TABLE):
        return False
    return text[block.span.end - 1] == ":" or _length(block) <= MAX_LEAD


def _length(block: Block) -> int:
    return block.span.end - block.span.start


def _parts(
    document: Document, group: Sequence[Block], length: int
) -> Iterator[tuple[tuple[int, int], list[tuple[int, int]], tuple[str, ...]]]:
    """Yield span, citable units and additional headings of each passage that *group* makes: one, or several if it is long."""
    start, end = group[0].span.start, group[-1].span.end
    units: list[tuple[int, int]] = []
    row_starts: set[int] = set()
    for block in group:
        found = _units(document, block)
        units += found
        if block.kind is BlockKind.TABLE:
            row_starts.update(row for row, _ in found)
    if end - start <= LONGEST * length and len(row_starts) <= MAX_ROWS:
        yield (start, end), units, ()
        return
    if not units:  # a table of empty cells
        return
    over = _table_scope(document.text, group) if row_starts else ()
    cuts = _cuts(units, end - start, length, row_starts)
    for first, stop in zip([0, *cuts], [*cuts, len(units)], strict=True):
        part = units[first:stop]
        span = (start if first == 0 else part[0][0], end if stop == len(units) else part[-1][1])
        yield span, part, over if first else ()


def _units(document: Document, block: Block) -> list[tuple[int, int]]:
    span = block.span
    if block.kind is BlockKind.TABLE:
        return list(_rows(block))
    if block.kind is BlockKind.CAPTION and _length(block) <= MAX_ITEM:
        return [(span.start, span.end)]
    found = split_sentences(document.text, span.start, span.end, document.language)
    whole = len(found) < 3 and not _are_sentences(document.text, found)
    if block.kind is BlockKind.LIST_ITEM and _length(block) <= MAX_ITEM and whole:
        return [(span.start, span.end)]
    return [part for start, end in found for part in _bearable(document.text, start, end)]


def _are_sentences(text: str, found: list[tuple[int, int]]) -> bool:
    """Whether each of two parts of a list item is a sentence by itself, and none a label or an aside: "The offices settled 4,120 claims
    in 2021. A year earlier, 1,680 were open."."""
    parts = [text[start:end] for start, end in found]
    return len(parts) > 1 and all(part[-1] in ".!?" and len(part.split()) >= SENTENCE for part in parts)


def _bearable(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a sentence that no person wrote as one, such as a log without stops, at white space into parts that can be read and worked on."""
    while end - start > MAX_SENTENCE:
        space = text.rfind(" ", start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
        cut = stop = space if space > start else start + MAX_SENTENCE
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        yield start, stop
        while cut < end and text[cut].isspace():
            cut += 1
        start = cut
    if start < end:
        yield start, end


def _rows(block: Block) -> Iterator[tuple[int, int]]:
    """Yield the spans of the rows below the header, each from its first to its last cell that holds anything."""
    filled = (cell for cell in block.cells if not cell.header and cell.span.start < cell.span.end)
    for _, row in groupby(filled, key=lambda cell: cell.row):
        cells = list(row)
        yield cells[0].span.start, cells[-1].span.end


def _table_scope(text: str, group: Sequence[Block]) -> tuple[str, ...]:
    """Return the caption and the header row, as headings for the parts of a table that stand below its first."""
    captions = [" ".join(text[block.span.start : block.span.end].split()) for block in group if block.kind is BlockKind.CAPTION]
    headers = [
        " | ".join(text[cell.span.start : cell.span.end] for cell in block.cells if cell.header)
        for block in group
        if block.kind is BlockKind.TABLE
    ]
    return tuple(line for line in (*captions, *headers) if line)


def _cuts(units: Sequence[tuple[int, int]], size: int, length: int, rows: set[int]) -> list[int]:
    """Return the indexes of the units at which a new passage begins: parts of like size, about *length*; a table's after MAX_ROWS rows."""
    if rows:
        first = next(at for at, unit in enumerate(units) if unit[0] in rows)
        return list(range(first + MAX_ROWS, len(units), MAX_ROWS))
    start, end = units[0][0], units[-1][1]
    parts = -(-size // length)
    targets = [start + (end - start) * part // parts for part in range(1, parts)]
    starts = [unit[0] for unit in units]
    return sorted({_nearest(starts, target) for target in targets}) if len(units) > 1 else []


def _nearest(starts: Sequence[int], target: float) -> int:
    """Return which of *starts*, the first apart, is nearest to *target*; of two the earlier one."""
    after = min(bisect_left(starts, target, 1), len(starts) - 1)
    return after - 1 if after > 1 and target - starts[after - 1] <= starts[after] - target else after
