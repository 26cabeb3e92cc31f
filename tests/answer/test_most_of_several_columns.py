"""Which row has the most, where a table counts in several columns: one of them is asked, or each row is told and none called first."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "medals.md": """\
# Medals of the winter games

| Country | Men Gold | Men Silver | Women Gold | Women Silver |
|---|---|---|---|---|
| Norland | 5 | 7 | 2 | 1 |
| Ostria | 4 | 2 | 6 | 3 |
| Veria | 3 | 9 | 1 | 4 |
""",
    "summer.md": """\
# Medals at the 2022 summer games

| Town | Gold | Silver | Bronze |
|---|---|---|---|
| Nordby | 12 | 8 | 5 |
| Sudby | 9 | 11 | 4 |
| Westby | 7 | 3 | 13 |
""",
    "schools.csv": """\
School,Pupils,Teachers,Buses
Arden,412,31,2
Belm,655,28,9
Corr,97,40,1
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        pytest.param("Which country won the most gold medals among women?", "Ostria", id="gold-of-women"),
        pytest.param("Which country won the most silver medals among men?", "Veria", id="silver-of-men"),
        pytest.param("Which town won the most silver medals?", "Sudby", id="silver"),
        pytest.param("Which school has the most teachers?", "Corr", id="teachers"),
        pytest.param("Which school has the most pupils?", "Belm", id="pupils"),
    ],
)
def test_the_row_with_the_most_of_the_column_asked(answerer: Answerer, question: str, first: str) -> None:
    answer = answerer.ask(question)
    assert answer.status is Status.ANSWERED
    assert (answer.short or "").startswith(first)


@pytest.mark.parametrize("question", ["Which country won the most gold medals?", "Which country won the most medals?"])
def test_no_row_is_first_where_several_columns_are_asked(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert not (answer.short or "").startswith(("Norland", "Ostria", "Veria"))
    assert {figure.value for figure in answer.figures} >= {5, 6}


def test_no_row_is_first_where_each_column_counts_a_sort(answerer: Answerer) -> None:
    answer = answerer.ask("Which town won the most medals in 2022?")
    assert not (answer.short or "").startswith(("Nordby", "Sudby", "Westby")), answer.text
