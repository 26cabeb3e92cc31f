"""Whether the best span is an answer, and if not, which slot of the question nothing fits."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from qa_bot.answer.evidence import Evidence, Term
from qa_bot.answer.sights import Sight
from qa_bot.answer.spans import Matched
from qa_bot.answer.wanted import Wanted
from qa_bot.text.lexicon import lexicon

SLOTS = ("period", "entity", "action", "counted")
_ASKED = {"who": "actor", "whose": "actor", "where": "place", "when": "period", "why": "reason", "number": "counted"}
LEAD = 8.0  # in score before the next sentence: more says no more
HIT = 0.85  # of the best passage's score: in a long document the answer may well stand in a lesser passage
THIN = 0.6  # share of the question's weight below which evidence is thin
OFFICES = frozenset({"who:be", "what:be:person"})  # "who is the captain of": without the captain, any name would do
_NEGATION = 3  # tokens before a verb in which "not" denies it


class Judged(NamedTuple):
    """A span of a sentence, characters start..end into it, with its score and its share of all spans' odds.

    *acts*: the sentence has the question's verb. *opposed*: it says the opposite ("granted" for "refused"), or denies what the question
    takes for done.
    """

    evidence: Evidence
    start: int
    end: int
    score: float
    odds: float
    acts: bool
    opposed: bool


def is_opposed(seen: Sight, matched: Matched, terms: Sequence[Term], question: Wanted) -> bool:
    """Return whether the sentence says the opposite of what the question asks about."""
    said = {concept for concept in seen.concepts if concept is not None}
    words = lexicon(seen.language)
    for term in terms:
        concept = term.item.concept
        action = words.action(concept) if concept is not None and concept not in said else None
        if action is not None and not said.isdisjoint(action.opposites):
            return True
    denied = [at for at in matched.verbs if "not" in seen.cues[max(0, at - _NEGATION) : at]]
    return bool(matched.verbs) and bool(denied) != question.negated


def decision_features(judged: Sequence[Judged]) -> tuple[tuple[str, float], ...]:
    """Return what tells whether the first of *judged* is an answer, with its amount."""
    best = judged[0]
    evidence = best.evidence
    absent = evidence.absent
    second = judged[1].score if len(judged) > 1 else best.score
    covered = evidence.said + evidence.around
    names = sum(term.weight for term in absent if term.item.name)
    return (
        ("score", best.score),
        ("lead", min(best.score - second, LEAD)),
        ("odds", best.odds),
        ("said", evidence.said),
        ("around", evidence.around),
        ("thin", max(0.0, THIN - covered)),
        ("hit", max(evidence.hit, HIT)),
        ("absent name", min(names, 1.0)),
        ("absent verb", float(any(term.item.verb and not term.item.light for term in absent))),
        ("absent terms", float(sum(not (term.item.focus or term.item.light) for term in absent))),
        ("heaviest absent", max((term.weight for term in absent), default=0.0)),
        ("acts", float(best.acts)),
        ("opposed", float(best.opposed)),
    )


def is_answer(judged: Sequence[Judged], question: Wanted, weights: Mapping[str, float]) -> bool:
    """Return whether the first of *judged* answers: any number asked is there, the office of "who is the ...", and evidence enough."""
    absent = judged[0].evidence.absent
    if any(term.item.number or (term.item.focus and question.sort in OFFICES) for term in absent):
        return False
    return weights["bias"] + sum(weights.get(name, 0.0) * amount for name, amount in decision_features(judged)) > 0


def missing_slots(evidence: Evidence, question: Wanted, *, answered: bool) -> tuple[str, ...]:
    """Return the slots of the question that nothing around the sentence fits; never empty for a sentence that is no answer."""
    slots = {_slot(term) for term in evidence.absent}
    found = tuple(slot for slot in SLOTS if slot in slots)
    return found if found or answered else (_ASKED.get(question.group, "counted"),)


def _slot(term: Term) -> str:
    item = term.item
    if item.number:
        return "period" if len(item.stem) == 4 and item.stem.isdigit() else "counted"
    return "entity" if item.name else "action" if item.verb else "counted"
