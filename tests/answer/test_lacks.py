"""Those without one thing are not those without another."""

import pytest

from qa_bot.schema import Status


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many schools were without desks in 2022?", "310"),
        ("How many schools were without pianos in 2022?", None),
    ],
)
def test_what_is_lacked_is_held_to_the_sentence(answerer_of, question: str, value: str | None):
    answerer = answerer_of({"desks.md": "# Desks in Selm\n\n310 schools were without desks in 2022.\n"})
    answer = answerer.ask(question)
    assert [str(figure.value) for figure in answer.figures] == ([] if value is None else [value])
    assert (answer.status is Status.ANSWERED) is (value is not None)
