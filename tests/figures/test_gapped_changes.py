"""Changes that go on without a verb, or stand behind a dash or in brackets, each of what it is of."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure, Measure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param(
            "Номинальные пенсии выросли на 8 %, реальные — на 3 %.", ["Номинальные пенсии", "реальные пенсии"], id="an adjective alone"
        ),
        pytest.param("Хлеб подорожал на 9 %, молоко — на 4 %.", ["Хлеб", "молоко"], id="a noun"),
        pytest.param(
            "Цены на рожь в 2031 году выросли на 40 %, на овёс — на 6 %, на ячмень — на 3 %.",
            ["Цены на рожь", "Цены на овёс", "Цены на ячмень"],
            id="a noun behind the same preposition",
        ),
        pytest.param("Плата выросла на 4 %, у сторожей — на 6 %.", ["Плата", "Плата у сторожей"], id="a noun behind a preposition"),
        pytest.param("Pay rose by 4 %, for nurses by 6 %.", ["Pay", "Pay for nurses"], id="behind a preposition in English"),
        pytest.param("Nominal pay rose by 9 % and real pay by 2 %.", ["Nominal pay", "real pay"], id="in English"),
        pytest.param(
            "Сильнее всего выросли цены на сухой чай — на 31 %; подешевели рис (на 7 %) и соль (на 2 %).",
            ["цены на сухой чай", "рис", "соль"],
            id="behind a dash and in brackets",
        ),
    ],
)
def test_each_change_is_of_its_own_thing(figures_of: FiguresOf, text: str, counted: list[str]) -> None:
    figures = figures_of(text)
    assert [figure.counted for figure in figures] == counted
    assert {figure.measure for figure in figures} == {Measure.CHANGE}


def test_a_change_in_brackets_has_the_verb_before_all(figures_of: FiguresOf) -> None:
    figures = figures_of("Выросли цены на чай — на 31 %; подешевели рис (на 7 %) и соль (на 2 %).")
    assert [figure.terms.action for figure in figures] == [("rise",), ("fall",), ("fall",)]


def test_a_share_in_brackets_is_no_change(figures_of: FiguresOf) -> None:
    assert figures_of("Выросли партии зелёных (22 %) и центра (31 %).")[0].measure is Measure.SHARE
