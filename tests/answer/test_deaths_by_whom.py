"""Of those whom a sentence divides by what killed them, only those of whom it says so were killed by the one that is asked for."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DEER = """\
# Rangers' report 2023

In 2023, 41 dead deer were found, six more than in 2022. Of these, 22 had been hit by trains, 9 were shot by poachers, 4 drowned in canals and 6 died of unknown causes.
"""
STORM = """\
# Storm in Lodden, 2022

In 2022 the storm killed 9 people and injured 40. Police evacuated 300 people and searched 25 houses. Of the 40 injured, 30 were treated by doctors and 10 left.
"""


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], str | None]:
    answerer = answerer_of({"deer.md": DEER, "storm.md": STORM})

    def put(question: str) -> str | None:
        answer = answerer.ask(question)
        return None if answer.status is Status.NOT_FOUND else answer.short

    return put


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How many deer were killed by trains in 2023?", "22"),
        ("How many deer were hit by trains in 2023?", "22"),
        ("How many deer were killed by poachers in 2023?", "9"),
        ("How many deer died of unknown causes in 2023?", "6"),
        ("How many deer drowned in 2023?", "4"),
        ("How many deer were killed by dogs in 2023?", None),
        ("How many people did the storm kill?", "9"),
        ("How many people were injured by the storm?", "40"),
        ("How many houses did the police search?", "25"),
    ],
)
def test_killed_by_just_that_one(ask: Callable[[str], str | None], question: str, short: str | None):
    assert ask(question) == short
