"""The headings that stand over a place in a document."""

import re

LONGEST = 500  # characters of a heading that are kept
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_MARKS = re.compile(r"(?<!\w)[*_`]+|[*_`]+(?!\w)")


def heading_text(line: str) -> str:
    """Return a heading as words: without Markdown's marks, on one line.

    >>> heading_text("**Yields** in [Omsk](omsk.md)")
    'Yields in Omsk'
    """
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", line[:LONGEST])).strip("#= \t").split())


class Outline:
    """The stack of headings as a reading goes down a document; its title is not among them."""

    def __init__(self, title: str | None) -> None:
        self._title = title and heading_text(title).casefold()
        self._stack: list[tuple[int, str]] = []

    def enter(self, level: int, line: str, *, opens: bool = False) -> None:
        """Take up the heading *line*, which closes those below its level, and of its own unless it *opens* the text: before any text a line
        of a headline closes none, "Harwick end the wait", "Northern League: the season in review"."""
        text = heading_text(line)
        if text.casefold() == self._title:  # printed again, on every page perhaps: it opens no section
            return
        while self._stack and self._stack[-1][0] >= level + opens:
            self._stack.pop()
        if text:
            self._stack.append((level, text))

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings here, outermost first."""
        return tuple(text for _, text in self._stack)
