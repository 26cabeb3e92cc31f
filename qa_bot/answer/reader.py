"""The sentence that answers a question in words, and the words in it that do.

Rules say which spans of which sentences may answer (`spans`), and a log-linear model learned from questions with known answers says which
of them does (tools/train_reader.py). Whether it is an answer at all is decided by what of the question is missing around it.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from qa_bot.answer.evidence import Evidence, Term, rank, weigh
from qa_bot.answer.sights import sight
from qa_bot.answer.spans import best_spans, match_tokens, sentence_features
from qa_bot.answer.wanted import Wanted, wanted
from qa_bot.schema import Hit, Passage, Query, Span

SENTENCES = 4  # read closely; the gold sentence of 91 % of the development questions is among them, of 93 % among 5


class Reading(NamedTuple):
    """A sentence that may answer, and the span of its fewest words that do; spans are into the document.

    *coverage* is the share of the question's weight that the sentence, its passage and title say; *missing* are the slots of the question
    that nothing there fits: "period", "entity", "action", "counted".
    """

    passage: Passage
    sentence: Span
    short: Span
    score: float
    coverage: float
    answerable: bool
    missing: tuple[str, ...]


class Judged(NamedTuple):
    """A span of a sentence, characters start..end into it, with its score and its share of all spans' odds."""

    evidence: Evidence
    start: int
    end: int
    score: float
    odds: float
    role: str
    verb: bool


def read(query: Query, hits: Sequence[Hit], *, top: int = 5) -> list[Reading]:
    """Return the readings of the best passages, the best first, one a sentence; empty when nothing is even related."""
    judged = judge(query, hits, model().spans)
    return [_reading(one, judged) for one in judged[:top]]


def judge(query: Query, hits: Sequence[Hit], weights: Mapping[str, float]) -> list[Judged]:
    """Return the best span of each sentence that may answer, the best first."""
    question = wanted(query)
    if not question.items or not hits:
        return []
    terms = weigh(query, question, hits)
    found = [one for evidence in rank(hits, terms, top=SENTENCES) for one in _best(evidence, terms, question, weights)]
    if not found:
        return []
    highest = max(one.score for one in found)
    total = sum(exp(one.score - highest) for one in found)
    found = [one._replace(odds=exp(one.score - highest) / total) for one in found]
    return sorted(found, key=lambda one: (-one.score, one.evidence.rank, one.evidence.sentence.start))


def _best(evidence: Evidence, terms: Sequence[Term], question: Wanted, weights: Mapping[str, float]) -> list[Judged]:
    offset = evidence.passage.span.start
    seen = sight(evidence.passage.text[evidence.sentence.start - offset : evidence.sentence.end - offset])
    matched = match_tokens(seen, terms, question)
    spans = best_spans(seen, matched, question, weights)
    if not spans:
        return []
    best = max(spans, key=lambda span: (span.score, -span.first, -span.last))
    whole = sum(weights.get(f"* {name}", 0.0) * amount for name, amount in sentence_features(evidence))
    return [Judged(evidence, seen.starts[best.first], seen.ends[best.last], best.score + whole, 0.0, question.role, bool(matched.verbs))]


def _reading(one: Judged, judged: Sequence[Judged]) -> Reading:
    evidence = one.evidence
    start = evidence.sentence.start
    missing = _missing(evidence)
    return Reading(
        passage=evidence.passage,
        sentence=evidence.sentence,
        short=Span(start=start + one.start, end=start + one.end),
        score=round(one.score, 4),
        coverage=round(evidence.said + evidence.around, 4),
        answerable=_answerable(one, judged),
        missing=missing,
    )


def _missing(evidence: Evidence) -> tuple[str, ...]:
    slots = {_slot(term) for term in evidence.absent}
    return tuple(slot for slot in ("period", "entity", "action", "counted") if slot in slots)


def _slot(term: Term) -> str:
    item = term.item
    if item.number:
        return "period" if len(item.stem) == 4 and item.stem.isdigit() else "counted"
    return "entity" if item.name else "action" if item.verb else "counted"


def _answerable(one: Judged, judged: Sequence[Judged]) -> bool:
    weights = model().answerable
    total = weights["bias"] + sum(
        weights.get(name, 0.0) * amount for name, amount in decision_features([one, *(o for o in judged if o is not one)])
    )
    return total > 0


def decision_features(judged: Sequence[Judged]) -> tuple[tuple[str, float], ...]:
    """Return what tells whether the first of *judged* is an answer."""
    best = judged[0]
    evidence = best.evidence
    absent = evidence.absent
    return (
        ("score", best.score),
        ("odds", best.odds),
        ("said", evidence.said),
        ("around", evidence.around),
        ("hit", evidence.hit),
        ("absent name", float(any(term.item.name for term in absent))),
        ("absent verb", float(any(term.item.verb for term in absent))),
        ("absent focus", float(any(term.item.focus for term in absent))),
        ("absent other", float(len(absent))),
        ("verb near", float(best.verb)),
    )


class Model(NamedTuple):
    """Weights by feature, of spans and of the decision whether there is an answer."""

    spans: Mapping[str, float]
    answerable: Mapping[str, float]


@cache
def model() -> Model:
    """Return the weights as learned; loaded once."""
    data = json.loads(files("qa_bot.answer").joinpath("data", "reader.json").read_text("utf-8"))
    return Model(data["spans"], data["answerable"])
