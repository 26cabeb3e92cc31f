"""Questions that say of a name what it is, "the island of Sarn", of which the text has the name alone where it tells the number."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

TEXTS = {
    "sarn.md": "# Sarn\n\nSarn is divided into nine parishes, each with a chapel. The island is ruled by a bailiff.\n",
    "morl.md": "# Morl\n\nThe Ulvic is subdivided into six stages. The first of them is the coldest of the whole era.\n",
    "teachers.md": "# Pay\n\nThe average pay in Holm is 2,310 euros. Pay in education, where many work part-time, is not told.\n",
    "plums.md": "# Plums\n\nIn Norrland 30 percent of children pick plums in August. Most of them are paid by the crate.\n",
    "tannoy.md": "# Tannoy\n\nTannoy left the market for radios in May 2008, having lost £36 million on the programme.\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(TEXTS)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("How many parishes is the island of Sarn divided into?", "nine", id="the island of"),
        pytest.param("How many parishes is Sarn divided into?", "nine", id="the name alone"),
        pytest.param("How many stages are there in the Ulvic era?", "six", id="behind the name"),
        pytest.param("How many children in Norrland pick plums?", "30 percent", id="how many of them, by their share"),
        pytest.param("How much did Tannoy lose on the programme?", "£36 million", id="what was lost is no change of a level"),
    ],
)
def test_told(answerer: Answerer, question: str, expected: str) -> None:
    assert answerer.ask(question, as_of=date(2024, 1, 1)).short == expected


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("What is the average pay in education in Holm?", id="a thing that the text gets to later"),
        pytest.param("How many adults in Norrland pick plums?", id="a share of others"),
    ],
)
def test_declined(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question, as_of=date(2024, 1, 1)).status is Status.NOT_FOUND
