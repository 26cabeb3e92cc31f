"""By what a figure is measured."""

import pytest

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
        pytest.param("The lake lies 200 m above sea level.", "quantity", id="a height"),
        pytest.param("The mill stands 12 m below the road.", "quantity", id="a depth"),
    ],
)
def test_a_distance_from_a_norm_is_no_level(figures_of: FiguresOf, text: str, measure: str) -> None:
    assert figures_of(text)[-1].measure == measure
