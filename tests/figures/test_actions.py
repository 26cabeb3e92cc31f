"""Which verb tells what was done to a counted thing, and the participle that words it."""

from collections.abc import Callable

import pytest

from qa_bot.figures.deed_words import participle
from qa_bot.schema import Figure, Modality

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("verb", "worded"),
    [
        ("give", "given"),
        ("put", "put"),
        ("stop", "stopped"),
        ("carry", "carried"),
        ("harvest", "harvested"),
        ("fulfil", "fulfilled"),
        ("cancel", "cancelled"),
        ("close", "closed"),
        ("play", "played"),
        ("win", "won"),
        ("submit", "submitted"),
        ("limit", "limited"),
    ],
)
def test_a_verb_has_its_past_participle(verb: str, worded: str) -> None:
    assert participle(verb) == worded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The chain plans to open 25 shops and close 12.", [("25", "opened"), ("12", "closed")], id="and"),
        pytest.param("The chain intends to open 25 shops and to close 12.", [("25", "opened"), ("12", "closed")], id="and to"),
        pytest.param("The agency wants to reach 900 farms and to drill 90 wells.", [("900", "reached"), ("90", "drilled")], id="a noun"),
        pytest.param("The town will train 300 nurses and hire 90 drivers.", [("300", "trained"), ("90", "hired")], id="will"),
        pytest.param("Завод планирует открыть 25 магазинов и закрыть 12.", [("25", "открыть"), ("12", "закрыть")], id="ru"),
        pytest.param("Власти намерены 20 школ построить и отремонтировать 35.", [("20", "построить"), ("35", "отремонтировать")], id="ru object first"),
        pytest.param("Планируется высадить 900 лип и спилить 40.", [("900", "высадить"), ("40", "спилить")], id="ru impersonal"),
    ],
)  # fmt: skip
def test_a_second_infinitive_is_a_deed_of_its_own_and_planned_like_the_first(
    figures_of: FiguresOf, text: str, expected: list[tuple[str, str]]
) -> None:
    figures = figures_of(text)
    assert [(figure.surface, figure.action) for figure in figures] == expected
    assert {figure.modality for figure in figures} == {Modality.PLANNED}
    assert len({figure.actor for figure in figures}) == 1


def test_a_verb_with_an_object_is_no_participle_where_another_follows(figures_of: FiguresOf) -> None:
    figures = figures_of("The charity distributed food to 800 people and drilled 37 wells.")
    assert [(figure.surface, figure.action, figure.actor) for figure in figures] == [
        ("800", None, "the charity"),
        ("37", "drilled", "the charity"),
    ]


def test_those_counted_in_one_place_do_nothing_to_those_in_the_next(figures_of: FiguresOf) -> None:
    figures = figures_of("In Mbaro 900 people received milk, in Tikan 400.")
    assert [(figure.surface, figure.actor, figure.place) for figure in figures] == [("900", None, "Mbaro"), ("400", None, "Tikan")]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        pytest.param("The agency drilled 58 wells, not 90.", ["58"], id="behind"),
        pytest.param("The agency drilled not 90 but 58 wells.", ["58"], id="before"),
        pytest.param("Пробурили 58 скважин, а не 90.", ["58"], id="ru"),
        pytest.param("All but 12 of the 40 wells ran dry.", [], id="all but some of so many"),
        pytest.param("Nine of the 40 wells ran dry.", ["Nine", "40"], id="some of so many"),
        pytest.param("The town hired not more than 12 guards.", ["12"], id="a bound"),
        pytest.param("The town hired not only 12 guards but also 4 drivers.", ["12", "4"], id="not only"),
    ],
)
def test_a_number_that_is_denied_is_none(figures_of: FiguresOf, text: str, surfaces: list[str]) -> None:
    figures = figures_of(text)
    assert [figure.surface for figure in figures] == surfaces
    assert not any(figure.negative for figure in figures)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("Not one of the 40 elms fell.", [0, 40], id="not one of"),
        pytest.param("None of the 31 cows died.", [0, 31], id="none of"),
        pytest.param("Some of the 31 cows died.", [31], id="some of"),
    ],
)
def test_what_none_of_them_did_is_a_zero_beside_the_whole(figures_of: FiguresOf, text: str, values: list[int]) -> None:
    figures = figures_of(text)
    assert [int(figure.value) for figure in figures] == values
    assert [bool(figure.action) for figure in figures[1:]] == [False] * len(figures[1:])


def test_who_took_part_took_part(figures_of: FiguresOf) -> None:
    assert [figure.action for figure in figures_of("In 2022 some 2,300 rowers took part in the race.")] == ["took part"]


def test_who_says_it_is_no_deed(figures_of: FiguresOf) -> None:
    figures = figures_of("In 2022 some 240 pups were born, according to the Agency, up from 185 in 2021.")
    assert [figure.terms.action for figure in figures] == [("be-born",), ("be-born",)]


def test_what_somebody_had_who_did_it_was_not_done_to_it(figures_of: FiguresOf) -> None:
    figures = figures_of("With 29 of 80 seats it lost its majority. With 12 boats the club won 7 races.")
    assert [(figure.surface, figure.action) for figure in figures if figure.surface in ("29", "12", "7")] == [
        ("29", None),
        ("12", None),
        ("7", "won"),
    ]
