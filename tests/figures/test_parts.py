"""Parts of a whole: entries of lists, and what their introduction makes of them."""

import pytest

from tests.figures.conftest import FiguresOf

CAUSES = """\
# Аварии на сетях

За 2021 год на теплосетях случилось 50 аварий.

Причины аварий:

- коррозия труб — 31;
- ошибки монтажа — 12;
- прочие — {rest}.
"""

BY_CAUSE = """\
# Trains

Causes of delays:

- signal failures - 40
- fallen trees - 7
- others - 3
"""


def test_a_list_entry_for_the_rest_has_a_label_of_its_own(figures_of: FiguresOf) -> None:
    last = figures_of(CAUSES.format(rest=7))[-1]
    assert (last.surface, last.reason, last.counted) == ("7", "прочие", "аварий")


def test_entries_that_add_up_are_parts_with_their_reasons(figures_of: FiguresOf) -> None:
    whole, *entries = figures_of(CAUSES.format(rest=7))
    assert [entry.part_of.value if entry.part_of else None for entry in entries] == [whole.value] * 3
    assert [entry.reason for entry in entries] == ["коррозия труб", "ошибки монтажа", "прочие"]
    assert {entry.unit for entry in entries} == {"авария"}


@pytest.mark.parametrize(
    ("text", "counted", "reasons"),
    [
        pytest.param(CAUSES.format(rest=9), "аварий", ["коррозия труб", "ошибки монтажа", "прочие"], id="ru"),
        pytest.param(BY_CAUSE, "delays", ["signal failures", "fallen trees", "others"], id="en"),
    ],
)
def test_a_list_of_causes_counts_what_they_caused(figures_of: FiguresOf, text: str, counted: str, reasons: list[str]) -> None:
    entries = figures_of(text)[-3:]
    assert [entry.reason for entry in entries] == reasons
    assert {entry.counted for entry in entries} == {counted}


def test_a_sentence_with_a_reason_does_not_list_reasons(figures_of: FiguresOf) -> None:
    text = "Ports turned away 9 ships for sanitary reasons:\n\n- Spain - 6\n- Portugal - 3\n"
    assert [figure.reason for figure in figures_of(text)[1:]] != ["Spain", "Portugal"]
    assert not {"Spain", "Portugal"} & {figure.reason for figure in figures_of(text)}


def test_entries_count_what_their_introduction_sorts(figures_of: FiguresOf) -> None:
    figures = figures_of("# Boats\n\nAccidents by type of water:\n\n- rivers: 203\n- mountain lakes: 511\n")
    assert [(figure.unit, figure.terms.head, figure.label) for figure in figures] == [
        ("accident", ("accident",), "rivers"),
        ("accident", ("accident",), "mountain lakes"),
    ]


def test_a_list_finds_the_total_it_adds_up_to_a_page_above(figures_of: FiguresOf) -> None:
    between = " ".join(f"In town {at} there were {at} boats." for at in range(11, 22))
    figures = figures_of(f"There were 714 accidents.\n\n{between}\n\nBy water:\n\n- rivers: 203\n- lakes: 511\n")
    assert [str(figure.part_of.value) for figure in figures[-2:] if figure.part_of] == ["714", "714"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Zarya won 41 matches out of 60.", "match"),
        ("The club won 12 games of the 30 it played.", "game"),
        ("Полиция закрыла 21 дело из 90.", "дело"),
    ],
)
def test_the_part_says_what_is_counted_where_its_whole_does_not(figures_of: FiguresOf, text: str, unit: str) -> None:
    part, whole = figures_of(text)
    assert (part.unit, whole.unit) == (unit, unit)
    assert part.part_of is not None
    assert part.part_of.figure_id == whole.figure_id
    assert part.action is not None
    assert whole.action is None


def test_a_label_may_look_like_a_participle(figures_of: FiguresOf) -> None:
    whole, *entries = figures_of("Investigators found a cause for 219 fires:\n\n- burning of straw: 118\n- lightning: 97\n- flooding: 4\n")
    assert [(figure.label, figure.part_of and figure.part_of.figure_id) for figure in entries[1:]] == [
        ("lightning", whole.figure_id),
        ("flooding", whole.figure_id),
    ]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The depot sold 1,870 bikes in 2023, compared with 1,910 in 2022. Of these, 240 were electric.", 1870),
        ("The depot sold 1,870 bikes, up from 1,640 a year earlier. Of them, 240 were electric.", 1870),
        ("Wardens checked 940 boats, against 865 the year before, of which 57 lacked a licence.", 940),
        ("The library lent 7,300 maps (6,900 in 2022); 840 of those were never returned.", 7300),
        ("A total of 1,215 people signed up, 130 more than in 2022. Of these, 90 were pupils.", 1215),
        ("В 2023 году продали 1 870 лодок, в 2022 году — 1 910. Из них 240 — парусные.", 1870),
        ("Инспекторы посетили 540 ферм (в 2022 году — 610), 48 из них оштрафовали.", 540),
        ("In 2022 the depot sold 1,640 bikes, and in 2023 1,870. Of these, 240 were electric.", 1870),
    ],
)
def test_a_pronoun_stands_for_no_number_that_is_only_compared_with(figures_of: FiguresOf, text: str, whole: int) -> None:
    part = figures_of(text)[-1]
    assert part.part_of is not None
    assert part.part_of.value == whole


def test_a_year_may_say_of_which_things_a_part_is(figures_of: FiguresOf) -> None:
    part = figures_of("The lake drew 3,150 anglers in 2022. They caught 77 trout. Of the 2022 anglers, 640 came by bus.")[-1]
    assert part.part_of is not None
    assert part.part_of.value == 3150


def test_a_part_is_of_the_time_of_its_whole(figures_of: FiguresOf) -> None:
    part = figures_of("The depot sold 1,870 bikes in 2023, compared with 1,910 in 2022. Of these, 240 were electric.")[-1]
    assert part.period is not None
    assert part.period.surface == "in 2023"


@pytest.mark.parametrize(
    "text",
    [
        "Из 40 собак приют пристроил 28, в том числе шесть по обмену, и вернул девять.",
        "Из 40 собак пристроили 28, в том числе шесть по обмену, и вернули девять.",
    ],
)
def test_the_deed_is_done_to_the_part_not_to_the_whole_that_opens_the_sentence(figures_of: FiguresOf, text: str) -> None:
    whole, part, sort, other = figures_of(text)
    wholes = [figure.part_of and figure.part_of.value for figure in (whole, part, sort, other)]
    assert wholes == [None, whole.value, part.value, whole.value]
    assert [figure.action is None for figure in (whole, part, sort, other)] == [True, False, False, False]


def test_a_rate_of_a_place_goes_on_from_the_rate_of_all(figures_of: FiguresOf) -> None:
    whole, place = figures_of("Заболеваемость составила 61,5 случая на 100 тыс. населения, в Ольховке — 74,2.")
    assert (place.measure, place.per, place.unit) == (whole.measure, whole.per, whole.unit)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "- Warm coats given away: 410 (2021: 388)", [("Warm coats given away", "coat"), ("Warm coats given away", "coat")], id="before"
        ),
        pytest.param(
            "- Coats: 30\n- Walls painted: 12\n- Hats: 7", [("Coats", None), ("Walls painted", "wall"), ("Hats", None)], id="among others"
        ),
        pytest.param("Warm coats given: 410\nBeds: 40", [("Warm coats given", "coat"), ("Beds", None)], id="lines of a paragraph"),
        pytest.param("Trees planted in 2022: 40", [("Trees planted", "tree")], id="with a year"),
    ],
)
def test_a_line_that_names_one_number_says_what_was_done(figures_of: FiguresOf, text: str, told: list[tuple[str, str | None]]) -> None:
    assert [(figure.counted, figure.unit) for figure in figures_of(text)] == told


def test_parts_behind_a_colon_are_parts_of_the_whole_before_it(figures_of: FiguresOf) -> None:
    text = "The yard dismissed 130 welders in May: 70 for lack of orders, 38 because of strikes and 22 for other reasons."
    found = {figure.surface: figure for figure in figures_of(text)}
    assert [found[said].part_of and str(found[said].part_of.value) for said in ("70", "38", "22")] == ["130", "130", "130"]
    assert [found[said].reason for said in ("70", "38")] == ["lack of orders", "strikes"]


def test_what_brackets_compare_with_is_measured_alike(figures_of: FiguresOf) -> None:
    figures = figures_of("Sales came to 412 tonnes in 2023 (2022: 388).")
    assert [(figure.unit, figure.counted) for figure in figures] == [("t", "Sales"), ("t", "Sales")]


def test_where_many_come_from_is_not_who_came(figures_of: FiguresOf) -> None:
    countries, people = figures_of("Из 30 стран приехали 400 участников.")
    assert (countries.unit, countries.action, people.unit, people.action) == ("страна", None, "person", "приехали")


def test_a_part_keeps_the_noun_behind_it(figures_of: FiguresOf) -> None:
    part = figures_of("На площадь вышли 2 000 человек, задержали 45, в том числе троих студентов.")[-1]
    assert (part.counted, part.part_of and part.part_of.value) == ("студентов", 45)


def test_what_is_compared_before_a_colon_is_no_label(figures_of: FiguresOf) -> None:
    figure = figures_of("Girls did better than boys: 85 % of their entries were passed.")[0]
    assert (figure.label, figure.counted) == (None, "entries")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("There were 143 deaths, of whom 88 occurred in hospitals and 55 in the villages.", [143, 143], id="two places"),
        pytest.param("Guards made 30 arrests, of which 12 were in Larne, 9 in Doon and 8 in Tarn.", [30, 30, 30], id="three places"),
        pytest.param("The board made 18 proposals, of which the ministry accepted 15 and rejected two.", [18, 18], id="two verbs"),
        pytest.param("They sold 40 boats, of which 12 went to Spain, and 9 in 2022.", [40, None], id="of another time"),
        pytest.param("There were 50 deaths, of which 38 occurred in Larne, and 15 in Doon.", [50, None], id="more than the whole"),
    ],
)
def test_what_goes_on_behind_a_part_is_one_too(figures_of: FiguresOf, text: str, parts: list[int | None]) -> None:
    assert [figure.part_of and figure.part_of.value for figure in figures_of(text)[1:]] == parts


@pytest.mark.parametrize(
    ("text", "unit", "whole"),
    [
        pytest.param("Экзамен сдавали 870 школьников, 100 баллов набрали 14 из них.", "person", "870", id="points that they scored"),
        pytest.param("На старт вышли 60 лыжников, две гонки выиграли 3 из них.", "person", "60", id="races that they won"),
        pytest.param("Отобрали 40 проектов, поддержали 12 из них.", "проект", "40", id="objects of both verbs"),
        pytest.param("Осмотрели 40 лодок и закрыли 12 из них.", "лодка", "40", id="joined"),
        pytest.param("Флот из 40 судов потерял 12 из них.", "судно", "40", id="what somebody has"),
        pytest.param("Спасли 40 коров, из них 12 телят.", "теленок", "40", id="of them before the number"),
    ],
)
def test_of_them_is_none_of_what_they_did(figures_of: FiguresOf, text: str, unit: str, whole: str) -> None:
    part = figures_of(text)[-1]
    assert (part.unit, str(part.part_of.value) if part.part_of else None) == (unit, whole)
