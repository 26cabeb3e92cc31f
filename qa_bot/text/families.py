"""Russian words of one family by rule and dictionary: the forms of a word, the two aspects of a verb, and the noun that names its deed.

"обезвредили", "обезврежено", "обезвреживать" and "обезвреживание" have four stems, and one family. Only what the dictionary has counts.
"""

from collections.abc import Iterator
from functools import lru_cache

from qa_bot.text.analysis import stem
from qa_bot.text.patterns import LatePattern

_CACHED_WORDS = 65_536
_LIKELY = 0.2  # of a reading that is no verb, to be that of a form which may be one
_FIXED = frozenset("Name Surn Patr Geox Orgn Abbr Apro NUMR PREP CONJ PRCL NPRO ADVB PRED COMP INTJ".split())
_VERBAL = frozenset({"VERB", "INFN", "PRTS", "PRTF", "GRND"})
# How the last consonant of a verb changes before its noun and its other aspect.
_SOFT = {"щ": ("т", "ст"), "ч": ("т",), "жд": ("д",), "ж": ("д", "з"), "ш": ("с",)} | {f"{lip}л": (lip,) for lip in "пбвмф"}
_WITH_A = LatePattern("(.*)а([^аеиоуыэюя]+)")  # "строить", "отстраивать"
_HISSING = ("щать", "ждать", "шать", "жать", "чать")


@lru_cache(maxsize=_CACHED_WORDS)
def deed(word: str) -> str | None:
    """Return the verb whose deed the folded Russian *word* names: the perfective where it is formed by rule; None of what is no deed.

    >>> deed("обезвреживание"), deed("обезврежено"), deed("вагонов")
    ('обезвредить', 'обезвредить', None)
    """
    parses = _parses(word)
    if not parses:
        return None
    if parses[0][1] & _VERBAL:
        own = stem(word)
        other = any(not tags & _VERBAL and score >= _LIKELY and stem(lemma) == own for lemma, tags, score in parses)
        return None if other else _perfective(parses[0][0])
    named = next((verb for verb in _verbs(parses[0][0]) if _is_verb(verb)), None)
    return None if named is None else _perfective(named)


@lru_cache(maxsize=_CACHED_WORDS)
def common_stem(word: str) -> str:
    """Return the stem of the dictionary form of the folded Russian *word*; its own, if that is the stem of any of its readings.

    >>> common_stem("щенка") == common_stem("щенок")
    True
    """
    own = stem(word)
    stems = [stem(lemma) for lemma, _, _ in _parses(word)]
    return own if not stems or own in stems else stems[0]


def _parses(word: str) -> list[tuple[str, frozenset[str], float]]:
    """The readings of *word* that the dictionary has, names and function words apart: base form, grammemes, likelihood."""
    from qa_bot.text.morphology import analyses  # reads a dictionary, which only Russian text needs

    known = (parse for parse in analyses(word) if parse.is_known and _FIXED.isdisjoint(parse.tag.grammemes))
    return [(parse.normal_form.replace("ё", "е"), parse.tag.grammemes, parse.score) for parse in known]


def _is_verb(word: str, aspect: str | None = None) -> bool:
    return any("INFN" in tags and (aspect is None or aspect in tags) for _, tags, _ in _parses(word))


def _hardened(soft: str) -> list[str]:
    return [soft, *(soft[: -len(end)] + hard for end, hards in _SOFT.items() if soft.endswith(end) for hard in hards)]


def _verbs(noun: str) -> Iterator[str]:
    """What may be the verb of a verbal noun."""
    if noun.endswith(("ание", "яние", "тие")):
        yield noun[:-3] + "ть"
    elif noun.endswith("ение"):
        yield from (hard + "ить" for hard in _hardened(noun[:-4]))
        yield noun[:-3] + "ть"


def _perfective(verb: str) -> str:
    base = verb.removesuffix("ся")
    return next((other for other in _partners(base) if _is_verb(other, "perf")), base)


def _partners(verb: str) -> Iterator[str]:
    """What may be the perfective of an imperfective *verb* with a suffix."""
    if verb.endswith(("ивать", "ывать")):
        stem_ = verb[:-5]
        root = _WITH_A.fullmatch(stem_)
        for each in (stem_, root[1] + "о" + root[2]) if root else (stem_,):
            yield from (hard + "ить" for hard in _hardened(each) if verb.endswith("ивать"))
            yield from (each + ending for ending in ("ать", "ять", "нуть"))
    elif verb.endswith(("ять", *_HISSING)):
        yield from (hard + "ить" for hard in _hardened(verb[:-3]))
