"""What belongs to a name in quotation marks is nobody else's, and goals are no passes."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "hokkey.md": """\
# Итоги турнира

Турнир выиграла команда «Морские ежи»: 41 очко в 20 матчах, на шесть больше, чем у «Токаря». Третьим стал «Вихрь» из Синегорья — 30 очков.
Последнее место занял новичок «Медь», набравший 12 очков. Лучшим бомбардиром признан Берестов: 22 мяча. По передачам первенствует Остап
Гуляев из «Вихря» (17).
"""
}


@pytest.fixture(scope="module")
def cup(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("Сколько очков набрала «Медь»?", "12", id="a participle"),
        pytest.param("Сколько очков у «Меди»?", "12", id="whose"),
        pytest.param("Сколько очков набрал «Вихрь»?", "30", id="before a dash"),
        pytest.param("Сколько мячей забил Берестов?", "22", id="a person"),
    ],
)
def test_a_name_has_its_number(cup: Answerer, question: str, value: str) -> None:
    assert [str(figure.value) for figure in cup.ask(question).figures] == [value]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Сколько очков набрал «Токарь»?", id="named only beside"),
        pytest.param("Сколько очков у «Токаря»?", id="whose"),
        pytest.param("Сколько передач отдал Берестов?", id="goals are no passes"),
        pytest.param("Сколько мячей забил Гуляев?", id="passes are no goals"),
    ],
)
def test_nobody_has_the_number_of_another(cup: Answerer, question: str) -> None:
    assert cup.ask(question).status is Status.NOT_FOUND
