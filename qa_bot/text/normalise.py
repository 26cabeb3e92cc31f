"""Words made uniform: letters that mean the same become the same."""

import unicodedata
from functools import lru_cache

from qa_bot.text.patterns import LatePattern

# Latin letters that no decomposition takes apart.
_LATIN = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ħ": "h",
        "ŋ": "n",
        "ŧ": "t",
    }
)

_RUSSIAN = LatePattern("[а-яё]+")  # what has nothing to be taken apart: most words that are not ASCII


@lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """Return the lower-case *word* without accents: Latin letters as ASCII, Cyrillic without stress marks and with "е" for "ё".

    >>> plain("jürgen"), plain("за́мок"), plain("йод")
    ('jurgen', 'замок', 'йод')
    """
    if word.isascii():
        return word
    if _RUSSIAN.fullmatch(word) is not None:
        return word.replace("ё", "е")
    kept = (_without_marks(char) for char in unicodedata.normalize("NFC", word).translate(_LATIN))
    return "".join(kept).replace("ё", "е")


def _without_marks(char: str) -> str:
    if unicodedata.combining(char):
        return ""
    if "\u0400" <= char <= "\u04ff":
        return char  # "й" would decompose into "и" and a breve
    return "".join(part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
