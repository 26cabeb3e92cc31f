"""Words, numerals and signs of a text, with their places in it."""

import re
from typing import NamedTuple


class Token(NamedTuple):
    """A word, numeral or sign; ``text[start:end]`` is *surface*; *lower* is its folded form (lower case, straight apostrophes)."""

    surface: str
    start: int
    end: int
    lower: str


# Hyphens part words ("Russian-born" is three tokens) as the treebanks that the tagger learns from have it. A numeral keeps its
# inner separators ("1,124", "3.4") and an ordinal or decade suffix ("8th", "1990s") but not a unit ("10", "km"); a letter before digits
# makes a name ("Q3", "G20"); a clitic ("'s") is a token of its own; initialisms keep their dots.
_TOKEN = re.compile(
    r"""
    (?P<numeral>(?>\d+(?:[.,]\d+)*)(?:(?:st|nd|rd|th|s)(?![^\W_]))?)
  | (?P<clitic>['’](?:s|re|ve|ll|d|m)(?![^\W\d_]))
  | (?P<initials>(?:[^\W\d_]\.){2,})
  | (?P<code>[^\W\d_]+\d[^\W_]*)
  | (?P<word>[^\W\d_]+(?:\u0301[^\W\d_]*)*(?:['’](?!(?:s|re|ve|ll|d|m)(?![^\W\d_]))[^\W\d_]+)*)
  | (?P<sign>\.{3}|\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def fold(word: str) -> str:
    """Return *word* in lower case with straight apostrophes; Russian "ё" becomes "е"."""
    return word.lower().replace("’", "'").replace("ё", "е")


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]`` in order; offsets are into *text*.

    >>> [token.surface for token in tokenize("Moscow's 1,124 mid-term cases (8th)")]
    ['Moscow', "'s", '1,124', 'mid', '-', 'term', 'cases', '(', '8th', ')']
    """
    stop = len(text) if end is None else end
    return [
        Token(surface, *match.span(), fold(surface))
        for match in _TOKEN.finditer(text, start, stop)
        for surface in (match.group(),)
    ]
