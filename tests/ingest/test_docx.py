"""Documents of word processors, written by a library as such programs write them, and what is broken or hostile in them."""

import zipfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document as Written
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from qa_bot.errors import UnreadableDocumentError
from qa_bot.figures.extract import extract
from qa_bot.ingest import SourceFile, read, split
from qa_bot.ingest.readers.docx import BODY
from qa_bot.schema import BlockKind, Document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _read(path: Path) -> Document:
    (document,) = read(SourceFile(path.parent, path, path.name), report=lambda reason: None)
    return document


def _saved(written: Written, folder: Path) -> Document:
    path = folder / "report.docx"
    written.save(str(path))
    return _read(path)


def _raw(folder: Path, body: str, **parts: str) -> Document:
    path = folder / "report.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(BODY, f'<?xml version="1.0"?><w:document {W}><w:body>{body}</w:body></w:document>')
        for name, content in parts.items():
            packed.writestr(name, content)
    return _read(path)


def _blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.text[block.span.start : block.span.end]) for block in document.blocks]


def _report() -> Written:
    written = docx.Document()
    written.core_properties.title, written.core_properties.created = "template2", datetime(2015, 1, 1, tzinfo=UTC)
    written.sections[0].header.paragraphs[0].text = "Port Office - internal - page header 77"
    written.sections[0].footer.paragraphs[0].text = "Port Office, 1 Harbour Street, printed on 3 May 2019"
    written.add_heading("Fishing in 2022", 0)
    written.add_heading("Boats", 1)
    written.add_paragraph("The fleet of Tarn Bay had 212 boats in 2022, nine fewer than a year before.")
    written.add_paragraph("trawlers: 37", style="List Bullet")
    written.add_paragraph("cutters: 175", style="List Bullet")
    written.add_paragraph("Table 1. Landings by species, tonnes", style="Caption")
    table = written.add_table(rows=0, cols=3)
    for row in (("Species", "2021", "2022"), ("Cod", "18,400", "12,750"), ("Turbot", "640", "n/a"), ("Total", "19,040", "12,750")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    written.add_heading("Outlook", 1)
    written.add_paragraph("The council expects 14,000 tonnes in 2023.")
    return written


def _spanning() -> Written:
    written = docx.Document()
    written.add_heading("Schools", 1)
    written.add_paragraph("Pupils and teachers by district (thousands):")
    table = written.add_table(rows=5, cols=4)
    for at, row in enumerate(
        (
            ("District", "Pupils", "", "Teachers"),
            ("", "2021", "2022", "2022"),
            ("North", "33.8", "34.1", "2.1"),
            ("South", "21.5", "–", "1.3"),
        )
    ):
        for cell, text in zip(table.rows[at].cells, row, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    table.rows[4].cells[0].text = "Total"
    table.rows[4].cells[3].text = "3.4"
    return written


def _russian() -> Written:
    written = docx.Document()
    written.add_heading("Итоги посевной", 1)
    written.add_paragraph("РЕЧНОЙ, 5 июня 2023 г. — В районе засеяли 41 200 гектаров, сообщила администрация.")
    written.add_paragraph("Под рожь отвели 9 300 гектаров.", style="List Number")
    written.add_paragraph("Под овёс — 4 100.", style="List Number")
    return written


def _framed() -> Written:
    written = docx.Document()
    frame = written.add_table(rows=1, cols=1).cell(0, 0)
    frame.text = "In short: 48 farms, 620 workers."
    paragraph = written.add_paragraph("")
    paragraph.add_run("What the farms grow").bold = True
    text = written.add_paragraph("Rye grows on 1,204")
    text.add_run("2").font.superscript = True
    text.add_run(" hectares.")
    text.add_run(" Nobody reads this: 999.").font.hidden = True
    return written


TEXTS = {
    _report: "Fishing in 2022 Boats The fleet of Tarn Bay had 212 boats in 2022, nine fewer than a year before. trawlers: 37 cutters: 175 Table 1. Landings by "
    "species, tonnes Species | 2021 | 2022 Cod | 18,400 | 12,750 Turbot | 640 | n/a Total | 19,040 | 12,750 Outlook The council expects 14,000 tonnes in 2023.",
    _spanning: "Schools Pupils and teachers by district (thousands): District | Pupils | Teachers | 2021 | 2022 | 2022 North | 33.8 | 34.1 | 2.1 "
    "South | 21.5 | – | 1.3 Total | | | 3.4",
    _russian: "Итоги посевной РЕЧНОЙ, 5 июня 2023 г. — В районе засеяли 41 200 гектаров, сообщила администрация. Под рожь отвели 9 300 гектаров. Под овёс — 4 100.",
    _framed: "In short: 48 farms, 620 workers. What the farms grow Rye grows on 1,204² hectares.",
}


@pytest.mark.parametrize("made", TEXTS, ids=lambda made: made.__name__.strip("_"))
def test_every_word_of_the_body_is_read_and_none_of_headers_and_footers(tmp_path, made):
    document = _saved(made(), tmp_path)
    kept = [text for kind, text in _blocks(document) if kind != "furniture"]
    assert Counter(" ".join(kept).split()) == Counter(TEXTS[made].split())


def _nested(folder: Path, *beside: tuple[str, str]) -> list[tuple[str, str]]:
    written = docx.Document()
    outer = written.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "Note: 77 wells ran dry."
    inner = outer.cell(0, 1).add_table(rows=3, cols=2)
    for at, row in enumerate((("District", "Wells drilled"), ("Orle", "23"), ("Tarn", "31"))):
        for cell, text in zip(inner.rows[at].cells, row, strict=True):
            cell.text = text
    for row in beside:
        for cell, text in zip(outer.add_row().cells, row, strict=True):
            cell.text = text
    return _blocks(_saved(written, folder))


def test_a_table_in_a_cell_keeps_its_rows(tmp_path):
    inner = "District | Wells drilled\nOrle | 23\nTarn | 31"
    assert _nested(tmp_path) == [("paragraph", "Note: 77 wells ran dry."), ("table", inner)]
    beside = _nested(tmp_path, ("Springs", "12"), ("Ponds", "9"))
    assert beside == [("caption", "Note: 77 wells ran dry."), ("table", "Springs | 12\nPonds | 9"), ("table", inner)]


def test_headings_lists_captions_and_tables_are_told(tmp_path):
    assert [kind for kind, _ in _blocks(_saved(_report(), tmp_path))] == [
        "heading", "heading", "paragraph", "list_item", "list_item", "caption", "table", "heading", "paragraph"
    ]  # fmt: skip


def test_the_title_is_what_stands_over_the_text_and_a_day_of_making_dates_nothing(tmp_path):
    document = _saved(_report(), tmp_path)
    assert (document.title, document.published) == ("Fishing in 2022", None)


@pytest.mark.parametrize(
    ("said", "title"),
    [
        pytest.param("Fishing in 2022", "Fishing in 2022", id="a title"),
        pytest.param("Microsoft Word - report_final_v3.doc", None, id="what the program called it"),
        pytest.param("fishing-2022.docx", None, id="the name of a file"),
    ],
)
def test_a_property_that_is_the_name_of_a_file_is_no_title(tmp_path, said, title):
    written = docx.Document()
    written.core_properties.title = said
    written.add_paragraph("The fleet of Tarn Bay had 212 boats in 2022, nine fewer than a year before.")
    assert _saved(written, tmp_path).title == title


def test_a_dateline_dates(tmp_path):
    document = _saved(_russian(), tmp_path)
    assert (document.language, document.published and document.published.isoformat()) == ("ru", "2023-06-05")


def test_a_short_line_in_bold_is_a_heading_and_a_table_of_one_cell_a_frame(tmp_path):
    assert _blocks(_saved(_framed(), tmp_path)) == [
        ("paragraph", "In short: 48 farms, 620 workers."),
        ("heading", "What the farms grow"),
        ("paragraph", "Rye grows on 1,204² hectares."),
    ]


CELLS = {
    _report: [("18,400", 18400, "t", "Cod", 2021), ("12,750", 12750, "t", "Cod", 2022), ("640", 640, "t", "Turbot", 2021), ("19,040", 19040, "t", "Total", 2021),
              ("12,750", 12750, "t", "Total", 2022)],
    _spanning: [("33.8", 33800, "person", "North", 2021), ("34.1", 34100, "person", "North", 2022), ("2.1", 2100, "person", "North", 2022),
                ("21.5", 21500, "person", "South", 2021), ("1.3", 1300, "person", "South", 2022), ("3.4", 3400, "person", "Total", 2022)],
}  # fmt: skip


@pytest.mark.parametrize("made", CELLS, ids=lambda made: made.__name__.strip("_"))
def test_every_cell_with_a_figure_is_found_with_its_scope(tmp_path, made):
    document = _saved(made(), tmp_path)
    table = next(block.span for block in document.blocks if block.kind is BlockKind.TABLE)
    found = [figure for figure in extract(document, split(document)) if table.start <= figure.span.start < table.end]
    assert [
        (each.surface, float(each.value), each.unit, each.label, each.period.start.year if each.period and each.period.start else None)
        for each in found
    ] == CELLS[made]


def test_what_was_deleted_is_not_read_and_what_was_inserted_is(tmp_path):
    written = docx.Document()
    paragraph = written.add_paragraph("The port had ")
    for tag, text_tag, text in (("w:del", "w:delText", "300"), ("w:ins", "w:t", "212")):
        change, run, content = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        content.text = text
        run.append(content)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run(" boats.")
    assert paragraph._p.find(qn("w:del")) is not None
    assert _saved(written, tmp_path).text == "The port had 212 boats."


BOX = "<w:txbxContent><w:p><w:r><w:t>Rye: 40 t.</w:t></w:r></w:p></w:txbxContent>"
OLD = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
NEW = f"<w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing>"


@pytest.mark.parametrize(
    "hung",
    [
        pytest.param(
            f"<mc:AlternateContent><mc:Choice>{NEW}</mc:Choice><mc:Fallback>{OLD}</mc:Fallback></mc:AlternateContent>", id="both forms"
        ),
        pytest.param(f"<mc:AlternateContent><mc:Fallback>{OLD}</mc:Fallback></mc:AlternateContent>", id="the old form beside no other"),
        pytest.param(
            f"<mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback>{OLD}</mc:Fallback></mc:AlternateContent>",
            id="the old form beside a picture",
        ),
        pytest.param(OLD, id="the old form"),
        pytest.param(NEW, id="the new form"),
    ],
)
@pytest.mark.parametrize("in_cell", [False, True])
def test_a_text_box_is_read_once(tmp_path, hung, in_cell):
    names = 'xmlns:mc="urn:mc" xmlns:v="urn:v" xmlns:wps="urn:wps"'
    run = f"<w:p {names}><w:r><w:t>Farms</w:t>{hung}</w:r></w:p>"
    cells = [run, *(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("Oats", "Tarn", "12"))]
    rows = "".join(f"<w:tr><w:tc>{left}</w:tc><w:tc>{right}</w:tc></w:tr>" for left, right in zip(cells[::2], cells[1::2], strict=True))
    document = _raw(tmp_path, f"<w:tbl>{rows}</w:tbl>" if in_cell else run)
    around = ("table", "Farms | Oats\nTarn | 12") if in_cell else ("paragraph", "Farms")
    assert _blocks(document) == [around, ("paragraph", "Rye: 40 t.")]


def test_a_text_box_that_was_deleted_is_not_read(tmp_path):
    document = _raw(tmp_path, f'<w:p xmlns:v="urn:v"><w:r><w:t>Farms grew rye.</w:t></w:r><w:del><w:r>{OLD}</w:r></w:del></w:p>')
    assert _blocks(document) == [("paragraph", "Farms grew rye.")]


# ---------------------------------------------------------------- what is broken or hostile


@pytest.mark.parametrize(
    "head",
    [
        pytest.param('<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>', id="entities that grow"),
        pytest.param('<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>', id="an entity from another file"),
        pytest.param('<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/x.dtd">', id="a type from elsewhere"),
    ],
)
def test_a_document_type_is_refused(tmp_path, head):
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(
            BODY, f"<?xml version='1.0'?>{head}<w:document {W}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
        )
    with pytest.raises(UnreadableDocumentError, match="declares a document type"):
        _read(path)


@pytest.mark.parametrize("content", ["<w:document", "", "<a/>" * 2, "\x00", "<w:p>" * 10], ids=range(5))
def test_broken_xml_is_named(tmp_path, content):
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(BODY, content)
    with pytest.raises(UnreadableDocumentError, match=r"report\.docx"):
        _read(path)


def test_elements_nested_too_deeply_are_refused(tmp_path):
    with pytest.raises(UnreadableDocumentError, match="nested too deeply"):
        _raw(tmp_path, "<w:sdt>" * 5000 + "</w:sdt>" * 5000)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"PK\x03\x04 and then nothing", "damaged, or no .docx file", id="cut off"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 100, "locked by a password, or of an old word processor", id="an old or encrypted one"
        ),
        pytest.param(b"", "the file is empty", id="empty"),
    ],
)
def test_what_is_no_docx_is_named(tmp_path, data, reason):
    path = tmp_path / "report.docx"
    path.write_bytes(data)
    with pytest.raises(UnreadableDocumentError, match=reason):
        _read(path)


def test_an_archive_without_a_body_or_without_text_is_named(tmp_path):
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("other.xml", "<a/>")
    with pytest.raises(UnreadableDocumentError, match="no text of a word processor"):
        _read(path)
    with pytest.raises(UnreadableDocumentError, match="it holds no text"):
        _raw(tmp_path, "<w:p/>")
