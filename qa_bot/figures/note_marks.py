"""Marks of notes in running text, which are no part of what they stand at: "71 per cent³", "£3 million²", "2,629¹ fires"."""

import re
from collections.abc import Iterator

from qa_bot.schema import BlockKind, Document

_SIGNS = "⁰¹²³⁴-⁹"
_ANY = re.compile(f"[{_SIGNS}]{{1,2}}")
# Behind a word, but no "km²"; behind a year; behind what closes a word or sentence; behind another number that is no base of powers, where
# a word follows.
_MARK = re.compile(
    rf"""
    (?: (?<=[^\W\d_{_SIGNS}]{{3}})
      | (?<=(?<!\d)(?:19|20)\d\d)
      | (?<=[.,;:!?%)\]»”"’…])
      | (?<=\d)(?<!\b10)(?=[{_SIGNS} ]{{1,6}}(?:[^\W\d_]|$)|[{_SIGNS}]{{1,2}}[.,;)])
    )
    [{_SIGNS}]{{1,2}}(?:[ ,][{_SIGNS}]{{1,2}}){{0,3}}(?![\w{_SIGNS}])
    """,
    re.VERBOSE | re.MULTILINE,
)
_BELOW = 6  # blocks behind a table that may be its notes
_NUMBER = re.compile(r"(?:^|(?<=[.;] ))(\d{1,2})(?=[.)]? +[^\W\d_a-zа-яё])")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION)


def unmarked(document: Document) -> Document:
    """Return *document* with spaces for the marks of notes in its text, tables aside, and for the numbers of notes below tables that
    have these as marks: "1 Excludes fires at sea" tells of no fire."""
    if _ANY.search(document.text) is None:
        return document
    parts: list[str] = []
    at = 0
    for start, end in sorted(_marks(document)):
        parts += [document.text[at:start], " " * (end - start)]
        at = end
    return document.model_copy(update={"text": "".join([*parts, document.text[at:]])})


def _marks(document: Document) -> Iterator[tuple[int, int]]:
    """Yield from where to where each mark goes, and each number of a note."""
    marked: set[str] = set()  # in the last table
    behind = 0
    for block in document.blocks:
        span = block.span
        if block.kind is BlockKind.TABLE:
            marked = {mark.translate(_RAISED) for mark in _ANY.findall(document.text, span.start, span.end)}
            behind = 0
            continue
        behind += 1
        yield from (mark.span() for mark in _MARK.finditer(document.text, span.start, span.end))
        if marked and behind <= _BELOW and block.kind in _PROSE:
            for number in _NUMBER.finditer(document.text[span.start : span.end]):
                if number[1] in marked:
                    yield span.start + number.start(1), span.start + number.end(1)
