"""Russian words of one family: the other aspect of a verb and its verbal noun, by rule and dictionary, for the lexicon.

"вручить" has "вручать" and "вручение" beside it. Only what the dictionary has is taken, and nothing that is listed for itself; what has
moved away from its verb ("послание") stands in qa_bot/text/data/ru/apart.toml.
"""

import re
from collections.abc import Iterator

from inflection import analyzer

# How the last consonant of a verb in -ить changes before its verbal noun and its other aspect: "возвратить", "возвращать".
SOFTENED = (("ст", "щ"), ("зд", "зж"), ("ск", "щ"), ("т", "щ"), ("т", "ч"), ("д", "жд"), ("д", "ж"), ("з", "ж"), ("с", "ш"))
SOFTENED += tuple((lip, lip + "л") for lip in "пбвмф")
HISSING = ("ж", "ч", "ш", "щ")
ROOT = re.compile(r"(.*)о([^аеёиоуыэюя]+)$")  # "построить", "отстраивать"


def kin(verb: str) -> list[str]:
    """Return the imperfective verbs and the verbal nouns of the Russian *verb* that the dictionary has.

    >>> kin("вручить")
    ['вручать', 'вручение']
    """
    imperfect = [word for word in _imperfectives(verb) if _is(word, "INFN", "impf")] if _is(verb, "INFN", "perf") else []
    nouns = [word for each in (verb, *imperfect) for word in _nouns(each) if _is(word, "NOUN")]
    return list(dict.fromkeys((*imperfect, *nouns)))


def _is(word: str, part: str, aspect: str | None = None) -> bool:
    if not analyzer().word_is_known(word):  # type: ignore[attr-defined]  # no stubs
        return False
    parses = analyzer().parse(word)  # type: ignore[attr-defined]
    return any(part == parse.tag.POS and aspect in (None, parse.tag.aspect) and parse.normal_form == word for parse in parses)


def _softened(stem: str) -> list[str]:
    """Return *stem* as it stands before a verbal noun: softened where its consonant can be, else as it is."""
    found = [stem[: -len(hard)] + soft for hard, soft in SOFTENED if stem.endswith(hard)]
    return found or [stem]


def _with_a(stem: str) -> list[str]:
    root = ROOT.fullmatch(stem)
    return [stem, root[1] + "а" + root[2]] if root else [stem]


def _imperfectives(verb: str) -> Iterator[str]:
    base = verb.removesuffix("ся")
    ending, stem = verb[len(base) :], base[:-3]
    if base.endswith("ить"):
        for soft in _softened(stem):
            yield soft + ("ать" if soft.endswith(HISSING) or soft.endswith("жд") else "ять") + ending
            yield from (root + "ивать" + ending for root in _with_a(soft))
            yield from (root + "ивать" + ending for root in _with_a(stem) if root != stem)
    elif base.endswith("еть"):
        yield stem + "ать" + ending
        yield stem + "евать" + ending
    elif base.endswith("ать"):
        yield from (root + "ывать" + ending for root in _with_a(stem))
        if base.endswith("овать"):
            yield base[:-3] + "ывать" + ending
    elif base.endswith("ять"):
        yield from (root + "ивать" + ending for root in _with_a(stem))
    elif base.endswith("нуть"):
        yield from (base[:-4] + other + ending for other in ("ать", "ивать", "ывать"))
    elif base.endswith("ыть"):
        yield base[:-2] + "вать" + ending


def _nouns(verb: str) -> Iterator[str]:
    base = verb.removesuffix("ся")
    if base.endswith(("ать", "ять", "еть")):
        yield base[:-2] + "ние"
    elif base.endswith("ить"):
        yield from (soft + "ение" for soft in _softened(base[:-3]))
    elif base.endswith(("ыть", "нуть")):
        yield base[:-2] + "тие"
