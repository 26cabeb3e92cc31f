"""PDF documents as programs write them: order of reading, paragraphs, tables, heads and feet; and what is broken or hostile."""

import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    ListFlowable,
    ListItem,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
)

from qa_bot.deadline import deadline
from qa_bot.errors import UnreadableDocumentError
from qa_bot.figures.extract import extract
from qa_bot.ingest import SourceFile, read, split
from qa_bot.ingest.glyphs import Segment
from qa_bot.ingest.mending import mended
from qa_bot.ingest.readers.pdf import _masthead
from qa_bot.schema import BlockKind, Document

STYLES = getSampleStyleSheet()
FLEET = (
    "The fleet of Tarn Bay had 212 boats in 2022, nine fewer than a year before, the port office said on Tuesday. Of them 37 were trawlers."
)
LOSSES = (
    "Frost in May destroyed a third of the blossoms, and the farm office estimates the losses at EUR 4.1 million. Insurance paid for a tenth of them, which "
    "is why the council wants a fund for such years, to be fed by a levy on the long-term leases of land."
)
RYE = "Rye was sown on 9,300 hectares in autumn, oats on 4,100. The growers' union expects a harvest of about 31,000 tonnes if the summer stays dry and calm."
MILLS = "Twelve mills ground 28,400 tonnes of grain last winter; three of them have closed since. The largest one, at Oldmere, employs 85 people."
LANDINGS = [["Species", "2021", "2022"], ["Cod", "18,400", "12,750"], ["Turbot", "640", "n/a"], ["Total", "19,040", "12,750"]]
TRADE = [
    ["Region", "Exports", "", "Imports", ""],
    ["", "2021", "2022", "2021", "2022"],
    ["Europe", "41,250", "46,031", "38,114", "44,902"],
    ["Asia", "9,870", "10,655", "15,220", "–"],
]
SPANNING = [
    ("SPAN", (1, 0), (2, 0)),
    ("SPAN", (3, 0), (4, 0)),
    ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
    ("ALIGN", (1, 0), (-1, 0), "CENTER"),
    ("GRID", (0, 0), (-1, -1), 1, colors.black),
]


def _set(text: str, style: str = "Normal") -> Paragraph:
    return Paragraph(text, STYLES[style])


def _head(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.saveState()
    canvas.setFont("Helvetica", 8)
    canvas.drawString(60, 810, "Port Office – Annual Report 2022")
    canvas.drawCentredString(300, 25, f"Page {document.page} of 3")
    canvas.restoreState()


def _built(story: list[Flowable], *frames: Frame, head: bool = True, **info: str) -> bytes:
    stream = BytesIO()
    document = BaseDocTemplate(stream, pagesize=A4, **info)
    document.addPageTemplates(
        PageTemplate(frames=list(frames) or [Frame(60, 60, 475, 720)], onPage=_head if head else lambda canvas, document: None)
    )
    document.build(story)
    return stream.getvalue()


def _report() -> bytes:
    bullets = ListFlowable([ListItem(_set("trawlers: 37")), ListItem(_set("cutters: 175"))], bulletType="bullet")
    first = [
        _set("Fishing in 2022", "Title"),
        _set(FLEET),
        _set("1. Landings", "Heading2"),
        _set(LOSSES),
        _set("Table 1. Landings by species, tonnes"),
        Table(LANDINGS),
    ]
    return _built(
        [*first, PageBreak(), _set("2. Boats", "Heading2"), _set(RYE), bullets, _set(MILLS)], title="Microsoft Word - report.docx"
    )


def _columns() -> bytes:
    frames = [Frame(60, 700, 475, 90), Frame(60, 60, 230, 630), Frame(305, 60, 230, 630)]
    over = [_set("Rye and oats", "Title"), _set("A review of the harvest in the northern plain by the farm office."), FrameBreak()]
    return _built(
        [*over, _set("Fleet", "Heading2"), _set(FLEET), _set(LOSSES), FrameBreak(), _set("Fields", "Heading2"), _set(RYE), _set(MILLS)],
        *frames,
    )


def _spanning() -> bytes:
    return _built(
        [
            _set("Trade", "Title"),
            _set(RYE),
            _set("Table 2: Exports and imports by region, EUR million"),
            Table(TRADE, style=SPANNING),
            _set(MILLS),
        ],
        head=False,
    )


def _three_columns() -> bytes:
    frames = [Frame(40 + 175 * at, 60, 165, 720) for at in range(3)]
    return _built([_set(FLEET), FrameBreak(), _set(RYE), FrameBreak(), _set(MILLS)], *frames, head=False)


def _flowing() -> bytes:
    """A paragraph that goes on on the next page, under its head."""
    stream = BytesIO()
    document = BaseDocTemplate(stream, pagesize=A4)
    document.addPageTemplates(
        [PageTemplate("low", [Frame(60, 60, 475, 60)], onPage=_head), PageTemplate("full", [Frame(60, 60, 475, 720)], onPage=_head)]
    )
    document.build([NextPageTemplate("full"), _set(f"{FLEET} {LOSSES} {RYE} {MILLS}")])
    return stream.getvalue()


def _typewriter() -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setFont("Courier", 10)
    lines = ["Harvest of the northern plain, 2022", "", "The farms brought in 31,000 tonnes of rye, the office esti-", "mates; oats gave 9,800. Long-term leases cover one half of it.",
             "", "District      2021    2022", "North        1,204   1,377", "Upper Vale     310       –", "", "Nothing else was counted."]  # fmt: skip
    for at, line in enumerate(lines):
        canvas.drawString(60, 780 - 13 * at, line)
    canvas.save()
    return stream.getvalue()


def _flat(rows: list[list[str]]) -> str:
    return " ".join(text for row in rows for text in row)


TEXTS = {
    _report: f"Fishing in 2022 {FLEET} 1. Landings {LOSSES} Table 1. Landings by species, tonnes {_flat(LANDINGS)} 2. Boats {RYE} trawlers: 37 cutters: 175 {MILLS}",
    _columns: f"Rye and oats A review of the harvest in the northern plain by the farm office. Fleet {FLEET} {LOSSES} Fields {RYE} {MILLS}",
    _spanning: f"Trade {RYE} Table 2: Exports and imports by region, EUR million {_flat(TRADE)} {MILLS}",
    _three_columns: f"{FLEET} {RYE} {MILLS}",
    _flowing: f"{FLEET} {LOSSES} {RYE} {MILLS}",
    _typewriter: "Harvest of the northern plain, 2022 The farms brought in 31,000 tonnes of rye, the office estimates; oats gave 9,800. Long-term leases cover one half "
    "of it. District 2021 2022 North 1,204 1,377 Upper Vale 310 – Nothing else was counted.",
}


def _read(folder: Path, data: bytes, reports: list[str] | None = None) -> Document:
    path = folder / "report.pdf"
    path.write_bytes(data)
    (document,) = read(SourceFile(folder, path, path.name), report=reports.append if reports is not None else lambda reason: None)
    return document


def _texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [document.text[block.span.start : block.span.end] for block in document.blocks if not kinds or block.kind in kinds]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\s|]+", text)


@pytest.mark.parametrize("made", TEXTS, ids=lambda made: made.__name__.strip("_"))
def test_every_word_is_kept_in_the_order_of_reading_and_none_of_heads_and_feet(tmp_path, made):
    document = _read(tmp_path, made())
    kept = " ".join(_texts(document, *(kind for kind in BlockKind if kind is not BlockKind.FURNITURE)))
    meant = TEXTS[made]
    assert Counter(_words(kept)) == Counter(_words(meant))
    sentences = [sentence for sentence in (FLEET, LOSSES, RYE, MILLS) if sentence in meant]
    assert sorted(sentences, key=kept.find) == sorted(sentences, key=meant.find)


def test_a_paragraph_is_one_block_across_lines_columns_and_pages(tmp_path):
    assert _texts(_read(tmp_path, _flowing()), BlockKind.PARAGRAPH) == [f"{FLEET} {LOSSES} {RYE} {MILLS}"]


def test_headings_items_and_captions_are_told_and_each_has_its_page(tmp_path):
    document = _read(tmp_path, _report())
    found = [(block.kind.value, block.page) for block in document.blocks if block.kind is not BlockKind.FURNITURE]
    assert found == [("heading", 1), ("paragraph", 1), ("heading", 1), ("paragraph", 1), ("caption", 1), ("table", 1),
                     ("heading", 2), ("paragraph", 2), ("list_item", 2), ("list_item", 2), ("paragraph", 2)]  # fmt: skip
    assert {passage.page for passage in split(document)} == {1, 2}


def test_the_title_is_the_largest_line_at_the_top_and_no_file_name(tmp_path):
    assert _read(tmp_path, _report()).title == "Fishing in 2022"
    assert _read(tmp_path, _built([_set(RYE)], title="Harvest report")).title == "Harvest report"
    assert _read(tmp_path, _built([_set(RYE)], title="final_v2.indd")).title is None
    assert _read(tmp_path, _built([_set(RYE)], title="Document handling in 2022")).title == "Document handling in 2022"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Rye and oats in 2023", "heading", id="a title"),
        pytest.param("Farm Office", "paragraph", id="whose the text is"),
        pytest.param("Rye was sown on 40 farms in 2023", "paragraph", id="a line with a number"),
        pytest.param("Nobody sowed any rye in 2023.", "paragraph", id="a sentence"),
    ],
)
def test_the_line_that_opens_a_text_of_one_size_heads_it(tmp_path, line, kind):
    document = _read(tmp_path, _built([_set(line), _set("Table 1. Landings by species, tonnes"), Table(LANDINGS), _set(RYE)], head=False))
    assert (document.blocks[0].kind.value, document.text[: len(line)]) == (kind, line)


def test_a_day_of_making_dates_nothing(tmp_path):
    assert _read(tmp_path, _report()).published is None


CELLS = {
    _report: [("18,400", 18400, "t", "Cod", 2021), ("12,750", 12750, "t", "Cod", 2022), ("640", 640, "t", "Turbot", 2021), ("19,040", 19040, "t", "Total", 2021),
              ("12,750", 12750, "t", "Total", 2022)],
    _spanning: [(surface, int(surface.replace(",", "")) * 10**6, "EUR", row[0], year) for row in TRADE[2:] for surface, year in zip(row[1:], (2021, 2022, 2021, 2022), strict=True)
                if surface != "–"],
    _typewriter: [("1,204", 1204, None, "North", 2021), ("1,377", 1377, None, "North", 2022), ("310", 310, None, "Upper Vale", 2021)],
}  # fmt: skip


@pytest.mark.parametrize("made", CELLS, ids=lambda made: made.__name__.strip("_"))
def test_every_cell_with_a_figure_is_found_with_its_scope(tmp_path, made):
    document = _read(tmp_path, made())
    table = next(block.span for block in document.blocks if block.kind is BlockKind.TABLE)
    found = [figure for figure in extract(document, split(document)) if table.start <= figure.span.start < table.end]
    assert [figure.surface for figure in found] == [cell[0] for cell in CELLS[made]]
    for figure, (_, value, unit, label, year) in zip(found, CELLS[made], strict=True):
        assert (float(figure.value), figure.label, figure.period and figure.period.start and figure.period.start.year) == (
            value,
            label,
            year,
        )
        assert unit is None or figure.unit == unit


def test_a_header_over_two_columns_is_a_part_of_both(tmp_path):
    document = _read(tmp_path, _spanning())
    found = {figure.surface: figure.counted for figure in extract(document, split(document))}
    assert ("Exports" in (found["46,031"] or ""), "Imports" in (found["38,114"] or "")) == (True, True)


@pytest.mark.parametrize(
    ("lines", "compounds", "text"),
    [
        pytest.param(["the har-", "vest"], (), "the harvest", id="a word parted at the end of a line"),
        pytest.param(
            ["the long-", "term view"], ("long-term",), "the long-term view", id="a compound that the document also writes in a line"
        ),
        pytest.param(["from Tarn-", "Bay"], (), "from Tarn-Bay", id="a name with a hyphen"),
        pytest.param(["in 2019-", "2020 rye"], (), "in 2019- 2020 rye", id="a figure is never joined with another"),
        pytest.param(["уро\u00ad", "жай"], (), "урожай", id="a soft hyphen"),
        pytest.param(["since COVID-", "19 spread"], (), "since COVID-19 spread", id="a name with a figure"),
        pytest.param(["a 10-", "year plan"], (), "a 10-year plan", id="a figure and its noun"),
        pytest.param(["from 12–", "14 wards"], (), "from 12–14 wards", id="a range"),
        pytest.param(["long-", "and short-term"], (), "long- and short-term", id="a hyphen that hangs"),
        pytest.param(["at the T-", "junction"], (), "at the T-junction", id="a letter"),
        pytest.param(["a Europe-", "wide ban"], (), "a Europe-wide ban", id="the last part of compounds"),
        pytest.param(["by self-", "employed men"], (), "by self-employed men", id="the first part of compounds"),
        pytest.param(["now so-", "called"], (), "now so-called", id="a compound"),
        pytest.param(["of so-", "cial aid"], (), "of social aid", id="no compound"),
        pytest.param(["чем когда-", "либо"], (), "чем когда-либо", id="a russian particle"),
        pytest.param(["на юго-", "западе"], (), "на юго-западе", id="a point of the compass"),
        pytest.param(["в этом мес-", "те"], (), "в этом месте", id="a russian word parted"),
    ],
)
def test_words_are_mended(lines, compounds, text):
    assert mended(lines, frozenset(compounds)) == text


def test_words_longer_than_anybody_writes_are_mended_in_a_time_that_grows_with_their_length():
    with deadline(5):
        text = mended(["x" * 400_000, *["y" * 2000] * 300, "the har-", "vest"], frozenset())
    assert text.endswith(" the harvest")


def test_a_page_whose_text_lies_far_apart_and_in_one_word_is_read(tmp_path):
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(14_000, 14_000))
    for number in range(30):
        canvas.drawString(60 + 460 * number, 13_000 - 14 * number, f"The farms of the north had {number} new mills in 2022.")
    canvas.setFont("Helvetica", 0.1)
    canvas.drawString(60, 500, "x" * 20_000 + " and they stand.")
    canvas.save()
    with deadline(15):
        text = _read(tmp_path, stream.getvalue()).text
    assert "29 new mills in 2022." in text


def test_soft_hyphens_in_a_line_part_no_word(tmp_path):
    registerFont(TTFont("Vera", "Vera.ttf"))
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setFont("Vera", 11)
    canvas.drawString(60, 700, "The har\u00advest of 2022 was bet\u00adter than any before, and 9,300 hec\u00ad")
    canvas.drawString(60, 686, "tares of oats were sown in au\u00adtumn.")
    canvas.save()
    assert (
        _read(tmp_path, stream.getvalue()).text
        == "The harvest of 2022 was better than any before, and 9,300 hectares of oats were sown in autumn."
    )


def test_raised_figures_lengthen_no_number_and_watermarks_are_not_read(tmp_path):
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.drawString(60, 700, "The farms brought in 1,204")
    canvas.setFont("Helvetica", 7)
    canvas.drawString(60 + canvas.stringWidth("The farms brought in 1,204", "Helvetica", 12), 705, "2")
    canvas.setFont("Helvetica", 60)
    canvas.rotate(45)
    canvas.drawString(300, 300, "DRAFT 2023")
    canvas.save()
    assert _read(tmp_path, stream.getvalue()).text == "The farms brought in 1,204²"


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("upright", [True, False])
def test_a_page_on_its_side_is_read(tmp_path, turned, upright):
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setPageRotation(turned)
    if upright:  # as it is looked at
        canvas.translate(300, 400)
        canvas.rotate(turned)
        canvas.translate(-200, 0)
    canvas.drawString(60, 40, "The mill ground 515 sacks")
    canvas.drawString(60, 24, "of rye in 2022, it says.")
    canvas.drawString(60, -20, "It then closed for six weeks.")
    canvas.save()
    text = _read(tmp_path, stream.getvalue()).text
    assert text == "The mill ground 515 sacks of rye in 2022, it says.\n\nIt then closed for six weeks."


def test_what_was_entered_into_a_form_is_read_beside_its_name(tmp_path):
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.drawString(72, 700, "Boats moored in 2023:")
    canvas.acroForm.textfield(name="boats", value="38", x=260, y=692, width=100, height=20)
    canvas.save()
    words = _read(tmp_path, stream.getvalue()).text.replace("|", " ").split()
    assert words == ["Boats", "moored", "in", "2023:", "38"]


# ---------------------------------------------------------------- what cannot be read


def _scanned(*, text: bool) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "white")), 50, 50, 400, 600)
    canvas.showPage()
    if text:
        canvas.drawString(60, 700, RYE[:60])
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_pages_that_are_pictures_are_named(tmp_path):
    with pytest.raises(UnreadableDocumentError, match=r"report\.pdf: its pages are pictures of text"):
        _read(tmp_path, _scanned(text=False))
    reports: list[str] = []
    assert _read(tmp_path, _scanned(text=True), reports).text == RYE[:60]
    assert reports == ["report.pdf: only page 1: it is a picture; have its text recognised (OCR)"]


def test_an_encrypted_file_is_named(tmp_path):
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4, encrypt=StandardEncryption("secret"))
    canvas.drawString(60, 700, RYE)
    canvas.save()
    with pytest.raises(UnreadableDocumentError, match="it is encrypted"):
        _read(tmp_path, stream.getvalue())


LOOP = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [2 0 R 3 0 R] /Count 100000 /Parent 2 0 R>> endobj
3 0 obj <</Type /Page /Parent 3 0 R /Contents 3 0 R /MediaBox [0 0 9 9]>> endobj
trailer <</Root 1 0 R /Size 4 /Prev 9>>
"""


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7\n", b"no PDF at all", LOOP, b"%PDF-1.4\n" + b"<<" * 200_000, b"%PDF-1.4\nxref\n0 99999999\ntrailer <</Root 1 0 R>>\n"],
    ids=range(6),
)
def test_a_broken_file_is_named(tmp_path, data):
    with pytest.raises(UnreadableDocumentError, match=r"report\.pdf"):
        _read(tmp_path, data)


TREE = (
    "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
    + "".join(f"{at} 0 obj <</Type /Pages /Count {10 ** (30 - at)} /Kids [{f'{at + 1} 0 R ' * 10}]>> endobj\n" for at in range(2, 22))
    + "22 0 obj <</Type /Page /MediaBox [0 0 9 9]>> endobj\ntrailer <</Root 1 0 R /Size 23>>\n"
).encode()


def test_a_broken_file_is_not_called_what_the_one_before_it_was(tmp_path):
    test_an_encrypted_file_is_named(tmp_path)
    for data in (TREE, b"%PDF-1.4\n1 0 obj <</Type /Catalog /X " + b"[" * 100_000 + b">> endobj\ntrailer <</Root 1 0 R>>\n"):
        with pytest.raises(UnreadableDocumentError, match="damaged, or no PDF") as told:
            _read(tmp_path, data)
        assert "Success" not in str(told.value)


def _with_pages(*pages: str) -> bytes:
    """Return a file of *pages*, each the source of its object."""
    kids = " ".join(f"{number} 0 R" for number in range(4, 4 + len(pages)))
    objects = ["<</Type /Catalog /Pages 2 0 R>>", f"<</Type /Pages /Kids [{kids}] /Count {len(pages)}>>", FONT, *pages]
    source, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(source))
        source += f"{number} 0 obj {each} endobj\n"
    entries = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{entries}trailer <</Root 1 0 R /Size {size}>>\nstartxref\n{len(source)}\n%%EOF\n"
    return (source + end).encode()


FONT = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"
NO_PAGE = "<</Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1>>"  # it holds the one that holds it
NOTHING = "null"
EMPTY = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800]>>"


@pytest.mark.parametrize(
    ("pages", "reason"),
    [
        pytest.param([NO_PAGE, NO_PAGE], "the pages 1, 2 are damaged", id="all"),
        pytest.param([EMPTY, NOTHING], "page 2 is damaged", id="beside an empty one"),
    ],
)
def test_pages_that_are_damaged_are_told_in_one_line(tmp_path, pages, reason):
    reports: list[str] = []
    with pytest.raises(UnreadableDocumentError, match=rf"report\.pdf: {reason} .*; get it anew") as told:
        _read(tmp_path, _with_pages(*pages), reports)
    assert reports == []
    assert ("and no other page of it holds text" in str(told.value)) == (EMPTY in pages)


def test_a_file_cut_off_anywhere_gives_a_document_or_our_error(tmp_path):
    data = _report()
    for end in range(0, len(data), len(data) // 12):
        try:
            _read(tmp_path, data[:end])
        except UnreadableDocumentError as exc:
            assert "report.pdf" in str(exc)  # noqa: PT017


def test_a_title_that_runs_over_the_pages_in_small_letters_is_kept_and_parted_from_the_heading_below(tmp_path):
    def head(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawRightString(535, 812, "Annual report 2023")
        canvas.drawCentredString(300, 25, str(document.page))

    stream = BytesIO()
    document = BaseDocTemplate(stream, pagesize=A4)
    document.addPageTemplates(PageTemplate(frames=[Frame(60, 60, 475, 720)], onPage=head))
    document.build([_set("Annual report 2023", "Title"), _set("Foreword", "Heading1"), _set(FLEET), PageBreak(), _set(RYE)])
    found = _read(tmp_path, stream.getvalue())
    assert found.title == "Annual report 2023"
    assert _texts(found, BlockKind.HEADING) == ["Annual report 2023", "Foreword"]


def test_what_a_file_calls_itself_and_has_over_each_page_is_its_title(tmp_path):
    def titled(title: str) -> str | None:
        story = [_set("Foreword", "Heading1"), _set(FLEET), PageBreak(), _set(RYE)]
        return _read(tmp_path, _built(story, title=title)).title

    assert titled("Port Office – Annual Report 2022") == "Port Office – Annual Report 2022"
    assert titled("Draft of the chair") == "Foreword"


def _drawn(lines: list[tuple[float, float, int, str]]) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    for left, top, size, text in lines:
        canvas.setFont("Helvetica", size)
        canvas.drawString(left, A4[1] - top, text)
    canvas.save()
    return stream.getvalue()


def test_a_number_that_ends_a_sentence_at_the_beginning_of_a_line_stays(tmp_path):
    said = [
        "In farming the number of accidents rose to 702 from",
        "655. Tractors were involved in 148 of them, they said.",
        "Nobody was hurt at the mills of the county.",
    ]
    document = _read(tmp_path, _drawn([(60, 100 + 12 * at, 10, line) for at, line in enumerate(said)]))
    assert "rose to 702 from 655. Tractors" in document.text


def test_lines_that_a_gap_parts_are_not_joined_by_a_number(tmp_path):
    lines = ["9 pounds was the cost of filling one", "23 days passed until somebody came", "40 men worked at it through the winter"]
    document = _read(tmp_path, _drawn([(60, 100 + 24 * at, 10, line) for at, line in enumerate(lines)]))
    assert document.text.split("\n\n") == lines or document.text.splitlines() == lines


def test_a_line_in_small_letters_over_two_columns_is_of_neither(tmp_path):
    left = [f"On day {at} they mended another part of the weir and" for at in range(1, 9)]
    right = [f"on the evening after it the mill of day {at} ran," for at in range(1, 9)]
    body = [(60.0, 100 + 12.0 * at, 10, line) for at, line in enumerate(left)] + [
        (320.0, 100 + 12.0 * at, 10, line) for at, line in enumerate(right)
    ]
    document = _read(tmp_path, _drawn([(60, 40, 7, "The Kesta Weir Board"), (480, 40, 7, "September 2024"), *body]))
    assert "the weir and on the evening" in " ".join(document.text.split())


def test_thousands_of_words_in_two_lines_over_a_page_are_told_apart():
    """In no time: what grows with the square of their number would take a quarter of a minute."""
    words = [Segment(9.0 * at, 9.0 * at + 5, 40.0 * (at % 2), 7.0, False, "rye") for at in range(64_000)]
    with deadline(5):
        assert (len(list(_masthead(words, 10.0))), len(words)) == (32_000, 32_000)
