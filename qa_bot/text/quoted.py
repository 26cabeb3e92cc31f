"""Names in quotation marks in Russian: «Ладья», клуб «Комета»."""

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from qa_bot.text.analysis import stem
from qa_bot.text.lexicon import lexicon, remembered
from qa_bot.text.patterns import LatePattern
from qa_bot.text.tagger import features
from qa_bot.text.tokens import tokenize

_QUOTED = LatePattern(r"[«“„][A-ZА-ЯЁ][^«»“”„]{0,60}[»”“]")
_KIND = LatePattern(r"([а-яё-]+)\s*$", re.IGNORECASE)


class QuotedName(NamedTuple):
    """A name by its words' *concepts* in order and by all its *terms*, those and the stems; *kind* is the stem of the noun before it, *end*
    where it ends in the text."""

    concepts: tuple[str, ...]
    terms: frozenset[str]
    kind: str | None
    end: int


@remembered(1024)  # the same passages are held against every name
def quoted_names(text: str, language: str) -> tuple[QuotedName, ...]:
    """Return the names in quotation marks in *text*, in order; none of a text that is not Russian, where such ones are titles and speech.

    >>> [(name.kind, name.end) for name in quoted_names("Клуб «Тур» закрыт.", "ru")]
    [('клуб', 10)]
    """
    return tuple(_name(text, found, language) for found in _QUOTED.finditer(text)) if language == "ru" else ()


def _name(text: str, found: re.Match[str], language: str) -> QuotedName:
    words = [token.lower for token in tokenize(found[0]) if token.surface[0].isalnum()]
    concepts = tuple(map(lexicon(language).concept, words))
    before = _KIND.search(text[: found.start()][-40:])
    kind = stem(before[1].lower()) if before is not None and "NOUN" in features(before[1].lower(), language) else None
    return QuotedName(concepts, frozenset((*concepts, *map(stem, words))), kind, found.end())


def rivals(names: Iterable[QuotedName], others: Collection[QuotedName]) -> list[QuotedName]:
    """Return those of *names* that one of *others* is another of the same kind as, two clubs, or both without a word for what they are:
    not a works and the make of its tractors."""
    held = list(names)
    kinds = [{each.kind for each in held if each.concepts == one.concepts and each.kind is not None} for one in held]
    return [
        one
        for one, own in zip(held, kinds, strict=True)
        if any(one.terms.isdisjoint(other.terms) and (other.kind in own if own else other.kind is None) for other in others)
    ]
