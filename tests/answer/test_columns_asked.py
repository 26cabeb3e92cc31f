"""The column that is asked for: the harvest and not the area, a quarter of the year and not the whole of it."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "polya.csv": """\
Район,Год,Культура,"Посевная площадь, га","Валовой сбор, тонн","Урожайность, ц/га"
Заозёрный,2021,ячмень,4000,9200,23.0
Заозёрный,2022,ячмень,4400,8800,20.0
Подгорный,2021,ячмень,1500,2850,19.0
Подгорный,2022,ячмень,1200,2520,21.0
""",
    "ploshchadi.csv": """\
Округ,Год,Культура,"Посевная площадь, га"
Верхний,2021,гречиха,700
Верхний,2022,гречиха,950
""",
    "parom.md": """\
# Паромная служба в 2022 году

Паромами воспользовались 90 тыс. пассажиров. Из них 71 тыс. ехали на «Чайке», 19 тыс. выбрали катера.

| Квартал 2022 | Пассажиры, тыс. |
|---|---|
| I | 4 |
| II | 25 |
| III | 50 |
| IV | 11 |
""",
    "vetryanka.md": """\
# Ветрянка в Озерском крае

В крае на неделе зарегистрировано 90 случаев ветрянки. Больше всего болеют в Лунёвском и Ковыльском районах.

| Район | Ветрянка, случаев за неделю |
|---|---|
| Лунёвский | 50 |
| Ковыльский | 40 |

Среди заболевших ветрянкой 61 ребёнок. Госпитализированы 8 человек.
""",
}


@pytest.fixture(scope="module")
def budget(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(
        {
            "halden.md": """\
# Budget of the town of Halden, 2022

| Item | Planned (thousand pounds) | Executed (thousand pounds) | Completion rate % |
|---|---|---|---|
| Parks | 1200 | 900 | 75.0 |
| Libraries | 800 | 840 | 105.0 |
| Street lighting | 500 | 410 | 82.0 |
| Total expenditure | 2500 | 2150 | 86.0 |
| Total revenue | 2900 | 2610 | 90.0 |
""",
        }
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("What was the completion rate of the parks budget?", "75", id="the rate of a budget"),
        pytest.param("What is the completion rate for libraries?", "105", id="the rate of a row"),
        pytest.param("How much was executed on street lighting?", "410000", id="a percent is no sum"),
        pytest.param("What was the total expenditure executed in 2022?", "2150000", id="a percent is no total"),
    ],
)
def test_the_percent_of_a_row_and_its_sums_do_not_answer_for_each_other(budget: Answerer, question: str, expected: str) -> None:
    assert _values(budget.ask(question)) == [expected]


def test_a_row_is_part_of_the_total_that_the_rows_add_up_to(budget: Answerer) -> None:
    (spent,) = budget.ask("How much was executed on street lighting?").figures
    assert spent.part_of is not None
    assert spent.part_of.value == 2_150_000


@pytest.fixture(scope="module")
def tables(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


def _values(answer: Answer) -> list[str]:
    return [f"{figure.value:f}" for figure in answer.figures]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("Сколько ячменя собрали в Заозёрном районе в 2022 году?", ["8800"], id="gathered"),
        pytest.param("На сколько меньше ячменя собрал Заозёрный район в 2022, чем в 2021?", ["400", "9200", "8800"], id="less gathered"),
        pytest.param("Какая посевная площадь ячменя в Подгорном районе в 2022 году?", ["1200"], id="area"),
        pytest.param("Сколько пассажиров перевезли в третьем квартале 2022 года?", ["50000"], id="a quarter"),
        pytest.param("Сколько случаев ветрянки в Лунёвском районе?", ["50"], id="the row of a district"),
        pytest.param("Сколько пассажиров перевезли паромы в 2022 году?", ["90000"], id="the year"),
    ],
)
def test_the_column_asked_for_answers(tables: Answerer, question: str, expected: list[str]) -> None:
    assert _values(tables.ask(question)) == expected


@pytest.mark.parametrize(
    "question",
    ["Сколько гречихи собрали в Верхнем округе в 2022 году?", "На сколько больше гречихи собрал Верхний округ в 2022, чем в 2021?"],
)
def test_an_area_is_no_harvest(tables: Answerer, question: str) -> None:
    assert tables.ask(question).status is Status.NOT_FOUND


def test_a_cell_is_told_with_its_unit(tables: Answerer) -> None:
    assert "8800 т" in tables.ask("Сколько ячменя собрали в Заозёрном районе в 2022 году?").text
    assert "21.0 ц" in tables.ask("Какая урожайность ячменя в Подгорном районе в 2022 году?").text


@pytest.mark.parametrize(
    "question", ["Сколько человек заболело ветрянкой в Лунёвском районе?", "Сколько человек госпитализировали в Лунёвском районе?"]
)
def test_what_is_told_beside_a_table_of_districts_is_of_none_of_them(tables: Answerer, question: str) -> None:
    assert tables.ask(question).status is Status.NOT_FOUND
