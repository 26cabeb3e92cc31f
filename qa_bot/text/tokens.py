"""Words, numerals and signs of a text, with their places in it."""

import re
from functools import lru_cache
from typing import NamedTuple


class Token(NamedTuple):
    """A word, numeral or sign; ``text[start:end]`` is *surface*; *lower* is its folded form (lower case, straight apostrophes)."""

    surface: str
    start: int
    end: int
    lower: str


# Hyphens part words ("Russian-born" is three tokens) as the treebanks that the tagger learns from have it. A numeral keeps its
# inner separators ("1,124", "3.4") and an ordinal or decade suffix ("8th", "1990s") but not a unit ("10", "km"); a letter before digits
# makes a name ("Q3", "G20"); "°C" is one; a clitic ("'s") is a token of its own; initialisms keep their dots.
# Plain words come first, and quantifiers are possessive: that doubles the speed, and no text can make it go back and forth.
_LETTER = r"[^\W\d_]"
_CLITIC = r"(?:[sS]|[rR][eE]|[vV][eE]|[lL][lL]|[dD]|[mM])"
_TOKEN = re.compile(
    rf"""
    [A-Za-zА-яЁё]{{2,}}+(?![\w'’\u0301.])                                                                  # plain word
  | (?>\d+(?:[.,]\d+)*)(?:(?:[sS][tT]|[nN][dD]|[rR][dD]|[tT][hH]|[sS])(?![^\W_]))?                         # numeral
  | ['’]{_CLITIC}(?!{_LETTER})                                                                             # clitic
  | (?:{_LETTER}\.){{2,}}                                                                                  # initials
  | {_LETTER}++(?:\d[^\W_]*+|(?>(?:\u0301{_LETTER}*+)*)(?>(?:['’](?!{_CLITIC}(?!{_LETTER})){_LETTER}++)*))       # code, word
  | [°º˚]\s?[CFСc](?![^\W_])                                                                               # degrees of a scale
  | \.\.\.|\S                                                                                              # sign
    """,
    re.VERBOSE,
)
_YEAR = 4  # digits
_CACHED_WORDS = 50_000  # forgotten all at once when full, so that memory stays flat on any corpus
_CACHED_TEXTS = 64  # a question is taken apart ten times, and each sentence that may answer it twice


def fold(word: str) -> str:
    """Return *word* in lower case with straight apostrophes; Russian "ё" becomes "е"."""
    return word.lower().replace("’", "'").replace("ё", "е")


def is_passing(word: str) -> bool:
    """Return whether *word* is a number longer than a year: few come twice, and there is no end of them to remember."""
    return len(word) > _YEAR and word[0].isdecimal()


class _Folded(dict[str, str]):
    def __missing__(self, word: str) -> str:
        if is_passing(word):
            return fold(word)
        if len(self) >= _CACHED_WORDS:
            self.clear()
        folded = self[word] = fold(word)
        return folded


_folded = _Folded()


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]`` in order; offsets are into *text*.

    >>> [token.surface for token in tokenize("Moscow's 1,124 mid-term cases (8th)")]
    ['Moscow', "'s", '1,124', 'mid', '-', 'term', 'cases', '(', '8th', ')']
    """
    if not start and end is None:
        return [*_whole(text)]
    return _tokens(text, start, len(text) if end is None else end)  # of a document, which asks once: what is kept costs more than it saves


@lru_cache(maxsize=_CACHED_TEXTS)
def _whole(text: str) -> tuple[Token, ...]:
    return tuple(_tokens(text, 0, len(text)))


def _tokens(text: str, start: int, stop: int) -> list[Token]:
    new, folded = tuple.__new__, _folded  # a third faster than Token(...)
    return [
        new(Token, (surface, match.start(), match.end(), folded[surface]))
        for match in _TOKEN.finditer(text, start, stop)
        for surface in (match[0],)
    ]
