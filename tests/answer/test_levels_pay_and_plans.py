"""Pay in other words, levels that changed, what was planned, none of those behind who says so, and what something cost."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Basis, Status

DOCUMENTS = {
    "tkachi.md": """\
# Спор на ткацкой фабрике

Сейчас, по словам профкома, ткачиха получает в среднем 41 200 рублей в месяц; дирекция говорит о 47 500 рублях с учётом надбавок.
Профсоюз требует поднять оклад на 12 %, дирекция согласна на 4 %. Ни одна из участниц стачки, по словам профкома, пока не уволена, хотя
17 получили выговоры.
""",
    "calder.md": """\
# Calder bus drivers

The union wants a rise of 9 %, the company offers 3 %. None of the strikers, according to the union, has been dismissed so far, although
17 were warned.
""",
    "roddom.md": """\
---
title: Отчёт роддома за 2022 год
published: 2023-02-10
---
В 2022 году в роддоме принято 1 940 рожениц. Послеродовая заболеваемость снизилась с 3,4 % в 2021 году до 2,9 %. Доля платных родов
выросла до 12 % с 8 % в 2020 году.
""",
    "clinic.md": """\
---
title: Ormley Clinic annual report 2022
published: 2023-02-10
---
In 2022 the clinic treated 1,940 patients. The readmission rate fell from 3.4% in 2021 to 2.9%. Fees went up from 4 euros in May to
5 euros in June.
""",
    "verf.md": """\
# Итоги года на верфи

Верфь построила 14 катеров; планом предусматривалось 20. Отремонтировано 33 баржи.
""",
    "marle.md": """\
# Marle

The council repaired 33 bridges. It planned to plant 500 trees and planted 320.
""",
    "most.md": """\
---
title: Мост через Лугу обрушился
published: 2024-03-12
---
Мост обрушился вечером 9 марта из-за коррозии опор, которые, по словам главы района Олега Рыбина, не красили с 2011 года. Строительство
моста обошлось району в 300 млн рублей. Пострадали 4 человека. Объём вкладов населения на 1 марта достиг 12 трлн крон, увеличившись за год
на 6,4 %.
""",
}


@pytest.fixture(scope="module")
def papers(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        pytest.param("Какая зарплата у ткачихи по словам дирекции?", "47 500 рублях", id="pay, by another voice"),
        pytest.param("Какая зарплата у ткачихи по словам профкома?", "41 200 рублей", id="pay is what she gets a month"),
        pytest.param(
            "Какой была послеродовая заболеваемость в 2022 году?", "2,9 %", id="a level reached is not of the year of the one left"
        ),
        pytest.param("Какой была послеродовая заболеваемость в 2021 году?", "3,4 %", id="the level left"),
        pytest.param("Какова доля платных родов в 2022 году?", "12 %", id="reached, before the one left"),
        pytest.param("What was the readmission rate in 2022?", "2.9%", id="reached, in English"),
        pytest.param("How high were the fees in June 2022?", "5 euros", id="each level of its month"),
        pytest.param("Сколько катеров планировалось построить?", "20", id="the plan, and not what came of it"),
        pytest.param("Сколько катеров построили?", "14", id="what came of it"),
        pytest.param("How many trees did the council plan to plant?", "500", id="the plan in English"),
        pytest.param("How many trees were planted?", "320", id="what came of that"),
        pytest.param("Сколько участниц стачки уволено?", "Ни одна", id="none of them, behind who says so"),
        pytest.param("How many strikers were dismissed?", "None", id="none of them, in English"),
        pytest.param("Каков объём вкладов населения?", "12 трлн", id="the level, and not its change"),
    ],
)
def test_the_number_is_the_one_asked_for(papers: Answerer, question: str, surface: str) -> None:
    answer = papers.ask(question)
    assert answer.figures, answer.text
    assert answer.figures[0].surface == surface


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Сколько барж планировалось отремонтировать?", id="only what was done is told"),
        pytest.param("How many bridges did the council plan to repair?", id="only what was done, in English"),
        pytest.param("What is a driver's pay according to the company?", id="a rise is no pay"),
        pytest.param("Какая зарплата у директора?", id="nor is it his"),
    ],
)
def test_what_is_not_told_is_declined(papers: Answerer, question: str) -> None:
    assert papers.ask(question).status is Status.NOT_FOUND


def test_what_it_cost_has_neither_the_day_nor_the_voice_of_what_befell_it(papers: Answerer) -> None:
    figure = papers.ask("Сколько стоило строительство моста?").figures[0]
    assert (figure.surface, figure.period, figure.claimant) == ("300 млн рублей", None, None)


def test_levels_of_two_years_stand_below_each_other(papers: Answerer) -> None:
    answer = papers.ask("Какой была послеродовая заболеваемость?")
    assert [figure.surface for figure in answer.figures] == ["2,9 %", "3,4 %"]
    assert answer.figures[1].period is not None
    assert answer.figures[1].period.basis is Basis.STATED
