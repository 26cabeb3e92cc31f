"""What a mapping (front matter, a .jsonl line, a section of corpus.toml) says about a document."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from qa_bot.ingest.decode import storable
from qa_bot.ingest.pieces import Metadata
from qa_bot.text.dates import read_date

_ALIASES = {"author": "speaker", "date": "published", "source": "publisher"}  # in front matter and .jsonl; corpus.toml is strict
KEYS = (*Metadata._fields, *_ALIASES)  # that say something about a document
_URL_DATE = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:(?P<sep>[/-])(?P<m1>\d\d?)(?P=sep)(?P<d1>\d\d?)|(?P<m2>\d\d)(?P<d2>\d\d))(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?!\d)")
MONTHS = 12
MAX_VALUE = 2_000  # characters of a value; titles and addresses have a few hundred


class MetadataError(ValueError):
    """A value that cannot be used; the message names its key."""


def from_mapping(mapping: Mapping[str, object], *, strict: bool = False) -> Metadata:
    """Return the metadata in *mapping*. An unusable value raises MetadataError, an unknown key only with *strict*."""
    found: dict[str, object] = {}
    for key, value in mapping.items():
        name = key if strict else _ALIASES.get(key, key)
        if key == "author":
            found[key] = value
        if name in Metadata._fields and (name == key or name not in mapping):
            found[name] = value
        elif strict:
            raise MetadataError(f'unknown key "{key}"; known are {", ".join(Metadata._fields)}')
    if not found:
        return Metadata()
    return Metadata(
        title=_line(found, "title"),
        publisher=_line(found, "publisher"),
        speaker=_line(found, "speaker"),
        published=_date(found),
        url=_line(found, "url"),
        language=_language(found),
        author=_line(found, "author"),
    )


def date_in_url(url: str) -> date | None:
    """Return the day in the path of *url* ("/2022/10/14/", "/20221014/"), None if there is none.

    >>> date_in_url("https://news.example/2022/10/14/harvest")
    datetime.date(2022, 10, 14)
    """
    for match in _URL_DATE.finditer(url):
        try:
            return date(int(match["year"]), int(match["m1"] or match["m2"]), int(match["d1"] or match["d2"]))
        except ValueError:
            continue
    return None


def is_ambiguous(text: str) -> bool:
    """Return whether the first date in *text* may be of either of two days: "03/04/2023" is one in April, or in March in America.

    >>> is_ambiguous("03/04/2023"), is_ambiguous("13/04/2023"), is_ambiguous("03.04.2023")
    (True, False, False)
    """
    slashed = _SLASHED.search(text)
    return slashed is not None and int(slashed[1]) <= MONTHS and int(slashed[2]) <= MONTHS and int(slashed[1]) != int(slashed[2])


def _line(found: Mapping[str, object], key: str) -> str | None:
    value = found.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        value = ", ".join(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        raise MetadataError(f'"{key}" is no text')
    line = " ".join(storable(str(value)).split())
    if len(line) > MAX_VALUE:
        raise MetadataError(f'"{key}" is longer than {MAX_VALUE:,} characters; shorten it')
    return line or None


def _date(found: Mapping[str, object]) -> date | None:
    value = found.get("published")
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if value is None or value == "":
        return None
    if isinstance(value, str) and is_ambiguous(value):
        raise MetadataError(f'"published" may be either of two days: {value[:40]!r}; write it as 2024-05-31')
    day = read_date(value) if isinstance(value, str) else None
    if day is None:
        shown = f": {str(value)[:40]!r}" if isinstance(value, str | int | float) else ""  # a list may say itself a thousand times over
        raise MetadataError(f'"published" is no full date{shown}; write it as 2024-05-31')
    return day


def _language(found: Mapping[str, object]) -> str | None:
    """Return "en" or "ru"; None for any other language, which the letters of the text decide then."""
    value = found.get("language")
    if value is not None and not isinstance(value, str):
        raise MetadataError('"language" is no text; write "en" or "ru"')
    code = (value or "").strip().lower()[:2]
    return code if code in ("en", "ru") else None
