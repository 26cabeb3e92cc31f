"""Figures of another field than the one that a question names behind "in": five medals in swimming are none in rowing."""

from functools import lru_cache

from qa_bot.answer.concepts import broader
from qa_bot.schema import Figure, Query
from qa_bot.text.syntax import TIME, parse

_CACHED = 256
_ENDS = ("PUNCT", "ADP", TIME)
_FIELDS = ("NOUN", "NOUNS", "VBG")
BEHIND = "in:"  # of `Terms.adjuncts`


def is_in_another_field(query: Query, figure: Figure) -> bool:
    """Return whether *figure* is told in one thing and *query* asks for another, which its sentence and what it leans on do not say."""
    held = {tied.removeprefix(BEHIND) for tied in figure.terms.adjuncts if tied.startswith(BEHIND)}
    held -= {*figure.terms.place}
    if not held or query.language != "en" or figure.language != "en":
        return False
    asked = _fields(query.text) - {*query.slots.place}
    terms = figure.terms
    said = {*terms.head, *terms.counted, *terms.action, *terms.other, *terms.sentence, *terms.context, *terms.place}
    return bool(asked) and all(term not in said and not any(term in broader(other) for other in held) for term in asked)


@lru_cache(maxsize=_CACHED)
def _fields(question: str) -> frozenset[str]:
    """The concepts of single words without a capital right behind "in", with which nothing else goes on."""
    syntax = parse(question, 0, len(question), "en")
    tags, tokens = syntax.tags, syntax.tokens
    found = (
        syntax.concepts[at]
        for at in range(1, len(tokens))
        if tokens[at - 1].lower == "in"
        and tags[at] in _FIELDS
        and tokens[at].surface.islower()
        and tags[at + 1 : at + 2] in ([], *([end] for end in _ENDS))
    )
    return frozenset(concept for concept in found if concept is not None)
