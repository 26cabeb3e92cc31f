"""That nobody did it answers who did, by the whole sentence that says so."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "spill.md": """\
# The spill on the Orle

14 May 2024

Dead birds have been found along the river Orle for a week. The refinery speaks of a few dozen birds.

The police have opened an inquiry; no one has been charged. Ada Crane has been appointed to lead it.
""",
    "drought.md": """\
# Watering gardens is banned in Selwick

3 July 2024

Fines for using a sprinkler can reach £500; so far 87 warning letters have been sent and nobody has been fined.
""",
    "svalka.md": """\
# Свалка у Ольховки

5 июня 2024 года

Свалка у Ольховки горела три дня. За поджог свалки никого не оштрафовали. Проверку ведёт инспектор Анна Вегина.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        pytest.param(
            "who has been charged over the dead birds?", "The police have opened an inquiry; no one has been charged.", id="charged"
        ),
        pytest.param(
            "who got fined for using a sprinkler?",
            "Fines for using a sprinkler can reach £500; so far 87 warning letters have been sent and nobody has been fined.",
            id="fined",
        ),
        pytest.param("Кого оштрафовали за поджог свалки?", "За поджог свалки никого не оштрафовали.", id="Russian"),
    ],
)
def test_nobody_is_told_by_its_sentence(answerer: Answerer, question: str, sentence: str) -> None:
    answer = answerer.ask(question)
    assert (answer.status, answer.short) == (Status.ANSWERED, sentence)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("who has been charged over the burnt lorries in Karsk?", id="another-matter"),
        pytest.param("who has been dismissed over the dead birds?", id="another-deed"),
        pytest.param("Who has been appointed to lead the inquiry?", id="somebody"),
    ],
)
def test_nobody_had_just_that_done_to_him(answerer: Answerer, question: str) -> None:
    short = answerer.ask(question).short or ""
    assert "no one" not in short
    assert "nobody" not in short
