"""What a figure is reckoned by."""

import pytest

from qa_bot.schema import Measure
from tests.figures.conftest import FiguresOf


@pytest.mark.parametrize(
    ("text", "per"),
    [
        pytest.param("A single ticket costs £2.40 and a day ticket £5.60.", [None, None], id="a sort of ticket"),
        pytest.param("The yearly pass costs £312, a week pass £20.", ["year", None], id="two passes"),
        pytest.param("A boat costs £40 a week.", ["week"], id="a rate"),
        pytest.param("They make 4,000 day trips.", [None], id="a sort of trip"),
    ],
)
def test_a_word_of_time_that_says_which_thing_it_is_makes_no_rate(figures_of: FiguresOf, text: str, per: list[str | None]) -> None:
    assert [figure.per for figure in figures_of(text)] == per


def test_a_price_is_that_of_what_costs_it(figures_of: FiguresOf) -> None:
    figures = figures_of("A single ticket costs £2.40 and a day ticket £5.60.")
    assert [(figure.counted, figure.terms.action) for figure in figures] == [("single ticket", ("cost",)), ("day ticket", ("cost",))]


@pytest.mark.parametrize(
    "text",
    ["Only one burglary in three is reported.", "One driver in five was drunk.", "Two patients out of ten were children."],
)
def test_a_ratio_with_its_noun_inside_counts_nothing(figures_of: FiguresOf, text: str) -> None:
    assert figures_of(text) == []


def test_a_part_of_a_few_is_counted(figures_of: FiguresOf) -> None:
    assert [figure.value for figure in figures_of("Three men out of 12 died. One man in 4 boats drowned.")] == [3, 12, 1, 4]


@pytest.mark.parametrize(
    ("text", "counted", "per"),
    [
        pytest.param("Дивиденды составили 42 рубля на акцию.", "Дивиденды", "акцию", id="a share"),
        pytest.param("Тариф составит 5,73 рубля за киловатт-час.", "Тариф", "киловатт-час", id="a kilowatt-hour"),
        pytest.param("Бензин подорожал до 58 рублей за литр.", "Бензин", "литр", id="a litre"),
        pytest.param("На ремонт школы дали 5 млн рублей.", None, None, id="what for, before"),
        pytest.param("Школе дали 5 млн рублей на ремонт.", "ремонт", None, id="what for"),
        pytest.param("За три акции он заплатил 900 рублей.", None, None, id="several"),
        pytest.param("Купил дом за 5 млн рублей за год до пожара.", "дом", None, id="a time"),
    ],
)
def test_a_russian_price_is_for_one_of_what_is_behind_it(figures_of: FiguresOf, text: str, counted: str | None, per: str | None) -> None:
    price = next(figure for figure in figures_of(text) if figure.measure is Measure.MONEY)
    assert price.per == per
    assert counted is None or price.counted == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("Суд осудил директора за взятку в 600 тыс. рублей.", "взятку", id="a bribe"),
        pytest.param("Его наказали за недостачу в 2 млн рублей.", "недостачу", id="a shortage"),
        pytest.param("Год завершили с убытком в 54 млн рублей.", "убытком", id="a loss that came with it"),
        pytest.param("За взятку в мае он получил 600 тыс. рублей штрафа.", "штрафа", id="a month between"),
        pytest.param("За рулём в 2 случаях были подростки.", "случаях", id="no money"),
    ],
)
def test_a_sum_sizes_what_it_stands_beside(figures_of: FiguresOf, text: str, counted: str) -> None:
    assert [figure.counted for figure in figures_of(text)][-1] == counted
