"""Questions in everyday words: the text says it otherwise, and the answer is the same."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "league.md": """# Volleyball: the season in review

Tornby won the league with 51 points. Ekholm took 38 points, and Brenna lost 17 matches.
""",
    "valley.md": """# The Orla valley in figures

The valley has 4,310 primary pupils and 2,180 secondary pupils. Orla Cykel sold 640 electric bicycles in 2023.

There were 95 births to mothers aged 30-34 and 61 to mothers aged 35-39. The average age of mothers at the birth of their first child was 28.7 years.

Seven inmates took their own lives in the valley's prison in 2022. The council dismissed 14 teachers in 2023.

Every nurse has six weeks of paid leave a year. The speed limit of 30 km/h was introduced in 2021 to reduce noise.
""",
    "ferry.md": """# The ferry Astrid runs aground

The ferry Astrid ran aground on Wednesday. She was travelling at 19 knots at the time. The speed limit in the harbour is 8 knots. The number 4
ferry had 88 people on board.
""",
    "rules.md": """# How a by-law is made

Stage 1 is the reading of the draft by the council. It takes four weeks.

Stage 2 is the hearing of the neighbours. This stage has three parts.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("How many points did Tornby finish with?", "51", id="finish-with"),
        pytest.param("How many points did Ekholm end up with?", "38", id="end-up-with"),
        pytest.param("How many kids go to primary school in the Orla valley?", "4,310", id="kids-go-to-school"),
        pytest.param("How many children attend secondary school in the Orla valley?", "2,180", id="children-attend-school"),
        pytest.param("How many e-bikes did Orla Cykel sell in 2023?", "640", id="e-bikes"),
        pytest.param("How many births were there to mothers aged 30 to 34?", "95", id="aged"),
        pytest.param("How many births to women aged 35-39?", "61", id="women-aged"),
        pytest.param("How old are women on average when they have their first child?", "28.7", id="how-old-on-average"),
        pytest.param("How many prisoners killed themselves in 2022?", "Seven", id="killed-themselves"),
        pytest.param("How many inmates committed suicide in 2022?", "Seven", id="committed-suicide"),
        pytest.param("How many teachers were fired in 2023?", "14", id="fired"),
        pytest.param("How many days of paid leave does a nurse have?", "six", id="days-told-in-weeks"),
        pytest.param("What is the speed limit set to reduce noise?", "30", id="set-to"),
        pytest.param("How fast was the Astrid going?", "19", id="how-fast"),
        pytest.param("How many passengers were on the number 4?", "88", id="on-board"),
        pytest.param("How many parts does Stage 2 have?", "three", id="this-stage"),
    ],
)
def test_everyday_words_find_the_figure(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert (answer.status, answer.short) == ("answered", short)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many parts does Stage 1 have?", id="another-stage"),
        pytest.param("How many hours of paid leave does a nurse have?", id="hours-are-not-told-in-weeks"),
        pytest.param("How many births to mothers aged 40 to 44?", id="another-age"),
    ],
)
def test_what_is_of_another_stage_unit_or_age_is_declined(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status == "not_found"
