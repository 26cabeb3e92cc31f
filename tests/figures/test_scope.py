"""What a sentence says of a counted thing: whether it was done, and by whom."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


def test_what_is_planned_stands_apart_from_what_was_done(figures_of: Callable[[str], list[Figure]]) -> None:
    figures = figures_of("In 2023 the city planted 170 limes and felled 33. It plans to plant 250 limes in 2024.")
    assert [(figure.surface, figure.action, figure.modality) for figure in figures] == [
        ("170", "planted", None),
        ("33", "felled", None),
        ("250", "planted", "planned"),
    ]


def test_a_number_that_goes_on_from_a_plan_is_planned_too(figures_of: Callable[[str], list[Figure]]) -> None:
    figures = figures_of("The city will plant 250 limes in 2024 and another 90 in 2025; 40 are in leaf.")
    assert [(figure.surface, figure.modality) for figure in figures] == [("250", "planned"), ("90", "planned"), ("40", None)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mbari district is the worst hit, with 3,210 cases and 61 deaths.", "Mbari district"),
        ("France is first, with 40 medals.", "France"),
        ("The ward is full, with 40 beds.", None),
    ],
)
def test_what_a_place_is_said_to_be_with_is_there(figures_of: Callable[[str], list[Figure]], text: str, place: str | None) -> None:
    assert {figure.place for figure in figures_of(text)} == {place}


def test_abroad_is_no_reason_to_come(figures_of: Callable[[str], list[Figure]]) -> None:
    assert [figure.reason for figure in figures_of("Из-за рубежа приехали 40 гостей. Из-за грозы опоздали 12 гостей.")] == [None, "грозы"]


def test_a_place_with_a_number_of_its_own_in_brackets_is_not_that_of_the_sum(figures_of: Callable[[str], list[Figure]]) -> None:
    whole = figures_of("Pelland exported 1.1 million tonnes of wheat, mainly to Egypt (410,000 tonnes) and Algeria (265,000 tonnes).")[0]
    assert whole.direction is None
    group = figures_of("Police arrested 12 people in Astvik (two of them women).")[0]
    assert group.place == "Astvik"
