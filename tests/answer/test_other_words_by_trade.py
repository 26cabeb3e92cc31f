"""Questions in the words that people use for what a trade counts and does otherwise: homes that lost power are the customers cut off."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "power.txt": """Ardell Grid, report of 9 February 2023

The gale of 8 February left 14,300 customers in Ardell without electricity. By Thursday engineers had restored power to 11,900 of them.
Repairs to the line cost £2.4 million. The company has 61,000 customers for gas.
""",
    "buses.txt": """Wexley Buses, 2022

Inspectors in Wexley caught 4,150 fare dodgers in 2022. The company withdrew 26 buses from service in May and painted 40. Some 310 bags of
luggage were lost.
""",
    "airfield.txt": """Dunholm airport, 2022

In 2022 airlines at Dunholm airport delayed 2,260 departures and cancelled 430. Dogs bit 11 customs officers.
""",
    "council.txt": """Election in Harby, 4 May 2022

The Orchard Party won 17 of the 39 seats on Harby council. In Harby 9,120 residents voted. Some 64 candidates stood.
""",
    "court.txt": """Landlords in Tilling, 2022

Landlords in Tilling evicted 73 tenants in 2022 and refused 12. Vets in Tilling slaughtered 5,200 geese because of bird flu. The theatre in
Tilling was overspent by £90,000. In Tilling 28 pupils were excluded from school.
""",
    "seals.txt": """Trust of Selsea Point, 2022

Wardens counted 730 seals at Selsea Point in 2022.
""",
    "league.txt": """Marden Athletic, 2022

Tom Birch scored 19 goals for Marden Athletic in 2022. Marden Athletic played 44 matches.
""",
    "workers.txt": """Holt Mills, 2022

In 2022 at Holt Mills 210 weavers were made redundant. In Holt 85 couples got married at the town hall. The staff of Holt Mills reached 1,430 people.
""",
    "set.txt": """Сети Ольхова, сводка за 9 февраля 2023 года

Из-за бури в Ольхове подтоплено 37 подвалов. Суд в Ольхове приговорил к лишению свободы 15 браконьеров. В Ольхове угнано 48 автомобилей.
Аграрии Ольхова посадили 900 яблонь. Завод в Ольхове принял 260 рабочих, а школа — 3 закона не приняла.
""",
    "shaiba.txt": """Клуб «Полюс», 2022 год

Нападающий Игорь Лапин забросил 27 шайб. Город Полюс занял у банков 130 млн рублей. Ремонт арены обошёлся в 44 млн рублей. В арену вложили
душу.
""",
    "wind.txt": """Kelmar in 2022

In 2022 the turbines of Kelmar generated 640 GWh. The port of Kelmar handled 38,000 tonnes of freight. Kelmar spent £70,000 on flags. In Kelmar
512 people donated blood.
""",
    "foods.txt": """Osk Foods, 2022

Osk Foods shut a mill in 2022. The company bought 22 vans. It employed 4,150 people.
""",
    "luch.txt": """Завод «Луч», 2022 год

Завод «Луч» в 2022 году выпустил 90 станков. Численность персонала достигла 3 700 человек. В Устье подачу энергии восстановили 8 200 абонентам.
""",
    "kleshchi.txt": """Сводка по Верхнему краю, 2022 год

В Верхнем крае вакцину получили 5 300 жителей. С линии в Верхнем крае сняли 9 автобусов. Контролёры выявили 780 безбилетников. В заповеднике
обитает 46 рысей. Сельских врачей в Верхнем крае не хватает: нужно ещё 58 врачей. Верхний край принял 12 тысяч отдыхающих.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("How many homes lost power in Ardell?", "14,300", id="homes-are-customers-without-power"),
        pytest.param("How many homes had a power cut in Ardell?", "14,300", id="a-power-cut"),
        pytest.param("How many homes got their power back in Ardell?", "11,900", id="got-power-back"),
        pytest.param("How many people travelled without a ticket in Wexley?", "4,150", id="fare-dodgers-have-no-ticket"),
        pytest.param("How many buses were taken off the road in Wexley?", "26", id="withdrawn-from-service"),
        pytest.param("How many flights were late at Dunholm?", "2,260", id="departures-are-flights"),
        pytest.param("How many customs officers were bitten at Dunholm?", "11", id="bitten"),
        pytest.param("How many councillors did the Orchard Party win in Harby?", "17", id="seats-are-councillors"),
        pytest.param("How many people ran for the council in Harby?", "64", id="ran-for-the-council"),
        pytest.param("How many tenants were kicked out in Tilling?", "73", id="kicked-out-of-a-flat"),
        pytest.param("How many geese were killed in Tilling?", "5,200", id="slaughtered-is-killed"),
        pytest.param("How many pupils were thrown out of school in Tilling?", "28", id="thrown-out-of-school"),
        pytest.param("How many times did Tom Birch score?", "19", id="goals-are-how-often-somebody-scored"),
        pytest.param("How many weavers lost their jobs at Holt Mills?", "210", id="made-redundant"),
        pytest.param("How many couples tied the knot in Holt?", "85", id="got-married"),
        pytest.param("How many people work at Holt Mills?", "1,430", id="staff-works"),
        pytest.param("How many times did Tom Birch find the net?", "19", id="found-the-net"),
        pytest.param("How many delayed flights were there at Dunholm?", "2,260", id="delayed-flights"),
        pytest.param("How much electricity did the turbines of Kelmar produce?", "640", id="gigawatt-hours-are-of-electricity"),
        pytest.param("How much freight did the port of Kelmar get through?", "38,000", id="got-through"),
        pytest.param("How much did Kelmar blow on flags?", "£70,000", id="blew"),
        pytest.param("How many people gave blood in Kelmar?", "512", id="gave-blood"),
        pytest.param("How many people did Osk Foods employ?", "4,150", id="it-is-the-company"),
        pytest.param("Сколько людей работает на заводе «Луч»?", "3 700", id="персонал-работает"),
        pytest.param("Скольким вернули свет в Устье?", "8 200", id="скольким"),
        pytest.param("Сколько подвалов залило в Ольхове?", "37", id="залило"),
        pytest.param("Скольких браконьеров посадили в Ольхове?", "15", id="посадили-в-тюрьму"),
        pytest.param("Сколько машин украли в Ольхове?", "48", id="угнали"),
        pytest.param("Сколько рабочих взял на работу завод в Ольхове?", "260", id="взяли-на-работу"),
        pytest.param("Сколько голов забил Лапин?", "27", id="шайбы"),
        pytest.param("Сколько Полюс взял в долг у банков?", "130 млн рублей", id="взял-в-долг"),
        pytest.param("Сколько денег ушло на ремонт арены?", "44 млн рублей", id="ушло-на-ремонт"),
        pytest.param("Скольких привили в Верхнем крае?", "5 300", id="получили-вакцину"),
        pytest.param("Сколько автобусов вывели из эксплуатации в Верхнем крае?", "9", id="сняли-с-линии"),
        pytest.param("Сколько человек ехало без билета в Верхнем крае?", "780", id="безбилетники"),
        pytest.param("Сколько рысей живёт в заповеднике?", "46", id="обитает"),
        pytest.param("Сколько туристов приехало в Верхний край?", "12 тысяч", id="принял-отдыхающих"),
    ],
)
def test_a_thing_or_deed_is_found_in_everyday_words(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert answer.short == short, answer.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many homes are there in Ardell?", id="all-homes"),
        pytest.param("How many homes in Ardell were burgled?", id="another-fate-of-homes"),
        pytest.param("How many homes were cut off from water in Ardell?", id="another-supply"),
        pytest.param("How many people bought a ticket in Wexley?", id="those-with-a-ticket"),
        pytest.param("How many people travelled in Wexley?", id="all-who-travelled"),
        pytest.param("How many buses were sold in Wexley?", id="another-deed-of-buses"),
        pytest.param("How many flights arrived at Dunholm?", id="those-that-arrived"),
        pytest.param("How many dogs were bitten at Dunholm?", id="the-dogs-bit"),
        pytest.param("How many councillors resigned in Harby?", id="another-deed-of-councillors"),
        pytest.param("How many people in Harby voted by post?", id="some-of-the-voters"),
        pytest.param("How many foreigners were kicked out in Tilling?", id="others-kicked-out"),
        pytest.param("How many people were killed in Tilling?", id="geese-are-no-people"),
        pytest.param("How many teachers were thrown out in Tilling?", id="others-thrown-out"),
        pytest.param("How many seals were shot at Selsea Point?", id="counted-is-not-shot"),
        pytest.param("How many seals were photographed at Selsea Point?", id="counted-is-not-photographed"),
        pytest.param("How many times was Tom Birch injured?", id="another-deed-of-his"),
        pytest.param("How many weavers were hired at Holt Mills?", id="the-other-way-round"),
        pytest.param("How many couples got divorced in Holt?", id="the-end-of-it"),
        pytest.param("How many people retired from Holt Mills?", id="another-deed-of-staff"),
        pytest.param("How much water did the turbines of Kelmar produce?", id="water-is-no-electricity"),
        pytest.param("How much freight did the port of Kelmar lose?", id="lost-on-the-way"),
        pytest.param("How much did Kelmar save on flags?", id="saved-is-not-spent"),
        pytest.param("How many people gave evidence in Kelmar?", id="other-things-given"),
        pytest.param("How many people did Osk Foods dismiss?", id="dismissed"),
        pytest.param("Сколько людей уволил завод «Луч»?", id="уволенные"),
        pytest.param("Скольким отключили газ в Устье?", id="отключили"),
        pytest.param("Сколько бетона залили в Ольхове?", id="залили-бетон"),
        pytest.param("Сколько деревьев срубили в Ольхове?", id="другое-с-деревьями"),
        pytest.param("Сколько велосипедов украли в Ольхове?", id="другие-вещи"),
        pytest.param("Сколько законов приняли в Ольхове?", id="другое-принятие"),
        pytest.param("Сколько голов пропустил Лапин?", id="пропустил"),
        pytest.param("Сколько денег ушло на рекламу арены?", id="другая-трата"),
        pytest.param("Скольких укусили в Верхнем крае?", id="привитые-не-укушены"),
        pytest.param("Сколько автобусов купили в Верхнем крае?", id="другое-с-автобусами"),
        pytest.param("Сколько рысей застрелили в заповеднике?", id="другое-с-рысями"),
        pytest.param("Сколько законов принял Верхний край?", id="закон-не-отдыхающий"),
    ],
)
def test_another_sense_of_the_word_is_declined(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer.short is None, answer.text
