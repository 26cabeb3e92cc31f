"""Tables whose rows are named in the middle, with the numbers of one side on its left and those of the other on its right."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from qa_bot.figures.labels import Label
from qa_bot.schema import Cell, Document
from qa_bot.text.functions import functions

LEAST_ROWS = 2
_NUMBER = re.compile(r"[+−–-]?\d[\d\s.,]*%?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def middle_column(document: Document, columns: Mapping[int, Sequence[Cell]], heads: Mapping[int, Label]) -> int | None:
    """Return the column that names the rows of a table with as many columns of numbers on its left as on its right; None if none does.

    Only headers tell such numbers from those that stand before names as their codes: over the names there is none or a word for what is
    measured, or years are over both sides.
    """
    places = list(columns)
    middle, rest = divmod(len(places), 2)
    if not rest or middle < 1:
        return None
    texts = {column: _texts(document, columns[column]) for column in places}
    named, sides = places[middle], [column for column in places if column != places[middle]]
    if len(texts[named]) < LEAST_ROWS or not all(map(_is_name, texts[named])):
        return None
    if not all(texts[column] and all(map(_is_number, texts[column])) and heads[column].text.strip() for column in sides):
        return None
    over = heads[named].text.strip().lower()
    years = all(_YEAR.fullmatch(heads[column].text.strip()) for column in sides)
    if not (years or not over or over in functions(document.language)["measured_heads"]) or _counts_on(texts[places[0]]):
        return None
    return named


def _texts(document: Document, cells: Sequence[Cell]) -> list[str]:
    """Return what stands in the *cells* below the header, signs for nothing left out."""
    texts = (document.text[cell.span.start : cell.span.end].strip() for cell in cells if not cell.header)
    return [text for text in texts if any(map(str.isalnum, text))]


def _is_name(text: str) -> bool:
    return text[0].isalpha() and _NUMBER.fullmatch(text) is None


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None and not (len(text) > 1 and text[0] == "0" and text.isdigit())


def _counts_on(texts: Sequence[str]) -> bool:
    return all(text.isdecimal() for text in texts) and all(int(after) == int(before) + 1 for before, after in pairwise(texts))
