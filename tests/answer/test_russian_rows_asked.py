"""Cells of tables asked for in Russian by what their column measures."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

COLLEGES = """# Итоги приёма 2024 года

| Вуз | Бюджетных мест | Конкурс, человек на место | Средний балл ЕГЭ |
|---|---|---|---|
| Озёрный университет | 3 200 | 9,0 | 74,2 |
| Медицинская академия | 980 | 14,0 | 79,5 |
| Аграрная академия | 1 120 | 2,6 | 57,8 |
"""

BAKERIES = """# Хлебозаводы области в 2023 году

| Завод | Рабочих | Выпуск, тонн в сутки | Доля брака |
|---|---|---|---|
| Ладожский | 120 | 44 | 1,2 % |
| Онежский | 85 | 31 | 0,8 % |
"""

ARCHERS = """Сезон,Спортсмен,Победы,Точность стрельбы
2022/23,Илья Сомов,3,88 %
2022/23,Дарья Кедрина,2,90 %
2023/24,Илья Сомов,6,92 %
2023/24,Дарья Кедрина,6,94 %
"""


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of({"colleges.md": COLLEGES, "bakeries.md": BAKERIES, "archers.csv": ARCHERS})


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Какой конкурс в Медицинской академии?", "14,0", id="not another academy"),
        pytest.param("В каком вузе самый большой конкурс?", "Медицинская академия", id="the most"),
        pytest.param("Средний балл ЕГЭ в Аграрной академии?", "57,8", id="without a question word"),
        pytest.param("Какой выпуск на Онежском заводе?", "31", id="an event at a place that has a name"),
        pytest.param("На каком заводе самый большой выпуск?", "Ладожский", id="the most of an event"),
        pytest.param("Какая точность стрельбы у Ильи Сомова в 2022/23?", "88 %", id="of a season"),
        pytest.param("У кого самая высокая точность стрельбы в сезоне 2023/24?", "Дарья Кедрина", id="whose is the highest"),
    ],
)
def test_a_cell_is_found_by_its_column_and_row(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.short == short


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Какой конкурс в Педагогической академии?", id="an academy that no row has"),
        pytest.param("Какая точность стрельбы у Ильи Сомова в 2021/22?", id="a season that no row has"),
    ],
)
def test_no_other_row_answers(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND
