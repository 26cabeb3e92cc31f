"""What an answer says of its number can be read: its unit, its currency, differences in words, and no warning where there is nothing amiss."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "rates.md": """\
---
title: Monetary note
publisher: Bank of Velmar
published: 2023-11-20
---

On 9 November 2023 the Board raised the base rate by 25 basis points to 4.5 per cent.

On 30 June 2023 3,140 households were waiting for a council flat. On 3 June 2023 two barns burned down.

The owners put the damage at 4.1 million euros; the union says it was no more than 2.3 million.
""",
    "cargo.csv": """\
Cargo,Change 2022 (%)
Timber,27.8
Salt,6.5
""",
    "ovtsy.md": """\
---
title: Помощь овцеводам
published: 2023-05-02
---

За каждую овцу владельцам обещают 900 рублей. Пока субсидию получили три фермы из восьми.
""",
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(DOCUMENTS).ask


@pytest.mark.parametrize(
    ("question", "first"),
    [
        pytest.param(
            "By how much did the bank raise the base rate in November 2023?",
            "25 basis points: base rate raised, 9 November 2023, according to Bank of Velmar [1]",
            id="points-and-no-shorter-time",
        ),
        pytest.param(
            "How many households were waiting for a flat in June 2023?",
            "3,140 households waited, 30 June 2023, according to Bank of Velmar [1]",
            id="how-it-stood-on-a-day",
        ),
    ],
)
def test_the_first_line_reads_well(ask: Callable[[str], Answer], question: str, first: str) -> None:
    assert ask(question).text.splitlines()[0] == first


def test_what_happened_on_a_day_is_less_than_the_month(ask: Callable[[str], Answer]) -> None:
    assert "a shorter time than was asked" in ask("How many barns burned down in June 2023?").text


def test_a_difference_of_percentages_is_in_points(ask: Callable[[str], Answer]) -> None:
    answer = ask("Did timber grow more than salt in 2022?")
    assert answer.text.splitlines()[0] == "Yes: a difference of 21.3 percentage points (27.8 - 6.5)"


def test_a_sum_keeps_its_bound_and_currency(ask: Callable[[str], Answer]) -> None:
    text = ask("How much was the damage according to the union?").text
    assert "at most 2.3 million EUR" in text
    assert "4.1 million" not in text.splitlines()[0]


def test_a_bare_word_is_no_grant(ask: Callable[[str], Answer]) -> None:
    assert ask("Какую субсидию дают за козу?").status is Status.NOT_FOUND
