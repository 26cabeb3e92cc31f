"""Take the page away from the text: mark furniture, teasers and repeats, and read what the top says."""

from qa_bot.ingest.contents import without_contents
from qa_bot.ingest.furniture import heads_a_list, is_copyright, is_entry, is_furniture, tells_reading_time
from qa_bot.ingest.masthead import day_alone, read_closing, read_date_line, read_dateline, read_line, read_state, read_title, top
from qa_bot.ingest.pieces import Metadata, Piece
from qa_bot.ingest.repeats import duplicates, may_be_cut, pulled, teaser
from qa_bot.ingest.talk import without_talk
from qa_bot.schema import BlockKind

LONGEST_LINK = 120  # characters of another page's title under "Read also"
TEASER_PLACES = 8  # an uncut teaser stands among the first paragraphs; one cut by an ellipsis anywhere
_STOPS = ".!?…"
_CLOSERS = '"”»’)]'
BELOW_TOP = 4  # pieces, among which the line stands that says who wrote the text and how long it takes to read
TOP_LINES = 4  # of a paragraph at the top that may say of which day it tells
_LINES = (BlockKind.HEADING, BlockKind.PARAGRAPH)
_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def ends_sentence(line: str) -> bool:
    """Return whether *line* ends as a sentence does, quotes and brackets aside."""
    return line.rstrip(_CLOSERS)[-1:] in _STOPS and bool(line)


def unframe(text: str, pieces: list[Piece]) -> tuple[list[Piece], Metadata]:
    """Return *pieces* with all that is not the text proper marked as furniture, and what the top of the text says about it."""
    metadata = Metadata()
    pieces = without_talk(text, without_contents(text, pieces))
    tests = {BlockKind.PARAGRAPH: is_furniture, BlockKind.LIST_ITEM: is_entry}  # an item "Photos: 340" is content
    found = [_mark(piece) if (test := tests.get(piece.kind)) and test(text[piece.start : piece.end]) else piece for piece in pieces]
    starts = [piece.start for piece in pieces]
    for at, piece in enumerate(found):
        if piece.kind is not BlockKind.PARAGRAPH or not (at < TEASER_PLACES or may_be_cut(text, piece)):
            continue
        repeated = teaser(text, found, at, starts)
        if repeated is None or not (repeated.cut or ends_sentence(text[piece.start : piece.end])):
            continue
        metadata = metadata.over(read_date_line(text[repeated.end : piece.end]) or read_dateline(text, piece.start, piece.end))
        found[at] = _mark(piece)
    head = top(text, found)
    for at in range(head):
        piece = found[at]
        if is_copyright(text[piece.start : piece.end]):
            break  # a colophon follows: its date is that of the site, of another edition
        if piece.kind is BlockKind.PARAGRAPH and (said := read_line(text[piece.start : piece.end])) is not None:
            metadata = metadata.over(said)
            found[at] = _mark(piece)
    days = [at for at, piece in enumerate(found) if piece.kind is BlockKind.HEADING and day_alone(text[piece.start : piece.end])]
    if len(days) == 1 and days[0] < head:  # as blogs set it over a post; over several posts it dates none
        metadata = metadata.over(Metadata(published=day_alone(text[found[days[0]].start : found[days[0]].end])))
        found[days[0]] = _mark(found[days[0]])
    for at in range(head, min(head + BELOW_TOP, len(found))):  # the first sentence may be one of the title
        line = text[found[at].start : found[at].end]
        if found[at].kind is BlockKind.PARAGRAPH and tells_reading_time(line) and (said := read_line(line)) is not None:
            metadata = metadata.over(said)
            found[at] = _mark(found[at])
    body = next((piece for piece in found if piece.kind is BlockKind.PARAGRAPH and ends_sentence(text[piece.start : piece.end])), None)
    if body is not None:
        metadata = metadata.over(read_dateline(text, body.start, body.end))
        metadata = metadata if metadata.published is not None else metadata.over(read_closing(text[body.start : body.end]))
    first = next((piece for piece in found[:head] if piece.kind is not BlockKind.FURNITURE), None)
    if metadata.published is None and first is not None:
        metadata = metadata.over(read_title(text[first.start : first.end].strip("# *")))
    if metadata.published is None:
        opening = found[: head + 1] if head < len(found) else found
        lines = [
            line.strip("# *")
            for piece in opening
            if piece.kind in _LINES
            for line in text[piece.start : piece.end].splitlines()[:TOP_LINES]
        ]
        metadata = next((said for line in lines if (said := metadata.over(read_state(line))).published is not None), metadata)
    return _mark_links(text, found, head), metadata


def drop_repeats(text: str, pieces: list[Piece]) -> list[Piece]:
    """Return *pieces* with every paragraph that stands earlier in the document, and quotations pulled out of it, marked as furniture."""
    again = duplicates(text, pieces) | pulled(text, pieces)
    return [_mark(piece) if at in again else piece for at, piece in enumerate(pieces)]


def _mark_links(text: str, pieces: list[Piece], head: int) -> list[Piece]:
    """Mark the titles of other pages that stand under "Read also" and its like; the last line of the top is the text's own title."""
    found: list[Piece] = []
    linking = False
    for at, piece in enumerate(pieces):
        line = text[piece.start : piece.end]
        if piece.kind is BlockKind.FURNITURE:
            linking = heads_a_list(line) or linking
        elif linking and at != head - 1 and piece.kind in _TEXT and len(line) <= LONGEST_LINK and not ends_sentence(line):
            piece = _mark(piece)
        else:
            linking = False
        found.append(piece)
    return found


def _mark(piece: Piece) -> Piece:
    return piece._replace(kind=BlockKind.FURNITURE, level=0, cells=())
