"""What stands beside a figure, in another column, behind a comma or in a headline of two names, is not said of it."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "pozhary.csv": """\
Район,Год,Пожары,Погибло,Пострадало,С детьми
Верхний,2021,118,4,21,9
Верхний,2022,131,6,25,11
Нижний,2021,84,2,40,5
Нижний,2022,77,1,33,3
Всего,2021,202,6,61,14
Всего,2022,208,7,58,14
""",
    "dohody.md": """\
# Доходы населения Устьинского края в 2023 году

Номинальные доходы населения в 2023 году выросли на 11,3 %, реальные — на 3,8 %. Пенсии выросли на 9,1 %, стипендии — на 4,4 %.
""",
    "oklady.md": """\
# Пенсии в Каменской области в 2022 году

Номинальная пенсия в 2022 году увеличилась на 6,5 %.
""",
    "volleyball.txt": """\
«Ладья» взяла медали, «Комета» осталась без наград

Волейбольный сезон 2023/24 закончился в апреле. Чемпионом стала «Ладья», обыгравшая «Комету».

Сборы клубов выросли вдвое. Дороже всех билеты продавал «Вихрь», в среднем по 640 рублей. Средняя посещаемость турнира составила 2 410 зрителей.
""",
    "tarify.md": """\
# Средние тарифы

Таблица 2. Средняя плата за проезд по краям, рублей

| Край | 2022 | 2023 |
|---|---|---|
| Лесной край | 38 | 42 |
| Озёрный край | 31 | 35 |
""",
    "rashody.md": """\
---
title: Исполнение бюджета города Ольхова за 2022 год
---

# Исполнение бюджета города Ольхова за 2022 год

## Расходы, млн рублей

| Раздел | План | Факт | Исполнение, % |
|---|---|---|---|
| Парки и скверы | 310,4 | 297,8 | 95,9 |
| Библиотеки | 120,0 | 118,3 | 98,6 |
""",
    "kollej.md": """\
# Набор в Лесной колледж, 2023 год

В 2023 году зачислено 640 человек: 410 на бюджетные места и 230 на платные. По целевой квоте зачислено 35 человек.

| Отделение | Бюджет | Платное |
|---|---|---|
| Лесное дело | 210 | 40 |
| Бухгалтерия | 60 | 150 |
""",
    "gripp.md": """\
---
published: 2023-02-14
---

# Сводка по гриппу. 6-я неделя 2023 года

С начала 2023 года зарегистрировано 812 случаев гриппа.

Поправка: в сводке за 5-ю неделю ошибочно указано 97 случаев; верное число — 79.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Сколько пожаров было в Верхнем районе в 2022 году?", "131", id="the plain column"),
        pytest.param("В каком районе больше всего пострадавших на пожарах в 2021 году?", "Нижний", id="most, and not the row of all"),
        pytest.param("На сколько выросли реальные доходы населения в 2023 году?", "3,8 %", id="an adjective alone behind the comma"),
        pytest.param("На сколько выросли номинальные доходы населения в 2023 году?", "11,3 %", id="the first of two"),
        pytest.param("На сколько выросли стипендии в 2023 году?", "4,4 %", id="a noun behind the comma"),
        pytest.param("Какой была средняя плата за проезд в Озёрном крае в 2022 году?", "31", id="rows whose names end in a kind of place"),
        pytest.param("Сколько город Ольхов потратил на библиотеки в 2022 году?", "118,3", id="a subject with a name behind how much"),
        pytest.param("Сколько студентов зачислено на бюджет в 2023 году?", "410", id="places at the cost of the state"),
        pytest.param("Сколько человек зачислено на платные места в 2023 году?", "230", id="places that are paid for"),
        pytest.param("Сколько случаев гриппа зарегистрировано с начала 2023 года?", "812", id="not taken back with another number"),
    ],
)
def test_the_figure_asked_for_answers(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.short.startswith(short)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Сколько пожаров с детьми было в Верхнем районе в 2022 году?", id="the whole, where a column is of the part"),
        pytest.param("На сколько выросла реальная пенсия в 2022 году?", id="a nominal one"),
        pytest.param("Почём в среднем продавала билеты «Комета»?", id="another club's, where the headline names two"),
        pytest.param("Какая средняя посещаемость у «Кометы»?", id="the tournament's, where the headline names two"),
    ],
)
def test_what_is_told_of_another_does_not_answer(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND
