"""Web pages, as saved: the text in its order, with its tables; menus, banners and links to other pages marked as furniture."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from qa_bot.errors import UnreadableDocumentError
from qa_bot.ingest.bylines import author_named
from qa_bot.ingest.chats import chat_in
from qa_bot.ingest.datelabels import says_published
from qa_bot.ingest.decode import decode
from qa_bot.ingest.edges import marked, without_edges
from qa_bot.ingest.flow import Shown, shown
from qa_bot.ingest.frame import drop_repeats, unframe
from qa_bot.ingest.furniture import are_particulars, label_of, without_credit
from qa_bot.ingest.issuers import owner_of_site
from qa_bot.ingest.load import load
from qa_bot.ingest.mainpart import PROSE, is_title, says_what_it_is
from qa_bot.ingest.masthead import day_alone
from qa_bot.ingest.pieces import Draft, Metadata, Report, SourceFile
from qa_bot.ingest.sheet import Sheet
from qa_bot.ingest.tables import MOST_CELLS, too_many_cells
from qa_bot.ingest.tags import date_at_top, declared_by, elements, names_site, site_in, title_in
from qa_bot.ingest.tree import Node, Page
from qa_bot.ingest.verdict import verdicts
from qa_bot.schema import BlockKind

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_KNOWN = re.compile(
    r"(?:utf-?8|iso-8859-\d{1,2}|windows-\d{4}|cp\d{3,4}|koi8-[ru]|x-mac-cyrillic|macintosh|us-ascii|latin-?1)", re.IGNORECASE
)
_CELL = re.compile(r"<t[dh](?:\s[^<>]{0,2000})?>\s{0,200}(?!&nbsp;|<)\S", re.IGNORECASE)  # one that opens with text
_ROW = re.compile(r"<tr\b", re.IGNORECASE)
MOST_BLOCKS = 100_000  # paragraphs, items and tables of one page: all of them are weighed in half a minute; 400,000 need more than 1 GB
HEAD = 4096  # bytes in which a page names its encoding


def read(file: SourceFile, report: Report) -> Iterator[Draft]:
    """Yield the page in *file*."""
    return read_page(load(file), file.rel)


def read_page(data: bytes, name: str) -> Iterator[Draft]:
    """Yield the page whose source is *data*, or the days of the chat that it holds."""
    source = decoded(data, name)
    _refuse_raw_data(source, name)
    page = Page(source)
    if chat := chat_in(page.root, name):
        yield from chat
        return
    blocks = list(islice(shown(page.root), MOST_BLOCKS + 1))
    if len(blocks) > MOST_BLOCKS:
        raise UnreadableDocumentError(f"{name}: it has more than {MOST_BLOCKS:,} paragraphs; split it, or convert it to text")
    if not blocks:
        raise UnreadableDocumentError(f"{name}: the page shows no text; it may be put together by a script: save it from a browser")
    window = title_in(page)
    said = verdicts(blocks, window or "")
    said = [
        verdict._replace(kept=False) if names_site(page, block, blocks) else verdict for block, verdict in zip(blocks, said, strict=True)
    ]
    content = [verdict.kept for verdict in said]
    listed = _particulars_listed(blocks, content)
    sheet = Sheet()
    labels: set[int] = set()
    unsure: set[int] = set()
    publisher: str | None = None
    for at, (block, verdict) in enumerate(zip(blocks, said, strict=True)):
        first = len(sheet.pieces)
        if at in listed:
            _add_particular(sheet, block.text)
        elif not verdict.kept and says_what_it_is(block):
            publisher = publisher or _add_particulars(sheet, block)
        elif not verdict.kept:
            sheet.add(BlockKind.FURNITURE, block.text)
        elif block.table is not None:
            sheet.table(block.table)
        elif block.kind in (BlockKind.CAPTION, BlockKind.PARAGRAPH):
            text, credit = without_credit(block.text)
            sheet.add(block.kind, text)
            sheet.add(BlockKind.FURNITURE, credit)
        else:
            sheet.add(block.kind, block.text, level=block.level)
        if verdict.kept and verdict.label:
            labels.add(first)
        if not verdict.sure:
            unsure.update(range(first, len(sheet.pieces)))
    text, laid = sheet.laid_out()
    laid = [marked(piece) if at in unsure and piece.kind is BlockKind.LIST_ITEM else piece for at, piece in enumerate(laid)]  # of a menu
    pieces, found = unframe(text, laid)
    if found.published in _days_of_posts(blocks, content):
        found = found._replace(published=None)
    certain = [verdict.kept and verdict.sure for verdict in said]
    declared, shown_title = declared_by(page), _title(blocks, content if window is None else certain)
    pieces = without_edges(text, pieces, labels=labels, names=_names(declared))
    pieces = [marked(piece) if at in unsure else piece for at, piece in enumerate(pieces)]  # the top was read with all that may be of it
    declared = Metadata(title=shown_title, publisher=publisher).over(declared)
    window = title_in(page, [block for block, verdict in zip(blocks, said, strict=True) if not verdict.sure])
    day = date_at_top(_over_the_text(page, blocks, content))
    over = (block.text for block in blocks[: content.index(True) if True in content else 0])
    found = Metadata(title=window, publisher=site_in(page, shown_title), published=day).over(found)
    found = found.over(Metadata(author=author_named(blocks), publisher=owner_of_site(over)))
    yield Draft(name, text, drop_repeats(text, pieces), declared, found)


def _refuse_raw_data(source: str, name: str) -> None:
    """Raise for a page of more than `MOST_CELLS`, so far as its source says so, before it is made a tree of, which takes half a minute."""
    if source.count("<t") + source.count("<T") > MOST_CELLS and (cells := sum(1 for _ in _CELL.finditer(source))) > MOST_CELLS:
        raise UnreadableDocumentError(f"{name}: {too_many_cells(len(_ROW.findall(source)), cells)}")


def _add_particulars(sheet: Sheet, block: Shown) -> str | None:
    """Add a table of what the page is line by line, and return whom it names as publisher.

    Of the top of the page the day is read, which marks its line, as `without_edges` does elsewhere.
    """
    publisher = None
    for row in block.table.rows if block.table is not None else ():
        label, value = (entry.text if entry is not None else "" for entry in (*row[:1], row[-1]))
        line = f"{label.rstrip(': ')}: {value}"
        said = _add_particular(sheet, line)
        publisher = publisher or (said[1] if said is not None and said[0] == "publisher" else None)
    return publisher


def _add_particular(sheet: Sheet, line: str) -> tuple[str, str] | None:
    """Add a line that says of the page what it is, and return what it says."""
    said = label_of(line)
    published = (said is not None and said[0] == "published") or says_published(line.partition(":")[0])
    sheet.add(BlockKind.PARAGRAPH if published else BlockKind.FURNITURE, line)
    return said


def _particulars_listed(blocks: list[Shown], content: list[bool]) -> set[int]:
    """Return the places of the items of a list between the title and the text whose labels are those of a page: "Release date: 3 May"."""
    title = next((at for at, block in enumerate(blocks) if is_title(block)), len(blocks))
    body = next((at for at in range(title, len(blocks)) if content[at] and _is_body(blocks[at])), title)
    lists: dict[Node | None, list[int]] = {}
    for at in range(title, body):
        if blocks[at].kind is BlockKind.LIST_ITEM:
            lists.setdefault(blocks[at].node.parent, []).append(at)
    labels = {node: [blocks[at].text.partition(":")[0] for at in places if ":" in blocks[at].text] for node, places in lists.items()}
    return {at for node, places in lists.items() if len(labels[node]) == len(places) and are_particulars(labels[node]) for at in places}


def _names(declared: Metadata) -> list[str]:
    """Return who made the page, as a line over its text may have it."""
    return [name for name in (*(declared.author or "").split(", "), declared.publisher or "") if len(name) > 3]


def _title(blocks: list[Shown], content: list[bool]) -> str | None:
    """Return the one heading of the top level in the text, else the heading that opens it."""
    kept = [block for block, inside in zip(blocks, content, strict=True) if inside and not day_alone(block.text)]
    top = [block for block in kept if block.kind is BlockKind.HEADING and block.level == 1]
    if len(top) == 1:
        return top[0].text
    opening = next((block for block in kept if block.kind is BlockKind.HEADING or _is_body(block)), None)
    return opening.text if opening is not None and opening.kind is BlockKind.HEADING else None


def decoded(data: bytes, name: str) -> str:
    """Return the source of a page: UTF-8 if it is that, else as the page says, else as it looks."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    said = _CHARSET.search(data, 0, HEAD)
    if said and _KNOWN.fullmatch(encoding := said[1].decode("ascii")) and not encoding.lower().startswith("utf"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data, name)


def _over_the_text(page: Page, blocks: list[Shown], content: list[bool]) -> Iterator[Node]:
    """Yield the time tags of the page down to the first paragraph of its text, from its title on."""
    body = next((block.node for block, kept in zip(blocks, content, strict=True) if kept and _is_body(block)), None)
    main = next((block.node for block, kept in zip(blocks, content, strict=True) if kept), None)
    order = {node: at for at, node in enumerate(_all(page.root))}
    first, last = order.get(main, 0) if main else 0, order.get(body, 0) if body else 0
    return (node for node in elements(page.root, "time") if first < order[node] < last)


def _days_of_posts(blocks: list[Shown], content: list[bool]) -> set[date | None]:
    """Return the days that part the posts of a page, of a chat or a diary: lines of elements called alike, with text below most of them.

    None of them is that of the page.
    """
    found: dict[tuple[str, str], dict[int, date]] = {}
    for at, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING and not block.links and (day := day_alone(block.text)) is not None:
            found.setdefault((block.node.tag, block.node.get("class")), {})[at] = day
    days: set[date | None] = set()
    for (_, name), places in found.items():
        ends = [*list(places)[1:], len(blocks)]
        told = [any(content[other] and _is_body(blocks[other]) for other in range(at, end)) for at, end in zip(places, ends, strict=True)]
        if name and len(set(places.values())) > 1 and sum(told) > 1 and sum(told) * 2 > len(told):
            days.update(places.values())
    return days


def _is_body(block: Shown) -> bool:
    return block.kind is BlockKind.PARAGRAPH and len(block.text) >= PROSE and block.text[-1] in '.!?…"”»'


def _all(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [child for child in reversed(node.children) if isinstance(child, Node)]
