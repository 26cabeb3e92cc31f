"""Persons told by their sort are part of those whom the text tells of, with what was done to these."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


def told(figure: Figure) -> tuple[str, str | None, str | None, int | None]:
    """Its number, what it counts, what was done, and the whole."""
    return figure.surface, figure.counted, figure.action, int(figure.part_of.value) if figure.part_of else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The boats rescued 120 sailors in 2021. Forty were foreigners.",
            ("Forty", "foreigners", "rescued", 120),
            id="of-the-sentence-before",
        ),
        pytest.param(
            "Soldiers arrested 88 teachers in 2022.\n\nOf the 88, 50 were held in May. Nineteen were women.",
            ("Nineteen", "women", "arrested", 88),
            id="of-a-whole-that-is-said-again",
        ),
        pytest.param(
            "The museum hired 58 drivers. Thirty of them were graduates. Nine were pensioners.",
            ("Nine", "pensioners", "hired", 58),
            id="beside-another-part",
        ),
    ],
)
def test_a_sort_is_part_of_those_before(figures_of: FiguresOf, text: str, expected: tuple[str, str, str, int]) -> None:
    assert told(figures_of(text)[-1]) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "Of the claimants, 131 were women, 74 were men and 7 gave no answer.",
            [("131", "women of the claimants"), ("74", "men of the claimants"), ("7", "claimants")],
            id="claimants",
        ),
        pytest.param(
            "Among the new nurses, 12 were men and 40 were women.",
            [("12", "men among the new nurses"), ("40", "women among the new nurses")],
            id="nurses",
        ),
    ],
)
def test_a_sort_is_of_those_that_open_the_sentence(figures_of: FiguresOf, text: str, parts: list[tuple[str, str]]) -> None:
    assert [(figure.surface, figure.counted) for figure in figures_of(text)] == parts


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The fair drew 300 farmers and 90 traders. Forty were women.", id="of-whom"),
        pytest.param("The boats rescued 20 sailors. Forty were foreigners.", id="more-than-the-whole"),
        pytest.param("The boats rescued 120 sailors.\n\nForty were women.", id="another-paragraph"),
    ],
)
def test_a_sort_of_nobody_known_is_no_part(figures_of: FiguresOf, text: str) -> None:
    assert figures_of(text)[-1].part_of is None


def test_what_is_said_again_is_of_the_time_that_it_was_told_of(figures_of: FiguresOf) -> None:
    figures = figures_of("Soldiers arrested 88 teachers in 2022.\n\nOf the 88, 50 were held in May 2022. Nineteen were women.")
    assert {figure.surface: figure.period.surface for figure in figures if figure.period}["Nineteen"] == "in 2022"


def test_the_largest_groups_are_of_those_before(figures_of: FiguresOf) -> None:
    figures = figures_of("In 2022 the camp took in 640 refugees. The largest groups were from Iraq (210), Syria (180) and Chad (95).")
    assert [(told(figure)[1], figure.direction, told(figure)[3]) for figure in figures[1:]] == [
        ("refugees", "from Iraq", 640),
        ("refugees", "from Syria", 640),
        ("refugees", "from Chad", 640),
    ]
