"""Plain questions about a bulletin, a budget, a season and a labour market: levels, parts, short names, rows, and what a budget sets."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "dengue.md": """---
title: Dengue situation report, week 34
publisher: Ministry of Public Health of Savara
published: 2024-08-26
---
Since 1 January the country has registered 48,310 dengue cases and 61 deaths. In the same period of 2023 there were 19,870 cases and 22 deaths.

The province of Lomare remains the worst affected, with 17,450 cases and 25 deaths. Coastal Niwa has reported 9,320 cases; the highlands only
410. Some 5,200 people were admitted to hospital, 640 of them to intensive care. Spraying teams treated 21,500 houses in Niwa.

The ministry has distributed 1.2 million mosquito nets and plans to hand out a further 800,000 by the end of October. The campaign has cost
14.6 million dollars, of which 9 million came from foreign donors.
""",
    "budget.md": """---
title: City of Halbrook adopts its budget for 2025
publisher: City of Halbrook
published: 2024-12-11
---
The city council adopted the budget on Tuesday by 24 votes to 17. Expenditure is set at 612 million pounds. Schools receive 143 million, roads
58 million. The parks budget falls from 12 to 9 million. The council will hire 45 social workers.

An average household will pay 1,870 pounds a year. The plan was criticised by 8,900 residents in a petition.
""",
    "season.md": """---
title: Marwick Rovers end season in third place
publisher: Northern Sport Daily
published: 2024-05-20
---
Marwick Rovers finished the 2023-24 season third with 74 points, six behind champions Eston Town. They won 22 matches, drew 8 and lost 8,
scoring 69 goals and conceding 41.

Goalkeeper Petra Hain kept 15 clean sheets. An average of 21,400 spectators watched the home matches, up from 18,900. Three
players were sent off.
""",
    "firm.md": """# Results of the Orrell group

| Million euros | 2023 | 2024 |
|---|---|---|
| Revenue | 1,204 | 1,310 |
| Employees | 6,920 | 7,105 |
""",
    "districts.md": """# Burglaries in Sennet

| District | Rate, %, 2023 | Rate, %, 2024 | Burglaries 2024 |
|---|---|---|---|
| Arle | 3.1 | 2.9 | 210 |
| Benn | 7.4 | 8.0 | 340 |
| Corr | 4.4 | 3.6 | 190 |
| Total | 4.8 | 4.6 | 740 |
""",
    "crime.md": """# Crime in the boroughs of Tolm

| Borough | Offences 2024 | Offences per 1,000 residents, 2024 |
|---|---|---|
| Dockside | 4,466 | 94.2 |
| Hillend | 1,120 | 38.9 |
""",
    "trud.md": """---
title: Рынок труда Озёрной области, III квартал 2024 года
publisher: Озёрскстат
published: 2024-11-08
---
Численность занятых составила 612,4 тыс. человек. Средняя зарплата достигла 58 300 рублей. Выше всего она в добыче нефти (102 700 рублей).

| Отрасль | Занятые, тыс. чел. |
|---|---|
| Промышленность | 148,2 |
| Торговля | 96,5 |
| Образование | 71,3 |
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("How many dengue cases in Lomare?", "17450", id="place-not-of-the-neighbour"),
        pytest.param("How many dengue cases in Niwa?", "9320", id="short-name-of-a-place"),
        pytest.param("How many dengue cases in the highlands?", "410", id="kind-of-place-behind-a-gap"),
        pytest.param("How many people have died of dengue?", "61", id="modifier-shared-by-those-who-died"),
        pytest.param("How many mosquito nets have been distributed?", "1200000", id="plans-as-a-verb"),
        pytest.param("How much did the campaign cost?", "14600000", id="whole-cost"),
        pytest.param("What is the expenditure for 2025?", "612000000", id="set-by-the-budget"),
        pytest.param("How much will schools receive in 2025?", "143000000", id="bare-sum-of-the-budget"),
        pytest.param("How many social workers will be hired in 2025?", "45", id="planned-by-the-budget"),
        pytest.param("How large is the parks budget?", "9000000", id="level-it-fell-to"),
        pytest.param("How much will an average household pay?", "1870", id="pounds-are-money"),
        pytest.param("How many points did Rovers get in 2023-24?", "74", id="no-lead"),
        pytest.param("How many matches did Rovers win?", "22", id="short-name-of-a-club"),
        pytest.param("How many goals did Rovers concede?", "41", id="conceded-and-not-admitted"),
        pytest.param("How many clean sheets did Hain keep?", "15", id="surname"),
        pytest.param("What was the average attendance?", "21400", id="level-it-rose-to"),
        pytest.param("How high was the revenue of Orrell in 2024?", "1310000000", id="unit-of-the-corner"),
        pytest.param("How many employees did Orrell have in 2024?", "7105", id="heads-are-no-money"),
        pytest.param("Which district has the lowest burglary rate?", "2.9", id="rates-are-no-parts-and-the-newer-year"),
        pytest.param("How many offences per 1,000 residents in Dockside?", "94.2", id="rate-asked"),
        pytest.param("How many offences in Hillend in 2024?", "1120", id="count-asked"),
        pytest.param("Which borough had the most offences per 1,000 residents?", "94.2", id="highest-rate"),
        pytest.param("How many players were sent off?", "3", id="in-the-words-of-the-text"),
        pytest.param("Какая зарплата в добыче нефти?", "102700", id="pronoun-for-what-is-counted"),
        pytest.param("Сколько человек занято в торговле?", "96500", id="sector-is-no-deed"),
    ],
)
def test_a_plain_question_gets_its_figure(answerer: Answerer, question: str, value: str) -> None:
    answer = answerer.ask(question)
    assert [str(figure.value) for figure in answer.figures[:1]] == [value], answer.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many dengue cases in Oresti?", id="another-place"),
        pytest.param("How many residents signed a petition in 2025?", id="no-budget-for-what-has-happened"),
        pytest.param("How many red cards did Hain get?", id="another-thing"),
        pytest.param("How many clean sheets did Falk keep?", id="another-name"),
        pytest.param("Сколько человек занято в здравоохранении?", id="another-row"),
    ],
)
def test_what_no_report_says_is_declined(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).figures == ()


def test_a_place_that_reported_cases_says_nothing_of_what_follows(answerer: Answerer) -> None:
    answer = answerer.ask("How many people were admitted to hospital?")
    assert [figure.claimant and figure.claimant.name for figure in answer.figures] == ["Ministry of Public Health of Savara"]
