"""The period of each figure, as a reader of the text would date it; None where it cannot be dated."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Basis, Figure

FiguresOf = Callable[[str], list[Figure]]
Dates = tuple[str, str] | None

Y2021, Y2022, Y2023 = (("2021-01-01", "2021-12-31"), ("2022-01-01", "2022-12-31"), ("2023-01-01", "2023-12-31"))
PUBLISHED = "---\ntitle: Report\npublished: 2024-03-03\n---\n\n"  # a Sunday


def _dates(figures: list[Figure]) -> list[Dates]:
    periods = [figure.period for figure in figures]
    return [(str(period.start), str(period.end)) if period is not None and period.start is not None else None for period in periods]


BESIDE = [
    pytest.param("In 2023 the port handled 410 ships.", [Y2023], id="before"),
    pytest.param("The port handled 410 ships in 2023.", [Y2023], id="after"),
    pytest.param("Порт принял 410 судов, в 2022 году — 395.", [None, Y2022], id="a dash leads on to the next"),
    pytest.param("The port handled 410 ships in 2023 and 395 in 2022.", [Y2023, Y2022], id="in order"),
    pytest.param("The port handled 410 ships, more than in 2021.", [None], id="a comparison is no period"),
    pytest.param("In 2023 the port handled 410 ships, against 395 in 2022.", [Y2023, Y2022], id="each side of a comparison"),
    pytest.param(
        "In the first half of 2022 it sold 18 boats, which carried 40 people; in the second half there were 25.",
        [("2022-01-01", "2022-06-30"), ("2022-01-01", "2022-06-30"), ("2022-07-01", "2022-12-31")],
        id="the other half",
    ),
    pytest.param(
        "In the first half of 2022 it sold 18 boats. In the second half it sold 25 boats.",
        [("2022-01-01", "2022-06-30"), ("2022-07-01", "2022-12-31")],
        id="the other half in the next sentence",
    ),
    pytest.param("In the first quarter of 2022 rents were 4 % up on the previous quarter.", [("2022-01-01", "2022-03-31")], id="up on"),
    pytest.param("Berg, who took over in July 2021, said it had sold 18 boats.", [None], id="when somebody took over"),
    pytest.param("Ola Berg joined in 2010. The yard employed 300 people.", [None], id="when somebody joined"),
    pytest.param(
        "From January to April 2022 it sold 18 boats. A year earlier in the same period it sold 25.",
        [("2022-01-01", "2022-04-30"), ("2021-01-01", "2021-04-30")],
        id="the same period a year earlier",
    ),
    pytest.param(
        "С января по апрель 2022 года продали 18 лодок. Годом ранее за тот же период их было 25.",
        [("2022-01-01", "2022-04-30"), ("2021-01-01", "2021-04-30")],
        id="тот же период годом ранее",
    ),
    pytest.param("In 2023 the port handled 410 ships, 4% fewer than in 2022.", [Y2023, Y2023], id="a change is of its own year"),
    pytest.param("In 2021 there were 377 fires, and none in the winter months.", [Y2021], id="cut off"),
    pytest.param("Sales in May 2023 rose by 7 % compared with April.", [("2023-05-01", "2023-05-31")], id="compared with a month"),
    pytest.param(
        "At the end of 2022 it had 412 buses. During the year 31 were sold.", [("2022-12-31", "2022-12-31"), Y2022], id="its year"
    ),
    pytest.param("# Report for 2021\n\nOver the year 60 ships called.", [Y2021], id="over the year of the report"),
    pytest.param(
        "In 2023 the port sold 5 cranes. Over the year to March 2021 it sold 2.", [Y2023, ("2020-04-01", "2021-03-31")], id="no year"
    ),
    pytest.param("Rain in 2023 came to 700 mm, the highest level since 1987.", [Y2023], id="the highest since"),
    pytest.param("In 2022 Marsh scored 17 goals, of which three in April.", [Y2022, ("2022-04-01", "2022-04-30")], id="of which"),
    pytest.param("The herd has shrunk to 55 animals from 160 in 2010.", [None, ("2010-01-01", "2010-12-31")], id="a level before"),
    pytest.param("The museum, founded in 1952, drew 900 visitors in 2022.", [Y2022], id="founded in"),
    pytest.param("A bridge built in 1968 collapsed and 2 people died.", [None], id="built in"),
    pytest.param("In 2022 12 schools were built.", [Y2022], id="what was built is counted"),
    pytest.param("В 2022 году собрали 40 тонн мёда, а в 2023-м — 52.", [Y2022, Y2023], id="ru two years"),
    pytest.param("В 2023 году родились 60 телят, это рекорд с 1998 года.", [Y2023], id="ru a record since"),
    pytest.param("В 2023 году родились 60 телят по сравнению с 48 в 2022 году.", [Y2023, Y2022], id="ru compared with"),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_a_sentence_dates_its_figures(figures_of: FiguresOf, text: str, expected: list[Dates]) -> None:
    assert _dates(figures_of(text)) == expected


DATED = [
    pytest.param("In December the clinic saw 40 patients.", [("2023-12-01", "2023-12-31")], id="the latest December"),
    pytest.param(
        "On 19 February inspectors found 31 faults. It is the first visit since 1998.", [("2024-02-19", "2024-02-19")], id="a day"
    ),
    pytest.param(
        "Surgeons did 845 operations in January and 792 in February.",
        [("2024-01-01", "2024-01-31"), ("2024-02-01", "2024-02-29")],
        id="months in order",
    ),
    pytest.param(
        "Last year 64 nurses left. Pay rose by 7% in January.", [Y2023, ("2024-01-01", "2024-01-31")], id="last year frames no month"
    ),
    pytest.param(
        "In 2022 the ward closed 9 times. In March 30 beds were moved.", [Y2022, ("2022-03-01", "2022-03-31")], id="a year frames"
    ),
    pytest.param(
        "Debt will rise to 13 million. In 2019 it was 9 million. Crews paved 40 roads.",
        [None, ("2019-01-01", "2019-12-31"), None],
        id="a look back",
    ),
    pytest.param("By the end of the year 40 panels are to be added.", [("2024-12-31", "2024-12-31")], id="a plan stays ahead"),
    pytest.param("«Мы получили 14 вагонов и до конца мая ждём ещё шесть».", [None, None], id="ru leads into the next"),
    pytest.param(
        "Явка составила 43 %; пять лет назад она была на 2 пункта выше.", [None, ("2019-01-01", "2019-12-31")], id="ru another part"
    ),
    pytest.param("Ten trams will follow by June.", [("2024-06-01", "2024-06-30")], id="a month to come"),
    pytest.param("Заседание пройдёт 26 сентября. Потрачено 311 рублей.", [None], id="ru a day to come is no frame"),
    pytest.param("We need 120 nurses and have found 85 since January.", [None, ("2024-01-01", "2024-03-03")], id="another verb"),
    pytest.param("К концу года заболеют 25 детей.", [("2024-12-31", "2024-12-31")], id="ru a forecast stays ahead"),
    pytest.param("On Thursday 27 trains stood still.", [("2024-02-29", "2024-02-29")], id="a weekday"),
    pytest.param("We have hired 85 nurses since January.", [("2024-01-01", "2024-03-03")], id="since ends with the text"),
    pytest.param(
        "В феврале отменили 27 рейсов, годом ранее — 41.",
        [("2024-02-01", "2024-02-29"), ("2023-02-01", "2023-02-28")],
        id="ru a year before",
    ),
    pytest.param(
        "За 2022 год поступило 640 жалоб, а за пять месяцев прошлого — уже 410.",
        [("2022-01-01", "2022-12-31"), ("2023-01-01", "2023-05-31")],
        id="ru year named once",
    ),
    pytest.param("К концу квартала в очереди стояли 300 семей.", [("2023-12-31", "2023-12-31")], id="ru the quarter that ended"),
    pytest.param("LUTTERBY, 3 March 2024 (North Wire) - The hospital has 480 beds.", [None], id="a dateline is no period"),
]


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_a_dated_document_places_what_has_no_year(figures_of: FiguresOf, text: str, expected: list[Dates]) -> None:
    assert _dates(figures_of(PUBLISHED + text)) == expected


AROUND = [
    pytest.param("In 2023 courts heard 90 cases. Judges dismissed 31.", [Y2023, Y2023], id="the sentence before"),
    pytest.param("In 2023 courts heard 90 cases. Most judges have 2 clerks.", [Y2023, None], id="what is so now"),
    pytest.param("In 2023 courts heard 90 cases. That is 4 a week, or 1% of all.", [Y2023, Y2023, Y2023], id="that is"),
    pytest.param(
        "In 2023 courts heard 90 cases. In 2022 they had heard 70. Lawyers filed 12 appeals.", [Y2023, Y2022, None], id="an aside"
    ),
    pytest.param(
        "Since March 2022 talks have stalled.\n\nIn April envoys met 3 times.", [("2022-04-01", "2022-04-30")], id="since frames a year"
    ),
    pytest.param("In 2022 the city gave permits. They went to:\n\n- Hearth, 740\n- Bau, 300", [Y2022, Y2022], id="list items"),
    pytest.param("# Courts\n\n## 2022\n\nJudges heard 90 cases.\n\n## 2023\n\nJudges heard 70 cases.", [Y2022, Y2023], id="headings"),
    pytest.param(
        "From January to June 2023 crews cut 9 km of road. They repaired 27 bridges in the same period.",
        [("2023-01-01", "2023-06-30")] * 2,
        id="the same period",
    ),
    pytest.param(
        "In May 2023 crews laid 9 km of pipe. A month earlier they had laid 5 km.",
        [("2023-05-01", "2023-05-31"), ("2023-04-01", "2023-04-30")],
        id="a month earlier",
    ),
    pytest.param("Since the law of 2016 came into force, 95 inmates have been freed.", [None], id="since a law"),
    pytest.param("In March the mill ground 12 tonnes.", [None], id="no year anywhere"),
    pytest.param(
        "Because of the storms of 3-5 March 2022, 14 boats sank. Divers were called out 61 times.",
        [("2022-03-03", "2022-03-05"), None],
        id="what dates a cause",
    ),
    pytest.param(
        "Из-за ливней 3–5 марта 2022 года затопило 14 подвалов. Спасены 44 человека.",
        [("2022-03-03", "2022-03-05"), None],
        id="ru what dates a cause",
    ),
]


@pytest.mark.parametrize(("text", "expected"), AROUND)
def test_the_text_around_dates_what_its_sentence_does_not(figures_of: FiguresOf, text: str, expected: list[Dates]) -> None:
    assert _dates(figures_of(text)) == expected


def test_a_year_taken_from_the_text_is_context_and_quoted(figures_of: FiguresOf) -> None:
    text = "Since March 2022 talks have stalled.\n\nIn April envoys met 3 times."
    figure = figures_of(text)[0]
    assert figure.period is not None
    assert figure.period.basis is Basis.CONTEXT
    assert any(text[span.start : span.end].startswith("Since March 2022") for span in figure.scope_quotes)


def test_a_month_placed_by_the_publication_date_says_so(figures_of: FiguresOf) -> None:
    period = figures_of(PUBLISHED + "In December the clinic saw 40 patients.")[0].period
    assert period is not None
    assert period.basis is Basis.PUBLICATION_DATE


def test_last_year_in_an_undated_text_is_unresolved(figures_of: FiguresOf) -> None:
    period = figures_of("Last year 64 nurses left.")[0].period
    assert period is not None
    assert (period.start, period.end, period.basis) == (None, None, Basis.UNRESOLVED)


PRIOR = [
    pytest.param("В сезоне 2022/23 пятьдесят шесть судов вышли в море.", [("2022-01-01", "2023-12-31")], id="ru season before a count"),
    pytest.param("In 2023 sales came to 410 million crowns (2022: 395 million crowns).", [Y2023, Y2022], id="year in brackets"),
    pytest.param("In 2023 there were 88 complaints, up from 61.", [Y2023, Y2022], id="up from"),
    pytest.param("Losses fell to €9 million in 2023 from €12 million.", [Y2023, Y2022], id="fell to, from"),
    pytest.param("In 2023 the herd grew from 300 to 450 animals.", [None, Y2023], id="grew from, to"),
    pytest.param("In 2023 the ferry made 71 trips, compared with 58 in 2022, and 19 charters.", [Y2023, Y2022, Y2023], id="behind one"),
    pytest.param("€4 million was carried forward to 2024.", [None], id="carried forward to a year"),
    pytest.param(
        "In the first quarter of 2023 the yard built 12 boats, in the second 15 and in the third nine.",
        [("2023-01-01", "2023-03-31"), ("2023-04-01", "2023-06-30"), ("2023-07-01", "2023-09-30")],
        id="quarter named once",
    ),
    pytest.param(
        "На 1 июля 2023 года работали 320 матросов (на 1 июля 2022 года – 298).",
        [("2023-07-01", "2023-07-01"), ("2022-07-01", "2022-07-01")],
        id="ru day in brackets",
    ),
    pytest.param(
        "За восемь месяцев 2023 года отменили 41 рейс (за аналогичный период 2022 года – 57).",
        [("2023-01-01", "2023-08-31"), ("2022-01-01", "2022-08-31")],
        id="ru same period in brackets",
    ),
    pytest.param(
        "За первое полугодие 2023 года посадили 812 лип, за второе – 954.",
        [("2023-01-01", "2023-06-30"), ("2023-07-01", "2023-12-31")],
        id="ru half named once",
    ),
    pytest.param(
        "За 2022 год поступило 640 жалоб, а за пять месяцев 2023-го — 410.",
        [Y2022, ("2023-01-01", "2023-05-31")],
        id="ru so many months",
    ),
    pytest.param(
        "В I квартале 2023 года выпустили 12 станков, во II – 15.",
        [("2023-01-01", "2023-03-31"), ("2023-04-01", "2023-06-30")],
        id="ru quarter in roman numerals",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PRIOR)
def test_a_level_before_is_of_its_own_time(figures_of: FiguresOf, text: str, expected: list[Dates]) -> None:
    assert _dates(figures_of(text)) == expected


AFTER = [
    pytest.param("On 31 December 2022 there were 140 clerks. During the year 22 were hired.", Y2022, id="during the year"),
    pytest.param("At the end of 2022 the library held 900 maps. Readers borrowed 60 atlases.", Y2022, id="what follows an end"),
    pytest.param("The fishing season ended on 15 October 2022. Boats landed 420 tonnes of herring.", Y2022, id="a season that ended"),
    pytest.param(
        "In the first four months of 2023 it opened 9 shops. In the same four months of 2022 it had opened 5.",
        ("2022-01-01", "2022-04-30"),
        id="the same months",
    ),
    pytest.param("Since the frost began on 3 January 2022, 940 trees have died.", ("2022-01-03", "None"), id="since a day"),
    pytest.param("The mill ground 3,900 sacks, still short of the 4,100 of 2019. The mill also burnt 61 logs.", None, id="held against"),
    pytest.param("In 1850 the village had 90 mills. It also had 12 inns.", ("1850-01-01", "1850-12-31"), id="a year long past"),
    pytest.param("In May 2022 12 ponds were cleared, bringing the total since the start of the plan to 52.", None, id="total since"),
    pytest.param("In 2022 the clinic saw 12 foxes, rather than the 43 published in 2023.", Y2022, id="when it was said"),
    pytest.param("Parking brought in €38,000; the town will end it on 1 January 2025. Guards towed 119 cars.", None, id="what is to come"),
    pytest.param(
        "Долг на 1 октября 2022 года составлял 12 млн рублей. К концу года он снизился. Инспекция вынесла 31 штраф.",
        Y2022,
        id="ru by the end of the year",
    ),
]


@pytest.mark.parametrize(("text", "expected"), AFTER)
def test_the_last_figure_is_dated_by_what_stands_before(figures_of: FiguresOf, text: str, expected: Dates) -> None:
    assert _dates(figures_of(text))[-1] == expected


COMING = [
    pytest.param("The board aims to plant 500 oaks by the end of May.", ("2024-05-31", "2024-05-31"), id="aims to"),
    pytest.param("Foresters could need 90 helpers by June.", ("2024-06-01", "2024-06-30"), id="could"),
    pytest.param("The zoo hopes to raise €9,000 in April.", ("2024-04-01", "2024-04-30"), id="hopes to, in"),
    pytest.param("Лесничество намерено посадить 500 дубов к маю.", ("2024-05-01", "2024-05-31"), id="ru intends"),
    pytest.param("The zoo now expects to rear 70 cranes this year.", ("2024-01-01", "2024-12-31"), id="this year to come"),
    pytest.param("В этом году откроем 30 садов.", ("2024-01-01", "2024-12-31"), id="ru this year to come"),
    pytest.param("The zoo has reared 7 cranes this year.", ("2024-01-01", "2024-03-03"), id="this year so far"),
    pytest.param("The ferry goes from €4 to €5 in May.", ("2024-05-01", "2024-05-31"), id="goes from, to"),
    pytest.param("The kiln opens 5 new ovens in May.", ("2024-05-01", "2024-05-31"), id="what is done soon"),
    pytest.param("The kiln holds 5 ovens, and in May it burnt 80 pots.", ("2023-05-01", "2023-05-31"), id="what was done"),
    pytest.param("The price rises to 5 euros in February.", ("2024-02-01", "2024-02-29"), id="a present of last month"),
    pytest.param("Wardens could not reach 5 farms in May.", ("2023-05-01", "2023-05-31"), id="what could not be done is past"),
]


@pytest.mark.parametrize(("text", "expected"), COMING)
def test_what_is_intended_lies_after_publication(figures_of: FiguresOf, text: str, expected: Dates) -> None:
    assert _dates(figures_of(PUBLISHED + text))[-1] == expected


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        pytest.param("A ticket goes from €4 to €5.", ["€4", "€5"], id="a fare that goes"),
        pytest.param("The crew went from 14 to 9 sailors.", ["14", "9"], id="a crew that went"),
        pytest.param("The dial goes from 3 to 12.", ["3 to 12"], id="a scale"),
        pytest.param("Fares run from €4 to €5.", ["€4 to €5"], id="a range"),
    ],
)
def test_what_goes_from_one_level_to_another_is_no_range(figures_of: FiguresOf, text: str, surfaces: list[str]) -> None:
    assert [figure.surface for figure in figures_of(text)] == surfaces


REPORTED = [
    pytest.param("title: Annual review 2022\npublished: 2023-03-01", "Staff gave 12,400 lessons.", Y2022, id="annual review"),
    pytest.param(
        "title: Annual review 2021/22\npublished: 2022-09-01", "Staff gave 12,400 lessons.", ("2021-01-01", "2022-12-31"), id="school year"
    ),
    pytest.param(
        "title: Frost bulletin, week 7\npublished: 2023-02-21", "Growers lost 212 trees.", ("2023-02-13", "2023-02-19"), id="week"
    ),
    pytest.param(
        "title: Frost bulletin\npublished: 2023-02-21",
        "Reporting week: 13 to 19 February 2023.\n\nGrowers lost 212 trees.",
        ("2023-02-13", "2023-02-19"),
        id="a line of its own",
    ),
    pytest.param(
        "title: Frost bulletin\npublished: 2023-02-21",
        "## By county, week 7\n\n- Arden: 110 trees\n- Corby: 40 trees",
        ("2023-02-13", "2023-02-19"),
        id="heading",
    ),
    pytest.param(
        "title: Half-year report\npublished: 2023-07-21",
        "The fleet sank in the first half of 2023.\n\nBy 30 June divers had raised 31 boats.",
        ("2023-01-01", "2023-06-30"),
        id="by a day",
    ),
    pytest.param(
        "title: Обзор за первое полугодие 2023 года\npublished: 2023-07-21",
        "К 31 мая построили 12 причалов.",
        ("2023-01-01", "2023-05-31"),
        id="ru by a day",
    ),
    pytest.param(
        "title: Half-year report\npublished: 2023-07-21",
        "In the first half of 2023 boats sank.\n\nOn 30 June the club had 90 members.",
        ("2023-06-30", "2023-06-30"),
        id="a state on a day",
    ),
    pytest.param("title: Доклад о лесах за 2022 год\npublished: 2023-02-21", "Посадили 110 дубов.", Y2022, id="ru report"),
    pytest.param(
        "title: The aviary in 2022", "In 2022 the aviary bred 31 owls. In 2021 it bred 22.\n\nKeepers ringed 90 birds.", Y2022, id="goes on"
    ),
    pytest.param("title: Питомник в 2022 году", "В 2022 году продали 90 елей.\n\nСадовники привили 40 груш.", Y2022, id="ru goes on"),
    pytest.param(
        "title: 'Лодочная станция: первое полугодие 2023 года'", "Сдали 310 лодок.", ("2023-01-01", "2023-06-30"), id="ru set apart"
    ),
    pytest.param("title: 'Notes of the ferry club, summer 2022'", "Members mended 31 boats.", ("2022-06-01", "2022-08-31"), id="season"),
    pytest.param("title: 'Заметки клуба, лето 2022 года'", "Починили 31 лодку.", ("2022-06-01", "2022-08-31"), id="ru season"),
    pytest.param("title: 'Ferry newsletter, summer 2022'", "Members mended 31 boats.", None, id="an issue"),
    pytest.param("title: 'Вестник клуба, лето 2022 года'", "Починили 31 лодку.", None, id="ru issue"),
    pytest.param("title: 'Notes of the club, summer 2022'", "The winter before, 31 boats were mended.", None, id="another season"),
    pytest.param("title: 'Notes of the club, summer 2022'\npublished: 2022-07-02", "Members mended 31 boats.", None, id="a dated season"),
    pytest.param("title: 'Quarry: the year in 2022'\npublished: 2023-02-01", "Crews cut 700 blocks.", Y2022, id="set apart, dated"),
    pytest.param("title: Tram bulletin", "In 2022 trams ran 900 trips.\n\nInspectors fined 12 riders.", Y2022, id="opening of a report"),
    pytest.param(
        "title: Отчёт бассейна", "Бассейн принял в 2022 году 900 гостей.\n\n## Люди\n\nНаняли 9 тренеров.", Y2022, id="ru opening"
    ),
    pytest.param(
        "title: Питомник в 2022 году\npublished: 2023-02-01",
        "Наняли 3 кассиров. В 2019 году было 70. Завяли 9 роз.",
        None,
        id="beside",
    ),
    pytest.param("title: Tram news", "In 2022 trams ran 900 trips.\n\nInspectors fined 12 riders.", None, id="opening of no report"),
    pytest.param("title: 'Spa: 2015'\npublished: 2023-03-01", "The spa hired 12 maids.", None, id="written long after"),
    pytest.param("title: Annual review 2022\npublished: 2023-03-01", "The trust plans to build 12 huts.", None, id="no plan"),
    pytest.param("title: Frost bulletin, week 7\npublished: 2023-02-21", "Growers have lost 212 trees.", None, id="no sum in a week"),
    pytest.param("title: Annual review 2022\npublished: 2023-03-01", "The Review 2021 gave 96 huts; it was 91.", None, id="another year"),
    pytest.param(
        "title: 'Results of the Cider Fair – 2023'\npublished: 2023-09-01", "Judges tasted 40 ciders.", Y2023, id="a name with its year"
    ),
    pytest.param("title: Итоги слёта «Костёр-2023»\npublished: 2023-07-02", "Слёт принял 310 гостей.", Y2023, id="ru a name with its year"),
    pytest.param("title: 'Cider Fair – 2023'\npublished: 2023-09-01", "Judges tasted 40 ciders.", None, id="a name and no report"),
    pytest.param(
        "title: Harbour report for 2022\npublished: 2023-02-11",
        "On 1 January 2023 the archive held 90 maps. Clerks sold 12 charts.",
        Y2022,
        id="a count at its end",
    ),
    pytest.param(
        "title: Отчёт архива за 2022 год\npublished: 2023-02-11",
        "На 1 января 2023 года хранилось 90 карт. В течение года поступило 12 планов.",
        Y2022,
        id="ru a count at its end",
    ),
    pytest.param(
        "title: Harbour report for 2022\npublished: 2023-02-11",
        "Five huts are planned for 2023. The pier drew 210 guests.",
        Y2022,
        id="a plan frames no fact",
    ),
    pytest.param(
        "title: Отчёт театра за 2022 год\npublished: 2023-02-11",
        "На 2023 год намечено 9 премьер. На балет пришли 730 зрителей.",
        Y2022,
        id="ru a plan frames no fact",
    ),
    pytest.param("title: Budget 2024\npublished: 2023-03-01", "The city hired 12 clerks.", None, id="no report"),
]


@pytest.mark.parametrize(("front", "text", "expected"), REPORTED)
def test_a_report_is_of_the_period_that_it_names(figures_of: FiguresOf, front: str, text: str, expected: Dates) -> None:
    assert _dates(figures_of(f"---\n{front}\n---\n\n{text}\n"))[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Prices rose by 3.1 per cent, after 2.4 per cent in 2020.", id="per cent"),
        pytest.param("Of these, 612 had been out of work for more than a year.", id="for more than a year"),
        pytest.param("Some 40 clerks left within a month.", id="within a month"),
    ],
)
def test_a_length_of_time_and_per_cent_are_no_rate(figures_of: FiguresOf, text: str) -> None:
    assert all(figure.per is None for figure in figures_of(text))


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        pytest.param("The average wait fell from 142 days to 96 in 2022.", [("142", "day", None), ("96", "day", 2022)], id="one unit"),
        pytest.param("In 2022 output was cut from 12 tonnes to 9 tonnes.", [("12", "t", None), ("9", "t", 2022)], id="each its unit"),
        pytest.param("In 2022 the fare went up from 3 crowns to 4.", [("3", "crown", None), ("4", "crown", 2022)], id="money"),
        pytest.param("В 2022 году ожидание сократилось со 142 дней до 96.", [("142", "day", None), ("96", "day", 2022)], id="in Russian"),
    ],
)
def test_of_a_level_before_and_one_after_only_the_second_is_of_the_period(
    figures_of: FiguresOf, text: str, levels: list[tuple[str, str, int | None]]
) -> None:
    told = [(f.surface, f.unit, f.period.start.year if f.period and f.period.start else None) for f in figures_of(text)]
    assert told == levels


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        pytest.param(
            "Fares rose to 82 million crowns in 2023 (2022: 79 million crowns). Wages fell to 6 million crowns from 7 million crowns "
            "the year before.",
            [Y2023, Y2022, Y2023, Y2022],
            id="the year before",
        ),
        pytest.param(
            "In 2023 the yard had 410 welders (2022: 388). On average over the year it paid 402 welders.",
            [Y2023, Y2022, Y2023],
            id="over the year",
        ),
        pytest.param("In 2023 it won 12 games (2022: 9; the year before: 7).", [Y2023, Y2022, Y2021], id="within the brackets"),
    ],
)
def test_what_is_compared_in_brackets_is_no_time_to_go_on_from(figures_of: FiguresOf, text: str, dates: list[Dates]) -> None:
    assert _dates(figures_of(text)) == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        pytest.param("It was the wettest year since 2009, when 191 mm fell.", [("2009-01-01", "2009-12-31")], id="when"),
        pytest.param("Это самый сухой год с 2010-го, когда выпало 191 мм.", [("2010-01-01", "2010-12-31")], id="ru"),
        pytest.param(
            PUBLISHED + "For 2024 the board expects 40 boats. In all 31 boats were sold.", [("2024-01-01", "2024-12-31"), None], id="ahead"
        ),
    ],
)
def test_a_time_that_is_looked_back_or_ahead_to_holds_for_its_own_clause(figures_of: FiguresOf, text: str, dates: list[Dates]) -> None:
    assert _dates(figures_of(text)) == dates


@pytest.mark.parametrize(
    ("published", "dates"),
    [
        pytest.param("2024-10-01", ("2024-12-01", "2025-02-28"), id="in autumn the next"),
        pytest.param("2024-12-12", ("2024-12-01", "2024-12-12"), id="in December this one"),
        pytest.param("2024-04-02", ("2023-12-01", "2024-02-29"), id="in spring the last"),
    ],
)
def test_this_winter_is_the_nearest(figures_of: FiguresOf, published: str, dates: Dates) -> None:
    text = f"---\ntitle: Note\npublished: {published}\n---\n\nThis winter 40 people sleep at the inn."
    assert _dates(figures_of(text)) == [dates]


BULLETIN = "---\ntitle: Rescue bulletin, week 31 of 2023\npublished: 2023-08-08\n---\n\n"
TO_JULY, WEEK_31, WEEK_30 = ("2023-01-01", "2023-07-31"), ("2023-07-31", "2023-08-06"), ("2023-07-24", "2023-07-30")


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        pytest.param(
            "From the start of the year to 31 July 340 people were rescued. In the past week (31 July - 6 August) 25 were rescued, "
            "against 31 the week before. In the same period of 2022 there were 290 rescues.",
            [TO_JULY, WEEK_31, WEEK_30, ("2022-01-01", "2022-07-31")],
            id="the same period is of the longer one",
        ),
        pytest.param(
            "С начала года к 31 июля спасено 340 человек. За прошедшую неделю (31 июля – 6 августа) спасено 25 человек, "
            "неделей ранее — 31. За тот же период 2022 года спасли 290 человек.",
            [TO_JULY, WEEK_31, WEEK_30, ("2022-01-01", "2022-07-31")],
            id="тот же период",
        ),
        pytest.param(
            "In the past week (31 July - 6 August) 25 people were rescued. In the same period of 2022 there were 29 rescues.",
            [WEEK_31, ("2022-07-31", "2022-08-06")],
            id="the same week where no longer one is named",
        ),
        pytest.param(
            "Since the start of the year to 31 July 340 people were rescued.\n\nMost rescues were at Cove Point: 120.",
            [TO_JULY, None],
            id="what a bulletin counts in no time of its own may be of all the year",
        ),
    ],
)
def test_a_bulletin_tells_of_its_week_and_of_the_year_so_far(figures_of: FiguresOf, text: str, dates: list[Dates]) -> None:
    assert _dates(figures_of(BULLETIN + text)) == dates


def _text(title: str, published: str, text: str) -> str:
    return f"---\ntitle: {title}\npublished: {published}\n---\n\n# {title}\n\n{text}"


WEEKS = (("2024-07-08", "2024-07-14"), ("2024-07-01", "2024-07-07"))
SEASONS = (("2021-01-01", "2022-12-31"), ("2020-01-01", "2021-12-31"))


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        pytest.param(
            _text(
                "Fires in Helmark, 2022", "2023-03-02", "In 2022 crews fought 8,420 fires.\n\nBarn fires rose to 412. Deaths fell to 19."
            ),
            [Y2022, Y2022, Y2022],
            id="a title that closes with its year",
        ),
        pytest.param(
            _text(
                "Fires in Helmark, 2022",
                "2023-03-02",
                "In 2022 crews fought 8,420 fires.\n\n19 people died, against 26 in the previous year.",
            ),
            [Y2022, Y2022, Y2021],
            id="the year before the one reported on",
        ),
        pytest.param(
            _text(
                "Annual report 2022", "2023-03-02", "Crews rescued 211 people. False alarms came to 3,105, up from 2,990 a year earlier."
            ),
            [Y2022, Y2022, Y2021],
            id="a year earlier than the one reported on",
        ),
        pytest.param(
            _text(
                "Season review 2021-22",
                "2022-06-10",
                "Mira Holt scored 31 points; in the previous season she had scored 22. Ada Kern got 28.",
            ),
            [SEASONS[0], SEASONS[1], SEASONS[0]],
            id="the season before, and back",
        ),
        pytest.param(
            _text(
                "Dengue",
                "2024-07-15",
                "In the week from 8 to 14 July 430 cases were reported, against 512 cases and 9 deaths in the previous week.",
            ),
            [WEEKS[0], WEEKS[1], WEEKS[1]],
            id="all that stands in a comparison",
        ),
        pytest.param(
            _text(
                "Guests",
                "2023-04-12",
                "Alm had 310 guests from January to March 2023, more than in the same months of 2022, when 298 came.",
            ),
            [("2023-01-01", "2023-03-31"), ("2022-01-01", "2022-03-31")],
            id="the same months, when",
        ),
    ],
)
def test_an_earlier_time_goes_back_from_the_one_that_is_told_of(figures_of: FiguresOf, text: str, dates: list[Dates]) -> None:
    assert _dates(figures_of(text)) == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        pytest.param(
            "The slide killed 14 people in Orm, where a slope gave way on Tuesday, and 5 in Lower Tarn.", [None, None], id="where"
        ),
        pytest.param(
            "Volunteers saved 52 lives, against 61 in the previous year.", [None, None], id="the year before one that nothing tells"
        ),
        pytest.param("The mine, closed in 2009, employed 300 men.", [None], id="a participle behind a word of two sorts"),
        pytest.param("Hask United, promoted on 12 April, signed six players.", [None], id="a participle behind a name"),
        pytest.param("The Bears, promoted on 12 April, signed six players. Referees showed 80 cards.", [None, None], id="a participle"),
        pytest.param("Attendance in 2023 was 8,410, up 5 % on 2022.", [Y2023, Y2023], id="up on a year"),
        pytest.param("Average attendance was 8,410, up 5 % on 2022.", [None, None], id="up on a year alone"),
        pytest.param("Some 90 drivers left 14 depots on 1 March.", [("2024-03-01", "2024-03-01")] * 2, id="a subject has its verb's time"),
        pytest.param("The town closed 2023 with a deficit of €4.1 million.", [Y2023], id="closed a year"),
        pytest.param("The museum began 2022 with 310 volunteers.", [Y2022], id="began a year"),
    ],
)
def test_a_time_in_a_part_beside_the_point_is_not_that_of_the_figure(figures_of: FiguresOf, text: str, dates: list[Dates]) -> None:
    assert _dates(figures_of(PUBLISHED + text)) == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        pytest.param(
            _text("Fires in Helmark, 2022", "2023-03-02", "Barn fires fell to 412."), [Y2022], id="a title alone, soon after its year"
        ),
        pytest.param(
            _text("Guests of summer 2023", "2023-10-02", "From June to August 2023 there were 310 guests.\n\nThey spent 8 million."),
            [("2023-06-01", "2023-08-31")] * 2,
            id="the months that open it",
        ),
        pytest.param(
            _text("Review of 2022", "2023-01-20", "The final on 3 May 2022 drew 900 people. Total attendance was 12,000."),
            [("2022-05-03", "2022-05-03"), Y2022],
            id="a total is of no day",
        ),
        pytest.param(_text("Cups", "2024-03-03", "Bears have won two cups; the first was in 2020."), [None], id="dated behind a semicolon"),
        pytest.param(
            _text("Aid", "2024-03-03", "The agency seeks 14 million dollars by December."), [("2024-12-01", "2024-12-31")], id="asked for"
        ),
        pytest.param(
            _text("Bans", "2024-10-04", "Bans are in force in 23 towns, against nine at the end of August."),
            [None, ("2024-08-31", "2024-08-31")],
            id="told in the present of a day gone by",
        ),
        pytest.param(
            _text("Пожары", "2024-08-08", "На 7 августа в округе действует 31 пожар."),
            [("2024-08-07", "2024-08-07")],
            id="на вчерашний день",
        ),
        pytest.param(
            _text("Port", "2024-03-03", "The port handled 640 ships, nearly double the 330 recorded in 2019."),
            [None, ("2019-01-01", "2019-12-31")],
            id="a multiple of another year's",
        ),
    ],
)
def test_a_figure_has_the_time_of_the_whole_where_no_other_is_its_own(figures_of: FiguresOf, text: str, dates: list[Dates]) -> None:
    assert _dates(figures_of(text)) == dates


SEASONS = [
    pytest.param(
        "# Bulletin, week 6, 2024\n\nSince the start of the flu season, on 1 October 2023, 410 ships were searched.\n\n"
        "Since the start of the season 12 were held.",
        [("2023-10-01", "2024-03-03"), ("2023-10-01", "2024-03-03")],
        id="since the day that was said",
    ),
    pytest.param("# Бюллетень, 6-я неделя 2024 года\n\nС начала сезона заболели 80 моряков.", [None], id="с неизвестного дня"),
    pytest.param(
        "# League: the 2023/24 season in review\n\nThis season Berg scored 30 goals.", [("2023-01-01", "2024-12-31")], id="this season"
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEASONS)
def test_a_season_is_that_which_the_text_has_told_of(figures_of: FiguresOf, text: str, expected: list[Dates]) -> None:
    assert _dates(figures_of(PUBLISHED + text)) == expected


SOON_AFTER = [
    pytest.param("**3 марта.** Сгорели 12 гаражей.\n\n**5 марта.** Сгорели 15 гаражей.", ("2024-03-05", "2024-03-05"), id="ru update"),
    pytest.param("**5 марта, 08:00.** Огонь потушен. Сгорели 15 гаражей.", ("2024-03-05", "2024-03-05"), id="what follows in an update"),
    pytest.param("Update, 6 March: 15 sheds have burned, the council says.", ("2024-03-06", "2024-03-06"), id="update"),
    pytest.param("On 4 March 15 sheds burned.", ("2024-03-04", "2024-03-04"), id="told as past"),
    pytest.param("Сбор вещей — 24 марта, нужны 20 помощников.", ("2024-03-24", "2024-03-24"), id="ru announced without a verb"),
    pytest.param("The market opens on 2 May with 40 stalls.", ("2024-05-02", "2024-05-02"), id="announced in the present"),
    pytest.param("2 мая на ярмарку приехали 40 лавок.", ("2023-05-02", "2023-05-02"), id="ru long after is of the year before"),
    pytest.param("On 20 November 40 trees were planted.", ("2023-11-20", "2023-11-20"), id="long after is of the year before"),
    pytest.param(
        "В марте уволились 30 рабочих, в апреле — 20.", ("2023-04-01", "2023-04-30"), id="ru a month to come is of the year before"
    ),
    pytest.param("Поправка от 5 марта. Сгорели 16 гаражей.", None, id="ru the day of a correction"),
    pytest.param("Уточнение от 5 марта: сгорели 16 гаражей.", None, id="ru the day of a clarification"),
    pytest.param("Correction of 5 March: 16 sheds burned.", None, id="the day of a correction"),
]


@pytest.mark.parametrize(("text", "expected"), SOON_AFTER)
def test_a_day_soon_after_the_publication_is_of_its_year(figures_of: FiguresOf, text: str, expected: Dates) -> None:
    assert _dates(figures_of(PUBLISHED + text))[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "За весь 2024 год план — 90. Всего с сентября привито 612 детей.", ("2023-09-01", "2024-03-03"), id="ru since September"
        ),
        pytest.param("Дачи есть у 41 % семей. Год назад так отвечали 38 %. Дач нет у 53 %.", None, id="ru behind a look back"),
        pytest.param(
            "Huts are owned by 41 % of people. A year ago 38 % had them. Nothing is owned by 53 %.", None, id="behind a look back"
        ),
        pytest.param("В прошлом году сгорели 8 домов. Погибли двое.", ("2023-01-01", "2023-12-31"), id="ru last year is told of"),
        pytest.param("Среди заболевших на неделе 611 детей.", None, id="ru no week has that number"),
    ],
)
def test_times_before_hold_no_further_than_they_are_told_of(figures_of: FiguresOf, text: str, expected: Dates | None) -> None:
    assert _dates(figures_of(PUBLISHED + text))[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("В феврале яйца подорожали на 2 %. Хлеб за год подорожал на 6 %.", ("2023-03-03", "2024-03-03"), id="ru"),
        pytest.param("In February eggs went up by 2 %. Over the year bread rose by 6 %.", ("2023-03-03", "2024-03-03"), id="en"),
        pytest.param("В 2022 году яйца подорожали на 2 %. Хлеб за год подорожал на 6 %.", ("2022-01-01", "2022-12-31"), id="ru-a-year-that-is-over"),
    ],
)  # fmt: skip
def test_over_the_year_is_twelve_months_where_that_year_is_not_over(figures_of: FiguresOf, text: str, expected: Dates) -> None:
    assert _dates(figures_of(PUBLISHED + text))[-1] == expected
