"""Votes for and against are told apart."""

import pytest

from tests.figures.conftest import FiguresOf


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The council adopted the plan by 31 votes to 12.", ["for", "against"]),
        ("The plan was rejected by 31 votes to 12.", ["against", "for"]),
        ("The bill passed with 64 votes for and 29 against.", ["for", "against"]),
        ("In the hall 3,120 residents voted for the bypass and 1,264 against.", ["for", "against"]),
        ("The tax bill failed: 18 in favour, 33 against, 4 abstaining.", ["for", "against", None]),
        ("За законопроект проголосовали 64 депутата, против — 29, воздержались 4.", ["for", "against", None]),
        ("За объезд высказались 120 жителей, против объезда — 64.", ["for", "against"]),
        ("The club won 12 games against rivals and lost 5.", [None, None]),
        ("The firm paid 12 million for boats and lent 3 million to farmers.", [None, None]),
    ],
)
def test_each_number_of_votes_has_its_side(figures_of: FiguresOf, text: str, stances: list[str | None]) -> None:
    found = [[term.removeprefix("vote:") for term in figure.terms.adjuncts if term.startswith("vote:")] for figure in figures_of(text)]
    assert [sides[0] if sides else None for sides in found] == stances
