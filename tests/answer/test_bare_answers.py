"""What a sentence that reads well must hold to answer: money where money is asked, the deed or a name of the question."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "bank.txt": """\
Harlow Mutual

Harlow, 24 April 2024

Harlow Mutual reports for the three months to 31 March 2024

Net profit for the quarter came to £31.2 million, against £37.5 million a year before.

Contact: Press Office, 0114 496 0123.
""",
    "ferry.md": """\
# Ferrymen and owners at odds

12 May 2024

The ferrymen of Selwick have stopped work. Ada Crane of the Selwick Maritime Institute reckons that a week of it costs the shops $1 million.
The ferries lie at the quay.
""",
    "college.md": """\
# Wenlow College: report for 2023/24

Dr Martin Hale retired as Principal on 30 June 2024 after twelve years. His successor, Dr Ruth Vane, took office on 1 August 2024.
""",
    "town.csv": """\
Department,Programme,2023 actual (USD),2024 budget (USD)
Roads,Snow clearing,144000,160000
Parks,Hedge planting,28500,42000
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How much money did Harlow earn in the first quarter?", id="telephone"),
        pytest.param("What were Harlow's quarterly rents?", id="profit-is-no-rent"),
        pytest.param("Who runs the harbour of Selwick?", id="called-after-it"),
    ],
)
def test_what_only_reads_well_is_no_answer(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer.status is Status.NOT_FOUND
    assert "0114" not in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("When did Ruth Vane start as principal?", "1 August 2024", id="successor"),
        pytest.param("When did Martin Hale retire as principal?", "30 June 2024", id="predecessor"),
        pytest.param("What was budgeted for hedge planting in 2024?", "42000", id="sum-of-a-deed"),
    ],
)
def test_what_is_asked_is_told(answerer: Answerer, question: str, told: str) -> None:
    assert told in (answerer.ask(question).short or "")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("How many students from abroad were there in 2023?", "4150", id="from-abroad"),
        pytest.param("How many foreign students were there in 2023?", "4150", id="foreign"),
    ],
)
def test_those_from_abroad_are_foreign(answerer_of: Callable[[Mapping[str, str]], Answerer], question: str, value: str) -> None:
    told = "# Orm College\n\nIn 2023 the college had 18,940 students, of whom 13,620 were women. In 2023 students from abroad numbered 4,150.\n"
    answer = answerer_of({"college.md": told}).ask(question)
    assert [str(figure.value) for figure in answer.figures] == [value], answer.text


def test_all_students_are_not_those_from_abroad(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> None:
    told = "# Orm College\n\nIn 2023 the college had 18,940 students, of whom 13,620 were women.\n"
    assert answerer_of({"college.md": told}).ask("How many students from abroad were there in 2023?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("told", "question", "value"),
    [
        pytest.param(
            "Осенью откроется новая трибуна на 2 400 мест, её стоимость — 320 млн рублей.", "Сколько стоит трибуна?", "320000000", id="ru"
        ),
        pytest.param("The new stand has 2,400 seats, and its cost is $3 million.", "How much does the stand cost?", "3000000", id="en"),
    ],
)
def test_what_something_costs_is_no_number_of_seats(
    answerer_of: Callable[[Mapping[str, str]], Answerer], told: str, question: str, value: str
) -> None:
    answer = answerer_of({"stand.md": told + "\n"}).ask(question)
    assert [str(figure.value) for figure in answer.figures] == [value], answer.text
