"""Who wrote a page, where nothing but the name of its element says so: <div class="post-author-name">Ann Marlow</div>."""

import re
from collections.abc import Sequence

from qa_bot.ingest.flow import Shown
from qa_bot.ingest.mainpart import PROSE, is_title
from qa_bot.ingest.pagenames import words_of
from qa_bot.ingest.tree import Node

_NAME = re.compile(r"[A-ZА-ЯЁ][\w’'.-]*(?: (?:[A-ZА-ЯЁ][\w’'.-]*|de|van|von|der|la|el)){0,3} [A-ZА-ЯЁ][\w’'-]+")


def author_named(blocks: Sequence[Shown]) -> str | None:
    """Return the one name between the title and the text in an element that is called "author name", or leads to its author."""
    title = next((at for at, block in enumerate(blocks) if is_title(block)), len(blocks))
    text = next((at for at in range(title, len(blocks)) if len(blocks[at].text) >= PROSE), title)
    names = {block.text for block in blocks[title + 1 : text] if _NAME.fullmatch(block.text) and _is_of_author(block.node)}
    return names.pop() if len(names) == 1 else None


def _is_of_author(node: Node) -> bool:
    return {"author", "name"} <= words_of(node.get("class")) or node.get("itemprop") == "author" or node.get("rel") == "author"
