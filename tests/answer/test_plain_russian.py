"""Plain Russian questions of persons about news of companies, towns and courts, and those that only look like them."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "lifts.md": """\
---
published: 2024-06-01
---

На замену лифтов в Липовске выделили 218 млн рублей. В этом году заменят 64 лифта, в прошлом — 51.
""",
    "council.md": """\
В думу Усть-Илги прошли три партии. «Единый край» получил 15 мандатов из 25, коммунисты — 6.
""",
    "candidates.md": """\
Избирком Лодейнского района отказал в регистрации 8 кандидатам из 34.
""",
    "snow.md": """\
Из-за снегопада на станции Карсун задержались 18 поездов. Максимальное опоздание составило 5 часов 40 минут.
""",
    "tariff.md": """\
---
published: 2024-01-10
---

С 1 июля тариф на электроэнергию в Лужской области вырастет на 8,9% и составит 5,73 рубля за киловатт-час.
""",
    "houses.md": """\
В 2023 году в Дубравинске построили 860 квартир. Цена квадратного метра в новостройках поднялась до 118 тыс. рублей.
""",
    "cable.md": """\
Завод «Таймыр» сократит 340 рабочих мест из 2 900.
""",
    "heat.md": """\
Из-за аварии без отопления остались 74 дома и две школы в Заозёрье.
""",
    "camp.md": """\
В Пригорске заболели 84 ребёнка из летнего лагеря «Чайка».
""",
    "chemistry.md": """\
Единый госэкзамен по химии в Амгинской области сдавали 1 870 выпускников.
""",
    "cars.md": """\
По версии следствия, группа в Орловке похитила не менее 30 машин.
""",
    "prices.md": """\
Литр молока в Омутнинске стоит в среднем 89 рублей, килограмм гречки подешевел до 74 рублей.
""",
    "medals.md": """\
---
published: 2024-08-09
---

Сборная Вельмарка завоевала на чемпионате 11 медалей: 4 золотые, 2 серебряные и 5 бронзовых. В 2020 году медалей было 7.
""",
    "keeper.md": """\
Клуб «Полюс» подписал контракт с вратарём Олегом Дымовым на два года. Защитнику Ивану Бурову 27 лет.
""",
    "roads.md": """\
---
published: 2024-03-19
---

На ремонт дорог Старицкого района в 2024 году направят 320 млн рублей.
""",
    "grain.md": """\
---
published: 2024-10-08
---

Аграрии Калачинской области намолотили 3,2 млн тонн зерна. В прошлом году собрали 2,7 млн тонн.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Сколько лифтов заменили в Липовске в 2023 году?", "51", id="of the year before the plan"),
        pytest.param("Сколько лифтов заменят в Липовске в 2024 году?", "64", id="planned"),
        pytest.param("Сколько денег выделили на замену лифтов в Липовске?", "218 млн", id="the money"),
        pytest.param("Сколько всего мандатов в думе Усть-Илги?", "25", id="all seats"),
        pytest.param("Сколько мандатов получил «Единый край»?", "15", id="whose seats"),
        pytest.param("Скольким кандидатам отказал в регистрации избирком Лодейнского района?", "8", id="refused"),
        pytest.param("Сколько стоит квадратный метр в новостройке в Дубравинске?", "118 тыс.", id="a price"),
        pytest.param("Сколько школ осталось без тепла в Заозёрье?", "две", id="heat for heating"),
        pytest.param("Сколько детей заболело в лагере «Чайка»?", "84", id="a summer camp"),
        pytest.param("Сколько выпускников сдавали ЕГЭ по химии в Амгинской области?", "1 870", id="the exam by its short name"),
        pytest.param("Сколько машин угнали в Орловке?", "30", id="stolen cars"),
        pytest.param("Сколько стоит литр молока в Омутнинске?", "89", id="milk"),
        pytest.param("Сколько золотых медалей у сборной Вельмарка?", "4", id="gold medals"),
        pytest.param("Сколько лет Ивану Бурову?", "27", id="an age"),
        pytest.param("Сколько денег направят на ремонт дорог Старицкого района в 2024 году?", "320 млн", id="money that is sent"),
        pytest.param("Сколько зерна собрали в Калачинской области в 2023 году?", "2,7 млн", id="grain of the year before"),
    ],
)
def test_the_figure_is_found(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.short.startswith(short)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Сколько лифтов заменили в Липовске в 2022 году?", id="money is no number of lifts"),
        pytest.param("Сколько мандатов у аграриев в думе Усть-Илги?", id="another party's seats"),
        pytest.param("Сколько кандидатов зарегистрировал избирком Лодейнского района?", id="refused to be registered"),
        pytest.param("На сколько опоздал автобус?", id="so many trains are no delay"),
        pytest.param("Сколько платят за киловатт-час в Лужской области сейчас?", id="a tariff that is to come"),
        pytest.param("Сколько стоит квадратный метр в Липовске?", id="elsewhere"),
        pytest.param("Сколько всего рабочих мест на заводе «Таймыр» в отделе сбыта?", id="all of another whole"),
        pytest.param("Сколько стоит квартира в Дубравинске?", id="another thing's price"),
        pytest.param("Сколько школ осталось без воды в Заозёрье?", id="without water"),
        pytest.param("Сколько детей заболело в школе «Чайка»?", id="no camp"),
        pytest.param("Сколько выпускников сдавали ЕГЭ по физике в Амгинской области?", id="another exam"),
        pytest.param("Сколько телефонов угнали в Орловке?", id="other things"),
        pytest.param("Сколько стоит гречка в Глазове?", id="the price of milk, elsewhere"),
        pytest.param("Сколько деревянных медалей у сборной Вельмарка?", id="no such medals"),
        pytest.param("Сколько лет Дымову?", id="a contract is no age"),
        pytest.param("Сколько людей направят на ремонт дорог Старицкого района?", id="people, of money"),
    ],
)
def test_what_only_looks_like_it_does_not_answer(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND
