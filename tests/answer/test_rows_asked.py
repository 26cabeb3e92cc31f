"""Rows asked for by what they are: of several tables in a document, of a place, of an age; and numbers that bound what is asked."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "fires.md": """\
---
title: House fires in Selmar, 2024
publisher: Selmar Fire Board
published: 2025-03-12
---

# House fires in Selmar, 2024

In 2024 the brigades put out 2,480 house fires in Selmar, 3 % fewer than in 2023. The number of house fires in 2023 has been corrected from
2,540 to 2,556, because 16 late reports from Orm came in. The mean response time was 8.4 minutes, against 8.9 in 2023. Of all fires in 2024,
310 were put out by neighbours.

Table 1. House fires by district

| District | 2022 | 2023 (corrected) | 2024 |
|---|---|---|---|
| Ulv | 900 | 880 | 850 |
| Orm | 610 | 605 | 590 |
| Hest | 480 | 471 | 440 |
| Upper Lam | 620 | 600 | 600 |
| Selmar | 2,610 | 2,556 | 2,480 |

Table 2. House fires by age of building, 2024

| Age of building | Fires | Share, % |
|---|---|---|
| Under 10 | 190 | 7.7 |
| 10–29 | 560 | 22.6 |
| 30–59 | 1,020 | 41.1 |
| 60 and over | 710 | 28.6 |
""",
    "lice.md": """\
---
title: Salmon lice report, week 18
publisher: Fjord Inspectorate
published: 2024-05-08
---

# Salmon lice report, week 18 of 2024

In week 18 of 2024, 540 suspected outbreaks were reported, against 610 in week 17.

| District | Outbreaks, week 18 | Farms closed |
|---|---|---|
| Nord | 260 | 14 |
| Midt | 190 | 9 |
| Syd | 90 | 4 |
| Total | 540 | 27 |
""",
    "strandings.md": """\
# The ferry strike

During the strike of 2023, 1,940 passengers were kept on board, 265 of them for more than 12 hours. In 2021 the number was 700.
""",
}

RUSSIAN = {
    "pozhary.md": """\
---
title: Пожары в Селмаре в 2024 году
publisher: Пожарная служба Селмара
published: 2025-03-12
language: ru
---

# Пожары в Селмаре в 2024 году

В 2024 году в Селмаре потушили 2480 пожаров, на 3 % меньше, чем в 2023 году. Из них 310 потушили соседи.

Таблица 1. Число пожаров по районам

| Район | 2022 | 2023 (уточнено) | 2024 |
|---|---|---|---|
| Ульвский | 900 | 880 | 850 |
| Орм | 610 | 605 | 590 |
| Хест | 480 | 471 | 440 |
| Верхний Лам | 620 | 600 | 600 |
| Селмар | 2610 | 2556 | 2480 |

Таблица 2. Число пожаров по возрасту зданий, 2024 год

| Возраст здания | Пожары | Доля, % |
|---|---|---|
| до 10 лет | 190 | 7,7 |
| 10–29 лет | 560 | 22,6 |
| 30–59 лет | 1020 | 41,1 |
| 60 лет и старше | 710 | 28,6 |
""",
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(DOCUMENTS).ask


@pytest.fixture(scope="module")
def ask_russian(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(RUSSIAN).ask


def shown(answer: Answer) -> list[str]:
    return [figure.surface for figure in answer.figures]


@pytest.mark.parametrize(
    ("question", "surfaces"),
    [
        pytest.param("How many house fires were there in Orm in 2022?", ["610"], id="a-row-that-is-a-place"),
        pytest.param("house fires in Orm in 2024", ["590"], id="in-few-words"),
        pytest.param("How many house fires were there in Hest in 2023?", ["471"], id="a-column-that-was-corrected"),
        pytest.param("How many house fires were there in Selmar in 2022?", ["2,610"], id="the-whole"),
        pytest.param("How many fires were there in buildings aged 30-59?", ["1,020"], id="a-row-that-is-an-age"),
        pytest.param("What share of the fires was in buildings aged 10 to 29?", ["22.6"], id="its-share"),
        pytest.param("How many suspected outbreaks were there in Nord in week 18 of 2024?", ["260"], id="what-the-text-says-of-the-sum"),
        pytest.param("How many passengers were kept on board for more than 12 hours?", ["265"], id="a-bound"),
        pytest.param("How many passengers were kept on board for over 12 hours?", ["265"], id="in-another-word"),
        pytest.param("How many passengers were kept on board for longer than 12 hours in 2023?", ["265"], id="in-a-third"),
        pytest.param("How many passengers were kept on board in 2023?", ["1,940"], id="no-bound"),
    ],
)
def test_the_row_that_was_asked_for_answers(ask: Callable[[str], Answer], question: str, surfaces: list[str]) -> None:
    assert shown(ask(question)) == surfaces


@pytest.mark.parametrize(
    ("question", "surfaces"),
    [
        pytest.param("Which district had the fewest house fires in 2024?", ["440", "590", "600", "850"], id="the-fewest"),
        pytest.param("Which district had the most house fires in 2022?", ["900", "620", "610", "480"], id="the-most-without-the-whole"),
        pytest.param("Which age of building had the most fires?", ["1,020", "710", "560", "190"], id="the-other-table"),
        pytest.param("Which district had the most outbreaks in week 18 of 2024?", ["260", "190", "90"], id="without-the-total"),
    ],
)
def test_rows_are_ranked_that_are_of_the_sort_asked_for(ask: Callable[[str], Answer], question: str, surfaces: list[str]) -> None:
    assert shown(ask(question)) == surfaces


def test_the_same_row_at_another_time_is_nearest(ask: Callable[[str], Answer]) -> None:
    answer = ask("How many house fires were there in Hest in 2021?")
    assert answer.status is Status.NOT_FOUND
    assert [(figure.surface, figure.differs) for figure in answer.nearest] == [(surface, ("period",)) for surface in ("480", "471", "440")]


def test_those_below_a_number_are_not_those_above_it(ask: Callable[[str], Answer]) -> None:
    assert ask("How many passengers were kept on board for less than 12 hours?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "surfaces"),
    [
        pytest.param("Сколько пожаров было в Орме в 2023 году?", ["605"], id="a-row-that-is-a-place"),
        pytest.param("Сколько пожаров было в Селмаре в 2022 году?", ["2610"], id="the-whole"),
        pytest.param("Какая доля пожаров была в зданиях 30–59 лет?", ["41,1"], id="a-share"),
        pytest.param("В каком районе было меньше всего пожаров в 2024 году?", ["440", "590", "600", "850"], id="the-fewest"),
        pytest.param("В каком районе было больше всего пожаров в 2024 году?", ["850", "600", "590", "440"], id="the-most"),
    ],
)
def test_so_do_rows_in_russian(ask_russian: Callable[[str], Answer], question: str, surfaces: list[str]) -> None:
    assert shown(ask_russian(question)) == surfaces


GUARD = """\
---
title: Rescue statistics 2023
published: 2024-03-12
---

The Tarvian Coast Guard answered 2,318 calls in 2023. The Northern sector answered 512 calls, the Eastern sector 689 and the Western sector 1,117.
"""


def test_a_whole_is_not_ranked_among_what_is_called_as_the_rows_are(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> None:
    answer = answerer_of({"guard.md": GUARD}).ask("Which sector answered the most calls in 2023?")
    assert [figure.value for figure in answer.figures] == [1117, 689, 512]
