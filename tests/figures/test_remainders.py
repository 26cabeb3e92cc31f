"""What a deed left over is counted by the noun of the deed, in its own state and at its own time."""

from collections.abc import Callable
from datetime import date

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "unit", "state"),
    [
        pytest.param("The registry answered 4,120 letters, leaving 870 pending on 31 December 2021.", "letter", "pending", id="ing"),
        pytest.param(
            "The museum restored 214 paintings in 2021, leaving 87 unrestored on 1 January 2022.", "painting", "unrestored", id="ed"
        ),
        pytest.param("The crews mended 320 lamps, which left 45 broken at the end of March 2022.", "lamp", "broken", id="which"),
    ],
)
def test_what_is_left_is_of_the_things_before_it(figures_of: FiguresOf, text: str, unit: str, state: str) -> None:
    done, left = figures_of(text)
    assert (done.unit, left.unit) == (unit, unit)
    assert state in (left.action or "")
    assert state not in (done.action or "")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In 2021 the registry answered 4,120 letters, leaving 870 pending on 31 December 2021.", id="en"),
        pytest.param("За 2021 год мастера починили 320 фонарей, оставив 45 сломанными на 31 декабря 2021 года.", id="ru"),
    ],
)
def test_the_day_of_what_is_left_is_not_that_of_the_deed(figures_of: FiguresOf, text: str) -> None:
    done, left = figures_of(text)
    days = [(figure.period.start, figure.period.end) if figure.period is not None else None for figure in (done, left)]
    assert days == [(date(2021, 1, 1), date(2021, 12, 31)), (date(2021, 12, 31), date(2021, 12, 31))]


def test_those_left_homeless_are_no_more_of_the_dead(figures_of: FiguresOf) -> None:
    _, left = figures_of("The landslide killed 3 people, leaving 1,200 homeless.")
    assert left.unit == "person"
    assert "left" in (left.action or "")


def test_a_noun_of_its_own_stays(figures_of: FiguresOf) -> None:
    _, left = figures_of("The fire destroyed 12 houses, leaving 60 damp rooms.")
    assert left.unit == "room"


def test_more_than_there_were_are_other_things(figures_of: FiguresOf) -> None:
    hit, left = figures_of("The strike hit 40 trains, leaving 5,000 waiting.")
    assert (hit.unit, left.surface) == ("train", "5,000")
    assert left.unit != "train"
