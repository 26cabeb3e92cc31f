"""Amounts in two parts or in units of two words: roubles with kopecks, square metres, metres per second."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

AMOUNTS = [
    pytest.param("The fare is 3 euros 50 cents.", [("3 euros 50 cents", "3.5", "EUR")], id="cents"),
    pytest.param("It costs 4 dollars and 20 cents.", [("4 dollars and 20 cents", "4.2", "USD")], id="and cents"),
    pytest.param("Проезд стоит 38 рублей 46 копеек.", [("38 рублей 46 копеек", "38.46", "RUB")], id="ru kopecks"),
    pytest.param("Мост стоил 9 рублей и 30 досок.", [("9 рублей", "9", "RUB"), ("30", "30", "доска")], id="ru no kopecks"),
    pytest.param("Построено 12 тыс. кв. метров жилья.", [("12 тыс.", "12000", "m²")], id="ru square metres"),
    pytest.param("Ветер достиг 22 м/с. Спят 3 кота.", [("22", "22", "m/s"), ("3", "3", "кот")], id="ru metres per second"),
    pytest.param("The lake lost 22 Ml a day.", [("22", "22", "Ml")], id="megalitres"),
    pytest.param("The phial holds 22 ml.", [("22", "22", "ml")], id="millilitres"),
    pytest.param("The wind reached 22 m/s.", [("22", "22", "m/s")], id="metres per second"),
]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_an_amount_is_one_figure_in_its_unit(figures_of: FiguresOf, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [
        (figure.surface, str(figure.value.normalize() if figure.value % 10 else int(figure.value)), figure.unit)
        for figure in figures_of(text)
    ]
    assert found == expected


def test_what_follows_points_counts_what_it_says(figures_of: FiguresOf) -> None:
    counted = [figure.counted for figure in figures_of("Доля упала на 24 п. п. Средняя цена поднялась до 900 рублей.")]
    assert counted == ["Доля", "Средняя цена"]
