"""How many people live somewhere, asked of texts that tell it by one noun: a population."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

TEXTS = {
    "orlu.md": "# Orlu\n\nOrlu is made of four coral islands and two banks. Orlu has a population of 8,450 (2012 census).\n",
    "harn.md": "# Harn\n\nHarn had a population of 77,000 people in 2003. It has three bridges over the Sull.\n",
    "bears.md": "# The forest of Grimm\n\nThe forest is old. Grimm has a population of 45 wild bears.\n",
    "tulm.md": "# Tulm\n\nThe jail at Tulm has a population of 812. Brin, a village in Tulm, has a population of 340.\n",
    "karn.md": "# Karn\n\nThe boarding school in Karn has a population of 455, most of them girls.\n",
    "wend.md": "# Wend\n\nThe town of Wend has a population of 5,210. The population of Esk was 1,907.\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(TEXTS)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("How many people live in Orlu?", "8,450", id="a population without a noun behind it"),
        pytest.param("How many people lived in Orlu in 2012?", "8,450", id="of the year of the census"),
        pytest.param("What is the population of Orlu?", "8,450", id="asked in the word of the text"),
        pytest.param("How many coral islands does Orlu have?", "four", id="islands are no inhabitants"),
        pytest.param("How many people live in Wend?", "5,210", id="a town called by what it is"),
        pytest.param("How many people live in Brin?", "340", id="a village said to be in another place"),
        pytest.param("How many people lived in Harn in 2003?", "77,000", id="people called a population"),
    ],
)
def test_populations(answerer: Answerer, question: str, expected: str) -> None:
    assert answerer.ask(question, as_of=date(2024, 1, 1)).short == expected


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many people lived in Orlu in 1950?", id="another time"),
        pytest.param("How many people died in Harn?", id="who lives there did not die there"),
        pytest.param("How many people were hurt in Harn?", id="nor was hurt"),
        pytest.param("How many people live in Grimm?", id="bears are no people"),
        pytest.param("How many people live in Tulm?", id="neither those in its jail nor those of its village"),
        pytest.param("How many people live in Karn?", id="nor those in its school"),
        pytest.param("How many banks does Harn have?", id="no banks told there"),
    ],
)
def test_declined(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question, as_of=date(2024, 1, 1)).status is Status.NOT_FOUND
