"""How much is asked, and what only counts is no answer."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "rail.md": """# The Orla line in 2023

The Orla line paid 1.9 million euros in compensation to 34,500 passengers. It ordered 22 new trains for 410 million euros.
""",
    "harvest.md": """# Harvest in Lomm, 2023

The rye harvest fell to 61,000 tonnes. The area under rye was 12,400 hectares. A tonne of rye sold for 214 euros.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("How much compensation was paid?", "1.9 million", id="not-to-how-many"),
        pytest.param("How much did the new trains cost?", "410 million", id="ordered-for"),
        pytest.param("How much rye was harvested?", "61,000", id="not-the-area"),
        pytest.param("What did a tonne of rye cost?", "214", id="sold-for"),
    ],
)
def test_how_much_is_answered_by_an_amount(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert answer.status == "answered"
    assert short in (answer.short or "")
