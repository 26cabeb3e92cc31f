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
