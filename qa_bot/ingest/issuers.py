"""Who issued a paper, as it is printed over it: with what sort of paper it is, on every page with an address, as the owner of a site."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qa_bot.ingest.furniture import fold, is_letterhead, names_body

MAX_LINE = 120  # characters
MAX_NAME = 9  # words of a body
_PART = re.compile(r"\s*[,|·•]\s+|\s+[–—-]\s+")
_NUMBER = re.compile(r"\s*(?:No\.?|Nr\.?|№)?\s*\d{1,4}(?:[/–-]\d{1,4})?$")
_DAY = re.compile(
    r"(?:\d{1,2}\s)?[^\W\d_]{3,9}\s\d{4}(?:\s(?:г\.|года))?|[^\W\d_]{3,9}\s\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}(?:-\d\d-\d\d)?"
)
_SITE = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-zа-я]{2,7}")
_CAPITAL = re.compile(r"[A-ZА-ЯЁ«“\"]")


class _Lists(NamedTuple):
    links: frozenset[str]
    sorts: frozenset[str]
    owners: re.Pattern[str]


@cache
def _lists() -> _Lists:
    with (Path(__file__).parent / "data" / "issuers.toml").open("rb") as stream:
        table = tomllib.load(stream)
    owners = re.compile(rf"(?P<name>.{{5,100}}?)[\s.,:–—-]{{1,3}}(?:{'|'.join(table['owners'])})\.?", re.IGNORECASE)
    return _Lists(frozenset(table["links"]), frozenset(map(fold, table["sorts"])), owners)


def is_body(name: str) -> bool:
    """Return whether *name* is that of a body: as on a letterhead, or with what it is in its midst: "Energy Agency of Southmark"."""
    words = name.split()
    if not 1 < len(words) <= MAX_NAME or _CAPITAL.match(name) is None:
        return False
    latin = not any("а" <= sign <= "я" for sign in name.lower())
    links = [at for at, word in enumerate(words) if word in _lists().links]
    if latin and not all(_CAPITAL.match(word) or at in links for at, word in enumerate(words)):
        return False
    first = links[0] if links else len(words)  # "Review of the Ministry of Ferries" is a review
    return is_letterhead(name) if first == len(words) or not latin else 0 < first < len(words) - 1 and names_body(words[first - 1])


def issuer_in(line: str) -> str | None:
    """Return the body that *line* names beside the sort of paper that it is of: "Energy Agency of Southmark, briefing note".

    >>> issuer_in("Policy Brief 7, Institute for Public Finance"), issuer_in("Ministry of Finance, Department of Tolls")
    ('Institute for Public Finance', None)
    """
    parts = _PART.split(line) if len(line) <= MAX_LINE and line[-1:] not in (".", "!", "?", ":", ";") else []
    parts = [part for part in parts if _DAY.fullmatch(part) is None]
    bodies = [part for part in parts if is_body(part)]
    rest = [part for part in parts if part not in bodies]
    return bodies[0] if len(bodies) == 1 and rest and all(map(_is_sort, rest)) else None


def _is_sort(part: str) -> bool:
    words = fold(_NUMBER.sub("", part)).split()
    return bool(words) and _lists().sorts.issuperset(words)


def issuer_on_pages(heads: Iterable[str], lines: Sequence[str]) -> str | None:
    """Return the one body in what runs over all pages, if its address stands beside it or one of the *lines* at the top is it, too, in
    full: then as it stands there."""
    found: set[str] = set()
    bodies: set[str] = set()
    for head in heads:
        parts = _PART.split(head) if len(head) <= MAX_LINE else []
        for body in (part for part in parts if is_body(part)):
            bodies.add(body)
            named = [line for line in lines if line.startswith(body) and is_body(line)]
            if any(_SITE.fullmatch(part) for part in parts):
                found.add(body)
            elif len(parts) == 1:
                found.update(named)
    return found.pop() if len(found) == 1 and len(bodies) == 1 else None


def owner_of_site(lines: Iterable[str]) -> str | None:
    """Return the body whose official site it is by one of *lines* over the text: «Администрация города Тарна Официальный сайт»."""
    owners = (_lists().owners.fullmatch(line) for line in lines if len(line) <= MAX_LINE)
    names = {found["name"] for found in owners if found is not None and is_body(found["name"])}
    return names.pop() if len(names) == 1 else None
