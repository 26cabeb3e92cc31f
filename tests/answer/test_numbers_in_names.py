"""A number in the name of the body whose report it is, and votes against what another verb says was supported."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "klinika.md": """\
---
title: Отчёт городской больницы № 6 за 2023 год
publisher: Городская больница № 6 города Липки
published: 2024-02-15
---
# Итоги года

В 2023 году принято 940 рожениц, на 2,3 % больше, чем годом ранее.
""",
    "zakon.md": """\
# Дума и парки

В первом чтении закон о парках поддержали 24 депутата при 9 голосах против. Дела возбуждены против 19 участников стачки. В 14 домах нет газа.
""",
}


@pytest.fixture(scope="module")
def papers(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        pytest.param("Сколько рожениц принято в больнице № 6 в 2023 году?", "940", id="the number of who reports"),
        pytest.param("Сколько депутатов проголосовало против закона о парках в первом чтении?", "9", id="votes against"),
        pytest.param("Сколько депутатов поддержало закон о парках в первом чтении?", "24", id="those in favour"),
        pytest.param("В скольких домах нет газа?", "14", id="how many have none"),
    ],
)
def test_it_is_answered(papers: Answerer, question: str, surface: str) -> None:
    answer = papers.ask(question)
    assert answer.figures, answer.text
    assert answer.figures[0].surface == surface


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Сколько рожениц принято в больнице № 2 в 2023 году?", id="2 of 2,3 % is no name"),
        pytest.param("Сколько рожениц принято в больнице № 4 в 2023 году?", id="another number"),
        pytest.param("По скольким участникам стачки дел нет?", id="those who have cases are not those without"),
    ],
)
def test_another_one_is_declined(papers: Answerer, question: str) -> None:
    assert papers.ask(question).status is Status.NOT_FOUND
