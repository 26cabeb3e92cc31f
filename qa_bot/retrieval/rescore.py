"""The second step of ranking: order the engine's candidates by exact statistics of their stored terms.

The score of a passage is a weighted sum over the question's terms, each with its inverse passage frequency: BM25 of the passage and of
its best sentence (Robertson and Zaragoza, 2009), the terms found in title, headings and scope of the figures, and pairs of terms that
follow each other in question and passage alike. Plain lists and floats: this is the inner loop of every question.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from qa_bot.schema import Kind, Query

K1, B = 0.9, 0.8  # swept; the common 1.2 and 0.75 lose half a point of R@1
EXPANSION = 0.3  # weight of another word for the same concept, beside 1 for the word asked
NUMERIC = frozenset({Kind.COUNT, Kind.SHARE, Kind.COMPARE, Kind.TREND, Kind.SUPERLATIVE, Kind.WHEN})


class Weights(NamedTuple):
    """What each feature counts in the score."""

    passage: float = 1.0
    sentence: float = 0.6
    title: float = 0.5
    headings: float = 0.3
    scope: float = 0.1
    pairs: float = 0.3
    number: float = 0.02


WEIGHTS = Weights()


class Statistics(NamedTuple):
    """Of the whole index: how many passages there are, and the mean number of terms in a passage and in a sentence."""

    passages: int
    passage_terms: float
    sentence_terms: float


class Row(NamedTuple):
    """A candidate as stored: a line of *body* is a sentence; the lines of *scope* are title, headings and scope of the figures."""

    ordinal: int
    doc_id: str
    body: str
    scope: str
    figures: int


class Question(NamedTuple):
    """A query as scoring needs it."""

    weights: dict[str, float]  # term -> weight times inverse passage frequency
    pairs: frozenset[tuple[str, str]]
    mass: float  # the sum of the asked terms' weights: the scale of the scores
    numeric: bool


def term_weights(query: Query) -> dict[str, float]:
    """Return the terms to search for with what each counts: 1 for a term of the question, less for an expansion."""
    return dict.fromkeys(query.expansions, EXPANSION) | dict.fromkeys(query.terms, 1.0)


def read_question(query: Query, frequencies: Mapping[str, int], statistics: Statistics) -> Question:
    """Return *query* with its terms weighted by *frequencies* (term -> passages that hold it)."""
    size = statistics.passages
    weights = {
        term: weight * math.log(1 + (size - found + 0.5) / (found + 0.5))
        for term, weight in term_weights(query).items()
        for found in (frequencies.get(term, 0),)
    }
    mass = sum(weights[term] for term in dict.fromkeys(query.terms))
    pairs = frozenset(pairwise(query.terms))
    return Question(weights, pairs, mass, query.kind in NUMERIC)


def score(question: Question, row: Row, statistics: Statistics, weights: Weights = WEIGHTS) -> float:
    """Return how well the passage of *row* fits the question; comparable within one question only."""
    total = 0.0
    for weight, value in zip(weights, features(question, row, statistics), strict=True):
        total += weight * value
    return round(total, 6)


def features(question: Question, row: Row, statistics: Statistics) -> Weights:
    """Return the value of each feature, in the order of `Weights`."""
    weights = question.weights
    counts: dict[str, int] = {}
    pairs: set[tuple[str, str]] = set()
    best, length = 0.0, 0
    for line in row.body.split("\n"):
        terms = line.split()
        length += len(terms)
        found = [term for term in terms if term in weights]
        if not found:
            continue
        here: dict[str, int] = {}
        for term in found:
            here[term] = here.get(term, 0) + 1
        best = max(best, _bm25(here, weights, len(terms) / statistics.sentence_terms))
        for term, count in here.items():
            counts[term] = counts.get(term, 0) + count
        if len(here) > 1:
            pairs.update(pair for pair in pairwise(terms) if pair in question.pairs)
    title, headings, scope = (_matched(line, weights) for line in row.scope.split("\n"))
    return Weights(
        passage=_bm25(counts, weights, length / statistics.passage_terms),
        sentence=best,
        title=title,
        headings=headings,
        scope=scope,
        pairs=sum(weights[first] + weights[second] for first, second in sorted(pairs)),
        number=question.mass if question.numeric and row.figures else 0.0,
    )


def _bm25(counts: Mapping[str, int], weights: Mapping[str, float], relative_length: float) -> float:
    norm = K1 * (1 - B + B * relative_length)
    return sum(weights[term] * count * (K1 + 1) / (count + norm) for term, count in counts.items())


def _matched(line: str, weights: Mapping[str, float]) -> float:
    return sum(weights[term] for term in dict.fromkeys(line.split()) if term in weights)


def order(question: Question, rows: Sequence[Row], statistics: Statistics) -> list[tuple[float, int]]:
    """Return (score, ordinal) of *rows*, the best first, ties by ordinal."""
    scored = [(score(question, row, statistics), row.ordinal) for row in rows]
    return sorted(scored, key=lambda pair: (-pair[0], pair[1]))
