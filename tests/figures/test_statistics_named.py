"""Whose count a Russian "statistics" is, and by which full name the body is called."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

HEAD = """---
publisher: Фонд «Весы»
---

# Доклад о судах

Фонд изучил 120 дел.

"""


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        pytest.param(
            "Председатель Областного суда Инна Серова назвала доклад неполным. По судебной статистике, рассмотрено 160 дел.",
            "Областной суд",
            id="of the court named before",
        ),
        pytest.param("По официальной статистике, рассмотрено 160 дел.", "официальная статистика", id="of nobody by name"),
        pytest.param("По опубликованной статистике, за год угнано 40 машин.", "Фонд «Весы»", id="published by whom is not said"),
        pytest.param("По собранной статистике, за год угнано 40 машин.", "Фонд «Весы»", id="collected by whom is not said"),
        pytest.param("По ежегодной статистике, рассмотрено 160 дел.", "ежегодная статистика", id="another adjective"),
        pytest.param("По последней статистике, рассмотрено 160 дел.", "последняя статистика", id="a soft adjective"),
        pytest.param("По статистике министерства, рассмотрено 160 дел.", "министерство", id="of a body behind it"),
        pytest.param("В отчёте за год рассмотрено 160 дел.", "Фонд «Весы»", id="none"),
    ],
)
def test_a_count_by_statistics_is_not_the_publishers(figures_of: FiguresOf, text: str, claimant: str) -> None:
    found = figures_of(HEAD + text)[-1].claimant
    assert found is not None
    assert found.name == claimant
