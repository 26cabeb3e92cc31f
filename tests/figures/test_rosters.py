"""In a list of names with numbers each number is that of its name, and counts what the list is of."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


def _told(figures: list[Figure]) -> list[tuple[str, str | None, str | None]]:
    return [(figure.surface, figure.unit, figure.actor or figure.place) for figure in figures]


BOTH = [("142", "goal", "Anna Birk"), ("131", "goal", "Ida Holm")]


@pytest.mark.parametrize(
    "text",
    [
        "Most goals: Anna Birk 142, Ida Holm 131.",
        "Goals: Anna Birk 142; Ida Holm 131.",
        "Goals: Anna Birk (142) and Ida Holm (131).",
        "Goals: Anna Birk – 142, Ida Holm – 131.",
        "Top scorers: Anna Birk (Skarn) 142 goals, Ida Holm (FC Vik) 131.",
        "Top goal scorers: Anna Birk 142, Ida Holm 131.",
        "Leading goal-scorers were Anna Birk (142) and Ida Holm (131).",
        "Anna Birk scored 142 goals, followed by Ida Holm on 131.",
        "Anna Birk scored 142 goals, ahead of Ida Holm (131).",
        "The best were Anna Birk with 142 goals and Ida Holm with 131.",
    ],
)
def test_each_number_of_a_list_belongs_to_the_name_before_it(figures_of: FiguresOf, text: str) -> None:
    assert _told(figures_of(text)) == BOTH


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The most visitors came to the Castle (41,200), the Mill Museum (30,100) and the Harbour House (18,900).",
            [("41,200", "person", "Castle"), ("30,100", "person", "Mill Museum"), ("18,900", "person", "Harbour House")],
            id="sights",
        ),
        pytest.param("Cases were found in Larne (214) and Doon (133).", [("214", "case", "Larne"), ("133", "case", "Doon")], id="towns"),
        pytest.param("Medals: Norland 12, Esterra 9.", [("12", "medal", "Norland"), ("9", "medal", "Esterra")], id="states"),
    ],
)
def test_names_of_places_are_told_as_well(figures_of: FiguresOf, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert _told(figures_of(text)) == expected


def test_who_comes_next_did_what_the_first_did(figures_of: FiguresOf) -> None:
    assert [figure.action for figure in figures_of("Birk scored 142 goals, followed by Holm on 131 and Rask with 118.")] == ["scored"] * 3


def test_titles_are_no_doers(figures_of: FiguresOf) -> None:
    assert _told(figures_of('Books sold: "Tide" 4,100, "Frost" 3,300.')) == [("4,100", "book", None), ("3,300", "book", None)]


@pytest.mark.parametrize("text", ["It flies the Boeing 737, the Airbus 320 and more.", "Turn at Platform 4, Gate 5 and Hall 7."])
def test_numbers_that_end_names_are_none_of_a_list(figures_of: FiguresOf, text: str) -> None:
    assert figures_of(text) == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param("A season earlier Malin had been the best scorer with 201 goals.", "Malin", id="had been"),
        pytest.param("Sue Park was second with 45 points.", "Sue Park", id="was"),
        pytest.param("The winner was happy with 45 points.", None, id="no name"),
    ],
)
def test_who_was_something_with_so_many_has_them(figures_of: FiguresOf, text: str, actor: str | None) -> None:
    assert figures_of(text)[0].actor == actor


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        pytest.param(
            "Some 910 nurses came from abroad. The largest groups were from Peru (310), Spain (190) and Kenya (88).",
            [("nurse",)] * 4,
            id="groups of those told before",
        ),
        pytest.param(
            "Some 910 nurses came. Most doctors were from Peru (31), Spain (19) and Kenya (8).", [("nurse",), *[("doctor",)] * 3], id="own"
        ),
    ],
)
def test_groups_are_of_those_who_were_told_before(figures_of: FiguresOf, text: str, heads: list[tuple[str, ...]]) -> None:
    assert [figure.terms.head for figure in figures_of(text)] == heads
