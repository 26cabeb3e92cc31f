"""Boxes in which papers set the facts of a story beside it: short lines with a number each ("38 ploughs"), or what is called so."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from qa_bot.ingest.flow import Shown
from qa_bot.ingest.furniture import fold, is_contact, is_entry, is_furniture, label_of, without_counters
from qa_bot.schema import BlockKind
from qa_bot.text.language import language_of
from qa_bot.text.periods import find_periods

FEWEST = 2  # lines: a single one may be a teaser, or an appeal
PART = 0.6  # of the lines that have a number
LONGEST_HEAD = 60  # characters of the line over a box
LONGEST = 200  # characters of a line
_COUNT = re.compile(r"(?<![\w.,:/+-])\d[\d.,  ]*(?:\s?%|\s?[^\W\d_]{2})")
_COMMON = re.compile(r"(?<![^\W_])[a-zа-яё]{3}")  # of "Jo Brandt 48%" nothing is counted: it is a poll, or a table of points
_LINES = (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)


def tells_numbers(blocks: Sequence[Shown]) -> bool:
    """Return whether *blocks* are lines of which most tell how many there are of something, and none leads elsewhere."""
    if any(block.links for block in blocks):
        return False
    lines = [block.text for block in blocks if block.kind in _LINES]
    return len(lines) >= FEWEST and sum(map(_counts, lines)) >= PART * len(lines)


def tells_facts(blocks: Sequence[Shown]) -> bool:
    """Return whether *blocks* stand under a line such as "Fact box" or "The strike in numbers", none of them leads elsewhere, and not all
    only ask their reader for something."""
    head = blocks[0].text
    if len(head) > LONGEST_HEAD or any(block.links for block in blocks) or all(is_furniture(block.text) for block in blocks[1:]):
        return False
    return _heads().fullmatch(fold(head)) is not None


@cache
def _heads() -> re.Pattern[str]:
    with (Path(__file__).parent / "data" / "furniture.toml").open("rb") as stream:
        return re.compile("|".join(tomllib.load(stream)["fact_heads"]))


def _counts(line: str) -> bool:
    """Return whether *line* has a number of something, dates, counters of readers and what only says whose it is aside."""
    if len(line) > LONGEST or _COUNT.search(line) is None or _COMMON.search(line) is None:
        return False
    if is_furniture(line) or is_entry(line) or is_contact(line) or label_of(line) is not None:
        return False
    rest = without_counters(line)
    for mention in reversed(find_periods(rest, 0, len(rest), language_of(rest))):
        rest = f"{rest[: mention.start]},{rest[mention.end :]}"
    return _COUNT.search(rest) is not None
