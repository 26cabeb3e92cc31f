"""What a figure, an estimate or a level that was revised is of."""

import pytest

from tests.figures.conftest import FiguresOf


@pytest.mark.parametrize(
    ("text", "surface", "counted"),
    [
        pytest.param(
            "Some 800 farms were asked. The figure for employment in 2022 has been revised from 212,000 to 208,000.",
            "208,000",
            "employment",
            id="figure-for",
        ),
        pytest.param("The estimate for deaths in 2021 was lowered from 410 to 395.", "395", "deaths", id="estimate-lowered"),
        pytest.param("The bank cut its estimate for growth in 2022 from 1.9% to 1.2%.", "1.2%", "growth", id="cut-its-estimate"),
        pytest.param("Growth for 2022 was revised up from 1.9% to 2.3%.", "2.3%", "Growth", id="the-level-itself"),
        pytest.param("The firm cut its staff from 40 to 32 people.", "32", "people", id="no-estimate"),
    ],
)
def test_what_was_revised_is_counted(figures_of: FiguresOf, text: str, surface: str, counted: str) -> None:
    assert {figure.surface: figure.counted for figure in figures_of(text)}[surface] == counted


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        pytest.param(
            "The bank raised the forecast for the harvest of oats and rye in 2024 from 3.1 million to 3.4 million tonnes.",
            ["3.1 million", "3.4 million"],
            id="far-from-its-verb",
        ),
        pytest.param("Pay was cut in May, and the clinics treated from 30 to 40 patients.", ["30 to 40"], id="another-verb"),
    ],
)
def test_levels_before_and_after_are_two(figures_of: FiguresOf, text: str, surfaces: list[str]) -> None:
    assert [figure.surface for figure in figures_of(text)] == surfaces
