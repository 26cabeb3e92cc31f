"""Rates ("annually", "per day") and clock times in a text: kept apart so that they are no periods, and their numbers no figures."""

import re
from functools import cache

from qa_bot.text.time_words import time_words


def find_rates(text: str, start: int, end: int, language: str) -> list[tuple[int, int, str]]:
    """Return the words in ``text[start:end]`` that make a figure a rate, each as (start, end, unit): "per year" gives "year"."""
    pattern, units = _rates(language)
    return [(*match.span(), units[_folded(match.group())]) for match in pattern.finditer(text, start, end)]


def find_times(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """Return the clock times in ``text[start:end]``, each as (start, end): "9:30", "3 p.m.", "в 9 часов утра"."""
    return [match.span() for match in _times(language).finditer(text, start, end)]


def _folded(surface: str) -> str:
    return " ".join(surface.lower().replace("ё", "е").split())


@cache
def _rates(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    rates = dict(time_words(language).rates)
    phrases = sorted(rates, key=lambda phrase: (-len(phrase), phrase))
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases if phrase[0].isalpha())
    signs = "|".join(re.escape(phrase) for phrase in phrases if not phrase[0].isalpha())
    both = rf"(?<![^\W_])(?:{words})(?![^\W_])" + (rf"|(?:{signs})(?![^\W_])" if signs else "")
    return re.compile(both, re.IGNORECASE), rates


@cache
def _times(language: str) -> re.Pattern[str]:
    after = "|".join(re.escape(word) for word in sorted(time_words(language).clock, key=lambda word: (-len(word), word)))
    colon = rf"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?(?:{after})(?![^\W_]))?"
    joins = "|".join(re.escape(word) for word in time_words(language).clock_joins)
    plain = rf"(?:(?:[01]?\d|2[0-3])(?:\.[0-5]\d)?\s?(?:{joins})\s?)?(?:[01]?\d|2[0-3])(?:\.[0-5]\d)?\s?(?:{after})(?![^\W_])"
    return re.compile(rf"(?<![\w.,:])(?:{colon}(?![:\d])|{plain})", re.IGNORECASE)
