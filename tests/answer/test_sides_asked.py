"""Two sides with names of several words, compared."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer

DOCUMENTS = {
    "league.md": """\
# Coastal League 2021

| Club | Played | Won | Drawn | Lost | Goals for | Goals against | Points |
|---|---|---|---|---|---|---|---|
| Port Anning | 14 | 11 | 1 | 2 | 51 | 20 | 34 |
| Tarrow United | 14 | 9 | 2 | 3 | 44 | 25 | 29 |
| Mewlow | 14 | 1 | 1 | 12 | 17 | 66 | 4 |
""",
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(DOCUMENTS).ask


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        pytest.param("Did Tarrow United win more matches than Port Anning?", "no", id="fewer"),
        pytest.param("Did Port Anning score more goals than Tarrow United?", "yes", id="more"),
        pytest.param("Did Mewlow lose more matches than Tarrow United?", "yes", id="one-word"),
    ],
)
def test_each_side_is_its_own(ask: Callable[[str], Answer], question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict


def test_names_are_read_back_as_they_are_written(ask: Callable[[str], Answer]) -> None:
    assert "Tarrow United" in ask("How many matches did Tarrow United win?").read_as
    assert "to Port Anning" in ask("How many cards were shown to Port Anning players?").read_as
