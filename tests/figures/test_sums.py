"""Figures that add up to one before them are its parts."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

TEACHERS = "The valley employed 3,120 teachers. In towns there were 2,200 teachers, in villages 920 teachers."


def test_figures_of_one_sentence_that_add_up_to_the_one_before_are_its_parts(figures_of: FiguresOf) -> None:
    assert [figure.part_of and figure.part_of.value for figure in figures_of(TEACHERS)] == [None, 3120, 3120]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEACHERS.replace("920", "930"), id="they do not add up"),
        pytest.param(TEACHERS.replace("3,120 teachers", "3,120 cooks"), id="the sum counts something else"),
        pytest.param("There were 60 hens.\n\n# Ducks\n\nOne farm had 40 hens, another 20 hens.", id="elsewhere"),
    ],
)
def test_others_are_parts_of_nothing(figures_of: FiguresOf, text: str) -> None:
    assert not any(figure.part_of for figure in figures_of(text))
