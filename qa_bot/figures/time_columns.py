"""The columns of a table that hold days, months or years, and count nothing."""

import re
from collections.abc import Iterable, Sequence

from qa_bot.figures.labels import EDGES, LONGEST_LABEL, Label, says_when, texts_of
from qa_bot.schema import Cell, Document
from qa_bot.text.functions import functions
from qa_bot.text.moments import Grain
from qa_bot.text.periods import PeriodForm, find_periods

_BARE_YEAR = re.compile(r"1\d{3}|20\d\d", re.ASCII)
_SMALL = re.compile(r"\d{3,4}", re.ASCII)  # as large as a year may be


def time_columns(
    document: Document, columns: dict[int, list[Cell]], heads: dict[int, Label], labels: Sequence[int]
) -> tuple[list[int], list[int]]:
    """Return the columns that hold days, months or years and no counts, and the one of them, if it is one, that says when each row was.

    One says so by its header, "Date", and not by "Updated" or "Date of birth"; years are known from counts by such a header only.
    """
    said: list[int] = []
    others: list[int] = []
    written = {
        column: [text for text in texts_of(document, cells, header=False) if any(sign.isalnum() for sign in text)]
        for column, cells in columns.items()
        if column not in labels
    }
    for column, texts in written.items():
        if not texts or max(map(len, texts)) > LONGEST_LABEL:
            continue
        grains = {_grain_written(text, document.language) for text in texts}
        when = says_when(heads[column])
        beside = (texts for other, texts in written.items() if other != column)  # few columns need to be held against the others
        if _tells_birth(heads[column], texts, beside) or (None not in grains and (when or Grain.YEAR not in grains)):
            (said if when else others).append(column)
    return [*said, *others], said if len(said) == 1 else []


def names_birth(head: Label) -> bool:
    """Return whether a header says since when there has been something: "Founded", «Год постройки»."""
    return head.text.strip(EDGES).lower() in functions(head.syntax.language)["birth_heads"]


def _tells_birth(head: Label, texts: Sequence[str], beside: Iterable[Sequence[str]]) -> bool:
    """Return whether a column tells since what year there has been something: "Founded" over 1180 and 1924, unless a column *beside* it
    holds as large numbers, so that it may count the "Established" posts."""
    named, words = head.text.strip(EDGES).lower(), functions(head.syntax.language)
    if not names_birth(head) or not all(_BARE_YEAR.fullmatch(text) for text in texts):
        return False
    least, most = min(map(int, texts)) * 2 // 3, max(map(int, texts)) * 3 // 2
    alike = (all(_SMALL.fullmatch(text) and least <= int(text) <= most for text in each) for each in beside if each)
    return named not in words["birth_deeds"] or not any(alike)


def _grain_written(text: str, language: str) -> Grain | None:
    """Return what *text* is if it is one day, month or year written out in full, and nothing else."""
    mentions = find_periods(text, 0, len(text), language)
    whole = len(mentions) == 1 and (mentions[0].start, mentions[0].end) == (0, len(text)) and mentions[0].form is PeriodForm.ABSOLUTE
    return mentions[0].grain if whole else None
