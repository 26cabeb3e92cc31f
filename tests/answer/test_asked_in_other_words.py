"""Questions whose words are not the document's: what something cost, strikers, attendance, per head, bodies called short."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "strike.md": """\
---
title: Tram drivers walk out in Lund
publisher: Lund Herald
published: 2024-03-08
---

# Tram drivers walk out in Lund

Some 1,250 drivers walked out on Thursday, the Drivers' Association said. City Trams put the number of strikers at 900. The company cancelled 310
runs on Thursday.

The walkout of May 2022 cost the company 4.8 million crowns. The labour ministry expects 60 million crowns of losses.

The match at the Arena drew a crowd of 21,400 on Saturday. 14,800 spectators came to the hockey final.

In February 2024 Lund had 96,000 tourists. Day tickets brought in 2.4 million crowns, parking fees 310,000 crowns.
""",
    "police.md": """\
---
title: Sunde Police, report for 2023
publisher: Sunde Police
published: 2024-02-12
---

# Sunde Police, report for 2023

The force had 730 officers at the end of 2023. 41 officers were injured on duty.

The police spent 58 million crowns in 2023, or 940 crowns per inhabitant.
""",
    "works.md": """\
---
title: Roads report 2023
publisher: Sunde Audit Office
published: 2023-11-20
---

# Roads report 2023

The Hill bridge was to open in June 2021 at a cost of 30 million crowns.

The Office made 14 recommendations, of which the council rejected three.

| Project | Approved cost, million crowns | Final cost, million crowns | Delay, months |
|---|---|---|---|
| Hill bridge | 30 | 41 | 19 |
| Mill bypass | 13 | 12 | 4 |
""",
    "guests.md": """\
# Guests of Marn, 2023

Marn expects 310,000 arrivals in 2024.

In 2023 Marn welcomed 284,000 visitors. Visitors spent 90 million euros, or 317 euros per head. The tourist tax raised 2.6 million euros.
""",
    "budget.md": """\
# Accounts of Orla, 2023

Spending by department, thousand euros

| Department | Plan 2023 | Outturn 2023 |
|---|---|---|
| Schools | 4,100 | 4,350 |
| Parks and sport | 910 | 870 |
""",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("words")
    (folder / "documents").mkdir()
    for name, text in DOCUMENTS.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    build([folder / "documents"], index=folder / "index", workers=1)
    return Answerer(open_index(folder / "index"))


def ask(answerer: Answerer, question: str, history: Sequence[str] = ()) -> Answer:
    return answerer.ask(question, history=history, as_of=date(2026, 6, 1))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        pytest.param("How many workers went on strike in Lund?", ["1250", "900"], id="drivers who walked out and strikers"),
        pytest.param("How many drivers stopped work?", ["1250"], id="walked out"),
        pytest.param("How many workers went on strike, according to the union?", ["1250"], id="the only association is the union"),
        pytest.param("What did the 2022 walkout cost the company?", ["4800000"], id="what did it cost"),
        pytest.param("How much did parking fees bring in?", ["310000"], id="a gerund behind did"),
        pytest.param("What was the attendance at the hockey final?", ["14800"], id="spectators attended"),
        pytest.param("How many spectators came to the match at the Arena?", ["21400"], id="a crowd are spectators"),
        pytest.param("How many visitors did Lund have in February 2024?", ["96000"], id="tourists are visitors"),
        pytest.param("How many police officers does Sunde have?", ["730"], id="officers of the police"),
        pytest.param("How much did the Mill bypass cost?", ["12000000"], id="what was approved is not what it cost"),
        pytest.param("What was the approved cost of the Mill bypass?", ["13000000"], id="what was approved"),
        pytest.param("How much did the Sunde police spend per head in 2023?", ["940"], id="per inhabitant"),
        pytest.param("How many of the Audit Office's recommendations were rejected?", ["3"], id="the Office"),
        pytest.param("How many tourists visited Marn in 2023?", ["284000"], id="visitors for tourists"),
        pytest.param("How much did tourists spend in Marn on average?", ["317"], id="on average is per head"),
        pytest.param("How many visitors does Marn expect in 2024?", ["310000"], id="arrivals are visitors"),
    ],
)
def test_other_words_find_the_figure(answerer: Answerer, question: str, values: list[str]) -> None:
    answer = ask(answerer, question)
    assert answer.status in (Status.ANSWERED, Status.PARTIAL), answer.text
    assert {figure.value for figure in answer.figures} == set(map(Decimal, values))


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("When did the Hill bridge open?", id="it was only to open"),
        pytest.param("How much did tourists in Lund spend?", id="nothing is said of spending"),
    ],
)
def test_a_near_figure_is_no_answer(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert answer.status is Status.NOT_FOUND, answer.text


def test_a_plan_is_told_where_it_is_asked_for(answerer: Answerer) -> None:
    assert ask(answerer, "When was the Hill bridge to open?").short == "June 2021"


def test_the_longest_is_looked_for_among_the_rows(answerer: Answerer) -> None:
    answer = ask(answerer, "Which project had the longest delay?")
    assert (answer.status, answer.figures[0].value) == (Status.ANSWERED, Decimal(19))


@pytest.mark.parametrize(
    ("follow_up", "value"),
    [("And on parks and sport?", "870"), ("and what was planned?", "4100"), ("And on schools in 2023?", "4350")],
)
def test_a_follow_up_replaces_what_stood_behind_its_preposition(answerer: Answerer, follow_up: str, value: str) -> None:
    answer = ask(answerer, follow_up, ["How much did Orla spend on schools in 2023?"])
    assert [figure.value for figure in answer.figures] == [Decimal(value) * 1000]


STOCK = """\
# Roads of Arden county

There are nine bridges in the county, and it has 140 kilometres of road and 31 libraries.
"""


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        pytest.param("How many kilometres of road were resurfaced?", [], id="a verb that no list has"),
        pytest.param("How many bridges did the county build?", [], id="a listed one, with a doer"),
        pytest.param("How many kilometres of road does the county have?", ["140"], id="what is there"),
        pytest.param("How many libraries does the county run?", ["31"], id="what having may mean"),
    ],
)
def test_what_is_there_tells_no_deed(answerer_of: Callable[[Mapping[str, str]], Answerer], question: str, shown: list[str]) -> None:
    answer = answerer_of({"roads.md": STOCK}).ask(question, as_of=date(2024, 7, 1))
    assert [figure.surface for figure in answer.figures] == shown
