"""Questions about deaths, in whatever words they are told: killed, died, lives claimed or lost, a death toll; and about who is missing."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "quake.md": """\
---
title: Rescue work goes on in Tessin
publisher: Daily Post
published: 2023-05-20
---

# Rescue work goes on in Tessin

The earthquake in the Tessin hills claimed 118 lives, the Rescue Service said on Friday. Another 640 people were injured and 52 are still missing.
""",
    "storm.md": """\
---
title: Death toll of the storm in Pella rises
publisher: Daily Post
published: 2022-11-03
---

# Death toll of the storm in Pella rises

The number of people killed by the storm in Pella rose to 31 on Thursday, the coast guard said. At least 14 people are still missing. 210 others
were rescued.
""",
    "ferry.md": """\
---
title: Two more die after the ferry fire off Selm
publisher: Daily Post
published: 2024-03-06
---

# Two more die after the ferry fire off Selm

Two more sailors have died after Monday's ferry fire off Selm, bringing the number of dead to 31, the Coast Agency said on Wednesday. It had put
the toll at 28 on Tuesday and at 12 in the first hours.

The sailors' union disputes this. It says at least 40 people died.
""",
    "mine.md": """\
# Mining in Orlo

20 lives were lost in the Orlo mine in 1998.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(question, as_of=date(2024, 6, 1))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many people died in the storm in Pella?", "31"),
        ("How many people were killed by the storm in Pella?", "31"),
        ("How many deaths did the storm in Pella cause?", "31"),
        ("What was the death toll of the storm in Pella?", "31"),
        ("How many lives were lost in the storm in Pella?", "31"),
        ("How many people are missing after the storm in Pella?", "14"),
        ("How many people were rescued in Pella?", "210"),
        ("How many people died in the earthquake in Tessin?", "118"),
        ("How many lives did the earthquake in Tessin claim?", "118"),
        ("How many people were killed in the Tessin earthquake?", "118"),
        ("How many people died in the Orlo mine?", "20"),
        ("How many people were injured in Tessin?", "640"),
    ],
)
def test_deaths_are_found_in_whatever_words_they_are_told(answerer: Answerer, question: str, value: str) -> None:
    answer = ask(answerer, question)
    assert answer.status in (Status.ANSWERED, Status.PARTIAL), answer.text
    assert [figure.value for figure in answer.figures] == [Decimal(value)]


def test_a_flood_that_claims_lives_says_nothing(answerer: Answerer) -> None:
    (figure,) = ask(answerer, "How many people died in the earthquake in Tessin?").figures
    assert figure.claimant is not None
    assert figure.claimant.name == "Rescue Service"


def test_the_newest_count_comes_first_and_earlier_ones_are_marked(answerer: Answerer):
    answer = ask(answerer, "How many people died in the ferry fire off Selm?")
    assert answer.status is Status.ANSWERED
    assert [figure.surface for figure in answer.figures][:2] == ["31", "40"]
    assert {figure.surface for figure in answer.figures if figure.newer is not None} == {"28", "12"}
    assert answer.text.count("an earlier count") == 2


def test_a_count_that_was_replaced_decides_nothing(answerer: Answerer):
    answer = ask(answerer, "Did more than 30 people die in the ferry fire off Selm?")
    assert (answer.verdict, answer.figures[0].surface) == ("yes", "31")
