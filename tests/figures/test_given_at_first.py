"""Of a number that was only given at first, and of what it was revised to, the latter stands."""

import pytest

from tests.figures.conftest import FiguresOf


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Employment in 2023 was first published as 4,310. After a fault was found, it has been revised to 4,120.", ["4,120"]),
        ("The population of Sarne in 2021 was originally given as 48,200. It was later corrected to 47,650.", ["47,650"]),
        (
            "The number of berths in 2021, earlier reported as 318, was revised to 306. The number of ferries was revised to 43.",
            ["306", "43"],
        ),
        (
            "Оборот торговли первоначально был оценён в 84 млрд рублей. После уточнения оценка пересмотрена до 81 млрд рублей.",
            ["81 млрд рублей"],
        ),
        ("Площадь пожара сначала оценили в 900 гектаров, затем уточнили: 1 200 гектаров.", ["1 200"]),
        pytest.param(
            "The cost was first estimated at £4 million; the timetable has been revised to 18 pages.", ["£4 million", "18"], id="of else"
        ),
        pytest.param("The toll was first given as 30 crowns. It was cut to 20 crowns in 2022.", ["30", "20"], id="a cut is no revision"),
        pytest.param("Initially 12 houses were sold. The plan was revised to 90 houses in June.", ["12", "90"], id="a plan for them"),
        pytest.param("In May 40 houses were sold. It was revised to 30 houses in June.", ["40", "30"], id="not given at first"),
    ],
)
def test_the_number_that_was_revised_to(figures_of: FiguresOf, text: str, surfaces: list[str]):
    assert [figure.surface.removesuffix(" crowns") for figure in figures_of(text)] == surfaces


def test_it_is_of_what_was_published(figures_of: FiguresOf):
    (figure,) = figures_of("House sales in 2022 were first published as 4,310. The number has been revised to 4,120.")
    assert (figure.terms.head, figure.terms.counted, figure.period.start.year) == (("sell",), ("house",), 2022)


def test_what_something_was_given_as_keeps_its_noun(figures_of: FiguresOf):
    (figure,) = figures_of("The prize was given as 40 parcels.")
    assert figure.counted == "parcels"
