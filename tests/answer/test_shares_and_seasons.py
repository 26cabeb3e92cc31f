"""A share is of what it is said to be of, and a season is longer than a match."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

BUDGET = """\
# Budget of Brack

Council tax raised 201 million, 42% of income; government grants make up 35% and business rates 14%.
"""
HANDBALL = """\
---
title: Handball league, season review
published: 2024-11-25
---

Amara Lund was the top scorer with 210 goals in 2024. Lund scored 15 in the 37-20 win over Estmarsh on 8 June.
"""
CATCH = """\
---
title: Рыбаки Лорна
published: 2024-11-25
---

Суда выловили 40 тонн сельди 3 марта. Цены были высокими.
"""


@pytest.mark.parametrize(
    ("text", "question", "wrong"),
    [
        pytest.param(BUDGET, "What share of income comes from government grants?", "42%", id="another share"),
        pytest.param(HANDBALL, "How many goals did Amara Lund score in the 2024 season?", "15", id="a match"),
        pytest.param(CATCH, "Сколько тонн сельди выловили в сезоне 2024 года?", "40", id="Russian day"),
    ],
)
def test_what_is_only_beside_or_within_does_not_answer(
    answerer_of: Callable[[Mapping[str, str]], Answerer], text: str, question: str, wrong: str
) -> None:
    assert wrong not in [figure.surface for figure in answerer_of({"text.md": text}).ask(question).figures]


def test_the_share_of_the_first_is_found(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> None:
    answer = answerer_of({"text.md": BUDGET}).ask("What share of income comes from council tax?")
    assert [figure.surface for figure in answer.figures] == ["42%"]
