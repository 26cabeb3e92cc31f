"""Russian names in Latin letters, and a loose key under which the spellings of one name meet."""

import re
from functools import lru_cache

from qa_bot.text.normalise import plain

# The newspapers' transliteration (BGN/PCGN without its signs): "Плохов" is "Plokhov".
_LATIN = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".replace("-", "").split(" "),
        strict=True,
    )
)
_VOWELS = frozenset("аеиоуыэюя")

# Spellings that meet under one key, longest first: other transliterations, and what languages write for the same sound.
_SOUNDS = (
    ("shch", "s"), ("schtsch", "s"), ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("sh", "s"), ("ch", "c"), ("cz", "c"), ("zh", "z"), ("kh", "h"),
    ("ts", "c"), ("tz", "c"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("dj", "z"), ("dzh", "z"), ("oo", "u"), ("ou", "u"), ("ee", "i"),
    ("x", "ks"), ("q", "k"), ("w", "v"), ("j", "i"), ("y", "i"),
)  # fmt: skip
_SOUND = re.compile("|".join(sorted((spelling for spelling, _ in _SOUNDS), key=lambda spelling: (-len(spelling), spelling))))
_SOUND_OF = dict(_SOUNDS)
_TWICE = re.compile(r"(.)\1+")


def latin(word: str) -> str:
    """Return *word* with its Cyrillic letters written in Latin ones, a capital kept; other letters stand.

    >>> latin("Колокольцев"), latin("Щёлково"), latin("Ельцин")
    ('Kolokoltsev', 'Shchelkovo', 'Yeltsin')
    """
    written = []
    before = ""
    for letter in word:
        lower = plain(letter.lower())
        spelled = _LATIN.get(lower, letter)
        if lower == "е" and (not before.isalpha() or before in _VOWELS or before in "ъь"):
            spelled = "ye"
        written.append(spelled.capitalize() if letter.isupper() else spelled)
        before = lower
    return "".join(written)


@lru_cache(maxsize=65_536)
def name_key(word: str) -> str:
    """Return the key of a name's sounds: equal for most spellings of one name, in Cyrillic or Latin letters, rarely for two names.

    >>> name_key("Колокольцев") == name_key("Kolokoltsev"), name_key("Юрген") == name_key("Jürgen")
    (True, True)
    """
    folded = plain(latin(word).lower())
    return _TWICE.sub(r"\1", _SOUND.sub(lambda match: _SOUND_OF[match.group()], folded))
