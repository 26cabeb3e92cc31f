"""Rates ("annually", "per day") and clock times in a text: kept apart so that they are no periods, and their numbers no figures."""

import re
from collections.abc import Iterable
from functools import cache

from qa_bot.text.time_words import time_words


def find_rates(text: str, start: int, end: int, language: str) -> list[tuple[int, int, str]]:
    """Return the words in ``text[start:end]`` that make a figure a rate, each as (start, end, unit): "per year" gives "year"."""
    pattern, units = _rates(language)
    return [(*match.span(), units[_folded(match.group())]) for match in pattern.finditer(text, start, end)]


def find_times(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """Return the clock times in ``text[start:end]``, each as (start, end): "9:30", "3 p.m.", "в 9 часов", but not «длился 3 часа»."""
    return [(max(match.start(), match.end("lead")), match.end()) for match in _times(language).finditer(text, start, end)]


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
    words = time_words(language)
    after, led, joins, leads = map(_any_of, (words.clock, words.clock_led, words.clock_joins, words.clock_leads))
    hour = r"(?:[01]?\d|2[0-3])(?:\.[0-5]\d)?"
    colon = rf"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?(?:{after})(?![^\W_]))?"
    times = [rf"{colon}(?![:\d])", rf"(?:{hour}\s?(?:{joins})\s?)?{hour}\s?(?:{after})(?![^\W_])"]
    if not led:
        times.append(r"(?P<lead>(?!))")
    else:
        both = _any_of((*words.clock, *words.clock_led))
        times.append(rf"{hour}\s?(?:{joins})\s?(?=\d\d){hour}\s?(?:{both})(?![^\W_])")
        times.append(rf"(?P<lead>(?:{leads})\s)(?:{hour}\s?(?:{joins})\s?)?{hour}\s?(?:{led})(?![^\W_])")
    return re.compile(rf"(?<![\w.,:])(?:{'|'.join(times)})", re.IGNORECASE)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
