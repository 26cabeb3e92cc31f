"""A sentence that tells nothing but a number has its claimant, and a time that a plan is for dates nothing that was done."""

from collections.abc import Callable
from datetime import date

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("The union says 40 workers were injured. The company says 12.", ["union", "company"], id="a sentence of its own"),
        pytest.param("The harbour was empty. The ministry said 12 boats.", ["ministry"], id="with its noun"),
    ],
)
def test_who_says_no_more_than_a_number_claims_it(figures_of: FiguresOf, text: str, said: list[str]):
    assert [figure.claimant.name if figure.claimant else None for figure in figures_of(text)] == said


def test_the_time_of_a_plan_is_not_that_of_what_came_about(figures_of: FiguresOf):
    done, planned = figures_of("In March 2023 the yard built 46 boats, of a planned 120 by May 2024.")
    assert done.period is not None
    assert planned.period is not None
    assert (done.period.start, planned.period.end) == (date(2023, 3, 1), date(2024, 5, 31))
