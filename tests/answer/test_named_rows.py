"""A named part that a table has no row of is not answered by the row of all; each part is answered by the rows."""

from collections.abc import Callable

import pytest

from qa_bot.ask import Answerer

BEDS = """\
---
title: Больницы Кленового края в 2023 году
published: 2024-02-01
---

Таблица 1. Численность пациентов по отделениям, чел.

| Отделение | 2022 | 2023 |
|---|---:|---:|
| Хирургическое | 310 | 342 |
| Детское | 205 | 197 |
| Инфекционное | 118 | 140 |
| Всего | 633 | 679 |
"""
PUPILS = """\
---
title: Pupils of Selm in 2023
published: 2024-02-01
---

Table 1. Pupils by school, persons

| School | 2022 | 2023 |
|---|---:|---:|
| Harbour | 410 | 442 |
| Castle | 305 | 297 |
| Total | 715 | 739 |
"""


@pytest.mark.parametrize(
    ("document", "question"),
    [
        pytest.param(BEDS, "Сколько пациентов лечится в неврологическом отделении?", id="an adjective"),
        pytest.param(BEDS, "Сколько пациентов было в отделении кардиологии в 2023 году?", id="a genitive"),
        pytest.param(PUPILS, "How many pupils learn at the music school?", id="a noun before it"),
        pytest.param(PUPILS, "How many pupils were there in private schools in 2023?", id="a sort of them"),
        pytest.param(BEDS, "Сколько пациентов было в платных отделениях?", id="a sort of them, Russian"),
    ],
)
def test_a_part_without_a_row_is_not_answered_by_all(answerer_of: Callable[..., Answerer], document: str, question: str) -> None:
    assert answerer_of({"text.md": document}).ask(question).figures == ()


@pytest.mark.parametrize(
    ("document", "question", "values"),
    [
        pytest.param(BEDS, "Сколько пациентов было в каждом отделении в 2023 году?", {342, 197, 140}, id="в каждом"),
        pytest.param(BEDS, "Сколько пациентов было в каждом из отделений в 2023 году?", {342, 197, 140}, id="в каждом из"),
        pytest.param(PUPILS, "How many pupils were there at each school in 2023?", {442, 297}, id="at each"),
        pytest.param(BEDS, "Сколько пациентов было во всех отделениях в 2023 году?", {679}, id="all of them"),
        pytest.param(BEDS, "Сколько пациентов было в детском отделении в 2023 году?", {197}, id="one of them"),
        pytest.param(PUPILS, "How many pupils were there in 2023?", {739}, id="without a part"),
    ],
)
def test_rows_are_given_as_they_are_asked(answerer_of: Callable[..., Answerer], document: str, question: str, values: set[int]) -> None:
    assert {int(figure.value) for figure in answerer_of({"text.md": document}).ask(question).figures} == values
