"""Lines in large letters, by which pages of the 1990s set their headings."""

import re

from qa_bot.ingest.tree import BLOCKS, Node

LONGEST_SET = 120  # characters of a line in large letters that heads a text
HEADLINE = 6  # words
SETTING = frozenset({"center", "font", "b", "strong", "big", "u", "i", "em", "span"})
_LARGE_FONT = re.compile(r"[4-7]|\+[1-4]")  # of which 3 is the size of text
_LETTERS = re.compile(r"[^\W\d_]{2}")  # "412" in large letters is a figure
_COUNTS = re.compile(r"(?<![\w.,/-])(?!(?:1[5-9]|20)\d\d\b)\d[\d.,]*\s?(?:%|[^\W\d_])")  # "Rye: 412 tonnes"; 2023 is a year
_DEEPEST = 6  # elements in one another that only set a line
_BELOW = 40  # elements in which links are looked for below such a line


def is_set_large(node: Node) -> bool:
    """Return whether *node* holds one line in large letters and nothing else, as pages of the 1990s set their headings."""
    large, at = _is_large(node), node
    for _ in range(_DEEPEST):
        children = [child for child in at.children if isinstance(child, Node) or child.strip()]
        if len(children) != 1 or not isinstance(children[0], Node) or children[0].tag not in SETTING:
            break
        at = children[0]
        large = large or _is_large(at)
    text = "".join(child for child in at.children if isinstance(child, str)).strip()
    alone = all(isinstance(child, str) for child in at.children)
    ended = not text or text[-1] in ".!?;:,"
    return (
        large
        and alone
        and not ended
        and len(text) <= LONGEST_SET
        and _LETTERS.search(text) is not None
        and (_is_headline(text) or not _COUNTS.search(text))
    )


def _is_headline(text: str) -> bool:
    """Return whether *text* has more words than a number and what it counts: "School board cuts 14 jobs to close a gap"."""
    return len(text.split()) >= HEADLINE and ":" not in text and not text[0].isdigit()


def _is_large(node: Node) -> bool:
    return node.tag == "font" and _LARGE_FONT.fullmatch(node.get("size").strip()) is not None


def heads_lines(line: Node) -> bool:
    """Return whether a line in large letters ends where its element does, and none of links is below it there: no name of a site."""
    below = line.behind
    if below is None or not (below.tag == "br" or below.tag in BLOCKS):
        return False
    for _ in range(_BELOW):
        if below is None or below.tag in BLOCKS:
            break
        if below.tag == "a" or any(isinstance(child, Node) and child.tag == "a" for child in below.children):
            return False
        below = below.behind
    return True
