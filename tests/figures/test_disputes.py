"""A number that somebody else gives for the same is set against the one before it; other numbers are not."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

OPPOSED = [
    pytest.param(
        "The brewery dismissed 40 coopers, its owner Paul Rask said. The coopers' guild speaks of 65.", ("40", "65"), id="speaks of"
    ),
    pytest.param(
        "At the fair there were 9,000 visitors according to the town and 6,500 according to the police.",
        ("9,000", "6,500"),
        id="according to",
    ),
    pytest.param(
        "The queue for allotments has grown to 810 gardeners, the mayor, Iris Holt, said.\n\nThe gardeners' union disputes this. "
        "By its own count at least 1,100 people are waiting.",
        ("810", "1,100"),
        id="disputed in another paragraph",
    ),
    pytest.param(
        "A fifth of the pipers left in 2021, the band's union says; the Pipe Board speaks of 14%.", ("A fifth", "14%"), id="shares"
    ),
    pytest.param(
        "Police said that 31 demonstrators were arrested. The Lawyers' League said that 44 people were arrested.",
        ("31", "44"),
        id="the same deed",
    ),
    pytest.param(
        "По данным мэрии, на карнавал пришли 7 тысяч человек. Союз артистов с этим не согласен: по его подсчётам, пришли 11 тысяч.",
        ("7 тысяч", "11 тысяч"),
        id="ru",
    ),
]


@pytest.mark.parametrize(("text", "surfaces"), OPPOSED)
def test_another_voices_number_of_the_same_is_set_against_the_first(figures_of: FiguresOf, text: str, surfaces: tuple[str, str]) -> None:
    figures = {figure.surface: figure for figure in figures_of(text)}
    first, second = (figures[surface] for surface in surfaces)
    assert second.against == first.figure_id
    assert first.against is None


APART = [
    pytest.param("The brewery dismissed 40 coopers, its owner said. The same owner spoke of 65 barrels.", id="one voice"),
    pytest.param("The brewery dismissed 40 coopers, its owner said. The guild says that 65 barrels were sold.", id="other things"),
    pytest.param(
        "The brewery dismissed 40 coopers in 2020, its owner said. In 2022, the guild said, 65 coopers were dismissed.", id="other times"
    ),
    pytest.param(
        "Police said that 31 rioters were arrested. The Medical League said that 44 officers were hurt.", id="other people and deeds"
    ),
    pytest.param(
        "One nurse looks after 14 patients, the ward says, while the health ministry recommends a maximum of eight.", id="what should be"
    ),
    pytest.param("The brewery dismissed 40 coopers, its owner said. Nine of them were masters, the guild said.", id="a part"),
    pytest.param("The brewery dismissed 40 coopers, its owner said. The guild says it is 900.", id="far off"),
]


@pytest.mark.parametrize("text", APART)
def test_numbers_of_something_else_are_not_set_against_each_other(figures_of: FiguresOf, text: str) -> None:
    assert [figure.surface for figure in figures_of(text) if figure.against is not None] == []


def test_what_is_left_out_is_taken_from_the_number_it_is_set_against(figures_of: FiguresOf) -> None:
    *_, last = figures_of("A fifth of the pipers left in 2021, the band's union says; the Pipe Board speaks of 14%.")
    assert (last.counted, last.action, last.period and last.period.surface) == ("pipers", "left", "in 2021")
    assert last.claimant is not None
    assert last.claimant.name == "Pipe Board"


def test_a_part_may_be_disputed_by_its_deed(figures_of):
    figures = figures_of(
        "A survey in May 2021 found 40 leaking wells. By June 2023, 22 of them had been sealed, according to Arden Water. "
        "The growers' league disputes this: its chair, Eva Lund, says only nine wells were sealed."
    )
    assert figures[-1].against == figures[-2].figure_id
    assert figures[-1].period is not None
    assert figures[-1].period.surface == "By June 2023"


def test_the_missing_are_no_other_count_of_the_dead(figures_of: Callable[[str], list[Figure]]) -> None:
    text = "The agency said 212 people were killed. The council disputes the count. Its chairman, Omar Delic, said 90 people were still missing."
    figure = figures_of(text)[-1]
    assert (figure.against, figure.action) == (None, None)
