"""What was planned is not what was done, a surplus no deficit, and a row without a deed not whatever may be done to such things."""

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "college.md": """\
# Grantley College in 2023

Grantley College closed 2023 with income of £12.4 million against a planned £11.9 million. Spending came to £12.1 million. The year ended
with a surplus of £0.3 million instead of the planned deficit of £0.7 million.
""",
    "wines.md": """\
# Sarle Wines 2024

Sarle Wines made a loss of €2.1 million in 2024 after a profit of €0.4 million in 2023. It had hoped for a profit of €1 million.
""",
    "ryabovo.md": """\
# Посёлок Рябово: итоги 2021 года

Доходы составили 86 млн рублей. Дефицит составил 5 млн рублей.
""",
    "airports.md": """\
# Airports of the coast, 2020

| Airport | Passengers | Freight (t) | Runways |
|---|---:|---:|---:|
| Lanby | 512,000 | 1,400 | 2 |
| Corrie | 88,000 | 3,900 | 1 |
| Selm | 204,000 | 310 | 1 |
""",
    "motors.md": """\
# Belmor Motors 2022

| € million | 2022 | 2021 |
|---|---:|---:|
| Advertising | 12 | 15 |
| Sales | 900 | 870 |
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("How much did Grantley College spend in 2023?", "12100000", id="what was spent"),
        pytest.param("What was the planned income of Grantley College in 2023?", "11900000", id="what was planned"),
        pytest.param("What was the surplus of Grantley College in 2023?", "300000", id="what was left over"),
        pytest.param("What was the loss of Sarle Wines in 2024?", "2100000", id="a loss"),
        pytest.param("What was the profit of Sarle Wines in 2023?", "400000", id="a profit, in the other year"),
        pytest.param("Каков дефицит посёлка Рябово в 2021 году?", "5000000", id="ru a deficit"),
        pytest.param("How many passengers used Corrie in 2020?", "88000", id="who used an airport"),
        pytest.param("How much freight did Lanby handle?", "1400", id="what it handled"),
    ],
)
def test_a_plain_figure_answers_for_its_own(answerer: Answerer, question: str, value: str) -> None:
    answer = answerer.ask(question)
    assert [figure.value for figure in answer.figures] == [Decimal(value)], answer.text


def test_the_most_that_was_handled_is_told_by_a_column_of_it(answerer: Answerer) -> None:
    assert answerer.ask("Which airport handled the most freight in 2020?").figures[0].value == Decimal(3900)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How much did Grantley College plan to spend in 2023?", id="only what was spent"),
        pytest.param("What was the deficit of Grantley College in 2023?", id="it had a surplus"),
        pytest.param("What was the profit of Sarle Wines in 2024?", id="only hoped for"),
        pytest.param("Какой профицит был в Рябово в 2021 году?", id="ru it had a deficit"),
        pytest.param("How much freight did Lanby lose?", id="freight that was lost"),
        pytest.param("How many runways did Selm close?", id="runways that were closed"),
        pytest.param("Which airport lost the most freight?", id="the most lost"),
        pytest.param("How much did Belmor Motors invest in 2021?", id="all that was invested, of a row of one thing"),
        pytest.param("How much did Belmor save on advertising in 2021?", id="what was saved"),
    ],
)
def test_it_does_not_for_another(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND
