"""Ages are years of somebody, never goals, tickets or victims."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure, Measure

FiguresOf = Callable[[str], list[Figure]]


def _ages(figures: list[Figure]) -> list[tuple[str, str | None]]:
    return [(f"{figure.value}", figure.counted) for figure in figures if "age-years" in figure.terms.head]


@pytest.mark.parametrize(
    ("text", "ages", "others"),
    [
        ("Pianist Clara Voss, 27, played 14 recitals.", [("27", "Pianist Clara Voss")], ["14"]),
        ("Visitors bought 350 tickets. Conductor Paul Alm, 29, signed 2 contracts.", [("29", "Conductor Paul Alm")], ["350", "2"]),
        ("The town elected 40 councillors. The youngest is 19, the oldest 81.", [("19", "youngest"), ("81", "oldest")], ["40"]),
        ("Two brothers, 14 and 16, stole 5 bicycles.", [("14", "Two brothers"), ("16", "Two brothers")], ["2", "5"]),
        ("Her brother, aged 12, caught 5 trout.", [("12", "Her brother")], ["5"]),
        ("Ellen Strand, who is 52, has run 31 marathons.", [("52", "Ellen Strand")], ["31"]),
        ("Mayor Jan Kruse (58) opened 3 schools.", [("58", "Mayor Jan Kruse")], ["3"]),
        ("The bridge is 110 years old and carries 4,000 cars a day.", [("110", "bridge")], ["4000"]),
        ("Some 190 children under 5 fell ill.", [], ["190"]),
        ("Of the 70 patients, 12 were older than 65.", [], ["70", "12"]),
        ("18 passengers were hurt; 11 of them were aged 70 or over.", [], ["18", "11"]),
        ("By 3 March, 41% of people aged 80 and over had been tested.", [], ["41"]),
        ("Nine skiers aged 50 years or older were hurt.", [], ["9"]),
        ("Of the 31 guests, 14 were 60 or over.", [], ["31", "14"]),
        ("Пострадали 18 пассажиров; 11 из них были в возрасте 70 лет и старше.", [], ["18", "11"]),
        ("Guards caught 930 people, of whom 12 were under 18.", [], ["930", "12"]),
        ("Of the 90 dead, 11 were under 12 and 20 over 70.", [], ["90", "11", "20"]),
        ("Some 40 of the patients were over 65.", [], ["40"]),
        ("Guards made 930 arrests; 41 of the people caught were under 18.", [], ["930", "41"]),
        ("Of the values measured 12 were under 18.", [], ["12", "18"]),
        ("Children under five account for 38 cases.", [], ["38"]),
        ("The youth jobless rate (15 to 24) stood at 17 %.", [], ["17"]),
        ("Youth unemployment (ages 15 to 24) stood at 17 %.", [], ["17"]),
        ("Of the 40 values, 12 were under 18.", [], ["40", "12", "18"]),
        ("Under 18 people were hurt.", [], ["18"]),
        ("Директор Илья Брандт, 34 года, нанял 3 врачей.", [("34", "Илья Брандт")], ["3"]),
        ("Болели 190 детей до 5 лет.", [], ["190"]),
    ],
)
def test_an_age_is_told_from_what_is_counted(
    figures_of: Callable[[str], list[Figure]], text: str, ages: list[tuple[str, str]], others: list[str]
) -> None:
    figures = figures_of(text)
    assert _ages(figures) == ages
    assert [f"{figure.value}" for figure in figures if "age-years" not in figure.terms.head] == others


@pytest.mark.parametrize(
    "text",
    [
        "The party won 26 seats, the Greens, 9, and the Liberals, 7.",
        "Spain (12) and Portugal (9) refused.",
        "The hall, 3 km from the station, has 120 seats.",
        "Goals were scored by Luca Amadi (14) and Ben Reyes (9).",
    ],
)
def test_other_numbers_between_commas_or_brackets_are_no_ages(figures_of: Callable[[str], list[Figure]], text: str) -> None:
    assert not _ages(figures_of(text))


def test_an_age_is_a_quantity_in_years_that_nobody_did(figures_of: Callable[[str], list[Figure]]) -> None:
    age = figures_of("Goalkeeper Nils Aho, 34, kept 14 clean sheets.")[0]
    assert (age.measure, age.unit, age.action, age.actor) == (Measure.QUANTITY, "year", None, None)


@pytest.mark.parametrize(
    ("text", "value", "whose"),
    [
        pytest.param("The youngest player, Tilda Roe of Larn, is 17.", "17", "youngest player", id="a name between"),
        pytest.param("Ilya Brandt, who has died aged 91, led the choir.", "91", "Ilya Brandt", id="aged behind a verb"),
        pytest.param("He died in Larn aged 44.", "44", None, id="no place"),
        pytest.param("At 16 she joined the choir.", "16", None, id="at"),
        pytest.param("Tilda, 34, came in May.", "34", "Tilda", id="one name"),
        pytest.param("В 16 лет она вступила в хор.", "16", None, id="ru"),
    ],
)
def test_an_age_is_told_in_many_ways(figures_of: Callable[[str], list[Figure]], text: str, value: str, whose: str | None) -> None:
    figure = figures_of(text)[0]
    assert (str(figure.value), figure.unit, figure.counted, figure.terms.head) == (value, "year", whose, ("age-years",))


@pytest.mark.parametrize(
    "text",
    ["At 40 shops they sell it.", "The oldest tree, an oak, is 22 metres high.", "Norway, 12, beat Sweden.", "В 16 школах он учил."],
)
def test_what_is_no_age(figures_of: Callable[[str], list[Figure]], text: str) -> None:
    assert all(figure.terms.head != ("age-years",) for figure in figures_of(text))


def test_them_under_18_tells_ages(figures_of: Callable[[str], list[Figure]]) -> None:
    assert [figure.surface for figure in figures_of("The police arrested 7,930 suspects, 1,640 of them under 18.")] == ["7,930", "1,640"]
