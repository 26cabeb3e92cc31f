"""Who has left an office is not who has it; who came after, is."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "school.md": """\
# Selby School

Dr Hugh Dean retired as Principal on 30 June 2023 after twelve years. His successor, Dr Ann Croft, took office on 1 August 2023.
""",
    "mill.md": """\
# Lorne Mill

Captain Paul Sorn resigned in May 2023.
""",
    "zavod.md": """\
# Завод «Прибой»

Директор завода Пётр Лосев уволился в мае 2023 года. Его преемник, Олег Дорн, приступил к работе в июне.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("Who is the principal?", "Dr Ann Croft", id="successor"),
        pytest.param("Кто директор завода?", "Олег Дорн", id="ru-successor"),
        pytest.param("Who retired as principal?", "Dr Hugh Dean", id="who-left"),
        pytest.param("Кто был директором завода?", "Пётр Лосев", id="ru-who-was"),
    ],
)
def test_who_came_after_has_the_office(answerer: Answerer, question: str, told: str) -> None:
    assert answerer.ask(question).short == told


def test_who_left_has_it_no_more(answerer: Answerer) -> None:
    assert answerer.ask("Who is the captain?").status is Status.NOT_FOUND
