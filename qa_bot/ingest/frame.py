"""Take the page away from the text: mark furniture, teasers and repeats, and read what the top says."""

from collections.abc import Sequence
from datetime import date

from qa_bot.ingest.contents import without_contents
from qa_bot.ingest.daylines import MAX_LINE, published_on
from qa_bot.ingest.foots import is_foot
from qa_bot.ingest.furniture import heads_a_list, is_copyright, is_entry, is_furniture, tells_reading_time
from qa_bot.ingest.masthead import (
    day_alone,
    is_label_of_other,
    names_later,
    read_closing,
    read_date_line,
    read_dateline,
    read_given,
    read_line,
    read_state,
    read_title,
    tells_only_when,
    top,
    without_emphasis,
)
from qa_bot.ingest.papers import is_spoken, read_month, read_occasion
from qa_bot.ingest.pieces import Metadata, Piece
from qa_bot.ingest.repeats import duplicates, heads_of_pages, may_be_cut, pulled, teaser
from qa_bot.ingest.talk import without_talk
from qa_bot.schema import BlockKind

LONGEST_LINK = 120  # characters of another page's title under "Read also"
TEASER_PLACES = 8  # an uncut teaser stands among the first paragraphs; one cut by an ellipsis anywhere
_STOPS = ".!?…"
_CLOSERS = '"”»’)]'
BELOW_OPENING = 2  # paragraphs over a line that says when the text was published
BELOW_TOP = 4  # pieces, among which the line stands that says who wrote the text and how long it takes to read
MOST_SHORT = 400  # characters of a few short lines
MOST_OVER = 8  # pieces among which the title stands
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
    found = _without_feet(
        text, [_mark(piece) if (test := tests.get(piece.kind)) and test(text[piece.start : piece.end]) else piece for piece in pieces]
    )
    starts = [piece.start for piece in pieces]
    lines = 0  # of which the page carries none beside its text
    for at, piece in enumerate(found):
        if lines <= TEASER_PLACES and piece.kind is not BlockKind.FURNITURE:
            lines += read_line(text[piece.start : piece.end]) is None
        if piece.kind is not BlockKind.PARAGRAPH or not (lines <= TEASER_PLACES or may_be_cut(text, piece)):
            continue
        repeated = teaser(text, found, at, starts)
        if repeated is None or not (repeated.cut or ends_sentence(text[piece.start : piece.end])):
            continue
        metadata = metadata.over(read_date_line(text[repeated.end : piece.end]) or read_dateline(text, piece.start, piece.end))
        found[at] = _mark(piece)
    head = top(text, found)
    metadata = metadata.over(_read_top(text, found, head))
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
    metadata = metadata if metadata.published is not None else metadata.over(_below_opening(text, found, head))
    if metadata.published is None:
        metadata = _dated(text, found, head, metadata)
        metadata = metadata.over(_month(text, found))
    return _mark_links(text, found, head), metadata


def _without_feet(text: str, pieces: list[Piece]) -> list[Piece]:
    """Return *pieces* with the lines marked that old pages have at their foot: no table or other sentence stands below who made one."""
    found, last = list(pieces), True
    for at in reversed(range(len(pieces))):
        piece, line = pieces[at], text[pieces[at].start : pieces[at].end]
        if piece.kind is BlockKind.PARAGRAPH and is_foot(line, last=last):
            found[at] = _mark(piece)
        elif piece.kind is BlockKind.TABLE or (piece.kind in _TEXT and ends_sentence(line)):
            last = False
    return found


def _read_top(text: str, found: list[Piece], head: int) -> Metadata:
    """Return what the lines of the top that say nothing else tell of the text, and mark these in *found*."""
    metadata, foot = Metadata(), _foot(text, found)
    for at in range(head):
        piece = found[at]
        if is_copyright(text[piece.start : piece.end]):
            break  # a colophon follows: its date is that of the site, of another edition
        line = without_emphasis(text[piece.start : piece.end])
        if piece.kind is BlockKind.PARAGRAPH and (said := read_line(line)) is not None:
            if at >= foot and said.published and not said.publisher and not tells_only_when(line):
                continue  # "Meeting on 3 May 2021": what will be on that day
            if said.published and _is_labelled(text, found, at):
                continue
            metadata = metadata.over(said)
            found[at] = _mark(piece)
    return metadata


def _below_opening(text: str, found: list[Piece], head: int) -> Metadata:
    """Return the day in a line below the first paragraph or the second that says when the text was published, and mark it; none where
    another line says so of another text, or what is told of is later."""
    below = range(head + 1, min(head + BELOW_OPENING + 1, len(found)))
    at = next((at for at in below if found[at].kind is BlockKind.PARAGRAPH and _published_on(text, found[at])), head)
    if at == head or not all(piece.kind is BlockKind.PARAGRAPH and _ends(text, piece) for piece in found[head:at]):
        return Metadata()
    day = _published_on(text, found[at])
    others = [piece for other, piece in enumerate(found) if other != at]
    if day is None or any(_published_on(text, piece) for piece in others):
        return Metadata()
    if any(names_later(text[piece.start : piece.end], day) for piece in others if _is_shown(piece)):
        return Metadata()
    found[at] = _mark(found[at])
    return Metadata(published=day)


def _published_on(text: str, piece: Piece) -> date | None:
    return published_on(text[piece.start : piece.end]) if piece.end - piece.start <= MAX_LINE else None


def _ends(text: str, piece: Piece) -> bool:
    return ends_sentence(text[piece.start : piece.end])


def _is_labelled(text: str, pieces: Sequence[Piece], at: int) -> bool:
    """Whether the line over the piece *at*, a date alone, says of what else it is the day; the line that opens a text is its title."""
    if at < 1 or pieces[at - 1].kind in (BlockKind.TABLE, BlockKind.HEADING) or not any(map(_is_shown, pieces[: at - 1])):
        return False
    line, day = text[pieces[at - 1].start : pieces[at - 1].end], text[pieces[at].start : pieces[at].end]
    return tells_only_when(day) and is_label_of_other(line)


def _is_shown(piece: Piece) -> bool:
    return piece.kind is not BlockKind.FURNITURE


def _foot(text: str, pieces: Sequence[Piece]) -> int:
    """Return the index of the first piece under the last sentence: in a short text all of it is top, and there it ends all the same."""
    for at in reversed(range(len(pieces))):
        line = text[pieces[at].start : pieces[at].end]
        if pieces[at].kind in _TEXT and ends_sentence(line) and read_line(line) is None:
            return at + 1
    return len(pieces)


def _dated(text: str, pieces: Sequence[Piece], head: int, metadata: Metadata) -> Metadata:
    """Return *metadata* with the day that the title, the lines of the top, its first *head* pieces, or one below say."""
    first = next((piece for piece in pieces[:head] if piece.kind is not BlockKind.FURNITURE), None)
    if first is not None and (said := metadata.over(read_title(text[first.start : first.end].strip("# *")))).published is not None:
        return said
    if (said := metadata.over(_spoken(text, pieces))).published is not None:
        return said
    opening = (piece for piece in pieces[: head + 1] if piece.kind in _LINES)
    for line in (line for piece in opening for line in text[piece.start : piece.end].splitlines()[:TOP_LINES]):
        if (said := metadata.over(read_state(line.strip("# *")))).published is not None:
            return said
    told = (text[piece.start : piece.end] for piece in pieces if piece.kind is not BlockKind.FURNITURE)
    return metadata.over(read_given((line for piece in pieces for line in _short_lines(text, piece)), told))


def _month(text: str, found: list[Piece]) -> Metadata:
    """Return who gave out a text in the month that a line right under its title tells, and mark that line."""
    shown = [at for at, piece in enumerate(found[:MOST_OVER]) if piece.kind is not BlockKind.FURNITURE][:2]
    if len(shown) < 2 or any(found[at].kind not in _LINES for at in shown):
        return Metadata()
    title, line = (text[found[at].start : found[at].end].strip("# *_") for at in shown)
    said = read_month(line, title)
    if said is not None:
        found[shown[1]] = _mark(found[shown[1]])
    return said or Metadata()


def _spoken(text: str, pieces: Sequence[Piece]) -> Metadata:
    """The day of the occasion that stands right under the title of what was spoken there."""
    shown = [text[piece.start : piece.end].strip("# *") for piece in pieces if piece.kind in _LINES][:2]
    return read_occasion(shown[1]) if len(shown) > 1 and is_spoken(shown[0]) else Metadata()


def _short_lines(text: str, piece: Piece) -> list[str]:
    """The lines of *piece*, where these are a few short ones, as labels with what they are of are; none of a list or table."""
    few = piece.end - piece.start <= MOST_SHORT and piece.kind not in (BlockKind.TABLE, BlockKind.LIST_ITEM)
    return text[piece.start : piece.end].split("\n") if few else []


def drop_repeats(text: str, pieces: list[Piece]) -> list[Piece]:
    """Return *pieces* with every paragraph that stands earlier in the document, and quotations pulled out of it, marked as furniture."""
    again = duplicates(text, pieces) | pulled(text, pieces) | heads_of_pages(text, pieces)
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
