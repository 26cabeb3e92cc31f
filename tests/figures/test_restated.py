"""A count that restates a share is of those of whom that is a share."""

import pytest

from tests.figures.conftest import FiguresOf


@pytest.mark.parametrize(
    ("text", "surface", "counted"),
    [
        pytest.param("38% of the unemployed, or 107,000 people, had no home.", "107,000", "unemployed", id="people"),
        pytest.param("12% of the teachers, or 45 people, fell ill.", "45", "teachers", id="persons-of-a-sort"),
        pytest.param("Some 45 people, or 12% of the teachers, fell ill.", "45", "teachers", id="count-before-share"),
        pytest.param("A third of the flats, or 210, stood empty.", "210", "flats", id="things"),
        pytest.param("A quarter of the pupils, or 1,300 children, walk.", "1,300", "children", id="by-a-noun-of-their-own"),
        pytest.param("12% of the teachers fell ill, and 45 people left.", "45", "people", id="another-count"),
    ],
)
def test_a_restated_share_counts_those_it_is_of(figures_of: FiguresOf, text: str, surface: str, counted: str) -> None:
    assert {figure.surface.removeprefix("Some "): figure.counted for figure in figures_of(text)}[surface] == counted
