"""What a figure is reckoned by."""

import pytest

from tests.figures.conftest import FiguresOf


@pytest.mark.parametrize(
    ("text", "per"),
    [
        pytest.param("A single ticket costs £2.40 and a day ticket £5.60.", [None, None], id="a sort of ticket"),
        pytest.param("The yearly pass costs £312, a week pass £20.", ["year", None], id="two passes"),
        pytest.param("A boat costs £40 a week.", ["week"], id="a rate"),
        pytest.param("They make 4,000 day trips.", [None], id="a sort of trip"),
    ],
)
def test_a_word_of_time_that_says_which_thing_it_is_makes_no_rate(figures_of: FiguresOf, text: str, per: list[str | None]) -> None:
    assert [figure.per for figure in figures_of(text)] == per


def test_a_price_is_that_of_what_costs_it(figures_of: FiguresOf) -> None:
    figures = figures_of("A single ticket costs £2.40 and a day ticket £5.60.")
    assert [(figure.counted, figure.terms.action) for figure in figures] == [("single ticket", ("cost",)), ("day ticket", ("cost",))]


@pytest.mark.parametrize(
    "text",
    ["Only one burglary in three is reported.", "One driver in five was drunk.", "Two patients out of ten were children."],
)
def test_a_ratio_with_its_noun_inside_counts_nothing(figures_of: FiguresOf, text: str) -> None:
    assert figures_of(text) == []


def test_a_part_of_a_few_is_counted(figures_of: FiguresOf) -> None:
    assert [figure.value for figure in figures_of("Three men out of 12 died. One man in 4 boats drowned.")] == [3, 12, 1, 4]
