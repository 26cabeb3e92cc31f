"""Times that a sentence names and that hold for no sentence after it, and months of the year before."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

HEAD = "---\npublished: 2024-10-20\n---\n\n"
BACKDATED = [
    pytest.param(
        "The vacancy rate fell to 3.1 per cent in August 2024, from 3.4 per cent in July and 5.2 per cent in August a year earlier.",
        {"3.1 per cent": "2024-08", "3.4 per cent": "2024-07", "5.2 per cent": "2023-08"},
        id="in-a-month-a-year-earlier",
    ),
    pytest.param(
        "Arrivals reached 41,000 in June 2024, against 37,500 in June the year before.",
        {"41,000": "2024-06", "37,500": "2023-06"},
        id="in-a-month-the-year-before",
    ),
    pytest.param(
        "Ставка снизилась до 4,1 % в сентябре 2024 года с 4,8 % в августе и 7,6 % в сентябре годом ранее.",
        {"4,1 %": "2024-09", "4,8 %": "2024-08", "7,6 %": "2023-09"},
        id="ru",
    ),
    pytest.param(
        "The ferry carried 900 cars in May 2024, a year earlier than planned.", {"900": "2024-05"}, id="a-year-earlier-than-planned"
    ),
]

STAYING = [
    pytest.param(
        "Inspectors checked 4,800 lorries in 2023. In December alone, before the holidays, 610 lorries were checked. Scales at the border "
        "stopped 7,400 overloaded vans.",
        {"610": "2023-12", "7,400": "2023-01"},
        id="alone",
    ),
    pytest.param(
        "В 2023 году проверили 4 800 грузовиков. Только в декабре на границе остановили 610 машин. За подделку оштрафовали 830 перевозчиков.",
        {"610": "2023-12", "830": "2023-01"},
        id="ru-only",
    ),
    pytest.param(
        "At the end of March 2024 there were 12,600 households on the list. When the council took office in June 2018 there were 9,100. "
        "Asked for a source, the Liberal Group pointed to a count of 15,300 that includes people in shelters.",
        {"9,100": "2018-06", "15,300": None},
        id="long-ago",
    ),
    pytest.param(
        "В 2023/24 учебном году работали 48 детских садов. Годом ранее садов было 51. В садах воспитывались 6 200 детей.",
        {"51": "2022-01", "6 200": None},
        id="ru-the-school-year-before",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*BACKDATED, *STAYING])
def test_a_figure_is_of_its_own_time(figures_of: FiguresOf, text: str, expected: dict[str, str | None]) -> None:
    found = {figure.surface: figure.period for figure in figures_of(HEAD + text)}
    for surface, month in expected.items():
        period = found[surface]
        begun = str(period.start)[:7] if period is not None and period.start is not None else None
        assert (surface, begun) == (surface, month)
