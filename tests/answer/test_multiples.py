"""Whether something doubled, tripled or halved is told by two levels, or by a text that judges the claim; never by any other figure."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "homeless.md": """\
# Fact check: rough sleeping in Ludworth

Claim: rough sleeping in Ludworth has doubled since 2019. This is wrong. In autumn 2019 outreach teams counted 140 rough sleepers; in
autumn 2024 they counted 203. That is a rise of 45 per cent.
""",
    "wolves.md": """\
# Wolves in the Ardow hills

Rangers counted 31 wolves in 2018 and 66 wolves in 2024. The number of lynx fell from 44 to 21.
""",
    "rent.md": """\
# Rents in Pellow

The average rent in Pellow rose from 640 euros in 2015 to 1,150 euros in 2024.
""",
    "crime.md": """\
# Crime in Dale

The mayor says burglaries in Dale have halved. Robberies numbered 200 in 2019 and 90 in 2023.
""",
    "claims.md": """\
# What was said in the debate

## Claim 1: "Arrivals by boat have tripled since 2020"

True. The border guard counted 3,100 arrivals by boat in 2020 and 9,800 in 2023.

## Claim 2: "Deportations have halved"

This is false. Deportations fell by 12 per cent.
""",
    "jobs.md": """\
# Jobs in Ferrow

Unemployment doubled. Tourism jobs tripled from 500 in 2010 to 1,600 in 2020.
""",
    "trams.md": """\
# Trams

In Lodd trams carried 3 million passengers in 2015 and 7 million in 2023. In Ferm trams carried 5 million passengers in 2015 and 6 million in 2023.
""",
    "kell.md": """\
# Changes in Kell

The number of dropouts in Kell doubled. The number of teachers in Kell has not doubled. If the library staff in Kell doubled, it would
open on Sundays. The port of Kell plans to double its cranes by 2030. The union denies that wages in Kell have tripled. Have taxes in Kell
doubled? Bus fares in Kell have nearly doubled.
""",
    "sheep.md": """\
# Sheep on Farrow island

Farrow island had 100 sheep in 2010 and 240 sheep in 2020.
""",
    "deer.md": """\
# The deer park at Orle

The park at Orle had 50 fallow deer in 2015 and 110 fallow deer in 2023.
""",
    "upakovki.md": """\
# Склад в Рязани

Число упаковок на складе в Рязани выросло с 300 в 2010 году до 610 в 2020 году.
""",
    "penza.md": """\
# Перемены в Пензе

Число киосков в Пензе не удвоилось. Мэрия отрицает, что цены на проезд в Пензе выросли втрое.
""",
    "hleb.md": """\
# Проверка: цены на хлеб в Ярске

Депутат Громов заявил, что цены на хлеб в Ярске выросли вдвое. Это неправда: в январе 2022 года буханка стоила 38 рублей, в январе 2024
года — 52 рубля.
""",
    "zhuravli.md": """\
# Журавли в Сорокском заповеднике

Число журавлей в Сорокском заповеднике выросло с 120 в 2015 году до 260 в 2024 году.
""",
    "shkolniki.md": """\
# Население посёлка Ручьи

Число школьников в Ручьях сократилось с 800 до 390.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "verdict", "values"),
    [
        pytest.param("Has rough sleeping in Ludworth doubled since 2019?", "no", ["140", "203"], id="a refuted claim"),
        pytest.param("Has the number of wolves in the Ardow hills doubled since 2018?", "yes", ["31", "66"], id="two counts"),
        pytest.param("Has the number of wolves tripled?", "no", ["31", "66"], id="less than three times"),
        pytest.param("Has the number of lynx in the Ardow hills halved?", "yes", ["44", "21"], id="from and to, undated"),
        pytest.param("Has the average rent in Pellow doubled since 2015?", "no", ["640", "1150"], id="money"),
        pytest.param("Have robberies in Dale halved?", "yes", ["200", "90"], id="years behind their noun"),
        pytest.param("Have arrivals by boat tripled since 2020?", "yes", ["3100", "9800"], id="a confirmed claim in a heading"),
        pytest.param("Удвоились ли цены на хлеб в Ярске?", "no", ["38", "52"], id="опровергнуто"),
        pytest.param("Выросло ли число журавлей вдвое?", "yes", ["120", "260"], id="вдвое"),
        pytest.param("Утроилось ли число журавлей в Сорокском заповеднике?", "no", ["120", "260"], id="утроилось"),
        pytest.param("Has the number of fallow deer at Orle doubled?", "yes", ["50", "110"], id="a noun that begins like a fall"),
        pytest.param("Выросло ли число упаковок в Рязани вдвое?", "yes", ["300", "610"], id="упаковки не падают"),
        pytest.param("Сократилось ли число школьников вдвое?", "yes", ["800", "390"], id="сократилось вдвое"),
    ],
)
def test_both_levels_decide(answerer: Answerer, question: str, verdict: str, values: list[str]) -> None:
    answer = answerer.ask(question)
    assert (answer.status, answer.verdict) == (Status.ANSWERED, verdict)
    assert [str(figure.value) for figure in answer.figures] == values
    assert answer.text.startswith(("No", "Нет") if verdict == "no" else ("Yes", "Да"))


def test_what_a_text_calls_wrong_is_not_so(answerer: Answerer) -> None:
    answer = answerer.ask("Have deportations halved?")
    assert (answer.status, answer.verdict) == (Status.ANSWERED, "no")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Have burglaries in Dale halved?", id="only claimed, robberies beside"),
        pytest.param("Have thefts in Dale doubled?", id="other things"),
        pytest.param("Have factory jobs in Ferrow doubled?", id="something else doubled"),
        pytest.param("Has the average rent in Pellow doubled since 2020?", id="another beginning"),
        pytest.param("Has the number of bus passengers in Lodd doubled?", id="another vehicle"),
        pytest.param("Have bears doubled in the Ardow hills?", id="other animals"),
        pytest.param("Has the number of teachers in Kell doubled?", id="has not doubled"),
        pytest.param("Has the library staff in Kell doubled?", id="a condition"),
        pytest.param("Have the cranes in the port of Kell doubled?", id="a plan"),
        pytest.param("Have wages in Kell tripled?", id="denied by somebody"),
        pytest.param("Have taxes in Kell doubled?", id="a question in the text"),
        pytest.param("Have bus fares in Kell doubled?", id="nearly"),
        pytest.param("Has the number of sheep on Farrow island not doubled?", id="asked whether not"),
        pytest.param("Удвоилось ли число киосков в Пензе?", id="не удвоилось"),
        pytest.param("Выросли ли цены на проезд в Пензе втрое?", id="отрицает"),
    ],
)
def test_other_levels_and_claims_decide_nothing(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).verdict is None


def test_a_verb_that_tells_it_plainly_decides(answerer: Answerer) -> None:
    answer = answerer.ask("Has the number of dropouts in Kell doubled?")
    assert (answer.status, answer.verdict) == (Status.ANSWERED, "yes")
