"""Which lines of plain text make a table, and under which header each of their cells stands."""

import pytest

from qa_bot.ingest.plain import layout
from qa_bot.schema import BlockKind

Row = list[str | None]


def _tables(text: str) -> list[tuple[list[Row], int]]:
    """Return the rows of each table in *text*, and how many of them are its header."""
    found = []
    for piece in layout(text)[0]:
        if piece.kind is BlockKind.TABLE:
            width = 1 + max(cell.column for cell in piece.cells)
            rows: list[Row] = [[None] * width for _ in range(1 + max(cell.row for cell in piece.cells))]
            for cell in piece.cells:
                rows[cell.row][cell.column] = text[cell.span.start : cell.span.end]
            found.append((rows, 1 + max((cell.row for cell in piece.cells if cell.header), default=-1)))
    return found


@pytest.mark.parametrize(
    ("text", "rows", "header"),
    [
        pytest.param(
            "Bakers     12\nMillers    31\nTotal      43", [["Bakers", "12"], ["Millers", "31"], ["Total", "43"]], 0, id="no header"
        ),
        pytest.param("Bakers:     12\nMillers:    31", [["Bakers:", "12"], ["Millers:", "31"]], 0, id="colons"),
        pytest.param("Bakers ........ 12\nMillers ........ 9", [["Bakers", "12"], ["Millers", "9"]], 0, id="leaders"),
        pytest.param("Barley    1,204 t\nOats        300 t", [["Barley", "1,204 t"], ["Oats", "300 t"]], 0, id="units in the cells"),
        pytest.param("1. Bakers     12\n2. Millers    31", [["Bakers", "12"], ["Millers", "31"]], 0, id="rows of a list"),
        pytest.param(
            "3.\tTrade      Number\n\tBakers     12\n\tMillers    31",
            [["Trade", "Number"], ["Bakers", "12"], ["Millers", "31"]],
            1,
            id="below the number of a list",
        ),
        pytest.param(
            "Ward\t2021\t2022\nQuay\t7\t\nHill\t\t11\nTotal\t7\t11",
            [["Ward", "2021", "2022"], ["Quay", "7", None], ["Hill", None, "11"], ["Total", "7", "11"]],
            1,
            id="tabs, empty cells",
        ),
        pytest.param(
            "Ward\t\t2021\t2022\nQuay\t\t14\t18\nUpper Hill\t7\t9",
            [["Ward", "2021", "2022"], ["Quay", "14", "18"], ["Upper Hill", "7", "9"]],
            1,
            id="tabs as far as it takes",
        ),
        pytest.param(
            "Ward        2021     2022\nQuay           7\nHill                   11\nTotal          7       11",
            [["Ward", "2021", "2022"], ["Quay", "7", None], ["Hill", None, "11"], ["Total", "7", "11"]],
            1,
            id="blanks, empty cells",
        ),
        pytest.param(
            "           2021              2022\n       Made   Lost      Made   Lost\nQuay     12      3        14      5\nHill     22      8        19      6",
            [
                [None, "2021", "2021", "2022", "2022"],
                [None, "Made", "Lost", "Made", "Lost"],
                ["Quay", "12", "3", "14", "5"],
                ["Hill", "22", "8", "19", "6"],
            ],
            2,
            id="two rows of headers",
        ),
        pytest.param(
            "Age          15   16   17\nBoys         40   41   38", [["Age", "15", "16", "17"], ["Boys", "40", "41", "38"]], 1, id="ages"
        ),
        pytest.param("Bakers | 12\nMillers | 31", [["Bakers", "12"], ["Millers", "31"]], 0, id="pipes, no header"),
        pytest.param("Ward | Boats\n-----|------\nQuay | 31", [["Ward", "Boats"], ["Quay", "31"]], 1, id="pipes, a rule under the header"),
    ],
)
def test_cells_stand_under_what_they_are_seen_under(text: str, rows: list[Row], header: int) -> None:
    body = "The board of the harbour met on Tuesday and looked back on the year that had ended."
    assert _tables(f"{body}\n\n{text}\n\n{body} It was long.") == [(rows, header)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Date:     12 May 2020\nPlace:    Town Hall\nChair:    Ann Marlow", id="records"),
        pytest.param("Bakers     12", id="one line"),
        pytest.param("Present    Dr Lowe\nAbsent     Mrs Finch", id="no numbers"),
        pytest.param("Opens at   9 in the morning\nCloses     late", id="words beside a number"),
    ],
)
def test_lines_that_make_no_table(text: str) -> None:
    assert _tables(f"The board of the harbour met on Tuesday.\n\n{text}\n\nIt was long.") == []
