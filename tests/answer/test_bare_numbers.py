"""A number that counts something is no date, and one that nobody is called by is no telephone number."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.answer.bare_numbers import is_measured
from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "club.md": """\
# Клуб «Сталь»

Бюджет клуба увеличат до 950 млн рублей. Новый зал на 400 мест откроется.
""",
    "ferry.md": """\
# Selwick Ferries

The ferries carried 790 passengers in the first week.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Когда откроется новый зал?", id="ru-sum"),
        pytest.param("What is the phone number of Selwick Ferries?", id="telephone"),
    ],
)
def test_a_number_of_something_else_is_no_answer(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "digits", "measured"),
    [
        pytest.param("The piles weigh 980 tonnes.", "980", True, id="tonnes"),
        pytest.param("The town was burnt in 980 and rebuilt.", "980", False, id="year"),
        pytest.param("The war lasted for years (1919–1923).", "1923", False, id="years"),
        pytest.param("Расходы вырастут до 1200 млн рублей.", "1200", True, id="ru-sum"),
        pytest.param("Собор построен в 1200 году.", "1200", False, id="ru-year"),
    ],
)
def test_digits_of_a_year_may_measure(text: str, digits: str, measured: bool) -> None:
    start = text.index(digits)
    assert is_measured(text, start, start + len(digits)) is measured
