"""A headline says what the text says, in words that go together; what cannot be worded well is left out."""

from collections.abc import Callable

import pytest

from qa_bot.answer.wording import headline
from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "surface", "said"),
    [
        pytest.param("In the floods 52 farmers lost their homes.", "52", "52 farmers lost their homes", id="the-object-of-a-verb"),
        pytest.param("Nine skippers failed a sight test.", "Nine", "Nine skippers failed a sight test", id="another-object"),
        pytest.param("Forty guests gave no address.", "Forty", "Forty guests gave no address", id="an-object-with-no"),
        pytest.param("Eleven villages grew.", "Eleven", "Eleven villages grew", id="the-past-and-no-participle"),
        pytest.param("Some 31 gliders flew.", "31", "about 31 gliders flew", id="irregular"),
        pytest.param("Nets were mended in 46 sheds.", "46", "46 sheds", id="where-it-was-done"),
        pytest.param("The fund paid grants to 1,830 dancers.", "1,830", "1,830 dancers (the fund)", id="to-whom-it-was-paid"),
        pytest.param("Clinics took on 140 nurses.", "140", "140 nurses taken on by clinics", id="a-particle-is-no-preposition"),
        pytest.param("At least 212 sheep were moved.", "212", "at least 212 sheep moved", id="at-least-is-no-preposition"),
        pytest.param("The number of people killed by the storm has risen to 34.", "34", "34 people killed", id="a-level"),
        pytest.param("The council turned down five petitions.", "five", "five petitions turned down by the council", id="done-to-them"),
        pytest.param("Гнёзда нашли в 17 рощах.", "17", "17 рощ", id="russian-where"),
        pytest.param("Инспекторы закрыли 12 ларьков.", "12", "12 ларьков закрыли (инспекторы)", id="russian-done-to-them"),
    ],
)
def test_the_deed_is_worded_as_the_text_has_it(figures_of: FiguresOf, text: str, surface: str, said: str) -> None:
    figure = next(figure for figure in figures_of(text) if figure.surface == surface)
    assert headline(figure, figure.language, period=False, claim=False) == said
