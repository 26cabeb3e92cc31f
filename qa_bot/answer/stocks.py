"""How many somebody has: "how many branches does the bank have" is answered by those there are, and not by those closed."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from qa_bot.answer.deeds import DEEDLESS, EXISTING
from qa_bot.schema import Candidate, Query
from qa_bot.text.asking import asking
from qa_bot.text.tokens import tokenize

_CACHED = 256


def of_stock(query: Query, chosen: list[Candidate], still: Sequence[Candidate]) -> list[Candidate]:
    """Return *chosen* where what somebody has is asked for without those to whom something was done, whenever that was, if *still*, those
    of which no deed is told, has a figure of their document."""
    if not _asks_what_is_had(query.text, query.language):
        return chosen
    told = {c.figure.doc_id for c in still if c.figure.label is None}
    return [c for c in chosen if c.figure.doc_id not in told or {*c.figure.terms.action} <= DEEDLESS | EXISTING]


@lru_cache(maxsize=_CACHED)
def _asks_what_is_had(question: str, language: str) -> bool:
    """Whether a verb of having ends the question or stands before a place or time; in Russian whether «у» does anywhere."""
    lowers = [token.lower for token in tokenize(question)]
    words = asking(language).words
    ends = words["had_ends"]  # "" for anything
    return any(lower in words["had"] and ("" in ends or then in ends) for lower, then in pairwise([*lowers, "?"]))
