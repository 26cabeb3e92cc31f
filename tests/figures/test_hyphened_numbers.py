"""A number that is the first part of a word stays with it: "twelve-month inflation" is not "-month inflation"."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("Twelve-month rent growth was 3.1 percent in May.", "Twelve-month rent growth", id="spelled out"),
        pytest.param("The 24-hour clinic cost 3 million euros.", "24-hour clinic", id="in digits"),
        pytest.param("Every nurse got a one-off bonus of 300 euros.", "one-off bonus", id="before the sum"),
        pytest.param("12-месячная инфляция составила 3,1 процента.", "12-месячная инфляция", id="Russian"),
        pytest.param("3-комнатные квартиры подорожали на 4 процента.", "3-комнатные квартиры", id="Russian subject"),
    ],
)
def test_the_label_begins_with_the_number(figures_of: FiguresOf, text: str, counted: str) -> None:
    assert [figure.counted for figure in figures_of(text)] == [counted]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("The 24 clinics cost 3 million euros.", "clinics", id="a number of its own"),
        pytest.param("A 10–15 percent fall in sales was reported.", "fall", id="a range"),
    ],
)
def test_other_numbers_are_no_part_of_the_label(figures_of: FiguresOf, text: str, counted: str) -> None:
    assert counted in [figure.counted for figure in figures_of(text)]
