"""A third engine in one file, as another package would bring it: postings as JSON, scored by a few lines of BM25."""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Self

from qa_bot.retrieval.engine import SCOPE_BOOST, Indexed, Passages

K1, B = 1.2, 0.75


class ToyEngine:
    def __init__(self, fields: Sequence[Mapping[int, Mapping[str, int]]]) -> None:
        self._fields = fields  # ordinal -> term -> how often, of body and of scope

    @classmethod
    def write(cls, folder: Path, passages: Iterable[Indexed]) -> None:
        counted = [(passage.ordinal, Counter(passage.body), Counter(passage.scope)) for passage in passages]
        (folder / "postings.json").write_text(json.dumps(counted), encoding="utf-8")

    @classmethod
    def open(cls, folder: Path, passages: Passages) -> Self:
        counted = json.loads((folder / "postings.json").read_text(encoding="utf-8"))
        return cls([{row[0]: row[field] for row in counted} for field in (1, 2)])

    def candidates(self, terms: Mapping[str, float], *, limit: int, within: Sequence[range] | None = None) -> list[int]:
        scores: dict[int, float] = defaultdict(float)
        for field, boost in zip(self._fields, (1.0, SCOPE_BOOST), strict=True):
            mean = sum(sum(counts.values()) for counts in field.values()) / max(1, len(field)) or 1.0
            for term, weight in terms.items():
                holding = {ordinal: counts for ordinal, counts in field.items() if term in counts}
                rarity = math.log(1 + (len(field) - len(holding) + 0.5) / (len(holding) + 0.5))
                for ordinal, counts in holding.items():
                    norm = K1 * (1 - B + B * sum(counts.values()) / mean)
                    scores[ordinal] += boost * weight * rarity * counts[term] * (K1 + 1) / (counts[term] + norm)
        inside = [ordinal for ordinal in scores if within is None or any(ordinal in part for part in within)]
        return sorted(inside, key=lambda ordinal: (-round(scores[ordinal], 9), ordinal))[: max(limit, 0)]
