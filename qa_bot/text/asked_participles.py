"""Participles at the end of a question, far behind the "was" that they go with: "When was the school in the old mill founded?"."""

from collections.abc import Sequence

from qa_bot.text.functions import functions
from qa_bot.text.lemmas import is_participle, lemma

_MISTAKEN = frozenset({"NOUN", "X", "PROPN", "ADJ", "VERB"})  # what the tagger takes such a word for, which mostly ends a sentence
_FINITE = frozenset({"VERB", "VB"})
_NAMING = frozenset({"NOUN", "NOUNS", "PROPN", "X", "NUM", "PUNCT", "ADJ", "ADV", "SYM"})  # what may stand before it: no article
_PARTICLES = frozenset({"ADP", "ADV"})


def ending_participle(words: Sequence[str], tags: Sequence[str]) -> int | None:
    """Return the place of the word that ends the English question *words* and is the participle of its "was", whatever its tag; else None.

    "Who was the man they elected" is asked of a noun, and so has none.

    >>> ending_participle("When was the harbour company founded ?".split(), ["ADV", "AUX", "DET", "NOUN", "NOUN", "NOUN", "PUNCT"])
    5
    """
    if len(words) < 4 or words[-1] != "?":
        return None
    at = len(words) - 2
    if tags[at] in _PARTICLES and not is_participle(words[at].lower()):
        at -= 1
    lower = words[at]  # of a name with a capital none
    if tags[at] not in _MISTAKEN or not lower.islower() or not is_participle(lower) or lemma(lower, "VBN", "en") == lower:
        return None
    asked = functions("en")
    be = next((index for index in range(at - 1) if words[index].lower() in asked["be"] and tags[index] == "AUX"), None)
    if be is None or be == 0 or words[be - 1].lower() in asked["asks_what_is"] or tags[at - 1] not in _NAMING:
        return None
    between = range(be + 1, at)
    parted = any(tags[index] in _FINITE or words[index].lower() in asked["relatives"] for index in between)
    return None if parted else at
