"""What introduces a list or table: the sentence over it that says so, under the same heading; never a paragraph of its own."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

TABLE = "| | 2021 | 2022 |\n|---|---|---|\n| Visitors | 23,018 | 24,377 |\n"


def _cell(figures: list[Figure]) -> Figure:
    return next(figure for figure in figures if figure.surface == "24,377")


@pytest.mark.parametrize(
    "above",
    [
        "The museum has 14 halls and employs 62 people, 9 of them guards.\n\n## Activity",
        "The museum has 14 halls and employs 62 people, 9 of them guards.",
    ],
    ids=["over a heading", "right above"],
)
def test_a_paragraph_of_its_own_is_no_caption(figures_of: FiguresOf, above: str) -> None:
    cell = _cell(figures_of(f"# The museum\n\n{above}\n\n{TABLE}"))
    assert "halls" not in (cell.counted or "")
    assert cell.unit == "person"
    assert cell.terms.head == ("visitor",)


@pytest.mark.parametrize("above", ["Visitors by year", "Visitors and their years were as follows:", "The table below shows how many came."])
def test_a_label_or_a_sentence_that_points_to_the_table_is_its_caption(figures_of: FiguresOf, above: str) -> None:
    text = f"# The museum\n\n{above}\n\n{TABLE}"
    cell = _cell(figures_of(text))
    assert above in [text[span.start : span.end] for span in cell.scope_quotes]


def test_the_row_of_headers_is_cited_for_the_scope_of_a_cell(figures_of: FiguresOf) -> None:
    text = f"# The museum\n\n{TABLE}"
    assert "2021 | 2022" in [text[span.start : span.end] for span in _cell(figures_of(text)).scope_quotes]


def test_numbers_pasted_by_the_hundred_are_no_figures_and_those_beside_them_are(figures_of: FiguresOf) -> None:
    found = figures_of(f"# Readings\n\n{'12 7 ' * 200}\n\nThe office counted 340 boats in 2022.\n")
    assert [figure.surface for figure in found] == ["340"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("The college conferred 287 doctoral degrees.", "degree", id="of a kind"),
        pytest.param("The college awarded 287 degrees.", "degree", id="awarded"),
        pytest.param("The water warmed by 3 degrees.", "°", id="of warmth"),
        pytest.param("The oven reached 240 degrees Celsius.", "°C", id="Celsius"),
    ],
)
def test_degrees_that_are_conferred_are_not_those_of_a_thermometer(figures_of: FiguresOf, text: str, unit: str) -> None:
    assert [figure.unit for figure in figures_of(text)] == [unit]
