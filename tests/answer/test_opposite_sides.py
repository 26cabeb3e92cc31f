"""Who opposes is not who supports, what is occupied is not empty, and what closes does not stay open."""

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "quay.txt": "Some 61 per cent of residents support the new quay, 22 per cent oppose it. The gallery is backed by 18 per cent of shopkeepers.",
    "pool.txt": "In the ballot 31 delegates supported the swimming pool. Under the same plan the town wants to close 41 of its 96 libraries.",
    "fort.txt": "The inn has 140 occupied rooms and 12 vacant ones. The jail has 23 occupied cells.",
    "bani.txt": "За ремонт бани выступают 40 % жителей посёлка, остальные молчат. Поддерживают закрытие школы 12 % родителей.",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("What share of residents support the new quay?", "61", id="support"),
        pytest.param("What share of residents oppose the new quay?", "22", id="oppose"),
        pytest.param("What share of residents are against the new quay?", "22", id="are against"),
        pytest.param("What share of shopkeepers back the gallery?", "18", id="back"),
        pytest.param("What share of shopkeepers are against the gallery?", None, id="nobody against"),
        pytest.param("How many delegates supported the swimming pool?", "31", id="supported"),
        pytest.param("How many delegates opposed the swimming pool?", None, id="opposed"),
        pytest.param("How many delegates voted against the swimming pool?", None, id="voted against"),
        pytest.param("How many libraries does the town want to close?", "41", id="close"),
        pytest.param("How many libraries will remain open?", None, id="remain open"),
        pytest.param("How many cells are occupied?", "23", id="occupied"),
        pytest.param("How many cells are empty?", None, id="empty"),
        pytest.param("Какая доля родителей поддерживает закрытие школы?", "12", id="support ru"),
        pytest.param("Какая доля родителей против закрытия школы?", None, id="against ru"),
    ],
)
def test_a_figure_of_the_other_side_is_no_answer(answerer: Answerer, question: str, value: str | None) -> None:
    answer = answerer.ask(question)
    assert [figure.value for figure in answer.figures] == ([Decimal(value)] if value else [])
    assert (answer.short is None) == (value is None)


NEGATED = {
    "court.txt": "In 2023 the court found 12 men guilty.",
    "ekzamen.txt": "В 2023 году экзамен сдали 812 школьников. Лицензии получили 62 таксиста.",
}


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("How many men were found guilty?", "12", id="guilty"),
        pytest.param("How many men were acquitted?", None, id="not guilty"),
        pytest.param("Сколько школьников сдали экзамен?", "812", id="passed ru"),
        pytest.param("Сколько школьников провалили экзамен?", None, id="failed ru"),
        pytest.param("Сколько таксистов получили лицензии?", "62", id="got ru"),
        pytest.param("Сколько таксистов лишились лицензии?", None, id="lost ru"),
    ],
)
def test_a_phrase_with_not_is_not_said_by_its_other_words(
    answerer_of: Callable[[Mapping[str, str]], Answerer], question: str, value: str | None
) -> None:
    answer = answerer_of(NEGATED).ask(question)
    assert [figure.value for figure in answer.figures] == ([Decimal(value)] if value else [])


OPEN = {
    "post.txt": "Of 60 post offices 46 remained open. In the park 400 species live; 120 of them are documented. The choir wrote 40 songs.",
}


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("How many post offices were open?", "46", id="were open"),
        pytest.param("How many post offices remained open?", "46", id="remained open"),
        pytest.param("How many documented species are there?", "120", id="documented species"),
        pytest.param("How many recorded songs are there?", None, id="songs may be unrecorded"),
    ],
)
def test_what_remained_open_was_open(answerer_of: Callable[[Mapping[str, str]], Answerer], question: str, value: str | None) -> None:
    answer = answerer_of(OPEN).ask(question)
    assert [figure.value for figure in answer.figures] == ([Decimal(value)] if value else [])
