"""Which of a row of things is meant: "the sixth match", «17-я неделя», «больница № 2»."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from qa_bot.text.lexicon import lexicon
from qa_bot.text.numbers import NumberKind, find_numbers
from qa_bot.text.tokens import Token, tokenize

REACH = 3  # tokens from an ordinal to its noun: "the sixth and last match"
_SERIAL = re.compile(r"(?:№|\b(?:no\.?|number|номер[ау]?)) ?(\d+)", re.IGNORECASE)


class Ordinal(NamedTuple):
    """The thing is number *value* of those called *noun*, a concept; *start* is its place in the text."""

    value: int
    noun: str
    start: int


def ordinals(text: str, language: str, nouns: Sequence[str]) -> list[Ordinal]:
    """Return the ordinals in *text* of things that one of the concepts *nouns* calls; one whose noun is left out goes on from the last.

    >>> [each[:2] for each in ordinals("146 cases in the 18th round, 171 in the 17th", "en", ["round"])]
    [(18, 'round'), (17, 'round')]
    """
    tokens = tokenize(text)
    found: list[Ordinal] = []
    for number in find_numbers(text, tokens, language):
        if number.kind is not NumberKind.ORDINAL:
            continue
        noun = _noun_behind(tokens, number.last, language, nouns)
        if noun is None and found and not _is_word(tokens, number.last):
            noun = found[-1].noun
        if noun is not None:
            found.append(Ordinal(int(number.value), noun, number.start))
    return found


def serials(text: str) -> list[tuple[int, int]]:
    """Return the numbers that tell bodies or things of one name apart, each with its place: 2 of «больница № 2»."""
    return [(int(found[1]), found.start()) for found in _SERIAL.finditer(text)]


def _noun_behind(tokens: Sequence[Token], first: int, language: str, nouns: Sequence[str]) -> str | None:
    words = lexicon(language)
    near = (words.concept(token.lower) for token in tokens[first : first + REACH])
    return next((concept for concept in near if concept in nouns), None)


def _is_word(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].surface[0].isalpha()
