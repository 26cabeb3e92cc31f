"""Those of a sort, asked for among all."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "coast.md": """\
# The season of 2021

The coastguard rescued 120 sailors in 2021. Of the 120, thirty-one were children. Forty were foreigners.
""",
    "claims.md": """\
# Claims in 2022

1. Claims. The tribunal heard 212 claims in 2022. Of the claimants, 131 were women, 74 were men and 7 gave no answer. It has three judges.
""",
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(DOCUMENTS).ask


@pytest.mark.parametrize(
    ("question", "surfaces"),
    [
        pytest.param("How many of the rescued sailors were foreigners?", ["Forty"], id="of-those"),
        pytest.param("How many foreigners were rescued in 2021?", ["Forty"], id="with-the-deed"),
        pytest.param("How many children were rescued in 2021?", ["thirty-one"], id="children"),
        pytest.param("How many of the claimants were women?", ["131"], id="women"),
        pytest.param("How many claimants were men?", ["74"], id="men"),
        pytest.param("How many claimants gave no answer?", ["7"], id="neither"),
    ],
)
def test_those_of_the_sort_answer(ask: Callable[[str], Answer], question: str, surfaces: list[str]) -> None:
    assert [figure.surface for figure in ask(question).figures] == surfaces


def test_a_sort_that_is_not_told_is_not(ask: Callable[[str], Answer]) -> None:
    assert ask("How many of the rescued sailors were women?").status is Status.NOT_FOUND


def test_a_part_is_called_by_its_own_noun(ask: Callable[[str], Answer]) -> None:
    assert ask("How many foreigners were rescued in 2021?").text.startswith("Forty foreigners of 120 sailors rescued")
