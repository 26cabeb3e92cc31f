"""Who did what is counted."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The ferry service of Norr county made 900 trips in 2022.", "the ferry service of Norr county"),
        ("The ferry has 90 seats.", None),
    ],
)
def test_who_makes_something_is_its_doer_and_who_has_it_is_none(figures_of: FiguresOf, text: str, actor: str | None) -> None:
    assert figures_of(text)[0].actor == actor
