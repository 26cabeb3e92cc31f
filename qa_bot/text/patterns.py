"""Regular expressions that are compiled when they are first used.

A language brings a hundred, and a question needs a few of them: compiling all takes longer than answering it.
"""

import re
from collections.abc import Callable, Iterable, Iterator

_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "sub")
_CLASS = re.compile(r"\\.|\[[^\]]*\]")  # what is one sign, whatever stands in it
_GROUP = re.compile(r"\([^()]*\)")
_OPENING = re.compile(r"(?:\^|\\b)?((?:[^\W\d_]| )+)(?![?*{])")


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
    """The regular expressions *sources* as one; of which only those are compiled whose first letters a text has."""

    def __init__(self, sources: Iterable[str]) -> None:
        self._patterns = tuple((opening_of(source).lower(), LatePattern(source)) for source in sources)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match of any of them in *text*: the one that "one|another" finds."""
        lower = text.lower()
        found = (pattern.search(text) for opening, pattern in self._patterns if opening in lower)
        return min((match for match in found if match is not None), key=re.Match.start, default=None)


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
