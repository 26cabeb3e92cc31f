"""What opens a sentence as a whole is that of all its parts, each of which has its own noun and cause."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


def _told(figures: list[Figure]) -> list[tuple[str, str | None, int | None]]:
    return [(figure.surface, figure.unit, int(figure.part_of.value) if figure.part_of else None) for figure in figures]


FIRES = "The brigade put out 210 fires."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Of these, 96 were caused by lightning, 22 resulted from sparks and seven from fireworks.",
            [("96", "fire", 210), ("22", "fire", 210), ("seven", "fire", 210)],
            id="causes",
        ),
        pytest.param("Of these, 30 were small; in 24 cases the cause is unknown.", [("30", "fire", 210), ("24", "fire", 210)], id="cases"),
        pytest.param("Of these, 30 were small and 8 of them took 40 hours.", [("30", "fire", 210), ("8", "fire", 210), ("40", "hour", None)], id="hours are none"),
        pytest.param("Of these fires, 30 were small, 180 were large.", [("30", "fire", 210), ("180", "fire", 210)], id="the noun again"),
        pytest.param("Of these 30 began in barns and 24 spread to woods.", [("30", "fire", 210), ("24", "fire", 210)], id="no comma"),
        pytest.param("Of these, 30 burnt 14 barns.", [("30", "fire", 210), ("14", "barn", None)], id="another thing"),
    ],
)  # fmt: skip
def test_all_parts_are_of_the_whole_that_opens_their_sentence(
    figures_of: FiguresOf, text: str, expected: list[tuple[str, str, int | None]]
) -> None:
    assert _told(figures_of(f"{FIRES} {text}"))[1:] == expected


def test_what_some_were_is_not_what_the_next_are(figures_of: FiguresOf) -> None:
    _, _, drowned, burnt = figures_of(
        "The board counted 104 deaths. Of these, 46 were due to falls, 33 were drownings, 11 resulted from fires."
    )
    assert (drowned.unit, burnt.unit) == ("drowning", "death")
    assert drowned.action is None


def test_the_causes_of_the_others_stand_beside_each(figures_of: FiguresOf) -> None:
    falls, fires = figures_of("The board counted 104 deaths. Of these, 46 were caused by falls, 11 resulted from fires.")[1:]
    assert ("fire" in falls.terms.beside, "fall" in fires.terms.beside) == (True, True)
    assert falls.reason == "falls"
    assert fires.reason == "fires"


def test_a_group_is_of_the_main_figure_and_not_of_the_one_looked_back_to(figures_of: FiguresOf) -> None:
    figures = figures_of("The island had 4,210 goats in May 2023. A year earlier there were 3,980. Of the goats, 1,200 were milked.")
    assert _told(figures)[-1] == ("1,200", "goat", 4210)


def test_some_of_a_group_are_what_they_are_said_to_be(figures_of: FiguresOf) -> None:
    assert _told(figures_of("Nine of the patients were nurses."))[0][:2] == ("Nine", "person")
    assert figures_of("Nine of the patients were nurses.")[0].counted == "nurses"
    assert figures_of("Nine of the windows were broken.")[0].counted == "windows"


def test_what_goes_on_from_a_count_is_no_part_of_it(figures_of: FiguresOf) -> None:
    figures = figures_of("There were 340 seals, including 120 pups. In 2012 there were only about 90.")
    assert _told(figures)[-1] == ("90", "seal", None)


def test_a_place_is_no_name_of_a_part(figures_of: FiguresOf) -> None:
    assert _told(figures_of("In the prison at Ashby 212 of 260 requests were granted."))[0] == ("212", "request", 260)


def test_parts_behind_of_them_have_their_own_deeds(figures_of: FiguresOf) -> None:
    figures = figures_of("Посёлок покинули 412 жителей. Из них 338 уехали на поезде, 74 уплыли на пароме.")
    assert _told(figures) == [("412", "person", None), ("338", "person", 412), ("74", "person", 412)]
    assert [figure.action for figure in figures[1:]] == ["уехали", "уплыли"]
