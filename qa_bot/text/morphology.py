"""Parts of speech, base forms and features of Russian words, by the OpenCorpora dictionary."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_bot.text.tokens import fold

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

_CACHED_WORDS = 100_000


class Reading(NamedTuple):
    """One way to read a word form."""

    tag: str
    lemma: str
    grammemes: frozenset[str]  # as OpenCorpora names them: "gent", "plur", "femn", "anim", "past" ...
    weight: float  # how likely it is without context; the readings of a word sum to 1


def tag(words: Sequence[str]) -> list[str]:
    """Return one `qa_bot.text.tagger.Tag` value for each of *words*, the tokens of one sentence."""
    return [readings(word)[0].tag for word in words]


def lemma(word: str, tag: str) -> str:
    """Return the base form of *word* read as *tag*: of nouns the nominative singular, of verbs and participles the infinitive."""
    found = readings(word)
    return next((reading.lemma for reading in found if reading.tag == tag), found[0].lemma)


def features(word: str) -> frozenset[str]:
    """Return the grammemes of the likeliest reading of *word*."""
    return readings(word)[0].grammemes


@lru_cache(maxsize=_CACHED_WORDS)
def readings(word: str) -> tuple[Reading, ...]:
    """Return the readings of *word*, the likeliest first."""
    parses = _analyzer().parse(word)
    capital = word[0].isupper()
    found = [
        Reading(_tag(parse.normal_form, frozenset(parse.tag.grammemes), capital), fold(parse.normal_form), parse.tag.grammemes, parse.score)
        for parse in parses
    ]
    return tuple(found) or (Reading("X", fold(word), frozenset(), 1.0),)


@lru_cache(maxsize=1)
def _analyzer() -> "MorphAnalyzer":
    # Reads 8 MB of dictionary: only Russian text pays for it.
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


_PARTS = {
    "ADJF": "ADJ",
    "ADJS": "ADJ",
    "COMP": "ADV",
    "VERB": "VERB",
    "INFN": "VB",
    "GRND": "VBG",
    "NUMR": "NUM",
    "NUMB": "NUM",
    "ROMN": "NUM",
    "ADVB": "ADV",
    "NPRO": "PRON",
    "PRED": "ADV",
    "PREP": "ADP",
    "PRCL": "PART",
    "INTJ": "INTJ",
    "PNCT": "PUNCT",
}
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
_COORDINATING = frozenset("и а но или либо да однако зато ни".split())


def _tag(lemma: str, grammemes: frozenset[str], capital: bool) -> str:
    if "NOUN" in grammemes:
        if capital and grammemes & _NAMES:
            return "PROPN"
        return "NOUNS" if "plur" in grammemes else "NOUN"
    if "PRTF" in grammemes or "PRTS" in grammemes:
        return "VBN" if "pssv" in grammemes else "VBG"
    if "ADJF" in grammemes and "Apro" in grammemes:
        return "NUM" if lemma == "один" else "PRON" if "Anph" in grammemes else "DET"
    if "CONJ" in grammemes:
        return "CCONJ" if lemma in _COORDINATING else "SCONJ"
    if "LATN" in grammemes:
        return "PROPN" if capital else "X"
    if lemma == "быть" and "VERB" in grammemes:
        return "AUX"
    return next((tag for part, tag in _PARTS.items() if part in grammemes), "X")
