"""Plain questions on plain sentences: capacities behind "with", by how much one is larger, levels before what is planned, who has what now."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "power.md": "# Power in Tarn\n\nTwo new gas plants with a combined capacity of 900 megawatts went online in Tarn. Tarn has 40 shops.\n",
    "throw.md": "# Kara Lund\n\nKara Lund threw 68.4 metres in Oslo, 1.2 metres farther than the old mark.\n",
    "spending.md": "# Defence\n\nDefence spending will reach 2.1% of GDP in 2024, up from 1.7% in 2023.\n",
    "vote.md": "# The vote in Skelland\n\nThe Conservatives lost 21 seats but remain the largest party with 62.\n",
    "police.md": "# Police in Varn\n\nVarn has 380 police officers, 45 below its target of 425. Last year 29 officers quit and 16 were hired.\n",
    "houses.md": "# Homes\n\nHouse prices slipped 0.4% in May 2024.\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("What is the capacity of the new gas plants in Tarn?", "900", id="a capacity"),
        pytest.param("How many new gas plants went online?", "Two", id="what has the capacity"),
        pytest.param("How far did Kara Lund throw?", "68.4", id="how far"),
        pytest.param("How much farther than the old mark did Kara Lund throw?", "1.2", id="how much farther"),
        pytest.param("What share of GDP was defence spending in 2023?", "1.7%", id="the level before"),
        pytest.param("What share of GDP will defence spending reach in 2024?", "2.1%", id="the plan"),
        pytest.param("How many seats do the Conservatives have?", "62", id="what they have"),
        pytest.param("How many seats did the Conservatives lose?", "21", id="what they lost"),
        pytest.param("How many police officers does Varn have?", "380", id="officers"),
        pytest.param("By how much did house prices fall in May 2024?", "0.4%", id="slipped"),
    ],
)
def test_a_plain_question_is_answered(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert (answer.status, answer.short) == (Status.ANSWERED, short)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("What is the capacity of the new coal plants in Tarn?", id="another plant"),
        pytest.param("How far did Mira Holm throw?", id="another thrower"),
        pytest.param("What share of GDP was defence spending in 2022?", id="another year"),
        pytest.param("How many seats do the Greens have?", id="another party"),
        pytest.param("By how much did rents fall in May 2024?", id="another price"),
    ],
)
def test_what_is_not_told_is_declined(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND
