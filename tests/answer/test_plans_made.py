"""A plan that was made is a deed with a time of its own, and what becomes of costs is no cost."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

LARN = """\
# Harbour of Larn

Dean Marn proposed in 1949 that the ferry should sail at night. The harbour was dredged in 1962, and the pilots were told of it in 1963.

Early closing reduces costs, because it cuts overtime in the shops of the harbour.

A ticket for the ferry costs 14 crowns.
"""
ORM = """\
# Совет Орма

Совет Орма предложил в 1949 году пустить паром ночью. В 1951 году совет выбрал нового мэра.
"""
MUSEUM = """\
# Museum of Orm

Orm plans to open a museum in 2027.
"""


@pytest.fixture
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], str | None]:
    answerer = answerer_of({"larn.md": LARN, "orm.md": ORM, "museum.md": MUSEUM})
    return lambda question: answerer.ask(question).short


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("What year did Dean Marn make his proposal?", "1949", id="by a noun"),
        pytest.param("When did Dean Marn propose that the ferry should sail at night?", "1949", id="by a verb"),
        pytest.param("Когда совет Орма предложил пустить паром ночью?", "1949 году", id="Russian"),
    ],
)
def test_when_a_plan_was_made_is_told(ask, question, short):
    assert ask(question) == short


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("When will Dean Marn propose that the ferry should sail at night?", id="asked as still to come"),
        pytest.param("When will the ferry sail at night?", id="what was proposed"),
        pytest.param("When did Orm open a museum?", id="what is only planned"),
    ],
)
def test_a_plan_does_not_date_what_was_not_asked_of_it(ask, question):
    assert ask(question) is None


def test_what_lowers_costs_need_be_no_sum(ask):
    assert ask("Early closing reduces costs because it cuts what?").startswith("overtime")


def test_what_something_costs_is_a_number(ask):
    assert ask("What does a ticket for the ferry cost?") == "14"
