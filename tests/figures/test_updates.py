"""A count that the text tells again names the newer one, and nothing but the thing counted."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]
PUBLISHED = "---\ntitle: Report\npublished: 2024-03-06\n---\n\n"  # a Wednesday


def replaced(figures: list[Figure]) -> dict[str, str | None]:
    surfaces = {figure.figure_id: figure.surface for figure in figures}
    return {figure.surface: surfaces.get(figure.newer or "") for figure in figures}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The number of dead rose to 31, the coast guard said. It had put the toll at 28 on Monday and at 12 in the first hours.",
            {"31": None, "28": "31", "12": "31"},
            id="had put, and before",
        ),
        pytest.param(
            "The storm killed 31 people. Officials had earlier reported 28 dead.", {"31": None, "28": "31"}, id="had reported earlier"
        ),
        pytest.param("Rescuers counted 31 dead. Earlier they spoke of 28 dead.", {"31": None, "28": "31"}, id="earlier"),
        pytest.param(
            "Число погибших выросло до 31, сообщила полиция. Ранее сообщалось о 28 погибших.", {"31": None, "28": "31"}, id="Russian"
        ),
        pytest.param(
            "At least 31 people were killed, the coast guard said on Monday evening, raising a figure of 28 dead that it had given at noon.",
            {"31": None, "28": "31"},
            id="raising a figure",
        ),
        pytest.param("Some 31 sailors drowned, the navy said, correcting a count of 35.", {"31": None, "35": "31"}, id="a count corrected"),
        pytest.param(
            "Утонули 31 человек, сообщила полиция, уточнив прежнюю цифру в 28 человек.", {"31": None, "28": "31"}, id="Russian figure"
        ),
        pytest.param(
            "The board hired 31 teachers, raising the wages of 28 teachers.", {"31": None, "28": None}, id="what is raised is no number"
        ),
        pytest.param("The ministry counts 31 dead. The union had put the toll at 40.", {"31": None, "40": None}, id="another voice"),
        pytest.param(
            "In 2023 the choir gave 31 concerts. In 2022 it had reported 28 concerts.", {"31": None, "28": None}, id="another year"
        ),
        pytest.param("The storm killed 31 people. The mayor had reported 28 broken roofs.", {"31": None, "28": None}, id="other things"),
        pytest.param("The storm killed 31 people. The mayor reported 28 dead.", {"31": None, "28": None}, id="not said to be before"),
    ],
)
def test_what_was_told_before_names_the_newer_count(figures_of: FiguresOf, text: str, expected: dict[str, str | None]) -> None:
    assert replaced(figures_of(text)) == expected


def test_each_count_is_of_its_own_day(figures_of: FiguresOf) -> None:
    text = "Two more sailors have died after Monday's fire, bringing the number of dead to 31, the coast guard said on Wednesday. "
    figures = figures_of(
        PUBLISHED + text + "It had put the toll at 28 on Tuesday and at 12 in the first hours.\n\nThe ship carried 90 men."
    )
    days = {figure.surface: str(figure.period.start) if figure.period is not None else None for figure in figures}
    assert days["31"] == "2024-03-06"
    assert days["28"] == "2024-03-05"
    assert days["12"] is None
    assert days["90"] is None


def test_those_who_died_since_are_part_of_the_new_count(figures_of: FiguresOf) -> None:
    more, total = figures_of("Three more miners have died of burns, bringing the number of dead to 31.")
    assert more.part_of is not None
    assert (more.part_of.figure_id, total.terms.action) == (total.figure_id, ())


def test_what_brought_a_number_there_says_nothing_of_the_thing(figures_of: FiguresOf) -> None:
    figures = figures_of("The board opened six clinics, bringing the number of clinics to 48.")
    assert figures[-1].action is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Board now expects a profit of £70m, having previously guided to £80m.", id="guided"),
        pytest.param("The directors expect capital spending of £9m, having earlier forecast £12m.", id="forecast"),
        pytest.param("The mill forecasts a loss of £3m, compared with its earlier estimate of £1m.", id="estimate"),
    ],
)
def test_what_was_forecast_before_has_a_newer_count(figures_of: FiguresOf, text: str) -> None:
    now, before = figures_of(text)
    assert (now.newer, before.newer) == (None, now.figure_id)
