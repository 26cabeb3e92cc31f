"""Mends misspelt words of a question against the vocabulary of the corpus."""

from qa_bot.schema import Words
from qa_bot.text.analysis import stem
from qa_bot.text.asking import asking
from qa_bot.text.dictionary import SHORTEST, is_english
from qa_bot.text.functions import functions
from qa_bot.text.lemmas import lemma
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.periods import find_periods
from qa_bot.text.tagger import knows
from qa_bot.text.tokens import Token, tokenize

_VERBAL = ("ed", "ing")
_VOWELS = frozenset("aeiouyаеёиоуыэюя")
MIN_LENGTH = SHORTEST  # shorter words have too many neighbours


def mend(text: str, language: str, words: Words) -> tuple[str, tuple[str, ...]]:
    """Return *text* with unknown words replaced by the known word nearest in spelling, and for each what was mended: "trians → trains"."""
    mended: list[str] = []
    shouted = text.isupper()
    for token in reversed(tokenize(text)):
        known = _nearest(token, language, words) if shouted or not token.surface.isupper() else None  # initials have no neighbours
        if known is None:
            continue
        text = text[: token.start] + _cased(known, token.surface) + text[token.end :]
        mended.insert(0, f"{token.surface} → {known}")
    return text, tuple(mended)


def _nearest(token: Token, language: str, words: Words) -> str | None:
    lower = token.lower
    if len(lower) < MIN_LENGTH or not lower.isalpha() or words.knows(lower) or _is_word(lower, language):
        return None
    if language == "en" and lower.endswith("s") and words.knows(lemma(lower, "NOUNS", language)):
        return None  # the plural of a word that the corpus has
    near = words.near(lower)
    name = token.start > 0 and token.surface[:1].isupper()
    near = tuple(known for known in near if len(known) >= MIN_LENGTH and (known[0] == lower[0] or _is_slip(lower, known)))
    if name:
        near = tuple(known for known in near if _is_slip(lower, known) or _is_state(known, language))  # Southgate is not Northgate
    if name and any(stem(known) == stem(lower) for known in near):
        return None  # another case of a name that the corpus has
    if language == "en" and lower.endswith(_VERBAL):
        near = tuple(known for known in near if known.endswith(_VERBAL))  # who "refereed" was not asked for "referees"
    return next((known for known in near if not _turns(lower, known, language) and not (name and _is_common(known, language))), None)


def _is_slip(word: str, known: str) -> bool:
    """Whether one slip of the hand made *word* of *known*: a letter left out, put in or swapped with its neighbour, or a vowel taken for
    another behind the first letter. Another letter in place of one makes another name: Harwick, Barwick."""
    if len(word) != len(known):
        longer, shorter = sorted((word, known), key=len, reverse=True)
        return len(longer) == len(shorter) + 1 and any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    wrong = [at for at, (one, other) in enumerate(zip(word, known, strict=True)) if one != other]
    if len(wrong) == 2:
        first, last = wrong
        return last == first + 1 and (word[first], word[last]) == (known[last], known[first])
    return len(wrong) == 1 and wrong[0] > 0 and {word[wrong[0]], known[wrong[0]]} <= _VOWELS


def _turns(word: str, known: str, language: str) -> bool:
    """Whether only one of the two opens with a prefix that says the opposite: the unvaccinated are not the vaccinated."""
    longer, shorter = sorted((word, known), key=len, reverse=True)
    prefixes = functions(language)["negating_prefixes"]
    return any(longer.startswith(prefix + shorter[:2]) and not shorter.startswith(prefix) for prefix in prefixes)


def _is_word(lower: str, language: str) -> bool:
    """Whether the language's own word lists have it: a right word that the corpus happens to lack is no typo."""
    concept = lexicon(language).concept(lower)
    return (
        lower in asking(language).words["asking"]
        or bool(lexicon(language).kinds(concept))
        or knows(lower, language)
        or (language == "en" and is_english(lower))
        or _is_time(lower, language)
    )


def _is_time(lower: str, language: str) -> bool:
    """Whether the word says when, like a month or a day of the week that the corpus lacks: "Thursday" was not meant to be "Tuesday"."""
    return bool(find_periods(lower, 0, len(lower), language))


def _is_common(lower: str, language: str) -> bool:
    """Whether a word of the language's lists is no state's name: no name was meant to be "plans"."""
    return bool(lexicon(language).kinds(lexicon(language).concept(lower))) and not _is_state(lower, language)


def _is_state(lower: str, language: str) -> bool:
    """Whether the word names a state, its capital or its people: of these the lists have all, so that what they lack is no other one."""
    return bool(lexicon(language).kinds(lexicon(language).concept(lower)) & (Kinds.ENTITY | Kinds.CAPITAL | Kinds.PEOPLE))


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[:1].isupper() else word
