"""A second voice on one count takes the deed and the period of the first."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure


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


@pytest.mark.parametrize(
    ("text", "whose", "year"),
    [
        pytest.param(
            "Guards detained 94 sailors in 2024, according to Open Sea Watch. In 2023 the organisation had recorded 61 detentions. "
            "The Ministry of Ports, in a letter of 9 January, acknowledged 38 detentions.",
            ["Open Sea Watch", "Open Sea Watch", "Ministry of Ports"],
            [2024, 2023, 2024],
            id="a letter",
        ),
        pytest.param(
            "The Teachers' League counted 310 resignations in 2023. In 2022 there had been 250 resignations. "
            "The Department of Schools, in a note of 12 February, admitted 120 resignations.",
            ["Teachers' League", None, "Department of Schools"],
            [2023, 2022, 2023],
            id="a note",
        ),
        pytest.param(
            "По данным «Морского дозора», в 2024 году задержаны 94 моряка. В 2023 году организация насчитала 61 задержание. "
            "Министерство портов в письме от 9 января признало 38 задержаний.",
            ["«Морской дозор»", "«Морской дозор»", "Министерство портов"],
            [2024, 2023, 2024],
            id="Russian",
        ),
    ],
)
def test_what_looks_back_lends_the_next_voice_neither_its_year_nor_its_name(
    figures_of: Callable[[str], list[Figure]], text: str, whose: list[str | None], year: list[int]
) -> None:
    figures = figures_of(text)
    assert [figure.claimant.name if figure.claimant is not None else None for figure in figures] == whose
    assert [figure.period.end.year if figure.period is not None and figure.period.end is not None else None for figure in figures] == year
