"""What a page sets around its text in lines of its own: rubrics over the title, who wrote it, dates of other texts, who signs it."""

import re
from collections.abc import Collection, Sequence
from itertools import islice

from qa_bot.ingest.asking import tells_of_author
from qa_bot.ingest.frame import ends_sentence
from qa_bot.ingest.furniture import is_other_date, is_read_in, label_of, tells_reading_time
from qa_bot.ingest.masthead import read_line
from qa_bot.ingest.pieces import Piece
from qa_bot.ingest.stamps import closes_letter
from qa_bot.schema import BlockKind

LONGEST = 80  # characters of such a line
LONGEST_ABOVE = 140  # and of one over the title, such as the newest news
MOST_SIGNED = 4  # pieces of the end of a letter: how it closes, the name, the office
SIGNED = 90  # characters of the lines under the last sentence: who signs it
_DATE = re.compile(
    r"""(?:\d{1,2}:\d\d,?[ ]?)?
        (?:\d{1,2}[ ][^\W\d_]{3,9}\.?(?:[ ]\d{4})?|[^\W\d_]{3,9}[ ]\d{1,2}(?:,[ ]\d{4})?|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{4}-\d\d-\d\d)
        (?:,?[ ](?:at[ ])?\d{1,2}:\d\d)?|\d{1,2}:\d\d""",
    re.VERBOSE,
)
_DAY_OR_MONTH = re.compile(rf"(?:{_DATE.pattern}|[^\W\d_]{{3,9}}[ ]\d{{4}})(?:[ ](?:г|года))?", re.VERBOSE)
_AT_LAST = re.compile(rf"(?P<label>[^\d]+?):?\s+(?:{_DAY_OR_MONTH.pattern})", re.VERBOSE)
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?", re.IGNORECASE)
POSTS = 3  # lines that are only a time of day: those at which messages were sent
_STOP = re.compile(r"[.;]\s+(?=[^\W\d_])(?!г\b)")
BELOW_LEAD = 4  # pieces from the first sentence on, which may go with the title, among which the line stands that says who wrote the text
_GAP = re.compile(r"[:\s]+")
WORDS = 6  # of what says whose date it is
_FIGURE = re.compile(r"\d")
_ANSWER = re.compile(r"(?:re|fwd?|ответ|отв)\s?:\s", re.IGNORECASE)


def without_edges(text: str, pieces: Sequence[Piece], *, labels: Collection[int], names: Collection[str]) -> list[Piece]:
    """Return *pieces* with these lines marked as furniture; *labels* are the indexes of those that their names already tell,
    *names* those of author and publisher.
    """
    found = [marked(piece) if at in labels else piece for at, piece in enumerate(pieces)]
    title = next((at for at, piece in enumerate(found) if piece.kind is BlockKind.HEADING and piece.level == 1), 0)
    first = next((at for at, piece in enumerate(found) if piece.kind is BlockKind.HEADING), 0)
    body = next((at for at, piece in enumerate(found) if at >= title and _tells(text, piece)), len(found))
    clocks = sum(_CLOCK.fullmatch(text, piece.start, piece.end) is not None for piece in found)
    for at, piece in enumerate(found):
        longest = LONGEST_ABOVE if at < title else LONGEST
        if piece.kind is BlockKind.PARAGRAPH and at > title and tells_of_author(text[piece.start : piece.end], names):
            found[at] = marked(piece)
        if piece.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING) or piece.end - piece.start > longest:
            continue
        line = text[piece.start : piece.end]
        if piece.kind is BlockKind.HEADING:
            aside = _ANSWER.match(line) is not None or (at > first and line == text[found[first].start : found[first].end])
        elif ends_sentence(line):
            aside = _is_of_other_dates(line)
        else:
            over = title <= at < body and any(name in line for name in names)
            timed = title <= at < body + BELOW_LEAD and _takes_to_read(line)
            posted = clocks >= POSTS and _CLOCK.fullmatch(line) is not None
            aside = at < title or over or timed or posted or _is_dated(line, found, at)
        if aside:
            found[at] = marked(piece)
    return _unsigned(text, found)


def _tells(text: str, piece: Piece) -> bool:
    return piece.kind is BlockKind.TABLE or (piece.kind is BlockKind.PARAGRAPH and ends_sentence(text[piece.start : piece.end]))


def _is_dated(line: str, pieces: Sequence[Piece], at: int) -> bool:
    """Return whether *line* is the date of something beside the text, or says when the page was put up or changed."""
    beside = [pieces[other].kind for other in (at - 1, at + 1) if 0 <= other < len(pieces)]
    if _DATE.fullmatch(line):
        return BlockKind.FURNITURE in beside
    label = label_of(line)
    if label is not None and label[0] == "published":
        return True
    return any(is_other_date(line[: gap.start()]) and _DATE.match(line, gap.end()) for gap in islice(_GAP.finditer(line), WORDS))


def _is_of_other_dates(line: str) -> bool:
    """Return whether *line* only says when the page was put up, changed or will be: "Last reviewed: 3 May 2024. Next review: May 2025.",
    "Published 3 May 2024. Figures are revised on 5 June 2024."."""
    said = [_AT_LAST.fullmatch(part.strip(" .")) for part in _STOP.split(line) if part.strip(" .")]
    return bool(said) and all(part is not None and _tells_of_page(part["label"]) for part in said)


def _tells_of_page(label: str) -> bool:
    """Whether *label* says of the date behind it that the page was put up or changed then."""
    found = label_of(f"{label.rstrip(': ')}: 1")
    return is_other_date(label) or (found is not None and found[0] == "published")


def _takes_to_read(line: str) -> bool:
    """Return whether *line* says how long the text takes to read. "7 min" does alone or beside who wrote it and when: a match has goals."""
    return is_read_in(line) or (tells_reading_time(line) and read_line(line) is not None)


def _unsigned(text: str, pieces: list[Piece]) -> list[Piece]:
    """Mark headings that nothing follows, and the lines without verb or figure under the last sentence; not those that close a letter."""
    end = len(pieces)
    while end and (pieces[end - 1].kind in (BlockKind.FURNITURE, BlockKind.HEADING) or _signs(text, pieces[end - 1])):
        end -= 1
    if not end or not (pieces[end - 1].kind is BlockKind.LIST_ITEM or ends_sentence(text[pieces[end - 1].start : pieces[end - 1].end])):
        return pieces
    letter = next((at for at in range(end, len(pieces)) if closes_letter(text[pieces[at].start : pieces[at].end])), len(pieces))
    below = letter + MOST_SIGNED
    return [*pieces[:end], *map(marked, pieces[end:letter]), *pieces[letter:below], *map(marked, pieces[below:])]


def _signs(text: str, piece: Piece) -> bool:
    line = text[piece.start : piece.end]
    return piece.kind is BlockKind.PARAGRAPH and len(line) <= SIGNED and not ends_sentence(line) and not _FIGURE.search(line)


def marked(piece: Piece) -> Piece:
    """Return *piece* as furniture."""
    return piece._replace(kind=BlockKind.FURNITURE, level=0, cells=())
