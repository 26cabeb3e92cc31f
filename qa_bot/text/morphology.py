"""Parts of speech, base forms and features of Russian words, by the OpenCorpora dictionary.

The dictionary gives every word form its readings, each with a likelihood. A sentence takes the chain of readings in which neighbours
fit best (Viterbi): a preposition and the case it governs, an adjective and its noun, a numeral and what it counts, a subject and its verb.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qa_bot.text.tokens import fold
from qa_bot.text.wordlists import read_toml

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

_GOVERNMENT = Path(__file__).parent / "data" / "ru" / "government.toml"
_CACHED_WORDS = 100_000
_ASKED_TWICE = 4096  # words: what a sentence is tagged by and what its words are called by follow soon after one another
_KEPT = 8  # readings of a word; the rest together is less likely than one in fifty
_UNLIKELY = 0.004
_RARE = 3.0  # nats: "городских" is a noun once in forty, "столовых" once in five


class Form(NamedTuple):
    """What neighbours see of a reading."""

    tag: str
    case: str  # "nomn", "gent", "datv", "accs", "ablt" or "loct", else nothing
    number: str  # "sing" or "plur", else nothing
    gender: str  # "masc", "femn" or "neut", else nothing
    governs: frozenset[str] = frozenset()  # the cases after a preposition; after a numeral the number of what it counts
    full: bool = True  # False for the short forms, which stand as predicates


class Reading(NamedTuple):
    """One way to read a word form."""

    form: Form
    lemma: str
    grammemes: frozenset[str]  # as OpenCorpora names them: "gent", "plur", "femn", "anim", "past" ...
    cost: float  # minus the logarithm of its likelihood without context


def tag(words: Sequence[str]) -> list[str]:
    """Return one `qa_bot.text.tagger.Tag` value for each of *words*, the tokens of one sentence."""
    return [reading.form.tag for reading in read(words)]


def read(words: Sequence[str]) -> list[Reading]:
    """Return the reading of each of *words* that fits its neighbours best."""
    if not words:
        return []
    choices = [readings(word) for word in words]
    if "-" in words:
        choices = _joined(words, choices)
    costs = [reading.cost + (0.0 if reading.form.case in _OPENING_CASES else 0.7) for reading in choices[0]]
    origins: list[list[int]] = []
    for left, right in pairwise(choices):
        came_from = []
        reached = []
        for reading in right:
            if len(left) == 1:
                best, least = 0, costs[0] + _misfit(left[0].form, reading.form)
            else:
                steps = [cost + _misfit(one.form, reading.form) for cost, one in zip(costs, left, strict=True)]
                least = min(steps)
                best = steps.index(least)
            came_from.append(best)
            reached.append(least + reading.cost)
        origins.append(came_from)
        costs = reached
    at = costs.index(min(costs))
    path = [choices[-1][at]]
    for came_from, choice in zip(reversed(origins), reversed(choices[:-1]), strict=True):
        at = came_from[at]
        path.append(choice[at])
    path.reverse()
    return path


_OPENING_CASES = frozenset({"", "nomn"})  # a sentence opens with its subject more often than with an object


def _joined(words: Sequence[str], choices: list[tuple[Reading, ...]]) -> list[tuple[Reading, ...]]:
    """Return *choices* with the second half of "из-за" and "из-под" read as the whole, which governs another case than "за" does."""
    return [
        readings("из-" + words[at].lower()) if at > 1 and words[at - 1] == "-" and words[at - 2].lower() == "из" else choice
        for at, choice in enumerate(choices)
    ]


def lemma(word: str, tag: str) -> str:
    """Return the base form of *word* read as *tag*: of nouns the nominative singular, of verbs and participles the infinitive."""
    found = readings(word)
    return next((reading.lemma for reading in found if reading.form.tag == tag), found[0].lemma)


def features(word: str) -> frozenset[str]:
    """Return the grammemes of the likeliest reading of *word*."""
    return readings(word)[0].grammemes


def knows(word: str) -> bool:
    """Return whether the dictionary has *word*, in this very form."""
    return bool(_CYRILLIC.search(word)) and bool(_analyzer().word_is_known(word))


def may_name(word: str) -> bool:
    """Return whether *word* can stand for things without a noun: "столовых", "задержанных", not "деревянных"."""
    return any(reading.cost < _RARE and not reading.grammemes.isdisjoint(("NOUN", "Subx")) for reading in readings(word))


def cases(word: str) -> frozenset[str]:
    """Return the cases that *word* can stand in, whatever stands around it."""
    return frozenset(reading.form.case for reading in readings(word) if reading.form.case)


def may_be_subject(noun: str, verb: str) -> bool:
    """Return whether *noun*, as written, can be a nominative that *verb* agrees with in number and gender.

    Foreign names have one form for all cases; a surname may look like a genitive plural ("Лядов").
    """
    verbs = [reading.form for reading in readings(verb) if reading.form.tag in _VERBS | {"VB"}]
    forms = [form for form in (reading.form for reading in readings(noun)) if form.case == "nomn" or (form.tag, form.case) == ("PROPN", "")]
    if noun[:1].isupper() and noun.lower().endswith(_SURNAMES):
        forms.append(Form("PROPN", "nomn", "sing", "femn" if noun.lower().endswith("а") else "masc"))
    return any(_subject(form, other) or not form.number for form in forms for other in verbs)


@lru_cache(maxsize=_CACHED_WORDS)
def readings(word: str) -> tuple[Reading, ...]:
    """Return the readings of *word*, the likeliest first."""
    if word[0].isdigit():
        return _numeral_readings(word)
    if not any(map(str.isalpha, word)):
        return (Reading(Form("SYM" if word[0] in _SYMBOLS else "PUNCT", "", "", ""), word, frozenset(), 0.0),)
    if word[-1] in _POWERS and len(word) > 1:  # «км²» is of the same sort as «км»
        return tuple(reading._replace(lemma=reading.lemma + word[-1]) for reading in readings(word[:-1]))
    capital = word[0].isupper()
    if not _CYRILLIC.search(word):  # pymorphy3 fails on letters that have no name in Unicode
        if _ROMAN.fullmatch(word):
            return _ordinal_readings(word)
        return (Reading(Form("PROPN" if capital else "X", "", "", ""), fold(word), frozenset(), 0.0),)
    parses = [parse for parse in _parsed(word) if parse.score >= _UNLIKELY]
    if not capital:
        parses = [parse for parse in parses if _NAMES.isdisjoint(parse.tag.grammemes)] or parses
    found = [_reading(parse, capital) for parse in parses[:_KEPT]]
    return tuple(found) or (Reading(Form("PROPN" if capital else "X", "", "", ""), fold(word), frozenset(), 0.0),)


@lru_cache(maxsize=_ASKED_TWICE)
def _parsed(word: str) -> "list[Parse]":
    found: list[Parse] = _analyzer().parse(word)
    return found


@cache
def _analyzer() -> "MorphAnalyzer":
    # Takes 0.2 s and 25 MB: only Russian text pays for it.
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=_CACHED_WORDS)
def analyses(word: str) -> "tuple[Parse, ...]":
    """Return the dictionary's analyses of *word*, the likeliest first; of what is no word, none."""
    return tuple(parse for parse in _parsed(word) if parse.score >= _UNLIKELY) if word.isalpha() and _CYRILLIC.search(word) else ()


def _reading(parse: "Parse", capital: bool) -> Reading:
    grammemes = parse.tag.grammemes
    lemma = fold(parse.normal_form)
    tag = _tag(lemma, grammemes)
    if capital and (tag == "X" or (tag in _NOUNS and (grammemes & _NAMES or not parse.is_known))):
        tag = "PROPN"
    governs = _government().get(lemma, frozenset()) if tag == "ADP" else _counted(lemma) if "NUMR" in grammemes else frozenset()
    return Reading(_form(tag, grammemes, governs), lemma, grammemes, -log(parse.score))


@cache  # there are a few thousand in all
def _form(tag: str, grammemes: frozenset[str], governs: frozenset[str]) -> Form:
    case = next((_CASES[grammeme] for grammeme in grammemes if grammeme in _CASES), "")
    number = "plur" if "plur" in grammemes else "sing" if "sing" in grammemes else ""
    gender = next((gender for gender in ("masc", "femn", "neut") if gender in grammemes), "")
    return Form(tag, case, number, gender, governs, full="ADJS" not in grammemes and "PRTS" not in grammemes)


def _numeral_readings(word: str) -> tuple[Reading, ...]:
    """Return a numeral's readings, one for each case that what it counts may show: "439 запросов", "в 2023 году"."""
    digits = "".join(filter(str.isdigit, word))
    few = digits[-1] in "234" and digits[-2:-1] != "1"
    counted = frozenset({"one"} if digits[-1] == "1" and digits[-2:-1] != "1" else {"sing"} if few or "," in word else {"plur"})
    return tuple(Reading(Form("NUM", case, "", "", counted), word, frozenset({case}), cost) for case, cost in _NUMERAL_CASES)


def _ordinal_readings(word: str) -> tuple[Reading, ...]:
    """Return a Roman numeral's readings, one for each case: it takes that of its noun, as "XX век" does."""
    return tuple(Reading(Form("NUM", case, "", "", frozenset({"one"})), word, frozenset({case}), cost) for case, cost in _NUMERAL_CASES)


def _counted(lemma: str) -> frozenset[str]:
    return frozenset({"sing"} if lemma in _FEW else {"plur"})


_CYRILLIC = re.compile("[А-Яа-яЁё]")
_POWERS = ("²", "³")
_ROMAN = re.compile("[IVXLC]+")
_NUMERAL_CASES = (("nomn", 0.9), ("accs", 1.1), ("gent", 2.5), ("loct", 2.5), ("datv", 2.7), ("ablt", 2.7))
_FEW = frozenset("два три четыре оба полтора".split())
_SYMBOLS = frozenset("%№$€₽£¥§°+=<>&#@^~|/\\")
_CASES = {
    "nomn": "nomn",
    "voct": "nomn",
    "gent": "gent",
    "gen1": "gent",
    "gen2": "gent",
    "datv": "datv",
    "accs": "accs",
    "acc2": "accs",
    "ablt": "ablt",
    "loct": "loct",
    "loc1": "loct",
    "loc2": "loct",
}
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
_SURNAMES = ("ов", "ев", "ёв", "ин", "ын", "ова", "ева", "ёва", "ина", "ына")
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
_COORDINATING = frozenset("и а но или либо да однако зато ни".split())


def _tag(lemma: str, grammemes: frozenset[str]) -> str:
    if "NOUN" in grammemes:
        return "NOUNS" if "plur" in grammemes else "NOUN"
    if "PRTF" in grammemes or "PRTS" in grammemes:
        return "VBN" if "pssv" in grammemes else "VBG"
    if "ADJF" in grammemes and "Apro" in grammemes:
        return "NUM" if lemma == "один" else "PRON" if lemma == "который" else "DET"
    if "CONJ" in grammemes:
        return "CCONJ" if lemma in _COORDINATING else "SCONJ"
    if lemma == "быть" and "VERB" in grammemes:
        return "AUX"
    return next((tag for part, tag in _PARTS.items() if part in grammemes), "X")


@cache
def _government() -> dict[str, frozenset[str]]:
    data: dict[str, dict[str, str]] = read_toml(_GOVERNMENT)
    cases = {case: words.split() for case, words in data["prepositions"].items()}
    return {word: frozenset(case for case, words in cases.items() if word in words) for words in cases.values() for word in words}


def nominative(words: Sequence[str], case: str) -> list[str]:
    """Return a noun with the adjectives or names that agree with it from *case* ("gent") in the nominative of the same number.

    Words that do not agree come back as they are.

    >>> nominative(["областного", "управления"], "gent")
    ['областное', 'управление']
    """
    parses = [_analyzer().parse(word) if len(word) > 1 and word.isalpha() else [] for word in words]
    declined = [
        sorted((parse for parse in found if parse.tag.case == case), key=lambda parse: not (capital and parse.tag.grammemes & _NAMES))
        for found, capital in zip(parses, (word[:1].isupper() for word in words), strict=True)
    ]
    if not any(declined):
        return list(words)
    for anchor in next(found for found in reversed(declined) if found):
        number, gender = anchor.tag.number, None if anchor.tag.number == "plur" else anchor.tag.gender
        fits = [
            next((parse for parse in found if parse.tag.number == number and (not gender or parse.tag.gender in (gender, None))), None)
            for found in declined
        ]
        if all(fit is not None for fit, found in zip(fits, parses, strict=True) if found):
            forms = [fit.inflect({"nomn"}) if fit is not None else None for fit in fits]
            return [_cased(form.word, word) if form is not None else word for form, word in zip(forms, words, strict=True)]
    return list(words)


def _cased(form: str, word: str) -> str:
    return form.upper() if word.isupper() and len(word) > 1 else form.capitalize() if word[0].isupper() else form


# ---------------------------------------------------------------- how well neighbours fit

_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_AGREEING = frozenset({"ADJ", "DET", "VBN", "VBG", "NUM"})  # words that take the case, number and gender of a noun after them
_NOMINAL = _NOUNS | _AGREEING | {"PRON"}
_VERBS = frozenset({"VERB", "AUX"})


@cache  # there are a few hundred forms in all
def _misfit(left: Form, right: Form) -> float:
    """Return how badly *right* follows *left*, 0 being neutral. In nats, set by hand."""
    if left.tag == "ADP":
        return _after_preposition(left, right)
    if left.tag == "NUM" and right.tag in _NOMINAL and right.case:
        return _after_numeral(left, right)
    if left.tag in _AGREEING and left.case and left.full and right.tag in _NOMINAL and right.case and right.tag != "PRON":
        return -1.5 if _agree(left, right) else 1.5
    if left.tag in _AGREEING and left.case and left.full and right.tag in _VERBS:
        return 0.5  # "задержанные бежали" is rarer than an adjective that was misread
    if left.tag in _NOUNS and right.tag in _VERBS:
        return -0.7 if left.case == "nomn" and _subject(left, right) else 0.4
    if left.tag in _NOUNS and right.tag in _NOMINAL and right.case == "gent":
        return -0.7  # "отказы государств"
    if left.tag in _VERBS and right.tag in _NOUNS:
        return -0.3 if right.case == "accs" or (right.case == "nomn" and _subject(right, left)) else 0.2
    return 0.0


def _after_preposition(left: Form, right: Form) -> float:
    if right.tag in _NOMINAL and right.case:
        return -1.5 if not left.governs or right.case in left.governs else 3.0
    return 3.0 if right.tag in _VERBS or right.tag == "VB" else 0.5


def _after_numeral(left: Form, right: Form) -> float:
    """A numeral in the nominative or accusative wants a genitive after it ("114 запросов", "3 запроса"), in other cases its own."""
    if left.case not in {"nomn", "accs"} or "one" in left.governs:
        return -1.0 if left.case == right.case else 1.0
    if right.case != "gent":
        return 1.5
    return -1.5 if right.number in left.governs or right.tag in _AGREEING else 0.5


def _agree(left: Form, right: Form) -> bool:
    if left.case != right.case or left.number != right.number:
        return False
    return left.number == "plur" or not left.gender or not right.gender or left.gender == right.gender


def _subject(noun: Form, verb: Form) -> bool:
    return noun.number == verb.number and (not verb.gender or not noun.gender or noun.gender == verb.gender)
