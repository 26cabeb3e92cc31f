"""The standfirst of a page: the line or two under its title that sum the text up, and as headlines do often end with no stop."""

import re
from collections.abc import Sequence

from qa_bot.ingest.asking import opens_asking
from qa_bot.ingest.flow import Shown
from qa_bot.ingest.furniture import is_furniture, label_of
from qa_bot.ingest.masthead import read_line
from qa_bot.ingest.pagenames import names_of, words_of
from qa_bot.schema import BlockKind

NAMED, UNNAMED = 5, 8  # least words of one that its element is named for, and of one that stands right under the title
LONGEST = 400  # characters
_LABELS = re.compile(r"[|•·]|\b\d{1,2}[:.]\d\d\b|(?:By|BY|Автор|Текст|Фото)\b")


def standfirsts(blocks: Sequence[Shown], labels: Sequence[bool], title: int, text: int) -> list[tuple[int, bool]]:
    """Return the places of what may be a standfirst between the *title* and the first paragraph of the *text*, and whether it is called
    one; *labels* are lines that say who wrote the text, when."""
    found: list[tuple[int, bool]] = []
    for at in range(title + 1, text):
        named = _is_named(blocks[at])
        least = NAMED if named else UNNAMED if at == title + 1 else LONGEST
        if blocks[at].kind is BlockKind.PARAGRAPH and blocks[at].text.count(" ") + 1 >= least and not labels[at] and _sums_up(blocks[at]):
            found.append((at, named))
    return found


def _is_named(block: Shown) -> bool:
    around = (block.node, block.node.parent)
    return any(not words_of(node.get("class")).isdisjoint(names_of("standfirst")) for node in around if node is not None)


def _sums_up(block: Shown) -> bool:
    line = block.text
    if block.links or opens_asking(line) or len(line) > LONGEST or _LABELS.search(line) is not None:
        return False
    return label_of(line) is None and not is_furniture(line) and read_line(line) is None
