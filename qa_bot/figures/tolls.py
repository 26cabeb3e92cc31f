"""How many died, were hurt or came, where a number is only called so: "the death toll rose to 63", "a crowd of 5,200"."""

from dataclasses import replace

from qa_bot.figures.draft import Draft, Slots
from qa_bot.schema import Measure
from qa_bot.text.functions import befalls, functions
from qa_bot.text.lexicon import lexicon
from qa_bot.text.nominals import Counted
from qa_bot.text.numbers import Number, NumberKind
from qa_bot.text.syntax import TIME, Clause, Syntax

DEATH, PERSON = "die", "person"  # concepts
COME = "visit"  # the concept of coming to an event
CROWDS = functions("en")["crowds"]  # concepts
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
    return _those_hurt(syntax, number, clause)


def _those_hurt(syntax: Syntax, number: Number, clause: Clause) -> Counted | None:
    """The participle of "the number of those injured", where nobody is named; its head is that word."""
    for phrase in syntax.phrases:
        if not clause.first <= phrase.first or syntax.lemma(phrase.head) not in syntax.words["carriers"] - syntax.words["levels"]:
            continue
        at = phrase.last + 1
        while at < number.first and (syntax.tags[at] == "DET" or syntax.tokens[at].lower in syntax.words["anaphors"]):
            at += 1
        led = phrase.last < number.first and syntax.tokens[phrase.last].lower in syntax.words["partitives"]
        hurt = led and at < number.first and _tells_fate(syntax, at)
        concept = syntax.concept_of(at) if hurt else None
        people = concept is not None and (PERSON in befalls().get(concept, ()) or syntax.tokens[at].lower in syntax.words["victims"])
        if people and _PARTING.isdisjoint(syntax.tags[at : number.first]):
            return Counted(phrase.first, at + 1, at)
    return None


def _tells_fate(syntax: Syntax, at: int) -> bool:
    """Whether the word at *at* alone says what befell persons: "those injured", "the number of missing"."""
    return (syntax.tags[at] in ("VBN", "ADJ") and syntax.phrase_at(at) is None) or syntax.tokens[at].lower in syntax.words["victims"]


def died(slots: Slots, syntax: Syntax, toll: Counted) -> Slots:
    """Return the *slots* of a toll: people died, or what its participle says, whatever verb tells how many."""
    hurt = syntax.tags[toll.head] in ("VBN", "ADJ") or syntax.tokens[toll.head].lower in syntax.words["victims"]
    deed = (syntax.concept_of(toll.head) if hurt else None) or DEATH
    if hurt and PERSON not in befalls().get(deed, ()):  # "the number of dead"
        dead = replace(slots, action=None, action_terms=(), negative=False)  # "bringing the number of dead to 19"
        return replace(dead, head=(deed,), counted=syntax.tokens[toll.head].lower, counted_terms=(), actor=None, actor_terms=())
    action = lexicon(syntax.language).action(deed)
    done = syntax.tokens[toll.head].lower if hurt else action.done if action is not None else None
    bare = replace(slots, head=(PERSON,), counted=None, counted_terms=(), actor=None, actor_terms=(), negative=False)
    return replace(bare, action=done, action_terms=(deed,))


def take_crowd(draft: Draft) -> None:
    """Let a crowd, an attendance be persons, who came: "before a crowd of 5,200"."""
    if draft.measure is Measure.COUNT and not CROWDS.isdisjoint(draft.slots.head):
        draft.counts, draft.slots.head = PERSON, (PERSON, *draft.slots.head)
        draft.slots.action_terms = (*draft.slots.action_terms, COME)


def _counts_things(syntax: Syntax, number: Number) -> bool:
    """Whether a noun stands behind the number that names no people: "the toll rose when 12 buses collided"."""
    phrase = syntax.phrase_at(number.last) if number.last < len(syntax.tokens) else None
    if phrase is None or phrase.first > number.last or TIME in syntax.tags[phrase.first : phrase.last]:
        return False
    return phrase.head >= number.last and syntax.concept_of(phrase.head) != PERSON
