"""What only looks back or says that there was none keeps its year to itself."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]
Dates = tuple[str, str] | None

Y2022, Y2023 = ("2022-01-01", "2022-12-31"), ("2023-01-01", "2023-12-31")
REPORT = "---\npublished: 2024-01-25\n---\n\n"
SUMMER = "---\npublished: 2024-07-19\n---\n\n"


def _dates(figures: list[Figure]) -> list[Dates]:
    periods = [figure.period for figure in figures]
    return [(str(period.start), str(period.end)) if period is not None and period.start is not None else None for period in periods]


TEXTS = [
    pytest.param(f"{REPORT}# Annual report, 2023\n\nThree officers were arrested, none in 2022.", [Y2023], id="none in the year before"),
    pytest.param(
        f"{REPORT}# Annual report, 2023\n\nThree officers were arrested, none in 2022. Divers searched 164 boats.",
        [Y2023, Y2023],
        id="nor is what goes on of the year of none",
    ),
    pytest.param(
        f"{REPORT}# Annual report, 2023\n\nIncome came to £64.3 million, 7% above the previous year's £60.1 million.",
        [Y2023, Y2023, Y2022],
        id="the year before's",
    ),
    pytest.param(f"{REPORT}# Отчёт за 2023 год\n\nЗадержаны трое охранников, в 2022 году — никто.", [Y2023], id="никто"),
    pytest.param(
        f"{REPORT}# Annual report, 2023\n\nSearches rose from 118 to 164.", [Y2022, Y2023], id="two levels in the report on a year"
    ),
    pytest.param(f"{REPORT}# Отчёт архива за 2023 год\n\nЧисло запросов упало с 980 до 740.", [Y2022, Y2023], id="с одного до другого"),
    pytest.param(
        f"{SUMMER}# Дачи\n\nЗа весь прошлый год составили 310 протоколов. Уже оштрафованы 46 садоводов, открыто пять дел.",
        [Y2023, None, None],
        id="уже оштрафованы",
    ),
    pytest.param(
        f"{SUMMER}# Rangers\n\nOver the whole of last year rangers issued 310 warnings. So far 46 campers have already been fined.",
        [Y2023, None],
        id="have already been fined",
    ),
    pytest.param(
        f"{SUMMER}# Пожары\n\nС начала сезона потушено 204 пожара. За весь прошлый год их было 173. Оштрафованы 46 человек.",
        [None, Y2023, None],
        id="взгляд назад с начала сезона",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TEXTS)
def test_a_year_that_is_looked_back_to_is_of_its_own_figure_alone(figures_of: FiguresOf, text: str, wanted: list[Dates]) -> None:
    assert _dates(figures_of(text)) == wanted


def test_a_year_before_is_of_the_whole_and_not_of_its_part(figures_of: FiguresOf) -> None:
    figures = figures_of("В 2023 году изъято 412 кг рыбы, в том числе 37 кг осетра. Годом ранее было изъято 530 кг.")
    assert [figure.counted for figure in figures] == ["рыбы", "осетра", "рыбы"]


LATER = [
    pytest.param("Явка составила 38,1 %; на прошлых выборах, в 2019 году, она равнялась 33,5 %.", [None, 2019], id="ru election before"),
    pytest.param("Turnout was 41.2 per cent; at the vote before, in 2018, it was 36.9 per cent.", [None, 2018], id="election before"),
    pytest.param("The rink had 41 regulars; two years before, in 2018, 36 were counted.", [None, 2018], id="counted"),
    pytest.param("В приют попали 96 собак и 71 кошка, в 2021 году — 88 и 60.", [None, None, 2021, 2021], id="ru two and two"),
    pytest.param("The rink had 41 regulars and 12 guests in 2018.", [2018, 2018], id="one time for both"),
]


@pytest.mark.parametrize(("text", "years"), LATER)
def test_a_year_that_leads_into_a_later_figure_is_not_of_those_before(figures_of: FiguresOf, text: str, years: list[int | None]) -> None:
    periods = [figure.period for figure in figures_of(text)]
    assert [period.start.year if period is not None and period.start is not None else None for period in periods] == years


SO_FAR = [
    pytest.param(
        f"{SUMMER}In November 2022 vets found 11 sick herds. Since the start of the year 612 herds have been treated.", id="since"
    ),
    pytest.param(f"{SUMMER}В ноябре 2022 года нашли 11 больных стад. Всего с начала года привито 612 стад.", id="ru since"),
]


@pytest.mark.parametrize("text", SO_FAR)
def test_since_the_start_of_the_year_is_of_the_year_of_the_text(figures_of: FiguresOf, text: str) -> None:
    assert _dates(figures_of(text))[-1] == ("2024-01-01", "2024-07-19")
