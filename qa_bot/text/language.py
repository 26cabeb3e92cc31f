"""The language of a text, English or Russian."""

import re
from functools import cache

from qa_bot.text.patterns import LatePattern
from qa_bot.text.wordlists import read_wordlists

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = LatePattern(r"[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]{2,}")
SHARE = 0.3  # of Cyrillic letters: a Russian question may hold long foreign names, an English text hardly quotes that much Russian
OWN_WORDS = 4  # that a sentence of another language than its document has at least; fewer are names: "Toyota Land Cruiser — 12,5"
SAMPLE = 20_000  # characters looked at: enough for a share of letters, and a long document costs no more than a short one


def language_of(text: str) -> str:
    """Return "ru" when at least `SHARE` of the letters in *text* are Cyrillic, else "en" (also for a text without letters).

    Language detectors go wrong on short texts; the script alone does not, for these two languages.

    >>> language_of("Отказы Interpol")
    'ru'
    """
    sample = text[:SAMPLE]
    if sample.isascii():  # as most are: no letter needs to be counted
        return "en"
    cyrillic = len(_CYRILLIC.findall(sample))
    return "ru" if cyrillic and cyrillic >= SHARE * (cyrillic + len(_LATIN.findall(sample))) else "en"


def language_within(sentence: str, language: str) -> str:
    """Return the language of *sentence* in a document of *language*: the other one where most of its letters and a few words are of it.

    >>> language_within("«В 2022 году отменён 71 рейс», сказал он.", "en"), language_within("BMW 320 — 12", "ru")
    ('ru', 'ru')
    """
    if language == "en" and sentence.isascii():
        return language
    cyrillic, latin = len(_CYRILLIC.findall(sentence)), len(_LATIN.findall(sentence))
    own, other = (cyrillic, latin) if language == "ru" else (latin, cyrillic)
    if other <= own or len(_WORD.findall(sentence)) < OWN_WORDS:
        return language
    return "en" if language == "ru" else "ru"


@cache
def common_words(language: str) -> tuple[str, ...]:
    """Return words of which any text in *language* has some."""
    return tuple(read_wordlists(language, "stop")["common"].split("|"))
