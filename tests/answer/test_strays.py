"""A heading or a stray noun answers nobody's question for a person, a reason or a place."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "minutes.txt": """\
SELM WATERWAYS BOARD

1. Locks budget. The motion to adopt the locks budget passed 4-1, Hanley voting no, because he wanted the fees cut.

2. Canal fees. Weekday fees stay at $2; weekend fees rise to $3.
""",
    "people.md": """\
# Population of Orrin in 2023

Population grew in three districts. It declined in Marsh Vale and Upper Dene.

Citizens of Orrin made up 900 of the emigrants, and 710 citizens came back.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "stray"),
    [
        ("Who voted against the locks budget and why?", "Canal fees"),
        ("Who voted against the locks budget?", "Canal fees"),
        ("Which parts of Orrin lost population in 2023?", "Citizens"),
    ],
)
def test_a_stray_noun_is_no_answer(answerer: Answerer, question: str, stray: str):
    answer = answerer.ask(question)
    assert answer.status is not Status.ANSWERED or stray not in (answer.short or "")
