"""Of what the day is that stands beside a label at the top of a text: of its publication, or of something it tells of."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qa_bot.ingest.furniture import fold, is_outlet, is_paper

MAX_LABEL = 60  # characters of a label
MAX_WORDS = 5  # and its words: more are a sentence, or a title
_OF_DAY = re.compile(r"(?:date|day|дата|день)\s|.*\s(?:dates?|day|дата)$", re.IGNORECASE)
_DONE = re.compile(r"[A-Z][a-z]{2,}ed")  # "Adopted", "Signed"
_PUBLISHED = re.compile(r"\b(?:published|posted|issued|released|опубликован\w*|размещен\w*)\b")

_TOLD = re.compile(rf"{_PUBLISHED.pattern}|\b(?:publication|issue|release|публикации|выпуска|выхода|размещения)\b")


class _Labels(NamedTuple):
    published: frozenset[str]
    things: frozenset[str]


@cache
def _labels() -> _Labels:
    with (Path(__file__).parent / "data" / "datelabels.toml").open("rb") as stream:
        table = tomllib.load(stream)
    return _Labels(frozenset(map(fold, table["published"])), frozenset(map(fold, table["things"])))


def is_of_something_else(label: str) -> bool:
    """Return whether *label*, which stands beside a date, says that it is no day of publication, or does not say that it is.

    >>> [is_of_something_else(label) for label in ("Closing date", "Date of fire", "Depth taken:", "Date of issue:", "Kesta")]
    [True, True, True, False, False]
    """
    said = label.strip(" \t,;|·•/—–-()[]")
    if not said or len(said) > MAX_LABEL or len(said.split()) > MAX_WORDS:
        return False
    folded = fold(said)
    if folded in _labels().published or is_outlet(said):
        return False
    if _OF_DAY.match(said.rstrip(": ")) or _tells_of_thing(folded):
        return True
    if is_paper(said) or _PUBLISHED.search(folded):
        return False
    return said.endswith(":") or _DONE.fullmatch(said) is not None


def says_published(label: str) -> bool:
    """Return whether *label* says of the day beside it, by a word for it, that a text was published then: "Released", no "Date".

    >>> says_published("Дата публикации:"), says_published("Date"), says_published("Read")
    (True, False, False)
    """
    folded = fold(label)
    return folded in _labels().published and _TOLD.search(folded) is not None


def _tells_of_thing(folded: str) -> bool:
    """Whether a word of *folded* is of what takes place, and none is of a paper on it: "Hearing", no "Record of the hearing"."""
    words = folded.split()
    things = [word for word in words if word.strip(",:") in _labels().things]
    rest = " ".join(word for word in words if word not in things and len(word) > 3)
    return bool(things) and not (rest and is_paper(rest)) and _PUBLISHED.search(folded) is None
