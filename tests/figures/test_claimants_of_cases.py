"""Who said it, behind a time, as a court among others, and by what is theirs."""

import pytest

from tests.figures.conftest import FiguresOf


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("On Tuesday evening police had spoken of three dead.", "police"),
        ("The city police had spoken of three dead.", "city police"),
        (
            "Суд оценил ущерб в 37 млн рублей.\n\nВ областном суде работают судьи. Суд присяжных вынес приговоры.",
            "Суд",
        ),
        ("Суд присяжных вынес приговоры. Суд оценил ущерб в 37 млн рублей.", "Суд присяжных"),
        ("According to the rail regulator's first reading of the recorder, 62 lorries were late.", "rail regulator"),
        ("According to the inspectors' union's first count, 62 lorries were late.", "inspectors' union"),
    ],
)
def test_who_said_it(figures_of: FiguresOf, text: str, claimant: str):
    assert [figure.claimant.name if figure.claimant else None for figure in figures_of(text)] == [claimant]


@pytest.mark.parametrize(
    "text",
    [
        "Real inflation is nearer 7 per cent.",
        "Real inflation is closer to 7 per cent.",
        "Реальная инфляция, по мнению профсоюза, ближе к 7 процентам.",
    ],
)
def test_what_is_nearer_a_number_is_about_it(figures_of: FiguresOf, text: str):
    assert [str(figure.bound) for figure in figures_of(text)] == ["about"]
