"""Forecasts behind what was measured, names of sorts kept, and the word of a second voice beside the first."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Modality

DOCUMENTS = {
    "prices.md": """\
---
title: Prices in Orvale
publisher: Statistics Orvale
published: 2024-11-05
---

Twelve-month inflation was 3.4 percent in October, down from 3.9 percent in September.
Core inflation, which leaves out fuel, was 4.1 percent.

The institute expects inflation to average 3.6 percent in 2024 (in May: 4.4) and 2.2 percent in 2025.
""",
    "storm.md": """\
At least 31 people have been killed and more than 200 injured by a storm, officials said. Another 18 are missing.

Some 340 barns were destroyed and 900 damaged, the fire service said. The mayor, Ada Holm, spoke of 500 barns in ruins.

Death toll at 27, among them 6 pupils.
""",
    "pozhar.md": "Разрушены 120 дач и повреждены 150, сообщило МЧС. Губернатор Рябов говорит о 200 дачах в руинах.\n",
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(DOCUMENTS).ask


def test_a_forecast_is_not_shown_for_what_inflation_is(ask: Callable[[str], Answer]) -> None:
    surfaces = [figure.surface for figure in ask("What is the inflation rate in Orvale?").figures]
    assert "3.4 percent" in surfaces
    assert "2.2 percent" not in surfaces


def test_a_forecast_asked_for_is_marked(ask: Callable[[str], Answer]) -> None:
    figures = ask("What is inflation expected to be in 2025?").figures
    assert [(figure.surface, figure.modality) for figure in figures] == [("2.2 percent", Modality.EXPECTED)]


def test_core_inflation_has_its_name(ask: Callable[[str], Answer]) -> None:
    assert [(each.surface, each.counted) for each in ask("What was core inflation?").figures] == [("4.1 percent", "Core inflation")]


@pytest.mark.parametrize(
    ("question", "surfaces"),
    [
        pytest.param("How many barns were destroyed?", ["340", "500"], id="in ruins"),
        pytest.param("Сколько дач разрушено?", ["120", "200"], id="Russian"),
    ],
)
def test_a_second_voice_stands_beside_the_first(ask: Callable[[str], Answer], question: str, surfaces: list[str]) -> None:
    assert [figure.surface for figure in ask(question).figures] == surfaces


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param("How many people are missing?", "18 missing, according to officials [1]", id="not injured"),
        pytest.param("How many pupils died?", "6 pupils died [1]", id="no part of as many pupils"),
    ],
)
def test_those_counted_are_called_by_their_own_fate(ask: Callable[[str], Answer], question: str, text: str) -> None:
    assert ask(question).text.split("\n")[0] == text
