"""HTML as Telegram counts and accepts it: how long a text is, and how blocks are laid into messages."""

import html
import re
from collections.abc import Iterator, Sequence

LIMIT = 4096  # UTF-16 units of a message, counted after its entities are taken out
CAPTION_LIMIT = 1024

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)([^>]*)>")
_PIECE = re.compile(r"<[^>]*>|&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]+);|[^<&]|.", re.DOTALL)
_EARLIEST = 0.6  # share of a message behind which a line's or word's end is a place to cut


def plain(text: str) -> str:
    """Return *text* without its tags, entities resolved: what a reader sees.

    >>> plain("<b>1 &lt; 2</b>")
    '1 < 2'
    """
    return html.unescape(_TAG.sub("", text))


def units(text: str) -> int:
    """Return the length of HTML *text* as Telegram counts it.

    >>> units("<b>ab</b>&amp;"), units("🚆")
    (3, 2)
    """
    return len(plain(text).encode("utf-16-le", "surrogatepass")) // 2


def lay(blocks: Sequence[str], limit: int = LIMIT) -> list[str]:
    """Return *blocks* joined by line breaks into as few texts as hold them in order, none longer than *limit*."""
    texts: list[str] = []
    room = 0
    for piece in (piece for block in blocks for piece in cut(block, limit)):
        length = units(piece)
        if texts and length + 1 <= room:
            texts[-1] += "\n" + piece
            room -= length + 1
        else:
            texts.append(piece)
            room = limit - length
    return [text for text in texts if plain(text).strip()]


def cut(block: str, limit: int = LIMIT) -> list[str]:
    """Return *block* in pieces of at most *limit* units; tags that are open at a cut are closed before it and opened again behind it."""
    if units(block) <= limit:
        return [block]
    pieces: list[str] = []
    current: list[str] = []
    length = 0
    for piece in _pieces(block):
        size = 0 if piece.startswith("<") and piece.endswith(">") else units(piece)
        if length + size > limit:
            kept, rest = _at_break(current)
            pieces.append("".join(kept) + "".join(f"</{_name(tag)}>" for tag in reversed(_open(kept))))
            current = [*_open(kept), *rest]
            length = units("".join(current))
        current.append(piece)
        length += size
    return [*pieces, "".join(current)]


def _pieces(block: str) -> Iterator[str]:
    return (match.group() for match in _PIECE.finditer(block))


def _at_break(pieces: list[str]) -> tuple[list[str], list[str]]:
    """Return *pieces* parted behind the last line's, else the last word's end, where one is late enough."""
    for sign in "\n ":
        for place in range(len(pieces) - 1, int(len(pieces) * _EARLIEST), -1):
            if pieces[place] == sign:
                return pieces[:place], pieces[place + 1 :]
    return pieces, []


def _open(pieces: Sequence[str]) -> list[str]:
    """Return the opening tags in *pieces* that nothing has closed."""
    found: list[str] = []
    for piece in pieces:
        match = _TAG.fullmatch(piece)
        if match is None:
            continue
        if not match[1]:
            found.append(piece)
        elif found:
            found.pop()
    return found


def _name(tag: str) -> str:
    match = _TAG.fullmatch(tag)
    return match[2] if match else ""
