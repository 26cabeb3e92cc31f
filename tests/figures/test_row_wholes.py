"""Rows and columns of a table that are part of the one before: "of which women", «в том числе»."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


def _parts(figures: list[Figure]) -> dict[str, str | None]:
    """Return the value of the whole of each figure, None where it has none."""
    by_id = {figure.figure_id: figure for figure in figures}
    return {figure.surface: by_id[figure.part_of.figure_id].surface if figure.part_of else None for figure in figures}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "# Heat\n\nHeat produced, MWh\n\n| Fuel | 2020 |\n|---|---|\n| Wood | 410 |\n| of which chips | 96 |\n| Straw | 88 |\n| Total | 498 |\n",
            {"410": "498", "96": "410", "88": "498", "498": None},
            id="of the row above, not of the total",
        ),
        pytest.param(
            "# Teachers\n\n| School | Teachers |\n|---|---|\n| Oldmere | 31 |\n| of whom women | 19 |\n| of whom part-time | 12 |\n| Tarn | 24 |\n",
            {"31": None, "19": "31", "12": "31", "24": None},
            id="several of one row",
        ),
        pytest.param(
            "# Spending\n\n| Item | EUR |\n|---|---|\n| Total spending | 900 |\n| Roads | 500 |\n| – including bridges | 120 |\n| Parks | 400 |\n",
            {"900": None, "500": "900", "120": "500", "400": "900"},
            id="below a total that stands first",
        ),
        pytest.param(
            "# Пожары\n\n| Район | Пожары |\n|---|---|\n| Речной | 41 |\n| в том числе в лесах | 17 |\n| Степной | 38 |\n| из них в жилых домах | 20 |\n| Итого | 79 |\n",
            {"41": "79", "17": "41", "38": "79", "20": "38", "79": None},
            id="Russian",
        ),
        pytest.param(
            "# Ferries\n\n| Quay | Passengers | Of which commuters | of which pupils | Cars |\n|---|---|---|---|---|\n| North | 1,410 | 880 | 212 | 96 |\n| South | 301 | n/a | 54 | 7 |\n",
            {"1,410": None, "880": "1,410", "212": "1,410", "96": None, "301": None, "54": "301", "7": None},
            id="columns",
        ),
        pytest.param(
            "# Costs\n\n| Item | 2020 |\n|---|---|\n| Staff | n/a |\n| of which guards | 14 |\n| Heat | 61 |\n",
            {"14": None, "61": None},
            id="of a number that is not known",
        ),
        pytest.param(
            "# Prices\n\n| Boat | Price, EUR | Including tax, EUR |\n|---|---|---|\n| Heron | 400 | 480 |\n",
            {"400": None, "480": None},
            id="more than the column before is no part of it",
        ),
        pytest.param(
            "# Funds\n\n| Fund | Left over, EUR |\n|---|---|\n| All funds | 1,135 |\n| of which Oak | -870 |\n| of which Elm | 640 |\n",
            {"1,135": None, "-870": None, "640": "1,135"},
            id="a loss is no part of what is left over",
        ),
    ],
)
def test_what_is_of_the_row_or_column_before_is_part_of_it(figures_of: FiguresOf, text: str, parts: dict[str, str | None]) -> None:
    assert _parts(figures_of(text)) == parts


def test_a_sum_of_all_rows_is_told_without_those_within_others(figures_of: FiguresOf) -> None:
    text = (
        "# Sheep\n\n| Parish | Sheep |\n|---|---|\n| Tarn | 40 |\n| of which lambs | 11 |\n| Kesh | 25 |\n| Ald | 17 |\n| Norland | 82 |\n"
    )
    assert _parts(figures_of(text)) == {"40": "82", "11": "40", "25": "82", "17": "82", "82": None}


_BIRTHS = (
    "# Norland\n\n| Parish | Inhabitants | Births | Mean age |\n|---|---|---|---|\n| Tarn | 400 | 11 | 41.2 |\n| Kesh | 250 | 6 | 44.0 |\n"
)


def test_a_sum_of_all_rows_is_told_beside_an_average(figures_of: FiguresOf) -> None:
    parts = _parts(figures_of(f"{_BIRTHS}| Ald | 170 | 3 | 38.5 |\n| Whole valley | 820 | 20 | 41.5 |\n"))
    assert parts == {
        "400": "820",
        "250": "820",
        "170": "820",
        "11": "20",
        "6": "20",
        "3": "20",
        **dict.fromkeys(("41.2", "44.0", "38.5", "820", "20", "41.5")),
    }


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("| Ald | 170 | 3 | 38.5 |\n| Orm | 820 | 20 | 47.5 |\n", id="more than any row, less than all"),
        pytest.param("| Ald | 170 | 3 | 38.5 |\n| Orm | 820 | 19 | 41.5 |\n", id="the sum of one column alone"),
    ],
)
def test_a_row_that_is_no_sum_of_the_others_is_no_whole(figures_of: FiguresOf, rows: str) -> None:
    assert not any(_parts(figures_of(f"{_BIRTHS}{rows}")).values())


def test_a_sum_of_the_others_is_their_whole_though_another_column_lacks_a_number(figures_of: FiguresOf) -> None:
    text = (
        "# Baths\n\n| Bath | Pools | Guests |\n|---|---|---|\n| Elm | 3 | 410 |\n| Oak | 5 | 230 |\n| Ash | 2 | – |\n| Yew | 7 | 95 |\n"
        "| Yarrow County | 17 | 801 |\n"
    )
    parts = [figure for figure in figures_of(text) if figure.label != "Yarrow County"]
    assert [figure.part_of is not None and int(figure.part_of.value) for figure in parts] == [17, 801, 17, 801, 17, 17, 801]


def test_a_sum_by_chance_in_one_of_two_columns_is_no_whole(figures_of: FiguresOf) -> None:
    text = (
        "# Baths\n\n| Bath | Pools | Guests |\n|---|---|---|\n| Elm | 3 | 410 |\n| Oak | 5 | – |\n| Ash | 2 | 230 |\n| Yew | 10 | 801 |\n"
    )
    assert {figure.part_of for figure in figures_of(text)} == {None}
