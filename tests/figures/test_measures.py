"""By what a figure is measured."""

import pytest

from qa_bot.schema import Measure
from tests.figures.conftest import FiguresOf


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param("The water in the hall was 24 °C.", "24", "°C", id="apart"),
        pytest.param("The water in the hall was 24°C.", "24", "°C", id="glued"),
        pytest.param("The frost reached -11 °C in Lund and 4 °F in Mora.", "-11", "°C", id="below zero"),
        pytest.param("The coldest night, –9.4 °C, was at Mora.", "-9.4", "°C", id="apposition"),
        pytest.param("Воду грели до 24 °С.", "24", "°C", id="with a Cyrillic letter"),
    ],
)
def test_degrees_are_a_quantity(figures_of: FiguresOf, text: str, value: str, unit: str) -> None:
    figure = figures_of(text)[0]
    assert (figure.measure.value, str(figure.value), figure.unit) == ("quantity", value, unit)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        pytest.param("Lund had 80 mm of rain, 14 mm below its average.", "change", id="below an average"),
        pytest.param("Sales were 12 million pounds over target.", "change", id="over a target"),
        pytest.param("The rate is 4 points above the national average.", "change", id="points"),
        pytest.param("The council can alter the toll by up to 3 pence.", "change", id="altered by"),
        pytest.param("Olsen threw 61 darts, nine ahead of Brandt.", "change", id="ahead of somebody"),
        pytest.param("Lund finished four points behind Mora.", "change", id="points behind"),
        pytest.param("The party won 48 seats, three short of a majority.", "change", id="short of"),
        pytest.param("Six guests sat behind the band.", "count", id="who sit behind"),
        pytest.param("The lake lies 200 m above sea level.", "quantity", id="a height"),
        pytest.param("The mill stands 12 m below the road.", "quantity", id="a depth"),
    ],
)
def test_a_distance_from_a_norm_is_no_level(figures_of: FiguresOf, text: str, measure: str) -> None:
    assert figures_of(text)[-1].measure == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        pytest.param("The fair drew 800 guests, a quarter more than in 2022.", "change", id="more"),
        pytest.param("The takings rose by a third.", "change", id="rose by"),
        pytest.param("A quarter of the guests came by boat.", "share", id="of the guests"),
        pytest.param("Books made up half of all loans.", "share", id="made up"),
        pytest.param("Ярмарку посетили 800 человек, на четверть больше, чем летом.", "change", id="на четверть больше"),
        pytest.param("Выручка выросла на треть.", "change", id="выросла на"),
        pytest.param("Четверть гостей приехала на лодках.", "share", id="четверть гостей"),
    ],
)
def test_a_part_that_something_grew_by_is_no_share(figures_of: FiguresOf, text: str, measure: str) -> None:
    assert figures_of(text)[-1].measure == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        pytest.param("Thieves took 12 million crowns. The police returned 3 million.", "money", id="returned"),
        pytest.param("Воры похитили 12 млн рублей. Полиция вернула 3 млн.", "money", id="вернула"),
        pytest.param("Мост стоил 12 млн рублей. Приехали 3 млн.", "count", id="who came"),
        pytest.param("Мост стоил 12 млн рублей. Рек в стране 3 тысячи.", "count", id="of rivers"),
    ],
)
def test_millions_that_count_nothing_are_of_the_sum_before(figures_of: FiguresOf, text: str, measure: str) -> None:
    assert figures_of(text)[-1].measure == measure


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Число закрытых школ: 12", id="behind a colon"),
        pytest.param("Мостов построено 14", id="behind its verb"),
        pytest.param("Bridges built: 14", id="in English"),
    ],
)
def test_a_number_that_ends_a_line_is_no_lead(figures_of: FiguresOf, text: str) -> None:
    assert [figure.measure for figure in figures_of(text)] == ["count"]


@pytest.mark.parametrize(
    ("text", "surface", "counted"),
    [
        pytest.param("The city has 380 officers, 45 below its target of 425.", "45", "officers", id="below a target"),
        pytest.param("In May the hotel had 240 guests, 30 above the average.", "30", "guests", id="above the average"),
    ],
)
def test_how_far_off_a_norm_a_number_is_counts_the_same_things(figures_of: FiguresOf, text: str, surface: str, counted: str) -> None:
    off = next(figure for figure in figures_of(text) if figure.surface == surface)
    assert (off.measure, off.counted) == (Measure.CHANGE, counted)


@pytest.mark.parametrize(
    ("text", "surface", "counted"),
    [
        pytest.param("There are 200 homes, 40 under construction.", "40", "homes", id="no norm"),
        pytest.param("He has 20 goats, 3 below the age of two.", "3", "goats", id="an age"),
        pytest.param("The town has 20 hotels, 3 above the average price.", "3", "hotels", id="a price"),
        pytest.param("The firm has 20 shops, 12 cafes below the average size.", "12", "cafes", id="a noun of its own"),
    ],
)
def test_what_is_below_or_above_something_else_is_counted(figures_of: FiguresOf, text: str, surface: str, counted: str) -> None:
    part = next(figure for figure in figures_of(text) if figure.surface == surface)
    assert part.measure is Measure.COUNT
    assert (part.counted or "").startswith(counted)
