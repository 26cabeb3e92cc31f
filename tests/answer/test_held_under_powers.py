"""How many were held or detained, where a text says that they were locked up under powers, beside those of a sort."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

BORDER = """\
---
title: Behind the harbour fence: detention in Marsk, 2022
published: 2023-04-02
---

# Behind the harbour fence

Marsk locked up 3,310 people under immigration powers in 2022. The number of minors was 44, all of them held with a parent.

The courts jailed 87 smugglers in 2022.
"""
ARRESTS = """\
The Tarn police arrested 96 drivers and 215 pedestrians on Sunday, 311 persons in all. Of those arrested 18 were held until Monday.
"""
ACT = """\
In Orle 27 demonstrators were arrested. 150 people were imprisoned there under the powers of the Emergency Act.
"""


@pytest.fixture(scope="module")
def papers(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of({"border.md": BORDER})


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        pytest.param("How many people were held in immigration detention in Marsk in 2022?", "3,310", id="held in detention"),
        pytest.param("How many people were detained in Marsk in 2022?", "3,310", id="detained"),
        pytest.param("How many minors were held in Marsk in 2022?", "44", id="those of a sort"),
        pytest.param("How many smugglers were jailed in 2022?", "87", id="jailed"),
    ],
)
def test_who_was_locked_up_under_powers_was_held(papers: Answerer, question: str, surface: str) -> None:
    assert [figure.surface for figure in papers.ask(question).figures] == [surface]


@pytest.mark.parametrize(
    ("document", "question", "wrong"),
    [
        pytest.param(ARRESTS, "How many people were held in detention in Tarn?", "311", id="arrested, of whom some were held"),
        pytest.param(ACT, "How many people were arrested in Orle?", "150", id="imprisoned under any powers"),
    ],
)
def test_whom_the_text_tells_apart_is_not_put_for_the_other(
    answerer_of: Callable[[Mapping[str, str]], Answerer], document: str, question: str, wrong: str
) -> None:
    answer = answerer_of({"text.md": document}).ask(question)
    assert wrong not in [figure.surface for figure in answer.figures]
