"""Which blocks of a page are its text, told by aligning them with the text that somebody wrote down for the page.

Needs rapidfuzz, which is in the base.
"""

from collections import Counter
from collections.abc import Sequence

from page_sets import Sample, words
from rapidfuzz.distance import LCSseq

from qa_bot.ingest.flow import Shown

ENOUGH = 0.6  # of the words of a block that stand in the text, in this order
SCATTERED = 3  # times its own length over which the words of a block may stand in the text; farther apart, they were found by chance
THERE = 0.75  # of the words of the text that the blocks of its page must hold for it to be learned from
LONGEST = 30_000  # words of a page


def labels(sample: Sample, blocks: Sequence[Shown]) -> list[float] | None:
    """Return for each block which share of it is of the text; None if the page has another text."""
    shown, owner = [], []
    for at, block in enumerate(blocks):
        for word in words(block.text):
            shown.append(word)
            owner.append(at)
    meant = words(sample.text)
    if len(shown) > LONGEST or len(meant) > LONGEST or (Counter(meant) & Counter(shown)).total() < THERE * len(meant):
        return None
    places: dict[int, list[int]] = {}
    for step in LCSseq.opcodes(meant, shown):
        if step.tag == "equal":
            for at, place in zip(range(step.dest_start, step.dest_end), range(step.src_start, step.src_end), strict=True):
                places.setdefault(owner[at], []).append(place)
    sizes = Counter(owner)
    return [_share(places.get(at, []), sizes[at]) for at in range(len(blocks))]


def _share(places: Sequence[int], size: int) -> float:
    """Return the share of a block's words that stand together in the text."""
    if not places or places[-1] - places[0] > SCATTERED * size + 3:
        return 0.0
    return len(places) / size
