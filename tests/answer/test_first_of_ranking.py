"""Whose the first number of a ranking is: the name right before it, "the line most used was Harburg, with 210, followed by ..."."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "rail.txt": """\
Rail Passenger Board of Ostmark
Report for 2021

We received 902 letters. The remaining 130 were about other matters. The line most written about was Harburg, with 210, followed by Elmsee (144)
and Tann (98).

The busiest library was Northgate, with 81,200 visitors, followed by Castle Street (64,500) and Mill Lane (22,300).
""",
    "trud.txt": """\
Инспекция труда Заречья
Отчёт за 2021 год

Поступило 903 жалобы. Больше всего нарушений — в Каменске (88), далее — Горск (54) и Липово (31).
""",
    "press.txt": """\
Press Council
Report for 2021

Newspapers drew 620 objections. The remaining 75 concerned other media, chiefly radio. The paper most complained about was Lantern, with 61,
followed by Courier (40) and Echo (18).
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "name", "value"),
    [
        pytest.param("Which line was written about most?", "Harburg", 210, id="a name behind was"),
        pytest.param("How many letters were about Harburg?", "Harburg", 210, id="the first by name"),
        pytest.param("How many letters were about Tann?", "Tann", 98, id="the last by name"),
        pytest.param("Which library had the most visitors?", "Northgate", 81_200, id="with its noun"),
        pytest.param("Где больше всего нарушений?", "Каменске", 88, id="нарушения"),
    ],
)
def test_the_first_of_a_ranking_bears_its_name(answerer: Answerer, question: str, name: str, value: int) -> None:
    first = answerer.ask(question).figures[0]
    assert (first.place, first.value) == (name, value)


def test_the_most_complained_about_is_named(answerer: Answerer) -> None:
    assert "Lantern" in answerer.ask("Which paper was complained about most?").text


def test_what_the_rest_concerned_is_no_sort_of_it(answerer: Answerer) -> None:
    assert "concerned other" not in answerer.ask("Which paper was complained about most?").text
