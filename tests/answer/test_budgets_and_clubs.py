"""Actual sums of a budget, clubs in quotation marks and people counted by a sort, asked for in Russian."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "budget.md": """\
---
title: Бюджет города Вязова за 2022 год
---

# Исполнение бюджета города Вязова за 2022 год

Доходы составили 4 120,6 млн рублей (план — 4 050,0 млн рублей). Дефицит сложился в размере 96,4 млн рублей вместо запланированных 310,0 млн рублей.
""",
    "basketball.txt": """\
Итоги сезона 2021/22: «Гранит» впервые взял кубок

Чемпионом стал «Гранит» из Вязова. Лучшим игроком признан Олег Тур («Парус»): 540 очков. Матчи посетили 310 тысяч зрителей; средняя посещаемость — 1 240 человек.
""",
    "labour.md": """\
# Рынок труда Вязовского района

Безработных на конец 2022 года насчитывалось 730 человек, из них пособие получали 410.
""",
    "flood.md": """\
# Паводок в Вязовском районе

В посёлке Ивняки под водой остаются 58 домов. В селе Броды отремонтированы 12 домов.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Какие доходы бюджета Вязова за 2022 год?", "4 120,6 млн", id="income, and not what was planned"),
        pytest.param("Какой дефицит бюджета Вязова за 2022 год?", "96,4 млн", id="a deficit, and not the planned one"),
        pytest.param("Каков был дефицит бюджета города в 2022 году?", "96,4 млн", id="of the budget of the city"),
        pytest.param("Какая была средняя посещаемость?", "1 240", id="attendance behind a semicolon"),
        pytest.param("Сколько безработных было на конец 2022 года?", "730", id="the unemployed, counted as people"),
        pytest.param("Сколько домов под водой в посёлке Ивняки?", "58", id="under water"),
    ],
)
def test_the_figure_is_found(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.short.startswith(short)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Сколько очков набрал «Гранит»?", id="those of another club's player"),
        pytest.param("Сколько пенсионеров было в конце 2022 года?", id="another sort of people"),
        pytest.param("Сколько домов под водой в селе Броды?", id="houses that were repaired"),
    ],
)
def test_what_is_told_of_others_does_not_answer(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND
