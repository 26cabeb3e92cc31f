"""What readers say under a text: the lines below "Comments (3)"."""

import re
from collections.abc import Sequence

from qa_bot.ingest.furniture import asks_to_talk, counts_comments, heads_talk
from qa_bot.ingest.pieces import Piece
from qa_bot.schema import BlockKind

# Who says it, before a colon or over a date: "bob: ...", "Anna K. says:", "mill_fan, 3 May 2024", "Олег 14:05"
_SPEAKER = re.compile(
    r"(?:@?[^\W\d]\w{0,30}(?:[ .’'-]{1,2}\w{1,30}){0,3})(?: (?:says|said|wrote|writes|пишет))?"
    r"(?::(?:\n|\s+[\"“«(]?[^\W\d]|$)|[,|·—–-]?\s{1,3}(?:\d{1,2}[.:/ ]\S|(?:on|at)\s\S))"
)


def without_talk(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return *pieces* with what stands under a line such as "Comments (3)" marked as furniture, down to where readers are asked to write.

    That they talk there is told by such a line, or by the number of comments over somebody's name: "Comments" alone may head remarks on
    a table.
    """
    begun = False
    for at, piece in enumerate(pieces):
        head, _, below = text[piece.start : piece.end].partition("\n")
        begun = begun or (piece.kind is BlockKind.PARAGRAPH and head.endswith((".", "!", "?", "…")))
        if not begun or not heads_talk(head):
            continue
        last = next((other for other in range(at, len(pieces)) if _asks(text, pieces[other])), None)
        opening = below or next((text[other.start : other.end] for other in pieces[at + 1 :]), "")
        if last is not None or (counts_comments(head) and _SPEAKER.match(opening)):
            stop = len(pieces) if last is None else last + 1
            return [*pieces[:at], *(each._replace(kind=BlockKind.FURNITURE, level=0, cells=()) for each in pieces[at:stop]), *pieces[stop:]]
    return list(pieces)


def _asks(text: str, piece: Piece) -> bool:
    return any(map(asks_to_talk, text[piece.start : piece.end].split("\n")))
