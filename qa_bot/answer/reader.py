"""The reader: placeholder until the trained one lands."""

from collections.abc import Sequence
from typing import NamedTuple

from qa_bot.schema import Hit, Passage, Query, Span


class Reading(NamedTuple):
    passage: Passage
    sentence: Span
    short: Span
    score: float
    coverage: float
    answerable: bool
    missing: tuple[str, ...]


def read(query: Query, hits: Sequence[Hit], *, top: int = 5) -> list[Reading]:
    return []
