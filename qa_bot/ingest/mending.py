"""Words that were parted at the end of a line, whole again."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_PARTED = re.compile(r"([^\W\d_]+|\d+)([-\u00ad\u2010])$")
_RANGE = re.compile(r"\d[–—]$")
_REST = re.compile(r"[\w-]+")
LONGEST_WORD = 200  # characters at the end of a line in which a parted word is looked for: it is tried from each letter of a longer one


def mended(lines: Sequence[str], compounds: frozenset[str]) -> str:
    """Return the *lines* of a paragraph as one; a word that was parted at a line's end is whole again.

    *compounds* are the words of the document that are written with a hyphen within a line: of these it stays.

    >>> mended(["The har-", "vest of long-", "grain rice"], frozenset({"long-grain"}))
    'The harvest of long-grain rice'
    """
    text = lines[0]
    for line in lines[1:]:
        rest = _REST.match(line)
        end = max(0, len(text) - LONGEST_WORD)
        parted = _PARTED.search(text, end)
        if parted is None or rest is None or text[parted.start() - 1 : parted.start()] in ("-", "–"):
            text += ("" if line[:1].isdigit() and _RANGE.search(text, end) else " ") + line
        else:
            text = _rejoined(text, line, (parted[1], parted[2], rest.group()), compounds)
    return text


def _rejoined(text: str, line: str, parts: tuple[str, str, str], compounds: frozenset[str]) -> str:
    """Return *text* and *line*, the one that follows; *parts* are the last word of the one, its hyphen, and the first word of the other."""
    word, hyphen, rest = parts
    if hyphen == "\u00ad":
        return text[:-1] + line
    if word.isdigit():
        return f"{text} {line}" if rest[0].isdigit() else text + line  # "a 10-year plan"; a figure is never joined with another
    if rest in _hyphens("hanging"):
        return f"{text} {line}"  # "long- and short-term"
    whole = f"{word}-{rest}".lower()
    known = whole in compounds or whole in _hyphens("whole") or word.lower() in _hyphens("behind") or rest in _hyphens("before")
    stays = known or len(word) == 1 or not rest[0].islower()
    return (text if stays else text[:-1]) + line


@cache
def _hyphens(sort: str) -> frozenset[str]:
    with (Path(__file__).parent / "data" / "hyphens.toml").open("rb") as stream:
        return frozenset(tomllib.load(stream)[sort])
