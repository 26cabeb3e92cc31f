"""Deeds of which a passage says no more than that somebody asks for them: "has asked for a cull", «просят разрешить отстрел»."""

from functools import lru_cache

from qa_bot.answer.concepts import are_akin
from qa_bot.answer.holders import parsed
from qa_bot.answer.readings import text_at
from qa_bot.schema import Passage
from qa_bot.text.syntax import Syntax

REACH = 5  # tokens from the verb that asks to what it asks for


def is_only_demanded(deed: str, passage: Passage, question: str) -> bool:
    """Return whether the passage names *deed*, and each time as what somebody asks for, while the *question* does not ask for just that:
    "how many applied for compensation".

    >>> _demanded("The union has asked for a hunt.")
    (frozenset({'hunt'}), frozenset())
    """
    if any(are_akin(deed, other) for other in _demanded(question)[0]):
        return False
    found = [_demanded(text_at(passage, span)) for span in passage.sentences]
    asked = any(are_akin(deed, other) for demanded, _ in found for other in demanded)
    return asked and not any(are_akin(deed, other) for _, told in found for other in told)


@lru_cache(maxsize=1024)
def _demanded(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The concepts of the nouns and verbs of a sentence that are asked for, and of all others."""
    syntax = parsed(text)
    named = {at: concept for at, concept in enumerate(syntax.concepts) if concept is not None}
    demanded = {at for at in named if _is_demanded(syntax, at)}
    return frozenset(named[at] for at in demanded), frozenset(named[at] for at in named if at not in demanded)


def _is_demanded(syntax: Syntax, at: int) -> bool:
    """Whether a verb that asks stands before the word, with no number, other name or end of a clause between them, or its clause says that
    it was not allowed."""
    clause, words = syntax.clause_at(at), syntax.words["deeds_asked_for"] | syntax.words["first_steps"]
    if any(group.negated and any(syntax.lemma(index) in words for index in group.chain) for group in syntax.verbs_in(*clause)):
        return True  # "a hunt was not allowed"
    for index in range(at - 1, max(at - 1 - REACH, clause.first - 1), -1):
        if syntax.tags[index] in ("NUM", "PUNCT", "CCONJ", "PROPN"):
            return False
        if syntax.tags[index] in ("VERB", "VB", "VBN", "VBG") and syntax.lemma(index) in syntax.words["deeds_asked_for"]:
            return True
    return False
