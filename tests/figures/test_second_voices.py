"""What a second voice gives for the same, and what a text takes back further on."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure, Modality

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        pytest.param(
            "Покупатель, как утверждает завод, должен ему 1,1 миллиарда рублей. Лизинговая компания признаёт долг в 640 миллионов.",
            "1,1 миллиарда рублей",
            "640 миллионов",
            id="a debt in Russian",
        ),
        pytest.param(
            "The firm owes the mill 1.1 million euros, the mill says. The firm admits a debt of 640,000 euros.",
            "1.1 million euros",
            "640,000 euros",
            id="a debt",
        ),
        pytest.param(
            "По оценке заказника, пало до 700 сайгачат. Общественная организация «Степной дозор» говорит о двух тысячах.",
            "700",
            "двух тысячах",
            id="a noun that no dictionary has",
        ),
    ],
)
def test_what_another_says_of_the_same_stands_against_it(text: str, first: str, second: str, figures_of: FiguresOf) -> None:
    found = {figure.surface: figure for figure in figures_of(f"# News\n\n{text}\n")}
    assert found[second].against == found[first].figure_id
    assert found[second].modality is None


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        pytest.param("The union says its strike delayed no more than 40 trains.", "union", id="what was done to at most so many"),
        pytest.param("The Angling Club says at least 40 fish died in the river.", "Angling Club", id="what befell so many"),
    ],
)
def test_what_is_said_without_that_is_said_by_its_speaker(sentence: str, voice: str, figures_of: FiguresOf) -> None:
    (figure,) = figures_of(f"# News\n\n{sentence}\n")
    assert figure.claimant is not None
    assert figure.claimant.name == voice


def test_the_first_number_of_a_correction_is_withdrawn_by_its_last_sentence(figures_of: FiguresOf) -> None:
    text = (
        "# Сводка\n\n## Уточнение\n\nВ сводке за 25-ю неделю число смертей от гриппа было указано как три. "
        "Один диагноз не подтвердился. Верное число — две смерти.\n"
    )
    assert "три" not in [figure.surface for figure in figures_of(text)]


def test_without_such_a_heading_further_sentences_take_nothing_back(figures_of: FiguresOf) -> None:
    text = "# Сводка\n\n## Смертность\n\nЗа 25-ю неделю умерли три человека. Один диагноз уточняется. Умерли две собаки.\n"
    assert "три" in [figure.surface for figure in figures_of(text)]


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        pytest.param("We call on the council to employ 15 inspectors.", True, id="calls on"),
        pytest.param("The union urges the firm to hire 15 drivers.", True, id="urges"),
        pytest.param("Мы призываем совет построить 15 домов.", True, id="calls on in Russian"),
        pytest.param("The union persuaded the firm to hire 15 drivers.", False, id="what came of it"),
        pytest.param("The firm hired 15 drivers to call on customers.", False, id="what was done"),
    ],
)
def test_what_somebody_is_asked_to_do_was_not_done(sentence: str, asked: bool, figures_of: FiguresOf) -> None:
    (figure,) = figures_of(f"# News\n\n{sentence}\n")
    assert (figure.modality is Modality.REQUIRED) is asked


def test_what_there_is_now_is_not_replaced_by_what_is_asked_for(figures_of: FiguresOf) -> None:
    six, fifteen = figures_of("# News\n\nWe call on the council to raise the number of inspectors from 6 to 15 by April 2026.\n")
    assert (six.newer, six.modality, six.period) == (None, None, None)
    assert fifteen.modality is Modality.REQUIRED
