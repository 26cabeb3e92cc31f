"""A year that names a budget or plan says which one was voted on, and not when."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "lipki.md": """\
---
title: Совет Липок принял смету
published: 2023-12-14
---
Десятого декабря совет города Липки утвердил смету на 2024 год. В первом чтении, 20 ноября, её одобрили 14 депутатов, 3 были против.
""",
    "marle.md": """\
---
title: Council passes budget
published: 2023-11-30
---
On Tuesday Marle town council passed the 2024 budget. At its first reading on 9 November 17 councillors backed the budget and 6 opposed it.
""",
    "orchards.md": """\
# Orchards of Dunmoor

Under the plan for 2029 the parish will graft 250 apple trees; in 2022 it grafted 40 apple trees.
""",
    "quay.md": """\
# Dunmoor parish council

On Friday the council discussed the estimate for 2028. Later 9 members backed the new quay.
""",
    "rogozh.md": """\
---
title: Дума Рогожска приняла бюджет
published: 2022-12-15
---
Дума Рогожска утвердила бюджет на 2023 год. В первом чтении, 24 ноября, документ поддержали 21 депутат, 8 были против.
""",
    "both.md": """\
# Kelby town hall

The hall debated the 2021 budget and the programme for 2026. 15 aldermen backed the budget.
""",
}


@pytest.fixture(scope="module")
def papers(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Сколько депутатов одобрили смету на 2024 год?", "14", id="voted on in the year before"),
        pytest.param("Сколько депутатов одобрили смету в 2023 году?", "14", id="asked by the time of the vote"),
        pytest.param("Сколько депутатов поддержали бюджет на 2023 год?", "21", id="called the document"),
        pytest.param("How many councillors backed the 2024 budget?", "17", id="the year before the noun"),
        pytest.param("How many councillors backed the budget for 2024?", "17", id="the year behind it"),
        pytest.param("How many aldermen backed the 2021 budget?", "15", id="one of two"),
    ],
)
def test_the_budget_of_that_year_answers(papers: Answerer, question: str, short: str) -> None:
    assert papers.ask(question).short == short


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Сколько депутатов одобрили смету на 2023 год?", id="another budget, voted on in that year"),
        pytest.param("Сколько депутатов поддержали бюджет на 2022 год?", id="another budget, called the document"),
        pytest.param("How many councillors backed the 2023 budget?", id="another budget"),
        pytest.param("How many apple trees were grafted under the 2029 plan?", id="what was done in a year of its own"),
        pytest.param("How many apple trees did the parish graft in the plan for 2029?", id="no vote is asked"),
        pytest.param("How many members backed the estimate for 2028?", id="a vote on something else"),
        pytest.param("How many aldermen backed the programme for 2026?", id="a vote on the other of two"),
    ],
)
def test_another_budget_does_not(papers: Answerer, question: str) -> None:
    assert papers.ask(question).status is Status.NOT_FOUND
