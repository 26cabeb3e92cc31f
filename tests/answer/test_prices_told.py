"""What something costs and what its price is, told by the one word and asked by the other."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "fuel.md": "# Fuel in Tarn\n\nThe price of petrol in Tarn is $1.92 a litre, 11 cents more than in March. Diesel costs $1.84.\n",
    "ferry.md": "# The ferry to Orm\n\nOn the ferry a single ticket costs £5. A return ticket costs £9. The new pier cost £14 million.\n",
    "members.md": "# The rowing club\n\nThe rowing club has 210 members, more than in May.\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("How much does petrol cost?", "$1.92", id="a price, asked by cost"),
        pytest.param("What is the price of petrol?", "$1.92", id="a price"),
        pytest.param("What is the price of diesel?", "$1.84", id="a cost, asked by price"),
        pytest.param("How much does diesel cost?", "$1.84", id="a cost"),
        pytest.param("What is the price of a return ticket?", "£9", id="one of two tickets"),
        pytest.param("What was the price of the new pier?", "£14 million", id="what was built"),
        pytest.param("How many members does the rowing club have?", "210", id="members"),
    ],
)
def test_price_and_cost_tell_each_other(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert (answer.status, answer.short) == (Status.ANSWERED, short)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("What is the price of gas?", id="another thing"),
        pytest.param("What does electricity cost?", id="another thing, by cost"),
        pytest.param("What is the price of a season ticket?", id="another ticket"),
        pytest.param("What was the price of petrol in March?", id="the time it is compared with"),
        pytest.param("How many members did the rowing club have in May?", id="the time that members are compared with"),
    ],
)
def test_another_price_or_time_is_not_told(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND
