"""Whether those say a figure whom a question names."""

from decimal import Decimal

import pytest

from qa_bot.answer.claimants import says
from qa_bot.schema import Claimant, Figure, Span


def said_by(name: str) -> Figure:
    span = Span(start=0, end=2)
    return Figure(
        figure_id="a", doc_id="a", passage_id="a#p0", span=span, quote=span, surface="12", value=Decimal(12), claimant=Claimant(name=name)
    )


@pytest.mark.parametrize(
    ("asked", "name", "same"),
    [
        pytest.param(("un",), "UN", True, id="initials"),
        pytest.param(("union",), "UN", False, id="initials-are-no-union"),
        pytest.param(("police", "union"), "the police", False, id="a-union-is-not-its-members"),
    ],
)
def test_a_claimant_is_the_one_that_is_named(asked: tuple[str, ...], name: str, *, same: bool) -> None:
    assert says(asked, said_by(name)) is same
