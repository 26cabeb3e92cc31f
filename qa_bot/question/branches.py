"""The branch of work that a question asks of: "in mining"."""

from qa_bot.question.slots import Asked
from qa_bot.text.branches import branch_kinds, branches_in
from qa_bot.text.syntax import Syntax
from qa_bot.text.tagger import features


def branch_asked(syntax: Syntax, asked: Asked) -> str | None:
    """Return the name of the one branch that is asked of, None where there is none; *asked* loses the words for it.

    It is that of "in mining" and of "in the retail sector"; "in mining accidents" asks of accidents.
    """
    named = [branch for branch in branches_in(syntax.text, syntax.language) if branch.lead is not None]
    if len(named) != 1:
        return None
    branch = named[0]
    held = [at for at, token in enumerate(syntax.tokens) if branch.start <= token.start < branch.end]
    phrase = syntax.phrase_at(held[-1])
    head = phrase.head if phrase is not None else held[-1]
    if syntax.language == "ru" and head in held and _owns(syntax, held[-1] + 1):
        return None
    if head not in held and syntax.tokens[head].lower not in branch_kinds(syntax.language):
        return None
    concepts = {concept for at in (*held, head) if (concept := syntax.concepts[at]) is not None}
    for slot in ("action", "counted", "place", "other"):
        asked.drop(slot, concepts)
    return branch.name


def _owns(syntax: Syntax, at: int) -> bool:
    """Whether a Russian noun in the genitive goes on there: «в строительстве моста»."""
    return syntax.tags[at : at + 1] in (["NOUN"], ["PROPN"]) and "gent" in features(syntax.tokens[at].lower, "ru")
