"""Rows that head those below them: which rows are among them, and of what the totals are."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

HEAD = "# Thefts\n\nTable 1. Thefts reported by quarter of the town\n\n| Quarter of the town | 2020 |\n|---|---|\n"


@pytest.mark.parametrize(
    ("rows", "labels"),
    [
        pytest.param(
            "| By day | |\n| Harbour | 31 |\n| Mill Hill | 8 |\n| By night | |\n| Harbour | 14 |\n| Mill Hill | 21 |\n| Total | 74 |\n",
            {"31": "Harbour, By day", "8": "Mill Hill, By day", "14": "Harbour, By night", "21": "Mill Hill, By night", "74": "Total"},
            id="the same rows under each, a total of all",
        ),
        pytest.param(
            "| By day | |\n| Harbour | 31 |\n| Mill Hill | 8 |\n| Total | 39 |\n| By night | |\n| Harbour | 14 |\n| Mill Hill | 21 |\n| Total | 35 |\n| Total | 74 |\n",
            {
                "31": "Harbour, By day", "8": "Mill Hill, By day", "39": "Total, By day",
                "14": "Harbour, By night", "21": "Mill Hill, By night", "35": "Total, By night", "74": "Total",
            },
            id="totals of each and of all",
        ),
        pytest.param(
            "| Theft of things | |\n| Harbour | 31 |\n| Mill Hill | 8 |\n| Theft of beasts | |\n| Meadow | 14 |\n| Station | 21 |\n| Total | 74 |\n",
            {"31": "Harbour, Theft of things", "8": "Mill Hill, Theft of things", "14": "Meadow, Theft of beasts",
             "21": "Station, Theft of beasts", "74": "Total"},
            id="heads that part all rows and are no names",
        ),
        pytest.param(
            "| Theft of things | |\n| Harbour | 31 |\n| Mill Hill | 8 |\n| Theft of beasts | |\n| Meadow | |\n| Station | 21 |\n",
            {"31": "Harbour", "8": "Mill Hill", "21": "Station"},
            id="numbers are missing elsewhere, too",
        ),
        pytest.param(
            "| Old town: | |\n| Harbour | 31 |\n| New town: | |\n| Mill Hill | 8 |\n| Total | 39 |\n",
            {"31": "Harbour, Old town", "8": "Mill Hill, New town", "39": "Total"},
            id="heads with a colon",
        ),
        pytest.param(
            "| Ashgate | |\n| Harbour | 31 |\n| Mill Hill | 8 |\n| Quarry | |\n| Station | 12 |\n",
            {"31": "Harbour", "8": "Mill Hill", "12": "Station"},
            id="numbers that are missing head nothing",
        ),
        pytest.param(
            "| By day | |\n| Harbour | 31 |\n| Quarry | 8 |\n| Total | 39 |\n| By night | |\n| Harbour | 14 |\n| Total | 53 |\n",
            {"31": "Harbour, By day", "8": "Quarry, By day", "39": "Total, By day", "14": "Harbour, By night", "53": "Total"},
            id="a total of all behind a group that has none",
        ),
        pytest.param(
            "| By day | |\n| Harbour | 31 |\n| Quarry | 8 |\n| Total | 39 |\n| By night | |\n| Harbour | 14 |\n| Quarry | 5 |\n| Total | 20 |\n",
            {
                "31": "Harbour, By day", "8": "Quarry, By day", "39": "Total, By day",
                "14": "Harbour, By night", "5": "Quarry, By night", "20": "Total, By night",
            },
            id="a total of its group that holds what is listed nowhere",
        ),
        pytest.param(
            "| By day | |\n| Harbour | 31 |\n| Mill Hill | |\n| Quarry | 8 |\n| By night | |\n| Harbour | 14 |\n| Mill Hill | 21 |\n| Quarry | 5 |\n",
            {
                "31": "Harbour, By day", "8": "Quarry, By day",
                "14": "Harbour, By night", "21": "Mill Hill, By night", "5": "Quarry, By night",
            },
            id="a row whose numbers are missing under one head",
        ),
        pytest.param(
            "| By day | |\n| Harbour | 31 |\n| Mill Hill | |\n| Quarry | 8 |\n| By night | |\n| Harbour | 14 |\n| Mill Hill | |\n| Quarry | 5 |\n",
            {"31": "Harbour, By day", "8": "Quarry, By day", "14": "Harbour, By night", "5": "Quarry, By night"},
            id="a row whose numbers are missing under each head",
        ),
    ],
)  # fmt: skip
def test_a_row_is_among_those_of_the_row_that_heads_it(figures_of: FiguresOf, rows: str, labels: dict[str, str]) -> None:
    assert {figure.surface: figure.label for figure in figures_of(HEAD + rows)} == labels


@pytest.mark.parametrize("cell", ["th", "td"])
def test_a_cell_over_all_columns_heads_the_rows_below_it_alone(figures_of_page: FiguresOf, cell: str) -> None:
    day, night = (f"<tr><{cell} colspan='3'>By {time}</{cell}></tr>" for time in ("day", "night"))
    rows = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in (("Harbour", "31", "28"), ("Quarry", "8", "9")))
    later = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in (("Harbour", "14", "11"), ("Total", "53", "48")))
    text = (
        "<html><body><h1>Thefts</h1><p>The police count the thefts of each year in the spring, from the books of all their stations.</p>"
        f"<table><caption>Thefts by street</caption><tr><th>Street</th><th>2020</th><th>2021</th></tr>{day}{rows}{night}{later}</table></body></html>"
    )
    labels = {figure.surface: figure.label for figure in figures_of_page(text)}
    assert labels == {
        **dict.fromkeys(("31", "28"), "Harbour, By day"),
        **dict.fromkeys(("8", "9"), "Quarry, By day"),
        **dict.fromkeys(("14", "11"), "Harbour, By night"),
        **dict.fromkeys(("53", "48"), "Total"),
    }


def test_the_parts_of_a_group_without_a_total_are_of_that_of_all(figures_of: FiguresOf) -> None:
    rows = "| By day | |\n| Harbour | 31 |\n| Quarry | 8 |\n| Total | 39 |\n| By night | |\n| Harbour | 14 |\n| Total | 53 |\n"
    wholes = {figure.surface: figure.part_of.value if figure.part_of else None for figure in figures_of(HEAD + rows)}
    assert (wholes["31"], wholes["8"], wholes["39"], wholes["53"]) == (39, 39, None, None)


def test_the_parts_of_a_group_are_of_its_own_total(figures_of: FiguresOf) -> None:
    rows = "| North: | |\n| Harbour | 31 |\n| Total | 31 |\n| South: | |\n| Quarry | 8 |\n| Station | 12 |\n| Total | 20 |\n| All quarters | 51 |\n"
    found = figures_of(HEAD + rows)
    wholes = [(figure.surface, figure.part_of.value if figure.part_of else None) for figure in found if figure.surface in ("8", "12")]
    assert wholes == [("8", 20), ("12", 20)]
