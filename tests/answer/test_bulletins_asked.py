"""Questions for the month or place of a bulletin, which only its top names."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

STORM = """УПРАВЛЕНИЕ ГРАЖДАНСКОЙ ЗАЩИТЫ ПО БЕРЕГОВОМУ КРАЮ
Сводка о последствиях урагана
по состоянию на 09:00 6 ноября 2023 года

Ураган повалил 512 деревьев. Без света остаются 2 740 домов в 14 посёлках. В городе Лиманске администрация насчитала 180 домов без крыш.

Для сравнения: в ураган 2019 года в крае без света оставалось 960 домов.
"""
FERRIES = """---
title: "Sund Ferries: traffic and delays, full year 2022"
publisher: Sund Ferries
published: 2023-01-24
---

Sund Ferries carried 1.94 million passengers last year. Of 18,300 crossings operated, 2,196 left late.

The company cancelled 407 crossings, compared with 655 in 2021.
"""

BERRIES = """СВОДКА
Заготовка ягод в лесхозах края, июль — сентябрь 2022 г.
Лесная служба, 11 октября 2022 г.

За третий квартал 2022 года в крае заготовлено 940 тонн ягод.

Лесхоз | Ягод, тонн
Сосновский лесхоз | 510
Ельницкий лесхоз | 430

Поправка. В сводке за 2021 год сбор ягод в Ельницком лесхозе указан неверно: следует читать 380 тонн, а не 308.
"""
FISH = """# Рыболовство Ламского края в 2020–2021 годах

В крае вылов снизился.

## Основные числа

| Показатель, тыс. тонн | 2020 год | 2021 год |
|---|---|---|
| Вылов | 61,4 | 58,2 |
| Экспорт | 12,7 | 15,3 |
"""


@pytest.fixture(scope="module")
def tabled(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of({"berries.txt": BERRIES, "fish.md": FISH})


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("Сколько тонн ягод в Сосновском лесхозе в третьем квартале 2022 года?", "510", id="months of a line that ends in г."),
        pytest.param("Каков был экспорт края в 2020 году?", "12700", id="the kind of place that the title names"),
    ],
)
def test_a_row_is_of_the_time_and_place_at_the_top(tabled: Answerer, question: str, value: str) -> None:
    assert [f"{figure.value:f}" for figure in tabled.ask(question).figures] == [value]


def test_an_earlier_year_of_a_correction_does_not_answer_for_the_row(tabled: Answerer) -> None:
    values = [f"{figure.value:f}" for figure in tabled.ask("Сколько тонн ягод заготовлено в Ельницком лесхозе?").figures]
    assert "430" in values


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of({"storm.txt": STORM, "ferries.md": FERRIES})


def _shown(answer: Answer) -> list[str | None]:
    return [figure.surface for figure in answer.figures]


@pytest.mark.parametrize(
    ("question", "surfaces"),
    [
        pytest.param("сколько домов остались без света в Береговом крае в ноябре 2023?", ["2 740"], id="the month of its day"),
        pytest.param("сколько домов осталось без света в Береговом крае в 2019 году?", ["960"], id="the year it looks back to"),
        pytest.param("How many crossings did Sund Ferries cancel in 2022?", ["407"], id="the full year of the title"),
        pytest.param("How many crossings did Sund Ferries cancel in 2021?", ["655"], id="the year compared with"),
    ],
)
def test_the_top_of_a_text_says_when_and_where(answerer: Answerer, question: str, surfaces: list[str]) -> None:
    answer = answerer.ask(question)
    assert (answer.status in (Status.ANSWERED, Status.PARTIAL), _shown(answer)) == (True, surfaces)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("сколько домов остались без света в Береговом крае в ноябре 2022?", id="the month of another year"),
        pytest.param("сколько домов остались без света в Горном крае в ноябре 2023?", id="another place"),
        pytest.param("How many crossings did Sund Ferries cancel in 2020?", id="a year it does not tell of"),
    ],
)
def test_other_times_and_places_are_declined(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND


RAIL = """Береговая железная дорога
Сведения о задержках за второе полугодие 2022 года
Опубликовано 17 января 2023 г.

За полгода опоздали 1 318 поездов, отменено 76. Из-за снега стояли 214 поездов.
"""


@pytest.fixture(scope="module")
def rail(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of({"rail.txt": RAIL})


@pytest.mark.parametrize(
    ("question", "surfaces"),
    [
        pytest.param("сколько поездов опоздало во втором полугодии 2022?", ["1 318"], id="the half-year of a line at the top"),
        pytest.param("сколько поездов опоздало во втором полугодии 2021?", [], id="another half-year"),
    ],
)
def test_a_line_at_the_top_says_the_time(rail: Answerer, question: str, surfaces: list[str]) -> None:
    assert _shown(rail.ask(question)) == surfaces
