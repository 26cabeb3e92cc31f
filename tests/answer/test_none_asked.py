"""Questions that a text answers by saying that there was none: "no coach was suspended", «никто не пострадал»."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "wharf.md": """\
---
title: Wharf report 2023
publisher: Selm Wharf Company
published: 2024-02-01
---

# Wharf report 2023

The wharf employed 212 people in 2023. There were no fatal collisions at the wharf in 2023; 14 lost-time injuries were recorded.

The panel suspended nine pilots; no tugmaster was suspended. 31 stowaways were found in 2023, and no one was arrested.
""",
    "teatr.md": """\
# Пожар в театре Лорна

В театре Лорна в ночь на 3 мая загорелась сцена. Эвакуировали 140 зрителей, никто не пострадал.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(question, as_of=date(2024, 6, 1))


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        ("How many fatal collisions were there at the wharf in 2023?", "no"),
        ("How many tugmasters were suspended?", "no"),
        ("How many people were arrested at Selm wharf?", "no one"),
        ("Сколько человек пострадало при пожаре в театре Лорна?", "никто"),
    ],
)
def test_how_many_is_answered_by_none(answerer: Answerer, question: str, surface: str):
    answer = ask(answerer, question)
    assert answer.status is Status.ANSWERED
    assert [(figure.surface, figure.value) for figure in answer.figures] == [(surface, 0)]
    assert surface in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Were there any fatal collisions at the wharf in 2023?",
        "Did anyone die in a collision at the wharf in 2023?",
        "Was any tugmaster suspended?",
        "Was anyone arrested at Selm wharf?",
        "Пострадал ли кто-нибудь при пожаре в театре Лорна?",
    ],
)
def test_whether_there_was_one_is_denied(answerer: Answerer, question: str):
    assert ask(answerer, question).verdict == "no"


SHOPS = """\
# Проверка мясных лавок в Кленовом

Инспекция проверила 21 лавку. Уголовных дел не возбуждено. Новых лицензий не выдано, у двух лавок лицензии отозвали. \
Дело о взятке не закрыто. Предупреждений не вынесено, кроме трёх устных.
"""


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Сколько уголовных дел возбуждено?", "Уголовных дел не возбуждено", id="the whole sentence"),
        pytest.param("Сколько новых лицензий выдано?", "Новых лицензий не выдано", id="a clause"),
    ],
)
def test_what_was_done_to_none_is_none(answerer_of: Callable[[Mapping[str, str]], Answerer], question: str, short: str):
    answer = ask(answerer_of({"lavki.md": SHOPS}), question)
    assert (answer.status, answer.short) == (Status.ANSWERED, short)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Сколько дел о взятке закрыто?", id="one that is not done with"),
        pytest.param("Сколько предупреждений вынесено?", id="but for some"),
        pytest.param("Сколько административных дел возбуждено?", id="of another sort"),
    ],
)
def test_what_was_not_done_to_one_or_to_others_is_no_none(answerer_of: Callable[[Mapping[str, str]], Answerer], question: str):
    answer = ask(answerer_of({"lavki.md": SHOPS}), question)
    assert answer.short in (None, "кроме трёх")
    assert all(figure.value for figure in answer.figures)
