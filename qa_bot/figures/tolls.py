"""How many died, where the number is called a toll: "the death toll rose to 63", "hospitals gave a toll of 71"."""

from dataclasses import replace

from qa_bot.figures.draft import Slots
from qa_bot.schema import Measure
from qa_bot.text.lexicon import lexicon
from qa_bot.text.nominals import Counted
from qa_bot.text.numbers import Number, NumberKind
from qa_bot.text.syntax import TIME, Clause, Syntax

DEATH, PERSON = "die", "person"  # concepts
_PARTING = frozenset({"NUM", "SCONJ", "PUNCT"})


def toll_of(syntax: Syntax, number: Number, clause: Clause, measure: Measure) -> Counted | None:
    """Return the words "the death toll" where *number* says how high it is, None where it says something else."""
    if measure is not Measure.COUNT or number.kind is not NumberKind.CARDINAL or _counts_things(syntax, number):
        return None
    for phrase in reversed(syntax.phrases):
        if not clause.first <= phrase.first < phrase.last <= number.first or syntax.lemma(phrase.head) not in syntax.words["tolls"]:
            continue
        between = syntax.tags[phrase.last : number.first]
        return Counted(phrase.first, phrase.last, phrase.head) if _PARTING.isdisjoint(between) and between else None
    return None


def died(slots: Slots, syntax: Syntax) -> Slots:
    """Return the *slots* of a toll: people died, whatever verb tells how many."""
    action = lexicon(syntax.language).action(DEATH)
    done = action.done if action is not None else None
    bare = replace(slots, head=(PERSON,), counted=None, counted_terms=(), actor=None, actor_terms=(), negative=False)
    return replace(bare, action=done, action_terms=(DEATH,))


def _counts_things(syntax: Syntax, number: Number) -> bool:
    """Whether a noun stands behind the number that names no people: "the toll rose when 12 buses collided"."""
    phrase = syntax.phrase_at(number.last) if number.last < len(syntax.tokens) else None
    if phrase is None or phrase.first > number.last or TIME in syntax.tags[phrase.first : phrase.last]:
        return False
    return phrase.head >= number.last and syntax.concept_of(phrase.head) != PERSON
