"""The second step of ranking: order the engine's candidates by exact statistics of their stored terms.

The score of a passage is a weighted sum of features, each in units of a term's inverse passage frequency: BM25 of the passage and of
its best sentence (Robertson and Zaragoza, 2009), what the title says, terms that follow each other in question and passage alike, how
much of the question is covered at all. Plain strings, lists and floats: this is the inner loop of every question.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from qa_bot.schema import Kind, Query

# All constants were fitted on 4,100 questions of other articles than the ones they were then measured on, in corpora of 1,500 and 9,500
# passages; benchmarks/retrieval_sweep.py repeats it. The optimum is flat: doubling or halving one weight moves R@1 by half a point.
K1, B = 0.9, 0.8  # of the passage; 1.2 and 0.75 lose half a point
SENTENCE_B = 0.4  # sentences differ in length for other reasons than passages: 0.8 loses 0.1
EXPANSION = 0.3  # of another word for the same concept, beside 1 for the word asked, when the engine picks candidates
PREFIX = 5  # letters by which a word that the passage lacks is taken for kin of one that it has ("colonised", "colony")


class Weights(NamedTuple):
    """What each feature counts in the score."""

    passage: float = 1.0
    sentence: float = 1.0
    title: float = 1.0  # and headings
    pairs: float = 0.8
    coverage: float = 1.0
    kin: float = 1.0
    number: float = 0.5
    expansions: float = 0.3


WEIGHTS = Weights()

NUMERIC = frozenset({Kind.COUNT, Kind.SHARE, Kind.COMPARE, Kind.TREND, Kind.SUPERLATIVE, Kind.WHEN})  # answered by a number or a date


class Statistics(NamedTuple):
    """Of the whole index: how many passages there are, and the mean number of terms in a passage and in a sentence."""

    passages: int
    passage_terms: float
    sentence_terms: float


class Row(NamedTuple):
    """A candidate as stored: a line of *body* is a sentence, with a "1" in *numbers* where it holds a number, else a "0".

    The first line of *scope* has title and headings, the second the scope of the passage's figures.
    """

    ordinal: int
    doc_id: str
    body: str
    numbers: str
    scope: str


class Question(NamedTuple):
    """A query as scoring needs it."""

    asked: dict[str, float]  # term -> inverse passage frequency
    expansions: dict[str, float]  # likewise, of the terms that were not asked themselves
    pairs: frozenset[tuple[str, str]]
    numeric: bool


def term_weights(query: Query) -> dict[str, float]:
    """Return the terms to search for with what each counts: 1 for a term of the question, less for an expansion."""
    return dict.fromkeys(query.expansions, EXPANSION) | dict.fromkeys(query.terms, 1.0)


def read_question(query: Query, frequencies: Mapping[str, int], statistics: Statistics) -> Question:
    """Return *query* with its terms weighted by *frequencies* (term -> passages that hold it)."""

    def weighted(terms: Iterable[str]) -> dict[str, float]:
        return {term: _inverse(frequencies.get(term, 0), statistics.passages) for term in terms}

    asked = weighted(query.terms)
    expansions = weighted(term for term in query.expansions if term not in asked)
    return Question(asked, expansions, frozenset(pairwise(query.terms)), query.kind in NUMERIC)


def order(question: Question, rows: Sequence[Row], statistics: Statistics) -> list[tuple[float, int]]:
    """Return (score, ordinal) of *rows*, the best first, ties by ordinal. Scores compare within one question only."""
    scored = [(score(features(question, row, statistics)), row.ordinal) for row in rows]
    return sorted(scored, key=lambda pair: (-pair[0], pair[1]))


def score(values: Weights, weights: Weights = WEIGHTS) -> float:
    """Return the weighted sum of the features' *values*."""
    return round(sum(weight * value for weight, value in zip(weights, values, strict=True)), 6)


def features(question: Question, row: Row, statistics: Statistics) -> Weights:
    """Return the value of each feature of the passage in *row*."""
    asked, expansions = question.asked, question.expansions
    counts: dict[str, int] = {}
    others: dict[str, int] = {}
    pairs: set[tuple[str, str]] = set()
    best, best_with_number, length = 0.0, 0.0, 0
    for line, number in zip(row.body.split("\n"), row.numbers, strict=True):
        terms = line.split()
        length += len(terms)
        here = _counted(terms, asked)
        if here:
            value = _bm25(here, asked, len(terms) / statistics.sentence_terms, SENTENCE_B)
            best = max(best, value)
            if number == "1":
                best_with_number = max(best_with_number, value)
            for term, count in here.items():
                counts[term] = counts.get(term, 0) + count
            pairs.update(question.pairs.intersection(pairwise(terms)))
        for term, count in _counted(terms, expansions).items():
            others[term] = others.get(term, 0) + count
    title, scope = (set(line.split()) for line in row.scope.split("\n"))
    covered = {term for term in asked if term in counts or term in title or term in scope}
    relative = length / statistics.passage_terms
    return Weights(
        passage=_bm25(counts, asked, relative, B),
        sentence=best,
        title=sum(asked[term] for term in asked if term in title),
        pairs=sum(asked[first] + asked[second] for first, second in sorted(pairs)),
        coverage=sum(asked[term] for term in asked if term in covered),
        kin=sum(asked[term] for term in asked if term not in covered and _has_kin(term, row.body)),
        number=best_with_number if question.numeric else 0.0,
        expansions=_bm25(others, expansions, relative, B),
    )


def _inverse(found: int, passages: int) -> float:
    return math.log(1 + (passages - found + 0.5) / (found + 0.5))


def _counted(terms: Sequence[str], wanted: Mapping[str, float]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for term in terms:
        if term in wanted:
            counts[term] = counts.get(term, 0) + 1
    return counts


def _bm25(counts: Mapping[str, int], weights: Mapping[str, float], relative_length: float, b: float) -> float:
    norm = K1 * (1 - b + b * relative_length)
    return sum(weights[term] * count * (K1 + 1) / (count + norm) for term, count in counts.items())


def _has_kin(term: str, body: str) -> bool:
    start = term[:PREFIX]
    return len(start) == PREFIX and (body.startswith(start) or f" {start}" in body or f"\n{start}" in body)
