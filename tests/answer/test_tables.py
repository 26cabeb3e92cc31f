"""Questions about the cells of tables, asked of accounts with units in sentences, brackets and corners, plans and totals."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Status

ACCOUNTS = """---
title: Accounts of Orvale county
publisher: Orvale County
published: 2024-05-02
---

# Accounts

## Outlays by service

All sums are in £ million.

| Service | 2021/22 outturn | 2022/23 revised | 2023/24 budget |
|---|---:|---:|---:|
| Roads | 61.2 | 64.0 | 70.5 |
| Rescue and shelter | 12.4 | 13.1 | 13.0 |
| Schools and nurseries | 140.8 | 151.2 | 149.9 |
| Museums | 8.4 | 8.8 | 9.1 |
| All services | 222.8 | 237.1 | 242.5 |

## Income (€ thousand)

| Source | 2022 | 2023 |
|---|---|---|
| Ferry fares | 318 | 342 |
| Parking | 77 | 81 |
| **Total** | 395 | 423 |

## Results

| £ million | 2022 | 2023 |
|---|---|---|
| Operating profit | 96.1 | 101.5 |
| Net profit | 60.2 | 58.9 |

## Staff posts

| Department | 2022 | 2023 |
|---|---|---|
| Roads | 301 | 288 |
| Museums | 44 | 46 |

## Vacancy rate by district, per cent

| District | Q3 2022 | Q3 2023 |
|---|---|---|
| Northmoor | 6.2 | 4.9 |
| Southmoor | 4.4 | 5.1 |
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("accounts")
    (folder / "accounts.md").write_text(ACCOUNTS, encoding="utf-8")
    build([folder / "accounts.md"], index=folder / "index", workers=1)
    return Answerer(open_index(folder / "index"))


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("How much was spent on museums in 2021/22?", "8400000", "GBP"),
        ("How much is budgeted for roads in 2023/24?", "70500000", "GBP"),
        ("How much came from ferry fares in 2023?", "342000", "EUR"),
        ("What was net profit in 2023?", "58900000", "GBP"),
        ("What was operating profit in 2022?", "96100000", "GBP"),
        ("How many posts did the museums have in 2023?", "46", "post"),
        ("What was the vacancy rate in Northmoor in Q3 2023?", "4.9", "%"),
    ],
)
def test_a_cell_answers_with_the_unit_of_its_table(answerer: Answerer, question: str, value: str, unit: str) -> None:
    answer = answerer.ask(question, as_of=date(2024, 7, 1))
    assert [(figure.value, figure.unit) for figure in answer.figures] == [(Decimal(value), unit)], answer.text
    assert answer.status is Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "label", "value"),
    [
        ("Which service cost most in 2022/23?", "Schools and nurseries", "151200000"),
        ("Which service cost least in 2022/23?", "Museums", "8800000"),
        ("Which department had the most staff posts in 2023?", "Roads", "288"),
        ("Which district had the highest vacancy rate in Q3 2023?", "Southmoor", "5.1"),
        ("Which district had the highest vacancy rate in Q3 2022?", "Northmoor", "6.2"),
    ],
)
def test_the_most_of_a_column_is_one_of_its_rows_and_never_their_total(answerer: Answerer, question: str, label: str, value: str) -> None:
    answer = answerer.ask(question, as_of=date(2024, 7, 1))
    assert answer.text.startswith(label), answer.text
    assert answer.figures[0].value == Decimal(value)


def test_a_budget_is_no_spending(answerer: Answerer) -> None:
    answer = answerer.ask("How much was spent on roads in 2023/24?", as_of=date(2024, 7, 1))
    assert answer.status is Status.NOT_FOUND or all(figure.modality for figure in answer.figures)
