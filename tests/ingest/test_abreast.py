"""Tables that stand side by side on a page of a PDF are read one after the other; one table with two columns of words stays one."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from qa_bot.figures.extract import extract
from qa_bot.ingest import SourceFile, read, split
from qa_bot.schema import BlockKind, Document

GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
Rows = Sequence[Sequence[str]]
BOOKS = [["Books lent", "2019", "2020"], ["Tarn", "1,204", "1,310"], ["Kesh", "88", "n/a"], ["Total", "1,292", "1,310"]]
VISITS = [["Visits", "2019", "2020"], ["Adults", "510", "498"], ["Children", "1,020", "977"], ["Total", "1,530", "1,475"]]
SHEEP = [["Parish", "Sheep"], ["Oldmere", "640"], ["Tarn", "98"], ["Kesh", "12"], ["Ald", "7"]]
MILLS = [["Valley", "Mills"], ["Upper", "31"], ["Lower", "4"]]
CITIES = [["Town", "Inhabitants", "Mayor", "Seats"], ["Tarn", "12,040", "Jon Ald", "15"], ["Kesh", "8,110", "Ida Brook", "11"]]
FERRIES = [
    ["Route", "Trips", "Ship", "Berths"],
    ["Tarn–Kesh", "410", "Heron", "120"],
    ["Ald–Kesh", "96", "Teal", "64"],
    ["Ald–Tarn", "12", "Gull", "40"],
]


def _read(folder: Path, data: bytes) -> Document:
    path = folder / "library.pdf"
    path.write_bytes(data)
    (document,) = read(SourceFile(folder, path, path.name), report=lambda reason: None)
    return document


def _tables(document: Document) -> list[list[list[str]]]:
    spans = [block.span for block in document.blocks if block.kind is BlockKind.TABLE]
    return [[[cell.strip() for cell in row.split("|")] for row in document.text[span.start : span.end].split("\n")] for span in spans]


def _drawn(*tables: tuple[float, float, str, Rows]) -> bytes:
    """Return a page with each table at its left edge and from its height down, below its caption, with its numbers flush right."""
    stream = BytesIO()
    canvas = Canvas(stream)
    canvas.setFont("Helvetica", 9)
    for left, top, caption, rows in tables:
        canvas.drawString(left, top, caption)
        for number, row in enumerate(rows, 1):
            canvas.drawString(left, top - 15 * number, row[0])
            for column, text in enumerate(row[1:]):
                canvas.drawRightString(left + 120 + 45 * column, top - 15 * number, text)
    canvas.drawString(60, 600, "The library of the parish was open on 290 days of the year, and lent to whoever came.")
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("left", "right", "lower", "captions"),
    [
        pytest.param(BOOKS, VISITS, 0, ("Table 1. Books lent", "Table 2. Visits of readers"), id="with captions"),
        pytest.param(BOOKS, VISITS, 0, ("", ""), id="the same years"),
        pytest.param(SHEEP, MILLS, 0, ("Table 1: Sheep", "Table 2: Mills"), id="of other length, with captions"),
        pytest.param(SHEEP, MILLS, 0, ("Sheep by parish", "Mills by valley"), id="of other length, with titles"),
        pytest.param(SHEEP, MILLS, 6, ("Table 1: Sheep", "Table 2: Mills"), id="with lines of their own"),
        pytest.param(MILLS, BOOKS, 0, ("Table 1: Mills", "Table 2: Books lent"), id="the second one wider"),
    ],
)
def test_tables_side_by_side_are_two(tmp_path, left, right, lower, captions):
    document = _read(tmp_path, _drawn((60, 760, captions[0], left), (330, 760 - lower, captions[1], right)))
    assert _tables(document) == [left, right]
    texts = [document.text[block.span.start : block.span.end] for block in document.blocks if block.kind is not BlockKind.TABLE]
    assert [text for text in texts if text in captions] == [caption for caption in captions if caption]


def test_three_tables_side_by_side_are_three(tmp_path):
    rows = [["Class", "2019"], ["First", "21"], ["Second", "34"], ["Total", "55"]]
    document = _read(
        tmp_path, _drawn((40, 760, "Table 1. Boys", rows), (220, 760, "Table 2. Girls", rows), (400, 760, "Table 3. All", rows))
    )
    assert _tables(document) == [rows, rows, rows]


def _ruled(*parts: Rows) -> bytes:
    stream = BytesIO()
    cells = [cell for part in parts for cell in (Table(part, style=GRID), "")]
    SimpleDocTemplate(stream).build([Paragraph("Readers", getSampleStyleSheet()["Title"]), Table([cells[:-1]], colWidths=[190, 40, 190])])
    return stream.getvalue()


@pytest.mark.parametrize("right", [VISITS, [["Kind", "2019", "2020"], *VISITS[1:]]], ids=["a unit in the corner", "a word in the corner"])
def test_ruled_tables_side_by_side_are_two(tmp_path, right):
    assert _tables(_read(tmp_path, _ruled(BOOKS, right))) == [BOOKS, right]


def test_the_figures_of_the_second_table_have_its_labels_and_its_unit(tmp_path):
    rows = [["Quay", "2019", "2020"], ["North", "410", "398"], ["South", "22", "19"]]
    made = _drawn(
        (60, 760, "Table 1. Salt landed, tonnes", rows),
        (330, 760, "Table 2. Ships, number", [rows[0], ["Old", "9", "8"], ["New", "3", "5"]]),
    )
    document = _read(tmp_path, made)
    found = [(int(figure.value), figure.unit) for figure in extract(document, split(document))]
    assert found[:8] == [(410, "t"), (398, "t"), (22, "t"), (19, "t"), (9, "ship"), (8, "ship"), (3, "ship"), (5, "ship")]


LENT, CALLS = "Table 1. Books lent by branch", "Table 2. Visits by sort of reader"
LONG = "Table 1. Books lent by the branches of the valley, and those that were read there"
ANSWERED = "Table 2. Letters answered by the librarians, and those that nobody has answered"
LETTERS = [["Answered by", "2019", "2020"], ["Head", "41", "38"], ["Others", "102", "99"]]


def _set(left: tuple[str, Rows], right: tuple[str, Rows], *, align: str, down: str, first: int = 80) -> bytes:
    """Return a page with a caption over each of two tables beside each other, *align*ed in its half and set to the top or *down*."""
    stream = BytesIO()
    normal = getSampleStyleSheet()["Normal"]
    style = ParagraphStyle("caption", normal, alignment=align == "CENTER")
    numbers = [("ALIGN", (1, 0), (-1, -1), "RIGHT"), *GRID]
    halves = [
        [Paragraph(caption, style), Spacer(1, 6), Table(rows, style=numbers, colWidths=[first] + [45] * (len(rows[0]) - 1), hAlign=align)]
        for caption, rows in (left, right)
    ]
    below = Paragraph("Both were fewer than before.", normal)
    page = [Paragraph("The library in 2020", getSampleStyleSheet()["Title"]), Paragraph("It was open all year.", normal), Spacer(1, 10)]
    beside = Table([halves], colWidths=[230, 230], style=[("VALIGN", (0, 0), (-1, -1), down)])
    SimpleDocTemplate(stream).build([*page, beside, Spacer(1, 10), below])
    return stream.getvalue()


@pytest.mark.parametrize("align", ["LEFT", "CENTER"])
@pytest.mark.parametrize("down", ["TOP", "BOTTOM"])
@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param((LENT, BOOKS), (CALLS, VISITS), id="alike"),
        pytest.param((LENT, BOOKS), (CALLS, [VISITS[0], *VISITS[2:]]), id="the second one shorter"),
        pytest.param((LENT, [BOOKS[0], *BOOKS[2:]]), (CALLS, VISITS), id="the first one shorter"),
        pytest.param((LENT, BOOKS), (ANSWERED, LETTERS), id="a caption of two lines"),
        pytest.param((LONG, BOOKS), (ANSWERED, [*LETTERS, ["Nobody", "12", "9"]]), id="captions of two lines"),
        pytest.param((LENT, MILLS), (CALLS, VISITS), id="the first one narrower"),
        pytest.param((LENT, BOOKS), (CALLS, MILLS), id="the second one narrower"),
        pytest.param(("Table 1: Sheep", SHEEP), ("Table 2: Mills", MILLS), id="two columns"),
        pytest.param(("Table: Sheep", SHEEP), ("Table: Mills", [*MILLS, ["Side", "2"], ["High", "5"]]), id="captions without a number"),
    ],
)
def test_each_of_two_tables_side_by_side_stands_below_its_caption(tmp_path, left, right, align, down):
    document = _read(tmp_path, _set(left, right, align=align, down=down))
    texts = [(block.kind, document.text[block.span.start : block.span.end]) for block in document.blocks]
    assert _tables(document) == [left[1], right[1]]
    assert [text for _, text in texts][0:2] == ["The library in 2020", "It was open all year."]
    captions = [at for at, (_, text) in enumerate(texts) if text in (left[0], right[0])]
    assert [(texts[at][1], texts[at + 1][0]) for at in captions] == [(left[0], BlockKind.TABLE), (right[0], BlockKind.TABLE)]
    assert texts[-1][1] == "Both were fewer than before."


def test_titles_set_in_the_middle_above_two_tables_part_them(tmp_path):
    longer = [*MILLS, ["Side", "2"], ["High", "5"]]
    document = _read(tmp_path, _set(("Sheep", SHEEP), ("Mills", longer), align="CENTER", down="TOP", first=173))
    assert _tables(document) == [SHEEP, longer]


@pytest.mark.parametrize("rows", [CITIES, FERRIES], ids=["mayors", "ships"])
@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "not ruled"])
@pytest.mark.parametrize("widths", [None, [110, 90, 110, 90]], ids=["narrow", "wide"])
def test_a_table_with_two_columns_of_words_is_one(tmp_path, rows, ruled, widths):
    stream = BytesIO()
    style = [("ALIGN", (1, 0), (1, -1), "RIGHT"), ("ALIGN", (3, 0), (3, -1), "RIGHT"), *(GRID if ruled else [])]
    SimpleDocTemplate(stream).build([Paragraph("Towns", getSampleStyleSheet()["Title"]), Table(rows, colWidths=widths, style=style)])
    assert _tables(_read(tmp_path, stream.getvalue())) == [rows]
