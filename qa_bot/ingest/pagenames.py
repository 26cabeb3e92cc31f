"""How pages call their parts: the lists of page.toml, and the words that a name is made of."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

REMEMBERED = 8192  # names of elements, and what links lead to: a page has some hundred, and those of a site the same

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@cache
def names_of(sort: str) -> frozenset[str]:
    """Return the names of one *sort*: "aside", "slight", "unshown" ..."""
    return frozenset(_table()[sort])


@cache
def _table() -> dict[str, list[str]]:
    with (Path(__file__).parent / "data" / "page.toml").open("rb") as stream:
        return tomllib.load(stream)


@lru_cache(maxsize=REMEMBERED)
def words_of(name: str) -> frozenset[str]:
    """Return the words of a class or id, cut at signs and capitals.

    >>> sorted(words_of("articleTags__item-2"))
    ['article', 'item', 'tags']
    """
    return frozenset(word.lower() for word in _WORD.findall(name))


@lru_cache(maxsize=REMEMBERED)
def aside_in(classes: str, name: str) -> frozenset[str]:
    """Return the words in the *classes* and the *name* (id) of an element that say that it is beside the text."""
    found: set[str] = set()
    for each in (*classes.split(), name):
        words = words_of(each)
        if each.lower() in names_of("aside"):
            found.add(each.lower())
        elif not names_of("absent") & words:
            found |= (words & names_of("aside")) - (names_of("loose") if names_of("harmless") & words else frozenset())
            if not names_of("harmless") & words:
                found.update(end for word in words for end in names_of("compounds") if word.endswith(end) or word.startswith(end))
    return frozenset(found)
