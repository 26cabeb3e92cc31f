"""The main column of a table is asked for in everyday words: who lives there is the population, what was gathered the harvest."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "counties.csv": """\
County,Population,Area (km2),Median age,Hospitals
Brindle,412600,1840,39.2,7
Ostermoor,98400,3120,46.8,2
Lanfold,256900,960,41.5,4
""",
    "census.csv": """\
Parish,Population 2008,Population 2018,Households 2018
Great Marrow,14210,15030,6120
Little Marrow,3980,3415,1490
Skell,912,870,355
""",
    "seals.md": """\
---
title: Seals by colony, 2019
published: 2019-12-02
---

| Colony | Population | Pups |
|---|---|---|
| Hob Sands | 1,240 | 310 |
| Gannet Rock | 415 | 88 |
""",
    "kartofel.md": """\
---
title: Итоги уборки картофеля в Приозёрной области
publisher: Департамент сельского хозяйства Приозёрной области
published: 2024-10-21
---

Уборка картофеля в области завершена.

| Район | Площадь, тыс. га | Валовой сбор 2023, тыс. тонн | Валовой сбор 2024, тыс. тонн | Урожайность, ц/га |
|---|---|---|---|---|
| Заболотский | 2,4 | 51,2 | 56,8 | 236,7 |
| Лукинский | 1,1 | 27,9 | 22,3 | 202,7 |
| Верхнеозёрный | 0,8 | 14,0 | 17,5 | 218,8 |
| Всего по области | 4,3 | 93,1 | 96,6 | 224,7 |
""",
    "goroda.csv": """\
Город;Население 2010;Население 2020;Число школ
Светлоборск;118400;112900;41
Камнегорск;64200;66800;22
Тихореченск;39700;31500;15
""",
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(DOCUMENTS).ask


@pytest.mark.parametrize(
    ("question", "surfaces"),
    [
        pytest.param("What is the population of Ostermoor?", ["98400"], id="population-of-a-name"),
        pytest.param("How many people live in Lanfold?", ["256900"], id="people-who-live"),
        pytest.param("How many inhabitants does Brindle have?", ["412600"], id="inhabitants"),
        pytest.param("How many people lived in Little Marrow in 2008?", ["3980"], id="of-the-year"),
        pytest.param("What was the population of Skell in 2018?", ["870"], id="population-of-the-year"),
        pytest.param("How many seals live at Gannet Rock?", ["415"], id="of-animals"),
        pytest.param("Сколько картофеля собрали в Верхнеозёрном районе в 2023 году?", ["14,0"], id="what-was-gathered"),
        pytest.param("Какой урожай собрали в Лукинском районе в 2024 году?", ["22,3"], id="harvest"),
        pytest.param("Какой валовой сбор в Заболотском районе в 2024 году?", ["56,8"], id="by-the-header"),
        pytest.param("Сколько тонн картофеля собрали в области в 2024 году?", ["96,6"], id="total"),
        pytest.param("Сколько человек жило в Тихореченске в 2020 году?", ["31500"], id="russian-people"),
        pytest.param("Сколько жителей было в Светлоборске в 2010 году?", ["118400"], id="russian-inhabitants"),
    ],
)
def test_the_column_is_found(ask: Callable[[str], Answer], question: str, surfaces: list[str]) -> None:
    answer = ask(question)
    assert [figure.surface for figure in answer.figures] == surfaces, answer.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many people lived in Skell in 1998?", id="no-such-year"),
        pytest.param("How many people live at Gannet Rock?", id="seals-are-no-people"),
        pytest.param("How many people died in Lanfold?", id="those-who-live-did-not-die"),
        pytest.param("Сколько пшеницы собрали в Лукинском районе?", id="another-crop"),
        pytest.param("Сколько картофеля посадили в Лукинском районе в 2024 году?", id="what-was-planted"),
    ],
)
def test_nothing_else_is_taken_for_it(ask: Callable[[str], Answer], question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_FOUND, answer.text
