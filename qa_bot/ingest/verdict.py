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
from qa_bot.ingest.frame import ends_sentence
from qa_bot.ingest.furniture import heads_a_box, heads_a_list, is_furniture, speaks_to_reader
from qa_bot.ingest.kin import kin_of_text
from qa_bot.ingest.mainpart import PROSE, content_of, is_title, labels_in, weight_of
from qa_bot.ingest.notemarks import holds_notes
from qa_bot.ingest.numberlists import tells_facts, tells_numbers
from qa_bot.ingest.panels import is_panel
from qa_bot.ingest.standfirst import standfirsts
from qa_bot.ingest.traits import Odds, PageTraits, upward
from qa_bot.ingest.tree import Node, any_around
from qa_bot.schema import BlockKind

# Log-odds above which a block that the rules of `mainpart` keep is text. On sites held out, in % of the characters kept / let in: by the
# rules alone WCXB's articles 98.2 / 6.8, Russian news 90.9 / 34; by the trees alone 98.9 / 6.0 and 91.2 / 14; by both 98.8 / 6.1 and
# 91.6 / 17. Of tests/pages, which the rules were written on, the trees alone let in 5 %. A second forest that knew what the first said of
# the blocks around gained nothing.
LEAST = -0.7
LEAST_TABLE, LEAST_CAPTION, LEAST_HEADING = -1.5, -2.5, -1.6  # those who wrote down the text of pages often left these out
LEAST_ANEW = 0.3  # for one that the rules do not keep, on a page of which they keep little
LEAST_BOX, LEAST_PRESSED = 1.0, 2.0  # mean weight of the blocks in a box, in one with something to press or to fill in
LEAST_TELLING = -2.0  # in one of short lines that tell numbers
LEAST_LEAD = -2.5  # for what stands between the title and the text, for lines that part paragraphs of it or stand under a picture
LEAST_CLOSING = -1.3  # for a sentence that closes the element of the text
LEAST_KIN = -2.5  # for what stands where several paragraphs of the text do, and lines over it; -1.3 to -3 tell no public set apart
LEAST_OPENING = -1.5  # for a line of several words right under the title
LEAST_AMID = -4.0  # for a table of numbers in the midst of the text
BOX = 0.25  # of the running text of a page: a box with more of it is no aside, whatever stands over it
MOST = 0.6  # of the text without looking at boxes; where less would be left, the page is made of them
LEFT = 0.2  # of the running text that the rules keep; where less would be left, the trees went wrong
TITLE = 0.5  # of the words of a block and of the window that both have: it is the title
CERTAIN = 1.5  # for a paragraph that others are told by
PART = 0.6  # of the characters of a box: what so much of it is, it is
LITTLE = 0.4  # of what the trees take for text: then the rules went wrong, as they do on forums
ALL_TEXT = 6  # blocks; a page of so few has nothing around its text that could be told by what is around it
LEAST_CELLS, NUMBER = 3, 16  # cells of a table of numbers, and characters of one
LEAST_TOLD = 3  # paragraphs by which an element is that of the text
LEAST_NOTE = 4  # blanks of a note that is a sentence
_QUOTE_OPENS, _QUOTE_CLOSES = "“„«", "”“»"
_SET = (BlockKind.TABLE, BlockKind.CAPTION)
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
    """Of a block: whether rules or trees take it for text, whether the trees agree, and whether it is a label beside the text."""

    kept: bool
    sure: bool
    label: bool


def verdicts(blocks: Sequence[Shown], title: str) -> list[Verdict]:
    """Return the verdict on each of the *blocks* of a page; *title* is what the window of a browser shows."""
    if len(blocks) <= ALL_TEXT:
        return [Verdict(kept, kept, label) for kept, label in zip(content_of(blocks), labels_in(blocks), strict=True)]
    odds, forest = model()
    page = PageTraits(blocks, title, odds)
    weights, kept, titles = list[float](), list[bool](), list[bool]()
    for traits in page.all():
        weights.append(weigh_signs(traits, forest))
        kept.append(bool(traits["kept by rule"]))
        titles.append(traits["title"] >= TITLE)
    title_at, text_at = _top(blocks, weights)
    opening = standfirsts(blocks, page.labels, title_at, text_at)
    first = {at for at, named in opening if weights[at] > (LEAST_LEAD if named else LEAST_OPENING)}
    lead = _lead(blocks, title_at, text_at) | first
    known: dict[Node, bool] = {}
    panels = [any_around(block.node, is_panel, known) for block in blocks]
    spared = (
        _titled(blocks, title)
        | lead
        | _listed(blocks, weights)
        | {at for at in range(len(blocks)) if _is_set_out(page, weights, panels, at)}
        | {at for box in page.boxes() if not box.controls and tells_numbers([blocks[at] for at in box.blocks]) for at in box.blocks}
    )
    closing = _closing(blocks, weights)
    least = [LEAST_LEAD if at in spared else LEAST_CLOSING if at in closing else _least(block) for at, block in enumerate(blocks)]
    for at in kin_of_text(blocks, weights, kept):
        least[at] = min(least[at], LEAST_KIN)
    for at in _amid(blocks, weights):
        least[at] = LEAST_AMID if blocks[at].table is not None else LEAST_LEAD
    enough = [kept[at] and (weights[at] > least[at] or is_title(block)) for at, block in enumerate(blocks)]
    out = _boxed(page, blocks, weights, titles, panels) - first
    sure = [each and at not in out for at, each in enumerate(enough)]
    anew = [weight > LEAST_ANEW for weight in weights]
    agreed = [by_rule and new for by_rule, new in zip(kept, anew, strict=True)]
    if _length(blocks, agreed) < LITTLE * _length(blocks, anew):
        kept = [by_rule or new for by_rule, new in zip(kept, anew, strict=True)]
        sure = [both or new for both, new in zip(enough, anew, strict=True)]
    elif _length(blocks, sure) < MOST * _length(blocks, enough):
        sure = enough  # a page that is made of boxes
    if _prose(blocks, sure) < LEFT * _prose(blocks, kept):
        sure = [each and weight > LEAST_LEAD for each, weight in zip(kept, weights, strict=True)]
    labels = [label and not block.tile for label, block in zip(page.labels, blocks, strict=True)]
    return [Verdict(*each) for each in zip(kept, sure, labels, strict=True)]


def _is_set_out(page: PageTraits, weights: Sequence[float], panels: Sequence[bool], at: int) -> bool:
    """Return whether the block *at* parts paragraphs, stands under a picture, in or over what readers open, is a quotation or a large
    number with its words."""
    blocks = page.blocks
    if (
        blocks[at].tile
        or panels[at]
        or (_is_quoted(blocks[at]) and not blocks[at].links)
        or _is_between(blocks, weights, at)
        or _is_note(blocks[at])
    ):
        return True
    return _parts(blocks, weights, at) or page.is_under_picture(at) or _heads_panel(blocks, panels, at)


def _boxed(page: PageTraits, blocks: Sequence[Shown], weights: Sequence[float], titles: Sequence[bool], panels: Sequence[bool]) -> set[int]:
    """Return the places of blocks in boxes that are no text as a whole.

    What holds the title, a table or a caption is none, nor is one of large numbers, of what readers open, or a quotation.
    """
    found: set[int] = set()
    prose = sum(map(weight_of, blocks))
    for box in page.boxes():
        inside = [blocks[at] for at in box.blocks]
        if any(titles[at] or is_title(blocks[at]) or blocks[at].kind in _SET or page.is_under_picture(at) for at in box.blocks):
            continue
        length = sum(len(block.text) for block in inside)
        quoted = [not box.controls and _is_quoted(block) for block in inside]
        set_out = [panels[at] or blocks[at].tile or _is_note(blocks[at]) or quote for at, quote in zip(box.blocks, quoted, strict=True)]
        own = sum(len(block.text) for block, out in zip(inside, set_out, strict=True) if out)
        if own > PART * length:
            continue
        weight = sum(weights[at] * len(blocks[at].text) for at in box.blocks) / length
        telling = not box.controls and (tells_numbers(inside) or tells_facts(inside))
        headed = not telling and heads_a_box(inside[0].text) and sum(map(weight_of, inside)) <= BOX * prose
        if weight < (LEAST_PRESSED if box.controls else LEAST_TELLING if telling else LEAST_BOX) or heads_a_list(inside[0].text) or headed:
            found.update(box.blocks)
    return found


def _is_quoted(block: Shown) -> bool:
    """Return whether *block* is a quotation set apart, or says whose it is."""
    if any(node.tag == "blockquote" for node in upward(block.node)):
        return True
    return block.text[0] in _QUOTE_OPENS and block.text.rstrip(".")[-1:] in _QUOTE_CLOSES and block.kind is BlockKind.PARAGRAPH


def _titled(blocks: Sequence[Shown], title: str) -> set[int]:
    """Return the place of the first line that is the *title* of the window, where no heading of the top level is."""
    named = (at for at, block in enumerate(blocks) if block.text.casefold() == title.casefold())
    first = None if any(map(is_title, blocks)) else next(named, None)
    return set() if first is None else {first}


def _heads_panel(blocks: Sequence[Shown], panels: Sequence[bool], at: int) -> bool:
    """Return whether the block *at* is the line over what a reader opens, or the heading over the first of such lines."""
    below = next((other for other in range(at + 1, min(at + 3, len(blocks))) if panels[other]), None)
    if below is None or len(blocks[at].text) > PROSE or (panels[at] and blocks[at].node.tag != "summary"):
        return False
    return below == at + 1 or blocks[at].kind is BlockKind.HEADING


def _listed(blocks: Sequence[Shown], weights: Sequence[float]) -> set[int]:
    """Return the places of items of lists that stand right between two paragraphs of the text, in the same element."""
    found: set[int] = set()
    first = 0
    for at in range(1, len(blocks)):
        if blocks[at].kind is not BlockKind.LIST_ITEM:
            if first and _is_text(blocks[first - 1], weights[first - 1]) and _is_text(blocks[at], weights[at]):
                around, inside = blocks[first - 1].node.parent, blocks[first:at]
                beside = around is blocks[at].node.parent and all(any(node is around for node in upward(block.node)) for block in inside)
                if beside and not any(block.links for block in inside):
                    found.update(range(first, at))
            first = 0
        elif not first:
            first = at
    return found


def _amid(blocks: Sequence[Shown], weights: Sequence[float]) -> set[int]:
    """Return the places of what the element of the text holds between two paragraphs of it: tables of numbers, and running text that
    has no element of its own. The words of their rows may be those of a menu: "Education", "Culture", "Sport".
    """
    found: set[int] = set()
    waiting: dict[Node, list[int]] = {}  # by the element of the text, since its last paragraph
    for at, block in enumerate(blocks):
        above, prose = block.node.parent, block.kind is BlockKind.PARAGRAPH and len(block.text) >= PROSE
        if prose and weights[at] > (LEAST_ANEW if block.node in waiting or above in waiting else CERTAIN):
            for node in (block.node, *(() if above is None else (above,))):
                found.update(waiting.get(node, ()))
                waiting[node] = []
        elif above in waiting and _tells_numbers(block):
            waiting[above].append(at)
        elif prose and block.node in waiting and not block.links:
            waiting[block.node].append(at)
    return found


def _tells_numbers(block: Shown) -> bool:
    """Return whether *block* is a table without links, of whose cells most beside its headers are numbers."""
    rows = block.table.rows[1:] if block.table is not None and not block.links else ()
    cells = [entry.text for row in rows for entry in row[1:] if entry is not None and entry.text]
    return len(cells) >= LEAST_CELLS and sum(map(_is_number, cells)) > PART * len(cells)


def _is_number(cell: str) -> bool:
    return len(cell) <= NUMBER and any(map(str.isdigit, cell)) and sum(map(str.isalpha, cell)) <= 1


def _top(blocks: Sequence[Shown], weights: Sequence[float]) -> tuple[int, int]:
    """Return the places of the title and of the first paragraph of the text below it."""
    title = next((at for at, block in enumerate(blocks) if is_title(block)), len(blocks))
    return title, next((at for at in range(title, len(blocks)) if _is_text(blocks[at], weights[at])), 0)


def _lead(blocks: Sequence[Shown], title: int, text: int) -> set[int]:
    """Return the places of what stands between the title and the text and says something, or goes on with the title."""
    return {at for at in range(title + 1, text) if blocks[at].kind is BlockKind.HEADING or ends_sentence(blocks[at].text)}


def _parts(blocks: Sequence[Shown], weights: Sequence[float], at: int) -> bool:
    """Return whether a line stands between two paragraphs of the text as a heading does, whatever its element is."""
    line = blocks[at].text
    beside = 0 < at < len(blocks) - 1 and all(_is_text(blocks[other], weights[other]) for other in (at - 1, at + 1))
    return beside and not blocks[at].links and len(line) <= PROSE and not ends_sentence(line)


def _is_note(block: Shown) -> bool:
    """Return whether *block* is a sentence in a note to the text, without links: no title of a source."""
    told = not block.links and ends_sentence(block.text) and block.text.count(" ") >= LEAST_NOTE
    return told and any(map(holds_notes, upward(block.node)))


def _is_between(blocks: Sequence[Shown], weights: Sequence[float], at: int) -> bool:
    """Return whether a sentence without links has text over it and below it in the same element, whatever its words: «Комментарий мэрии
    получить не удалось.»"""
    block = blocks[at]
    if block.kind is not BlockKind.PARAGRAPH or block.links or not 0 < at < len(blocks) - 1 or not ends_sentence(block.text):
        return False
    beside = (at - 1, at + 1)
    together = all(blocks[other].node.parent is block.node.parent and blocks[other].kind is BlockKind.PARAGRAPH for other in beside)
    return together and all(weights[other] > LEAST_ANEW and ends_sentence(blocks[other].text) for other in beside)


def _closing(blocks: Sequence[Shown], weights: Sequence[float]) -> set[int]:
    """Return the places of sentences in paragraphs that are called nothing, in the element of which several such are the text, below the
    last of these; none that speaks to its reader."""
    found: set[int] = set()
    told: dict[Node, int] = {}  # paragraphs of the text by the element around them
    for at, block in enumerate(blocks):
        around = block.node.parent
        if around is None or block.node.tag != "p" or block.node.get("class") or block.kind is not BlockKind.PARAGRAPH:
            continue
        if _is_text(block, weights[at]):
            told[around] = told.get(around, 0) + 1
        elif told.get(around, 0) >= LEAST_TOLD and not block.links and ends_sentence(block.text) and not is_furniture(block.text):
            words = [word.strip('.,;:!?()«»“”"') for word in block.text.lower().split()]
            if len(words) > LEAST_NOTE and not speaks_to_reader(words):
                found.add(at)
    return found


def _is_text(block: Shown, weight: float) -> bool:
    return block.kind is BlockKind.PARAGRAPH and weight > CERTAIN and len(block.text) >= PROSE


def _least(block: Shown) -> float:
    return _LEAST.get(block.kind, LEAST)


def _prose(blocks: Sequence[Shown], chosen: Sequence[bool]) -> int:
    return sum(weight_of(block) for block, each in zip(blocks, chosen, strict=True) if each)


def _length(blocks: Sequence[Shown], chosen: Sequence[bool]) -> int:
    return sum(len(block.text) for block, each in zip(blocks, chosen, strict=True) if each)
