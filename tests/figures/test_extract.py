"""What each figure of a sentence is said to count; every expected value is read from the sentence by hand."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]
Expected = Mapping[str, object]


def _shown(figure: Figure, slot: str) -> object:
    match slot:
        case "value" | "upper":
            number = getattr(figure, slot)
            return None if number is None else f"{number.normalize():f}"
        case "part_of":
            return None if figure.part_of is None else f"{figure.part_of.value.normalize():f}"
        case "head" | "terms_actor":
            return figure.terms.head if slot == "head" else figure.terms.actor
    value = getattr(figure, slot)
    return str(value) if slot in ("bound", "measure") else value


def _check(found: list[Figure], wanted: tuple[Expected, ...]) -> None:
    assert [_shown(figure, "value") for figure in found] == [row["value"] for row in wanted]
    for figure, row in zip(found, wanted, strict=True):
        assert {slot: _shown(figure, slot) for slot in row} == dict(row)


def row(value: str, **slots: object) -> Expected:
    return {"value": value, **slots}


VALUES = [
    pytest.param("The mill ground 1,250 sacks of flour.", (row("1250", unit="sack", measure="count"),), id="thousands separator"),
    pytest.param("Growers picked 12.5 tonnes of cherries.", (row("12.5", unit="t", measure="quantity", counted="cherries"),), id="decimal"),
    pytest.param("Forty-two clinics closed.", (row("42", unit="clinic", action="closed"),), id="number words"),
    pytest.param("A dozen ferries were cancelled.", (row("12", unit="ferry", action="cancelled"),), id="a dozen"),
    pytest.param("The fair drew 140 thousand visitors.", (row("140000", unit="person", counted="visitors"),), id="scale word"),
    pytest.param("Two thirds of the orchards were damaged.", (row("0.666667", measure="share", counted="orchards"),), id="fraction"),
    pytest.param("Between 30 and 40 cows died.", (row("30", upper="40", bound="between", unit="cow"),), id="range"),
    pytest.param("The port spent $3.4 bn on cranes.", (row("3400000000", unit="USD", measure="money", action="spent"),), id="money"),
    pytest.param("В депо отремонтировали 1 250 вагонов.", (row("1250", unit="вагон", action="отремонтировали"),), id="ru space"),
    pytest.param("Собрано 3,4 тыс. тонн свёклы.", (row("3400", unit="t", measure="quantity", counted="свёклы"),), id="ru scale"),
    pytest.param("В клинике работают двадцать два врача.", (row("22", unit="person"),), id="ru words"),
]

NOUGHTS_AND_ONES = [
    pytest.param("В 2023 году случилось 19 аварий, в 2022 году — ни одной.", (row("19"), row("0", unit="авария")), id="none"),
    pytest.param("Аварий не было ни одной.", (row("0", unit="авария"),), id="none at all"),
    pytest.param(
        "Суд рассмотрел три иска: два приняты, один отклонён.", (row("3"), row("2"), row("1", unit="иск", action="отклонен")), id="one"
    ),
    pytest.param("Поданы три прошения: два приняты, одно отклонено.", (row("3"), row("2"), row("1", unit="прошение")), id="one, neuter"),
    pytest.param("Один из домов сгорел.", (), id="one of them"),
]

BOUNDS = [
    pytest.param("At least 28 nurses resigned.", (row("28", bound="at_least", unit="person", action="resigned"),), id="at least"),
    pytest.param("More than 300 trains were delayed.", (row("300", bound="more_than", action="delayed"),), id="more than"),
    pytest.param("Fewer than 50 beds are free.", (row("50", bound="less_than", unit="bed"),), id="fewer than"),
    pytest.param("Up to 90 lorries wait at the gate.", (row("90", bound="at_most"),), id="up to"),
    pytest.param("The load cannot exceed 40 tonnes, which keeps the bridge whole.", (row("40", bound="at_most"),), id="cannot exceed"),
    pytest.param("About 70 farms were flooded.", (row("70", bound="about", unit="farm", action="flooded"),), id="about"),
    pytest.param("Parties with five or more seats may join.", (row("5", bound="at_least", unit="seat"),), id="the noun behind or more"),
    pytest.param("Only 12 schools reopened.", (row("12", bound="exact", unit="school"),), id="only is no bound"),
    pytest.param("Не менее 15 посёлков остались без света.", (row("15", bound="at_least", unit="поселок"),), id="ru at least"),
    pytest.param("Более 200 рейсов задержано.", (row("200", bound="more_than", action="задержано"),), id="ru more than"),
]

NOT_FIGURES = [
    pytest.param("Article 5 of the treaty applies.", (), id="article"),
    pytest.param("Buses of lines 5 and 18 did not run.", (), id="a list of labels"),
    pytest.param("The motion was sent to Committee 2.", (), id="a numbered body"),
    pytest.param("They met at the Hotel Royal 1900.", (), id="a name"),
    pytest.param("The third article bars it.", (), id="ordinal"),
    pytest.param("Only 2015 was drier.", (), id="a year that was something"),
    pytest.param("Only 2015 were sold.", (row("2015"),), id="things like a year"),
    pytest.param("Crime was the only one to gain.", (), id="a pronoun"),
    pytest.param("The hotline 116 117 is open.", (), id="a telephone number"),
    pytest.param("По телефону 122 отвечает врач.", (), id="ru telephone"),
    pytest.param("Школа кормит учеников 1–4 классов.", (), id="ru grades"),
    pytest.param("Рейс 1409 вылетел вовремя.", (), id="ru flight"),
    pytest.param("Вратарь отыграл «на ноль».", (), id="ru a zero that is no count"),
    pytest.param("Вратарь не пропустил ни одной шайбы.", (), id="ru none of what may be a part"),
    pytest.param("В школе 300 учеников.", (row("300", unit="person"),), id="ru a school with pupils is no number"),
    pytest.param("Since 2019 the ferry has carried 40 cars a day.", (row("40", unit="car", per="day"),), id="a year"),
]

COUNTED = [
    pytest.param("The number of strikes reached 60.", (row("60", counted="strikes", unit="strike"),), id="number of"),
    pytest.param("Turnout was 67.3%.", (row("67.3", measure="share", unit="%", counted="Turnout"),), id="a share's subject"),
    pytest.param("The mayor put the number of damaged roofs at 2,400.", (row("2400", unit="roof", counted="damaged roofs"),), id="put at"),
    pytest.param("The insurers expect losses of $280 million.", (row("280000000", counted="losses", measure="money"),), id="losses of"),
    pytest.param(
        "The average yield is 5.2 tonnes per hectare.", (row("5.2", unit="t", per="hectare", counted="average yield"),), id="yield"
    ),
    pytest.param("We were 60,000 on the square.", (row("60000", unit="person"),), id="we"),
    pytest.param(
        "Inspectors found 31 faults. Seven were serious.",
        (row("31", unit="fault", action="found"), row("7", unit="fault", counted="serious faults")),
        id="elided noun",
    ),
    pytest.param(
        "Bailiffs carried out 418 evictions. Judges stopped another 92.",
        (row("418", unit="eviction", action="carried out"), row("92", unit="eviction", action="stopped", actor="judges")),
        id="another",
    ),
    pytest.param("Погибли трое.", (row("3", unit="person", action="погибли"),), id="ru collective numeral"),
    pytest.param("В больницы обратились 64 пострадавших.", (row("64", unit="person", counted="пострадавших"),), id="ru participle as noun"),
    pytest.param("Средняя урожайность достигла 34,4 ц/га.", (row("34.4", measure="quantity", per="га"),), id="ru yield"),
    pytest.param(
        "# Trams\n\n## And the new drivers?\n\nWe need 120 and have found 85.",
        (row("120", unit="person"), row("85", unit="person")),
        id="the heading's noun",
    ),
]

DEEDS = [
    pytest.param("The court refused 12 appeals.", (row("12", action="refused", actor="the court"),), id="active"),
    pytest.param("Twelve appeals were refused by the court.", (row("12", action="refused", actor="the court"),), id="passive"),
    pytest.param("The court did not hear 12 appeals.", (row("12", action="heard", negative=True),), id="negated"),
    pytest.param("The council turned down five petitions.", (row("5", action="turned down", unit="petition"),), id="phrasal verb"),
    pytest.param("Surgeons carried out 845 operations.", (row("845", action="carried out", actor="surgeons"),), id="carry out"),
    pytest.param("The ministry declined to fund 30 clinics.", (row("30", action="declined", actor="the ministry"),), id="declined to"),
    pytest.param("Schools received 40 computers.", (row("40", action="received", unit="computer"),), id="receive"),
    pytest.param("The port received four refusals.", (row("4", action="refused", actor=None),), id="who receives refusals does not refuse"),
    pytest.param("More than 500 sheep were moved by helicopter.", (row("500", actor=None, action="moved"),), id="a means is no actor"),
    pytest.param(
        "The number of people killed by the floods has risen to 34.", (row("34", unit="person", action="killed"),), id="reduced relative"
    ),
    pytest.param("Суд отклонил 12 жалоб.", (row("12", action="отклонил", actor="суд", unit="жалоба"),), id="ru active"),
    pytest.param("Комиссией отклонено 12 жалоб.", (row("12", action="отклонено", actor="комиссией"),), id="ru instrumental agent"),
    pytest.param("Закрыты 23 класса.", (row("23", action="закрыты", unit="класс", actor=None),), id="ru short participle"),
]

PARTS = [
    pytest.param("Courts granted 229 of 439 requests.", (row("229", part_of="439", action="granted"), row("439", action=None)), id="of"),
    pytest.param(
        "Police stopped 640 drivers, 28 of them twice.", (row("640", part_of=None), row("28", part_of="640", unit="person")), id="of them"
    ),
    pytest.param(
        "Rangers counted 90 wolves, including 12 cubs.", (row("90", unit="wolf"), row("12", part_of="90", counted="cubs")), id="including"
    ),
    pytest.param(
        "Of the 34 victims, 21 drowned and four were children.",
        (row("34", action=None), row("21", part_of="34", action="drowned"), row("4", part_of="34", counted="children")),
        id="fronted",
    ),
    pytest.param(
        "The city fined 640 drivers, 12 for using a telephone.",
        (row("640", action="fined"), row("12", part_of="640")),
        id="with its ground",
    ),
    pytest.param(
        "Проверено 96 аптек, из них 15 закрыты.",
        (row("96", action="проверено"), row("15", part_of="96", action="закрыты", unit="аптека")),
        id="ru of them",
    ),
    pytest.param(
        "Расходы составили 3,6 млрд рублей, из них 1,5 млрд — на школы.",
        (row("3600000000", unit="RUB"), row("1500000000", unit="RUB", measure="money", part_of="3600000000")),
        id="ru a sum's part",
    ),
]

LISTS = [
    pytest.param(
        "The clubs lent 45 boats: Lakeside - 30, Harbour - 13, North and South - 1 each.",
        (
            row("45"),
            row("30", part_of="45", label="Lakeside"),
            row("13", label="Harbour"),
            row("1", label="North"),
            row("1", label="South"),
        ),
        id="colon list",
    ),
    pytest.param(
        "Labour won 26 seats, the Greens nine and independents three.",
        (
            row("26", actor="Labour", action="won"),
            row("9", actor="the Greens", unit="seat", action="won"),
            row("3", actor="independents", unit="seat"),
        ),
        id="elided verb",
    ),
    pytest.param(
        "Ветер дал 41 % энергии, газ — 22 %.",
        (row("41", measure="share"), row("22", measure="share", unit="%", counted="энергии")),
        id="ru gap",
    ),
    pytest.param(
        "Most calls came from:\n\n- Lower Tarn: 390\n- Orsel Valley: 480\n",
        (row("390", unit="call"), row("480", unit="call")),
        id="bullets",
    ),
]

CHANGES = [
    pytest.param(
        "The number of visits rose by 12% to 3,400.",
        (row("12", measure="change", unit="%"), row("3400", measure="count", unit="visit")),
        id="by, to",
    ),
    pytest.param(
        "Fares rose from 32 to 35 dollars.", (row("32", measure="money", upper=None, counted="Fares"), row("35", upper=None)), id="from, to"
    ),
    pytest.param(
        "The backlog of the court shrank by 340 to 1,150 cases.",
        (row("340", measure="change", upper=None, counted="backlog of the court"), row("1150", measure="count", upper=None, unit="case")),
        id="by, to without a unit between",
    ),
    pytest.param(
        "Donations fell by €40,000 to €310,000.",
        (row("40000", measure="change", upper=None), row("310000", measure="money", upper=None)),
        id="by, to in money",
    ),
    pytest.param("Fares will rise by 10 to 15 dollars.", (row("10", measure="change", upper="15"),), id="by as much as"),
    pytest.param("The zoo has from 30 to 40 apes.", (row("30", upper="40", unit="ape"),), id="from, to as a range"),
    pytest.param(
        "Mines sold 640 tonnes of salt, 12% less than in May.", (row("640"), row("12", measure="change", counted="salt")), id="less than"
    ),
    pytest.param(
        "The rate is 4.6 deaths per 100,000 inhabitants.", (row("4.6", measure="rate", per="100000 inhabitants", unit="death"),), id="rate"
    ),
    pytest.param("Last month 93 in 100 trams were on time.", (row("93", measure="share", counted="trams"),), id="in a hundred"),
    pytest.param(
        "The bureau handles 140 thousand requests annually.", (row("140000", per="year", action="handled", unit="request"),), id="annually"
    ),
    pytest.param(
        "Проезд подорожает с 32 до 35 рублей.", (row("32", unit="RUB", counted="Проезд"), row("35", unit="RUB")), id="ru from, to"
    ),
    pytest.param("Число жалоб выросло на 15 % и достигло 230.", (row("15", measure="change"), row("230", unit="жалоба")), id="ru by, to"),
]

NEIGHBOURS = [
    pytest.param(
        "The fire destroyed 40 homes and damaged 115 others.",
        (row("40", unit="home", action="destroyed"), row("115", unit="home", action="damaged", actor="the fire")),
        id="others, and a shared subject",
    ),
    pytest.param("The storm left 12 dead and 30 missing.", (row("12", unit="person"), row("30", unit="person")), id="the dead"),
    pytest.param("The law passed by 52 votes to 48.", (row("52", unit="vote"), row("48", unit="vote")), id="votes to votes"),
    pytest.param(
        "Turnout was 67 %, against 71 % in 2020.",
        (row("67", counted="Turnout"), row("71", counted="Turnout", measure="share")),
        id="against",
    ),
    pytest.param(
        "Unemployment fell to 4.1% from 4.6% a year earlier.",
        (row("4.1", measure="share", per=None), row("4.6", measure="share", per=None, counted="Unemployment")),
        id="a distance in time is no rate",
    ),
    pytest.param(
        "The bridge, which cost $45 million, carries 20,000 vehicles a day.",
        (row("45000000", counted="bridge", per=None), row("20000", unit="vehicle", per="day")),
        id="a relative clause",
    ),
    pytest.param(
        "Europe refused 42 times to trade.", (row("42", unit="time", action="refused", head=("refuse",)),), id="times count the deed"
    ),
    pytest.param("The library lent a two-volume edition.", (), id="a compound describes"),
    pytest.param("Chelsea beat Arsenal 3-1.", (), id="a score"),
    pytest.param("Безработица снизилась с 5,2 до 4,8 %.", (row("5.2", unit="%"), row("4.8", unit="%")), id="ru both levels"),
    pytest.param("Театр посетили 18,5 тыс. зрителей.", (row("18500", unit="person", actor=None),), id="ru object before the verb"),
    pytest.param(
        "Партия получила 24 мандата, «Рассвет» — 13.",
        (row("24", unit="мандат"), row("13", unit="мандат", actor="Рассвет", action="получила")),
        id="ru gap with a name",
    ),
    pytest.param("В США работают 300 шахт.", (row("300", direction=None),), id="ru place, not direction"),
    pytest.param("В Россию вернулись 300 человек.", (row("300", unit="person", direction="В Россию"),), id="ru direction"),
]


@pytest.mark.parametrize(("text", "wanted"), [*VALUES, *NOUGHTS_AND_ONES, *BOUNDS, *NOT_FIGURES])
def test_a_number_has_its_value_and_bound_or_is_none(text: str, wanted: tuple[Expected, ...], figures_of: FiguresOf) -> None:
    _check(figures_of(text), wanted)


@pytest.mark.parametrize(("text", "wanted"), [*COUNTED, *DEEDS])
def test_a_number_counts_what_its_clause_says(text: str, wanted: tuple[Expected, ...], figures_of: FiguresOf) -> None:
    _check(figures_of(text), wanted)


@pytest.mark.parametrize(("text", "wanted"), [*PARTS, *LISTS, *CHANGES, *NEIGHBOURS])
def test_numbers_of_one_sentence_are_told_apart(text: str, wanted: tuple[Expected, ...], figures_of: FiguresOf) -> None:
    _check(figures_of(text), wanted)


@pytest.mark.parametrize(
    "text", ["Проверено 96 аптек, из них 15 закрыты.", "Courts granted 229 of 439 requests.", "North and South - 1 each."]
)
def test_a_surface_stands_in_its_quote(text: str, figures_of: FiguresOf) -> None:
    for figure in figures_of(text):
        assert text[figure.span.start : figure.span.end] == figure.surface
        assert figure.quote.start <= figure.span.start
        assert figure.span.end <= figure.quote.end


def test_a_sentence_of_another_language_is_read_in_its_own(figures_of: FiguresOf) -> None:
    text = "Barns burn down every winter in the hills of Ostmark, says the report of the county.\n\nМэр добавил: «В 2020 году сгорели 8 сараев»."
    figure = figures_of(text)[-1]
    assert (figure.surface, figure.action, figure.language) == ("8", "сгорели", "ru")
    assert figure.period is not None
    assert figure.period.start is not None
    assert figure.period.start.year == 2020


def test_what_is_shown_in_a_line_has_no_break_of_the_file(figures_of: FiguresOf) -> None:
    text = "According to the Larsund Harbour\nBoard, 41 grain\nboats put in at Port\nNordal in March\n2023."
    figure = figures_of(text)[0]
    assert (figure.counted, figure.place, figure.period and figure.period.surface) == ("grain boats", "Port Nordal", "in March 2023")
    assert figure.claimant is not None
    assert figure.claimant.name == "Larsund Harbour Board"


@pytest.mark.parametrize(
    "text",
    [
        "The shop shut at 9.20 pm.",
        "It opens from 6.30 am to 9 p.m.",
        "Radio Four told of it.",
        "It ran on Channel Six.",
        "Закрыли в 9 часов вечера.",
    ],
)
def test_times_of_day_and_names_count_nothing(figures_of: FiguresOf, text: str) -> None:
    assert figures_of(text) == []
