"""What is said of one number alone, of those of its sentence: why, where and whither, and what it is part of."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        pytest.param(
            "Another 640 lessons were dropped, 210 of them because no teacher was available and 95 because of fog.",
            [None, "no teacher was available", "fog"],
            id="a clause and a noun",
        ),
        pytest.param(
            "Of the 900 rehearsals, 140 were dropped because of a broken boiler and 33 because of illness.",
            [None, "a broken boiler", "illness"],
            id="nouns",
        ),
        pytest.param(
            "The cinema cancelled 52 films: 31 due to a broken lamp, 12 owing to illness.",
            [None, "a broken lamp", "illness"],
            id="after a colon",
        ),
        pytest.param("Some 61 fires were caused by lightning and 70 by people.", ["lightning", "people"], id="a cue left out"),
        pytest.param(
            "Отменили 90 концертов: 61 из-за дождя, 22 из-за болезни артистов.", [None, "дождя", "болезни артистов"], id="Russian"
        ),
    ],
)
def test_a_reason_is_that_of_its_own_number(figures_of: FiguresOf, text: str, reasons: list[str | None]) -> None:
    assert [figure.reason for figure in figures_of(text)] == reasons


def test_the_verb_of_a_reason_is_no_deed_of_the_next_number(figures_of: FiguresOf) -> None:
    figures = figures_of("The town cancelled 52 films: 31 because the lamp had failed and 12 because of illness.")
    assert [figure.action for figure in figures] == ["cancelled", "cancelled", "cancelled"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("The school sent home 412 pupils, including 88 to Karvia and 63 to Meldon.", [None, 412, 412], id="including"),
        pytest.param("In May 187 games were called off: 61 because of rain and 22 because of ice.", [None, 187, 187], id="a colon"),
        pytest.param("The police stopped 900 cars, 90 of them with bad brakes and 12 with worn tyres.", [None, 900, 900], id="of them"),
        pytest.param(
            "Of the 400 boats, 87 were held: 52 because of rust and 35 because of fire.", [None, 400, 87, 87], id="a part of a part"
        ),
        pytest.param("The school sent home 412 pupils, including 88 to Karvia, and hired 63.", [None, 412, None], id="a verb of its own"),
        pytest.param("The school sent home 412 pupils in 2023, 88 of them ill, and 63 in 2022.", [None, 412, None], id="a year of its own"),
    ],
)
def test_a_number_that_goes_on_a_list_of_parts_is_a_part(figures_of: FiguresOf, text: str, parts: list[int | None]) -> None:
    assert [figure.part_of.value if figure.part_of else None for figure in figures_of(text)] == parts


def test_each_number_has_its_own_direction(figures_of: FiguresOf) -> None:
    figures = figures_of("The army moved 412 tents in 2023, including 88 to Karvia and 63 to Meldon.")
    assert [figure.direction for figure in figures] == [None, "to Karvia", "to Meldon"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(
            "In Larne 540 trees were planted, in Doon 310 and in Perrin 120.", ["Larne", "Doon", "Perrin"], id="before the number"
        ),
        pytest.param("The town planted 540 trees in Larne and 310 in Doon.", ["Larne", "Doon"], id="behind the number"),
        pytest.param("Some 12 men and 5 women were arrested in Larne.", ["Larne", "Larne"], id="shared with the verb"),
        pytest.param("In Larne 12 men and 5 women were arrested.", ["Larne", "Larne"], id="shared from the opening"),
        pytest.param("Some 540 trees were planted, 310 of them in Doon.", [None, "Doon"], id="not the part's"),
    ],
)
def test_each_number_has_its_own_place(figures_of: FiguresOf, text: str, places: list[str | None]) -> None:
    assert [figure.place for figure in figures_of(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(
            "В Каменском районе посадили 58 лип, в Ольшанском – 41, в Заречном – 27.",
            ["Каменском районе", "Ольшанском", "Заречном"],
            id="a noun left out",
        ),
        pytest.param("В Ларне посадили 58 лип, в Доне — 41.", ["Ларне", "Доне"], id="names"),
    ],
)
def test_a_russian_list_of_places_names_each(figures_of: FiguresOf, text: str, places: list[str]) -> None:
    figures = figures_of(text)
    assert [(figure.place, figure.unit, figure.action) for figure in figures] == [(place, "липа", "посадили") for place in places]


@pytest.mark.parametrize(
    "text",
    [
        "За кражу осуждены 903 человека, за мошенничество – 241.",
        "За кражу осуждены 903, за мошенничество – 241.",
        "For theft 903 people were convicted, for fraud 241.",
    ],
)
def test_what_for_is_nothing_that_is_counted(figures_of: FiguresOf, text: str) -> None:
    theft, fraud = figures_of(text)
    assert (theft.unit, fraud.unit, fraud.counted) == ("person", "person", theft.counted)
    assert fraud.terms.action == theft.terms.action == ("convict",)


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        pytest.param(
            "Больше всего случаев гриппа в Ковылинске (214), Тарском районе (133) и Бугровском районе (97).",
            "случай",
            [("214", "Ковылинске"), ("133", "Тарском районе"), ("97", "Бугровском районе")],
            id="ru",
        ),
        pytest.param(
            "Больше всего заболевших – в городе Ларнске (214), далее следуют Тарский район (133), Бугровский район (97).",
            "person",
            [("214", "городе Ларнске"), ("133", "Тарский район"), ("97", "Бугровский район")],
            id="ru in the nominative",
        ),
        pytest.param(
            "Most fires were in Larne (214), Doon district (133) and Perrin (97).",
            "fire",
            [("214", "Larne"), ("133", "Doon district"), ("97", "Perrin")],
            id="en",
        ),
    ],
)
def test_numbers_in_brackets_behind_places_count_the_noun_of_the_sentence(
    figures_of: FiguresOf, text: str, unit: str, expected: list[tuple[str, str]]
) -> None:
    figures = figures_of(text)
    assert [(figure.surface, figure.place) for figure in figures] == expected
    assert {figure.unit for figure in figures} == {unit}
