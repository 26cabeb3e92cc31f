"""Which paragraphs belong to the page and not to the text: buttons, menus, comment forms, copyright lines, labels."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

LONGEST = 200  # characters; no page furniture is longer, so no longer paragraph is looked at
MAX_LABEL = 24
MAX_LETTERHEAD = 8  # words
_RULE = re.compile(r"(?:[^\w\s]|_){3,}|(?:[^\w\s]\s){2,}[^\w\s]")
_MENU = re.compile(r"[^|»›•·/\n]{1,30}(?:\s[|»›•·/]\s[^|»›•·/\n]{1,30}){2,}")
_PAGE_NUMBER = re.compile(r"(?:page |стр\. ?|страница |- ?|– ?)?\d{1,4}(?: (?:of|из) \d{1,4}| ?-| ?–)?", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[\s©(c)]*(?:19|20)\d\d\b", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)\S+")
_DIGIT = re.compile(r"\d")


class _Lists(NamedTuple):
    lines: frozenset[str]
    starts: tuple[str, ...]
    words: int
    patterns: re.Pattern[str]
    heads: frozenset[str]
    labels: dict[str, str]  # folded label -> field of Metadata
    outlets: frozenset[str]
    other_dates: frozenset[str]
    letterheads: frozenset[str]
    papers: frozenset[str]
    captions: tuple[str, ...]


@cache
def _lists() -> _Lists:
    with (Path(__file__).parent / "data" / "furniture.toml").open("rb") as stream:
        table = tomllib.load(stream)
    return _Lists(
        lines=frozenset(fold(line) for line in table["lines"]),
        starts=tuple(start.lower().replace("ё", "е") for start in table["starts"]),
        words=table["words"],
        patterns=re.compile("|".join(table["patterns"]), re.IGNORECASE),
        heads=frozenset(fold(line) for line in table["list_heads"]),
        labels={fold(label): field for field, labels in table["labels"].items() for label in labels},
        outlets=frozenset(table["outlets"]["words"]),
        other_dates=frozenset(table["labels_of_other_dates"]["words"]),
        letterheads=frozenset(table["letterheads"]["words"]),
        papers=frozenset(table["papers"]["words"]),
        captions=tuple(table["captions"]["words"]),
    )


def fold(line: str) -> str:
    """Return *line* as the lists hold it: lower case, straight apostrophes, no signs or figures in brackets at either end."""
    folded = line.lower().replace("ё", "е").replace("’", "'").replace("*", "")
    return folded.strip(" \t\n.,:;!…|»«>#[](){}-–—•↑↓→←\"'")


def is_furniture(line: str) -> bool:
    """Return whether the paragraph *line* belongs to the page rather than to its text."""
    return is_button(line) or (len(line) <= LONGEST and _opens_as_furniture(line))


def is_button(line: str) -> bool:
    """Return whether *line* is, whole, what pages carry beside their text: a button, a rule, an address, a menu, a page number."""
    if len(line) > LONGEST:
        return False
    if fold(line) in _lists().lines or _RULE.fullmatch(line) or _URL.fullmatch(line):
        return True
    if _PAGE_NUMBER.fullmatch(line) or _lists().patterns.fullmatch(line):
        return True
    return _MENU.fullmatch(line) is not None and not _DIGIT.search(line)


def _opens_as_furniture(line: str) -> bool:
    if _COPYRIGHT.match(line):
        return True
    if line[-1] in ".!" and _DIGIT.search(line):  # "Powered by wind, the mill made 340 kWh." is a sentence
        return False
    lists = _lists()
    folded = line.lower().replace("ё", "е").lstrip("*_[(> ")
    return folded.startswith(lists.starts) and len(folded.split()) <= lists.words


def heads_a_list(line: str) -> bool:
    """Return whether the titles of other pages stand under *line* ("Related articles")."""
    return len(line) <= 60 and fold(line) in _lists().heads


def label_of(line: str) -> tuple[str, str] | None:
    """Return the metadata field and the value that a "Label: value" line holds, or None.

    >>> label_of("Source: Ministry of Agriculture")
    ('publisher', 'Ministry of Agriculture')
    """
    if len(line) > LONGEST:
        return None
    label, colon, value = line.partition(":")
    if not colon or len(label) > MAX_LABEL or not value.strip("*_ "):
        return None
    field = _lists().labels.get(fold(label))
    return (field, value.strip("*_ \t")) if field else None


def is_outlet(name: str) -> bool:
    """Return whether *name* is that of an outlet or agency by one of its words ("Sputnik News"), rather than a place."""
    return not _lists().outlets.isdisjoint(fold(name).split())


def is_paper(name: str) -> bool:
    """Return whether *name* says what the text is ("Press release", "Record of the sitting of"), not whose it is."""
    return _lists().papers.issuperset(fold(name).split())


def is_letterhead(line: str) -> bool:
    """Return whether *line* is an institution's name as it stands over a release ("Ministry of Transport")."""
    words = fold(line).split()
    return 1 < len(words) <= MAX_LETTERHEAD and words[0] in _lists().letterheads


def is_other_date(label: str) -> bool:
    """Return whether *label* says that the date behind it is not that of publication ("Last updated")."""
    return fold(label) in _lists().other_dates


def is_caption(line: str) -> bool:
    """Return whether *line*, which stands beside a table, names it ("Table 3. Yields by district", ": yields by district")."""
    return len(line) <= 300 and (line.startswith(":") or line.lower().lstrip("*_ ").startswith(_lists().captions))
