"""What those counted are without: homes without power are none without water."""

from collections.abc import Sequence

from qa_bot.answer.scope import Scope
from qa_bot.schema import Query
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import lexicon, remembered
from qa_bot.text.tokens import Token, tokenize


def lacks_another(query: Query, scope: Scope) -> bool:
    """Return whether the question asks for those without one thing, and the sentence of the figure tells of those without another."""
    asked = _lacking(query.text, query.language)
    if not asked:
        return False
    told = _named(scope.passage.tokens(scope.figure), scope.figure.language)
    return bool(told) and asked.isdisjoint(told)


@remembered(256)  # a question is held against many figures
def _lacking(text: str, language: str) -> frozenset[str]:
    return _named(tokenize(text), language)


def _named(tokens: Sequence[Token], language: str) -> frozenset[str]:
    """The concepts of the words right behind each "without"."""
    words, known = functions(language)["lacking"], lexicon(language)
    found = [tokens[at : at + 3] for at, token in enumerate(tokens) if token.lower in words]
    whole = (
        mention.concept for lack in found for mention in known.mentions(lack, ["ADP", "NOUN", "NOUN"][: len(lack)]) if not mention.first
    )
    return frozenset((*whole, *(known.concept(token.lower) for lack in found for token in lack[1:])))  # «без тепла» is without heating
