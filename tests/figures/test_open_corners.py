"""Corners of tables whose phrase the rows end: "Farms that keep ...", over "goats"."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


def _table(title: str, *rows: str) -> str:
    lines = [f"| {row} |" for row in rows]
    return "\n".join([f"# {title}", "", lines[0], f"|{'---|' * (rows[0].count('|') + 1)}", *lines[1:], ""])


@pytest.mark.parametrize(
    ("corner", "row", "unit", "counted"),
    [
        ("Farms that keep ...", "goats", "farm", "Farms that keep goats"),
        ("Villages with", "a school", "village", "Villages with a school"),
        ("Sailors who …", "swim", "person", "Sailors who swim"),
        ("Number of farms which have", "a pond", "farm", "Number of farms which have a pond"),
        ("Хутора, в которых есть ...", "колодец", "хутор", "Хутора, в которых есть колодец"),
        ("Число школ, где есть", "спортзал", "школа", "Число школ, где есть спортзал"),
    ],
)
def test_the_corner_says_what_is_counted(figures_of: FiguresOf, corner: str, row: str, unit: str, counted: str) -> None:
    heads = "Число | Доля, %" if row in ("колодец", "спортзал") else "Number | Share (%)"
    figures = figures_of(_table("Survey", f"{corner} | {heads}", f"{row} | 70 | 35"))
    assert [(int(figure.value), figure.unit, figure.counted) for figure in figures] == [(70, unit, counted), (35, "%", counted)]


def test_a_total_below_it_ends_no_phrase(figures_of: FiguresOf) -> None:
    figures = figures_of(_table("Survey", "Farms that keep ... | Number", "goats | 70", "geese | 30", "Total | 100"))
    assert figures[-1].counted == "Number, Total"


@pytest.mark.parametrize("corner", ["Farms", "Age of owner", "Persons employed", "Farms by district"])
def test_a_corner_that_is_whole_names_rows(figures_of: FiguresOf, corner: str) -> None:
    figures = figures_of(_table("Survey", f"{corner} | Number", "goats | 70"))
    assert not (figures[0].counted or "").startswith(f"{corner} goats")
