"""What was refused was not done, money for things is no number of them, and a part is not all: in English."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "lifts.md": "The town of Lipwick set aside €218 million to replace lifts.\n",
    "council.md": "In Ilgmouth the Union of Towns won 15 of 25 seats, the foresters 6.\n",
    "candidates.md": "The Lodden Election Board refused registration to 8 candidates.\n",
    "cable.md": "The Taimyr works will cut 340 of its 2,900 jobs.\n",
    "flats.md": "The price of a square metre in Dubra rose to €1,180.\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("How much was set aside to replace lifts in Lipwick?", "€218 million", id="the money"),
        pytest.param("How many candidates were refused registration?", "8", id="refused"),
        pytest.param("How many seats did the Union of Towns win?", "15", id="whose seats"),
        pytest.param("How many jobs will the Taimyr works cut?", "340", id="the part"),
        pytest.param("How much does a square metre cost in Dubra?", "€1,180", id="a price"),
    ],
)
def test_the_figure_is_found(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.short.startswith(short)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many candidates did the Lodden Election Board register?", id="refused to be registered"),
        pytest.param("How many seats did the farmers win in Ilgmouth?", id="another party's"),
    ],
)
def test_what_only_looks_like_it_does_not_answer(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND
