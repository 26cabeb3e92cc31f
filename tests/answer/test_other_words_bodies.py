"""What bodies have and are made of, asked by other words than the text's: staff, members, parts, students."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

TEXTS = {
    "bank.md": "# Ardal Bank\n\nArdal Bank, founded in 1902, employs about 250 staff. Its board is composed of 12 directors.\n",
    "arena.md": "# Sarvik Arena\n\nSarvik Arena seats 25,000 spectators. The stand is divided into four sections.\n",
    "form.md": "# The WEMO form\n\nThe WEMO consists of 14 questions. It has three categories of answers.\n",
    "clinics.md": "# Clinics\n\n|  | 2022 | 2023 |\n|---|---|---|\n| Nurses | 160 | 170 |\n| Patients | 900 | 950 |\n",
    "town.md": "# Tolm\n\nThe University of Tolm enrols 25,890 students. The autumn fair of Tolm drew 3,000 people.\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(TEXTS)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("How many people work for Ardal Bank?", "250", id="staff are people"),
        pytest.param("How many employees does Ardal Bank have?", "250", id="and employees"),
        pytest.param("How many people does Ardal Bank employ?", "250", id="whom it employs"),
        pytest.param("How many directors does the board contain?", "12", id="composed of"),
        pytest.param("How many directors make up the board of Ardal Bank?", "12", id="make up"),
        pytest.param("How many questions does the WEMO contain?", "14", id="consists of"),
        pytest.param("How many types of answers does the WEMO have?", "three", id="types and categories"),
        pytest.param("How many parts is the stand divided into?", "four", id="parts and sections"),
        pytest.param("How many students study at the University of Tolm?", "25,890", id="enrolled to study"),
        pytest.param("How many nurses were there in 2023?", "170", id="a row below a heading that names bodies"),
        pytest.param("How many people attended the fair of Tolm?", "3,000", id="drawn there"),
    ],
)
def test_told(answerer: Answerer, question: str, expected: str) -> None:
    assert answerer.ask(question, as_of=date(2024, 1, 1)).short == expected


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many clerks work for Ardal Bank?", id="clerks are some of the staff"),
        pytest.param("How many people did Ardal Bank dismiss?", id="employed, not dismissed"),
        pytest.param("How many clinics were there in 2023?", id="the people of a row are none of the bodies of the heading"),
        pytest.param("How many people died at Ardal Bank?", id="nobody died"),
        pytest.param("How many students graduated from the University of Tolm?", id="enrolled, not graduated"),
    ],
)
def test_declined(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question, as_of=date(2024, 1, 1)).status is Status.NOT_FOUND
