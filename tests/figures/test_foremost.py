"""The number behind "the most cases" counts cases, of who had them, and those that follow count theirs."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Green Party won the most seats (42), followed by the Labour Party (37) and the Centre (12).",
            [("42", "seats", "won", "Green Party"), ("37", "seats", "won", "Labour Party"), ("12", "seats", "won", "Centre")],
            id="in brackets",
        ),
        pytest.param(
            "In 2023 Harland recorded the highest number of fires (77), ahead of Weston (52).",
            [("77", "fires", "recorded", "Harland"), ("52", "fires", "recorded", "Weston")],
            id="the highest number of",
        ),
        pytest.param(
            "Dalby collected the fewest red cards, 3.", [("3", "red cards", "collected", "Dalby")], id="behind a comma, the fewest"
        ),
        pytest.param(
            "Dalby collected the fewest red cards, 3, followed by Weston with 5.",
            [("3", "red cards", "collected", "Dalby"), ("5", "red cards", "collected", "Weston")],
            id="behind a comma, a ranking",
        ),
        pytest.param("Pupils borrowed the most books (1,204) in June.", [("1204", "books", "borrowed", "Pupils")], id="nobody follows"),
    ],
)
def test_the_most_is_what_the_number_counts(figures_of: FiguresOf, text: str, expected: list[tuple[str, str, str, str]]):
    found = figures_of(text)
    assert [(str(figure.value), figure.counted, figure.action) for figure in found] == [row[:3] for row in expected]
    for figure, (*_, doer) in zip(found, expected, strict=True):
        assert doer.lower() in f"{figure.actor} {figure.place}".lower()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("Hallby had the most rain, 12 days of it.", "day", id="a noun of its own"),
    ],
)
def test_a_number_with_words_of_its_own_is_not_told_by_the_most(figures_of: FiguresOf, text: str, unit: str | None):
    assert [(str(figure.value), figure.unit) for figure in figures_of(text)] == [("12", unit)]
