"""A cell of a table is told as its row, its number and its column, and no deed twice."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "herd.md": "# Herds of Vale in 2021\n\n| Herd | Births | Deaths |\n|---|---|---|\n| Red deer | 9 | 4 |\n| Roe deer | 0 | 3 |\n",
    "fires.md": "# Пожары в Ольгинском крае, 2021 год\n\n| Район | Пожаров | Погибло |\n|---|---|---|\n"
    "| Вязовский район | 61 | 5 |\n| Дубовский район | 40 | 0 |\n",
    "rockfalls.csv": "Округ,Год,Камнепады,Ранено\nГорный,2019,31,4\nГорный,2020,28,0\nСтепной,2019,3,1\nСтепной,2020,2,2\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        pytest.param("How many roe deer were born in 2021?", "Roe deer: 0 births, 2021 [1]", id="births"),
        pytest.param("How many red deer died in 2021?", "Red deer: 4 deaths, 2021 [1]", id="deaths"),
        pytest.param("Which herd had the most deaths in 2021?", "Red deer: 4 deaths, 2021 [1]", id="a-superlative"),
        pytest.param("Сколько человек погибло на пожарах в Дубовском районе?", "Дубовский район: 0 погибло, 2021 год [1]", id="погибло"),
        pytest.param("Сколько человек ранено в Горном округе в 2020 году?", "Горный: 0 ранено, 2020 год [1]", id="строка-с-годом"),
        pytest.param("В каком районе погибло больше всего людей?", "Вязовский район: 5 погибло, 2021 год [1]", id="больше-всего"),
    ],
)
def test_a_cell_is_its_row_and_its_column(answerer: Answerer, question: str, headline: str) -> None:
    assert answerer.ask(question, as_of=date(2024, 1, 1)).text.splitlines()[0] == headline
