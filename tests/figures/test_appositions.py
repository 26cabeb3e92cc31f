"""What is said of a name between commas is its own, and nobody else's."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "place", "action"),
    [
        pytest.param("Port Amsel, the champions in 2019 with 77 points, lost the final to Grau Town.", "Port Amsel", None, id="with"),
        pytest.param("Lake Orm, a reservoir with 12 islands, froze in 2021.", "Lake Orm", None, id="of a place"),
        pytest.param("Port Amsel, Larn City with 55 points, and Breven lost.", None, "lost", id="a list is none"),
        pytest.param("In March, after a storm with 12 floods, Port Amsel lost 4 boats.", None, None, id="behind no name"),
    ],
)
def test_an_apposition_belongs_to_the_name_before_it(figures_of: FiguresOf, text: str, place: str | None, action: str | None) -> None:
    figure = figures_of(text)[0]
    assert (figure.place, figure.action) == (place, action)


def test_who_is_named_behind_an_apposition_is_not_meant(figures_of: FiguresOf) -> None:
    figure = figures_of("Port Amsel, the champions in 2019 with 77 points, lost the final to Grau Town.")[0]
    assert "grau" in figure.terms.beside
