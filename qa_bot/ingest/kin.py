"""Paragraphs that stand on a page as those of its text do, and the lines over them: as builders of pages set a text, each paragraph in
elements of its own that are called the same."""

import re
from collections.abc import Sequence

from qa_bot.ingest.flow import Shown
from qa_bot.ingest.frame import ends_sentence
from qa_bot.ingest.furniture import heads_a_list, is_furniture, label_of
from qa_bot.ingest.mainpart import PROSE
from qa_bot.ingest.masthead import read_line
from qa_bot.ingest.tree import Node
from qa_bot.schema import BlockKind

LEAST_TELLING = 3  # paragraphs by which others that stand so are text too
TELLING, LIKELY = 0.3, -0.7  # log-odds above which such a one is text beyond doubt, and as others are weighed
SHORT = -1.3  # of a sentence that is no paragraph of prose: «Единый телефон спасения 112.» may stand among them
PART = 0.6  # of the characters of all that stand so: what so much of it is, it is
_DIGITS = re.compile(r"\d+")
_SETTING = frozenset({"p", "span", "strong", "b", "font", "em", "i"})


def kin_of_text(blocks: Sequence[Shown], weights: Sequence[float], kept: Sequence[bool]) -> set[int]:
    """Return the places of sentences without links that stand where several paragraphs with large *weights* do, and of lines over them.

    Most of what stands so must be likely by its weight; *kept* is what the rules take for text. What asks its reader is none.
    """
    groups: dict[str, list[int]] = {}
    for at, block in enumerate(blocks):
        if kept[at] and block.kind is BlockKind.PARAGRAPH and not block.links and ends_sentence(block.text):
            groups.setdefault(standing(block.node), []).append(at)
    found: set[int] = set()
    for places in groups.values():
        likely = [at for at in places if weights[at] > LIKELY]
        telling = sum(weights[at] > TELLING and len(blocks[at].text) >= PROSE for at in likely)
        if telling >= LEAST_TELLING and _length(blocks, likely) >= PART * _length(blocks, places):
            same = [at for at in places if _tells(blocks[at].text, weights[at])]
            found.update(same)
            found.update(at - 1 for at in same[1:] if kept[at - 1] and _may_head(blocks[at - 1], blocks[at]))
    return found


def _tells(text: str, weight: float) -> bool:
    return (len(text) >= PROSE or weight > SHORT) and not is_furniture(text)


def _may_head(block: Shown, below: Shown) -> bool:
    """Return whether *block* is a line that is no sentence and stands otherwise than the paragraph *below* it."""
    line = block.text
    if block.kind is not BlockKind.PARAGRAPH or block.links or len(line) > PROSE or line[-1] in ".!;:," or block.tile:
        return False
    said = is_furniture(line) or heads_a_list(line) or label_of(line) is not None or read_line(line) is not None
    return not said and standing(block.node) != standing(below.node)


def standing(node: Node) -> str:
    """Return how the elements around a block are called, by tag and first class; numbers in it only count, and a bare <p> says nothing."""
    path: list[str] = []
    at: Node | None = node
    while at is not None:
        name = next(iter(at.get("class").split()), "")
        if path or name or at.tag not in _SETTING:
            path.append(f"{at.tag}.{_DIGITS.sub('#', name)}")
        at = at.parent
    return "/".join(path)


def _length(blocks: Sequence[Shown], places: Sequence[int]) -> int:
    return sum(len(blocks[at].text) for at in places)
