"""A second voice on one count takes the deed and the period of the first."""

import pytest


@pytest.mark.parametrize(
    ("text", "surface", "deed"),
    [
        pytest.param(
            "The ministry said that 18,000 people applied for asylum in 2022; the Refugee Council counted 19,500.",
            "19,500",
            "seek-asylum",
            id="within a sentence",
        ),
        pytest.param(
            "По словам директора Анны Ветровой, в 2022 году из района уехали 34 учителя. Профсоюз говорит о 51 учителе.",
            "51",
            "leave",
            id="in the sentence after",
        ),
    ],
)
def test_another_voice_tells_of_the_same_deed(figures_of, text: str, surface: str, deed: str):
    figure = next(figure for figure in figures_of(text) if figure.surface == surface)
    assert deed in figure.terms.action
    assert figure.period is not None
    assert figure.period.start is not None
    assert figure.period.start.year == 2022


def test_a_promise_stays_a_deed(figures_of):
    figures = figures_of("The ministry said that 300 pupils left in 2022. The ministry promised 6.5 million pounds for a school.")
    assert "promise" in figures[-1].terms.action


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The county prosecutor confirmed the deaths of eight people.", id="English"),
        pytest.param("Прокуратура подтвердила гибель восьми человек.", id="Russian"),
    ],
)
def test_what_is_confirmed_is_the_deed(figures_of, text: str):
    assert figures_of(text)[0].terms.action == ("die",)


def test_a_sum_takes_no_deed_of_a_sentence_before(figures_of):
    figures = figures_of(
        "Город выделит 2 миллиона рублей. Ущерб компания «Лада» оценивает в 40 миллионов рублей; профсоюз называет сумму в 70 миллионов."
    )
    assert [figure.terms.action for figure in figures[1:]] == [(), ()]
    assert [figure.actor for figure in figures[1:]] == [None, None]
