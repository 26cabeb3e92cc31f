"""«Сильнее всего», «больше всего», «выше всего»: which one, by a sentence or a row that says so, and by no sum of all or bare number."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "ceny.md": """\
# О ценах в марте

Сильнее всего за месяц подорожали лук (на 31,2 %) и чеснок (на 12,4 %). Подешевели свёкла — на 14,3 % — и творог, на 2,8 %.
""",
    "byudzhet.md": """\
---
title: Бюджет Липок на 2025 год
published: 2024-12-20
---
Доходы города запланированы в размере 2,4 млрд рублей, расходы — 3,1 млрд, дефицит — 700 млн.

Куда пойдут деньги в 2025 году:

- дороги — 1,2 млрд рублей;
- школы — 900 млн рублей.
""",
    "zarplaty.md": """\
---
title: Зарплаты в Лужском крае в марте 2023 года
published: 2023-05-14
---
Средняя зарплата в марте 2023 года достигла 54 870 рублей.

- Липовский район — 49 120 рублей;
- Заречный район — 53 940 рублей.
""",
}


@pytest.fixture(scope="module")
def papers(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("Какой товар подорожал сильнее всего за месяц?", "лук", id="the sentence says the most"),
        pytest.param("В каком районе зарплата выше всего?", "Заречный район", id="the highest of a list"),
    ],
)
def test_the_one_that_has_the_most_answers(papers: Answerer, question: str, said: str) -> None:
    assert said in papers.ask(question).text.splitlines()[0]


def test_each_change_is_of_what_stands_before_it(papers: Answerer) -> None:
    assert papers.ask("На сколько подешевел творог?").short == "2,8 %"
    assert papers.ask("На сколько подешевела свёкла?").short == "14,3 %"


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Какой товар подешевел сильнее всего?", id="a bare percentage is no good"),
        pytest.param("На что город потратит больше всего в 2025 году?", id="money is not what it goes to"),
        pytest.param("Какой самый большой расход города?", id="all expenses are none of them"),
    ],
)
def test_what_is_no_such_thing_does_not(papers: Answerer, question: str) -> None:
    assert papers.ask(question).status is Status.NOT_FOUND
