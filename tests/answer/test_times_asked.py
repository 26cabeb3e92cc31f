"""Questions on times that a text tells of in passing: the year before, months that are not named, days without a year."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer

AnswererOf = Callable[[Mapping[str, str]], Answerer]

LOST = """---
published: 2024-02-10
---
# Lost property report 2023

Passengers handed in 4,210 umbrellas. Phones fell from 912 to 655. There had been two auctions in 2022; none was held in 2023.
"""
GUARDS = """---
published: 2024-01-25
---
# Отчёт порта за 2023 год

Задержаны трое охранников, в 2022 году — никто.
"""
MILL = """---
published: 2024-11-05
---
# Ferrow Mills: third quarter 2024 results

Revenue for the third quarter was $82 million. Nine-month revenue reached $231 million.
"""


def _shown(answer: Answer) -> list[str]:
    return [figure.surface for figure in answer.figures] if answer.figures else [answer.short or ""]


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        pytest.param(LOST, "How many phones were handed in in 2022?", [""], id="auctions are no phones"),
        pytest.param(LOST, "How many phones were there in 2022?", ["912"], id="the first of two levels"),
        pytest.param(GUARDS, "Сколько охранников задержано в 2023 году?", ["трое"], id="none in another year"),
        pytest.param(GUARDS, "Сколько охранников задержано в 2022 году?", ["никто"], id="none in that year"),
        pytest.param(MILL, "What was the nine-month revenue in 2024?", ["$231 million"], id="months beside their year"),
        pytest.param(MILL, "What was the revenue in the third quarter of 2024?", ["$82 million"], id="the quarter alone"),
    ],
)
def test_the_time_asked_is_answered_by_what_is_told_of_it(answerer_of: AnswererOf, text: str, question: str, expected: list[str]) -> None:
    assert _shown(answerer_of({"text.md": text}).ask(question, as_of=date(2026, 1, 15))) == expected


FLOOD = """---
published: 2024-04-12
---
# Паводок в крае

За прошедшие сутки уровень воды в реке Чусве у города Ольхов поднялся на 38 см и составил 712 см при критической отметке 650 см. В реке Ирге
вода опустилась на 5 см, до 214 см. Ключевая ставка снижена на 2 пункта, до 16 процентов.
"""
LAKE = """---
published: 2024-02-03
---
# Flood notice

Overnight the Ambrel at Costerby rose by 14 cm to 6.82 m. The lake at Penn fell 9 cm and now stands at 3.40 m, below the alarm level of 3.60 m.
"""
SNOW = """Снег в Горелове

Режим повышенной готовности введён 14 ноября. Дорогу на перевал закрыли 16 ноября.
"""


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        pytest.param(FLOOD, "До какого уровня поднялась Чусва у Ольхова?", ["712"], id="до какого уровня"),
        pytest.param(FLOOD, "Каков уровень воды в Чусве у Ольхова?", ["712"], id="каков уровень"),
        pytest.param(FLOOD, "На сколько поднялся уровень воды у Ольхова?", ["38"], id="на сколько"),
        pytest.param(FLOOD, "Какова критическая отметка у Ольхова?", ["650"], id="отметка"),
        pytest.param(FLOOD, "До какого уровня опустилась вода в Ирге?", ["214"], id="до какого уровня опустилась"),
        pytest.param(FLOOD, "На сколько снижена ключевая ставка?", ["2"], id="на сколько снижена"),
        pytest.param(LAKE, "To what level did the Ambrel rise at Costerby?", ["6.82"], id="to what level"),
        pytest.param(LAKE, "What level did the Ambrel reach?", ["6.82"], id="what level"),
        pytest.param(LAKE, "What is the level of the lake at Penn?", ["3.40"], id="the level is no alarm level"),
        pytest.param(LAKE, "What is the alarm level at Penn?", ["3.60"], id="alarm level"),
        pytest.param(LAKE, "By how much did the lake fall?", ["9"], id="fell 9 cm"),
        pytest.param(SNOW, "Когда введён режим повышенной готовности?", ["14 ноября"], id="a day without its year"),
        pytest.param(SNOW, "Когда закрыли дорогу на перевал?", ["16 ноября"], id="another day"),
    ],
)
def test_a_level_is_no_change_and_a_day_no_month(answerer_of: AnswererOf, text: str, question: str, expected: list[str]) -> None:
    assert _shown(answerer_of({"text.md": text}).ask(question, as_of=date(2026, 1, 15))) == expected


STRIKE = """---
published: 2023-06-06
---
# Забастовка на швейной фабрике

Переговоры швей с дирекцией прошли 1 июня. Собрание коллектива состоится 9 июня в 15:00. Суд по иску фабрики назначен на 20 июня. По словам
председателя профсоюза Олега Жданова, во вторник на смену не вышли 210 швей. В дирекции утверждают, что не явились 64 швеи.
"""
TALKS = """---
published: 2023-06-06
---
# Mill strike

The first talks were held on 1 June. A meeting of all workers takes place on 9 June at 3 pm. The hearing is scheduled for 20 June.
"""


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        pytest.param(STRIKE, "Когда пройдут переговоры?", None, id="none to come"),
        pytest.param(STRIKE, "Когда прошли переговоры?", "1 июня", id="those that were"),
        pytest.param(STRIKE, "Когда будет собрание?", "9 июня", id="когда будет"),
        pytest.param(STRIKE, "Когда начнётся собрание коллектива?", "9 июня", id="когда начнётся"),
        pytest.param(STRIKE, "В какой день пройдёт собрание?", "9 июня", id="в какой день"),
        pytest.param(STRIKE, "Когда состоится суд?", "20 июня", id="назначен"),
        pytest.param(STRIKE, "Когда пройдёт концерт?", None, id="nothing of it"),
        pytest.param(TALKS, "When will the talks be held?", None, id="talks that were"),
        pytest.param(TALKS, "When will the meeting take place?", "9 June", id="take place"),
        pytest.param(TALKS, "When will the hearing be held?", "20 June", id="scheduled"),
        pytest.param(TALKS, "When will the concert be held?", None, id="no concert"),
    ],
)
def test_when_something_will_be_is_asked_in_any_words(answerer_of: AnswererOf, text: str, question: str, expected: str | None) -> None:
    assert answerer_of({"text.md": text}).ask(question, as_of=date(2026, 1, 15)).short == expected


def test_what_was_not_done_is_shown_so(answerer_of: AnswererOf) -> None:
    answer = answerer_of({"text.md": STRIKE}).ask("Сколько швей не вышли на смену во вторник?", as_of=date(2023, 6, 8))
    assert [figure.action for figure in answer.figures if figure.surface == "210"] == ["не вышли"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("Когда вышли швеи на Ржевскую набережную?", "Ржевскую", id="a name"),
        pytest.param("Сколько швей пришло в театр кукол?", "кукол", id="a stem is no word"),
    ],
)
def test_a_question_is_read_back_in_words_and_no_stems(answerer_of: AnswererOf, question: str, said: str) -> None:
    assert said in answerer_of({"text.md": STRIKE}).ask(question, as_of=date(2026, 1, 15)).read_as


RANGERS = """---
published: 2024-02-01
---
# Итоги работы лесной охраны за 2023 год

Задержаны 940 браконьеров. Из них 512 — на северном участке, 300 — на восточном и 128 — в заказнике. В сводке за январь сообщалось о 71 рейде;
уточнение связано с тем, что 12 рейдов провела полиция.
"""
PAY = """---
published: 2023-07-06
---
# Спор в порту

Профсоюз говорит о 52 тысячах: столько в июне заработал докер, который отработал 160 часов.
"""
CORRECTED = """---
published: 2024-06-02
---
# Statistics office corrects the number of bankrupt farms

In May 71 farms went bankrupt, not 93 as first reported. The correction is due to the fact that 22 farms had been counted twice.
"""


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        pytest.param(RANGERS, "Сколько браконьеров задержано на восточном участке?", ["300"], id="на восточном"),
        pytest.param(RANGERS, "Сколько браконьеров задержано на северном участке?", ["512"], id="на северном участке"),
        pytest.param(RANGERS, "Сколько браконьеров задержано на западном участке?", [""], id="no such part"),
        pytest.param(RANGERS, "Почему сводка уточнила число рейдов?", ["12 рейдов провела полиция"], id="почему"),
        pytest.param(PAY, "Сколько зарабатывает докер, по данным профсоюза?", ["52 тысячах"], id="hours are no pay"),
        pytest.param(CORRECTED, "Why did the office correct the number of farms?", [""], id="no number is a reason"),
    ],
)
def test_a_reason_is_no_number_and_a_lone_adjective_has_its_noun(
    answerer_of: AnswererOf, text: str, question: str, expected: list[str]
) -> None:
    assert _shown(answerer_of({"text.md": text}).ask(question, as_of=date(2026, 1, 15))) == expected


HARVEST = """# Урожай 2023 года

| Хозяйство | Культура | Собрано, т | Площадь, га |
|---|---|---|---|
| «Заря» | рожь | 5120 | 1900 |
| «Нива» | рожь | 7315 | 2400 |
| «Колос» | рожь | 4890 | 2600 |
"""


@pytest.mark.parametrize(
    ("question", "first"),
    [
        pytest.param("Какое хозяйство собрало больше всего ржи в 2023 году?", "7315", id="the most in a year"),
        pytest.param("Какое хозяйство собрало меньше всего ржи в 2023 году?", "4890", id="the least in a year"),
    ],
)
def test_a_superlative_of_a_year_asks_for_no_year(answerer_of: AnswererOf, question: str, first: str) -> None:
    assert _shown(answerer_of({"text.md": HARVEST}).ask(question, as_of=date(2026, 1, 15)))[:1] == [first]
