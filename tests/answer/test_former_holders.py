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
    "left_else.md": """\
# Notes from Tarn

The owner of the brewery, Ann Lund, resigned from the town council in 2020. Chief engineer Otto Brenn retired from racing in 2010.

Goalkeeper Ida Moss of the Wanderers retired hurt in the second half.

King Olaf, who died in 1030, was the patron of the town.

The treasurer, Rolf Hame, resigned from his post in 2021.
""",
    "verf.md": """\
# Верфь

Директор верфи Иван Клён уволился с поста в 2020 году.
""",
    "left_else_ru.md": """\
# Заметки о порте

Начальник порта Олег Ставров уволился из армии в 1990 году.
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
        pytest.param("Who is the owner of the brewery?", "Ann Lund", id="left-council"),
        pytest.param("Who is the chief engineer?", "Otto Brenn", id="left-racing"),
        pytest.param("Who is the goalkeeper of the Wanderers?", "Ida Moss", id="hurt"),
        pytest.param("Who is the patron of the town?", "Olaf", id="patron"),
        pytest.param("Кто начальник порта?", "Олег Ставров", id="ru-left-army"),
        pytest.param("Who retired as principal?", "Dr Hugh Dean", id="who-left"),
        pytest.param("Кто был директором завода?", "Пётр Лосев", id="ru-who-was"),
    ],
)
def test_who_came_after_has_the_office(answerer: Answerer, question: str, told: str) -> None:
    assert answerer.ask(question).short == told


@pytest.mark.parametrize("question", ["Who is the captain?", "Who is the treasurer?", "Кто директор верфи?"])
def test_who_left_has_it_no_more(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND
