"""Texts made uniform: characters that mean the same become the same, and what cannot be seen goes."""

import re
import unicodedata
from functools import lru_cache

_LINE_END = re.compile(r"\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
_CONTROL = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_ZERO_WIDTH = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff"
_INVISIBLE = re.compile(f"[{_CONTROL}{_ZERO_WIDTH}]")
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


def clean(text: str) -> str:
    r"""Return *text* with "\n" line ends, composed characters (NFC), and without control, zero-width and soft-hyphen characters.

    Meant for a document as it is read: every later offset counts the cleaned text. White space is otherwise left as it stands.
    """
    text = _INVISIBLE.sub("", _LINE_END.sub("\n", text))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


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
