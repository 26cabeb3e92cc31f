"""What is foreseen for several years is foreseen for each; a relative clause parts a subject from its verb."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure, Modality

FiguresOf = Callable[[str], list[Figure]]
EXPECTED = Modality.EXPECTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The institute expects exports to rise by 3 percent in 2024 and by 5 percent in 2025.", [EXPECTED] * 2, id="to rise"),
        pytest.param("The port expects 40 ships in 2025 (2024: 31), and 50 ships in 2026.", [EXPECTED] * 3, id="behind a bracket"),
        pytest.param("Банк прогнозирует инфляцию 5 % в 2024 году и 6 % в 2025 году.", [EXPECTED] * 2, id="Russian"),
        pytest.param("Pay rose by 3 percent in 2022 and by 5 percent in 2023.", [None] * 2, id="measured"),
    ],
)
def test_each_year_is_foreseen(figures_of: FiguresOf, text: str, expected: list[Modality | None]) -> None:
    assert [figure.modality for figure in figures_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("Core inflation, which leaves out fuel, was 3.6 percent.", "Core inflation", id="a rate"),
        pytest.param("Net income, which excludes grants, was 40 million euros.", "Net income", id="a sum"),
        pytest.param("Базовая инфляция, которая не учитывает топливо, составила 3,6 процента.", "Базовая инфляция", id="Russian"),
    ],
)
def test_the_subject_stands_before_the_relative_clause(figures_of: FiguresOf, text: str, counted: str) -> None:
    assert [figure.counted for figure in figures_of(text)] == [counted]
