"""Sentences that go on from the one before without its noun: "None had been stolen in 2020", "in 2021 there were 61 arrests"."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "museum.md": """\
# The museum in 2021

Three paintings were stolen in 2021. None had been stolen in 2020.

38 guards resigned in 2021; none had resigned in 2019.
""",
    "strike.md": """\
# The strike of the miners

Police arrested 88 miners in 2022. In 2021 there had been 61 arrests. Twelve trucks were burnt. None of the drivers was hurt.
""",
    "boats.md": """\
# The ferry in 2022

Two engines failed in 2022, one in May and one in July. None had failed in 2021. None was insured.
""",
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(DOCUMENTS).ask


@pytest.mark.parametrize(
    ("question", "values"),
    [
        pytest.param("How many paintings were stolen in 2020?", ["0"], id="none-in-the-next-sentence"),
        pytest.param("How many guards resigned in 2019?", ["0"], id="none-behind-a-semicolon"),
        pytest.param("How many engines failed in 2021?", ["0"], id="behind-parts"),
        pytest.param("How many paintings were stolen in 2021?", ["3"], id="the-first"),
        pytest.param("How many miners were arrested in 2021?", ["61"], id="arrests-of-those-told-of"),
    ],
)
def test_what_goes_on_counts_what_was_told_before(ask: Callable[[str], Answer], question: str, values: list[str]) -> None:
    assert [str(figure.value) for figure in ask(question).figures] == values


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many paintings were sold in 2020?", id="another-deed"),
        pytest.param("How many drivers were arrested in 2021?", id="others-than-those-told-of"),
        pytest.param("How many guards resigned in 2020?", id="another-year"),
    ],
)
def test_and_nothing_else(ask: Callable[[str], Answer], question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_none_is_told_as_a_sentence_would(ask: Callable[[str], Answer]) -> None:
    assert ask("How many paintings were stolen in 2020?").text.startswith("No paintings stolen, 2020")
