"""Which row of a table has the most, fell most or rose, in words that no column is headed by; and questions that a text asks itself."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "budget.md": """\
# Net spending by department (EUR million)

| Department | 2025/26 | 2026/27 |
|---|---|---|
| Schools | 71.5 | 74.0 |
| Highways | 33.2 | 29.9 |
| Libraries | 8.1 | 8.4 |
| Total | 112.8 | 112.3 |
""",
    "lakes.md": """\
# Reservoirs of the Orle on 1 September 2025

| Reservoir | Capacity, million m³ | Storage, % |
|---|---|---|
| Black Pool | 61 | 34 |
| Hern | 140 | 77 |
| Upper Vane | 22 | 52 |
""",
    "port.md": """\
# Перевалка порта Лиман, тыс. тонн

| Груз | 2023 | 2024 |
|---|---|---|
| Лес | 310 | 290 |
| Руда | 640 | 505 |
| Сахар | 75 | 98 |
""",
    "theft.md": """\
# Thefts recorded by district

| District | Thefts 2023 | Thefts 2024 |
|---|---|---|
| Harbour | 812 | 790 |
| Old Mill | 233 | 251 |
| Ferry Road | 407 | 366 |
""",
    "podzhogi.md": """\
# Поджоги по районам

| Район | Поджогов в 2023 году | Поджогов в 2024 году |
|---|---|---|
| Верхний | 120 | 133 |
| Нижний | 410 | 388 |
""",
    "pools.md": """\
# Бассейны города, 2024 год

| Бассейн | Посетителей, тыс. |
|---|---|
| «Нептун» | 96 |
| «Тритон» | 131 |
""",
}


@pytest.fixture(scope="module")
def papers(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        pytest.param("Which department gets the most money in 2026/27?", "Schools", id="money"),
        pytest.param("Which reservoir is the emptiest?", "Black Pool", id="emptiest"),
        pytest.param("Which reservoir is the fullest?", "Hern", id="fullest"),
        pytest.param("Which reservoir has the lowest storage?", "Black Pool", id="a column in per cent"),
        pytest.param("Какой груз сократился больше всего?", "Руда", id="fell most"),
        pytest.param("Which cargo grew the most?", "Сахар", id="grew most, in another language"),
        pytest.param("In which district did thefts go up?", "Old Mill", id="in which one"),
        pytest.param("В каком районе выросло число поджогов?", "Верхний", id="in which one in Russian"),
        pytest.param("Какой бассейн самый посещаемый?", "Тритон", id="most visited"),
    ],
)
def test_the_row_asked_for_answers(papers: Answerer, question: str, named: str) -> None:
    answer = papers.ask(question)
    assert answer.status is Status.ANSWERED
    assert named in (answer.short or "")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Which department gets the most money in 2019/20?", id="another year"),
        pytest.param("Which reservoir is the deepest?", id="a depth that no column has"),
        pytest.param("Какой груз сократился больше всего с 2015 по 2016 год?", id="other years"),
        pytest.param("In which district did robberies go up?", id="other crimes"),
        pytest.param("Какой бассейн самый глубокий?", id="a depth in Russian"),
    ],
)
def test_no_other_row_does(papers: Answerer, question: str) -> None:
    assert papers.ask(question).status is Status.NOT_FOUND
