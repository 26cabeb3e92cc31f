"""Places, headers, titles and notes of tables, as their sources have them."""

import pytest

from qa_bot.ingest.grid import MOST, Entry, grid, is_value


def _rows(text: str) -> list[list[Entry]]:
    """Return the rows of a drawing: "*" marks a header, "2x" in front how many columns, "2y" how many rows an entry reaches over."""
    rows = []
    for line in text.strip().splitlines():
        row = []
        for part in line.split("|"):
            part, columns, rows_ = part.strip(), 1, 1
            if part[1:2] == "x":
                columns, part = int(part[0]), part[2:]
            if part[1:2] == "y":
                rows_, part = int(part[0]), part[2:]
            row.append(Entry(part.strip("*"), part.startswith("*"), columns, rows_))
        rows.append(row)
    return rows


def _shown(text: str) -> list[list[str | None]]:
    return [[entry and entry.text for entry in row] for row in grid(_rows(text)).rows]


def test_a_header_that_reaches_over_columns_stands_over_each_and_a_label_beside_each_of_its_rows():
    assert _shown("2y*Region | 2x*Farms\n*2021 | *2022\n2yNorth | 4 | 5\n6 | 7") == [
        ["Region", "Farms", "Farms"],
        ["Region", "2021", "2022"],
        ["North", "4", "5"],
        ["North", "6", "7"],
    ]


def test_a_value_is_counted_once_however_far_it_reaches():
    assert _shown("a | b | c\nx | 2x12 \ny | 2y7 | 8\nz | 9") == [
        ["a", "b", "c"],
        ["x", "12", None],
        ["y", "7", "8"],
        ["z", None, "9"],
    ]


@pytest.mark.parametrize(
    ("text", "header"),
    [
        pytest.param("*a|*b\nx|1", 1, id="marked"),
        pytest.param("a|b\nx|1", 1, id="words over numbers"),
        pytest.param("a|2021|2022\nx|1|2", 1, id="years over numbers"),
        pytest.param("x|1\ny|2", 0, id="numbers from the first row on"),
        pytest.param("|Boats||\n|2021|2022|2023\nx|1|2|3", 2, id="a wide title over columns"),
        pytest.param("a|b|c\n|t|%\nx|1|2", 2, id="units under names"),
        pytest.param(
            "Size of farm|Farms|Wool\n(hectares)|number|tonnes\n1-9|12|310", 2, id="units under names, that of the rows in brackets"
        ),
        pytest.param("a|b|c\n(sheep)|7|8\ny|1|2", 1, id="a row in brackets"),
        pytest.param("a|b|c\nx|n/a|-\ny|1|2", 1, id="missing values are values"),
        pytest.param("a|b|c\nx|closed|open\ny|1|2", 1, id="words in the first row of the body"),
        pytest.param("a|b\nx|open\ny|closed", 1, id="no numbers at all"),
    ],
)
def test_header_rows(text, header):
    assert grid(_rows(text)).header == header


def test_a_line_alone_is_a_title_above_and_a_note_below():
    table = grid(_rows("Table 3. Boats||\n||\na|b|c\nx|1|2\nSource: Port Office||"))
    assert (table.titles, table.header, table.notes) == (["Table 3. Boats"], 1, ["Source: Port Office"])
    assert len(table.rows) == 2


def test_empty_rows_and_columns_go():
    assert _shown("a||b\n||\nx||1") == [["a", "b"], ["x", "1"]]


def test_a_table_that_claims_too_much_is_cut():
    rows = [[Entry("x", columns=10**6, rows=10**6), Entry("1")] for _ in range(10**4)]
    assert sum(map(len, grid(rows).rows)) <= MOST + 1000


@pytest.mark.parametrize("text", ["1", "1,204", "1 204,5", "-3.2", "−4", "12 %", "$1,200", "1.5*", "40 t", "(45)", "17 [a]", "12³"])
def test_a_number_is_a_value(text):
    assert is_value(text)


@pytest.mark.parametrize("text", ["2021", "2021/22", "FY 2022", "2020–21", "North", "", "–", "5-14 years of age", "12 of them left"])
def test_a_year_or_a_label_is_no_value(text):
    assert not is_value(text)
