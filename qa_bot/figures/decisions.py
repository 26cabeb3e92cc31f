"""Whether a sentence tells what a court decided, which is nobody's claim: "The court found that 164 million was stolen"."""

from functools import cache

from qa_bot.figures.units import Unit
from qa_bot.schema import BlockKind
from qa_bot.text.functions import functions
from qa_bot.text.syntax import Phrase, Syntax
from qa_bot.text.tagger import features

OPENING = 3  # letters that every form of a decider's noun shares


def tells_decision(unit: Unit) -> bool:
    """Return whether a court or judge does in *unit* what is told there."""
    opened = _openings(unit.language)
    if unit.kind is BlockKind.TABLE or opened.isdisjoint([token[3][:OPENING] for token in unit.tokens]):
        return False
    syntax, deciders = unit.syntax, functions(unit.language)["deciders"]
    heads = (phrase for phrase in syntax.phrases if syntax.lemma(phrase.head) in deciders)
    return any(_decides(syntax, phrase) for phrase in heads)


@cache
def _openings(language: str) -> frozenset[str]:
    return frozenset(word[:OPENING] for word in functions(language)["deciders"])


def _decides(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether *phrase* is the subject of a verb or the one by whom something is done."""
    if phrase.adposition >= 0:
        return syntax.tokens[phrase.adposition].lower in syntax.words["agent_adpositions"]
    clause = syntax.clause_at(phrase.head)
    finite = [group for group in syntax.verbs_in(clause.first, clause.last) if group.finite]
    if syntax.language == "ru":
        forms = features(syntax.tokens[phrase.head].lower, "ru")
        return "ablt" in forms or ("nomn" in forms and bool(finite))
    return bool(finite) and phrase.last <= finite[0].first
