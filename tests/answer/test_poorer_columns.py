"""A cell that is empty is not known: another column of its row does not answer for it."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "tenants.md": """\
# Tenants of the harbour towns

Tenants evicted and tenants given a flat, by town, 2022

| Town | Evicted | Given a flat |
|---|---|---|
| Kesta | 412 | 97 |
| Olmen | 305 | – |
| Tarnby | 118 | 64 |
""",
    "miners.md": """\
# Горняки района

Уволенные и получившие жильё горняки, по шахтам, 2021 год

| Шахта | Уволено горняков | Получили жильё |
|---|---|---|
| Ветка | 140 | 31 |
| Дальняя | 88 | … |
""",
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(DOCUMENTS).ask


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many tenants in Olmen were given a flat?", id="a dash"),
        pytest.param("How many tenants were given a flat in Olmen in 2022?", id="a dash, with the year"),
        pytest.param("Сколько горняков на шахте Дальняя получили жильё?", id="dots, in Russian"),
    ],
)
def test_an_empty_cell_is_not_answered_by_another_column(ask: Callable[[str], Answer], question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("How many tenants in Kesta were given a flat?", "97", id="the cell asked for, alone"),
        pytest.param("How many tenants in Olmen were evicted?", "305", id="the other cell of the row"),
        pytest.param("How many tenants were evicted in Tarnby?", "118", id="the other cell of a full row"),
        pytest.param("Сколько горняков уволено на шахте Дальняя?", "88", id="the other cell, in Russian"),
    ],
)
def test_the_column_that_is_asked_for_answers(ask: Callable[[str], Answer], question: str, short: str) -> None:
    assert ask(question).short == short
