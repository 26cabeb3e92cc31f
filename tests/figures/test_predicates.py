"""The sort that a predicate says things are of."""

import pytest

from tests.figures.conftest import FiguresOf


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("Of the 90 closed stops, 50 were urban and 40 were out-of-town.", [(), ("urban",), ("out-of-town",)]),
        ("The clinic had 90 nurses, 30 of whom were part-time.", [(), ("part-time",)]),
        ("There were 44 fires; 12 were deliberate.", [(), ("deliberate",)]),
    ],
)
def test_an_adjective_says_the_sort(figures_of: FiguresOf, text: str, sorts: list[tuple[str, ...]]) -> None:
    figures = figures_of(text)
    assert len({figure.unit for figure in figures}) == 1
    for figure, sort in zip(figures, sorts, strict=True):
        assert all(word in (figure.counted or "") for word in sort)


@pytest.mark.parametrize(
    "text", ["The club played 30 matches: 22 were won.", "Of the 34 victims, 4 were children.", "Of 50 cars 12 were red vans."]
)
def test_a_deed_or_a_noun_says_none(figures_of: FiguresOf, text: str) -> None:
    assert all((figure.counted or "").split()[-1] in ("matches", "victims", "children", "cars", "vans") for figure in figures_of(text))


def test_the_whole_is_of_none_of_the_sorts(figures_of: FiguresOf) -> None:
    whole, urban, _ = figures_of("Of the 90 closed stops, 50 were urban and 40 were out-of-town.")
    assert {*urban.terms.counted} & {*whole.terms.beside}


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The plan is for 146 cabins, of which 44 would be accessible.", "accessible cabins"),
        ("The yard will build 80 boats, 12 of which will be wooden.", "wooden boats"),
    ],
)
def test_what_parts_are_to_be_is_said_of_them(figures_of: FiguresOf, text: str, counted: str) -> None:
    assert figures_of(text)[-1].counted == counted
