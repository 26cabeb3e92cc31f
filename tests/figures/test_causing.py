"""What a subject causes has that subject as its cause, and each of a row its own, where the verb is said once."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Lightning caused 31 of the fires, campers 19 and power lines eight.",
            [("31", "Lightning"), ("19", "campers"), ("eight", "power lines")],
            id="caused",
        ),
        pytest.param(
            "There were 88 delays. Engine failure was behind 41 of the delays, bad weather 27 and crew sickness 20.",
            [("88", None), ("41", "Engine failure"), ("27", "bad weather"), ("20", "crew sickness")],
            id="was-behind",
        ),
        pytest.param(
            "In 2022 there were 64 road closures. Fallen trees accounted for 40 of them, landslides for 15 and burst pipes for 9.",
            [("64", None), ("40", "Fallen trees"), ("15", "landslides"), ("9", "burst pipes")],
            id="accounted-for",
        ),
        pytest.param(
            "Last year storms caused 14 power cuts; 6 were planned.",
            [("14", "storms"), ("6", None)],
            id="another-verb-ends-it",
        ),
    ],
)
def test_each_has_its_own_cause(figures_of: FiguresOf, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(figure.surface, figure.reason) for figure in figures_of(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Women accounted for 120 of the deaths, men for 95.", id="persons"),
        pytest.param("The Elm route accounted for 410 passengers and the Oak route for 230.", id="routes"),
        pytest.param("The strike of 2021 led to talks; 40 members voted.", id="no-number-behind-it"),
    ],
)
def test_what_is_only_a_part_is_no_cause(figures_of: FiguresOf, text: str) -> None:
    assert {figure.reason for figure in figures_of(text)} == {None}


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        pytest.param("Burst mains caused 12 floods and blocked lines 38.", ["12", "38"], id="a-plural"),
        pytest.param("The tram depot serves lines 5 and 18.", [], id="two-lines"),
    ],
)
def test_a_plural_before_a_lone_number_is_counted(figures_of: FiguresOf, text: str, surfaces: list[str]) -> None:
    assert [figure.surface for figure in figures_of(text)] == surfaces
