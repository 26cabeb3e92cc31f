"""The time of what a number is only likened to is not its own."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


def year_of(figure: Figure) -> int | None:
    return figure.period.start.year if figure.period is not None and figure.period.start is not None else None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Only 210 flats were on offer, half as many as in 2022.", id="half as many"),
        pytest.param("The port handled 4,000 ships, almost twice as many as it did in 2022.", id="as it did"),
        pytest.param("The river carried 40 tonnes of sand, as much as in 2022.", id="as much"),
        pytest.param("The port handled 4,000 ships, half the number in 2022.", id="half the number"),
        pytest.param("The port handled 4,000 ships, below the level of 2022.", id="below the level"),
        pytest.param("В продаже было 210 квартир, столько же, сколько в 2022 году.", id="as many, ru"),
        pytest.param("В порт пришло 4000 судов, вдвое меньше уровня 2022 года.", id="below the level, ru"),
    ],
)
def test_a_number_is_not_of_the_time_that_it_is_likened_to(figures_of: FiguresOf, text: str) -> None:
    assert year_of(figures_of(text)[0]) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        pytest.param("In 2023 there were 300 fires, twice as many as in 2022.", 2023, id="its own time before"),
        pytest.param("As many as 300 people were hurt in 2022.", 2022, id="a bound"),
        pytest.param("As in 2021, 40 schools closed in 2022.", 2022, id="as before"),
        pytest.param("The mine had 40 men as early as in 1990.", 1990, id="as early as"),
        pytest.param("Some 40 schools closed, as well as 12 clubs in 2022.", 2022, id="as well as"),
        pytest.param("The port lost 4,000 crates and half the total in 2022.", 2022, id="no comma before"),
        pytest.param("Сколько судов пришло в 2022 году, 300 или 400?", 2022, id="a question, ru"),
    ],
)
def test_the_time_of_a_number_stays(figures_of: FiguresOf, text: str, year: int) -> None:
    assert year_of(figures_of(text)[0]) == year
