"""What readers say under a text: the lines below "Comments (3)"."""

import re
from collections.abc import Sequence

from qa_bot.ingest.furniture import asks_to_talk, counts_comments, heads_comments, names_body
from qa_bot.ingest.pieces import Piece
from qa_bot.schema import BlockKind

# Who says it, before a colon or over a date: "bob: ...", "Anna K. says:", "mill_fan, 3 May 2024", "Олег 14:05"
_SPEAKER = re.compile(
    r"(?P<name>@?[^\W\d]\w{0,30}(?:[ .’'-]{1,2}\w{1,30}){0,3}?)(?P<says> (?:says|said|wrote|writes|пишет))?"
    r"(?::(?:\n|\s+[\"“«(]?[^\W\d]|$)|[,|·—–-]?\s{1,3}(?:\d{1,2}[.:/ ]\S|(?:on|at)\s\S))"
)
_SPEAKERS = 2  # as many have to speak: "Finance Ministry: ..." under "Comments (2)" may be the text's own


def without_talk(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return *pieces* with what stands under a line such as "Comments (3)" marked as furniture, down to where readers are asked to write,
    or to the next line that heads something else.

    That they talk there is told by such a request, or by the number of comments over several names: "Comments" alone may head remarks on
    a table.
    """
    begun = False
    for at, piece in enumerate(pieces):
        lines = text[piece.start : piece.end].split("\n")
        begun = begun or (piece.kind is BlockKind.PARAGRAPH and lines[0].endswith((".", "!", "?", "…")))
        if not begun or piece.kind is not BlockKind.PARAGRAPH or not heads_comments(lines[0]):
            continue
        stop = next((other for other in range(at + 1, len(pieces)) if _heads(text, pieces[other])), len(pieces))
        asked = next((other for other in range(at, min(stop + 1, len(pieces))) if _asks(text, pieces[other])), None)
        below = [line for other in pieces[at + 1 : stop] for line in text[other.start : other.end].split("\n")]
        if _is_talk(lines[0], [*lines[1:], *below], piece.start, asks=asked is not None):
            stop = stop if asked is None else asked + 1
            return [*pieces[:at], *(each._replace(kind=BlockKind.FURNITURE, level=0, cells=()) for each in pieces[at:stop]), *pieces[stop:]]
    return list(pieces)


def _is_talk(head: str, below: Sequence[str], above: int, *, asks: bool) -> bool:
    """Whether readers say the lines *below* the line *head*: several of them are named, the one whom it counts, or one not as people and
    bodies are ("bob: ..."), or they are asked to (*asks*) behind less than the *above* characters of the text."""
    speakers = [said for line in below if (said := _SPEAKER.match(line))]
    names = [said["name"] for said in speakers]
    if any(map(names_body, names)):
        return False
    several = len(names) >= _SPEAKERS or any(name.islower() for name in names[:1]) or (len(names) == 1 and "1" in re.findall(r"\d+", head))
    several = several or any(said["says"] for said in speakers)  # "Bob says: ..."
    return (several and counts_comments(head)) or (asks and sum(map(len, below)) < above)


def _heads(text: str, piece: Piece) -> bool:
    """Whether *piece* heads what follows: a heading, or a line that is no sentence and names nobody who speaks."""
    line = text[piece.start : piece.end]
    if piece.kind is not BlockKind.PARAGRAPH:
        return True
    return "\n" not in line and not line.rstrip('"”»’)').endswith((".", "!", "?", "…", ":")) and not _SPEAKER.match(line)


def _asks(text: str, piece: Piece) -> bool:
    return any(map(asks_to_talk, text[piece.start : piece.end].split("\n")))
