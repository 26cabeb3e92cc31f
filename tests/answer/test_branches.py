"""Questions for one branch of work: a figure of another branch, or of all, is none of it."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "jobs.md": """# Work in Tarn, second quarter of 2024

Published 4 August 2024

Employers had 31,200 vacancies in all. Health care had 9,450 vacancies, logistics 4,100.

Mills lost 80 looms. Manufacturing lost 1,200 jobs and hired 3,300 people. Average pay in manufacturing was 2,310 crowns a month; in retail it
was 1,760 crowns. In 2024, 41 labourers were killed in construction and 12 in farming.

| Sector | Strikes | Apprentices |
|---|---|---|
| Construction | 7 | 310 |
| Mining | 3 | 45 |
""",
    "kesh.md": """# Accidents in Kesh

In the fishing trade 9 divers drowned in 2023, in the tourism industry 4.

In hotels and restaurants and retail 500 waiters went on strike. In trade 200 shops closed.

While the dam was being built, 24 welders fell.
""",
    "zarplaty.md": """# Зарплаты в Лужской области

Опубликовано 12 июля 2024 года

В июне 2024 года средняя зарплата в лесном хозяйстве составила 61 300 рублей, в образовании — 43 900 рублей. В здравоохранении не хватает 412
врачей. В обрабатывающей промышленности уволили семь человек.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("How many vacancies were there in health care?", "9,450", id="subject"),
        pytest.param("How many labourers were killed in construction?", "41", id="behind-the-number"),
        pytest.param("How many labourers were killed in the farming sector?", "12", id="in-other-words"),
        pytest.param("What was the average pay in manufacturing?", "2,310", id="before-the-number"),
        pytest.param("How many jobs were lost in manufacturing?", "1,200", id="first-of-two"),
        pytest.param("How many people were hired in manufacturing?", "3,300", id="second-of-two"),
        pytest.param("How many strikes were there in mining?", "3", id="row"),
        pytest.param("How many divers drowned in fishing in 2023?", "9", id="the-trade-of-a-branch"),
        pytest.param("How many divers drowned in the tourism industry in 2023?", "4", id="the-industry-of-a-branch"),
        pytest.param("How many welders fell in the construction of the dam?", "24", id="deed-and-no-branch"),
        pytest.param("Какая средняя зарплата в образовании?", "43 900", id="dash-ru"),
        pytest.param("Сколько врачей не хватает в здравоохранении?", "412", id="before-ru"),
        pytest.param("Сколько человек уволили в обрабатывающей промышленности?", "семь", id="two-words-ru"),
    ],
)
def test_a_figure_of_the_branch_answers(answerer: Answerer, question: str, told: str):
    assert told in (answerer.ask(question).short or "")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many vacancies were there in manufacturing?", id="others-and-all"),
        pytest.param("What was the average pay in construction?", id="pay-of-another"),
        pytest.param("How many people were hired in construction?", id="second-of-another"),
        pytest.param("How many labourers were killed in mining?", id="killed-in-another"),
        pytest.param("How many strikes were there in retail?", id="row-of-another"),
        pytest.param("Какая средняя зарплата в торговле?", id="pay-ru"),
        pytest.param("Скольких врачей не хватает в образовании?", id="lack-ru"),
    ],
)
def test_a_figure_of_another_branch_does_not(answerer: Answerer, question: str):
    answer = answerer.ask(question)
    assert answer.figures == ()
    assert answer.short is None


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many waiters went on strike in retail?", id="of-several-together"),
        pytest.param("How many shops closed in retail?", id="part-of-what-is-told"),
    ],
)
def test_a_figure_of_a_wider_branch_answers_in_part(answerer: Answerer, question: str):
    assert answerer.ask(question).status is Status.PARTIAL


def test_the_branch_is_read_back(answerer: Answerer):
    assert "in mining" in answerer.ask("How many strikes were there in mining?").read_as
