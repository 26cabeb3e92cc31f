"""Numbers of a question that are no period tell which ones are meant: an age group, a class of engines, a route."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "mumps.md": (
        "# Mumps in the Vale, 2023\n\n| Age group | Cases |\n|---|---|\n| 0–4 years | 61 |\n| 5–14 years | 240 |\n| 65 and older | 9 |\n"
        "\nThe Vale Health Office recorded 310 cases of mumps in 2023, 5 of them in May.\n"
    ),
    "svinka.md": "# Корь в Долине, 2023 год\n\n| Возраст | Случаи |\n|---|---|\n| 0–4 года | 61 |\n| 5–14 лет | 240 |\n| старше 65 лет | 9 |\n",
    "shows.md": (
        "# Летний фестиваль\n\nНа третий спектакль пришли 410 зрителей, на четвёртый — 380. На ярмарку пришли 900 зрителей.\n\n"
        "Школа № 4 приняла 120 гостей, школа № 9 — 95. У сцены дежурили 20 врачей на первом участке, 15 — на втором.\n\n"
        "## Пятый вечер\n\nПродали 340 билетов.\n"
    ),
    "races.md": "# Races\n\nThe third race drew 410 spectators, the fourth 380. Hospital No. 2 treated 30 riders and Hospital No. 5 treated 12.\n",
    "engines.md": "# Engines\n\nThe works built 40 engines of Class 385 and 12 engines of Class 170 in 2023.\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


ONE = [
    ("How many cases of mumps were there in the age group 5–14 years?", "240"),
    ("How many cases of mumps were there among those aged 65 and older?", "9"),
    ("How many cases of mumps were there in 2023?", "310"),
    ("Сколько случаев кори в возрасте 5–14 лет?", "240"),
    ("How many engines of Class 170 were built in 2023?", "12"),
    ("Сколько зрителей пришло на третий спектакль?", "410"),
    ("Сколько зрителей пришло на четвёртый спектакль?", "380"),
    ("Сколько врачей дежурило на втором участке?", "15"),
    ("Сколько гостей приняла школа № 9?", "95"),
    ("Сколько гостей приняла школа № 4?", "120"),
    ("Сколько билетов продали в пятый вечер?", "340"),
    ("How many spectators did the fourth race draw?", "380"),
    ("How many riders did Hospital No. 5 treat?", "12"),
]


@pytest.mark.parametrize(("question", "value"), ONE)
def test_the_numbers_asked_choose_the_figure(answerer: Answerer, question: str, value: str) -> None:
    assert [str(figure.value) for figure in answerer.ask(question).figures] == [value]


NOT_THERE = [
    "How many cases of mumps were there in the age group 40–49 years?",
    "How many cases of mumps were there in people over 5?",
    "How many engines of Class 156 were built in 2023?",
    "Сколько зрителей пришло на седьмой спектакль?",
    "Сколько гостей приняла школа № 5?",
    "Сколько билетов продали в шестой вечер?",
    "How many spectators did the fifth race draw?",
    "How many riders did Hospital No. 3 treat?",
]


@pytest.mark.parametrize("question", NOT_THERE)
def test_nothing_answers_for_numbers_that_no_figure_has(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert (answer.status, answer.figures) == (Status.NOT_FOUND, ())
