"""Regular expressions that are compiled when they are first used.

A language brings a hundred, and a question needs a few of them: compiling all takes longer than answering it.
"""

import re
import sys
from collections.abc import Callable

from qa_bot.text.kept import kept


class LatePattern:
    """The regular expression *source*; its methods are those of re.Pattern."""

    def __init__(self, source: str, flags: re.RegexFlag = re.RegexFlag.NOFLAG) -> None:
        self.source = source
        self._flags = flags

    @kept
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, self._flags)

    def search(self, text: str, begin: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match in ``text[begin:end]``."""
        return self._compiled.search(text, begin, end)

    def match(self, text: str, begin: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match that begins at *begin*."""
        return self._compiled.match(text, begin, end)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Return *text* with *replacement*, or what it returns, for the first *count* matches, for all when it is 0."""
        return self._compiled.sub(replacement, text, count)
