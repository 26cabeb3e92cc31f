"""Figures and sentences on things of another size than the one asked: the rent of a two-bedroom flat is that of no one-bedroom one."""

import re
from collections.abc import Mapping
from functools import lru_cache

from qa_bot.schema import Query
from qa_bot.text.analysis import stem
from qa_bot.text.functions import functions
from qa_bot.text.number_words import number_words
from qa_bot.text.tokens import fold

_CACHED = 1024
_HYPHENED = re.compile(r"(?<![\w.,-])([a-z]+|\d{1,3}(?:,\d{3})+|\d+)(?:-(?: [a-z]+ (?:[a-z]+|\d+)-)?)([a-z]{3,})\b")
_ALIKE = 6  # letters that "-дневный" and "-дневного" share at least


def is_of_other_size(query: Query, text: str, language: str) -> bool:
    """Return whether *text*, a sentence, names the things asked by *query* in another size alone: "five-day" for "three-day course"."""
    if query.language != language:
        return False
    asked, told = _sizes(query.text, language), _sizes(text, language) if _sizes(query.text, language) else {}
    return any(thing in told and not sizes <= told[thing] for thing, sizes in asked.items())


@lru_cache(maxsize=_CACHED)
def _sizes(text: str, language: str) -> Mapping[str, frozenset[str]]:
    """The sizes that *text* names by what they are counted in: {"bedroom": {"2"}}."""
    found: dict[str, set[str]] = {}
    sizes = _prefixes(language)
    if sizes:
        for word in re.findall(r"[^\W\d_]+", text.lower()):
            prefix = next((each for each in sizes if word.startswith(each) and len(word) >= len(each) + _ALIKE), None)
            if prefix is not None:
                found.setdefault(word[len(prefix) : len(prefix) + _ALIKE], set()).add(sizes[prefix])
    else:
        cardinals = number_words(language).cardinals
        for number, thing in _HYPHENED.findall(text.lower()):
            number = number.replace(",", "")
            size = number if number.isdigit() else str(cardinals[number]) if number in cardinals else None
            if size is not None and thing not in cardinals and not functions(language)["sized_otherwise"].intersection((thing,)):
                found.setdefault(stem(fold(thing)), set()).add(size)
    return {thing: frozenset(sizes) for thing, sizes in found.items()}


@lru_cache(maxsize=2)
def _prefixes(language: str) -> Mapping[str, str]:
    """How a word of *language* begins that tells a size, with that size: {"двух": "2"}; empty where hyphens join them."""
    return {prefix: size for size, _, prefix in (pair.partition(" ") for pair in functions(language)["sizing_prefixes"]) if prefix}
