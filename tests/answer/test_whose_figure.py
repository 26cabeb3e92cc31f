"""Whose figure it is: sums paid for one of several named, rates of one sex, figures beside others in a sentence, numbers and rates."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "museum.md": """\
---
title: Halden Museum report 2023
publisher: Halden Museum
published: 2024-02-01
---

# Halden Museum report 2023

The museum bought a landscape by Otto Lind for 1.3 million crowns in May, the dearest purchase of the year. It sold a bust by Vera Holm for 640,000 crowns.

The board paid 90,000 crowns to the restorer Anna Beck. The architect Jon Riis was paid 75,000 crowns.

Members elected the new board by 312 votes to 88 at the April meeting, with a participation of 61 %. The extension was put to a vote of the
residents, who backed it by 2,940 to 1,115, on a turnout of 48 %.

The staff turnover rate was 8.1 % in 2023, up from 7.4 % in 2022. Among women it was 6.9 %, among men 9.6 %.

In 2023 the museum had 18,200 pupils among its guests, 4,100 more than in 2022. The share of students among visitors rose by 1.5 percentage
points in 2023.
""",
    "clubs.md": """\
# Transfers of the week

Dunmore sold the keeper Ivar Lund for 3 million crowns. Kell paid 1.4 million crowns for Per Moe.
""",
    "outbreak.md": """\
# Measles in Hammersund, week 12

In week 12, 286 new cases were reported, compared with 341 in week 11.

The aid group Nurses' Circle, which runs two clinics, puts the deaths at 9. It has treated 640 patients.
""",
    "bakers.md": """\
# Bakers of the year

Most loaves: Ruth Penn (Hollin) 212 loaves, Tomas Gray (Castle Mill) 187. Petra Oss baked fewer loaves than Gray.
""",
    "labour.md": """\
# Jobs in Pella, 2023

The jobless rate in Pella was 5.4 % in 2023, 0.3 percentage points higher than in 2022. 31,600 people were out of work, 1,900 more than a year earlier.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How much did the museum pay for Otto Lind?", "1300000"),
        ("How much did the board pay Jon Riis?", "75000"),
        ("How much did the board pay Anna Beck?", "90000"),
        ("What was the turnout in the vote on the extension?", "48"),
        ("What was the staff turnover rate in 2023?", "8.1"),
        ("What was the men's staff turnover rate?", "9.6"),
        ("What was the staff turnover rate of women?", "6.9"),
        ("By how much did the number of pupils rise in 2023?", "4100"),
        pytest.param(
            *("By how much did the number of unemployed rise in Pella in 2023?", "1900"),
            marks=pytest.mark.xfail(reason="of the unemployed only by their own name, since people that rose by so many may be others"),
        ),
        ("By how much did the jobless rate in Pella rise in 2023?", "0.3"),
        ("How many people were unemployed in Pella in 2023?", "31600"),
        ("How many loaves did Tomas Gray bake?", "187"),
    ],
)
def test_a_figure_is_said_of_what_is_asked(answerer: Answerer, question: str, value: str) -> None:
    answer = answerer.ask(question, as_of=date(2024, 6, 1))
    assert answer.status is Status.ANSWERED, answer.text
    assert [figure.value for figure in answer.figures] == [Decimal(value)]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How much did the board pay Vera Holm?", id="another was paid"),
        pytest.param("How much did the museum pay for the bust by Vera Holm?", id="it was sold"),
        pytest.param("How much did the museum pay for Karl Munk?", id="a name that nothing has"),
        pytest.param("How many cases does Nurses' Circle report?", id="it reports no cases"),
        pytest.param("How many loaves did Petra Oss bake?", id="she baked fewer than another"),
        pytest.param("What was the male staff turnover rate in 2022?", id="that of all in the year, that of men in another"),
        pytest.param("What was the staff turnover rate of women in 2022?", id="likewise, behind the rate"),
        pytest.param("By how much did the number of students rise in 2023?", id="their share rose"),
    ],
)
def test_a_figure_of_another_is_no_answer(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question, as_of=date(2024, 6, 1)).status is Status.NOT_FOUND


@pytest.mark.parametrize(("question", "verdict"), [("Did Dunmore sell Ivar Lund?", "yes"), ("Did Kell sell Ivar Lund?", None)])
def test_who_did_it_is_no_yes_for_another(answerer: Answerer, question: str, verdict: str | None) -> None:
    assert answerer.ask(question, as_of=date(2024, 6, 1)).verdict == verdict


def test_what_counts_other_things_is_not_near_where_there_is_nearer(answerer: Answerer) -> None:
    answer = answerer.ask("How many teachers did the museum have among its guests in 2023?", as_of=date(2024, 6, 1))
    assert answer.status is Status.NOT_FOUND
    assert [figure.unit for figure in answer.nearest] == ["person"] * len(answer.nearest)
