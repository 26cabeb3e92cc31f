"""Questions for "last week", "on Thursday" or "by 1 July", which a text of those days calls just so."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

TICKS = """---
title: Клещи в крае, сводка за 22-ю неделю 2023 года
published: 2023-06-06
---

С начала сезона к 1 июня в больницы обратились 4 310 укушенных. За прошедшую неделю (29 мая – 4 июня) выявили 62 случая боррелиоза, неделей
ранее — 48. Всего с 1 января к 1 июня зарегистрировано 214 случаев боррелиоза.

Больше всего случаев в Лесном районе — 77.
"""
OLDER = """---
title: Клещи в крае, сводка за 21-ю неделю 2023 года
published: 2023-05-30
---

За прошедшую неделю (22–28 мая) выявили 48 случаев боррелиоза. Всего с 1 января к 25 мая зарегистрировано 152 случая боррелиоза.
"""
FERRY = """---
title: Ferries stop in the storm
published: 2024-01-20
---

Gull Line cancelled 31 crossings on Thursday. On Friday it cancelled 12 crossings. Harbour master Ewa Lund closed the port on Thursday.
"""


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of({"ticks.md": TICKS, "older.md": OLDER, "ferry.md": FERRY})


def _shown(answer: Answer) -> list[str | None]:
    return [figure.surface for figure in answer.figures]


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        pytest.param("Сколько случаев боррелиоза выявили за последнюю неделю?", "62", id="за последнюю неделю"),
        pytest.param("Сколько новых случаев боррелиоза зарегистрировано на прошлой неделе?", "62", id="на прошлой неделе"),
        pytest.param("How many crossings did Gull Line cancel on Thursday?", "31", id="weekday"),
        pytest.param("How many crossings did Gull Line cancel last Friday?", "12", id="last weekday"),
    ],
)
def test_what_the_newest_text_calls_so_answers_in_part_with_its_days(answerer: Answerer, question: str, surface: str) -> None:
    answer = answerer.ask(question)
    assert (answer.status, _shown(answer)) == (Status.PARTIAL, [surface])


def test_a_day_named_with_the_question_is_kept_to(answerer: Answerer) -> None:
    question = "Сколько случаев боррелиоза выявили на прошлой неделе?"
    assert _shown(answerer.ask(question, as_of=date(2023, 5, 31))) == ["48"]
    assert answerer.ask(question, as_of=date(2025, 5, 31)).status is Status.NOT_FOUND


def test_a_sentence_of_the_day_so_called_answers(answerer: Answerer) -> None:
    assert "Ewa Lund" in (answerer.ask("Who closed the port on Thursday?").short or "")


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        pytest.param("Сколько случаев боррелиоза зарегистрировано с 1 января к 1 июня?", "214", id="the stretch"),
        pytest.param("Сколько случаев боррелиоза было зарегистрировано к 25 мая 2023 года?", "152", id="by a day"),
        pytest.param("Сколько случаев боррелиоза выявили за неделю 22–28 мая?", "48", id="the days of a week"),
    ],
)
def test_what_was_counted_until_a_day_is_of_that_day(answerer: Answerer, question: str, surface: str) -> None:
    answer = answerer.ask(question, as_of=date(2025, 1, 1))
    assert (answer.status, _shown(answer)) == (Status.ANSWERED, [surface])


def test_the_same_period_of_a_year_is_some_of_that_year(answerer: Answerer) -> None:
    answer = answerer.ask("Сколько случаев боррелиоза зарегистрировано за тот же период 2022 года?", as_of=date(2025, 1, 1))
    assert answer.status is Status.NOT_FOUND
