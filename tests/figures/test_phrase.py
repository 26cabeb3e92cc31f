"""What a number counts."""

import pytest

from tests.figures.conftest import FiguresOf


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("Убыль жителей составила 740 человек.", "Убыль жителей", id="an event amounts to people"),
        pytest.param("The decline came to 740 people.", "decline", id="en"),
        pytest.param("Экипаж составил 12 человек.", "человек", id="no event"),
    ],
)
def test_an_event_that_amounts_to_people_is_what_they_count(figures_of: FiguresOf, text: str, counted: str) -> None:
    figure = figures_of(text)[0]
    assert (figure.counted, figure.unit) == (counted, "person")


def test_the_rate_of_a_year_is_not_the_count_over_one(figures_of: FiguresOf) -> None:
    figure = figures_of("В 2021 году в порту начали ремонт. За год утонуло 5 лодок.")[0]
    assert figure.per is None
    assert figure.period is not None
    assert figure.period.start is not None
    assert figure.period.start.year == 2021
