"""Words made uniform: letters that mean the same become the same."""

import unicodedata
from functools import lru_cache

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


@lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """Return the lower-case *word* without accents: Latin letters as ASCII, Cyrillic without stress marks and with "е" for "ё".

    >>> plain("jürgen"), plain("за́мок"), plain("йод")
    ('jurgen', 'замок', 'йод')
    """
    if word.isascii():
        return word
    kept = (_without_marks(char) for char in unicodedata.normalize("NFC", word).translate(_LATIN))
    return "".join(kept).replace("ё", "е")


def _without_marks(char: str) -> str:
    if unicodedata.combining(char):
        return ""
    if "\u0400" <= char <= "\u04ff":
        return char  # "й" would decompose into "и" and a breve
    return "".join(part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
