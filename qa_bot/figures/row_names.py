"""Which columns of a table name its rows, and which only number them."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from qa_bot.figures.labels import LONGEST_LABEL, Label, texts_of
from qa_bot.figures.time_columns import names_birth
from qa_bot.schema import Bound, Cell, Document
from qa_bot.text.functions import functions
from qa_bot.text.numbers import find_numbers
from qa_bot.text.tokens import tokenize

LONGEST_NUMBER = 18  # digits of what numbers the rows of a table
LOOKED_AT = 8  # cells of a column, of which one is a range or bound if most are
NAME = 3  # small letters in a row, of which only names have as many: neither "xii" nor "FR-75" numbers more than its row
_YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d\d(?![\w-])(?![.,]\d)")
_NAME = re.compile(rf"[^\W\d_A-ZА-ЯЁ]{{{NAME}}}")
_GROUPED = re.compile(r"(?<=\d)[, \u00a0\u2009\u202f](?=\d{3}(?!\d))")  # "1,204": no paper or row has such a number
_ROMAN = re.compile(r"[ivxlc]+")


def label_column(document: Document, columns: dict[int, list[Cell]], heads: dict[int, Label], serials: frozenset[str]) -> int:
    """Return the column that names the rows: the first that does not only number them."""
    for column, cells in columns.items():
        if not is_serial(document, heads[column], cells, serials) and texts_of(document, cells, header=False):
            return column
    return 0


def label_columns(
    document: Document, columns: dict[int, list[Cell]], heads: dict[int, Label], named: int, units: int | None = None
) -> list[int]:
    """Return the columns that name the rows together ("Norway, 2021, refugees"): *named* and those right of it with years or words.

    Ranges and bounds ("21 to 39", "under 21") name rows that those before do not tell apart, if they do.

    The column *units* only says what they are measured in.
    """
    found = [named]
    for column in columns:
        if column <= named or column == units:
            continue
        texts = [text for text in texts_of(document, columns[column], header=False) if text]
        years = 0 if names_birth(heads[column]) else sum(_YEAR.fullmatch(text) is not None for text in texts)
        words = sum(not any(sign.isdigit() for sign in text) and any(sign.isalpha() for sign in text) for text in texts)
        if not texts or max(map(len, texts)) > LONGEST_LABEL:
            break
        named = 2 * years > len(texts) or 4 * words >= 3 * len(texts)
        if not named and not (_are_limits(texts, words, document.language) and _tells_apart(document, columns, found, column)):
            break
        found.append(column)
    return found if found[-1] != max(columns) else [named]


def tells_band(document: Document, head: Label, cells: Sequence[Cell]) -> bool:
    """Return whether a column only tells by ranges whom each row is of: "18-29" and "65+" under "Age group"."""
    if head.text.strip(" ?:").lower().replace("_", " ") not in functions(document.language)["band_heads"]:
        return False
    texts = [text for text in texts_of(document, cells, header=False) if text]
    words = sum(not any(map(str.isdigit, text)) for text in texts)
    return bool(texts) and max(map(len, texts)) <= LONGEST_LABEL and _are_limits(texts, words, document.language)


def _are_limits(texts: Sequence[str], words: int, language: str) -> bool:
    """Return whether *texts*, *words* of which have no number, are ranges and bounds: "21 to 39", "40 and over"."""
    if not any(_is_limit(text, language) for text in texts[:LOOKED_AT]):
        return False
    return 4 * (words + sum(_is_limit(text, language) for text in texts)) >= 3 * len(texts)


def _is_limit(text: str, language: str) -> bool:
    numbers = find_numbers(text, tokenize(text), language) if any(map(str.isdigit, text)) else []
    return len(numbers) == 1 and numbers[0].bound is not Bound.EXACT


def _tells_apart(document: Document, columns: Mapping[int, Sequence[Cell]], labels: Sequence[int], column: int) -> bool:
    """Return whether *column* tells rows apart that *labels* do not."""
    return _told_apart(document, columns, [*labels, column]) > _told_apart(document, columns, labels)


def _told_apart(document: Document, columns: Mapping[int, Sequence[Cell]], labels: Sequence[int]) -> int:
    """Return how many rows the columns *labels* tell apart."""
    rows: dict[int, list[str]] = {}
    for column in labels:
        for cell in columns[column]:
            if not cell.header:
                rows.setdefault(cell.row, []).append(document.text[cell.span.start : cell.span.end].strip().lower())
    return len(set(map(tuple, rows.values())))


def is_serial(document: Document, head: Label, cells: Sequence[Cell], serials: frozenset[str]) -> bool:
    """Return whether a column only numbers its rows: those under "Place" may be the places themselves."""
    if head.text.strip().lower().rstrip(".") not in serials:
        return False
    texts = [text for text in texts_of(document, cells, header=False) if text]
    return 2 * sum(map(_is_name, texts)) <= len(texts)


def _is_name(text: str) -> bool:
    return not any(map(str.isdigit, text)) and _NAME.search(text) is not None and _ROMAN.fullmatch(text.lower()) is None


def counts_rows(document: Document, head: Label, cells: Sequence[Cell]) -> bool:
    """Return whether the *cells* under "Number", beside what names the rows, are counts: they are no names, and do not count on by one."""
    texts = texts_of(document, cells, header=False)
    if head.text.strip().lower().rstrip(".") not in functions(document.language)["counting_heads"]:
        return False
    bare = (_GROUPED.sub("", text) for text in texts)
    numbers = [int(text) for text in bare if text.isdecimal() and len(text) <= LONGEST_NUMBER]
    return bool(numbers) and not (len(numbers) > 1 and all(after == before + 1 for before, after in pairwise(numbers)))
