"""Mends misspelt words of a question against the vocabulary of the corpus."""

from qa_bot.schema import Words
from qa_bot.text.asking import asking
from qa_bot.text.lexicon import lexicon
from qa_bot.text.tokens import Token, tokenize

MIN_LENGTH = 4  # shorter words have too many neighbours


def mend(text: str, language: str, words: Words) -> tuple[str, tuple[str, ...]]:
    """Return *text* with unknown words replaced by the known word nearest in spelling, and for each what was mended: "trians → trains"."""
    mended: list[str] = []
    for token in reversed(tokenize(text)):
        known = _nearest(token, language, words)
        if known is None:
            continue
        text = text[: token.start] + _cased(known, token.surface) + text[token.end :]
        mended.insert(0, f"{token.surface} → {known}")
    return text, tuple(mended)


def _nearest(token: Token, language: str, words: Words) -> str | None:
    lower = token.lower
    if len(lower) < MIN_LENGTH or not lower.isalpha() or words.knows(lower) or _is_word(lower, language):
        return None
    near = words.near(lower)
    return near[0] if near else None


def _is_word(lower: str, language: str) -> bool:
    """Whether the language's own word lists have it: a right word that the corpus happens to lack is no typo."""
    concept = lexicon(language).concept(lower)
    return lower in asking(language).words["asking"] or bool(lexicon(language).kinds(concept))


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[:1].isupper() else word
