"""A caption that says of which years the numbers in brackets and before them are."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


def told(figures: list[Figure]) -> list[tuple[str, str | None, int | None]]:
    """The number, its row and its first year."""
    return [(each.surface, each.label, each.period.start.year if each.period and each.period.start else None) for each in figures]


@pytest.mark.parametrize(
    ("caption", "years"),
    [
        pytest.param("Spending by department (2021, with 2020 in brackets):", (2021, 2020), id="with"),
        pytest.param("Spending by department (2021/22, with 2020/21 in brackets):", (2021, 2020), id="financial-years"),
        pytest.param("Spending by department in 2021 (figures for 2020 in brackets):", (2021, 2020), id="figures-for"),
        pytest.param("Spending by department, 2021 (2020 in parentheses):", (2021, 2020), id="parentheses"),
    ],
)
def test_a_caption_dates_the_numbers_of_its_list(figures_of: FiguresOf, caption: str, years: tuple[int, int]) -> None:
    text = f"{caption}\n\n- Parks and gardens: $4.2m ($3.9m)\n- Schools: $38.1m ($36.4m)\n"
    assert told(figures_of(text)) == [
        ("$4.2m", "Parks and gardens", years[0]),
        ("$3.9m", "Parks and gardens", years[1]),
        ("$38.1m", "Schools", years[0]),
        ("$36.4m", "Schools", years[1]),
    ]


def test_what_the_caption_opens_with_is_counted(figures_of: FiguresOf) -> None:
    figures = figures_of("Visitors in 2021 (2020 in brackets):\n\n- Castle: 81,200 (77,450)\n- Caves: 40,310 (44,020)\n")
    assert {(each.unit, each.counted) for each in figures} == {("person", "Visitors, Castle"), ("person", "Visitors, Caves")}


def test_so_is_what_it_measures(figures_of: FiguresOf) -> None:
    figures = figures_of("Tonnes of fish landed, 2021 (2020 in brackets):\n\n- Cod: 4,120 (3,880)\n- Herring: 960 (990)\n")
    assert {(each.measure, each.unit) for each in figures} == {("quantity", "t")}


def test_brackets_of_other_captions_are_left(figures_of: FiguresOf) -> None:
    figures = figures_of("Visitors in 2021:\n\n- Castle: 81,200 (77,450 with tickets)\n")
    assert [each.period.start.year if each.period and each.period.start else None for each in figures] == [2021, 2021]


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        pytest.param("3,240 (2019)", 2019, id="a year"),
        pytest.param("3,240 (2019)[1]", 2019, id="with the mark of a note"),
        pytest.param("3,240 (May 2019)", 2019, id="a month"),
        pytest.param("3,240 boats (2019)", 2019, id="behind a unit"),
        pytest.param("3,240 (2,110 in 2019)", 2023, id="another number"),
        pytest.param("3,240 (up on 2019)", 2023, id="what it is held against"),
    ],
)
def test_a_year_in_brackets_in_a_cell_is_that_of_its_number(figures_of: FiguresOf, cell: str, year: int) -> None:
    found = figures_of(f"# Harbour of Kesta in 2023\n\n| Port | Kesta |\n|---|---|\n| Berths | {cell} |\n| Founded | 1911 |\n")
    first = next(figure for figure in found if figure.surface.startswith("3,240"))
    assert first.period is not None
    assert first.period.start is not None
    assert first.period.start.year == year
    assert all(figure.surface != "1911" for figure in found)
