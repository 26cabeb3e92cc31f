"""Headers over several columns and cells of several lines in tables of PDF pages, however they are aligned."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from qa_bot.figures.extract import extract
from qa_bot.ingest import SourceFile, read, split
from qa_bot.schema import BlockKind, Document

NORMAL = getSampleStyleSheet()["Normal"]
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
Rows = Sequence[Sequence[str | Flowable]]
Style = Sequence[tuple[object, ...]]


def _read(folder: Path, rows: Rows, widths: Sequence[float], style: Style) -> Document:
    stream = BytesIO()
    SimpleDocTemplate(stream).build([Paragraph("Table 1. Schools of the parishes", NORMAL), Table(rows, colWidths=widths, style=style)])
    path = folder / "schools.pdf"
    path.write_bytes(stream.getvalue())
    (document,) = read(SourceFile(folder, path, path.name), report=lambda reason: None)
    return document


def _headed(document: Document) -> list[tuple[str, str, list[str]]]:
    """Return each number of the table of *document* with the label of its row and the headers above it."""
    (block,) = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    texts = [(cell, document.text[cell.span.start : cell.span.end]) for cell in block.cells]
    labels = {cell.row: text for cell, text in texts if cell.column == 0 and not cell.header}
    heads = [(cell.column, text) for cell, text in texts if cell.header and text]
    return [
        (text, labels.get(cell.row, ""), [head for column, head in heads if column == cell.column])
        for cell, text in texts
        if cell.column and not cell.header and any(sign.isdigit() for sign in text)
    ]


def _span(*groups: tuple[int, int], corner: bool = True) -> list[tuple[object, ...]]:
    return [*(("SPAN", (first, 0), (last, 0)) for first, last in groups), *([("SPAN", (0, 0), (0, 1))] if corner else [])]


def _aligned(heads: str, values: str) -> list[tuple[object, ...]]:
    return [("ALIGN", (1, 0), (-1, 1), heads), ("ALIGN", (1, 2), (-1, -1), values)]


PUPILS = [
    ["Parish", "2019", "", "2020", ""],
    ["", "Boys", "Girls", "Boys", "Girls"],
    ["Tarn", "1,112", "98", "1,240", "7"],
    ["Oldmere", "31", "n/a", "–", "64"],
]
IN_YEARS = [
    ("1,112", "Tarn", ["2019", "Boys"]),
    ("98", "Tarn", ["2019", "Girls"]),
    ("1,240", "Tarn", ["2020", "Boys"]),
    ("7", "Tarn", ["2020", "Girls"]),
    ("31", "Oldmere", ["2019", "Boys"]),
    ("64", "Oldmere", ["2020", "Girls"]),
]
HARVEST = [
    ["", "Grain, tonnes", "", "", "Animals, number", ""],
    ["Farm", "Wheat", "Rye", "Oats", "Cows", "Hens"],
    ["Hill", "120", "44", "9", "31", "1,200"],
    ["Brook", "88", "51", "n/a", "17", "640"],
]
OF_FARMS = [
    ("120", "Hill", ["Grain, tonnes", "Wheat"]),
    ("44", "Hill", ["Grain, tonnes", "Rye"]),
    ("9", "Hill", ["Grain, tonnes", "Oats"]),
    ("31", "Hill", ["Animals, number", "Cows"]),
    ("1,200", "Hill", ["Animals, number", "Hens"]),
    ("88", "Brook", ["Grain, tonnes", "Wheat"]),
    ("51", "Brook", ["Grain, tonnes", "Rye"]),
    ("17", "Brook", ["Animals, number", "Cows"]),
    ("640", "Brook", ["Animals, number", "Hens"]),
]
SALES = [
    ["Shop", "North", "", "", "South", "", ""],
    ["", "2018", "2019", "2020", "2018", "2019", "2020"],
    ["Tea", "5", "60", "700", "8,000", "9", "10"],
    ["Salt", "11", "12", "13", "14", "15", "16"],
]
OF_SHOPS = [
    (value, row[0], [place, year])
    for row in SALES[2:]
    for value, place, year in zip(row[1:], ["North"] * 3 + ["South"] * 3, SALES[1][1:], strict=True)
]


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "not ruled"])
@pytest.mark.parametrize(
    ("heads", "values"), [("RIGHT", "RIGHT"), ("LEFT", "RIGHT"), ("CENTER", "RIGHT"), ("CENTER", "CENTER"), ("LEFT", "LEFT")]
)
@pytest.mark.parametrize(
    ("rows", "widths", "groups", "told"),
    [
        pytest.param(PUPILS, [100, 60, 60, 60, 60], [(1, 2), (3, 4)], IN_YEARS, id="years over sorts"),
        pytest.param(PUPILS, [80, 90, 90, 90, 90], [(1, 2), (3, 4)], IN_YEARS, id="wide columns"),
        pytest.param(SALES, [70, 50, 50, 50, 50, 50, 50], [(1, 3), (4, 6)], OF_SHOPS, id="places over years"),
    ],
)  # fmt: skip
def test_a_header_over_several_columns_is_of_all_of_them(tmp_path, rows, widths, groups, told, heads, values, ruled):
    style = [*_span(*groups), *_aligned(heads, values), *(GRID if ruled else [])]
    assert _headed(_read(tmp_path, rows, widths, style)) == told


@pytest.mark.parametrize("corner", ["TOP", "MIDDLE", "BOTTOM"])
def test_the_corner_may_stand_beside_the_first_row_of_headers_or_between(tmp_path, corner):
    style = [*_span((1, 2), (3, 4)), *_aligned("CENTER", "RIGHT"), ("VALIGN", (0, 0), (0, 1), corner), *GRID]
    assert _headed(_read(tmp_path, PUPILS, [100, 60, 60, 60, 60], style)) == IN_YEARS


def test_headers_in_the_middle_over_groups_of_unequal_width_are_of_their_own(tmp_path):
    style = [*_span((1, 3), (4, 5), corner=False), *_aligned("CENTER", "CENTER"), *GRID]
    assert _headed(_read(tmp_path, HARVEST, [60, 60, 60, 60, 60, 60], style)) == OF_FARMS


def test_each_figure_is_of_the_year_over_its_group(tmp_path):
    document = _read(tmp_path, PUPILS, [100, 60, 60, 60, 60], [*_span((1, 2), (3, 4)), ("ALIGN", (1, 0), (-1, -1), "RIGHT"), *GRID])
    found = [
        (int(figure.value), figure.period and figure.period.start and figure.period.start.year)
        for figure in extract(document, split(document))
    ]
    assert found == [(1112, 2019), (98, 2019), (1240, 2020), (7, 2020), (31, 2019), (64, 2020)]


def _set(text: str) -> Paragraph:
    return Paragraph(text, NORMAL)


LIBRARIES = [
    [_set("Library and the parish that keeps it up"), _set("Number of books lent, 2019"), _set("Number of books lent, 2020"), _set("Share of all loans, %")],
    [_set("Tarn, with the reading room in the old mill"), "1,420", "1,515", "61.2"],
    [_set("Oldmere"), "510", "n/a", "–"],
    [_set("Kesh, since May also the bus that goes to the farms"), "88", "140", "3.4"],
    ["All libraries", "2,018", "1,655", "64.6"],
]  # fmt: skip
OF_LIBRARIES = [
    ("1,420", "Tarn, with the reading room in the old mill", ["Number of books lent, 2019"]),
    ("1,515", "Tarn, with the reading room in the old mill", ["Number of books lent, 2020"]),
    ("61.2", "Tarn, with the reading room in the old mill", ["Share of all loans, %"]),
    ("510", "Oldmere", ["Number of books lent, 2019"]),
    ("88", "Kesh, since May also the bus that goes to the farms", ["Number of books lent, 2019"]),
    ("140", "Kesh, since May also the bus that goes to the farms", ["Number of books lent, 2020"]),
    ("3.4", "Kesh, since May also the bus that goes to the farms", ["Share of all loans, %"]),
    ("2,018", "All libraries", ["Number of books lent, 2019"]),
    ("1,655", "All libraries", ["Number of books lent, 2020"]),
    ("64.6", "All libraries", ["Share of all loans, %"]),
]


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "not ruled"])
@pytest.mark.parametrize("upright", ["TOP", "MIDDLE", "BOTTOM"])
@pytest.mark.parametrize("widths", [[140, 80, 80, 80], [110, 70, 70, 70], [180, 100, 100, 60]], ids=str)
def test_cells_of_several_lines_are_whole(tmp_path, widths, upright, ruled):
    style = [("VALIGN", (0, 0), (-1, -1), upright), *(GRID if ruled else [("LINEBELOW", (0, 0), (-1, 0), 1, colors.black)])]
    assert _headed(_read(tmp_path, LIBRARIES, widths, style)) == OF_LIBRARIES


def test_a_year_in_a_header_of_several_lines_is_no_figure(tmp_path):
    document = _read(tmp_path, LIBRARIES, [140, 80, 80, 80], GRID)
    found = [
        (float(figure.value), figure.period and figure.period.start and figure.period.start.year)
        for figure in extract(document, split(document))
    ]
    assert found == [
        (1420, 2019),
        (1515, 2020),
        (61.2, None),
        (510, 2019),
        (88, 2019),
        (140, 2020),
        (3.4, None),
        (2018, 2019),
        (1655, 2020),
        (64.6, None),
    ]


def test_names_of_sections_and_of_parts_go_on_in_no_row_below(tmp_path):
    rows = [["Parish", "2019", "2020"], ["Schools", "", ""], ["Public", "12", "14"], ["Private", "3", "2"], ["Nurseries:", "", ""], ["public", "7", "9"],
            ["private", "1", "1"]]  # fmt: skip
    found = _headed(_read(tmp_path, rows, [100, 60, 60], GRID))
    assert [label for _, label, _ in found[::2]] == ["Public", "Private", "public", "private"]


def test_rows_of_a_tight_table_under_a_header_set_apart_are_rows(tmp_path):
    rows = [
        ["Parish", "2019", "2020"],
        *([name, str(number), str(number + 1)] for number, name in enumerate(["Tarn", "Kesh", "Ald", "Oldmere"], 20)),
    ]
    style = [("TOPPADDING", (0, 0), (-1, -1), -2), ("BOTTOMPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, 0), 8)]
    found = _headed(_read(tmp_path, rows, [100, 60, 60], style))
    assert [(value, label) for value, label, _ in found[::2]] == [("20", "Tarn"), ("21", "Kesh"), ("22", "Ald"), ("23", "Oldmere")]


Place = tuple[float, str]
OF_PARISHES = [("410", "Tarn and mill", ["2019"]), ("520", "Tarn and mill", ["2020"]), ("41", "Kesh", ["2019"]), ("52", "Kesh", ["2020"])]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        pytest.param(
            [(60, "Tarn"), (200, "410"), (260, "520")], [(60, "and mill"), (196, "(both estimated here)")], id="a remark below the numbers"
        ),
        pytest.param(
            [(60, "Tarn"), (196, "(both estimated here)")], [(60, "and mill"), (200, "410"), (260, "520")], id="a remark above the numbers"
        ),
    ],
)
def test_a_remark_over_two_columns_in_a_row_of_several_lines_is_no_part_of_their_numbers(
    tmp_path: Path, upper: list[Place], lower: list[Place]
) -> None:
    lines = [(26, [(60, "Parish"), (200, "2019"), (260, "2020")]), (26, upper), (12, lower), (26, [(60, "Kesh"), (206, "41"), (266, "52")])]
    path, y = tmp_path / "schools.pdf", 700
    canvas = Canvas(str(path))
    for gap, line in lines:
        y -= gap
        for x, text in line:
            canvas.drawString(x, y, text)
    canvas.save()
    (document,) = read(SourceFile(tmp_path, path, path.name), report=lambda reason: None)
    assert _headed(document) == OF_PARISHES
