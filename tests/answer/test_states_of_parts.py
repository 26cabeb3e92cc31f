"""What an adjective says of the part alone answers no question for the whole: "14 of the 60 rooms were empty"."""

from collections.abc import Callable

import pytest

from qa_bot.ask import Answerer

SCHOOLS = """\
# Школы края в 2023 году

Учителей не хватает: на 1 сентября вакантны 812 ставок из 9 470. В интернатах свободны 46 кроватей из 530.
"""
AUDIT = """\
# Исполнение бюджета в 2023 году

Контрольно-ревизионное бюро указало на нарушения на 41,2 млн рублей, из них неэффективное использование средств — 12,6 млн рублей.
"""
HOTEL = """\
# The Selm hotel in 2023

On 1 May 14 of the 60 rooms were empty. Of the 230 windows 17 were still broken on 1 June.
"""
CLINIC = """\
# The Orm clinic

In May 7 of the 52 beds are vacant in Orm. 6 of the 28 nurses are abroad. 3 of the 11 lifts are now idle in the old wing.
"""


@pytest.mark.parametrize(
    ("document", "question", "value"),
    [
        pytest.param(SCHOOLS, "Сколько вакантных ставок учителей?", 812, id="vacant"),
        pytest.param(SCHOOLS, "Сколько вакансий учителей?", 812, id="vacancies"),
        pytest.param(SCHOOLS, "Сколько свободных кроватей в интернатах?", 46, id="free"),
        pytest.param(AUDIT, "На какую сумму нашло нарушения Контрольно-ревизионное бюро?", 41_200_000, id="no state but a name"),
        pytest.param(
            "In 2023, 204 buses were late, and 31 of them were late because of fog.", "How many buses were late in 2023?", 204, id="both"
        ),
        pytest.param(HOTEL, "How many rooms were empty?", 14, id="empty"),
        pytest.param(CLINIC, "How many beds are vacant?", 7, id="vacant before a place"),
        pytest.param(CLINIC, "How many nurses are abroad?", 6, id="an adverb"),
        pytest.param(CLINIC, "How many lifts are idle?", 3, id="an adverb between"),
        pytest.param(CLINIC, "How many nurses are there?", 28, id="the whole keeps what is its own"),
        pytest.param(HOTEL, "How many windows were broken?", 17, id="broken"),
    ],
)
def test_the_state_of_a_part_is_not_that_of_the_whole(
    answerer_of: Callable[..., Answerer], document: str, question: str, value: int
) -> None:
    answer = answerer_of({"text.md": document}).ask(question)
    assert [figure.value for figure in answer.figures] == [value]
