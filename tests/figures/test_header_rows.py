"""Headers of two rows: what the upper one says holds for all columns below it."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure, Measure

FiguresOf = Callable[[str], list[Figure]]


def _page(caption: str, upper: str, lower: str, *rows: str) -> str:
    heads = "".join(f"<tr>{''.join(map(_head, line.split('|')))}</tr>" for line in (upper, lower))
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows)
    return f"<html><body><main><h1>Yearbook</h1><table><caption>{caption}</caption>{heads}{body}</table></main></body></html>"


def _head(cell: str) -> str:
    """A header, over as many columns as it begins with signs ">"."""
    name = cell.lstrip(">")
    return f"<th colspan={max(1, len(cell) - len(name))}>{name}</th>"


@pytest.mark.parametrize(
    ("page", "told"),
    [
        pytest.param(
            _page("Wool sold (thousand tonnes)", "Market|>>Sales|>>Share of sales, %", "|2018|2019|2018|2019", "Kesh|1.4|1.7|58.1|60.4"),
            [(1400, "t"), (1700, "t"), (58.1, "%"), (60.4, "%")],
            id="a share under a caption of tonnes",
        ),
        pytest.param(
            _page("Wool", "Market|>>Sales, thousand tonnes|>>Change, %", "|2018|2019|2018|2019", "Kesh|1.4|1.7|5.2|21.4"),
            [(1400, "t"), (1700, "t"), (5.2, "%"), (21.4, "%")],
            id="a unit of each group",
        ),
        pytest.param(
            _page("Mills", "Mill|>>Turnover (EUR million)|>>Output, GWh", "|North|South|North|South", "Tarn|12|7|310|88"),
            [(12_000_000, "EUR"), (7_000_000, "EUR"), (310, "GWh"), (88, "GWh")],
            id="over columns that are no years",
        ),
        pytest.param(
            _page("Trade", "Port|>>Imports (EUR million)", "|2019|Change, %", "Tarn|12|7.5"),
            [(12_000_000, "EUR"), (7.5, "%")],
            id="a unit of its own below",
        ),
        pytest.param(
            _page("Урожай, тыс. т", "Район|>>Сбор|>>Доля, %", "|2018|2019|2018|2019", "Речной|14|17|58,1|60,4"),
            [(14_000, "t"), (17_000, "t"), (58.1, "%"), (60.4, "%")],
            id="Russian",
        ),
    ],
)
def test_a_unit_in_the_upper_header_is_that_of_its_columns(figures_of_page: FiguresOf, page: str, told: list[tuple[float, str]]) -> None:
    assert [(float(figure.value), figure.unit) for figure in figures_of_page(page)] == told


def test_a_share_is_none_of_the_tonnes_of_the_caption(figures_of_page: FiguresOf) -> None:
    page = _page("Peat cut (million tonnes)", "Bog|>>Share, %", "|2018|2019", "Kesh|41.0|44.5", "Tarn|59.0|55.5")
    assert {figure.measure for figure in figures_of_page(page)} == {Measure.SHARE}


@pytest.mark.parametrize("mark", ["<sup>1</sup>", "*", "†", "<sup>12</sup>", " (p)"])
def test_a_year_with_the_mark_of_a_note_is_that_of_all_its_columns(figures_of_page: FiguresOf, mark: str) -> None:
    page = _page("Grants, EUR million", f"Parish|>>2018|>>2019{mark}", "|Schools|Roads|Schools|Roads", "Kesh|4.1|3.2|4.4|3.9")
    years = [figure.period.start.year for figure in figures_of_page(page) if figure.period is not None and figure.period.start is not None]
    assert years == [2018, 2018, 2019, 2019]


@pytest.mark.parametrize(
    ("line", "rows", "told"),
    [
        pytest.param("Outlays in thousand DKK:", "| Court | Clerks | Rent |\n|---|---|---|\n| Tarn | 81,200 | 7,100 |", [81_200_000, 7_100_000], id="of a currency"),
        pytest.param("*Wages in million euros*", "| Yard | 2018 | 2019 |\n|---|---|---|\n| Tarn | 12 | 15 |", [12_000_000, 15_000_000], id="slanted"),
        pytest.param("Ship passengers in thousands", "| Quay | 2018 | 2019 |\n|---|---|---|\n| Tarn | 12 | 15 |", [12_000, 15_000], id="a scale"),
        pytest.param("Ships and cargo in thousands", "| Quay | Ships | Cargo |\n|---|---|---|\n| Tarn | 12 | 15 |", [12, 15], id="of one of two things"),
        pytest.param("Fires in yards", "| Town | 2018 | 2019 |\n|---|---|---|\n| Tarn | 12 | 15 |", [12, 15], id="a place that is called as a measure"),
        pytest.param("Расходы в тыс. руб.:", "| Школа | 2018 | 2019 |\n|---|---|---|\n| Речная | 12 | 15 |", [12_000, 15_000], id="Russian"),
    ],
)  # fmt: skip
def test_a_line_above_a_table_may_end_with_its_unit(figures_of: FiguresOf, line: str, rows: str, told: list[int]) -> None:
    assert [figure.value for figure in figures_of(f"# Yearbook\n\n{line}\n\n{rows}\n")] == told


@pytest.mark.parametrize("line", ["In per cent of all rescues:", "Per cent of those who were asked"])
def test_a_line_above_a_table_may_say_what_its_shares_are_of(figures_of: FiguresOf, line: str) -> None:
    found = figures_of(f"# Rescues\n\n{line}\n\n| Cause | North | South |\n|---|---|---|\n| Ice | 31.5 | 28.1 |\n")
    assert [(figure.measure, figure.unit) for figure in found] == [(Measure.SHARE, "%")] * 2


@pytest.mark.parametrize(
    ("page", "other"),
    [
        pytest.param(_page("Outlays, EUR million", "Ward|>>2018|>>2019", "|Wages|Other|Wages|Other", "Quay|4.1|3.2|4.4|3.9"), "Other", id="English"),
        pytest.param(_page("Расходы, млн руб.", "Район|>>2018|>>2019", "|Зарплата|Прочее|Зарплата|Прочее", "Речной|4,1|3,2|4,4|3,9"), "Прочее", id="Russian"),
    ],
)  # fmt: skip
def test_a_column_of_the_rest_is_called_so(figures_of_page: FiguresOf, page: str, other: str) -> None:
    counted = [figure.counted or "" for figure in figures_of_page(page)]
    assert [name.split(", ")[0] == other for name in counted] == [False, True, False, True]


@pytest.mark.parametrize("first", ["", "(hectares)"])
def test_a_row_of_units_may_name_that_of_the_rows_in_brackets(figures_of_page: FiguresOf, first: str) -> None:
    page = _page("Farms, 2019", "Size of farm|Farms|Wool|Share of wool", f"{first}|number|thousand tonnes|%", "1-9|310|1.2|7.5")
    found = figures_of_page(page.replace("th>", "td>").replace("<th", "<td"))
    assert [(float(figure.value), figure.unit) for figure in found] == [(310, "farm"), (1200, "t"), (7.5, "%")]
    assert [(figure.counted or "").split(", ")[0] for figure in found] == ["Farms", "Wool", "Share of wool"]
