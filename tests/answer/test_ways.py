"""A change that no verb tells is worded as one: "2 million less than in May" is no level."""

from collections.abc import Callable

import pytest

from qa_bot.ask import Answerer

PORT = """\
# Порт Кленовый в 2023 году

Запасы угля на 1 мая составили 14,2 млн тонн, что на 0,8 млн тонн меньше, чем годом ранее. Доходы порта достигли 310 млн рублей, на 45 млн рублей \
больше, чем в 2022 году.
"""
HARBOUR = """\
# Harbour report 2023

The harbour handled 412 ships, 30 fewer than in 2022. Debt was 7.2 million dollars lower than in 2022. Fees rose by 3 million euros.
"""


@pytest.mark.parametrize(
    ("document", "question", "said"),
    [
        pytest.param(PORT, "На сколько сократились запасы угля?", "на 0,8 млн тонн меньше", id="a quantity"),
        pytest.param(PORT, "На сколько выросли доходы порта?", "на 45 млн рублей больше: доходы порта", id="money"),
        pytest.param(HARBOUR, "By how much did the number of ships fall?", "down by 30 ships", id="a count"),
        pytest.param(HARBOUR, "By how much did the debt fall?", "down by 7.2 million dollars: Debt", id="lower"),
        pytest.param(HARBOUR, "By how much did fees rise?", "3 million euros Fees", id="a verb tells it"),
    ],
)
def test_a_change_is_no_level(answerer_of: Callable[..., Answerer], document: str, question: str, said: str) -> None:
    answer = answerer_of({"text.md": document}).ask(question)
    assert said in (answer.text or "").split("\n")[0]


RIVALS = """\
# Two firms in 2023

The brewery earned 9 million euros, 4 million more than the dairy. The port of Elm handled 310 barges, 25 more than Sorn.
"""
FIRMS = """\
# Две фирмы в 2023 году

Пивоварня заработала 9 млн рублей, на 4 млн больше, чем у молокозавода.
"""


@pytest.mark.parametrize(
    ("document", "question"),
    [
        pytest.param(RIVALS, "By how much did the earnings of the brewery rise?", id="than the dairy"),
        pytest.param(RIVALS, "By how much did the number of barges rise?", id="than another port"),
        pytest.param(FIRMS, "На сколько выросли доходы пивоварни?", id="чем у"),
    ],
)
def test_more_than_another_is_no_rise(answerer_of: Callable[..., Answerer], document: str, question: str) -> None:
    assert not answerer_of({"text.md": document}).ask(question).figures
