"""In a report on a season "last season" is the one before it, and an average does nothing."""

from collections.abc import Callable
from datetime import date

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# Orm Town: season 2022/23\n\nThis season the club scored 61 goals, last season 42.", id="en"),
        pytest.param("# Клуб «Сталь»: итоги сезона 2022/23\n\nКоманда забила 61 гол, в прошлом сезоне — 42.", id="ru"),
    ],
)
def test_last_season_is_the_one_before_that_of_the_report(figures_of: FiguresOf, text: str) -> None:
    now, before = figures_of(text)
    assert now.period is not None
    assert before.period is not None
    assert (now.period.start, now.period.end) == (date(2022, 1, 1), date(2023, 12, 31))
    assert (before.period.start, before.period.end) == (date(2021, 1, 1), date(2022, 12, 31))


def test_last_season_of_an_undated_text_is_not_known(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("Last season the club scored 42 goals.")
    assert figure.period is not None
    assert figure.period.start is figure.period.end is None


def test_an_average_does_nothing(figures_of: FiguresOf) -> None:
    _, daily = figures_of("За год музей посетили 96 000 человек, в среднем по 263 в день.")
    assert (daily.surface, daily.actor) == ("263", None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("За год музей посетили 96 000 человек, в среднем по 263 в день.", id="ru"),
        pytest.param("In 2023 the museum drew 96,000 visitors, on average 263 a day.", id="en"),
    ],
)
def test_only_the_number_behind_it_is_an_average(figures_of: FiguresOf, text: str) -> None:
    total, daily = figures_of(text)
    assert "average" not in total.terms.other
    assert "average" in daily.terms.other


def test_the_previous_year_of_a_report_on_two_calendar_years_is_one_of_them_too(figures_of: FiguresOf) -> None:
    text = "# Orm College: Report 2022/23\n\nIncome was £6.4 million, 7% above the previous year's £6.0 million. "
    text += "46 labs were open at the end of the year."
    periods = {figure.surface: figure.period and (figure.period.start, figure.period.end) for figure in figures_of(text)}
    assert periods["£6.0 million"] == (date(2021, 1, 1), date(2022, 12, 31))
    assert periods["46"] == (date(2022, 1, 1), date(2023, 12, 31))
