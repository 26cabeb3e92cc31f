"""A number right behind the name of its scale is that of the thing that has it."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        pytest.param("The magnitude 6.3 tremor shook the port at noon.", "earthquake", id="before the noun"),
        pytest.param("A landslide followed a tremor of magnitude 5.1.", "earthquake", id="behind the noun"),
        pytest.param("The stations felt aftershocks all night, the strongest of magnitude 4.8.", "aftershock", id="the strongest of them"),
        pytest.param("Землетрясение магнитудой 5,4 произошло ночью.", "earthquake", id="Russian"),
    ],
)
def test_a_number_on_a_scale_is_of_the_thing(figures_of: FiguresOf, text: str, thing: str) -> None:
    figure = figures_of(text)[-1]
    assert (figure.unit, figure.terms.head, figure.terms.action) == ("magnitude", ("magnitude",), ())
    assert figure.terms.counted == (thing,)


def test_what_was_first_given_is_an_earlier_number(figures_of: FiguresOf) -> None:
    new, old = figures_of("The magnitude 6.3 tremor shook the port. The survey had first given the magnitude as 5.9.")
    assert old.newer == new.figure_id
