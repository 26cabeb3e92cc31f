"""The parts of a year that a text tells of without naming the year beside them, as a reader of the text would date them."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]
Dates = tuple[str, str] | None

NINE, HALF, THIRD = ("2024-01-01", "2024-09-30"), ("2024-01-01", "2024-06-30"), ("2024-07-01", "2024-09-30")
OCTOBER = "---\npublished: 2024-10-15\n---\n\n"
JULY = "---\npublished: 2024-07-19\n---\n\n"
MARCH = "---\npublished: 2024-03-20\n---\n\n"


def _dates(figures: list[Figure]) -> list[Dates]:
    periods = [figure.period for figure in figures]
    return [(str(period.start), str(period.end)) if period is not None and period.start is not None else None for period in periods]


TEXTS = [
    pytest.param(
        f"{OCTOBER}# Фабрика: итоги третьего квартала 2024 года\n\nПродано 410 ковров. За девять месяцев продано 1130 ковров.",
        [THIRD, NINE],
        id="за девять месяцев в отчёте за квартал",
    ),
    pytest.param(
        f"{OCTOBER}# Mill: third quarter 2024 results\n\nRevenue was $82 million. Nine-month revenue reached $231 million.",
        [THIRD, NINE],
        id="nine-month revenue in a report on a quarter",
    ),
    pytest.param(
        f"{OCTOBER}# Mill: third quarter 2024 results\n\nRevenue was $82 million. For the nine months, profit was $14 million.",
        [THIRD, NINE],
        id="for the nine months",
    ),
    pytest.param(
        f"{OCTOBER}# Фабрика: итоги третьего квартала 2024 года\n\nПродано 410 ковров. Продажи за полугодие — 720 ковров.",
        [THIRD, HALF],
        id="за полугодие, которое прошло",
    ),
    pytest.param(f"{OCTOBER}# Порт в январе–сентябре\n\nПорт принял 410 судов.", [NINE], id="месяцы в заголовке без года"),
    pytest.param(f"{JULY}# Дорожная полиция\n\nЗа полугодие оштрафованы 905 водителей.", [HALF], id="за полугодие, только что прошедшее"),
    pytest.param(f"{MARCH}# Дорожная полиция\n\nЗа полугодие оштрафованы 905 водителей.", [("2023-07-01", "2023-12-31")], id="второе"),
    pytest.param("За полугодие оштрафованы 905 водителей.", [None], id="полугодие неизвестно когда"),
    pytest.param(
        "---\npublished: 0001-02-03\n---\n\n# Полиция\n\nЗа полугодие оштрафованы 905 водителей.", [None], id="до начала календаря"
    ),
    pytest.param("За девять месяцев оштрафованы 905 водителей.", [None], id="девять месяцев неизвестно когда"),
    pytest.param(
        f"{OCTOBER}# Мост\n\nВ 2023 году начали строить 12 мостов. Четыре моста построили за девять месяцев.",
        [("2023-01-01", "2023-12-31"), ("2023-01-01", "2023-12-31"), ("2023-01-01", "2023-12-31")],
        id="как долго строили",
    ),
    pytest.param(
        f"{MARCH}# Annual report 2023\n\nCrews attended 1,944 fires. The quietest month was February, with 61 fires.",
        [("2023-01-01", "2023-12-31"), ("2023-02-01", "2023-02-28")],
        id="a month of the year of the report",
    ),
    pytest.param(
        f"{MARCH}# Отчёт водоканала за 2023 год\n\nБольше всего аварий было в январе — 140 аварий.",
        [("2023-01-01", "2023-01-31")],
        id="месяц года отчёта",
    ),
    pytest.param(f"{MARCH}# Water works\n\nIn January there were 140 leaks.", [("2024-01-01", "2024-01-31")], id="a month in no report"),
]


@pytest.mark.parametrize(("text", "wanted"), TEXTS)
def test_a_part_of_a_year_is_dated_as_a_reader_would(figures_of: FiguresOf, text: str, wanted: list[Dates]) -> None:
    assert _dates(figures_of(text)) == wanted


TABLES = [
    pytest.param(
        "# Collisions, January to September 2024\n\n| Town | 2023 | 2024 |\n|---|---|---|\n| Morley | 88 | 74 |\n",
        [("2023-01-01", "2023-09-30"), NINE],
        id="both years",
    ),
    pytest.param(
        "# Рождаемость, январь–сентябрь 2024 года\n\n| Район | Родилось, 2023 | Умерло, 2024 |\n|---|---|---|\n| Лесной | 88 | 74 |\n",
        [("2023-01-01", "2023-09-30"), NINE],
        id="годы за словом",
    ),
    pytest.param(
        "# Collisions, January to June 2024\n\n| Town | 2022 | 2023 |\n|---|---|---|\n| Morley | 88 | 74 |\n",
        [("2022-01-01", "2022-12-31"), ("2023-01-01", "2023-12-31")],
        id="whole years before",
    ),
    pytest.param(
        "# Collisions, October to December 2024\n\n| Town | 2023 | 2024 |\n|---|---|---|\n| Morley | 88 | 74 |\n",
        [("2023-01-01", "2023-12-31"), ("2024-01-01", "2024-12-31")],
        id="a last quarter beside whole years",
    ),
    pytest.param(
        "# Staff on 1 March 2024\n\n| Office | 2023 | 2024 |\n|---|---|---|\n| Morley | 88 | 74 |\n",
        [("2023-01-01", "2023-12-31"), ("2024-01-01", "2024-12-31")],
        id="a day",
    ),
    pytest.param(
        "# Visitors, 3-9 June 2024\n\n| Museum | 2023 | 2024 |\n|---|---|---|\n| Morley | 88 | 74 |\n",
        [("2023-01-01", "2023-12-31"), ("2024-01-01", "2024-12-31")],
        id="a week",
    ),
    pytest.param(
        "# Visitors, March 2024\n\n| Museum | 2023 | 2024 |\n|---|---|---|\n| Morley | 88 | 74 |\n",
        [("2023-03-01", "2023-03-31"), ("2024-03-01", "2024-03-31")],
        id="one month",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TABLES)
def test_columns_under_the_months_of_a_year_are_of_these_months(figures_of: FiguresOf, text: str, wanted: list[Dates]) -> None:
    assert _dates(figures_of(text)) == wanted
