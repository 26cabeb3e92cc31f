"""Regular expressions that are compiled when they are first used.

A language brings a hundred, and a question needs a few of them: compiling all takes longer than answering it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "sub")
ENOUGH = 4  # letters that few questions have by chance
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


class LatePatterns:
    """The regular expressions *sources* as one; of which only those are compiled whose letters a text has."""

    def __init__(self, sources: Iterable[str]) -> None:
        self._patterns = tuple((cues_of(source), LatePattern(source)) for source in sources)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match of any of them in *text*: the one that "one|another" finds."""
        lower = text.lower()
        found = [pattern.search(text) for cues, pattern in self._patterns if any(cue in lower for cue in cues)]
        return min((match for match in found if match is not None), key=re.Match.start, default=None)


def cues_of(source: str) -> tuple[str, ...]:
    """Return letters and blanks in lower case of which one row stands in whatever the regular expression *source* matches; ("",) where none
    are plain to see.

    >>> cues_of(r"^how long (was|were) (.+?) down"), cues_of(r"\\bfull\\b|\\bpacked\\b"), cues_of(r"\\d+ (?:of )?(?:cars|a bus)")
    (('how long ',), ('full', 'packed'), ('cars', 'a bus'))
    """
    return _cues(_OPAQUE.sub(".", source).lower()) or ("",)


def _cues(expression: str) -> tuple[str, ...]:
    found = [_longest(side) for side in _sides(expression)]
    return tuple(cue for cues in found for cue in cues) if all(found) else ()


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


def _longest(pieces: Sequence[str]) -> tuple[str, ...]:
    """The cues of what is needed of *pieces*, the longest of them; groups are looked into where no letters beside them are enough."""
    letters = max((row for piece in pieces if piece[:1] != "(" for row in _LETTERS.findall(piece)), key=len, default="")
    found: list[tuple[str, ...]] = [(letters,)] if letters else []
    for piece, after in zip(pieces, [*pieces[1:], ""], strict=True) if len(letters) < ENOUGH else ():
        group = _GROUP.match(piece)
        if group is not None and after[:1] not in _OPTIONAL:
            found.append(_cues(piece[group.end() : -1]))
    return max(found, key=lambda cues: min(map(len, cues), default=0), default=())
