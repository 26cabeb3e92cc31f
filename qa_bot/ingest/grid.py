"""Which place each cell of a table has, and which rows are its title, its header, its notes."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from qa_bot.ingest.tables import MISSING
from qa_bot.text.functions import functions
from qa_bot.text.moments import Grain
from qa_bot.text.time_words import Kind, grain_of, time_words

WIDEST = 4_000  # columns; what lies further is no table that a person reads
FARTHEST = 250  # columns that a cell may reach over
MOST_CLAIMED = 100_000  # places; a table that claims more by what its cells reach over is cut
MOST = 1_000_000  # places in all
MAX_HEADER = 4  # rows
MAX_LABEL = 200  # characters of a cell that can head others
LEAST_SERIES = 3  # numbers in a row, of as many digits at most, that count on as headers do
MOST_SERIES = 3
LONGEST_YEAR = 30  # characters of a year with its words
LANGUAGES = ("en", "ru")  # that of the document is not known yet
_WORDS = re.compile(r"[^\W\d_]+")
_MARK = r"(?:\s?(?:\*{1,3}|[¹²³⁴-⁹†‡§]{1,2}|\([a-zа-я]\)|\[[a-zа-я\d]\]))"  # of a note: "2023¹", "2023 (p)"
_YEAR = re.compile(rf"(?:FY\s?)?(?:1[5-9]|20|21)\d\d(?:\s?[/–-]\s?\d{{2}}(?:\d\d)?)?{_MARK}?")
_WORDED_YEAR = re.compile(
    rf"(?:1[5-9]|20|21)\d\d(?:\s?[/–-]\s?\d{{2}}(?:\d\d)?)?\s?(?P<words>[^\W\d_][^\W\d_. ]*(?:[. ]+[^\W\d_]+)?)\.?{_MARK}?"
)
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:1[5-9]|20|21)\d\d")  # "01.01.2023", at which something was counted
_MONTH = re.compile(r"(?:0[1-9]|1[0-2])\.((?:19|20)\d\d)")  # "12.2023"
_MONTHS_WITHIN = 5  # years that months over columns lie in, or else they are decimals
_FOUR_DECIMALS = re.compile(r"\d+\.\d{4}")
_NAMED_YEAR = re.compile(r"((?:1[5-9]|20|21)\d\d)\s?[^\W\d_]{1,8}\.?")  # "2023 est.", "2023 YTD"
_ONE_LETTERED_YEAR = re.compile(r"(?:19|20)\d\d\s?г")  # «2022 г», if no weight
_YEAR_ALONE = re.compile(r"((?:1[5-9]|20|21)\d\d)")
_BRACKETED = re.compile(r"\([^()]+\)")
_VALUE = re.compile(
    r"[~<>≈±+−–(-]{0,2}\s?[$€£₽¥]?\s?\d[\d\s.,’']*\)?\s?(?:%|‰|°|[^\W\d_]{1,4}\.?(?![^\W\d_]))?"
    r"(?:\s?(?:\*+|\[\w{1,2}\]|\(\w{1,2}\)|[⁰¹²³⁴-⁹†‡]|(?<![^\W\d_])[a-z](?![^\W\d_])))*"
)


class Entry(NamedTuple):
    """A cell of a table as its source has it: *columns* and *rows* are how far it reaches."""

    text: str
    header: bool = False
    columns: int = 1
    rows: int = 1


Row = list[Entry | None]


class Grid(NamedTuple):
    """A table: each row holds for each column an entry, the same one where it reaches over several, or None."""

    titles: list[str]  # above it
    rows: list[Row]
    header: int  # how many rows it has
    notes: list[str]  # below it


def grid(rows: Sequence[Sequence[Entry]]) -> Grid:
    """Return the table that the *rows* of a source make. Which rows are its header its entries say, else what stands in them."""
    placed = _place(rows)
    titles: list[str] = []
    while len(placed) > 1 and (alone := _alone(placed[0])) and _width(placed) > 1:
        titles.append(alone)
        del placed[0]
    notes: list[str] = []
    while len(placed) > 2 and (alone := _alone(placed[-1])) and _width(placed) > 1 and not is_value(alone):
        notes.insert(0, alone)
        del placed[-1]
    filled = _without_empty_columns(placed)
    header = header_rows(filled)
    if header > 1 and not any(entry.columns > 1 or entry.rows > 1 for row in rows for entry in row):
        filled[: header - 1] = [_spread(row, filled[header - 1]) for row in filled[: header - 1]]
    return Grid(titles, filled, header, notes)


def is_value(text: str) -> bool:
    """Return whether *text* is a number with at most a unit or a footnote beside it, no year."""
    return len(text) <= MAX_LABEL and _VALUE.fullmatch(text) is not None and not is_year(text)


def is_year(text: str) -> bool:
    """Return whether *text* is a year, or two ("2021/22"), and nothing else but words of time or of what its numbers are: "2022 г.",
    "2023 plan", but not "2000 years"."""
    if _YEAR.fullmatch(text) is not None:
        return True
    worded = _WORDED_YEAR.fullmatch(text) if len(text) <= LONGEST_YEAR else None
    if worded is None or (len(worded["words"]) == 1 and text[worded.end("words") :][:1] != "."):
        return False  # «2000 г» may be grams
    return any(all(_goes_with_year(word, language) for word in _WORDS.findall(worded["words"].lower())) for language in LANGUAGES)


def _goes_with_year(word: str, language: str) -> bool:
    """Whether *word* may stand behind a year: a month, the word year itself, "actual" or "planned"."""
    known = time_words(language)
    kind = known.words[word][0] if word in known.words else None
    if kind in (Kind.MONTH, Kind.FISCAL) or word in functions(language)["year_states"]:
        return True
    return grain_of(word, language) is Grain.YEAR and word not in known.lists["plural_units"]


def _place(rows: Sequence[Sequence[Entry]]) -> list[Row]:
    """Return *rows* with each entry in its column; a label or header is repeated in the rows that it reaches down into, a value is not."""
    placed: list[Row] = []
    hanging: dict[int, tuple[Entry, int]] = {}  # by column: what reaches down into the next row, and how far still
    claimed = width = 0
    for source in rows:
        row: Row = []
        entries = iter(source)
        entry = next(entries, None)
        below: dict[int, tuple[Entry, int]] = {}
        while len(row) < WIDEST and (entry is not None or any(column >= len(row) for column in hanging)):
            column = len(row)
            if column in hanging:
                over, left = hanging[column]
                row.append(None if is_value(over.text) else over)
                if left > 1:
                    below[column] = (over, left - 1)
            elif entry is None:
                row.append(None)
            else:
                reach = min(entry.columns, FARTHEST, WIDEST - column)
                row += [entry if at == 0 or not is_value(entry.text) else None for at in range(reach)]
                if entry.rows > 1:
                    below |= {column + at: (entry, entry.rows - 1) for at in range(reach)}
                entry = next(entries, None)
        hanging = below
        claimed += max(0, len(row) - len(source))
        width = max(width, len(row))
        if claimed > MOST_CLAIMED or width * (len(placed) + 1) > MOST:
            break
        if any(each is not None and each.text for each in row):
            placed.append(row)
    width = _width(placed)
    return [row + [None] * (width - len(row)) for row in placed]


def _width(rows: Sequence[Row]) -> int:
    return max(map(len, rows), default=0)


def _alone(row: Row) -> str | None:
    """Return the text of the one entry that a row holds, in its first place."""
    texts = {id(entry): entry.text for entry in row if entry is not None and entry.text}
    first = row[0] if row else None
    return first.text if len(texts) == 1 and first is not None and first.text else None


def _without_empty_columns(rows: Sequence[Row]) -> list[Row]:
    kept = [column for column in range(_width(rows)) if any(_text(row[column]) for row in rows)]
    return [[row[column] for column in kept] for row in rows]


def _text(entry: Entry | None) -> str:
    return entry.text if entry is not None else ""


def header_rows(rows: Sequence[Row]) -> int:
    """Return how many of the first *rows* are the header."""
    marked = 0
    while marked < min(len(rows) - 1, MAX_HEADER) and _is_marked(rows[marked]) and not (marked and _heads_rows(rows[marked])):
        marked += 1
    if marked or len(rows) < 2 or all(row[0] is not None and row[0].header for row in rows):  # headers beside the rows only
        return marked
    header = 0
    while header < min(len(rows) - 1, MAX_HEADER) and (header == 0 or _goes_on(rows[header - 1], rows[header])):
        if not _may_head(rows[header], rows[header + 1 :]):
            break
        header += 1
    return header


def _is_marked(row: Row) -> bool:
    return all(entry.header for entry in row if entry is not None and entry.text)


def _heads_rows(row: Row) -> bool:
    """Return whether one entry reaches over all columns: below a header it heads the rows under it."""
    return len(row) > 1 and row[0] is not None and bool(row[0].text) and all(entry is row[0] for entry in row)


def _may_head(row: Row, below: Sequence[Row]) -> bool:
    texts = [text for entry in row[1:] if (text := _text(entry))]
    if len(texts) > 1 and len(set(texts)) == len(texts) and (all(map(_DAY.fullmatch, texts)) or _are_months(texts, below)):
        return True
    years = [int(found[1]) for text in texts if (found := _NAMED_YEAR.fullmatch(text) or _YEAR_ALONE.fullmatch(text)) is not None]
    if len(years) == len(texts) > 1 and all(abs(after - before) == 1 for before, after in pairwise(years)):
        return True
    values = (is_value(text) and not (_ONE_LETTERED_YEAR.fullmatch(text) and not _any_ends_so(text, below)) for text in texts)
    return _is_series(texts) or (bool(texts) and not (any(values) or any(text in MISSING or len(text) > MAX_LABEL for text in texts)))


def _any_ends_so(text: str, below: Sequence[Row]) -> bool:
    """Return whether a number *below* ends in the letter that *text* ends in: «2000 г» over «300 г» is grams, too."""
    return any(_text(entry)[:1].isdigit() and _text(entry).endswith(text[-1]) for row in below for entry in row[1:])


def _are_months(texts: Sequence[str], below: Sequence[Row]) -> bool:
    """Return whether each of *texts* is a month in digits, and no decimal number as those *below*: "12.2022", "12.2023"."""
    years = [int(found[1]) for text in texts if (found := _MONTH.fullmatch(text)) is not None]
    if len(years) < len(texts) or max(years) - min(years) > _MONTHS_WITHIN:
        return False
    return not any(_FOUR_DECIMALS.fullmatch(_text(entry)) for row in below for entry in row[1:])


def _is_series(texts: Sequence[str]) -> bool:
    """Return whether each of *texts* is the number after the one before: ages, days, classes, over which nothing was counted."""
    if len(texts) < LEAST_SERIES or not all(text.isascii() and text.isdigit() and len(text) <= MOST_SERIES for text in texts):
        return False
    return all(int(after) == int(before) + 1 for before, after in pairwise(texts))


def _spread(row: Row, below: Row) -> Row:
    """Return a row of a header with each entry over all columns that it groups, where its source knows no wide cells: "2021,,2022,".

    It does where the groups are alike wide, and each of their columns has a name of its own *below*.
    """
    starts = [column for column in range(1, len(row)) if _text(row[column])]
    ends = [*starts[1:], len(row)]
    widths = {end - start for start, end in zip(starts, ends, strict=True)} if starts else set()
    if len(widths) != 1 or widths == {1} or not all(_text(below[column]) for column in range(starts[0], len(row))):
        return row
    return [*row[: starts[0]], *(row[start] for start, end in zip(starts, ends, strict=True) for _ in range(start, end))]


def _goes_on(above: Row, row: Row) -> bool:
    """Return whether a header goes on in *row*: the row above it has wide or empty places, or this one names no row, but says in
    brackets what the rows are counted in: "(persons) | number | %"."""
    gaps = any(not _text(entry) or entry is before for before, entry in pairwise(above))
    return gaps or not _text(row[0]) or _BRACKETED.fullmatch(_text(row[0])) is not None
