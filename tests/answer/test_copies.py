"""One number of one thing is shown once, with all the places where it stands; what tells two apart keeps them apart."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "rowing.md": (
        "# Rowing league 2023\n\nThe Otters won the league with 64 points in 2023.\n\n| Club | Points | Wins |\n|---|---|---|\n"
        "| Otters | 64 | 20 |\n| Herons | 51 | 16 |\n| Voles | 51 | 15 |\n"
    ),
    "mills.md": (
        "# Offences on the river in 2023\n\nThe river police recorded 412 offences in 2023. There were 12 thefts in 2023.\n\n"
        "About 300 boats were searched in 2023. In all, 300 boats were searched in 2023.\n"
    ),
    "fever.md": (
        "# Moor fever\n\nThe Moor Hospital Trust reports that at least 90 people died of moor fever in 2023. "
        "Its own wards treated 800 patients in 2023, of whom 31 died.\n"
    ),
    "quarry.md": (
        "# Quarry blaze\n\nIn 2023, 64 rangers were at the quarry. Three rangers suffered burns. Nobody else was injured.\n\n"
        "The Quarry League says that 12 deaths were counted in 2023 among people of the valley.\n\n"
        "| Region | Wage |\n|---|---|\n| Norr | 7.1 |\n| Sund | 8.2 |\n\n"
        "| Age group | Wage |\n|---|---|\n| 15-24 | 19.5 |\n| 25-64 | 6.0 |\n"
    ),
    "cards.md": "# Water polo\n\nThe referees showed 31 red cards in 2023.\n",
    "rates.md": (
        "# Labour in Ostmark\n\nThe jobless rate in Ostmark was 6.1 % in 2022.\n\nTable. Jobless rate by province, %, 2023\n\n"
        "| Province | Rate |\n|---|---|\n| Hill Country | 9.2 |\n| Marshland | 4.4 |\n| Ostmark, total | 5.8 |\n"
    ),
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


ONE = [
    pytest.param("How many points did the Otters take in 2023?", "64", id="in the text and in its table"),
    pytest.param("How many boats were searched in 2023?", "300", id="about, and in all"),
    pytest.param("How many offences were recorded in 2023?", "412", id="not a sort of them as well"),
    pytest.param("How many people died of moor fever in 2023?", "90", id="not those of a part that nobody asked about"),
    pytest.param("What was the jobless rate of Ostmark in 2023?", "5.8", id="the row that is named, not the others"),
    pytest.param("What was the jobless rate in Marshland in 2023?", "4.4", id="another row"),
]


@pytest.mark.parametrize(("question", "value"), ONE)
def test_one_number_answers(answerer: Answerer, question: str, value: str) -> None:
    assert [str(figure.value) for figure in answerer.ask(question).figures] == [value]


NOT_THERE = [
    pytest.param("How many murders were recorded in 2023?", id="a sort of offences that nobody counted"),
    pytest.param("How many yellow cards were shown in 2023?", id="the other sort of cards"),
    pytest.param("How many rangers were injured in 2023?", id="those of whom it is not said"),
    pytest.param("How many rangers died in 2023?", id="deaths of others"),
    pytest.param("How many points were the Herons docked in 2023?", id="a deed that no row tells"),
    pytest.param("How many points did the Gulls take in 2023?", id="a club without a row"),
]


@pytest.mark.parametrize("question", NOT_THERE)
def test_a_number_of_another_sort_does_not(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert (answer.status, answer.figures) == (Status.NOT_FOUND, ())
