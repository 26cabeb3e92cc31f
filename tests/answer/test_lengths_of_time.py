"""Counts of those who did something for so long are held to the bounds of the time; an age is none."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "patients.md": "# Skellow Hospital in 2021\n\nIn 2021, 318 patients waited not more than six months for an operation.\n",
    "prison.md": "# Pargate prison in 2022\n\nIn 2022, 74 men were sentenced to two years in prison.\n",
    "ferries.md": "# Ferries at Ollerby in 2020\n\nIn 2020, 23 ferries were late by up to three hours.\n",
    "clinic.md": "# Queues at Varnby clinic\n\nIn Varnby 7,600 people were waiting for a hip. Of these, 249 had been waiting for more than a year.\n",
    "strike.md": "# The strike at Wend\n\nThe strike at Wend has lasted more than a year. Some 300 weavers are out.\n",
    "vaccines.md": "# Vaccines at Ollerby in 2020\n\nIn 2020, 56 children under the age of two were vaccinated.\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many patients waited more than six months for an operation at Skellow Hospital in 2021?", id="not more than"),
        pytest.param("How many men were sentenced to more than two years in Pargate in 2022?", id="exactly so long"),
        pytest.param("How many ferries were late by more than three hours at Ollerby in 2020?", id="up to"),
    ],
)
def test_another_bound_does_not_answer(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is not Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("How many people had been waiting for a hip in Varnby for more than a year?", "249", id="those of the length"),
        pytest.param("How many people in Varnby had waited over a year?", "249", id="in other words"),
        pytest.param("How many people were waiting for a hip in Varnby?", "7,600", id="all"),
        pytest.param("How many weavers at Wend are out for more than a year?", "300", id="a length told before"),
    ],
)
def test_those_of_whom_the_length_is_told_answer(answerer: Answerer, question: str, short: str) -> None:
    assert short in (answerer.ask(question).short or "")


def test_an_age_is_no_length_of_time(answerer: Answerer) -> None:
    answer = answerer.ask("How many children under two years were vaccinated?")
    assert answer.status is Status.ANSWERED
    assert answer.short.startswith("56")
