"""Regular expressions that are compiled when a text may hold what they look for.

A language brings a hundred, and a question needs a few of them: compiling all takes longer than answering it.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from qa_bot.text.kept import kept

Choice = tuple[str, ...]  # letters of which some must stand in a text
Side = tuple[Choice, ...]  # all that one side of "|" needs
_ANYTHING: tuple[Side, ...] = ((),)
_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "sub")
_FEW = 16  # texts: for more it is quicker to compile at once than to look for letters in each

_PIECE = re.compile(
    r"(?P<letters>[^\\\[\](){}|?*+^$.]+)"
    r"|(?P<words>\((?:\?:)?[^\\\[\](){}|?*+^$.]+(?:\|[^\\\[\](){}|?*+^$.]+)*\))"  # a group of nothing but letters, as most are
    r"|(?P<opens>\((?:\?(?:[:=!]|<[=!]))?)|(?P<closes>\))|(?P<parts>\|)"
    r"|(?P<repeats>(?:[?*+]|\{\d*,?\d*\})[?+]?)|(?P<sign>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[$^.])"
)
_CLASS = re.compile(r"\\.|\[[^\]]*\]")  # what is one sign, whatever stands in it
_GROUP = re.compile(r"\([^()]*\)")
_OPENING = re.compile(r"(?:\^|\\b)?((?:[^\W\d_]| )+)(?![?*{])")


class LatePattern:
    """The regular expression *source*, not one of several lines; its methods are those of re.Pattern, once it is compiled just these."""

    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    findall: Callable[..., list[str]]
    finditer: Callable[..., Iterator[re.Match[str]]]

    def __init__(self, source: str, flags: re.RegexFlag = re.RegexFlag.NOFLAG) -> None:
        self.source = source
        self._flags = flags
        self._asked = 0

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        return getattr(self._compiled(), name)

    def search(self, text: str, *within: int) -> re.Match[str] | None:
        """Return the first match in *text*, or between the two places in it."""
        return self._compiled().search(text, *within) if within or self._may_stand_in(text) else None

    def sub(self, usual: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Return *text* with *usual* instead of each match, or of the first *count*."""
        return self._compiled().sub(usual, text, count) if self._may_stand_in(text) else text

    def _compiled(self) -> re.Pattern[str]:
        compiled = re.compile(self.source, self._flags)
        vars(self).update((name, getattr(compiled, name)) for name in _METHODS)
        return compiled

    @kept
    def _opening(self) -> str:
        return opening_of(self.source).lower()  # seen twenty times as soon as the rest

    @kept
    def _needed(self) -> tuple[Side, ...]:
        return _ANYTHING if self._flags & re.VERBOSE else letters_needed(self.source)  # whose spaces are no letters

    def _may_stand_in(self, text: str) -> bool:
        self._asked += 1
        lower = text.lower()
        if self._asked > _FEW:
            return True
        return self._opening in lower and any(all(any(letters in lower for letters in choice) for choice in side) for side in self._needed)


class LatePatterns:
    """The regular expressions *sources* as one: what is found is what "one|another" would find."""

    def __init__(self, sources: Iterable[str]) -> None:
        self._sources = tuple(sources)
        self._patterns = tuple(map(LatePattern, self._sources))
        self._asked = 0

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in *text*."""
        self._asked += 1
        if self._asked > _FEW:
            vars(self)["search"] = whole = re.compile("|".join(self._sources)).search
            return whole(text)
        found = [match for pattern in self._patterns if (match := pattern.search(text)) is not None]
        return min(found, key=re.Match.start, default=None)


def letters_needed(source: str) -> tuple[Side, ...]:
    """Return, for each side of *source*, letters without which it matches nothing, in lower case: a text that lacks them is not searched.

    >>> letters_needed(r"^how (?:deep|far) .*tunnels?"), letters_needed(r"\\bper capita\\b|\\d+%")
    (((('how ',), ('deep', 'far'), (' ',), ('tunnel',)),), ((('per capita',),), (('%',),)))
    """
    groups: list[list[list[Choice]]] = [[[]]]  # of each that is open the sides so far
    opened: list[str] = []
    last: Side = ()  # what the piece before needs
    before: str | None = None
    for piece in _PIECE.finditer(source):
        kind = piece.lastgroup
        if kind == "repeats":
            if before == "opens":  # a kind of group that is not known here
                return _ANYTHING
            last = _repeated(last, piece[0], before)
        else:
            groups[-1][-1] += last
            last = ()
        if kind == "letters":
            last = ((piece[0].lower(),),)
        elif kind == "words":
            last = (tuple(piece[0][1:-1].removeprefix("?:").lower().split("|")),)
        elif kind == "opens":
            opened.append(piece[0])
            groups.append([[]])
        elif kind == "parts":
            groups[-1].append([])
        elif kind == "closes":
            last = _of_group(opened.pop(), groups.pop())
        before = kind
    groups[-1][-1] += last
    return tuple(map(tuple, groups[0]))


def _repeated(last: Side, sign: str, kind: str | None) -> Side:
    if sign[0] == "+":
        return last
    letters = last[0][0][:-1] if kind == "letters" else ""  # only the last of them may be missing
    return ((letters,),) if letters else ()


def _of_group(opening: str, sides: list[list[Choice]]) -> Side:
    if opening.endswith("!"):
        return ()
    if len(sides) == 1:
        return tuple(sides[0])
    longest = [max(side, key=lambda choice: min(map(len, choice)), default=()) for side in sides]
    return (sum(longest, ()),) if all(longest) else ()


def opening_of(source: str) -> str:
    """Return letters and blanks that stand in whatever the regular expression *source* matches; "" where none are plain to see.

    >>> opening_of(r"^how long (was|were) (.+?) down"), opening_of(r"\\bfull\\b|\\bpacked\\b"), opening_of(r"\\be-?(?=bike)")
    ('how long ', '', 'e')
    """
    bare = _CLASS.sub("", source)
    while (inner := _GROUP.sub("", bare)) != bare:
        bare = inner
    found = _OPENING.match(source)
    return found[1] if found is not None and "|" not in bare else ""
