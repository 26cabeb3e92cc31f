"""The second step of ranking: order the engine's candidates by exact statistics of their stored terms.

The score of a passage is a weighted sum of features, each in units of a term's inverse passage frequency: BM25 of the passage and of
its best sentence (Robertson and Zaragoza, 2009), what the title says, terms that follow each other in question and passage alike, how
much of the question is covered at all. Plain strings, lists and floats: this is the inner loop of every question.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import mul
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
    """A candidate: its terms, each between two spaces, and sentences between line ends, so that " term " is found by text search."""

    ordinal: int
    doc_id: str
    body: str
    places: Mapping[str, tuple[int, ...]]  # by the terms of the body: the number of the sentence, from 0, that each occurrence stands in
    lengths: list[int]  # how many terms each sentence has
    numbers: str  # "1" for each sentence that holds a number, "0" for each other
    title: str  # and headings
    scope: str  # of its figures


class Term(NamedTuple):
    """A term of the question with its inverse passage frequency, and as it is looked for in stored lines."""

    term: str
    weight: float
    padded: str  # " term "
    start: str  # " ter": what its kin begin with; empty for a short term


class Question(NamedTuple):
    """A query as scoring needs it."""

    terms: tuple[Term, ...]
    expansions: tuple[tuple[float, str, str], ...]  # weight, term and padded term, of the terms that were not asked themselves
    pairs: tuple[tuple[float, str, str], ...]  # weight, the first term and both padded, of two terms that follow each other
    numeric: bool
    passage_norm: tuple[float, float]  # BM25's for a passage without terms, and what each term adds
    sentence_norm: tuple[float, float]
    expanded: frozenset[str]  # the terms of *expansions*
    repeats: bool  # whether a term follows itself
    titles: dict[str, frozenset[str]]  # by the titles that were looked at: passages of a document have the same one

    def titled(self, title: str) -> frozenset[str]:
        """Return the terms that *title* holds."""
        held = self.titles.get(title)
        if held is None:
            held = self.titles[title] = frozenset([term.term for term in self.terms if term.padded in title])
        return held


def term_weights(query: Query) -> dict[str, float]:
    """Return the terms to search for with what each counts: 1 for a term of the question, less for an expansion."""
    return dict.fromkeys(query.expansions, EXPANSION) | dict.fromkeys(query.terms, 1.0)


def read_question(query: Query, frequencies: Mapping[str, int], statistics: Statistics) -> Question:
    """Return *query* with its terms weighted by *frequencies* (term -> passages that hold it)."""

    weights = {term: _inverse(frequencies.get(term, 0), statistics.passages) for term in (*query.terms, *query.expansions)}
    pairs = dict.fromkeys(pairwise(query.terms))
    return Question(
        terms=tuple(
            Term(term, weights[term], f" {term} ", f" {term[:PREFIX]}" if len(term) >= PREFIX else "")
            for term in dict.fromkeys(query.terms)
        ),
        expansions=tuple((weights[term], term, f" {term} ") for term in dict.fromkeys(query.expansions) if term not in query.terms),
        pairs=tuple((weights[one] + weights[two], one, f" {one} {two} ") for one, two in pairs),
        numeric=query.kind in NUMERIC,
        passage_norm=(K1 * (1 - B), K1 * B / statistics.passage_terms),
        sentence_norm=(K1 * (1 - SENTENCE_B), K1 * SENTENCE_B / statistics.sentence_terms),
        expanded=frozenset(query.expansions).difference(query.terms),
        repeats=any(one == two for one, two in pairs),
        titles={},
    )


def order(question: Question, rows: Sequence[Row], weights: Weights = WEIGHTS) -> list[tuple[float, int]]:
    """Return (score, ordinal) of *rows*, the best first, ties by ordinal. Scores compare within one question only."""
    scored = sorted([(-score(features(question, row), weights), row.ordinal) for row in rows])
    return [(-negative, ordinal) for negative, ordinal in scored]


def score(values: Weights, weights: Weights = WEIGHTS) -> float:
    """Return the weighted sum of the features' *values*."""
    return round(sum(map(mul, weights, values), 0.0), 6)


def features(question: Question, row: Row) -> Weights:
    """Return the value of each feature of the passage in *row*."""
    _, _, body, places, lengths, numbers, title, scope = row
    find = places.get
    empty, each = question.passage_norm
    norm = empty + each * sum(lengths)
    titled = question.titled(title)
    passage = in_title = covered = kin = 0.0
    found: list[tuple[float, tuple[int, ...]]] = []  # the weight of each term that is there, and the sentences that it stands in
    for term, weight, padded, start in question.terms:
        here = find(term)
        if term in titled:
            in_title += weight
            covered += weight
        elif here is not None or padded in scope:
            covered += weight
        elif start and start in body:
            kin += weight
        if here is not None:
            passage += weight * len(here) / (len(here) + norm)
            found.append((weight, here))
    sentence, number = _best(question, found, lengths, numbers) if found else (0.0, 0.0)
    expansions = pairs = 0.0
    if not places.keys().isdisjoint(question.expanded):
        expansions = sum(
            [weight * n / (n + norm) for weight, term, padded in question.expansions if term in places and (n := body.count(padded))]
        )
    if found and (len(found) > 1 or question.repeats):
        pairs = sum([weight for weight, one, both in question.pairs if one in places and both in body])
    return Weights(
        (K1 + 1) * passage,
        (K1 + 1) * sentence,
        in_title,
        pairs,
        covered,
        kin,
        (K1 + 1) * number,
        (K1 + 1) * expansions,
    )


def _best(question: Question, found: Sequence[tuple[float, tuple[int, ...]]], lengths: Sequence[int], numbers: str) -> tuple[float, float]:
    """Return BM25 of the best sentence by the terms *found*, and of the best one with a number where the question asks for one."""
    empty, each = question.sentence_norm
    sums: dict[int, float] = {}
    for weight, places in found:
        for place in places if len(places) == 1 else set(places):
            times = places.count(place)
            sums[place] = sums.get(place, 0.0) + weight * times / (times + empty + each * lengths[place])
    best = max(sums.values())
    if not question.numeric:
        return best, 0.0
    return best, max([value for place, value in sums.items() if numbers[place : place + 1] == "1"], default=0.0)


def places_of(body: str) -> dict[str, tuple[int, ...]]:
    """Return where each term of *body* stands: the number of the sentence, from 0, of each occurrence."""
    found: dict[str, tuple[int, ...]] = {}
    for at, sentence in enumerate(body.split("\n")):
        once = (at,)  # one object for all terms that stand there alone, as most do
        for term in sentence.split():
            found[term] = found[term] + once if term in found else once
    return found


def _inverse(found: int, passages: int) -> float:
    return math.log(1 + (passages - found + 0.5) / (found + 0.5))
