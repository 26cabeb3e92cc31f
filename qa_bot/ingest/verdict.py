"""Which blocks of a web page are its text: a forest of small trees weighs what is known of each block (`traits`).

Learned from real pages by tools/train_pages.py, and kept in data/pages.json.
"""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qa_bot.forest import Forest, forest_of, weigh_signs
from qa_bot.ingest.flow import Shown
from qa_bot.ingest.mainpart import content_of, is_title
from qa_bot.ingest.traits import Odds, traits_of
from qa_bot.schema import BlockKind

# Log-odds above which a block that the rules of `mainpart` keep is text. On sites held out, in % of the characters kept / let in: by the
# rules alone WCXB's articles 98.2 / 6.8, Russian news 90.9 / 34; by the trees alone 98.9 / 6.0 and 91.2 / 14; by both 98.8 / 6.1 and
# 91.6 / 17. Of tests/pages, which the rules were written on, the trees alone let in 5 %. A second forest that knew what the first said of
# the blocks around gained nothing.
LEAST = -0.7
LEAST_TABLE, LEAST_CAPTION, LEAST_HEADING = -1.5, -2.0, -1.6  # those who wrote down the text of pages often left these out
LEAST_ANEW = 0.3  # for one that the rules do not keep, on a page of which they keep little
LITTLE = 0.4  # of what the trees take for text: then the rules went wrong, as they do on forums
ALL_TEXT = 6  # blocks; a page of so few has nothing around its text that could be told by what is around it
_LEAST = {BlockKind.TABLE: LEAST_TABLE, BlockKind.CAPTION: LEAST_CAPTION, BlockKind.HEADING: LEAST_HEADING}


class Model(NamedTuple):
    """What words and names speak for, and the trees."""

    odds: Odds
    forest: Forest


@cache
def model() -> Model:
    """Return the weights as learned; loaded once."""
    data = json.loads((Path(__file__).parent / "data" / "pages.json").read_text("utf-8"))
    return Model(Odds(data["words"], data["names"]), forest_of(data["bias"], data["trees"]))


class Verdict(NamedTuple):
    """Of a block: whether rules or trees take it for text, and whether the trees agree."""

    kept: bool
    sure: bool


def verdicts(blocks: Sequence[Shown], title: str) -> list[Verdict]:
    """Return the verdict on each of the *blocks* of a page; *title* is what the window of a browser shows."""
    if len(blocks) <= ALL_TEXT:
        return [Verdict(kept, kept) for kept in content_of(blocks)]
    odds, forest = model()
    traits = traits_of(blocks, title, odds)
    weights = [weigh_signs(each, forest) for each in traits]
    kept = [bool(each["kept by rule"]) for each in traits]
    sure = [by_rule and (weight > _least(block) or is_title(block)) for block, by_rule, weight in zip(blocks, kept, weights, strict=True)]
    anew = [weight > LEAST_ANEW for weight in weights]
    if _length(blocks, sure) < LITTLE * _length(blocks, anew):
        return [Verdict(by_rule or new, both or new) for by_rule, both, new in zip(kept, sure, anew, strict=True)]
    return [Verdict(*each) for each in zip(kept, sure, strict=True)]


def _least(block: Shown) -> float:
    return _LEAST.get(block.kind, LEAST)


def _length(blocks: Sequence[Shown], chosen: Sequence[bool]) -> int:
    return sum(len(block.text) for block, each in zip(blocks, chosen, strict=True) if each)
