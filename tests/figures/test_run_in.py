"""A place that heads a paragraph in its own line of text is where its figures are."""

from collections.abc import Callable

import pytest

from qa_bot.deadline import deadline
from qa_bot.figures.run_in import is_place
from qa_bot.schema import Document, Figure

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


@pytest.mark.parametrize(
    ("text", "name", "is_one"),
    [
        pytest.param("Owls nest in Larn.", "Larn", True, id="behind a preposition"),
        pytest.param("Owls nest In Doon and Larn.", "Larn", True, id="the second of two"),
        pytest.param("Owls nest near the Larn.", "Larn", False, id="behind another word"),
        pytest.param("Owls nest in Larnham.", "Larn", False, id="the beginning of another name"),
        pytest.param("Owls nest in O'Larn-sur-Doon.", "O'Larn", True, id="a name with signs"),
        pytest.param("Owls nest in Niwa.", "Coastal Niwa", True, id="its last word"),
        pytest.param("Owls nest, in total, on farms.", "Total", False, id="in small letters"),
        pytest.param("Owls within Larn nest.", "Larn", True, id="no part of another preposition"),
    ],
)
def test_a_place_is_what_things_are_said_to_be_in(text: str, name: str, is_one: bool) -> None:
    document = Document(doc_id="a", path="a", text=text, blocks=(), language="en", content_hash="")
    assert is_place(document, name) is is_one


def test_a_text_with_thousands_of_headings_is_gone_through_once() -> None:
    names = [f"Larn{number}" for number in range(10_000)]
    text = "".join(f"- {name}: in 2023 some 12 owls were seen near Doon\n" for name in names)
    document = Document(doc_id="a", path="a", text=text, blocks=(), language="en", content_hash="")
    with deadline(10):
        assert not any(is_place(document, name) for name in names)
