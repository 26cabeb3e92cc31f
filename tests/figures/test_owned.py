"""Whose "its cost" is."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure


@pytest.mark.parametrize(
    ("text", "surface", "owner"),
    [
        pytest.param(
            "A new swimming hall is being built in Lund. Its cost has risen to €8 million.", "€8 million", "hall", id="sentence-before"
        ),
        pytest.param(
            "A new clinic is planned. It was to open in May, and its cost has risen from €3 million to €5 million.",
            "€5 million",
            "clinic",
            id="over-a-pronoun",
        ),
        pytest.param("The museum reopened, and its budget is €3 million.", "€3 million", "museum", id="same-sentence"),
    ],
)
def test_what_its_stands_for_tells_whose_the_figure_is(
    figures_of: Callable[[str], list[Figure]], text: str, surface: str, owner: str
) -> None:
    figure = next(figure for figure in figures_of(text) if figure.surface == surface)
    assert owner in figure.terms.counted
    assert "its" not in (figure.counted or "").lower().split()


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        pytest.param(
            "The new clinic is to open in 2026. It will have 40 beds and is expected to cost €8 million.",
            "€8 million",
            "clinic",
            id="joined",
        ),
        pytest.param("The new clinic is to open in 2026. It will have 40 beds.", "40", "clinic", id="it"),
        pytest.param("The ferry sank off Lund. It was carrying 90 tonnes of grain.", "90", "ferry", id="progressive"),
    ],
)
def test_what_it_stands_for_is_said_of_the_figure(figures_of: Callable[[str], list[Figure]], text: str, surface: str, subject: str) -> None:
    figure = next(figure for figure in figures_of(text) if figure.surface == surface)
    assert subject in {*figure.terms.other, *figure.terms.counted, *figure.terms.actor}


def test_another_subject_between_ends_what_it_stands_for(figures_of: Callable[[str], list[Figure]]) -> None:
    figures = figures_of("The clinic opened in May. It is small, and the car park has 60 places.")
    assert "clinic" not in next(figure for figure in figures if figure.surface == "60").terms.other
