"""By how much something changed, where its text tells of the changes of other things, too."""

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "perrin.md": """\
# Perrin Group 2023

Perrin Group increased sales by 6 per cent to €310 million in 2023. Operating profit rose by €4 million to €21 million.
""",
    "osk.md": """\
# Labour market in Osk

The number of unemployed people rose by 8,400 to 96,000 in March 2022. The number of unemployed graduates fell by 300. Of the vacancies
4,100 were for nurses.
""",
    "hallam.md": """\
# Hallam Council staff

The Council of Hallam employed 520 people on 31 December 2020, 14 fewer than a year earlier. It ran 9 schools, two more than in 2019.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("By how much did Perrin's operating profit rise in 2023?", "4000000", id="of that thing alone"),
        pytest.param("By how much did Perrin's sales increase in 2023?", "6", id="of the other"),
        pytest.param("By how much did the number of unemployed in Osk rise?", "8400", id="the unemployed"),
        pytest.param("How many unemployed were there in Osk in March 2022?", "96000", id="how many they are"),
        pytest.param("How many jobless were there in March 2022?", "96000", id="by another word"),
        pytest.param("By how much did the number of schools rise?", "2", id="schools"),
    ],
)
def test_the_change_of_what_is_asked_answers(answerer: Answerer, question: str, value: str) -> None:
    answer = answerer.ask(question)
    assert [figure.value for figure in answer.figures] == [Decimal(value)], answer.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("By how much did the number of council employees rise?", id="schools are no employees"),
        pytest.param("By how much did Perrin's debt rise in 2023?", id="of nothing told"),
        pytest.param("By how much did the number of unemployed fall?", id="they rose, and some of them fell"),
        pytest.param("How many jobless nurses were there in March 2022?", id="of one trade"),
    ],
)
def test_that_of_another_does_not(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND
