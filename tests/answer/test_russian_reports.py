"""Sentences as Russian reports have them: what a number counts, which part it is, who says it."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

TEXTS = {
    "courts": ("Осуждено 900 человек, из них 100 женщин и 21 несовершеннолетний. К штрафу приговорены 273 человека."),
    "clinics": (
        "В крае работают 48 лечебно-профилактических учреждений. За год открыто 5 научно-исследовательских институтов и 7"
        " интернет-магазинов. Построены 2 школы-интерната и 3 бизнес-центра."
    ),
    "elk": "В заповеднике за сезон родились 14 и погибли 6 лосей. В питомнике приняты 220 и отданы хозяевам 180 собак.",
    "sites": (
        "За год на стройках области по вине прорабов погибли 12 и ранены 48 рабочих. По вине водителей в состоянии опьянения совершено"
        " 341 ДТП, в которых погибли 74 и ранены 489 человек. За год в области выпито 3 тыс. литров вина."
    ),
    "trams": "В депо 60 трамваев, из них 25 Tatra T3, 20 «Витязей» и 15 «Львят».",
    "port": (
        "За 2023 год порт перевалил 11,8 млн тонн грузов – на 9 % больше, чем в 2022-м (10,8 млн). На северных причалах перевалено"
        " 9,6 млн тонн, на южных – 2,2 млн."
    ),
    "walkers": (
        "За год погибли 88 пешеходов, причём 57 из них – в тёмное время суток. На первый курс зачислено 14 870 человек, в том числе"
        " 9 340 на бюджетные места и 5 530 на платные."
    ),
    "zoo": (
        "В зоопарк пришли 40 200 посетителей, из них 12 300 по льготным билетам и 3 400 с детскими группами. Отремонтировано 60"
        " вольеров, из них 14 – за счёт спонсоров. Концерты собрали 96 тысяч зрителей, из них 28 тысяч – на открытии сезона; годом"
        " раньше концерты собрали 81 тысячу."
    ),
    "crashes": (
        "В 2023 году зарегистрировано 3 412 аварий. В областном центре произошло 1 105 аварий. По вине пьяных водителей совершена 341"
        " авария."
    ),
    "water": (
        "По данным водоканала, норме соответствует 91 % проб воды, по результатам проверки экологов – лишь 64 %. Прижилось, по данным"
        " министерства, 83 % саженцев, по результатам нашей проверки на 40 участках – только 55 %."
    ),
    "answers": (
        "Отключено 300 домов. Однако движение «Свет-Озёрск» утверждает, что отключено 420 домов.\n\n"
        "В 2023 году республика получила 187 запросов о выдаче, следует из ответа Генеральной прокуратуры на наш запрос.\n\n"
        "За год погибло 300 тонн рыбы, говорится в отчёте института «Гидра».\n\n"
        "По подсчётам рыбаков, пропали 12 лодок, поскольку порт не учитывает тех, кто вернулся сам."
    ),
    "goals": (
        "Чаще всех забивал Орлов – 12 раз, Белов забил 7 раз. Вратарь Громов ошибался 3 раза.\n\nЧаще всего отказывала Германия – 13 раз,"
        " Польша отказала 9 раз.\n\nЧаще всего горел Заречный район – 24 раза, Лесной горел 8 раз."
    ),
    "timber": (
        "Объём заготовки древесины в 2022 году – 3,9 млн кубометров, в 2021-м было 4,4 млн. Расходы на культуру в 2021 году составили"
        " 690 млн рублей, в 2022 году – 742 млн рублей."
    ),
    "plant": (
        "В 2023 году чистая прибыль завода составила 40 млн рублей против убытка в 15 млн рублей в 2022 году. Профицит бюджета составил"
        " 120 млн рублей против дефицита 45 млн рублей годом ранее."
    ),
    "piers": (
        "Порт, 5 февраля 2024 года.\n\nК 1 января построили 12 причалов, или 60 % намеченных, при плане 80 %. К 1 мая откроют, по прогнозу,"
        " 3 склада."
    ),
    "watchdog": (
        "The passenger watchdog RailVoice counts differently. It treats every train more than two minutes late as late, and says that only"
        " 74 % of services were on time. According to the ministry, 40 tonnes of perch died, because the agency does not count small rivers."
    ),
    "brigade": "The brigade fought 320 fires, 45 of them at night and 12 of them on boats. Of these, 30 were put out by volunteers.",
    "library": (
        "The library lent 48,000 books in 2022. Through its vans 6,100 books were lent, and in schools 3,050. It bought 900 books."
    ),
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str, str], Answer]:
    """Ask one of the texts."""
    known: dict[str, Answerer] = {}

    def asked(name: str, question: str) -> Answer:
        if name not in known:
            known[name] = answerer_of({f"{name}.txt": TEXTS[name]})
        return known[name].ask(question)

    return asked


@pytest.mark.parametrize(
    ("name", "question", "short"),
    [
        pytest.param("courts", "Сколько человек приговорены к штрафу?", "273", id="persons, not those of the sentence before"),
        pytest.param("clinics", "Сколько лечебно-профилактических учреждений работает в крае?", "48", id="an adjective of two parts"),
        pytest.param("clinics", "Сколько научно-исследовательских институтов открыто?", "5", id="another adjective of two parts"),
        pytest.param("clinics", "Сколько интернет-магазинов открыли?", "7", id="only the last part is declined"),
        pytest.param("clinics", "Сколько школ-интернатов построили?", "2", id="both parts are declined"),
        pytest.param("elk", "Сколько лосей родилось?", "14", id="two deeds share one noun"),
        pytest.param("elk", "Сколько собак принято?", "220", id="two deeds done share one noun"),
        pytest.param("elk", "Сколько собак отдано?", "180", id="the second deed"),
        pytest.param("sites", "Сколько рабочих погибло?", "12", id="two fates share one noun"),
        pytest.param("sites", "Сколько человек погибло по вине пьяных водителей?", "74", id="guilt is no wine"),
        pytest.param("sites", "Сколько вина выпито?", "3 тыс.", id="wine is wine"),
        pytest.param("trams", "Сколько «Витязей» в депо?", "20", id="a name in quotation marks is counted"),
        pytest.param("trams", "Сколько трамваев Tatra T3 в депо?", "25", id="a sort beside others in quotation marks"),
        pytest.param("port", "Сколько тонн грузов перевалено на северных причалах?", "9,6 млн", id="the same deed goes on"),
        pytest.param("port", "Сколько тонн перевалено на южных причалах?", "2,2 млн", id="not the total, where some of it is asked"),
        pytest.param("walkers", "Сколько человек зачислено на платные места?", "5 530", id="the second part leaves its noun out"),
        pytest.param("zoo", "Сколько посетителей пришло по льготным билетам?", "12 300", id="the first of two parts"),
        pytest.param("zoo", "Сколько посетителей пришло с детскими группами?", "3 400", id="the second of two parts"),
        pytest.param("zoo", "Сколько зрителей было на открытии сезона?", "28 тысяч", id="not what stands behind a semicolon"),
        pytest.param("crashes", "Сколько аварий было в 2023 году?", "3 412", id="all, and not those of one place or reason"),
        pytest.param("brigade", "How many fires were there at night?", "45", id="the part at night"),
        pytest.param("brigade", "How many fires on boats were there?", "12", id="the part on boats"),
        pytest.param("library", "How many books were lent in schools?", "3,050", id="what goes on without a verb"),
        pytest.param("library", "How many books were lent through the vans?", "6,100", id="what it goes on from"),
        pytest.param("library", "How many books were lent in 2022?", "48,000", id="the total of the year"),
    ],
)
def test_the_figure_that_was_asked_for_is_given(ask: Callable[[str, str], Answer], name: str, question: str, short: str) -> None:
    answer = ask(name, question)
    assert answer.status in (Status.ANSWERED, Status.PARTIAL)
    assert [figure.surface for figure in answer.figures] == [short]


@pytest.mark.parametrize(
    ("name", "question", "headline"),
    [
        pytest.param(
            "walkers", "Сколько пешеходов погибло в тёмное время суток?", "57 из 88 пешеходов погибли в тёмное время суток", id="time"
        ),
        pytest.param("walkers", "Сколько человек зачислено на бюджетные места?", "9 340 человек зачислено на бюджетные места", id="sort"),
        pytest.param("zoo", "Сколько вольеров отремонтировано за счёт спонсоров?", "14 из 60 вольеров отремонтировано за счёт", id="means"),
        pytest.param(
            "port", "Сколько грузов перевалено на северных причалах?", "9,6 млн т грузов перевалено на северных", id="counterpart"
        ),
        pytest.param("trams", "Сколько «Витязей» в депо?", "20 витязей", id="no 20 of 60 of what the 60 are not"),
        pytest.param("brigade", "How many fires were fought at night?", "45 of 320 fires fought by the brigade at night", id="English"),
    ],
)
def test_a_headline_says_what_makes_the_part(ask: Callable[[str, str], Answer], name: str, question: str, headline: str) -> None:
    assert ask(name, question).text.startswith(headline)


@pytest.mark.parametrize(
    ("name", "question", "claimants"),
    [
        pytest.param("water", "Какая доля проб воды соответствует норме?", ["водоканал", "экологи"], id="two voices in one sentence"),
        pytest.param("water", "Какая доля саженцев прижилась?", ["министерство", None], id="the text's own voice beside another"),
        pytest.param("answers", "Сколько запросов о выдаче получила республика?", ["Генеральная прокуратура"], id="следует из ответа"),
        pytest.param("answers", "Сколько рыбы погибло?", ["институт «Гидра»"], id="говорится в отчёте"),
        pytest.param("answers", "Сколько домов отключено?", [None, "движение «Свет-Озёрск»"], id="a name with a hyphen in quotation marks"),
        pytest.param("answers", "Сколько лодок пропало?", ["рыбаки"], id="по подсчётам"),
        pytest.param("watchdog", "What share of services was on time?", ["RailVoice"], id="the watchdog and its name"),
        pytest.param("watchdog", "How many tonnes of perch died?", ["ministry"], id="who does not count says nothing"),
    ],
)
def test_each_voice_is_named(ask: Callable[[str, str], Answer], name: str, question: str, claimants: list[str | None]) -> None:
    figures = ask(name, question).figures
    assert [figure.claimant.name if figure.claimant is not None else None for figure in figures] == claimants


def test_why_somebody_counts_otherwise_is_no_reason_of_the_loss(ask: Callable[[str, str], Answer]) -> None:
    assert ask("answers", "Сколько лодок пропало?").figures[0].reason is None


@pytest.mark.parametrize(
    ("name", "question", "short"),
    [
        pytest.param("goals", "Сколько раз забил Белов?", "7", id="how often somebody did it"),
        pytest.param("goals", "Сколько раз ошибся Громов?", "3", id="how often, of another verb"),
        pytest.param("goals", "Сколько раз отказала Германия?", "13", id="how often a state did it"),
        pytest.param("timber", "Каков был объём заготовки древесины в 2021 году?", "4,4 млн", id="the unit is said once"),
        pytest.param("plant", "Каков был убыток завода в 2022 году?", "15 млн рублей", id="a loss that a profit is held against"),
        pytest.param("plant", "Каков профицит бюджета?", "120 млн рублей", id="a surplus that is held against a deficit"),
        pytest.param("plant", "Каков дефицит бюджета?", "45 млн рублей", id="the deficit"),
        pytest.param("timber", "На сколько выросли расходы на культуру в 2022 году по сравнению с 2021-м?", "52000000", id="сравнение"),
    ],
)
def test_how_often_and_by_how_much(ask: Callable[[str, str], Answer], name: str, question: str, short: str) -> None:
    assert ask(name, question).short == short


def test_the_unit_goes_on_to_the_year_before(ask: Callable[[str, str], Answer]) -> None:
    assert ask("timber", "Каков был объём заготовки древесины в 2021 году?").figures[0].unit == "m³"


def test_one_district_does_not_answer_for_another(ask: Callable[[str, str], Answer]) -> None:
    answer = ask("goals", "Сколько раз горел Лесной район?")
    assert "24" not in [figure.surface for figure in answer.figures]


def test_a_loss_is_no_profit(ask: Callable[[str, str], Answer]) -> None:
    assert ask("plant", "Какова чистая прибыль завода в 2022 году?").status is Status.NOT_FOUND


def test_what_is_done_beside_a_plan_was_done_by_the_day_before_the_report(ask: Callable[[str, str], Answer]) -> None:
    period = ask("piers", "Сколько причалов построили?").figures[0].period
    assert period is not None
    assert period.end == date(2024, 1, 1)


def test_those_fined_are_not_the_minors_of_the_sentence_before(ask: Callable[[str, str], Answer]) -> None:
    answer = ask("courts", "Сколько несовершеннолетних приговорены к штрафу?")
    assert "273" not in [figure.surface for figure in answer.figures]
