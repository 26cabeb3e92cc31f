"""HTML as Telegram counts and accepts it: how long a text is, how one is shortened, and how blocks are laid into messages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import NamedTuple

LIMIT = 4096  # UTF-16 units of a message, counted after its entities are taken out
CAPTION_LIMIT = 1024
TAGS = 100  # in a message: Telegram drops further ones without a word
LINE = 200  # characters of a row: a document may count ten thousand
_TAG = re.compile(r"</?[a-z][^<>]*>")
_ATOM = re.compile(r"<(?P<close>/)?(?P<name>[a-z]+)[^<>]*>|&(?:#\w+|\w+);|.", re.DOTALL)


def plain(html: str) -> str:
    """Return *html* without its tags, entities resolved: what a reader sees.

    >>> plain("<b>1 &lt; 2</b>")
    '1 < 2'
    """
    return unescape(_TAG.sub("", html))


def units(html: str) -> int:
    """Return the length of *html* as Telegram counts it.

    >>> units("<b>ab</b>&amp;"), units("🚆")
    (3, 2)
    """
    return len(plain(html).encode("utf-16-le", "surrogatepass")) // 2


def shortened(text: str, limit: int = LINE) -> str:
    """Return *text* on one line, cut at a word when it is longer than *limit*."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    words = line[: limit - 1]
    return (words.rpartition(" ")[0].rstrip(" ,;") or words) + "…"


def lay(blocks: Iterable[str], limit: int = LIMIT) -> list[str]:
    """Return *blocks* joined by line breaks into as few messages as hold them, each whole HTML of at most *limit* units.

    A block stays in one piece where it can; one that is too long is cut at a line's end, else at a space, else anywhere but in a tag.
    """
    messages: list[str] = []
    room, tags = 0, 0
    for block in blocks:
        for piece in cut(block, limit):
            if not plain(piece).strip():
                continue
            long, tagged = units(piece) + 1, piece.count("</")
            if messages and long <= room and tagged <= tags:
                messages[-1] += f"\n{piece}"
            else:
                messages.append(piece)
                room, tags = limit + 1, TAGS
            room, tags = room - long, tags - tagged
    return messages


def _fits(block: str, limit: int) -> bool:
    return units(block) <= limit and block.count("</") <= TAGS


class _Atom(NamedTuple):
    """A tag, an escaped character or a character."""

    html: str
    units: int
    name: str  # of a tag
    closes: bool


def _atoms(html: str) -> Iterator[_Atom]:
    for match in _ATOM.finditer(html):
        name = match["name"] or ""
        yield _Atom(match[0], 0 if name else units(match[0]), name, bool(match["close"]))


def cut(block: str, limit: int = LIMIT) -> list[str]:
    """Return *block* in pieces of at most *limit* units and `TAGS` tags; tags that are open at a cut are closed there and opened again."""
    if _fits(block, limit):
        return [block]
    pieces: list[str] = []
    opened: list[_Atom] = []
    rest = list(_atoms(block))
    while rest:
        end = _end(rest, limit, TAGS - len(opened))
        before = opened
        opened = _open_after(before, rest[:end])
        piece = "".join(atom.html for atom in (*before, *rest[:end]))
        pieces.append(piece.rstrip() + "".join(f"</{atom.name}>" for atom in reversed(opened)))
        rest = rest[end:]
        while rest and rest[0].html.isspace():
            rest = rest[1:]
    return pieces


def _end(atoms: Sequence[_Atom], limit: int, tags: int) -> int:
    """Return how many of *atoms* make the next piece."""
    used, line, space = 0, 0, 0
    for place, atom in enumerate(atoms):
        used += atom.units
        tags -= bool(atom.name) and not atom.closes
        if used > limit or tags < 0:
            return (line if line > place // 2 else 0) or space or max(place, 1)
        if atom.html == "\n":
            line = place + 1
        elif atom.html.isspace():
            space = place + 1
    return len(atoms)


def _open_after(opened: Sequence[_Atom], atoms: Iterable[_Atom]) -> list[_Atom]:
    still = list(opened)
    for atom in atoms:
        if atom.closes and still:
            still.pop()
        elif atom.name and not atom.closes:
            still.append(atom)
    return still
