"""Where a table of a PDF page ends: below its last row, and above the caption or the header of the next one."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from qa_bot.figures.extract import extract
from qa_bot.ingest import SourceFile, read, split
from qa_bot.schema import BlockKind, Document

NORMAL = getSampleStyleSheet()["Normal"]
LICENCES = [["Licence", "2021", "2022"], ["Angling", "4,120", "4,305"], ["Hunting", "610", "588"], ["Total", "4,730", "4,893"]]
RESCUES = [["Coast", "2018", "2019"], ["Eastern", "1.6", "1.9"], ["Western", "2.2", "0.7"]]
THREE_YEARS = [["Coast", "2017", "2018", "2019"], ["Eastern", "11", "12", "13"], ["Western", "14", "15", "16"]]
SEAS = [["Licence", "Boats", "Anglers"], ["Sea", "311", "4,004"], ["Lake", "87", "950"]]
Rows = Sequence[Sequence[str]]


def _read(folder: Path, story: Sequence[Flowable]) -> Document:
    stream = BytesIO()
    SimpleDocTemplate(stream).build(list(story))
    path = folder / "licences.pdf"
    path.write_bytes(stream.getvalue())
    (document,) = read(SourceFile(folder, path, path.name), report=lambda reason: None)
    return document


def _table(rows: Rows, *, ruled: bool = False) -> Table:
    return Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if ruled else [])


def _tables(document: Document) -> list[list[list[str]]]:
    """Return the rows of each table of *document*, empty cells left out."""
    spans = [block.span for block in document.blocks if block.kind is BlockKind.TABLE]
    return [
        [[cell.strip() for cell in row.split("|") if cell.strip()] for row in document.text[span.start : span.end].split("\n")]
        for span in spans
    ]


def _captions(document: Document) -> list[str]:
    return [document.text[block.span.start : block.span.end] for block in document.blocks if block.kind is BlockKind.CAPTION]


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "not ruled"])
@pytest.mark.parametrize(
    ("caption", "second"),
    [
        pytest.param("Table 2: Rescues", RESCUES, id="as many columns"),
        pytest.param("Table 2: Rescues", THREE_YEARS, id="more columns"),
        pytest.param("Table A2. Men and boats", SEAS, id="a header of words"),
        pytest.param("Table 2: Rescues", RESCUES[1:], id="no header"),
        pytest.param("Rescues", RESCUES, id="a caption without a number above years"),
        pytest.param("Men and boats", SEAS, id="a caption without a number above a corner that stood before"),
        pytest.param("Rescues", [["", *RESCUES[0][1:]], *RESCUES[1:]], id="a header without a corner"),
        pytest.param("Rescues", [["Coast", "2017/18", "2018/19"], *RESCUES[1:]], id="years over the turn of a year"),
    ],
)
def test_a_caption_between_two_tables_parts_them(tmp_path, caption, second, ruled):
    story = [Paragraph("Table 1: Licences", NORMAL), _table(LICENCES, ruled=ruled), Spacer(1, 15), Paragraph(caption, NORMAL),
             _table(second, ruled=ruled)]  # fmt: skip
    document = _read(tmp_path, story)
    assert _tables(document) == [LICENCES, [[cell for cell in row if cell] for row in second]]
    assert _captions(document) == ["Table 1: Licences", caption]


def test_the_second_of_two_tables_has_its_own_years_caption_and_totals(tmp_path):
    first = [Paragraph("Table 1: Licences issued", NORMAL), _table(LICENCES), Spacer(1, 15)]
    document = _read(tmp_path, [*first, Paragraph("Table 2: Rescues, in thousands", NORMAL), _table(RESCUES)])
    found = [
        (figure.surface, float(figure.value), figure.period and figure.period.start and figure.period.start.year, figure.part_of is None)
        for figure in extract(document, split(document))
    ]
    assert found[-4:] == [("1.6", 1600, 2018, True), ("1.9", 1900, 2019, True), ("2.2", 2200, 2018, True), ("0.7", 700, 2019, True)]
    assert len(found) == 10


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([*LICENCES[:3], ["Abroad"], ["Angling", "40", "51"], ["Hunting", "9", "8"]], id="values follow"),
        pytest.param(
            [*LICENCES[:3], ["Abroad"], ["Angling", "1600", "2010"], ["Hunting", "9", "8"]], id="values that look like years follow"
        ),
        pytest.param([*LICENCES[:3], ["Abroad"], ["Angling", "–", "n/a"], ["Hunting", "9", "8"]], id="missing values follow"),
        pytest.param(
            [["Wine", "2021", "2022"], ["Sweet", "12", "14"], ["Table wine"], ["Red", "120", "130"], ["White", "80", "90"]],
            id="a row that opens as a caption does",
        ),
        pytest.param(
            [["Inhabitants", "8,120"], ["Parishes", "11"], ["Government"], ["Mayor", "Jon Ald"], ["Seats", "15"], ["Committees", "4"]],
            id="words follow",
        ),
    ],
)
def test_a_row_with_a_name_alone_parts_no_table(tmp_path, rows):
    width = max(map(len, rows))
    document = _read(tmp_path, [_table([[*row, *[""] * (width - len(row))] for row in rows])])
    assert _tables(document) == [rows]


def _scopes(document: Document) -> list[tuple[float, int | None]]:
    """Return value and year of each figure of *document*."""
    found = extract(document, split(document))
    return [(float(figure.value), figure.period.start.year if figure.period and figure.period.start else None) for figure in found]


CENTRED = [("ALIGN", (1, 0), (-1, -1), "CENTER")]


def test_headers_in_the_middle_over_two_columns_each_are_of_both(tmp_path):
    rows = [["", "2021", "", "2022", ""], ["Coast", "Calls", "Saved", "Calls", "Saved"], ["Eastern", "12", "3", "14", "5"],
            ["Western", "22", "8", "19", "6"]]  # fmt: skip
    style = [("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0)), *CENTRED]
    document = _read(tmp_path, [Paragraph("Table 3: Rescues", NORMAL), Table(rows, colWidths=70, style=style)])
    assert _scopes(document) == [(12, 2021), (3, 2021), (14, 2022), (5, 2022), (22, 2021), (8, 2021), (19, 2022), (6, 2022)]


@pytest.mark.parametrize(
    ("rows", "style"),
    [
        pytest.param([["Rescues", "in thousands", ""], *RESCUES], [("SPAN", (1, 0), (2, 0)), *CENTRED], id="in the middle"),
        pytest.param([["Rescues", "", "in thousands"], *RESCUES], [], id="over the last column"),
        pytest.param([["", "", "in thousands"], *RESCUES], [], id="alone in its line"),
    ],
)
def test_a_unit_over_the_header_is_of_all_columns(tmp_path, rows, style):
    document = _read(tmp_path, [Paragraph("Table 3: Rescues by coast", NORMAL), Table(rows, colWidths=90, style=style)])
    assert _scopes(document) == [(1600, 2018), (1900, 2019), (2200, 2018), (700, 2019)]


@pytest.mark.parametrize("repeated", [0, 1], ids=["the header stands once", "the header is repeated"])
def test_a_table_that_goes_on_has_the_years_and_the_unit_of_its_first_page(tmp_path, repeated):
    rows = [["Parish", "2018", "2019"], *([f"Parish {number}", f"{number}.5", f"{number + 200}.5"] for number in range(1, 61))]
    document = _read(tmp_path, [Paragraph("Table 1: Rescues, in thousands", NORMAL), Table(rows, colWidths=110, repeatRows=repeated)])
    assert len({block.page for block in document.blocks if block.kind is BlockKind.TABLE}) == 2
    expected = [pair for number in range(1, 61) for pair in ((1000 * number + 500, 2018), (1000 * number + 200_500, 2019))]
    assert _scopes(document) == expected


def test_another_table_on_the_next_page_does_not_go_on(tmp_path):
    document = _read(tmp_path, [Paragraph("Table 1: Rescues, in thousands", NORMAL), _table(RESCUES), PageBreak(), _table(LICENCES)])
    assert _scopes(document)[-6:] == [(4120, 2021), (4305, 2022), (610, 2021), (588, 2022), (4730, 2021), (4893, 2022)]


@pytest.mark.parametrize("pad", [3, 0], ids=["rows apart", "rows as close as lines"])
def test_headers_of_several_lines_are_one(tmp_path, pad):
    heads = [Paragraph(text, NORMAL) for text in ("number of calls answered", "number of calls refused", "share refused (%)")]
    rows = [["Coast", *heads], ["Eastern", "1,210", "333", "27.5"], ["Western", "90", "81", "90.0"]]
    style = [("VALIGN", (0, 0), (-1, -1), "BOTTOM"), ("TOPPADDING", (0, 0), (-1, -1), pad), ("BOTTOMPADDING", (0, 0), (-1, -1), pad)]
    document = _read(tmp_path, [Table(rows, colWidths=[80, 70, 70, 70], style=style)])
    assert _tables(document)[0][0] == ["Coast", "number of calls answered", "number of calls refused", "share refused (%)"]


@pytest.mark.parametrize("repeated", [0, 1], ids=["header once", "header again"])
def test_a_total_on_the_next_page_is_that_of_the_rows_on_both(tmp_path, repeated):
    rows = [["Mill", "2018"], *([f"Mill {letter}", str(10 + number)] for number, letter in enumerate("ABCDEF")), ["Total", "75"]]
    story = [Paragraph("Table 1. Sacks ground", NORMAL), Spacer(1, 560), Table(rows, repeatRows=repeated)]
    document = _read(tmp_path, story)
    assert {block.page for block in document.blocks} == {1, 2}
    found = extract(document, split(document))
    assert [int(figure.part_of.value) if figure.part_of else None for figure in found] == [75] * 6 + [None]


def test_a_sum_called_otherwise_on_the_next_page_is_that_of_the_rows_on_both(tmp_path):
    mills = [[f"Mill {letter}", str(10 + number), f"{40 + number}.5"] for number, letter in enumerate("ABCDEF")]
    rows = [["Mill", "Sacks", "Average weight, kg"], *mills, ["Whole valley", "75", "42.1"]]
    story = [Paragraph("Table 1. Sacks ground", NORMAL), Spacer(1, 560), Table(rows, repeatRows=1)]
    document = _read(tmp_path, story)
    assert {block.page for block in document.blocks} == {1, 2}
    found = extract(document, split(document))
    assert [int(figure.part_of.value) if figure.part_of else None for figure in found] == [75, None] * 6 + [None, None]


def test_a_total_of_the_rows_of_its_page_is_none_of_the_pages_before(tmp_path):
    rows = [["Mill", "2018"], *([f"Mill {letter}", str(10 + number)] for number, letter in enumerate("ABCDEF"))]
    story = [Paragraph("Table 1. Sacks ground", NORMAL), Table(rows), PageBreak(),
             Table([rows[0], ["Mill X", "3"], ["Mill Y", "4"], ["Total", "7"]])]  # fmt: skip
    document = _read(tmp_path, story)
    found = extract(document, split(document))
    assert [int(figure.part_of.value) if figure.part_of else None for figure in found] == [None] * 6 + [7, 7, None]
