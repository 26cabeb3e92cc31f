"""A budget asked for by the name of a programme that is a verb as well ("planting"), beside a column of what was spent."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "town.csv": """\
Department,Programme,2020 actual (USD),2021 actual (USD),2022 budget (USD),2022 actual (USD)
Gardens,Hedge planting,210000,185000,320000,296000
Gardens,Upkeep of lawns,1760000,1895000,2050000,2012000
Harbour,Dredging,6120000,6480000,7200000,6935000
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("What was the hedge planting budget in 2022?", "320000", id="of a gerund"),
        pytest.param("What was the budget for hedge planting in 2022?", "320000", id="for a gerund"),
        pytest.param("How much was budgeted for hedge planting in 2022?", "320000", id="budgeted"),
        pytest.param("What was the dredging budget in 2022?", "7200000", id="of a noun"),
    ],
)
def test_the_column_of_the_budget_answers(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.short == short


def test_a_budget_of_another_year_is_not_given_from_what_was_spent(answerer: Answerer) -> None:
    assert answerer.ask("What was the hedge planting budget in 2019?").status is Status.NOT_FOUND
