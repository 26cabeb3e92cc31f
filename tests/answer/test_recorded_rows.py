"""Rows that are things counted one by one, or places called in full: what a question's "were recorded" and "in the Eastern region" ask of them."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "seal-count.csv": """\
species,site,year,individuals,breeding_pairs,trend_since_2010_percent
Common crane,Gorse Fen,2021,62,14,80
Common crane,Gorse Fen,2022,71,16,95
Puffin,Stack Rock,2022,1840,610,-22
Puffin,Gorse Fen,2022,3,0,-60
""",
    "crime.md": """\
---
title: Offences in the county of Tolve, 2022
published: 2023-02-14
---

| District | Burglaries | Suspects | Charged |
|---|---|---|---|
| Northern | 512 | 140 | 66 |
| Western | 308 | 97 | 41 |
""",
    "jabs.md": """\
---
title: Jabs in the county of Tolve, 2022
published: 2023-03-05
---

First-dose coverage among pupils stood at 81.4 % at the end of 2022, against 79.9 % a year earlier.

| Town | First doses | Coverage, first dose (%) |
|---|---|---|
| Orm | 1,210 | 84.2 |
| Hest | 940 | 77.5 |
""",
    "clinics.md": """\
---
title: Clinics of the republic, 2022
published: 2023-03-02
---

| Region | Clinics | Home visits |
|---|---|---|
| Eastern | 14 | 6,120 |
| Highland | 9 | 2,405 |
""",
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(DOCUMENTS).ask


@pytest.mark.parametrize(
    ("question", "surfaces"),
    [
        pytest.param("How many common cranes were counted at Gorse Fen in 2022?", ["71"], id="counted"),
        pytest.param("How many puffins were recorded at Stack Rock in 2022?", ["1840"], id="recorded"),
        pytest.param("How many puffins were there at Gorse Fen in 2022?", ["3"], id="there"),
        pytest.param("How many breeding pairs of puffins were there at Gorse Fen in 2022?", ["0"], id="pairs-where-they-are-asked"),
        pytest.param("How many burglaries were registered in the Northern district?", ["512"], id="a-deed-in-the-noun"),
        pytest.param("How many clinics are there in the Eastern region?", ["14"], id="a-region-by-its-first-name"),
        pytest.param("How many home visits were recorded in the Highland region?", ["2,405"], id="another-region"),
        pytest.param("How many suspects were charged in the Western district?", ["41"], id="a-deed-of-its-own"),
    ],
)
def test_what_was_only_recorded_is_found(ask: Callable[[str], Answer], question: str, surfaces: list[str]) -> None:
    assert [figure.surface for figure in ask(question).figures] == surfaces


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many puffins were killed at Stack Rock in 2022?", id="killed"),
        pytest.param("How many suspects were convicted in the Western district?", id="convicted"),
        pytest.param("How many clinics were closed in the Eastern region?", id="closed"),
        pytest.param("How many clinics are there in the Southern region?", id="no-such-region"),
    ],
)
def test_a_deed_that_no_column_has_is_not(ask: Callable[[str], Answer], question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_split_that_a_table_has_is_shown_row_by_row(ask: Callable[[str], Answer]) -> None:
    assert [figure.surface for figure in ask("What was first-dose coverage by town?").figures] == ["84.2", "77.5"]
