"""Captions of several things with the unit of the last behind it: whose unit it is, and where nothing tells."""

from collections.abc import Callable

import pytest

from qa_bot.figures.listed_units import listed_units
from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


def _table(caption: str, *rows: str) -> str:
    head, *rest = rows
    line = "|" + "---|" * (head.count("|") - 1)
    lead = "# Yearly report\n\nTable 1." if caption.isascii() else "# Годовой отчёт\n\nТаблица 1."
    return "\n".join((f"{lead} {caption}\n", head, line, *rest)) + "\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            _table("Boats and dues (EUR thousand), 2021", "| Quay | Boats | Dues |", "| East | 12,310 | 640 |"),
            [(12310, "boat"), (640000, "EUR")],
            id="money",
        ),
        pytest.param(
            _table("Number of mills and turnover (million euros)", "| Region | Mills | Turnover |", "| Lowland | 1,205 | 88 |"),
            [(1205, "mill"), (88000000, "EUR")],
            id="a number of them",
        ),
        pytest.param(
            _table("Orchards and area (thousand ha)", "| Region | Orchards | Area |", "| Lowland | 1,205 | 88 |"),
            [(1205, "orchard"), (88000, "ha")],
            id="an area",
        ),
        pytest.param(
            _table("Pupils (number) and meals served (thousands)", "| School | Pupils | Meals served |", "| Hill | 1,205 | 88 |"),
            [(1205, "person"), (88000, "meal")],
            id="each in brackets of its own",
        ),
        pytest.param(
            _table("Adults (bears) and cubs seen (thousands)", "| Park | Adults | Cubs seen |", "| Hill | 1,205 | 88 |"),
            [(1205, "bear"), (88000, "cub")],
            id="brackets that say what is counted",
        ),
        pytest.param(
            _table(
                "Visitors and ticket sales, EUR thousand",
                "|  | 2020 | 2021 |",
                "| Visitors | 4,400 | 5,100 |",
                "| Ticket sales | 61 | 73 |",
            ),
            [(4400, "person"), (5100, "person"), (61000, "EUR"), (73000, "EUR")],
            id="in rows",
        ),
        pytest.param(
            _table(
                "Orchards and area (thousand ha)",
                "| Region | Orchards | of which organic | Area | Arable | Pasture |",
                "| Lowland | 1,205 | 31 | 88 | 60 | 20 |",
            ),
            [(1205, None), (31, None), (88000, "ha"), (60000, "ha"), (20000, "ha")],
            id="parts of each beside it",
        ),
        pytest.param(
            _table("Суда и улов (тыс. т), 2021 год", "| Порт | Суда | Улов |", "| Северный | 1 205 | 88 |"),
            [(1205, None), (88000, "t")],
            id="ru catch",
        ),
        pytest.param(
            _table("Число фирм и оборот (млн руб.)", "| Район | Фирмы | Оборот |", "| Северный | 1 205 | 88 |"),
            [(1205, "фирма"), (88000000, "RUB")],
            id="ru money",
        ),
        pytest.param(
            _table("Пассажиры и выручка (тыс. руб.)", "| Линия | Пассажиры | Выручка |", "| Первая | 1 205 | 88 |"),
            [(1205, "person"), (88000, "RUB")],
            id="ru passengers",
        ),
    ],
)
def test_a_unit_behind_the_last_of_several_things_is_of_that_alone(
    figures_of: FiguresOf, text: str, expected: list[tuple[int, str | None]]
) -> None:
    found = figures_of(text)
    assert [figure.value for figure in found] == [value for value, _ in expected]
    assert all(unit in (None, figure.unit) for figure, (_, unit) in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    "caption",
    [
        "Exports and imports (million euros)",
        "Income and expenditure (EUR thousand)",
        "Births and deaths by age and sex (thousands)",
        "Food and drink sales (EUR million)",
        "Domestic and foreign visits (thousands)",
        "Production of oil and gas (thousand tonnes)",
        "Apples and pears (thousand tonnes)",
        "Wheat and barley (thousand tonnes)",
        "Sales (EUR million) by town and region",
        "Men and women employed (thousands)",
        "Доходы и расходы бюджета (млн руб.)",
        "Экспорт и импорт зерна (тыс. т)",
        "Продажа легковых и грузовых автомобилей (тыс.)",
        "Численность врачей и медсестёр (тыс. чел.)",
        "Добыча нефти и газа (млн т)",
    ],
)
def test_things_of_one_sort_share_their_unit(caption: str) -> None:
    assert listed_units(caption, "en" if caption.isascii() else "ru") == ()


def test_columns_of_one_sort_are_all_in_the_unit(figures_of: FiguresOf) -> None:
    found = figures_of(_table("Exports and imports (million euros)", "| Country | Exports | Imports |", "| Norway | 310 | 95 |"))
    assert [figure.value for figure in found] == [310_000_000, 95_000_000]


def test_a_unit_is_of_all_columns_where_none_is_called_by_any_of_the_things(figures_of: FiguresOf) -> None:
    found = figures_of(_table("Boats and dues (EUR thousand)", "| Quay | 2020 | 2021 |", "| East | 640 | 655 |"))
    assert [figure.value for figure in found] == [640_000, 655_000]


@pytest.mark.parametrize(
    ("cells", "values"),
    [pytest.param("310 | 1,240", [1_240_000], id="whole numbers"), pytest.param("3.1 | 1,240", [3_100, 1_240_000], id="decimals")],
)
def test_where_nothing_tells_whether_things_are_by_the_thousand_whole_numbers_of_them_are_left_out(
    figures_of: FiguresOf, cells: str, values: list[int]
) -> None:
    found = figures_of(_table("Barns and sheep (thousands)", "| Parish | Barns | Sheep |", f"| Upper | {cells} |"))
    assert [figure.value for figure in found] == values
