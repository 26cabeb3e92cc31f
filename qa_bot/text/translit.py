"""Russian names in Latin letters, and a loose key under which the spellings of one name meet."""

from functools import lru_cache

from qa_bot.text.normalise import plain
from qa_bot.text.patterns import LatePattern

# The newspapers' transliteration (BGN/PCGN without its signs): "Плохов" is "Plokhov".
_LATIN = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".replace("-", "").split(" "),
        strict=True,
    )
)
_VOWELS = frozenset("аеиоуыэюя")

# Spellings that meet under one key: other transliterations, and what languages write for one sound. Russian has "г" for many a
# foreign "h" ("Гамбург"), so "h", "kh" and "g" are one; so are "e", "ye" and "yo", which stand for "е" and "ё".
_SPELLINGS = """
s shch schtsch sch sh sz
c tsch tch ch cz ts tz
z zh dzh dj
g kh h gh
k ck c q
ks x
f ph
t th
v w
u oo ou ue ew yu ju iu jue yue
ia ya ja
i y j ij iy yi ii ee
e ye yo je jo
a ae
"""
_SOUND_OF = {spelling: line.split()[0] for line in _SPELLINGS.splitlines() for spelling in line.split()[1:]}
_SOUND = LatePattern("|".join(sorted(_SOUND_OF, key=lambda spelling: (-len(spelling), spelling))))
_SOFT_C = LatePattern(r"c(?=[eiy])")
_ROUND = LatePattern(r"ow(?=[b-df-hj-np-tv-z])")  # "Lowmoor" is "Лоумур", "Gromow" is "Громов"
_SURNAME = LatePattern(r"^(.+(?:ов|ев|ин|ын))(а|у|ым|ом|ой|е)?$")
_NOMINATIVE = {"а": ("", "а"), "у": ("", "а"), "ой": ("а",)}  # of a man, of a woman, by the ending; of others a man's
_ENDING = LatePattern(r"(?<=\w\w\w)(?:ого|ому|ыми|ими|ой|ою|ый|ий|ая|яя|ую|юю|ым|им|ом|ем|ых|их|а|я|у|ю|е|ы|и|ь)$")
_MARK = LatePattern(r"['’ʹʼ`-]")
_TWICE = LatePattern(r"(.)\1+")


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
    folded = _ROUND.sub("u", _SOFT_C.sub("s", _MARK.sub("", plain(latin(word).lower()))))
    return _TWICE.sub(r"\1", _SOUND.sub(lambda match: _SOUND_OF[match.group()], folded))


@lru_cache(maxsize=65_536)
def name_keys(word: str) -> frozenset[str]:
    """Return the keys of a name that is written *word* in any case: "Громова" may be he or she, "Громовой" is a woman.

    >>> name_keys("Громова") == {name_key("Громов"), name_key("Громова")}, name_keys("Громовой") == {name_key("Громова")}
    (True, True)
    """
    lower = plain(word.lower())
    surname = _SURNAME.search(lower)
    if surname is not None:
        stem, ending = surname.groups()
        return frozenset(name_key(stem + nominative) for nominative in _NOMINATIVE.get(ending or "", ("",)))
    return frozenset((name_key(lower), name_key(_ENDING.sub("", lower))))


def is_name(asked: str, said: str) -> bool:
    """Return whether *asked*, in any case, may name whom *said* names in the nominative, in Cyrillic or Latin letters.

    >>> is_name("Беловой", "Белова"), is_name("Лисицына", "Lisitsyn"), is_name("Беловой", "Белов")
    (True, True, False)
    """
    keys = name_keys(asked)
    return name_key(said) in keys or (_SURNAME.search(plain(said.lower())) is None and not keys.isdisjoint(name_keys(said)))
