"""Part-of-speech tags of a sentence's tokens."""

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from qa_bot.text.asked_participles import ending_participle
from qa_bot.text.lemmas import lemma

__all__ = ["Tag", "features", "lemma", "tag", "upos"]


class Tag(StrEnum):
    """The Universal Dependencies parts of speech, with verbs split by form and nouns by number."""

    ADJ = "ADJ"
    ADP = "ADP"  # prepositions, and particles as in "turned down"
    ADV = "ADV"
    AUX = "AUX"  # "be", modals, and "have" and "do" before another verb; "don't" is one
    CCONJ = "CCONJ"
    DET = "DET"
    INTJ = "INTJ"
    NOUN = "NOUN"  # singular or mass
    NOUNS = "NOUNS"  # plural
    NUM = "NUM"
    PART = "PART"  # "to", "not", "'s"
    PRON = "PRON"
    PROPN = "PROPN"
    PUNCT = "PUNCT"
    SCONJ = "SCONJ"
    SYM = "SYM"
    VERB = "VERB"  # finite: present or past
    VB = "VB"  # base form: infinitive, imperative, after a modal
    VBG = "VBG"  # present participle or gerund
    VBN = "VBN"  # past participle: passive, perfect or before a noun
    X = "X"  # foreign words, debris


def upos(tag: str) -> str:
    """Return the Universal Dependencies part of speech that *tag* refines.

    >>> upos("VBN"), upos("NOUNS"), upos("ADP")
    ('VERB', 'NOUN', 'ADP')
    """
    return "VERB" if tag in _VERBS else "NOUN" if tag == "NOUNS" else tag


def tag(words: Sequence[str], language: str) -> list[str]:
    """Return one `Tag` value for each of *words*, the surfaces of one sentence as `tokens.tokenize` splits it.

    >>> tag("114 requests were refused in 2023 .".split(), "en")
    ['NUM', 'NOUNS', 'AUX', 'VBN', 'ADP', 'NUM', 'PUNCT']
    """
    return list(_tagged(tuple(words), language))


@lru_cache(maxsize=8)  # the words of a question are tagged to understand it, and again as those of a sentence
def _tagged(words: tuple[str, ...], language: str) -> Sequence[str]:
    # Both models are read when the first sentence needs them: questions answered from the index alone never do.
    if language == "ru":
        from qa_bot.text import morphology

        return morphology.tag(words)
    from qa_bot.text import perceptron

    tags = perceptron.english().tag(words)
    asked = ending_participle(words, tags) if words[-1:] == ("?",) else None
    return tags if asked is None else [*tags[:asked], Tag.VBN, *tags[asked + 1 :]]


def features(word: str, language: str) -> frozenset[str]:
    """Return what the form of a Russian word tells without context, as OpenCorpora names it: "gent", "plur", "anim"; else nothing."""
    if language != "ru":
        return frozenset()
    from qa_bot.text import morphology

    return morphology.features(word)


def knows(word: str, language: str) -> bool:
    """Return whether the dictionary of Russian has *word*, or a word that the English tagger has met often, or its base form, is it."""
    if language != "ru":
        from qa_bot.text import perceptron

        return perceptron.english().knows(word) or perceptron.english().knows(lemma(word, "VERB", "en"))
    from qa_bot.text import morphology

    return morphology.knows(word)


def cases(word: str, language: str) -> frozenset[str]:
    """Return all cases that the form of a Russian word can stand in; else nothing."""
    if language != "ru":
        return frozenset()
    from qa_bot.text import morphology

    return morphology.cases(word)


def may_name(word: str) -> bool:
    """Return whether a Russian adjective or participle can stand for things without a noun: "столовых", "задержанных"."""
    from qa_bot.text import morphology

    return morphology.may_name(word)


def may_be_subject(noun: str, verb: str) -> bool:
    """Return whether the Russian *noun*, as written, can be the subject of *verb*: "библиотеки" of "выдали", not of "выдала"."""
    from qa_bot.text import morphology

    return morphology.may_be_subject(noun, verb)


_VERBS = frozenset({"VERB", "VB", "VBG", "VBN"})
