"""Scores in cells are no ranges."""

import pytest

from tests.figures.conftest import FiguresOf

LEAGUE = "| Club | Played | Won | Goals |\n|---|---|---|---|\n| Harl | 22 | 16 | {first} |\n| Moor | 22 | 9 | 29{sign}31 |\n"


@pytest.mark.parametrize(
    ("first", "sign", "expected"),
    [
        pytest.param("47-15", "-", ["47", "29"], id="hyphen"),
        pytest.param("47:15", ":", ["47", "29"], id="colon"),
        pytest.param("47–15", "–", ["47", "29"], id="dash"),
        pytest.param("15-47", "-", ["15-47", "29-31"], id="all of them rising are ranges"),
    ],
)
def test_the_goals_of_a_side_are_those_before_the_sign(figures_of: FiguresOf, first: str, sign: str, expected: list[str]) -> None:
    figures = figures_of(LEAGUE.format(first=first, sign=sign))
    goals = [figure for figure in figures if "goal" in figure.terms.head]
    assert [figure.surface for figure in goals] == expected
    assert [figure.upper is None for figure in goals] == ["-" not in surface for surface in expected]


def test_falling_ranges_of_other_tables_stay(figures_of: FiguresOf) -> None:
    figures = figures_of("| Town | Price, euros |\n|---|---|\n| Orle | 40-90 |\n| Pell | 95-60 |\n")
    assert figures[0].surface == "40-90"
