"""PDF: columns one after the other, tables row by row, page numbers for citations; what every page repeats is furniture."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from qa_bot.errors import UnreadableDocumentError
from qa_bot.ingest.columns import reading_order
from qa_bot.ingest.disguise import disguised
from qa_bot.ingest.frame import drop_repeats, ends_sentence, unframe
from qa_bot.ingest.furniture import is_caption, label_of
from qa_bot.ingest.glyphs import Plate, Segment, plate
from qa_bot.ingest.issuers import issuer_on_pages
from qa_bot.ingest.load import MAX_PACKED, PACKED_TOO_LARGE, opened
from qa_bot.ingest.masthead import top
from qa_bot.ingest.mending import mended
from qa_bot.ingest.pieces import Draft, Metadata, Piece, Report, SourceFile
from qa_bot.ingest.plain import is_title_shaped
from qa_bot.ingest.running import running
from qa_bot.ingest.sheet import Sheet, line_of
from qa_bot.ingest.tags import author_of, titled
from qa_bot.ingest.typeset import Set, blocks
from qa_bot.schema import BlockKind

MAX_PAGES = 5_000
FEWEST_SPACES = 2  # in a title of letters as large as the text; "Housing Board" may be whose the text is
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:-[^\W\d_]++)+")  # not from each letter of a long word anew
_PAGES_NAMED = 10
SMALL, APART = 0.92, 2.0  # times the height of the text: letters of a line over a page, and how far it stands over what is below


class _Page(NamedTuple):
    number: int
    height: float
    segments: list[Segment]
    pictures: bool
    damage: str = ""


class _Laid(NamedTuple):
    """A block with the page that it begins on."""

    block: Set
    page: int
    running: bool = False  # a head or foot that other pages repeat
    stretch: int = 0  # of the page, read from top to bottom: in one, what a gap parts does not go on


def read(file: SourceFile, report: Report) -> Iterator[Draft]:
    """Yield the document in *file*. Pages without text are named in *report*; UnreadableDocumentError if there are no others."""
    name = file.rel
    with opened(file) as stream:
        stream.seek(0, 2)
        if stream.tell() > MAX_PACKED:
            raise UnreadableDocumentError(f"{name}: {PACKED_TOO_LARGE}")
        stream.seek(0)
        _forget_errors()
        try:
            document = PdfDocument(stream)
        except PdfiumError as exc:
            raise UnreadableDocumentError(f"{name}: {disguised(file) or _cause(exc)}") from exc
        try:
            if len(document) > MAX_PAGES:
                raise UnreadableDocumentError(f"{name}: it has more than {MAX_PAGES:,} pages; split it")
            if document.get_formtype() != pypdfium2.raw.FORMTYPE_NONE:
                document.init_forms()
            pages = [_page(document, number) for number in range(len(document))]
            title, author = line_of(document.get_metadata_value("Title")), author_of(document.get_metadata_value("Author"))
        finally:
            document.close()
    _name_unread(pages, name, report)
    laid = list(_joined(_laid(pages)))
    sheet = Sheet()
    compounds = frozenset(word.lower() for page in pages for segment in page.segments for word in _COMPOUND.findall(segment.text))
    last: _Laid | None = None  # what stands before, heads and feet apart
    for each in laid:
        block, sheet.page = each.block, each.page
        if block.table is not None:
            sheet.table(block.table, goes_on=last is not None and _goes_on(last, each))
        else:
            sheet.add(BlockKind.FURNITURE if each.running else block.kind, mended(block.lines, compounds), level=block.level)
        last = last if each.running else each
    text, pieces = sheet.laid_out()
    pieces, found = unframe(text, pieces)
    opens = next((piece.kind for piece in pieces if piece.kind is not BlockKind.FURNITURE), None)
    edges = {mended(each.block.lines, compounds) for each in laid if each.running}
    heads = {head.casefold() for head in edges}
    over = [text[piece.start : piece.end] for piece in pieces[: top(text, pieces)]]
    found = found.over(Metadata(publisher=issuer_on_pages(edges, [line for line in over if line not in edges])))
    if title and (opens is not BlockKind.HEADING or _is_head(title, heads)):  # what runs over each page is of all of it
        found = Metadata(title=titled(title)).over(found) if _is_head(title, heads) else found.over(Metadata(title=titled(title)))
    yield Draft(name, text, _headed(text, drop_repeats(text, pieces)), found=found.over(Metadata(author=author)))


def _is_head(title: str, heads: Collection[str]) -> bool:
    return title.casefold() in heads


def _headed(text: str, pieces: list[Piece]) -> list[Piece]:
    """Return *pieces* with the line that opens a document set in letters of one size, without any heading, as the heading of it all."""
    own = [at for at, piece in enumerate(pieces) if piece.kind is not BlockKind.FURNITURE]
    if len(own) < 2 or any(pieces[at].kind is BlockKind.HEADING for at in own):
        return pieces
    first, below = pieces[own[0]], pieces[own[1]]
    line, after = text[first.start : first.end], text[below.start : below.end]
    heads = below.kind in (BlockKind.TABLE, BlockKind.CAPTION) or (below.kind is BlockKind.PARAGRAPH and ends_sentence(after))
    if not heads or first.kind is not BlockKind.PARAGRAPH or line.count(" ") < FEWEST_SPACES or label_of(line) or not is_title_shaped(line):
        return pieces
    return [piece._replace(kind=BlockKind.HEADING, level=1) if at == own[0] else piece for at, piece in enumerate(pieces)]


def _forget_errors() -> None:
    """Have PDFium fail at a file of no bytes: where it refuses one without a reason, it tells that of the last one that it refused."""
    pypdfium2.raw.FPDF_LoadMemDocument64(b"", 0, None)


def _cause(exc: PdfiumError) -> str:
    if getattr(exc, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
        return "it is encrypted; save it without a password"
    return f"damaged, or no PDF ({exc}); get it anew"


def _page(document: PdfDocument, number: int) -> _Page:
    """Return the page with the index *number*; one that cannot be read is empty."""
    try:
        page = _filled_in(document, number)
        try:
            found = plate(page)
            pictures = not found.segments and any(True for _ in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
            return _Page(number + 1, found.height, found.segments, pictures)
        finally:
            page.close()
    except PdfiumError as exc:
        return _Page(number + 1, 1.0, [], pictures=False, damage=str(exc).rstrip("."))


def _filled_in(document: PdfDocument, number: int) -> PdfPage:
    """Return a page, with what was entered into the fields of a form as if it were printed."""
    page = document[number]
    if page.formenv is None:
        return page
    page.flatten()
    page.close()
    return document[number]


def _name_unread(pages: Sequence[_Page], name: str, report: Report) -> None:
    """Tell *report* of damaged pages and of pictures; UnreadableDocumentError if no page holds text."""
    damaged = [page for page in pages if page.damage]
    pictures = [page for page in pages if page.pictures]
    if not any(page.segments for page in pages):
        if pictures:
            raise UnreadableDocumentError(f"{name}: its pages are pictures of text; have the text recognised (OCR) and saved with it first")
        if damaged:
            rest = "" if len(damaged) == len(pages) else ", and no other page of it holds text"
            which, them = ("page {}", "is") if len(damaged) == 1 else ("the pages {}", "are")
            raise UnreadableDocumentError(
                f"{name}: {which.format(_numbers(damaged))} {them} damaged ({damaged[0].damage}){rest}; get it anew"
            )
        raise UnreadableDocumentError(
            f"{name}: no page of it holds text or a picture; if you see text in it, have that recognised (OCR) and saved with it first"
        )
    if damaged:
        which, them = ("only page {}", "it is") if len(damaged) == 1 else ("only the pages {}", "they are")
        report(f"{name}: {which.format(_numbers(damaged))}: {them} damaged ({damaged[0].damage}); the others are read")
    if pictures:
        which, them = ("page {}", "it is a picture; have its") if len(pictures) == 1 else ("the pages {}", "they are pictures; have their")
        report(f"{name}: only {which.format(_numbers(pictures))}: {them} text recognised (OCR)")


def _numbers(pages: Sequence[_Page]) -> str:
    """Return the numbers of the first of *pages*, and how many more there are."""
    named = ", ".join(str(page.number) for page in pages[:_PAGES_NAMED])
    return named + (f" and {len(pages) - _PAGES_NAMED} more" if len(pages) > _PAGES_NAMED else "")


def _laid(pages: Sequence[_Page]) -> Iterator[_Laid]:
    """Yield the blocks of all pages in the order of reading."""
    heights = Counter[float]()
    for page in pages:
        for segment in page.segments:
            heights[round(segment.height, 1)] += len(segment.text)
    height = heights.most_common(1)[0][0] if heights else 1.0
    edges = running([Plate(page.height, page.segments) for page in pages], height)
    for page, edge in zip(pages, edges, strict=True):
        for segment in edge:
            yield _Laid(Set(BlockKind.FURNITURE, (segment.text,)), page.number, running=True)
        rest = [segment for segment in page.segments if segment not in edge]
        for at, stretch in enumerate([*_masthead(rest, height), *reading_order(rest)]):
            for block in blocks(stretch, height=height):
                yield _Laid(block, page.number, stretch=at)


def _masthead(segments: list[Segment], height: float) -> Iterator[list[Segment]]:
    """Take the line in small letters that stands apart over a page out of its *segments*, and yield it: it is of none of the columns."""
    top = min((segment.line for segment in segments), default=0.0)
    line = [segment for segment in segments if segment.line - top < height / 2]
    if len(line) < 2 or any(segment.height >= SMALL * height for segment in line):
        return
    rest = [segment for segment in segments if segment.line - top >= height / 2]
    if rest and min(segment.line for segment in rest) - top > APART * height:
        segments[:] = rest
        yield from ([segment] for segment in line)


def _joined(laid: Iterator[_Laid]) -> Iterator[_Laid]:
    """Yield the blocks, a paragraph that goes on in the next column or on the next page as one: what parts it opens in small letters."""
    last: _Laid | None = None
    aside: list[_Laid] = []  # heads and feet between the two parts
    for each in laid:
        if last is not None and each.running:
            aside.append(each)
            continue
        if last is not None and _continues(last.block, each.block, apart=(last.page, last.stretch) != (each.page, each.stretch)):
            last = last._replace(block=last.block._replace(lines=last.block.lines + each.block.lines))
            continue
        if last is not None:
            yield last
        yield from aside
        aside = []
        last = each if each.block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and not each.running else None
        if last is None:
            yield each
    if last is not None:
        yield last
    yield from aside


def _goes_on(before: _Laid, after: _Laid) -> bool:
    """Return whether a table goes on in the one that stands first on the next page: that has as many columns and no header of its own."""
    above, below = before.block.table, after.block.table
    if above is None or below is None or after.page != before.page + 1:
        return False
    alike = bool(above.rows) and bool(below.rows) and len(above.rows[0]) == len(below.rows[0])
    return alike and not below.header and not below.titles


def _continues(block: Set, after: Set, *, apart: bool) -> bool:
    """Return whether *after* goes on with the sentence that *block* breaks off: in small letters, behind a comma, or with a figure, if it
    stands *apart*, in another column or on another page."""
    opens, ends = after.lines[0][:1] if after.lines else "", block.lines[-1][-1]
    return (
        after.kind is BlockKind.PARAGRAPH
        and not is_caption(block.lines[0])
        and ends not in ".!?:;"
        and (opens.islower() or ends in ",-\u00ad" or (apart and opens.isdigit() and ends.islower()))
    )
