"""Base forms of words."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from qa_bot.text.functions import functions
from qa_bot.text.patterns import LatePattern
from qa_bot.text.tokens import fold
from qa_bot.text.wordlists import read_toml

_DATA = Path(__file__).parent / "data" / "en" / "lemmas.toml"
_CACHED_WORDS = 30_000


@lru_cache(maxsize=_CACHED_WORDS)
def lemma(word: str, tag: str, language: str) -> str:
    """Return the base form of *word* as *tag* reads it, folded; a proper noun stays as it is written.

    >>> lemma("refused", "VBN", "en"), lemma("Harvests", "NOUNS", "en"), lemma("Moscow", "PROPN", "en")
    ('refuse', 'harvest', 'Moscow')
    """
    if language == "ru":
        from qa_bot.text import morphology  # reads a dictionary of its own, which an English corpus never needs

        return morphology.lemma(word, tag)
    if tag == "PROPN":
        return word.replace("’", "'")
    return _english(fold(word), tag)


def _english(word: str, tag: str) -> str:
    forms = _forms()
    match tag:
        case "VB":
            return word
        case "VERB" | "VBN" | "VBG" | "AUX":
            return forms.verbs.get(word) or _infinitive(word, tag, forms)
        case "NOUNS":
            return forms.nouns.get(word) or (word[:-2] + "an" if word.endswith("men") else _without_s(word))
        case "ADJ" | "ADV":
            return forms.adjectives.get(word) or _positive(word, forms)
    return word


def paradigms() -> dict[str, list[str]]:
    """Return the irregular forms of English verbs by base form: the past, the past participle where it differs, then others."""
    found: dict[str, list[str]] = {}
    for form, base in _forms().verbs.items():
        if form != base:
            found.setdefault(base, []).append(form)
    return found


def is_irregular(word: str) -> bool:
    """Return whether the folded English *word* may begin otherwise than its base form: "went", "won't", "men".

    >>> is_irregular("said"), is_irregular("stated")
    (True, False)
    """
    forms = _forms()
    return word in forms.verbs or word in forms.nouns or word in forms.adjectives or word.endswith(("n't", "men"))


@lru_cache(maxsize=_CACHED_WORDS)
def is_participle(word: str) -> bool:
    """Return whether the folded English *word* can be a past participle: "relapsed", "torn", "shut"; not "red", "need".

    >>> is_participle("relapsed"), is_participle("torn"), is_participle("red")
    (True, True, False)
    """
    if word in _past_participles():
        return True
    return len(word) > 4 and word.endswith("ed") and not word.endswith("eed") and _infinitive(word, "VBN", _forms()) != word


@lru_cache(maxsize=1)
def _past_participles() -> frozenset[str]:
    found = set(functions("en")["unchanged"])
    for forms in paradigms().values():
        past = [form for form in forms if not form.endswith(("ing", "s"))]
        found.update(past[1:2] or past[:1])
    return frozenset(found)


class _Forms(NamedTuple):
    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    not_compared: frozenset[str]
    with_e: frozenset[str]
    without_e: frozenset[str]
    double: frozenset[str]
    single_l: frozenset[str]


@lru_cache(maxsize=1)
def _forms() -> _Forms:
    data = read_toml(_DATA)
    verbs = _table(data["verbs"])
    nouns = _table(data["nouns"]) | {word: word for word in data["nouns_in_s"].split()}
    sets = (frozenset(data[name].split()) for name in ("not_compared", "with_e", "without_e", "double", "single_l"))
    return _Forms(verbs | _compounds(verbs, data["compound_verbs"].split()), nouns, _table(data["adjectives"]), *sets)


def _table(lines: str) -> dict[str, str]:
    return {form: base for line in lines.splitlines() if line for base, *forms in (line.split(),) for form in (base, *forms)}


def _compounds(verbs: Mapping[str, str], compounds: list[str]) -> dict[str, str]:
    """Return the forms of verbs such as "overtake", each conjugated as the longest known verb that it ends in."""
    forms: dict[str, list[str]] = {}
    for form, base in verbs.items():
        forms.setdefault(base, []).append(form)
    found: dict[str, str] = {}
    for compound in compounds:
        cut = next((cut for cut in range(2, len(compound) - 1) if compound[cut:] in forms), len(compound))
        found |= {compound[:cut] + form: compound for form in forms.get(compound[cut:], [])}
    return found


def _infinitive(word: str, tag: str, forms: _Forms) -> str:
    if word.endswith("n't"):
        stem = word[:-3]
        return _SHORTENED.get(stem) or forms.verbs.get(stem, stem)
    if tag == "VBG":
        return _base(word[:-3], forms) if word.endswith("ing") and _VOWEL.search(word[:-3]) else word
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ed") and not word.endswith("eed") and _VOWEL.search(word[:-2]):
        return _base(word[:-2], forms)
    return word if tag == "VBN" else _without_s(word)


_SHORTENED = {"ca": "can", "wo": "will", "sha": "shall", "ai": "be"}
_VOWEL = re.compile("[aeiouy]")


def _base(stem: str, forms: _Forms) -> str:
    """Return the verb that leaves *stem* when "-ed" or "-ing" is cut off."""
    if stem in forms.with_e:
        return stem + "e"
    if stem in forms.without_e:
        return stem
    if len(stem) < 3:
        return stem + "e" if stem[-1] in "csuvz" else stem
    if stem[-1] == stem[-2] and stem[-1] in "bdgkmnprtv":
        return stem if stem in forms.double else stem[:-1]
    if stem[-1] == stem[-2] == "l":
        return stem[:-1] if stem[:-1] in forms.single_l else stem
    return stem + "e" if _CUT_E.search(stem) else stem


# After one vowel letter and one consonant an "-e" was cut off ("hop" is hope, since "hop" would give "hopped"), unless the vowel is
# written with two letters ("repeat") or the ending is one that carries no stress ("offer", "happen", "visit").
_CUT_E = LatePattern(
    r"""(?: [cuvz] | (?<!s)s
        |   [bcdfgkptz]l
        |   (?:[lr]|(?<!n)d)g | [ae]ng | lung
        |   (?<![oa])[iu]r | (?<![eoa])ar | (?<![aou])or
        |   (?: ^|[^aeiou] ) (?: [aiouy][bdgkmp] | at | ut )
        |   i[ao]t | uat
        |   ^[^aeiou]* [aeiouy] [^aeiouwxyr]
    )$""",
    re.VERBOSE,
)


def _without_s(word: str) -> str:
    if not word.endswith("s") or len(word) < 3 or word.endswith(("ss", "us", "is")) or word[0].isdigit():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-2] if word.endswith("'s") else word[:-1]


def _positive(word: str, forms: _Forms) -> str:
    """Return the base of a comparative or superlative: "larger", "busiest", "biggest"."""
    ending = "est" if word.endswith("est") else "er"
    stem = word[: -len(ending)]
    if not word.endswith(ending) or len(stem) < 3 or word in forms.not_compared or not _VOWEL.search(stem):
        return word
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if stem[-1] == stem[-2] and stem[-1] in "bdgmnt":
        return stem[:-1]
    return stem + "e" if _CUT_E.search(stem) else stem
