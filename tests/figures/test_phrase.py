"""What a number counts."""

import pytest

from tests.figures.conftest import FiguresOf


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("Убыль жителей составила 740 человек.", "Убыль жителей", id="an event amounts to people"),
        pytest.param("The decline came to 740 people.", "decline", id="en"),
        pytest.param("Экипаж составил 12 человек.", "человек", id="no event"),
        pytest.param("Число пенсионеров достигло 740 человек.", "пенсионеров", id="the number of somebody"),
        pytest.param("Численность врачей, занятых в клиниках, на 1 мая составила 740 человек.", "врачей", id="a participle between"),
        pytest.param("Численность безработных, учтённых в службе, на 1 мая составила 740 человек.", "безработных", id="a passive one"),
        pytest.param("Число читателей выросло до 740 человек.", "читателей", id="a number that grew"),
        pytest.param("Население посёлка составляет 740 человек.", "Население посёлка", id="a noun that counts people"),
        pytest.param("Штат больницы — 740 человек.", "Штат больницы", id="a dash"),
    ],
)
def test_an_event_that_amounts_to_people_is_what_they_count(figures_of: FiguresOf, text: str, counted: str) -> None:
    figure = figures_of(text)[0]
    assert (figure.counted, figure.unit) == (counted, "person")


def test_the_rate_of_a_year_is_not_the_count_over_one(figures_of: FiguresOf) -> None:
    figure = figures_of("В 2021 году в порту начали ремонт. За год утонуло 5 лодок.")[0]
    assert figure.per is None
    assert figure.period is not None
    assert figure.period.start is not None
    assert figure.period.start.year == 2021


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("В 2021 году было 15 аварий и 21 пострадавший.", ["аварий", "пострадавший"]),
        ("За месяц 31 раненый и 40 погибших.", ["раненый", "погибших"]),
        ("Закрыто 11 сельских школ.", ["сельских школ"]),
    ],
)
def test_an_adjective_counted_alone_is_the_thing_counted(figures_of: FiguresOf, text: str, counted: list[str]) -> None:
    assert [figure.counted for figure in figures_of(text)] == counted


def test_what_another_number_measures_is_no_part_of_what_is_counted(figures_of: FiguresOf) -> None:
    assert figures_of("Потушено 480 пожаров на площади 11 тыс. га.")[0].counted == "пожаров"


def test_a_header_loses_the_preposition_of_its_time(figures_of: FiguresOf) -> None:
    found = figures_of("| Город | Свадеб в 2022 | Свадеб за 2023 год |\n|---|---|---|\n| Речной | 62 | 57 |\n| Степной | 78 | 70 |\n")
    assert {figure.counted for figure in found} == {"Свадеб"}


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("There were 214 wildfires on an area of 900 ha.", ["wildfires", "area"], id="an area"),
        pytest.param("The council built 25 km of road on 3 ha.", ["road", "ha"], id="two measures"),
        pytest.param("They planted 620 oaks against a target of some 700.", ["oaks", "oaks"], id="a target"),
        pytest.param("There were 36 complaints about noise.", ["complaints about noise"], id="no number behind"),
    ],
)
def test_what_another_number_measures_is_not_counted_with_the_first(figures_of: FiguresOf, text: str, counted: list[str]) -> None:
    assert [figure.counted for figure in figures_of(text)] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("Приют закрыл год с убытком в 1,2 млн рублей.", "убытком", id="what came with it"),
        pytest.param("Инспекция выписала 12 штрафов на общую сумму 2,6 млн рублей.", None, id="fines that come to a sum are not that sum"),
        pytest.param("По данным «Союза ткачей», продано 1,4 млн тонн.", "тонн", id="not who says it"),
    ],
)
def test_a_sum_is_of_what_it_sizes(figures_of: FiguresOf, text: str, counted: str | None) -> None:
    assert figures_of(text)[-1].counted == counted


def test_a_place_behind_a_noun_sizes_nothing(figures_of: FiguresOf) -> None:
    figures = figures_of("Министерство проверило 40 театров. Нарушения нашли в семи.")
    assert [figure.unit for figure in figures] == ["театр", "театр"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("Полиция сообщает о 31 пострадавшем.", "person", id="active, one"),
        pytest.param("Врачи говорят о 22 госпитализированных и о пяти погибших.", "person", id="passive, before another"),
        pytest.param("Введено 22 отремонтированных дома.", "дом", id="a participle with a noun"),
    ],
)
def test_a_participle_stands_for_the_people_it_befell(figures_of: FiguresOf, text: str, unit: str) -> None:
    assert figures_of(text)[0].unit == unit


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("По данным Росстата, средняя цена метра составила 128 тысяч рублей.", "средняя цена метра", id="a body"),
        pytest.param("По данным «Ключ-Аналитики», цена метра составила 128 тысяч рублей.", "цена метра", id="a name with a hyphen"),
        pytest.param("По данным министерства финансов края, долг города составил 12 млн рублей.", "долг города", id="several genitives"),
    ],
)
def test_whose_data_they_are_is_not_what_is_counted(figures_of: FiguresOf, text: str, counted: str) -> None:
    assert figures_of(text)[0].counted == counted


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        pytest.param("The Greens doubled their seats from 9 to 18.", ["seats", "seats"], id="both-levels"),
        pytest.param("The city cut its debt from 40 million to 32 million euros.", ["debt", "debt"], id="money"),
        pytest.param("Norden cut the number of shops from 120 to 95.", ["shops", "shops"], id="the-number-of"),
        pytest.param("Seats rose from 9 to 18.", ["Seats", "Seats"], id="no-object"),
        pytest.param("Партия увеличила число мест с 9 до 18.", ["мест", "мест"], id="russian"),
        pytest.param("Город сократил долг с 40 млн до 32 млн рублей.", ["долг", "долг"], id="russian-money"),
    ],
)
def test_both_levels_of_a_change_count_what_was_changed(figures_of: FiguresOf, text: str, nouns: list[str]) -> None:
    assert [figure.counted for figure in figures_of(text)] == nouns


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("The number of first badges given in the Hill region in May was 760.", "first badges", id="of-first-ones"),
        pytest.param("First-badge tests rose to 91.", "First-badge tests", id="glued-by-a-hyphen"),
        pytest.param("In May 412 pupils took a second test.", "pupils", id="behind-its-verb"),
    ],
)
def test_which_one_of_a_row_is_part_of_what_is_counted(figures_of: FiguresOf, text: str, counted: str) -> None:
    assert [figure.counted for figure in figures_of(text)] == [counted]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param(
            "In 2024 the line expects 3.5 million passengers and revenue of about 222 million euros.", ["passengers", "revenue"], id="of"
        ),
        pytest.param("The fair drew 900 visitors and sales of 40,000 euros.", ["visitors", "sales"], id="without-a-bound"),
        pytest.param("The farm had 310 goats and sheep in 2022.", ["goats and sheep"], id="both-counted"),
    ],
)
def test_a_noun_with_a_number_of_its_own_is_not_counted_by_the_one_before(figures_of: FiguresOf, text: str, counted: list[str]) -> None:
    assert [figure.counted for figure in figures_of(text)] == counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Moor had 90 fires. Lost dogs rose by a fifth, to 148.",
            [("90", "fires"), ("a fifth", "Lost dogs"), ("148", "Lost dogs")],
            id="comma",
        ),
        pytest.param("Число лис выросло на треть — до 144.", [("треть", "лис"), ("144", "лис")], id="dash ru"),
        pytest.param("The number of foxes fell from 2080 to 1466.", [("2080", "foxes"), ("1466", "foxes")], id="four digits"),
        pytest.param("Число лис снизилось на 12 %, до 1944.", [("12 %", "лис"), ("1944", "лис")], id="ru"),
        pytest.param("Число лис сократилось с 2044 до 1466.", [("2044", "лис"), ("1466", "лис")], id="four digits ru"),
    ],
)
def test_a_level_behind_a_change_is_of_the_same(figures_of: FiguresOf, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(figure.surface, figure.counted) for figure in figures_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param(
            "The mill trimmed its output by 12 tonnes and its staff by 40 in May.", [("12", "output"), ("40", "staff")], id="and by"
        ),
        pytest.param(
            "The zoo lowered the ticket price from 30 to 25 euros and the deposit by 8 euros.",
            [("30", "ticket price"), ("25 euros", "ticket price"), ("8 euros", "deposit")],
            id="from, to and by",
        ),
        pytest.param("The zoo lowered the price of rides by 4 euros.", [("4 euros", "price")], id="of"),
        pytest.param("The zoo lowered the fine by 8 euros.", [("8 euros", None)], id="no subject"),
    ],
)
def test_what_was_changed_by_so_much_stands_before_it(figures_of: FiguresOf, text: str, counted: list[tuple[str, str | None]]) -> None:
    assert [(figure.surface, figure.counted) for figure in figures_of(f"# Report\n\n{text}")] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("The ministry put at 16 the number of persons with passes.", "persons", id="number"),
        pytest.param("The guild estimates at 450 the total of unsold loaves.", "unsold loaves", id="total"),
    ],
)
def test_the_number_behind_a_number_names_what_is_counted(figures_of: FiguresOf, text: str, counted: str) -> None:
    assert [(figure.counted or "").split(" with ")[0] for figure in figures_of(text)] == [counted]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("Прожиточный минимум в Няшинской области составил 16 240 рублей.", "Прожиточный минимум", id="a minimum"),
        pytest.param("Прожиточный минимум в крае установлен в размере 16 240 рублей.", "Прожиточный минимум", id="set at so much"),
        pytest.param("Число жалоб в районе выросло до 40.", "жалоб", id="the number of things"),
        pytest.param("Доля горожан в крае составила 71%.", "Доля горожан", id="a share"),
        pytest.param("The number of fires in the county rose to 40.", "fires", id="English"),
    ],
)
def test_where_a_level_is_is_not_what_it_is_of(figures_of: FiguresOf, text: str, counted: str) -> None:
    assert (figures_of(text)[0].counted or "").startswith(counted)
