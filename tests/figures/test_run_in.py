"""A place that heads a paragraph in its own line of text is where its figures are."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("Larn. Some 40 owls died. The keeper saw 14 nests.", ["Larn", "Larn"], id="a name alone"),
        pytest.param("Larn. In Doon 40 owls died.", ["Doon"], id="a place of its own"),
        pytest.param("Wells. Some 40 wells ran dry.", [None], id="a thing"),
        pytest.param("Blight. The blight reached 40 farms.", [None], id="a thing in small letters"),
        pytest.param("Owls died in Larn.\n\nLarn: 40 owls died. Some 12 nests were lost.", ["Larn", "Larn"], id="before a colon"),
        pytest.param("Brandt: We closed 12 quarries. Some 30 were sold.", [None, None], id="who speaks"),
        pytest.param("Larn. Some 40 owls died.\n\nSome 12 nests were lost.", ["Larn", None], id="its own paragraph"),
    ],
)
def test_a_name_that_heads_a_paragraph_is_its_place(figures_of: FiguresOf, text: str, places: list[str | None]) -> None:
    assert [figure.place for figure in figures_of(text)] == places


def test_a_thing_that_heads_a_paragraph_says_which_are_counted(figures_of: FiguresOf) -> None:
    figures = figures_of("**Night ferries.** In 2023 some 40 ferries sailed. They took 900 guests.")
    assert [figure.terms.counted for figure in figures] == [("night",), ()]
