"""Questions that name who says it: whose word a number is, told by a pronoun, a name without a word for bodies, or in other words."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

GLASS = """\
The city recycled 8,400 tonnes of glass in 2023, according to the Environment Department. Green Harnley, a campaign group, doubts that. \
It told the council that only 6,100 tonnes had been recycled and that 2,300 tonnes had gone to landfill.
"""
HEAT = """\
The Health Ministry says that 41 people died in the heatwave. Helpers Without Walls, which runs three clinics in the south, contests the \
figure. "We know of at least 77 deaths," said its coordinator, Petra Lanz.
"""
CYCLONE = """\
The disaster agency has counted 87 dead in the island's north. Terre Unie disputes the official toll. "Our teams have buried 140 people," \
said its head of mission, Louis Baret.
"""
NETS = """\
Coast guards in Belmar detained 126 fishermen in 2024, according to data collected by Fishing Rights Watch. The Ministry of the Sea, in a \
letter of 3 February 2025, confirmed 54 detentions of "persons fishing without a licence".
"""
WORKS = """\
Unite Metal condemned the closure of the Penlow works. "The company speaks of 320 jobs," said regional secretary Ann Rowe. "It leaves out \
the contractors. The real number is 470. With the shops around it we believe that at least 900 people will go."
"""
FIRES = """\
По данным Лесоохраны, на 8 августа 2024 года сгорело 12 400 гектаров. «Тайга-Дозор», экологическая организация, по спутниковым снимкам \
насчитала 21 тысячу гектаров. Пожары тушат 310 человек.
"""
BURNT = """\
В июле 2024 года ликвидировано 26 пожаров. По данным экологической организации «Лесной пост», площадь, пройденная огнём, составила не \
менее 2 100 гектаров.
"""
POSTS = """\
The Teachers' Association says 3,100 teaching posts are vacant; the ministry says 1,960. The council has filled 210 posts.
"""
QUOTAS = """\
Fishing quotas were cut by 20 per cent on 1 July 2024; the Fishermen's League says that the cut amounts to 35 per cent in practice, because \
bycatch is now included.
"""
EVICTED = """\
---
title: Выселения в Озёрском крае
publisher: Правозащитный центр «Дом и закон»
published: 2024-04-09
---

По данным министерства юстиции, в 2023 году из квартир выселили 418 семей. По подсчётам «Дома и закона», выселены были не менее 730 семей: \
ведомство не учитывает общежития.
"""
BORDER = """\
За 2023 год на границе задержаны 612 человек. Правозащитная организация «Мост» сообщала о 950 задержанных.
"""
VILLAGE = """\
Дефицит бюджета посёлка в 2023 году был 12 миллионов рублей. В 2024 году он составит 18 миллионов рублей. Ущерб от пожара оценили в 40 \
миллионов рублей.
"""
MINE = """\
At least 38 miners have been killed and more than 60 injured in the collapse at Korvat, the Emergencies Ministry said on 4 June 2024.

The Miners' Federation disputes the toll. Its president, Tolan Marsh, said that 51 bodies had been brought to the surface and that 12 men \
were still underground. The ministry puts the number of missing at 7.
"""
RALLY = """\
В полиции сообщили, что на митинг пришли 900 человек. Организаторы с этим не согласны. Они насчитали 2 300 участников.
"""
CLUB = """\
Бюджет клуба в 2023 году, по словам директора Павла Грина, составил 410 миллионов рублей. Источник в лиге называет другую сумму — 600 \
миллионов.
"""
BUSES = """\
The Passengers' Panel received 914 complaints about the buses in 2023; the company itself registered 530. The Panel met nine times.
"""
HELD = """\
Voices of the Coast documented 73 detentions of journalists in 2023. At the end of the year 19 journalists were still behind bars.

The Ministry of Information disputes the figures. "Only 12 persons holding accreditation were detained in 2023," spokesman Rafik Dolan said.
"""
WATCH = """\
Court Watch Ilmia followed 112 trials in 2023. According to the group, 267 people were convicted and 88 were sent to prison. The Ministry of \
Justice disputes this. It told the paper that 72 people were serving prison terms.
"""
BRIDGE = """\
Ремонт Липовского моста обойдётся в 41 млн рублей, говорят в мэрии. Депутаты называют другую цифру: 65 млн рублей. Работы начнутся в мае \
2025 года.
"""
FACTORY = """\
«Сокращены будут 140 рабочих», — сказала директор фабрики Анна Лис. Председатель профсоюза Олег Грач назвал другое число: работу потеряют \
230 человек.
"""
PIT = """\
По данным МЧС, на шахте погибли 12 горняков, 30 пострадали. Профсоюз горняков с этим не согласен. Он сообщил, что на поверхность подняты \
тела 19 человек.
"""
STATION = """\
Автовокзал Лучинска в 2023 году обслужил 1,2 млн пассажиров, сообщила пресс-служба. Независимое издание «Маршрут» провело свой подсчёт. По \
его данным, пассажиров было 870 тысяч.
"""


def told(answerer: Answerer, question: str) -> str | None:
    answer = answerer.ask(question)
    return answer.figures[0].surface if answer.status in (Status.ANSWERED, Status.PARTIAL) else None


@pytest.mark.parametrize(
    ("text", "question", "number"),
    [
        pytest.param(GLASS, "How much glass was recycled in 2023 according to Green Harnley?", "6,100", id="it-is-the-name-set-beside"),
        pytest.param(GLASS, "How much glass was recycled in 2023 according to the Environment Department?", "8,400", id="the-other"),
        pytest.param(GLASS, "How much glass was recycled in 2023 according to the mayor?", None, id="nobody-says-it"),
        pytest.param(HEAT, "How many people died in the heatwave according to Helpers Without Walls?", "77", id="a-name-before-which"),
        pytest.param(HEAT, "How many people died in the heatwave according to the Red Cross?", None, id="another-charity"),
        pytest.param(CYCLONE, "How many people were buried according to Terre Unie?", "140", id="its-head-of-mission"),
        pytest.param(CYCLONE, "How many people were buried according to Caritas?", None, id="another-mission"),
        pytest.param(
            NETS, "How many fishermen were detained in 2024 according to Fishing Rights Watch?", "126", id="a-gerund-opens-a-name"
        ),
        pytest.param(NETS, "How many fishermen were detained in 2024 according to the Ministry of the Sea?", "54", id="events-for-persons"),
        pytest.param(NETS, "How many fishermen were detained in 2024 according to the navy?", None, id="not-the-navy"),
        pytest.param(WORKS, "How many people will go according to Ann Rowe?", "900", id="a-quotation-over-sentences"),
        pytest.param(WORKS, "How many jobs will go according to Ann Rowe?", "470", id="the-real-number"),
        pytest.param(WORKS, "How many jobs will go according to the company?", "320", id="the-company"),
        pytest.param(FIRES, "Сколько гектаров сгорело по данным «Тайга-Дозора»?", "21 тысячу", id="a-name-that-is-called-an-organisation"),
        pytest.param(FIRES, "Сколько гектаров сгорело по данным Лесоохраны?", "12 400", id="the-forest-service"),
        pytest.param(FIRES, "Сколько гектаров сгорело по данным полиции?", None, id="not-the-police"),
        pytest.param(FIRES, "Сколько гектаров насчитал «Тайга-Дозор»?", "21 тысячу", id="who-reckoned"),
        pytest.param(POSTS, "How many teaching vacancies are there according to the ministry?", "1,960", id="posts-that-are-vacant"),
        pytest.param(POSTS, "How many teaching vacancies are there according to the council?", None, id="posts-that-are-filled"),
        pytest.param(QUOTAS, "By how much were fishing quotas cut according to the fishermen?", "35 per cent", id="the-cut-amounts-to"),
        pytest.param(QUOTAS, "By how much were fishing quotas cut according to the farmers?", None, id="no-farmers"),
        pytest.param(EVICTED, "Сколько семей выселили в 2023 году по подсчётам правозащитников?", "730", id="a-short-name-in-quotes"),
        pytest.param(EVICTED, "Сколько семей выселили в 2023 году по данным министерства юстиции?", "418", id="the-ministry"),
        pytest.param(EVICTED, "Сколько семей выселили в 2023 году по данным полиции?", None, id="not-the-police-again"),
        pytest.param(BORDER, "Сколько задержанных насчитали правозащитники?", "950", id="people-of-a-body"),
        pytest.param(BORDER, "Сколько задержанных насчитали экологи?", None, id="people-of-no-body-there"),
        pytest.param(MINE, "How many miners were killed according to the Miners' Federation?", "51", id="bodies-for-the-killed"),
        pytest.param(MINE, "How many miners were killed according to the Emergencies Ministry?", "38", id="the-killed"),
        pytest.param(MINE, "How many miners were killed according to the mayor of Korvat?", None, id="not-the-mayor"),
        pytest.param(RALLY, "Сколько человек пришли на митинг по словам организаторов?", "2 300", id="participants-for-people"),
        pytest.param(RALLY, "Сколько человек пришли на митинг по словам мэра?", None, id="not-the-mayor-ru"),
        pytest.param(CLUB, "Какой бюджет клуба по словам источника в лиге?", "600 миллионов", id="another-sum"),
        pytest.param(CLUB, "Какой бюджет клуба по словам тренера?", None, id="not-the-coach"),
        pytest.param(
            BUSES, "How many complaints were registered in 2023 according to the Passengers' Panel?", "914", id="who-received-them"
        ),
        pytest.param(BUSES, "How many complaints were registered in 2023 according to the Ombudsman?", None, id="not-the-ombudsman"),
        pytest.param(
            HELD, "How many journalists does the Ministry of Information say were detained?", "12", id="set-against-the-same-deed"
        ),
        pytest.param(WORKS, "How many jobs will go according to the mayor?", None, id="who-is-quoted-is-nobody-else"),
        pytest.param(WATCH, "How many people were convicted according to Court Watch Ilmia?", "267", id="the-group"),
        pytest.param(WATCH, "How many people were convicted according to the bar association?", None, id="no-bar-association"),
        pytest.param(BRIDGE, "Во сколько обойдётся ремонт моста по словам депутатов?", "65 млн рублей", id="another-plan"),
        pytest.param(BRIDGE, "Во сколько обойдётся ремонт моста по словам подрядчика?", None, id="not-the-builder"),
        pytest.param(FACTORY, "Сколько рабочих сократят по словам профсоюза?", "230", id="another-number-of-those-to-go"),
        pytest.param(FACTORY, "Сколько рабочих сократят по словам губернатора?", None, id="not-the-governor"),
        pytest.param(PIT, "Сколько горняков погибло по данным профсоюза?", "19", id="bodies-of-persons"),
        pytest.param(PIT, "Сколько горняков погибло по данным мэрии?", None, id="not-the-town"),
        pytest.param(STATION, "Сколько пассажиров обслужил автовокзал по данным «Маршрута»?", "870 тысяч", id="its-own-count"),
        pytest.param(STATION, "Сколько пассажиров обслужил автовокзал по данным мэрии?", None, id="not-the-town-again"),
        pytest.param(VILLAGE, "Какой будет дефицит бюджета посёлка в 2024 году?", "18 миллионов рублей", id="what-it-comes-to"),
        pytest.param(VILLAGE, "Какой был дефицит бюджета посёлка в 2021 году?", None, id="in-no-other-year"),
    ],
)
def test_the_number_is_that_of_whom_the_question_names(
    answerer_of: Callable[[Mapping[str, str]], Answerer], text: str, question: str, number: str | None
) -> None:
    assert told(answerer_of({"text.md": text}), question) == number


@pytest.mark.parametrize(
    ("text", "surface", "counted"),
    [
        pytest.param(GLASS, "6,100", "glass", id="who-was-told-is-not-counted"),
        pytest.param(BURNT, "2 100", "площадь", id="who-says-it-is-not-counted"),
    ],
)
def test_what_is_counted_is_nobody_who_speaks(
    answerer_of: Callable[[Mapping[str, str]], Answerer], text: str, surface: str, counted: str
) -> None:
    answerer = answerer_of({"text.md": text})
    figure = next(each for each in answerer.index.figures_of_document("text.md") if each.surface == surface)
    assert figure.counted == counted
