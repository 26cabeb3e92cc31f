"""Questions for how much there is of something ("каков износ", "почём мёд", "one in five?"): figures answer them, and no other words."""

from datetime import date
from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Status

CONTEST = """---
title: Итоги олимпиады школьников за 2023 год
published: 2024-01-15
---

# Итоги олимпиады школьников за 2023 год

Износ котельной — 63 процента. Протяжённость тропы — 12 км. Тариф на вывоз — 210 рублей. Мёд на ярмарке стоит 900 рублей за килограмм.

| Предмет | Участников, 2022 | Участников, 2023 | Средний балл, 2022 | Средний балл, 2023 |
|---|---|---|---|---|
| Биология | 40 | 52 | 61,3 | 64,8 |
| История | 33 | 38 | 55,0 | 57,2 |
"""
COLLEGE = """В 2023 году университет отчислил 604 студента, это около пяти процентов. В общежитии живёт треть студентов.

Городской театр в 2023 году уволил 12 актёров.
"""
BOATS = """In 2023 the storm sank 40 boats, or 8 % of the fleet. A third of the crews were insured. The yard laid off 12 workers.
"""
FLOOD = """# Паводок

Подтоплено 52 дома. Эвакуированы 290 человек.

# Пожар

Из-за грозы эвакуированы 15 туристов.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("levels")
    for name, text in (("contest.md", CONTEST), ("college.md", COLLEGE), ("boats.md", BOATS), ("flood.md", FLOOD)):
        (folder / name).write_text(text, encoding="utf-8")
    build([folder], index=folder / "index")
    return Answerer(open_index(folder / "index"))


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        pytest.param("Какой средний балл по биологии получили участники в 2023 году?", "64,8", id="which average"),
        pytest.param("Каков средний балл по истории в 2022 году?", "55,0", id="what average"),
        pytest.param("Каков износ котельной?", "63 процента", id="wear"),
        pytest.param("Какова протяжённость тропы?", "12", id="length"),
        pytest.param("Каков тариф на вывоз?", "210 рублей", id="tariff"),
        pytest.param("Почём мёд на ярмарке?", "900 рублей", id="colloquial price"),
    ],
)
def test_a_level_is_answered_by_its_figure(answerer: Answerer, question: str, surface: str) -> None:
    answer = answerer.ask(question, as_of=date(2024, 6, 1))
    assert (answer.status, [figure.surface for figure in answer.figures]) == (Status.ANSWERED, [surface])


def test_the_level_of_another_row_is_no_answer(answerer: Answerer) -> None:
    assert answerer.ask("Каков средний балл по физике в 2023 году?", as_of=date(2024, 6, 1)).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        pytest.param("Правда ли, что университет отчислил каждого пятого студента?", "no", id="ru one in five"),
        pytest.param("Верно ли, что университет отчислил больше 4 процентов студентов?", "yes", id="ru more than"),
        pytest.param("Правда ли, что в общежитии живёт половина студентов?", "no", id="ru half"),
        pytest.param("Правда ли, что в общежитии живёт треть студентов?", "yes", id="ru a third"),
        pytest.param("Did the storm sink one in five boats?", "no", id="one in five"),
        pytest.param("Were a third of the crews insured?", "yes", id="a third"),
        pytest.param("Правда ли, что театр уволил каждого второго актёра?", None, id="ru only a count on file"),
        pytest.param("Did the yard lay off half of its workers?", None, id="only a count on file"),
    ],
)
def test_a_share_is_held_against_a_share(answerer: Answerer, question: str, verdict: str | None) -> None:
    assert answerer.ask(question, as_of=date(2024, 6, 1)).verdict == verdict


def test_a_cause_that_only_the_heading_names_is_left_open(answerer: Answerer) -> None:
    answer = answerer.ask("Сколько человек эвакуировано из-за паводка?", as_of=date(2024, 6, 1))
    assert (answer.status, [figure.surface for figure in answer.figures]) == (Status.PARTIAL, ["290"])
