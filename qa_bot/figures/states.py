"""What those counted are confirmed, found or feared to be: "four people are confirmed dead", «двое признаны пропавшими»."""

from typing import NamedTuple

from qa_bot.text.functions import known_by
from qa_bot.text.syntax import Syntax, VerbGroup
from qa_bot.text.tagger import features

_STATES = frozenset({"ADJ", "VBN", "VBG"})


class State(NamedTuple):
    """The state as an answer says it, "confirmed dead", and its concepts, the deed that brings it first."""

    said: str
    terms: tuple[str, ...]


def state_told(syntax: Syntax, group: VerbGroup | None) -> State | None:
    """Return the state that the word right behind *group* tells where its verb only says so of somebody; None where it tells none."""
    if group is None or not group.chain or group.negated:
        return None
    verb, at = group.chain[-1], group.last
    if at >= len(syntax.tokens) or verb != at - 1 or syntax.tags[at] not in _STATES or syntax.lemma(verb) not in syntax.words["finding"]:
        return None
    if syntax.language == "ru":
        told = "ablt" in features(syntax.tokens[at].lower, "ru")
    else:
        told = group.passive and syntax.tags[at + 1 : at + 2] not in (["NOUN"], ["NOUNS"], ["PROPN"])
    concept = syntax.concept_of(at)
    if not told or concept is None:
        return None
    deeds = known_by().get(concept, frozenset())
    befell = deeds or syntax.lexicon.action(concept) is not None  # "found justified" tells no deed
    return State(syntax.slice(verb, at + 1).lower(), (*sorted(deeds), concept) if befell else ())
