"""Whether a target was met is told by what was reached and what was to be, both shown."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "trams.md": """\
---
title: Norrick Trams, annual report 2022
publisher: Norrick Trams
published: 2023-02-20
---

Norrick Trams carried 17.2 million passengers in 2022, missing its target of 18 million. Reliability was 97.8 % (2021: 97.1 %; target: 97.5 %).
Customer satisfaction reached 81 %, against a target of 85 %. The company hired 96 drivers.
""",
    "clinic.md": """\
---
title: St Brida Clinic, report for 2022
published: 2023-01-15
---

The clinic's target was to treat 95 % of patients within four hours; it treated 91 %. The average wait was 19 weeks (2021: 22 weeks; target:
20 weeks).

Ward seven has still not met its cleaning target.
""",
    "patrol.md": """\
---
title: Mountain Patrol 2021
publisher: Mountain Patrol
published: 2022-02-15
---

The average time from call to departure was 13 minutes, against a target of 12 minutes. Volunteers of the patrol gave 1,300 hours, against a
target of 1,200 hours.
""",
    "lamps.md": """\
---
title: Lumen Works, report for 2021
published: 2022-03-01
---

Lamp life was 31 hours, against a target of 28 hours, for the first time. The average response time of the works was 16 minutes, against a
target of 11 minutes.
""",
    "ferry.md": """\
---
title: Annual review of the Corran ferry service 2023
publisher: Corran Council
published: 2024-06-12
---

Answering a call took 2 minutes and 40 seconds on average, against a target of 2 minutes. Staff absence came to 7.2 %, short of our aim of
6 %. We trained 38 deckhands; the goal was 35. Fuel cost £3.4 million against a budget of £3.1 million. "We missed our profit target of
£1 million," said director Ada Brill. The council had set out to repair nine piers during the year; six were repaired.
""",
    "town.md": """\
---
title: Отчёт управления культуры города Ивняки за 2022 год
publisher: Управление культуры города Ивняки
published: 2023-02-20
---

На ремонт клубов потрачено 64 млн рублей при плане 58 млн. Фестиваль обошёлся в 9,1 млн рублей при смете 10,4 млн. Средний балл за обслуживание
составил 4,2 при целевом показателе 4,5. Библиотеками охвачено 83 % жителей (целевой показатель — 80 %).
""",
    "homes.md": """\
---
title: Housing in Orm and Larn 2023
publisher: Regional Assembly
published: 2024-03-01
---

Orm Council hopes to meet its target of 500 homes. Critics deny that Orm Council met its flats target. Harl Council met its target of 200 homes,
while Larn Council did not. Half of the parishes met the bungalow target.

Tolk Buses ran 412 trips in 2023; the goal for 2024 is 450. The yard trained 38 welders and 20 fitters, against a target of 25 fitters.
Recycling of waste reached 64 %, against a target of 60 %. Noise in the hall was 61 decibels, against a target of 55 decibels. The yard
answered 93 % of complaints in time, against a target of 95 %. Power cuts: interruptions of supply averaged 12
minutes, against a target of 6 minutes. Of callers at B&B desks 71 % were served in an hour; the target was 76 %. Heating cost £3.4 million against a budget of £3.1 million.
""",
    "pool.md": """\
---
title: Harbour Pool 2021
published: 2022-03-01
---

The average time that swimmers spent in the sauna was 3 hours, against a target of 2 hours.
""",
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(DOCUMENTS).ask


@pytest.mark.parametrize(
    ("question", "verdict", "surfaces"),
    [
        pytest.param("Did Norrick Trams meet its passenger target in 2022?", "no", ["17.2 million", "18 million"], id="missing"),
        pytest.param(
            "Did Norrick Trams miss its passenger target in 2022?", "yes", ["17.2 million", "18 million"], id="asked-the-other-way"
        ),
        pytest.param("Did Norrick Trams meet its reliability target?", "yes", ["97.8 %", "97.5 %"], id="in-brackets"),
        pytest.param("Did customer satisfaction reach its target?", "no", ["81 %", "85 %"], id="against"),
        pytest.param("Did the clinic meet its four-hour target?", "no", ["91 %", "95 %"], id="the-target-first"),
        pytest.param("Did the clinic meet its target for waiting times?", "yes", ["19", "20"], id="the-less-the-better"),
        pytest.param("Did the Mountain Patrol meet its departure time target?", "no", ["13", "12"], id="a-time-taken"),
        pytest.param("Did the Mountain Patrol meet its target for volunteer hours?", "yes", ["1,300", "1,200"], id="hours-given"),
        pytest.param("Did lamp life meet its target?", "yes", ["31", "28"], id="for-the-first-time"),
        pytest.param("Did the works meet their response time target?", "no", ["16", "11"], id="a-time-to-answer"),
        pytest.param("Did the ferry service meet its target for answering calls?", "no", ["2 minutes and 40", "2"], id="other-units"),
        pytest.param("Did the ferry service reach its aim for staff absence?", "no", ["7.2 %", "6 %"], id="absence-the-less-the-better"),
        pytest.param("Did the ferry service train as many deckhands as it aimed to?", "yes", ["38", "35"], id="as-many-as"),
        pytest.param("Did the ferry service keep within its fuel budget?", "no", ["£3.4 million", "£3.1 million"], id="within"),
        pytest.param("Did the cost of fuel exceed the budget?", "yes", ["£3.4 million", "£3.1 million"], id="over"),
        pytest.param("Did the ferry service reach its profit target?", "no", [], id="only-told"),
        pytest.param("Did the ferry service fail to meet its target for deckhands?", "no", ["38", "35"], id="failed-to"),
        pytest.param("Was the recycling target met?", "yes", ["64 %", "60 %"], id="more-of-it-whatever-it-is-of"),
        pytest.param("Did the yard meet its target for complaints?", "no", ["93 %", "95 %"], id="answered"),
        pytest.param("Did the yard meet its target for fitters?", "no", ["20", "25"], id="the-trade-of-the-target"),
        pytest.param("Was the target for interruptions of supply met?", "no", ["12", "6"], id="interruptions"),
        pytest.param("Выполнен ли план по ремонту клубов?", None, [], id="ru-a-plan-of-spending"),
        pytest.param("Did the cost of heating exceed the budget by more than £1 million?", None, [], id="by-how-much"),
        pytest.param("Превышен ли план расходов на ремонт клубов?", "yes", ["64 млн рублей", "58 млн"], id="ru-over"),
        pytest.param("Уложились ли в смету на фестиваль?", "yes", ["9,1 млн рублей", "10,4 млн"], id="ru-within"),
        pytest.param("Достигнут ли целевой показатель по среднему баллу за обслуживание?", "no", ["4,2", "4,5"], id="ru-met"),
        pytest.param("Достигнут ли целевой показатель по охвату библиотеками?", "yes", ["83 %", "80 %"], id="ru-in-brackets"),
    ],
)
def test_both_numbers_decide(ask: Callable[[str], Answer], question: str, verdict: str, surfaces: list[str]) -> None:
    answer = ask(question)
    assert (answer.verdict, [figure.surface for figure in answer.figures]) == (verdict, surfaces)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Did Norrick Trams meet its target for drivers?", id="no-target"),
        pytest.param("Did the clinic meet its target?", id="which"),
        pytest.param("Did Orm Council meet its homes target?", id="hoped"),
        pytest.param("Did Orm Council meet its flats target?", id="denied"),
        pytest.param("Did Larn Council meet its homes target?", id="of-another"),
        pytest.param("Did the parishes meet the bungalow target?", id="half-of-them"),
        pytest.param("Did Tolk Buses reach its goal for trips?", id="of-another-year"),
        pytest.param("Did the yard meet its target for welders?", id="of-the-other-trade"),
        pytest.param("Was the noise target met?", id="nobody-knows-what-is-better"),
        pytest.param("Did the council repair all the piers it planned?", id="all-of-them"),
        pytest.param("Did the ferry service keep within its budget for deckhands?", id="no-budget"),
        pytest.param("Уложились ли в смету на ремонт музеев?", id="ru-no-budget"),
        pytest.param("Did Norrick Trams meet its passenger target in 2019?", id="another-year"),
        pytest.param("Did the time swimmers spent in the sauna meet its target?", id="a-time-of-which-more-may-be-better"),
    ],
)
def test_what_has_no_target_of_its_own_is_not_told_by_another(ask: Callable[[str], Answer], question: str) -> None:
    answer = ask(question)
    assert answer.verdict is None
    assert answer.status is not Status.ANSWERED
