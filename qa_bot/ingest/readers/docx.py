"""Documents of word processors (.docx): the body in its order with its tables; page headers and footers are not read."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple
from xml.etree.ElementTree import Element

from qa_bot.errors import UnreadableDocumentError
from qa_bot.ingest.archive import Archive, archive
from qa_bot.ingest.frame import drop_repeats, unframe
from qa_bot.ingest.grid import Entry, grid, is_value
from qa_bot.ingest.pieces import Draft, Metadata, Report, SourceFile
from qa_bot.ingest.plain import is_heading_shaped
from qa_bot.ingest.readers import misnamed
from qa_bot.ingest.sheet import RAISED, Sheet, line_of
from qa_bot.ingest.tags import author_of, language_of_tag, titled
from qa_bot.ingest.xmltree import XmlError, attribute, child, children, local, parse
from qa_bot.schema import BlockKind

BODY = "word/document.xml"
MAX_BOLD = 100  # characters of a paragraph in bold that serves as a heading
MAX_BASED = 20  # styles that one is based on in turn
_UNREAD = frozenset({"del", "moveFrom", "instrText", "delText", "footnoteReference", "endnoteReference", "pPr", "rPr", "Fallback", "pict"})
_BESIDE_BOXES = frozenset({"del", "moveFrom", "tbl"})  # hold none, or such as are read with them
_SPACES = frozenset({"tab", "br", "cr", "ptab"})
_PLACES = frozenset(
    {"sdt", "sdtContent", "customXml", "ins", "moveTo", "AlternateContent", "Choice", "smartTag"}
)  # hold paragraphs, and are none


class _Style(NamedTuple):
    kind: BlockKind
    level: int = 0


_PLAIN = _Style(BlockKind.PARAGRAPH)


def read(file: SourceFile, report: Report) -> Iterator[Draft]:
    """Yield the document in *file*."""
    name = file.rel
    with archive(file) as packed:
        if BODY not in packed.entries:
            kind = packed.kind()
            reason = f"it is {misnamed(kind)}" if kind else "it holds no text of a word processor; save it as .docx anew"
            raise UnreadableDocumentError(f"{name}: {reason}")
        root = _part(packed, BODY, name)
        styles = _styles(_optional(packed, "word/styles.xml", name))
        core = _optional(packed, "docProps/core.xml", name)
        notes = _optional(packed, "word/footnotes.xml", name)
    sheet = Sheet()
    body = child(root, "body")
    for element in body if body is not None else ():
        _lay(element, sheet, styles)
    for note in children(notes, "footnote") if notes is not None else ():
        if attribute(note, "type") is None:  # else the line that parts notes from the text
            sheet.add(BlockKind.PARAGRAPH, _text(note))
    text, laid = sheet.laid_out()
    if not text:
        raise UnreadableDocumentError(f"{name}: it holds no text; if it is a picture of one, it has to be recognised first")
    pieces, found = unframe(text, laid)
    yield Draft(name, text, drop_repeats(text, pieces), found=found.over(_properties(core, opened_by=laid[0].kind)))


def _part(packed: Archive, entry: str, name: str) -> Element:
    try:
        return parse(packed.read(entry))
    except XmlError as exc:
        raise UnreadableDocumentError(f"{name}: {entry} cannot be read ({exc}); save it anew") from exc


def _optional(packed: Archive, entry: str, name: str) -> Element | None:
    return _part(packed, entry, name) if entry in packed.entries else None


def _properties(core: Element | None, *, opened_by: BlockKind) -> Metadata:
    """Return the title, where no heading opens the text, the author and the language. When a file was made is not when it was published."""
    if core is None:
        return Metadata()
    values = {local(element): line_of(element.text or "") for element in core}
    title = titled(values.get("title", "")) if opened_by is not BlockKind.HEADING else None
    return Metadata(title=title, author=author_of(values.get("creator", "")), language=language_of_tag(values.get("language", "")))


# ---------------------------------------------------------------- styles


def _styles(root: Element | None) -> dict[str, _Style]:
    """Return what each style makes of a paragraph, by the style's id."""
    elements = {attribute(style, "styleId") or "": style for style in children(root, "style")} if root is not None else {}
    return {identifier: _style(identifier, elements) for identifier in elements}


def _style(identifier: str, elements: dict[str, Element]) -> _Style:
    for _ in range(MAX_BASED):
        style = elements.get(identifier)
        if style is None:
            break
        name = (attribute(child(style, "name"), "val") or "").lower()
        if (kind := _named(name)) is not None:
            return kind
        outline = attribute(child(style, "pPr", "outlineLvl"), "val")
        if outline is not None and outline.isdigit() and int(outline) < 9:
            return _Style(BlockKind.HEADING, int(outline) + 1)
        if child(style, "pPr", "numPr") is not None:
            return _Style(BlockKind.LIST_ITEM, 1)
        identifier = attribute(child(style, "basedOn"), "val") or ""
    return _PLAIN


def _named(name: str) -> _Style | None:
    """Return what a style of this built-in name is; in a file they are English whatever language the program speaks."""
    if name.startswith("heading ") and name[8:9].isdigit():
        return _Style(BlockKind.HEADING, int(name[8:9]))
    if name == "title":
        return _Style(BlockKind.HEADING, 1)
    if name == "caption":
        return _Style(BlockKind.CAPTION)
    if name.startswith("list "):
        return _Style(BlockKind.LIST_ITEM, 1)
    if name.startswith(("toc ", "header", "footer", "table of")):
        return _Style(BlockKind.FURNITURE)
    return None


# ---------------------------------------------------------------- the body


def _lay(element: Element, sheet: Sheet, styles: dict[str, _Style]) -> None:
    """Lay out a paragraph, a table, or what holds some."""
    kind = local(element)
    if kind == "p":
        _paragraph(element, sheet, styles)
    elif kind == "tbl":
        _table(element, sheet, styles)
    elif kind in _PLACES:
        for inner in element:
            _lay(inner, sheet, styles)


def _paragraph(element: Element, sheet: Sheet, styles: dict[str, _Style]) -> None:
    text = line_of(_text(element))
    style = styles.get(attribute(child(element, "pPr", "pStyle"), "val") or "", _PLAIN)
    if style.kind is BlockKind.PARAGRAPH:
        number = attribute(child(element, "pPr", "numPr", "numId"), "val")
        if number is not None and number != "0":
            level = attribute(child(element, "pPr", "numPr", "ilvl"), "val") or "0"
            style = _Style(BlockKind.LIST_ITEM, int(level) + 1 if level.isdigit() else 1)
        elif _is_bold(element) and len(text) <= MAX_BOLD and is_heading_shaped(text) and not any(sign.isdigit() for sign in text):
            style = _Style(BlockKind.HEADING, 6)
    sheet.add(style.kind, text, level=style.level)
    for box in _boxes(element):
        for inner in box:
            _lay(inner, sheet, styles)


def _boxes(element: Element) -> Iterator[Element]:
    """Yield the text boxes that hang on a paragraph, each once: a file may have them in an old form, too."""
    for inner in _chosen(element):
        if local(inner) == "txbxContent":
            yield inner
        elif local(inner) not in _BESIDE_BOXES:
            yield from _boxes(inner)


def _chosen(element: Element) -> Iterator[Element]:
    """Yield what *element* holds, of several forms of the same the first that has a text box."""
    if local(element) != "AlternateContent":
        yield from element
        return
    forms = (form for form in element if any(local(inner) == "txbxContent" for inner in form.iter()))
    yield from islice(forms, 1)


def _is_bold(element: Element) -> bool:
    runs = [run for run in children(element, "r") if _text(run).strip()]
    return bool(runs) and all((bold := child(run, "rPr", "b")) is not None and attribute(bold, "val") not in ("0", "false") for run in runs)


def _text(element: Element) -> str:
    """Return the text in *element*; what was deleted, hidden, or stands in a box of its own is left out."""
    kind = local(element)
    if kind == "t":
        return element.text or ""
    if kind in _SPACES:
        return " "
    if kind == "noBreakHyphen":
        return "-"
    if kind in _UNREAD or kind == "txbxContent" or (kind == "r" and _is_hidden(element)):
        return ""
    text = "".join(map(_text, element))
    if kind == "r" and attribute(child(element, "rPr", "vertAlign"), "val") == "superscript":
        return text.translate(RAISED)
    return text + " " if kind in ("p", "tc") else text


def _is_hidden(run: Element) -> bool:
    hidden = child(run, "rPr", "vanish")
    return hidden is not None and attribute(hidden, "val") not in ("0", "false")


# ---------------------------------------------------------------- tables


def _table(element: Element, sheet: Sheet, styles: dict[str, _Style]) -> None:
    """Lay out a table, and behind it those that stand in its cells; one of a single column is a frame around text, and so is one that has
    others in its cells and no numbers beside them."""
    rows = [(row, list(_cells(row))) for row in _rows(element)]
    inside = [table for _, cells in rows for cell in cells for table in _tables(cell)]
    if max((len(cells) for _, cells in rows), default=0) < 2 or (
        inside and not any(_is_number(cell) for _, cells in rows for cell in cells)
    ):
        for inner in chain.from_iterable(cell for _, cells in rows for cell in cells):
            _lay(inner, sheet, styles)
        return
    entries: list[list[Entry]] = []
    open_cells: dict[int, tuple[int, int]] = {}  # by column: row and place of the entry that goes on below
    for number, (row, cells) in enumerate(rows):
        header = child(row, "trPr", "tblHeader") is not None
        entries.append([])
        column = _count(attribute(child(row, "trPr", "gridBefore"), "val"), 0)
        entries[-1] += [Entry("")] * column
        for cell in cells:
            width = _count(attribute(child(cell, "tcPr", "gridSpan"), "val"), 1)
            merge = child(cell, "tcPr", "vMerge")
            if merge is not None and attribute(merge, "val") != "restart" and column in open_cells:
                above, place = open_cells[column]
                entries[above][place] = entries[above][place]._replace(rows=number - above + 1)
            else:
                open_cells.pop(column, None)
                if merge is not None:
                    open_cells[column] = (number, len(entries[-1]))
                entries[-1].append(Entry(line_of(_own_text(cell)), header, width))
            column += width
    sheet.table(grid(entries))
    for table in inside:
        _table(table, sheet, styles)
    for box in chain.from_iterable(_boxes(cell) for _, cells in rows for cell in cells):
        for inner in box:
            _lay(inner, sheet, styles)


def _tables(cell: Element) -> Iterator[Element]:
    for inner in cell:
        if local(inner) == "tbl":
            yield inner
        elif local(inner) in _PLACES:
            yield from _tables(inner)


def _own_text(cell: Element) -> str:
    """Return the text of a cell without that of tables in it."""
    return "".join(_own_text(inner) if local(inner) in _PLACES else _text(inner) for inner in cell if local(inner) != "tbl")


def _is_number(cell: Element) -> bool:
    return is_value(line_of(_own_text(cell)))


def _rows(element: Element) -> Iterator[Element]:
    for inner in element:
        if local(inner) == "tr":
            yield inner
        elif local(inner) in _PLACES:
            yield from _rows(inner)


def _cells(row: Element) -> Iterator[Element]:
    for inner in row:
        if local(inner) == "tc":
            yield inner
        elif local(inner) in _PLACES:
            yield from _cells(inner)


def _count(value: str | None, otherwise: int) -> int:
    return min(int(value), 1000) if value is not None and value.isdigit() else otherwise
