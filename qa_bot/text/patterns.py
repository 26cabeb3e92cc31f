"""Regular expressions that are compiled when they are first used.

A language brings a hundred, and a question needs a few of them: compiling all takes longer than answering it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from qa_bot.text.kept import kept

_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "sub")
ENOUGH = 3  # letters that few questions have by chance
_OPAQUE = re.compile(r"\\.|\[[^\]]*\]")  # what is one sign, whatever stands in it
_PARTING = re.compile(r"[(|)]")
_GROUP = re.compile(r"\((?:\?[:=]|(?!\?))")  # how one opens of which a match has one side
_OPTIONAL = frozenset("?*{")
_LETTERS = re.compile(r"(?:[^\W\d_]| )+(?![?*{])")


class LatePattern:
    """The regular expression *source*; its methods are those of re.Pattern, once it is compiled they are just these."""

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    findall: Callable[..., list[str]]
    finditer: Callable[..., Iterator[re.Match[str]]]
    sub: Callable[..., str]

    def __init__(self, source: str, flags: re.RegexFlag = re.RegexFlag.NOFLAG) -> None:
        self.source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.source, self._flags)
        for each in _METHODS:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


class CuedPattern:
    """A late pattern that is not even compiled for a text without the letters of all that it matches, as few texts have them."""

    def __init__(self, source: str, flags: re.RegexFlag = re.RegexFlag.NOFLAG) -> None:
        self.source = source
        self._letters = _letters_of(source)
        self._late = LatePattern(source, flags)

    @kept
    def _cues(self) -> tuple[tuple[str, ...], ...]:
        """Looked for when a text has the letters that stand outside all groups: few have."""
        return cues_of(self.source)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in *text*."""
        lower = _lower(text)
        if self._letters not in lower:
            return None
        for cues in self._cues:
            for cue in cues:
                if cue in lower:
                    break
            else:
                return None
        return self._late.search(text)

    def sub(self, usual: str, text: str, count: int = 0) -> str:
        """Return *text* with *usual* for the first *count* matches, or all."""
        return text if self.search(text) is None else self._late.sub(usual, text, count)


class LatePatterns:
    """The regular expressions *sources* as one; of which only those are compiled whose letters a text has."""

    def __init__(self, sources: Iterable[str]) -> None:
        self._patterns = tuple(map(CuedPattern, sources))

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match of any of them in *text*: the one that "one|another" finds."""
        found = [match for pattern in self._patterns if (match := pattern.search(text)) is not None]
        return min(found, key=re.Match.start, default=None)


@lru_cache(maxsize=8)  # many patterns are looked for in one text
def _lower(text: str) -> str:
    return text.lower()


def cues_of(source: str) -> tuple[tuple[str, ...], ...]:
    """Return rows of letters and blanks in lower case, of each of which one stands in whatever the regular expression *source* matches or
    looks for: those that are plain to see.

    >>> cues_of(r"^how long (was|were) (.+?) down"), cues_of(r"\\bfull\\b|\\bpacked\\b"), cues_of(r"\\d+ (?:of )?(?:cars|a bus)")
    ((('how long ',), (' down',), ('was', 'were')), (('full', 'packed'),), (('cars', 'a bus'),))
    """
    return tuple(_rows(_OPAQUE.sub(".", source).lower()))


def _letters_of(source: str) -> str:
    """Return the longest row of *source* outside its groups; "" where it has several sides."""
    sides = _sides(_OPAQUE.sub(".", source).lower())
    return max(_lettered(sides[0]), key=len, default="") if len(sides) == 1 else ""


def _lettered(pieces: Sequence[str]) -> Iterator[str]:
    return (letters for piece in pieces if piece[:1] != "(" for letters in _LETTERS.findall(piece))


def _rows(expression: str) -> list[tuple[str, ...]]:
    sides = [_rows_of(pieces) for pieces in _sides(expression)]
    if len(sides) == 1:
        return sides[0]
    best = [max(rows, key=lambda cues: min(map(len, cues)), default=()) for rows in sides]
    return [tuple(cue for cues in best for cue in cues)] if all(best) else []


def _sides(expression: str) -> list[list[str]]:
    """The sides of *expression*, parted by "|", each as its groups and what stands between them."""
    sides: list[list[str]] = [[]]
    depth = begin = 0
    for found in _PARTING.finditer(expression):
        at, sign = found.start(), found[0]
        depth -= sign == ")"
        if not depth:
            stop = at + (sign == ")")
            sides[-1].append(expression[begin:stop])
            begin = at if sign == "(" else at + 1
            if sign == "|":
                sides.append([])
        depth += sign == "("
    sides[-1].append(expression[begin:])
    return sides


def _rows_of(pieces: Sequence[str]) -> list[tuple[str, ...]]:
    """The rows of all that is needed of *pieces*."""
    rows: list[tuple[str, ...]] = [(letters,) for letters in _lettered(pieces)]
    for piece, after in zip(pieces, [*pieces[1:], ""], strict=True):
        group = _GROUP.match(piece)
        if group is not None and after[:1] not in _OPTIONAL:
            rows += _rows(piece[group.end() : -1])
    return [cues for cues in rows if min(map(len, cues)) >= ENOUGH]
