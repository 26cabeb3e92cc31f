"""Questions that count events, crimes above all, beside other events of the same sentence and what became of them."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

RUSSIAN = """---
title: Полиция Вышгорода, 2022 год
published: 2023-02-01
---

Число поджогов в 2022 году выросло с четырёх до семи. Грабежей за год было 53, краж совершено 310. Раскрыто 86 преступлений.
"""
ENGLISH = """---
title: Crime in Oxley, 2022
published: 2023-02-01
---

The number of murders rose from four to seven in 2022. There were 53 robberies and 310 thefts in 2022. The police solved 86 crimes.
"""
QUAKES = """---
title: Толчки на островах, 2021 год
published: 2022-01-20
---

Больше всего толчков отмечено на острове Лось — 48, далее следуют Выдра (31) и Песец (12).
"""


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of({"russian.md": RUSSIAN, "english.md": ENGLISH, "quakes.md": QUAKES})


def _shown(answer: Answer) -> list[str | None]:
    return [figure.surface for figure in answer.figures]


@pytest.mark.parametrize(
    ("question", "document", "surface"),
    [
        pytest.param("Сколько грабежей совершено в Вышгороде в 2022 году?", "russian.md", "53", id="robberies beside thefts"),
        pytest.param("Сколько краж совершено в Вышгороде в 2022 году?", "russian.md", "310", id="thefts"),
        pytest.param("How many robberies were committed in Oxley in 2022?", "english.md", "53", id="committed"),
        pytest.param("How many murders were committed in Oxley in 2022?", "english.md", "seven", id="the level reached"),
    ],
)
def test_an_event_is_counted_by_its_own_name(answerer: Answerer, question: str, document: str, surface: str) -> None:
    answer = answerer.ask(question, as_of=date(2024, 1, 1), docs=[document])
    assert (answer.status, _shown(answer)) == (Status.ANSWERED, [surface])


def test_events_that_were_are_not_said_to_be_solved(answerer: Answerer) -> None:
    assert answerer.ask("How many murders were solved in Oxley in 2022?", as_of=date(2024, 1, 1)).status is Status.NOT_FOUND


def test_the_places_that_follow_the_first_are_no_parts_of_it(answerer: Answerer) -> None:
    assert (answerer.ask("На каком острове больше всего толчков?", as_of=date(2024, 1, 1)).short or "").endswith("Лось")


def test_a_final_does_not_answer_for_the_semi_final(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> None:
    regatta = answerer_of(
        {
            "regatta.txt": "Larkfield win the shield\n\nLarkfield lifted the shield after a final that had everything: three collisions and a "
            "broken oar. In the semi-final on 3 May they had beaten Coveney by a length.\n",
        }
    )
    assert _shown(regatta.ask("How many collisions were there in the semi-final?")) == []
    assert _shown(regatta.ask("How many collisions were there in the final?")) == ["three"]
