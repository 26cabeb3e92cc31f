"""What the top of a text says about it: its date, its outlet, its title. A date in prose or a footer never counts."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from qa_bot.ingest.furniture import is_outlet, label_of
from qa_bot.ingest.metadata import MetadataError, from_mapping
from qa_bot.ingest.pieces import Metadata, Piece
from qa_bot.ingest.standin import find_dates, read_date
from qa_bot.schema import BlockKind

MAX_DATE_LINE = 90  # characters of a line that is only a date, with a time, a weekday, an outlet or a place
MAX_DATELINE = 90  # characters before the dash of "KAZAN, 3 May 2021 (Agency) —"
BODY = 80  # characters of the first paragraph that belongs to the text proper; the top ends with it
_TIME = re.compile(
    r"\b(?:at |в )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|MSK|мск|[A-Z]{2,4}))?(?: ?[+-]\d\d?(?::\d\d)?)?\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\b(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\b(?:published|posted|issued|released|date|on|опубликовано|дата|г\.|года)(?:\b|(?<=\.)):?", re.IGNORECASE)
_SIGNS = " \t,;|·•/—–-:()[]."
_DATELINE = re.compile(
    r"""(?P<place>[^\W\d_][^\n()/—–]{1,60}?)\s*
        (?:[(/](?P<outlet>[^\n()/]{2,40})[)/])?[.,]?\s*
        (?:—|–|--|\s-\s)\s*""",
    re.VERBOSE,
)
_AFTER_DASH = re.compile(r"([A-ZА-ЯЁ][\w.-]*(?: [A-ZА-ЯЁ][\w-]*){0,2})\.\s")  # "МОСКВА, 14 окт — РИА Новости. ..."


class Tail(NamedTuple):
    """What a line of date and outlet says."""

    metadata: Metadata
    rest: str  # words of the line that are neither


def top(text: str, pieces: Sequence[Piece]) -> int:
    """Return how many pieces make up the top of the text: all up to the first paragraph of its body."""
    for at, piece in enumerate(pieces):
        if piece.kind in (BlockKind.TABLE, BlockKind.LIST_ITEM):
            return at
        if piece.kind is BlockKind.PARAGRAPH and piece.end - piece.start >= BODY and text[piece.end - 1] in '.!?…"”»’)':
            return at
    return len(pieces)


def read_line(line: str) -> Metadata | None:
    """Return the metadata in a line at the top that holds nothing else ("Source: ...", "14.10.2022, Agency"), or None.

    >>> read_line("Harvest Agency | 3 May 2021, 10:15").published
    datetime.date(2021, 5, 3)
    """
    if found := label_of(line):
        field, value = found
        try:
            return from_mapping({field: value})
        except MetadataError:
            return Metadata()
    return read_date_line(line) if len(line) <= MAX_DATE_LINE else None


def read_date_line(line: str) -> Metadata | None:
    """Return date and outlet of a *line* that holds one full date and at most an outlet or a place beside it, or None."""
    dates = find_dates(line, 0, len(line), "en")
    if len(dates) != 1:
        return None
    start, end, day = dates[0]
    before, after = (_LABEL.sub("", _WEEKDAY.sub("", _TIME.sub("", part))).strip(_SIGNS) for part in (line[:start], line[end:]))
    if (before and after) or any(sign in before + after for sign in ".!?;"):
        return None
    name = before or after
    if len(name.split()) > 6 or not all(word[0].isupper() or len(word) < 4 for word in name.split()):
        return None
    if after or is_outlet(name):
        return Metadata(published=day, publisher=name or None)
    return Metadata(published=day) if len(name.split()) < 2 else None


def read_dateline(text: str, start: int, end: int) -> Metadata:
    """Return what the dateline that opens ``text[start:end]`` says: a full date, an outlet in brackets or slashes.

    >>> read_dateline("KAZAN, 3 May 2021 (Agency) — Farmers ...", 0, 40).publisher
    'Agency'
    """
    found = _DATELINE.match(text, start, min(end, start + MAX_DATELINE))
    if found is None:
        return Metadata()
    place, outlet = found["place"], found["outlet"]
    after = _AFTER_DASH.match(text, found.end(), end)
    if outlet is None and after and is_outlet(after[1]):
        outlet = after[1]
    first = place.split(",")[0].split()[0]
    if not (first.isupper() or (outlet and first[:1].isupper())):
        return Metadata()
    days = find_dates(text, start, found.end(), "en")
    if outlet and read_date(outlet):
        outlet = None
    return Metadata(published=days[0][2] if days else None, publisher=outlet)
