"""Deeds that a text tells in several words or by another verb of the same things, and who says them."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "pozhar.md": """\
# Лесной пожар: жителей Сосновки эвакуировали

12 августа 2023 года

Из зоны пожара вывезли 318 человек, сообщила администрация района. По оценке волонтёров отряда «Маяк», свои дома покинули около 700 жителей.
""",
    "audit.md": """\
---
title: Исполнение бюджета Ольховского района за 2022 год
publisher: Финансовый отдел Ольховского района
---

# Исполнение бюджета Ольховского района за 2022 год

Счётная палата в заключении от 14 марта указала на нарушения на 12,6 млн рублей. Финансовый отдел признаёт нарушения на 4 млн рублей.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Сколько человек эвакуировали из зоны пожара?", "318", id="taken away"),
        pytest.param("Сколько жителей покинули дома по оценке отряда «Маяк»?", "700", id="left their homes, in another order"),
        pytest.param("На какую сумму выявила нарушения Счётная палата?", "12,6 млн", id="found, where they are pointed out"),
    ],
)
def test_the_deed_is_found(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.short.startswith(short)


def test_who_points_out_says_it_and_not_what_is_pointed_out(answerer: Answerer) -> None:
    answer = answerer.ask("На какую сумму выявила нарушения Счётная палата?")
    claimant = answer.figures[0].claimant
    assert claimant is not None
    assert claimant.name == "Счётная палата"


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Сколько домов эвакуировали из зоны пожара?", id="houses"),
        pytest.param("На какую сумму выявила нарушения прокуратура?", id="somebody else"),
    ],
)
def test_another_thing_or_doer_is_declined(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND
