"""Those that follow in a ranking are beside the first, no parts of it."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        pytest.param(
            "Swedes remained the largest group with 391 guests, followed by Finns (288) and Poles (167).",
            ["Swedes", "Finns", "Poles"],
            id="guests",
        ),
        pytest.param("Italy won 40 medals, ahead of Malta (32) and Cyprus (9).", ["Italy", "Malta", "Cyprus"], id="medals"),
        pytest.param("The Reds took 40 seats, followed by the Blues (31).", ["The Reds", "the Blues"], id="no states"),
    ],
)
def test_each_number_is_of_its_own(figures_of: FiguresOf, text: str, whose: list[str]) -> None:
    figures = figures_of(text)
    assert [figure.place or figure.actor for figure in figures] == whose
    assert all(figure.part_of is None for figure in figures)
    assert len({(figure.terms.head, figure.unit) for figure in figures}) == 1


def test_what_follows_has_the_unit_of_the_first(figures_of: FiguresOf) -> None:
    figures = figures_of("Wheat remained the largest crop with 3,400 hectares, followed by barley (1,200) and rye (800).")
    assert [(figure.counted, figure.unit) for figure in figures] == [("Wheat", "ha"), ("barley", "ha"), ("rye", "ha")]


def test_in_brackets_alone_it_is_a_part(figures_of: FiguresOf) -> None:
    whole, part = figures_of("The county lacks 430 teachers, most of them of mathematics (95).")
    assert (part.part_of and part.part_of.value) == whole.value


def test_the_names_of_the_others_stand_beside_each(figures_of: FiguresOf) -> None:
    figures = figures_of("Swedes were the largest group with 391 guests, followed by Finns (288) and Poles (167).")
    assert [set(figure.terms.beside) & {"@SE", "@FI", "@PL"} for figure in figures] == [{"@FI", "@PL"}, {"@SE", "@PL"}, {"@SE", "@FI"}]


def test_who_comes_next_with_so_many_has_them(figures_of: FiguresOf) -> None:
    text = "Hotels had the most fires, 140, followed by garages with 95 and bakeries with 31."
    found = {figure.surface: (figure.counted, figure.actor) for figure in figures_of(text)}
    assert found == {"140": ("fires", "Hotels"), "95": ("fires", "garages"), "31": ("fires", "bakeries")}


def test_what_follows_with_its_own_noun_counts_that(figures_of: FiguresOf) -> None:
    found = {figure.surface: figure.counted for figure in figures_of("The fair drew 900 visitors, followed by a concert with 12 singers.")}
    assert found == {"900": "visitors", "12": "singers"}
