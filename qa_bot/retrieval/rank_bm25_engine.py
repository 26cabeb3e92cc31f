"""The reference engine: rank-bm25 over the passages in memory. Readable, without files, and for small corpora only."""

import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Self, TypeAlias

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from qa_bot.retrieval.engine import SCOPE_BOOST, Indexed, Passages

K1, B = 1.2, 0.75  # tantivy's, so that both engines pick much the same candidates

Scores: TypeAlias = NDArray[np.float64]


class _BM25(BM25Okapi):  # type: ignore[misc]  # the library carries no types
    """BM25Okapi whose IDF stays above zero: the library's own is zero or less for a term in half of the passages or more."""

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        for term, frequency in nd.items():
            self.idf[term] = math.log(1 + (self.corpus_size - frequency + 0.5) / (frequency + 0.5))


class _Field:
    """One field of all passages. A field without any term scores nothing: the library would divide by its average length of zero."""

    def __init__(self, texts: list[list[str]]) -> None:
        self._size = len(texts)
        self._bm25 = _BM25(texts, k1=K1, b=B) if any(texts) else None

    def scores(self, term: str) -> Scores:
        if self._bm25 is None or term not in self._bm25.idf:
            return np.zeros(self._size)
        scores: Scores = self._bm25.get_scores([term])
        return scores


class RankBM25Engine:
    """Candidates by rank-bm25, whose tables are built from the passages on the first question."""

    def __init__(self, passages: Passages) -> None:
        self._passages = passages
        self._fields: tuple[_Field, _Field] | None = None
        self._ordinals: Scores | NDArray[np.int64] = np.zeros(0, dtype=np.int64)

    @classmethod
    def write(cls, folder: Path, passages: Iterable[Indexed]) -> None:
        """Write nothing: the records hold all that is needed."""

    @classmethod
    def open(cls, folder: Path, passages: Passages) -> Self:
        """Return the engine; nothing is read before the first question."""
        return cls(passages)

    def candidates(self, terms: Mapping[str, float], *, limit: int, within: Sequence[range] | None = None) -> list[int]:
        """Return the ordinals of the *limit* best passages by BM25 over body and scope."""
        body, scope = self._fields or self._read()
        scores = np.zeros(len(self._ordinals))
        for term, weight in terms.items():
            scores += weight * body.scores(term) + weight * SCOPE_BOOST * scope.scores(term)
        if within is not None:
            inside = np.zeros(len(scores), dtype=bool)
            for part in within:
                inside |= (self._ordinals >= part.start) & (self._ordinals < part.stop)
            scores[~inside] = 0.0
        best = np.argsort(-scores, kind="stable")[: max(limit, 0)]  # stable: ties stay in ordinal order
        return [int(self._ordinals[place]) for place in best if scores[place] > 0]

    def _read(self) -> tuple[_Field, _Field]:
        passages = list(self._passages())
        self._ordinals = np.array([passage.ordinal for passage in passages], dtype=np.int64)
        self._fields = _Field([passage.body for passage in passages]), _Field([passage.scope for passage in passages])
        return self._fields
