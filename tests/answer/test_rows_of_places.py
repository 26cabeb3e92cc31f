"""Rows by district: a list of places, and the body that counted in all of them is none."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "police.md": "---\ntitle: Report of the police 2023\npublished: 2024-04-30\n---\n# Report 2023\n\n"
    "In 2023 Tolmer Constabulary recorded 8,742 offences.\n\n## Districts\n\n- Tolmer Quay: 4,215 offences\n- Dunby: 2,390 offences\n"
    "- Holt: 2,137 offences\n",
}
DISTRICTS = [("Tolmer Quay", "4215"), ("Dunby", "2390"), ("Holt", "2137")]


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    "question",
    [
        "How many offences were there in each district of Tolmer in 2023?",
        "How many recorded offences were there in each district in 2023?",
        "Which district had the most offences?",
    ],
)
def test_the_rows_are_the_districts(answerer: Answerer, question: str) -> None:
    assert [(figure.place, str(figure.value)) for figure in answerer.ask(question).figures] == DISTRICTS


def test_the_total_is_that_of_the_body(answerer: Answerer) -> None:
    figure = answerer.ask("How many offences were recorded in 2023?").figures[0]
    assert (str(figure.value), figure.actor, figure.place) == ("8742", "Tolmer Constabulary", None)
