"""Cells of a league table that hold a score: "47-15" under "Goals" are 47 for and 15 against, and so "29-31" is no range."""

import re
from collections.abc import Sequence

from qa_bot.figures.draft import Draft
from qa_bot.schema import Bound

_PAIR = re.compile(r"(\d+)\s*[-–—−:]\s*(\d+)(?![\d.,%])")


def read_scores(drafts: Sequence[Draft]) -> None:
    """Make of *drafts*, the figures of one column, those before the sign where in any of them that number is the greater one."""
    pairs = [(draft, pair) for draft in drafts if (pair := _PAIR.match(draft.unit.document.text, draft.start)) is not None]
    if not any(int(pair[1]) > int(pair[2]) for _, pair in pairs):
        return
    for draft, pair in pairs:
        draft.upper, draft.bound, draft.end = None, Bound.EXACT, pair.end(1)
