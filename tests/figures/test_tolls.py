"""A toll says how many died, whatever verb tells it."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The death toll from the fire in Orm rose to 63 on Thursday.", id="rose"),
        pytest.param("Field hospitals gave a toll of 63.", id="gave"),
        pytest.param("The flood's death toll stands at 63, the ministry said.", id="stands"),
        pytest.param("The official toll is 63.", id="is"),
        pytest.param("Ministers put the death toll at about 63 people.", id="put at"),
        pytest.param("The human toll of the raid reached 63 dead.", id="dead"),
    ],
)
def test_so_many_people_died(figures_of: FiguresOf, text: str) -> None:
    (toll,) = figures_of(text)
    assert (toll.value, toll.unit, toll.terms.action, toll.actor) == (63, "person", ("die",), None)


def test_a_part_of_a_toll_died_too(figures_of: FiguresOf) -> None:
    toll, part = figures_of("The Green Cross gave a toll of 71, of whom 12 were children.")
    assert (toll.claimant and toll.claimant.name, part.part_of and part.part_of.value) == ("Green Cross", 71)
    assert part.terms.action == ("die",)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The toll on the bridge rose to 3 euros.", id="a sum"),
        pytest.param("The toll road has 4 lanes.", id="a road"),
        pytest.param("The toll rose when 12 buses collided.", id="another thing"),
        pytest.param("The toll, read out by 9 actors, moved them.", id="a thing beside"),
    ],
)
def test_other_numbers_beside_the_word_tell_of_no_deaths(figures_of: FiguresOf, text: str) -> None:
    assert all("die" not in figure.terms.action for figure in figures_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Rescuers put the dead at 48.",
        "Clara Voss of the Green Cross put the dead at 48.",
        "The Green Cross counts bodies, some of them children. It put the dead at 48.",
    ],
)
def test_the_dead_are_counted(figures_of: FiguresOf, text: str) -> None:
    figure = figures_of(text)[-1]
    assert (figure.counted, figure.unit) == ("dead", "person")


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The number of those killed rose to 63.", "kill"),
        ("The number of injured in Orm rose to 63.", "injure"),
        ("The governor put the number of wounded at 63.", "injure"),
        ("The number of people arrested reached 63.", "arrest"),
    ],
)
def test_a_number_of_those_hurt_is_one_of_people(figures_of: FiguresOf, text: str, deed: str) -> None:
    (figure,) = figures_of(text)
    assert (figure.value, figure.unit, figure.terms.action) == (63, "person", (deed,))


def test_a_number_of_dead_counts_the_dead(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("The number of dead rose to 48.")
    assert (figure.counted, figure.unit) == ("dead", "person")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The coast guard puts the number of missing at 41.", id="missing"),
        pytest.param("The number of missing rose to 41 on Friday.", id="rose"),
    ],
)
def test_so_many_people_are_missing(figures_of: FiguresOf, text: str) -> None:
    (toll,) = figures_of(text)
    assert (toll.value, toll.unit, toll.terms.action) == (41, "person", ("disappear",))
