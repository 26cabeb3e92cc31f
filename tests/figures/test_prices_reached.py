"""What a Russian price reached is a level, by whatever verb it got there, and no change or bound."""

import pytest

from qa_bot.schema import Bound, Measure
from tests.figures.conftest import FiguresOf


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("Бензин подорожал до 58 рублей за литр.", "Бензин", id="dearer"),
        pytest.param("Аренда квартиры подешевела до 27 тыс. рублей.", "Аренда квартиры", id="cheaper"),
        pytest.param("Билет подорожает до 60 рублей.", "Билет", id="to come"),
        pytest.param("Доллар укрепился до 92 рублей.", "Доллар", id="a currency"),
        pytest.param("Тариф поднялся до 58 рублей.", "Тариф", id="as before"),
    ],
)
def test_a_price_gets_to_a_level(figures_of: FiguresOf, text: str, counted: str) -> None:
    price = figures_of(text)[-1]
    assert (price.measure, price.bound, price.counted) == (Measure.MONEY, Bound.EXACT, counted)


@pytest.mark.parametrize(
    ("text", "measure", "bound"),
    [
        pytest.param("Молоко подорожало на 12 рублей.", Measure.CHANGE, Bound.EXACT, id="by how much"),
        pytest.param("Скидка на подорожавшее молоко — до 30 рублей.", Measure.MONEY, Bound.AT_MOST, id="a participle"),
        pytest.param("Ущерб от обвала — до 58 млн рублей.", Measure.MONEY, Bound.AT_MOST, id="a collapse"),
        pytest.param("Здание рухнуло, под завалами до 40 человек.", Measure.COUNT, Bound.AT_MOST, id="a building that fell"),
        pytest.param("Укрепили дамбу, потратив до 58 млн рублей.", Measure.MONEY, Bound.AT_MOST, id="a dam"),
    ],
)
def test_what_is_no_price_reached_stays(figures_of: FiguresOf, text: str, measure: Measure, bound: Bound) -> None:
    figure = figures_of(text)[-1]
    assert (figure.measure, figure.bound) == (measure, bound)
