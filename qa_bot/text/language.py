"""The language of a text, English or Russian."""

import re

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
SHARE = 0.3  # of Cyrillic letters: a Russian question may hold long foreign names, an English text hardly quotes that much Russian
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
