"""Who has the least is not told by a sentence about who has the most."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "flu.md": """\
# Influenza in Orland, week 6

The rate was highest in Norr county, ahead of the Capital Region. Nobody was admitted to hospital on the islands.
""",
    "rain.md": """\
# Дожди в Лужском крае

Самый высокий уровень осадков отмечен в Сосновом районе.
""",
}


@pytest.fixture(scope="module")
def reports(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Which region had the lowest rate of influenza?", id="lowest"),
        pytest.param("В каком районе самый низкий уровень осадков?", id="lowest, in Russian"),
    ],
)
def test_the_other_end_is_no_answer(reports: Answerer, question: str):
    assert reports.ask(question).status is Status.NOT_FOUND


def test_the_end_that_is_told_is(reports: Answerer):
    answer = reports.ask("Where was the rate of influenza highest?")
    assert answer.short is not None
    assert "Norr" in answer.short
