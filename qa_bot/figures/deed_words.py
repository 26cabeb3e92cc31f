"""A deed in the words of an answer: "refused" behind "114 requests", "lost their lives" behind "52 people"; none where none reads well."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from qa_bot.text.functions import functions
from qa_bot.text.lemmas import lemma, paradigms
from qa_bot.text.nominals import Counted
from qa_bot.text.syntax import NUMERAL, TIME, Syntax, VerbGroup

_VOWELS = "aeiou"
_DOUBLING = ("cel", "vel", "fil", "bel", "del", "pel", "trol", "nrol", "nel", "tal", "fer", "cur", "mit", "gret")  # stressed, or British
_BETWEEN = frozenset({"DET", "PRON"})  # a preposition and its number
_LONGEST_OBJECT = 4  # words of "lost their lives"


class Place(NamedTuple):
    """Where a number stands to the verb that governs it; *last* ends the number."""

    group: VerbGroup | None
    counted: Counted | None
    last: int


def worded(syntax: Syntax, nominal: Sequence[str], verbs: Sequence[tuple[int, str | None]], place: Place) -> str | None:
    """Return the action for display: what was refused or granted before what else was done; a noun's where the verb only receives.

    *verbs* are those that tell it, each with its concept.
    """
    receiving = syntax.words["receiving"]
    for index, concept in verbs:
        action = syntax.lexicon.action(concept or "")
        if action is not None and action.polarity:
            return _said(syntax, index, place)
    doing = [index for index, concept in verbs if concept not in receiving]
    if doing:
        return _said(syntax, doing[-1], place)
    for term in nominal:
        action = syntax.lexicon.action(term)
        if action is not None and action.done:
            return action.done
    return _said(syntax, verbs[-1][0], place) if verbs else None


def counts_aside(syntax: Syntax, counted: Counted | None, number: int, group: VerbGroup) -> bool:
    """Return whether the number says where or for how many the deed was done, and not to how many: "equipment was seized in 46 cases",
    but neither "took on 46 nurses" nor "at least 46"."""
    phrase = syntax.phrase_at(number)
    if (
        phrase is None
        or counted is None
        or not phrase.first <= counted.head < phrase.last
        or phrase.adposition < 0
        or not _BETWEEN.issuperset(syntax.tags[phrase.adposition + 1 : number])
    ):
        return False
    word = syntax.tokens[phrase.adposition].lower
    parts = bool(group.chain) and group.chain[-1] == phrase.adposition - 1 and _display(syntax, group.chain[-1]).endswith(f" {word}")
    return word in syntax.words["aside_adpositions"] and not parts


def _said(syntax: Syntax, index: int, place: Place) -> str | None:
    """The verb as it stands where those who are counted act, "lost their lives"; else as what was done to them."""
    shown, group, counted = _display(syntax, index), place.group, place.counted
    acts = group is not None and group.finite and not group.passive and not group.negated and group.first == index
    behind = (
        group is not None and group.first >= place.last and (counted is None or counted.head < 0 or place.last <= counted.first < index)
    )
    if syntax.language != "en" or not acts or not behind or syntax.tags[index] in ("VBG", "VBN"):
        return shown
    last = index + len(shown.split())
    said = syntax.slice(index, last).lower()
    thing = syntax.phrase_at(last)
    if thing is None or thing.adposition >= 0 or thing.first != last or TIME in syntax.tags[thing.first : thing.last]:
        return said if syntax.lemma(index) not in syntax.words["unshown_verbs"] or last > index + 1 else None
    long = thing.last - thing.first > _LONGEST_OBJECT or not {NUMERAL, "NUM"}.isdisjoint(syntax.tags[thing.first : thing.last])
    return None if long else f"{said} {syntax.slice(thing.first, thing.last)}"  # "26 aircraft flew 7,940 hours" flew no less


def _display(syntax: Syntax, index: int) -> str:
    """The verb as a participle with its particle, "turned down"; a Russian verb as it is written."""
    token = syntax.tokens[index]
    if syntax.language == "ru":
        return token.lower
    word = token.lower if token.lower.endswith("ed") else participle(lemma(token.lower, syntax.tags[index], "en"))
    particle = syntax.tokens[index + 1].lower if index + 1 < len(syntax.tokens) else ""
    listed = next((mention.last for mention in syntax.mentions if mention.first == index and mention.last > index + 1), 0)
    if listed and syntax.tags[listed - 1] == "NOUN":
        return syntax.slice(index, listed).lower()  # "took part"
    if particle in syntax.words["particles"] or (listed and particle != "to" and syntax.tags[index + 1] in ("ADP", "ADV")):
        return f"{word} {particle}"
    return word


@lru_cache(maxsize=8192)
def participle(verb: str) -> str:
    """Return the past participle of an English verb.

    >>> participle("give"), participle("stop"), participle("carry"), participle("harvest")
    ('given', 'stopped', 'carried', 'harvested')
    """
    irregular = _irregular().get(verb)
    if irregular is not None:
        return irregular
    if verb in functions("en")["unchanged"]:
        return verb
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    short = len(verb) > 2 and sum(letter in _VOWELS for letter in verb) == 1
    if short and verb[-1] not in "wxyaeiou" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:
        return verb + verb[-1] + "ed"
    if verb.endswith(_DOUBLING) and not verb.endswith(("ffer", "limit", "vomit")):
        return verb + verb[-1] + "ed"
    return verb + "ed"


@cache
def _irregular() -> dict[str, str]:
    found: dict[str, str] = {}
    for base, forms in paradigms().items():
        past = [form for form in forms if not form.endswith(("ing", "s"))]
        if past:
            found[base] = past[1] if len(past) > 1 else past[0]
    return found
