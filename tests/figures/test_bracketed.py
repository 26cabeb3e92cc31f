"""Numbers in brackets: which are below zero, as accounts write them, and which are as they are written."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


def _table(*rows: str) -> str:
    head, *rest = rows
    return "\n".join((head, "|" + "---|" * (head.count("|") - 1), *rest)) + "\n"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            "# Club accounts\n\nTable: Income and outlay, £\n\n"
            + _table(
                "| Item | 2020 | 2021 |",
                "| Fees of members | 5,310 | 5,640 |",
                "| Coach trips | (2,110) | (2,480) |",
                "| Surplus/(deficit) | 190 | (75) |",
            ),
            [5310, 5640, -2110, -2480, 190, -75],
            id="a row of sums, all in brackets, beside others",
        ),
        pytest.param(
            _table("| Month | Boats | Balance |", "| May | 31 | (2,400) |", "| June | 28 | 1,150 |", "| Total | 59 | -1,250 |"),
            [31, -2400, 28, 1150, 59, -1250],
            id="a balance whose total only comes so",
        ),
        pytest.param(
            _table("| Town | Arrived | Moved on, net |", "| Kesta | 44 | (6) |", "| Tarn | 51 | 9 |"),
            [44, -6, 51, 9],
            id="net, without a total",
        ),
        pytest.param(
            _table("| Item | Stock |", "| Opening | 120 |", "| Breakage | (15) |", "| Total | 105 |"),
            [120, -15, 105],
            id="a count by its total",
        ),
        pytest.param(
            _table("| Park | Trees | Change in trees |", "| Hill | 310 | (12) |", "| Lake | 205 | 4 |"), [310, -12, 205, 4], id="a change"
        ),
        pytest.param(
            _table("| Shop | Result |", "| Weir | (12) |", "| Mill | 30 |", "| Quay | -4 |"), [-12, 30, -4], id="a result beside a minus"
        ),
        pytest.param(
            "# Отчёт\n\n" + _table("| Район | Сальдо миграции |", "| Южный | (130) |", "| Северный | 410 |"), [-130, 410], id="ru balance"
        ),
        pytest.param(
            "# Отчёт\n\n"
            + _table("| млн руб. | 2020 | 2021 |", "| Выручка | 51 | 64 |", "| Прочее | (3) | (4) |", "| Прибыль (убыток) | 7 | (2) |"),
            [51_000_000, 64_000_000, -3_000_000, -4_000_000, 7_000_000, -2_000_000],
            id="ru accounts",
        ),
    ],
)
def test_numbers_in_brackets_are_below_zero(figures_of: FiguresOf, text: str, values: list[int]) -> None:
    assert [figure.value for figure in figures_of(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            _table("| £ thousand | 2020 | 2021 |", "| Revenue | 88 | 97 |", "| Staff costs | (52) | (57) |"),
            [88_000, 97_000, 52_000, 57_000],
            id="costs are costs",
        ),
        pytest.param(
            _table("| £ thousand | 2020 | 2021 |", "| Revenue | 88 | 97 |", "| Wages | (52) | (57) |", "| Fuel | (8) | (9) |"),
            [88_000, 97_000, 52_000, 57_000, 8_000, 9_000],
            id="and so is what stands beside them",
        ),
        pytest.param(
            _table("| Gauge | Flow, litres | Readings |", "| Weir | 12 | 30 |", "| Mill | (14) | 5 |"), [12, 30, 14, 5], id="a flow"
        ),
        pytest.param(_table("| Sample | Result |", "| Weir | 12 |", "| Mill | (3) |"), [12, 3], id="the result of a test"),
        pytest.param("# Отчёт\n\n" + _table("| Цех | Результат, шт. |", "| А | 12 |", "| Б | (5) |"), [12, 5], id="ru result"),
        pytest.param(
            _table("| Bay | Seals | Pups |", "| North | 41 | (8) |", "| South | 52 | 11 |"), [41, 8, 52, 11], id="uncertain counts"
        ),
        pytest.param(
            _table("| Bay | Seals |", "| North | (41) |", "| South | 52 |", "| Total | 93 |"), [41, 52, 93], id="that add up as they are"
        ),
        pytest.param(_table("| Bay | Seals |", "| North | 41 (8) |", "| South | 52 (9) |"), [41, 52], id="behind another number"),
    ],
)
def test_other_numbers_in_brackets_are_as_written(figures_of: FiguresOf, text: str, values: list[int]) -> None:
    assert [figure.value for figure in figures_of(text)] == values


def test_brackets_of_a_negative_number_are_part_of_what_is_written(figures_of: FiguresOf) -> None:
    found = figures_of(_table("| Item | Stock |", "| Opening | 120 |", "| Breakage | (15) |", "| Total | 105 |"))
    assert [figure.surface for figure in found] == ["120", "(15)", "105"]
