"""Whether the best span is an answer, and if not, which slot of the question nothing fits.

Every content word of the question is accounted for: what it is in the question (a name, its verb ...) and where it is said, from the
clause of the answer to nowhere. How much each of these speaks for or against an answer is learned (tools/train_reader.py).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from qa_bot.answer.evidence import Evidence, Term, places
from qa_bot.answer.sights import CONTENT, Sight
from qa_bot.answer.spans import Matched
from qa_bot.answer.wanted import Item, Wanted
from qa_bot.text.lexicon import lexicon
from qa_bot.text.syntax import TIME

SLOTS = ("period", "entity", "action", "counted")
_ASKED = {"who": "actor", "whose": "actor", "where": "place", "when": "period", "why": "reason", "number": "counted"}
LEAD = 8.0  # in score before the next sentence: more says no more
HIT = 0.85  # of the best passage's score: in a long document the answer may well stand in a lesser passage
THIN = 0.6  # share of the question's weight below which evidence is thin
OFFICES = frozenset({"who:be", "what:be:person"})  # "who is the captain of": without the captain, any name would do
_NEGATION = 3  # tokens before a verb in which "not" denies it
_NAMES = frozenset({"PROPN", "X"})
_NUMERIC = frozenset({"NUM", TIME, "SYM"})


class Judged(NamedTuple):
    """A span of a sentence, tokens first..last of *seen*, with its score and its share of all spans' odds."""

    evidence: Evidence
    seen: Sight
    matched: Matched
    terms: tuple[Term, ...]
    first: int
    last: int
    score: float
    odds: float

    @property
    def start(self) -> int:
        """Where the span starts in its sentence."""
        return self.seen.starts[self.first]

    @property
    def end(self) -> int:
        """Where the span ends in its sentence."""
        return self.seen.ends[self.last]


def is_opposed(one: Judged) -> bool:
    """Return whether the sentence says the opposite of what the question asks about: "granted" for "refused"."""
    said = {concept for concept in one.seen.concepts if concept is not None}
    words = lexicon(one.seen.language)
    for term in one.terms:
        concept = term.item.concept
        action = words.action(concept) if concept is not None and concept not in said else None
        if action is not None and not said.isdisjoint(action.opposites):
            return True
    return False


def is_denied(one: Judged, question: Wanted) -> bool:
    """Return whether the sentence denies what the question takes for done, or the other way round."""
    cues = one.seen.cues
    denied = any("not" in cues[max(0, at - _NEGATION) : at + 2] for at in one.matched.verbs)
    if question.negated:
        return "not" not in cues
    return denied


# ---------------------------------------------------------------- the account of the question's words


def _role(item: Item) -> str:
    """What a word is in the question."""
    if item.number:
        return "number"
    if item.name:
        return "name"
    if item.light:
        return "light"
    return "focus" if item.focus else "verb" if item.verb else "word"


def _account(one: Judged) -> Iterator[tuple[Term, str]]:
    """Yield each term of the question with where it is said.

    In the clause of the answer or elsewhere in its sentence, there by another word, in the sentence beside, the passage, the title,
    another passage of the document, or nowhere.
    """
    matched = one.matched
    left, right = matched.bars[one.first], matched.bars[one.last + 1]
    found: dict[int, str] = {}
    for at, index in enumerate(matched.terms):
        if index < 0 or found.get(index) == "clause":
            continue
        if one.seen.stems[at] != one.terms[index].item.stem:
            found.setdefault(index, "kindred")
        elif left <= matched.bars[at] <= right:
            found[index] = "clause"
        else:
            found[index] = "sentence"
    rest = [term for index, term in enumerate(one.terms) if index not in found]
    around = iter(places(one.evidence, rest))
    for index, term in enumerate(one.terms):
        yield term, found[index] if index in found else next(around)


def decision_features(judged: Sequence[Judged], question: Wanted) -> tuple[tuple[str, float], ...]:
    """Return what tells whether the first of *judged* is an answer, with its amount."""
    best = judged[0]
    evidence = best.evidence
    second = judged[1].score if len(judged) > 1 else best.score
    total = sum(term.weight for term in best.terms) or 1.0
    amounts: defaultdict[str, float] = defaultdict(float)
    for term, place in _account(best):
        role = _role(term.item)
        amounts[f"{role} {place}"] += 1.0
        amounts[f"share {role} {place}"] += term.weight / total
    amounts["rival name"] = float(_has_rival(best, amounts))
    amounts["opposed"] = float(is_opposed(best))
    amounts["denied"] = float(is_denied(best, question))
    amounts[f"untyped {question.group}"] = float(not _is_typed(best, question))
    amounts[f"score {question.group}"] = best.score
    covered = evidence.said + evidence.around
    return (
        ("score", best.score),
        ("lead", min(best.score - second, LEAD)),
        ("odds", best.odds),
        ("said", evidence.said),
        ("around", evidence.around),
        ("thin", max(0.0, THIN - covered)),
        ("hit", max(evidence.hit, HIT)),
        (f"asks {question.group}", 1.0),
        *sorted(amounts.items()),
    )


def _has_rival(one: Judged, amounts: Mapping[str, float]) -> bool:
    """Whether a name of the question is not in the sentence, and another name is."""
    away = sum(amounts.get(f"name {place}", 0.0) for place in ("beside", "passage", "title", "elsewhere", "absent"))
    if not away:
        return False
    seen, terms = one.seen, one.matched.terms
    return any(
        tag in _NAMES and terms[at] < 0 and not one.first <= at <= one.last and at > 0 for at, tag in enumerate(seen.tags) if tag in CONTENT
    )


def _is_typed(one: Judged, question: Wanted) -> bool:
    """Whether the span is of the sort that is asked: a time for "when", a number for "how many", a name for "who"."""
    tags = one.seen.tags[one.first : one.last + 1]
    if question.group == "when":
        return TIME in tags or "NUM" in tags
    if question.group == "number":
        return not _NUMERIC.isdisjoint(tags)
    if question.group in ("who", "where"):
        return not _NAMES.isdisjoint(tags)
    return True


# ---------------------------------------------------------------- the decision


def is_answer(judged: Sequence[Judged], question: Wanted, weights: Mapping[str, float]) -> bool:
    """Return whether the first of *judged* answers: any number asked is there, the office of "who is the ...", and evidence enough."""
    absent = judged[0].evidence.absent
    if any(term.item.number or (term.item.focus and question.sort in OFFICES) for term in absent):
        return False
    return confidence(judged, question, weights) > 0


def confidence(judged: Sequence[Judged], question: Wanted, weights: Mapping[str, float]) -> float:
    """Return the log-odds that the first of *judged* is an answer."""
    return weights["bias"] + sum(weights.get(name, 0.0) * amount for name, amount in decision_features(judged, question))


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
