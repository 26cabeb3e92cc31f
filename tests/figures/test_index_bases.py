"""The time that a percentage is reckoned from is not the one it is of."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        pytest.param("Индекс тарифов в мае 2032 года составил 103,4 % к маю 2031 года.", "2032-05-01", id="month to month"),
        pytest.param("Индекс цен в 2032 году к 2031 году составил 104 %.", "2032-01-01", id="year to year before the number"),
        pytest.param("Ввод жилья в 2032 году — 96 % к уровню 2031 года.", "2032-01-01", id="to the level of a year"),
        pytest.param("Сбор ржи в 2032 году составил 88 % от уровня 2030 года.", "2032-01-01", id="of the level of a year"),
        pytest.param("Output in 2032 was 88 % of the 2031 level.", "2032-01-01", id="of that year's level"),
        pytest.param(
            "В декабре 2031 года инфляция была 8 %. В марте 2032 года цены выросли на 0,6 % к февралю.",
            "2032-03-01",
            id="a month without its year",
        ),
        pytest.param("В 2032 году готово 40 % дорог, к 2035 году будет готово 90 %.", "2035-01-01", id="a date to come is no base"),
    ],
)
def test_a_percentage_is_of_the_later_time(figures_of: FiguresOf, text: str, start: str) -> None:
    period = figures_of(text)[-1].period
    assert period is not None
    assert str(period.start) == start


def test_what_follows_an_index_is_of_the_whole_year(figures_of: FiguresOf) -> None:
    text = """# Цены в 2032 году

Индекс цен в декабре 2032 года составил 106 % к декабрю 2031 года. Молоко подорожало на 9 %."""
    period = figures_of(text)[-1].period
    assert period is not None
    assert (str(period.start), str(period.end)) == ("2032-01-01", "2032-12-31")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# Выпуск\n\n| Завод | 2031 | 2032 | 2032 к 2031, % |\n|---|---|---|---|\n| Луч | 410 | 430 | 104,9 |\n", id="years"),
        pytest.param("# Выпуск\n\n| Завод | 2032 год к 2031 году, % |\n|---|---|\n| Луч | 104,9 |\n", id="with their nouns"),
        pytest.param("# Output\n\n| Works | 2031 | 2032 as % of 2031 |\n|---|---|---|\n| Alder | 410 | 104.9 |\n", id="as a percentage of"),
    ],
)
def test_a_column_of_an_index_is_of_its_own_year(figures_of: FiguresOf, text: str) -> None:
    period = figures_of(text)[-1].period
    assert period is not None
    assert str(period.start) == "2032-01-01"
