"""Numbers of one field are none of another: medals, points, workers."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "games.md": "# Norland at the games\n\nNorland won five medals in swimming.\n",
    "school.md": "# Varn school\n\nPupils of Varn scored 489 points in maths. Varn has 170 pupils.\n",
    "jail.md": "# The jail of Orm\n\nIn May 12 prisoners escaped from the jail of Orm.\n",
    "runs.md": "# Clubs\n\nSome 300 people take part in running.\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("How many medals did Norland win in swimming?", "five", id="the field"),
        pytest.param("How many medals did Norland win?", "five", id="no field"),
        pytest.param("How many points did pupils of Varn score in maths?", "489", id="a subject"),
        pytest.param("How many prisoners succeeded in escaping from the jail of Orm?", "12", id="what was done, behind in"),
        pytest.param("How many people take part in running?", "300", id="a sport"),
    ],
)
def test_the_field_asked_answers(answerer: Answerer, question: str, short: str) -> None:
    assert short in (answerer.ask(question).short or "")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many medals did Norland win in rowing?", id="rowing"),
        pytest.param("How many medals did Norland win in karate?", id="karate"),
        pytest.param("How many points did pupils of Varn score in reading?", id="reading"),
        pytest.param("How many people take part in cycling?", id="cycling"),
    ],
)
def test_another_field_does_not(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND
