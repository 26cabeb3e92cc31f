"""Tables as text: delimiters, encodings, quotes, titles and notes, and what becomes of each cell."""

from pathlib import Path

import pytest

from qa_bot.errors import UnreadableDocumentError
from qa_bot.figures.extract import extract
from qa_bot.ingest import SourceFile, read, split
from qa_bot.ingest.readers.delimited import ROWS
from qa_bot.schema import BlockKind, Document


def _read(folder: Path, content: str | bytes, name: str = "boats-by-port.csv") -> list[Document]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read(SourceFile(folder, path, name), report=lambda reason: None))


def _cells(document: Document) -> list[list[str]]:
    table = next(block for block in document.blocks if block.kind is BlockKind.TABLE)
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(document.text[cell.span.start : cell.span.end])
    return list(rows.values())


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("Port,Boats,Crew\nTarn,12,40\nOmsk,7,\n", id="commas"),
        pytest.param("Port;Boats;Crew\r\nTarn;12;40\r\nOmsk;7;\r\n", id="semicolons, as Excel writes"),
        pytest.param("Port\tBoats\tCrew\nTarn\t12\t40\nOmsk\t7\t\n", id="tabs"),
        pytest.param("Port|Boats|Crew\nTarn|12|40\nOmsk|7|\n", id="pipes"),
        pytest.param('sep=;\n"Port";"Boats";"Crew"\n"Tarn";"12";"40"\n"Omsk";"7";""\n', id="a declared delimiter and quotes"),
        pytest.param("Port,Boats,Crew\n\n,,\nTarn,12,40\nOmsk,7\n\n", id="empty lines and a short row"),
        pytest.param("Port,Boats,Crew\nTarn,12,40\nOmsk,7,".encode("utf-16"), id="UTF-16"),
    ],
)
def test_every_delimiter_gives_the_same_table(tmp_path, content):
    (document,) = _read(tmp_path, content)
    rows = _cells(document)
    assert (rows[0], rows[1], rows[2][:2]) == (["Port", "Boats", "Crew"], ["Tarn", "12", "40"], ["Omsk", "7"])
    assert [cell.header for cell in document.blocks[0].cells] == [True] * 3 + [False] * (len(document.blocks[0].cells) - 3)


def test_a_comma_in_a_number_cuts_no_cell(tmp_path):
    (document,) = _read(tmp_path, "Port;2021;2022\nTarn;1,5;2,25\nOmsk;3,5;4,0\n")
    assert _cells(document)[1] == ["Tarn", "1,5", "2,25"]


def test_an_old_cyrillic_encoding_is_told(tmp_path):
    text = "Район;Урожай, т\nРечной;1204\nСтепной;377\nИтого;1581\n"
    (document,) = _read(tmp_path, text.encode("cp1251"))
    assert (document.language, _cells(document)[1]) == ("ru", ["Речной", "1204"])


def test_a_quoted_cell_may_hold_lines_and_delimiters(tmp_path):
    (document,) = _read(tmp_path, 'Port,Note,Boats\nTarn,"old, and\nsmall ""town""",12\n')
    assert _cells(document)[1] == ["Tarn", 'old, and small "town"', "12"]


def test_a_quotation_mark_that_nothing_closes_loses_no_row(tmp_path):
    rows = "".join(f"Port {number},{number}\n" for number in range(1, 60))
    (document,) = _read(tmp_path, 'Port,Boats\n"Tarn,12\n' + rows)
    assert len(_cells(document)) == 61


def test_the_title_is_the_line_above_else_what_the_name_says(tmp_path):
    (document,) = _read(tmp_path, "Table 2. Boats by port,,\nPort,2021,2022\nTarn,12,13\nSource: Port Office,,\n")
    assert document.title == "Table 2. Boats by port"
    assert [block.kind for block in document.blocks] == [BlockKind.CAPTION, BlockKind.TABLE, BlockKind.PARAGRAPH]
    assert _read(tmp_path, "Port,Boats\nTarn,12\n")[0].title == "boats by port"


def test_a_long_table_is_several_documents_each_with_the_header(tmp_path):
    rows = "".join(f"Port {number},{number}\n" for number in range(ROWS + 10))
    first, second = _read(tmp_path, "Port,Boats\n" + rows)
    assert (first.doc_id, second.doc_id) == ("boats-by-port.csv", f"boats-by-port.csv#{ROWS + 1}")
    assert _cells(second)[:2] == [["Port", "Boats"], [f"Port {ROWS - 1}", str(ROWS - 1)]]


@pytest.mark.parametrize(
    ("first", "told"),
    [
        pytest.param("Omsk,7\n", "250,002 rows with 500,004 cells", id="rows without end"),
        pytest.param('"Omsk\n', "250,002 rows with 500,003 cells", id="below a quotation mark that nothing closes"),
    ],
)
def test_raw_data_is_refused_before_a_row_of_it_is_read(tmp_path, first, told):
    with pytest.raises(UnreadableDocumentError, match=rf"{told}, and at most 500,000 of a file are read; split it"):
        _read(tmp_path, "Port,Boats\n" + first + "Tarn,1\n" * 250_000)


def test_blank_cells_are_not_counted(tmp_path):
    (*_, last) = _read(tmp_path, "Port, Boats, Crew\n" + " , , \n" * 200_000 + "Tarn, 3, 9\n")
    assert "Tarn" in last.text


def test_programs_words_for_nothing_are_no_words(tmp_path):
    (document,) = _read(tmp_path, "Port,Boats\nTarn,NULL\nOmsk,NaN\nRiga,3\n")
    assert [row[1] for row in _cells(document)[1:]] == ["–", "–", "3"]


def test_a_file_without_cells_is_named(tmp_path):
    with pytest.raises(UnreadableDocumentError, match=r"boats-by-port\.csv: it holds no table"):
        _read(tmp_path, ",,\n,,\n")


def test_lines_over_and_under_the_table_are_no_rows_though_they_hold_its_delimiter(tmp_path):
    over = "Statistics Office\nRelease of 4 May 2023\n\nWaste by kind, thousand tonnes\n"
    (document,) = _read(tmp_path, f"{over}Kind,2021,2022\nFood,164,190\nTotal,566,567\n\nSource: weighbridges, plants\n")
    assert _cells(document) == [["Kind", "2021", "2022"], ["Food", "164", "190"], ["Total", "566", "567"]]
    assert document.title == "Statistics Office"
    assert "Waste by kind, thousand tonnes\n" in document.text
    assert document.text.endswith("Source: weighbridges, plants")


def test_a_header_without_a_name_for_the_labels_is_no_line_over_the_table(tmp_path):
    (document,) = _read(tmp_path, "2021,2022\nFood,164,190\nGarden,402,377\n")
    assert _cells(document)[1] == ["Food", "164", "190"]
    assert "2021, 2022" not in document.text


def test_a_short_row_of_values_stays_a_row(tmp_path):
    (document,) = _read(tmp_path, "Port,2021,2022,2023\nTarn,12,40,41\nOmsk,7,8,9\nWick,3\n")
    assert _cells(document)[-1][:2] == ["Wick", "3"]


def test_a_header_that_groups_columns_holds_for_each_of_them(tmp_path):
    (document,) = _read(tmp_path, ",2021,,2022,\nRegion,Exports,Imports,Exports,Imports\nNorth,120,130,140,150\nSouth,20,30,40,50\n")
    heads = [(cell.column, document.text[cell.span.start : cell.span.end]) for cell in document.blocks[0].cells if cell.row == 0]
    assert heads == [(0, ""), (1, "2021"), (2, "2021"), (3, "2022"), (4, "2022")]


def test_a_header_with_an_empty_place_groups_nothing(tmp_path):
    (document,) = _read(tmp_path, "Region,2021,,Note\n,Exports,Imports,\nNorth,120,130,old\nSouth,20,30,new\n")
    heads = [document.text[cell.span.start : cell.span.end] for cell in document.blocks[0].cells if cell.row == 0]
    assert heads == ["Region", "2021", "", "Note"]


def test_the_name_of_a_file_makes_no_number_larger(tmp_path):
    (document,) = _read(tmp_path, "Town;Inhabitants\nTarn;12345\nOmsk;980\n", name="thousands.csv")
    assert [(figure.surface, str(figure.value)) for figure in extract(document, split(document))] == [("12345", "12345"), ("980", "980")]


def test_a_table_of_many_columns_keeps_them_all(tmp_path):
    quarters = [f"Q{quarter} {year}" for year in range(1921, 2021) for quarter in (1, 2, 3, 4)]
    rows = [["Port", *quarters], ["Tarn", *(str(1000 + at) for at in range(400))], ["Omsk", *(str(3000 + at) for at in range(400))]]
    (document,) = _read(tmp_path, "\n".join(map(",".join, rows)))
    found = {figure.surface: (figure.label, figure.period.surface) for figure in extract(document, split(document)) if figure.period}
    assert (found["1399"], found["3000"]) == (("Tarn", "Q4 2020"), ("Omsk", "Q1 1921"))


def test_a_table_of_many_cells_loses_no_row(tmp_path):
    rows = [["Port", *(f"Pier {at}" for at in range(200))], *([f"Port {row}", *["12"] * 200] for row in range(1200))]
    documents = _read(tmp_path, "\n".join(map(",".join, rows)))
    labels = [cells[0] for document in documents for cells in _cells(document) if cells[0] != "Port"]
    assert labels == [f"Port {row}" for row in range(1200)]
    assert all(_cells(document)[0][:2] == ["Port", "Pier 0"] for document in documents)


def test_a_table_too_wide_to_be_read_says_so(tmp_path):
    path = tmp_path / "wide.csv"
    path.write_text("\n".join(",".join(["Port", *[kind] * 5_000]) for kind in ("boats", "12")))
    told: list[str] = []
    (document,) = read(SourceFile(tmp_path, path, "wide.csv"), report=told.append)
    assert told == ["wide.csv: only its first 4,000 columns: it is too wide; turn it on its side, or split it"]
    assert len(_cells(document)[1]) == 4_000


@pytest.mark.parametrize(
    ("lines", "title", "publisher"),
    [
        pytest.param(
            "Boats by port\nSource: Statistics Norland; unit: thousand\n",
            "Boats by port",
            "Statistics Norland",
            id="the source and the unit",
        ),
        pytest.param(
            "Source: Statistics Norland\nBoats by port\n(in thousands)\n", "Boats by port", "Statistics Norland", id="the source first"
        ),
        pytest.param("Boats by port\nSource: Harbour Office\n", "Boats by port", "Harbour Office", id="the source last"),
        pytest.param("(thousands)\nBoats by port\n", "Boats by port", None, id="the unit first"),
        pytest.param("Источник: Росстат\nСуда по портам\n", "Суда по портам", "Росстат", id="Russian"),
        pytest.param("Source: Harbour Office\n", "boats by port", "Harbour Office", id="a source alone"),
    ],
)
def test_a_line_on_the_source_is_no_title_but_names_the_publisher(tmp_path, lines, title, publisher):
    (document,) = _read(tmp_path, f"{lines}\nPort,Boats,Crew\nTarn,12,40\nOmsk,7,9\n")
    assert (document.title, document.publisher) == (title, publisher)


@pytest.mark.parametrize(
    ("over", "publisher"),
    [
        pytest.param("Source: Harbour Board, accessed 12 March 2024", "Harbour Board", id="when somebody looked there"),
        pytest.param("Source: Harbour Board, status 12 March 2024", "Harbour Board", id="of which state"),
        pytest.param("Источник: портовая служба, данные на 12.03.2024", "портовая служба", id="ru"),
        pytest.param("Quelle: Statistisches Landesamt, Stand 12.03.2024", "Statistisches Landesamt", id="de"),
    ],
)
@pytest.mark.parametrize("sign", [",", ";"])
def test_a_line_on_the_source_is_no_row_of_a_table_as_wide_as_it_is_cut(tmp_path: Path, over: str, publisher: str, sign: str) -> None:
    path = tmp_path / "boats.csv"
    path.write_text(f"Boats by port\n{over}\n\nPort{sign}Boats\nTarn{sign}12\nHolm{sign}7\n", "utf-8")
    (document,) = read(SourceFile(tmp_path, path, path.name), report=lambda reason: None)
    assert (document.title, document.publisher, document.published) == ("Boats by port", publisher, None)
    assert document.text.endswith("Port | Boats\nTarn | 12\nHolm | 7")
