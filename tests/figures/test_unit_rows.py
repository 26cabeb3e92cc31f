"""Rows of a table that give the units of its columns."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure, Measure

FiguresOf = Callable[[str], list[Figure]]


def _page(caption: str, *rows: str, heads: int) -> str:
    """A table whose first rows, *heads* in number, are marked as headers; a cell reaches over as many columns as it begins with signs ">"."""
    lines = [f"<tr>{''.join(_cell(cell, 'th' if at < heads else 'td') for cell in row.split('|'))}</tr>" for at, row in enumerate(rows)]
    return f"<html><body><main><h1>Yearbook</h1><table><caption>{caption}</caption>{''.join(lines)}</table></main></body></html>"


def _cell(text: str, tag: str) -> str:
    bare = text.lstrip(">")
    return f"<{tag} colspan={max(1, len(text) - len(bare))}>{bare}</{tag}>"


def _told(figures: list[Figure]) -> list[tuple[float, str | None]]:
    return [(float(figure.value), figure.unit) for figure in figures]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        pytest.param(
            _page("Catch by port", "Port|>>Catch|Change", "|2018|2019|2019", "|>>1,000 t|%", "Kesh|12|15|25.0", heads=3),
            [(12_000, "t"), (15_000, "t"), (25, "%")],
            id="tonnes over two columns",
        ),
        pytest.param(
            _page("Visitors by museum", "Museum|2018|2019|Change", "|>>1 000|%", "Kesh|120|150|25.0", heads=2),
            [(120_000, "person"), (150_000, "person"), (25, "%")],
            id="a scale alone over two columns",
        ),
        pytest.param(
            _page("Visitors by museum", "Museum|2018|2019|Change", "|>>1,000|%", "Kesh|120|150|25.0", heads=0),
            [(120_000, "person"), (150_000, "person"), (25, "%")],
            id="nothing marked as a header",
        ),
        pytest.param(
            _page("Visitors by museum", "|>>1,000|%", "Museum|2018|2019|Change", "Kesh|120|150|25.0", heads=2),
            [(120_000, "person"), (150_000, "person"), (25, "%")],
            id="the units above the years",
        ),
        pytest.param(
            _page("Visitors by museum", "Museum|2018|2019", "|x 1000|x 1000", "Kesh|120|150", heads=1),
            [(120_000, "person"), (150_000, "person")],
            id="times a thousand",
        ),
        pytest.param(
            _page("Visitors by museum", "Museum|2018|2019", "|in Tsd.|in Tsd.", "Kesh|120|150", heads=1),
            [(120_000, "person"), (150_000, "person")],
            id="short for thousand in German",
        ),
        pytest.param(
            _page("Wool sold", "Unit|kt|Million EUR", "Market|2018|2019", "Kesh|14|17", heads=2),
            [(14, "kt"), (17_000_000, "EUR")],
            id="called so, above",
        ),
        pytest.param(
            _page("Перевезено пассажиров", "Порт|2018 г.|2019 г.", "Ед. изм.|тыс. чел.|тыс. чел.", "Кеш|1,2|1,5", heads=1),
            [(1200, "person"), (1500, "person")],
            id="Russian",
        ),
    ],
)
def test_a_row_of_units_gives_those_of_its_columns(figures_of_page: FiguresOf, page: str, told: list[tuple[float, str]]) -> None:
    assert _told(figures_of_page(page)) == told


def test_what_the_rows_of_numbers_are_of_stands_beside_the_units(figures_of: FiguresOf) -> None:
    text = "# Power\n\nPower made in Norland\n\n| Year | 2018 | 2019 |\n|---|---|---|\n| Source | GWh | GWh |\n| Wind | 14 | 17 |\n| Sun | 3 | 5 |\n"
    figures = figures_of(text)
    assert [(float(figure.value), figure.unit, figure.measure) for figure in figures] == [
        (value, "GWh", Measure.QUANTITY) for value in (14, 17, 3, 5)
    ]
    assert [figure.period.start.year for figure in figures if figure.period is not None and figure.period.start is not None] == [
        2018,
        2019,
        2018,
        2019,
    ]


def test_a_row_of_a_thousand_of_each_is_no_row_of_units(figures_of_page: FiguresOf) -> None:
    page = _page("Visitors by museum", "Museum|2018|2019", "Kesh|1,000|1,000", "Tarn|1,000|1,200", heads=1)
    assert [float(figure.value) for figure in figures_of_page(page)] == [1000, 1000, 1000, 1200]


def test_round_numbers_that_rise_head_columns(figures_of_page: FiguresOf) -> None:
    page = _page("Loans by size, EUR", "Branch|1,000|5,000", "|2019|2019", "Kesh|14|3", heads=2)
    assert [float(figure.value) for figure in figures_of_page(page)] == [14, 3]


@pytest.mark.parametrize("corner", ["Total", ""])
def test_a_row_of_a_thousand_each_is_data_though_it_is_called_as_the_corner(figures_of: FiguresOf, corner: str) -> None:
    text = f"# Prizes, in crowns\n\n| {corner} | 2021 | 2022 |\n|---|---|---|\n| {corner} | 1,000 | 1,000 |\n| Cows | 400 | 300 |\n| Sheep | 600 | 700 |\n"
    values = [float(figure.value) for figure in figures_of(text)]
    assert set(values) == {1000, 400, 300, 600, 700}
