"""What was spent on one thing answers for no other thing."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "mere.md": """\
# Mere town budget 2023

Education is the largest item: 8.2 million crowns went to it. The council spent 3.7 million crowns on roads and 0.6 million on libraries.
""",
    "buer.md": """\
# Бюджет Буерска за 2023 год

Главная статья — образование: на него направлено 8,2 млн рублей. На дороги потрачено 3,7 млн рублей, на библиотеки — 0,6 млн.
""",
}


@pytest.fixture(scope="module")
def budgets(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("How much did the council spend on roads?", "3.7 million", id="what it says"),
        pytest.param("Сколько потратили на дороги?", "3,7 млн", id="what it says, in Russian"),
        pytest.param("How much did Mere spend on hospitals?", None, id="what no text says"),
        pytest.param("Сколько потратили в Буерске на больницы?", None, id="what no text says, in Russian"),
    ],
)
def test_money_is_for_what_its_clause_says(budgets: Answerer, question: str, short: str | None):
    answer = budgets.ask(question)
    if short is None:
        assert answer.status is Status.NOT_FOUND
    else:
        assert answer.short is not None
        assert answer.short.startswith(short)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How much did Mere spend on education?", id="English"),
        pytest.param("Сколько потратили на образование?", id="Russian"),
    ],
)
def test_money_for_one_thing_is_not_shown_for_another_that_another_clause_has(budgets: Answerer, question: str):
    assert {str(figure.value) for figure in budgets.ask(question).figures} <= {"8200000"}
