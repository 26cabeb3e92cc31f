"""Which columns name the rows of a table: places under "Place", and ranges and bounds that tell apart what has one name."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

INMATES = """# Prisoners, 2023

| Sex | Age | Prisoners |
|---|---|---|
| Men | under 30 | 140 |
{men} | 30 to 49 | 1,300 |
{men} | 50 and over | 260 |
| Women | under 30 | 12 |
{women} | 30 and over | 95 |
"""
STAGES = """# Fines, 2023

| Court | Fine in crowns | Cases |
|---|---|---|
| Tarn | 100 to 200 | 41 |
| Selby | up to 100 | 17 |
| Dale | 200 to 500 | 5 |
"""


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            INMATES.format(men="| Men", women="| Women"),
            [("140", "Men, under 30"), ("1,300", "Men, 30 to 49"), ("260", "Men, 50 and over"), ("12", "Women, under 30"), ("95", "Women, 30 and over")],
            id="ages beside a name that is repeated",
        ),
        pytest.param(
            "# Узники, 2023\n\n| Пол | Возраст | Узников |\n|---|---|---|\n| Мужчины | до 30 лет | 140 |\n| Мужчины | 30–49 лет | 60 |\n"
            "| Женщины | 50 лет и старше | 12 |\n",
            [("140", "Мужчины, до 30 лет"), ("60", "Мужчины, 30–49 лет"), ("12", "Женщины, 50 лет и старше")],
            id="in Russian",
        ),
        pytest.param(STAGES, [("100 to 200", "Tarn"), ("41", "Tarn"), ("100", "Selby"), ("17", "Selby"), ("200 to 500", "Dale"), ("5", "Dale")], id="sums where the names tell all rows apart"),
        pytest.param(
            "# Fires, 2023\n\n| Place | Fires | Injured |\n|---|---|---|\n| Selby | 41 | 3 |\n| Norton | 17 | 0 |\n",
            [("41", "Selby"), ("3", "Selby"), ("17", "Norton"), ("0", "Norton")],
            id="places by name",
        ),
        pytest.param(
            "# Run, 2023\n\n| Place | Club | Points |\n|---|---|---|\n| 1 | Selby | 41 |\n| 2 | Norton | 17 |\n",
            [("41", "Selby"), ("17", "Norton")],
            id="places by number",
        ),
        pytest.param(
            "# Run, 2023\n\n| Place | Club | Points |\n|---|---|---|\n| I | Selby | 41 |\n| II | Norton | 17 |\n| III | Dale | 12 |\n",
            [("41", "Selby"), ("17", "Norton"), ("12", "Dale")],
            id="places by Roman number",
        ),
        pytest.param(
            "# Пожары, 2023\n\n| Место | Пожаров | Пострадавших |\n|---|---|---|\n| Селино | 41 | 3 |\n| Долгое | 17 | 0 |\n",
            [("41", "Селино"), ("3", "Селино"), ("17", "Долгое"), ("0", "Долгое")],
            id="places by name in Russian",
        ),
        pytest.param(
            "# Trade, 2023\n\n| Code | Country | Sheep |\n|---|---|---|\n| FR | France | 41 |\n| DE | Germany | 17 |\n",
            [("41", "France"), ("17", "Germany")],
            id="codes",
        ),
    ],
)  # fmt: skip
def test_rows_are_named_by_what_tells_them_apart(figures_of: FiguresOf, text: str, rows: list[tuple[str, str]]) -> None:
    assert [(figure.surface, figure.label) for figure in figures_of(text)] == rows


def test_the_name_of_a_row_does_nothing(figures_of: FiguresOf) -> None:
    figures = figures_of("| Company | Leaks |\n|---|---|\n| Tarn & Fell | 112 |\n| Hill | 99 |\n")
    assert [(figure.surface, figure.label, figure.action) for figure in figures] == [("112", "Tarn & Fell", None), ("99", "Hill", None)]
