"""Lists that go on with the level of their paragraph, the year so far in a report on a month, and how much less something gets."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "zarplaty.md": """\
---
title: Зарплаты в Лужском крае в марте 2023 года
published: 2023-05-14
---
Средняя зарплата в марте 2023 года достигла 54 870 рублей. Выше всего она в добыче угля (98 400 рублей), ниже всего — в кафе (31 250 рублей).

- Липовский район — 49 120 рублей;
- Заречный район — 53 940 рублей;
- г. Лужск — 68 305 рублей.
""",
    "rents.md": """\
---
title: Rents in Marle county in March 2023
published: 2023-04-14
---
The average rent in March 2023 was 870 euros. It was highest for houses (1,400 euros) and lowest for rooms (310 euros).

- Orle district: 640 euros
- Kesh district: 910 euros
""",
    "ceny.md": """\
---
title: О ценах в Лужской области в марте 2023 года
published: 2023-04-14
---
Индекс цен в марте 2023 года составил 100,4 % к февралю. С начала года цены выросли на 2,1 %. Лекарства за месяц подорожали на 0,7 %, услуги — на 1,1 %.
""",
    "parks.md": """\
---
title: Marle budget
published: 2024-12-20
---
Where the money will go in 2025: parks will get 14 million euros, schools 90 million euros.
""",
    "parki.md": """\
---
title: Бюджет Липок на 2025 год
published: 2024-12-20
---
Куда пойдут деньги в 2025 году:

- школы — 900 млн рублей;
- скверы — 140 млн рублей, на 21 млн меньше, чем в 2024 году.
""",
}


@pytest.fixture(scope="module")
def papers(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Какая зарплата в Лужске?", "68 305 рублей", id="a town of the list"),
        pytest.param("Какая средняя зарплата в Липовском районе?", "49 120 рублей", id="a district of the list"),
        pytest.param("What is the average rent in Orle district?", "640 euros", id="a list in English"),
    ],
)
def test_a_list_goes_on_with_the_level_of_its_paragraph(papers: Answerer, question: str, short: str) -> None:
    answer = papers.ask(question)
    assert answer.figures, answer.text
    assert answer.figures[0].surface == short
    assert answer.figures[0].part_of is None


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        pytest.param("На сколько выросли цены с начала 2023 года?", date(2023, 1, 1), date(2023, 3, 31), id="the year so far"),
        pytest.param("На сколько подорожали услуги?", date(2023, 3, 1), date(2023, 3, 31), id="over the month, told behind the year"),
    ],
)
def test_a_report_on_a_month_ends_with_it(papers: Answerer, question: str, start: date, end: date) -> None:
    answer = papers.ask(question)
    assert answer.status is Status.ANSWERED
    period = answer.figures[0].period
    assert period is not None
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("На сколько меньше денег получат скверы в 2025 году?", id="the level is no difference"),
        pytest.param("How much less money will parks get in 2025?", id="nor is it in English"),
    ],
)
def test_a_level_is_no_difference(papers: Answerer, question: str) -> None:
    assert all(figure.surface not in ("140 млн рублей", "14 million euros") for figure in papers.ask(question).figures)


def test_a_town_is_not_the_region_called_after_it(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> None:
    text = """\
---
title: Зарплаты в Велижской области в марте 2023 года
published: 2023-05-14
---
Средняя зарплата в марте 2023 года достигла 54 870 рублей. Выше всего она в добыче угля (98 400 рублей).

- г. Велижск — 68 305 рублей;
- Заречный район — 53 940 рублей.

Продовольственные товары за месяц подорожали на 0,4 %, услуги — на 1,3 %.
"""
    papers = answerer_of({"veliz.md": text})
    assert papers.ask("Какой была средняя зарплата в Велижской области в марте 2023 года?").short == "54 870 рублей"
    assert papers.ask("Какая средняя зарплата в Велижске?").short == "68 305 рублей"
    assert papers.ask("Что подорожало сильнее всего в марте?").short not in ("0,4 %", "1,3 %")
