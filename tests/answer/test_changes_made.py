"""By how much somebody raised or cut something: the change, and no level before or after it."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "water.txt": """\
Lindmoor Water Company
12 March 2023

On 9 March the board resolved to raise the standing charge by 12 euros, from 84 to 96 euros a year. The company also trimmed its staff by 40,
from 310 to 270.

The council of Arden lowered the speed limit by 20 km/h, from 70 to 50 km/h, on the ring road. The union raised its membership fee to 22 euros.
""",
    "bank.txt": """\
Банк Северогорья
15 мая 2023

На заседании 14 мая совет директоров решил повысить ключевую ставку на 1,5 процентного пункта, с 8,0 до 9,5 процента. Компания «Полюс» снизила
тариф на 12 рублей, с 60 до 48 рублей. Завод сократил штат на 120 человек, до 640.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("By how much did the board raise the standing charge?", "12 euros", id="by how much did"),
        pytest.param("How much did the board raise the standing charge by?", "12 euros", id="by at the end"),
        pytest.param("By how much did the company cut its staff?", "40", id="what is cut"),
        pytest.param("By how much did Arden lower the speed limit?", "20", id="a measure"),
        pytest.param("By how much did the union raise its membership fee?", None, id="only the level is told"),
        pytest.param("By how much did Mayville lower the speed limit?", None, id="somebody else"),
        pytest.param("By how much did the board cut the standing charge?", None, id="the other way"),
        pytest.param("На сколько банк повысил ключевую ставку?", "1,5 процентного пункта", id="на сколько"),
        pytest.param("На сколько «Полюс» снизил тариф?", "12 рублей", id="a name in quotes"),
        pytest.param("На сколько завод сократил штат?", "120", id="штат"),
        pytest.param("На сколько «Гранит» снизил тариф?", None, id="другая компания"),
    ],
)
def test_the_change_answers_and_no_level(answerer: Answerer, question: str, short: str | None) -> None:
    answer = answerer.ask(question, as_of=date(2023, 6, 1))
    assert answer.short == short
    assert len(answer.figures) <= 1


def test_what_is_cut_is_what_the_number_counts(answerer: Answerer) -> None:
    answer = answerer.ask("By how much did the company cut its staff?", as_of=date(2023, 6, 1))
    assert [figure.counted for figure in answer.figures] == ["staff"]


SHOPS = """\
# Лавки в 2023 году

Лавка «Рябина» снизила тариф на 14 %, а «Тополь» повысил его на 6 %.
"""
FERRY = """\
# The ferry in 2023

The committee raised the fare by 3 euros. The council had asked it to wait.
"""


@pytest.mark.parametrize(
    ("document", "question", "short"),
    [
        pytest.param(SHOPS, "На сколько «Тополь» снизил тариф?", None, id="the other shop"),
        pytest.param(SHOPS, "На сколько «Рябина» снизила тариф?", "14 %", id="the shop itself"),
        pytest.param(FERRY, "By how much did the council raise the fare?", None, id="another body"),
        pytest.param(FERRY, "By how much did the committee raise the fare?", "3 euros", id="the body itself"),
    ],
)
def test_who_changed_it_is_who_is_asked_for(
    answerer_of: Callable[[Mapping[str, str]], Answerer], document: str, question: str, short: str | None
) -> None:
    assert answerer_of({"text.md": document}).ask(question).short == short
