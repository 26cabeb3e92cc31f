"""Rows of a Markdown table as running text."""

import re

from qa_bot.text.patterns import LatePattern

_RULE = LatePattern(r"^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?[ \t]*)?$\n?", re.MULTILINE)
_ROW = LatePattern(r"^[ \t]*\|.*\|[ \t]*$|^[^|\n]+ \|(?: [^|\n]* \|)* [^|\n]*[^|\n.!?;:]$", re.MULTILINE)
_PARTED, _EMPTY = " · ", "–"


def without_borders(text: str) -> str:
    """Return *text* with the rows of tables as a person reads them: cells parted by a dot, without the rule under the header.

    >>> without_borders("| Year | Tons |\\n| --- | --- |\\n| 2023 | 5 |")
    'Year · Tons\\n2023 · 5'
    """
    if "|" not in text:
        return text
    return _ROW.sub(lambda row: _PARTED.join(cell.strip() or _EMPTY for cell in _cells(row[0].strip())), _RULE.sub("", text))


def _cells(row: str) -> list[str]:
    return (row[1:-1] if row.startswith("|") else row).split("|")
