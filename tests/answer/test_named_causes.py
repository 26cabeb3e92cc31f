"""Why, where a sentence names the cause by a noun, or says whom or what somebody blames."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "damba.md": """\
# Дамба на реке Лузе

Без света остались две деревни. Причиной прорыва дамбы 3 мая стал паводок, которого никто не ждал. Дорога закрыта.
""",
    "ambar.md": """\
# Пожар на мельнице

Амбар на мельнице загорелся ночью 8 июня. В МЧС причиной пожара назвали искру от трактора.
""",
    "oil.md": """\
# Olive oil

Olive oil prices rose by 31% in a year. Dealers blame two poor harvests in the south.
""",
    "ferry.md": """\
# The ferry Gannet

The Gannet sank off Holm in March. Divers found that the cause of the sinking was a cracked valve.
""",
}


@pytest.fixture(scope="module")
def papers(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Почему прорвало дамбу?", "паводок", id="a noun for the verb"),
        pytest.param("Почему сгорел амбар на мельнице?", "искру от трактора", id="a fire for what burned"),
        pytest.param("Why did olive oil prices rise?", "two poor harvests", id="blamed in the next sentence"),
        pytest.param("Why did the Gannet sink?", "a cracked valve", id="the cause of the sinking"),
    ],
)
def test_the_cause_named_answers(papers: Answerer, question: str, short: str) -> None:
    assert short in (papers.ask(question).short or "")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Почему построили дамбу?", id="another deed"),
        pytest.param("Почему затопило амбар на мельнице?", id="another event"),
        pytest.param("Why did flour prices rise?", id="other prices"),
        pytest.param("Почему сгорел дом на мельнице?", id="another building"),
    ],
)
def test_the_cause_of_something_else_does_not(papers: Answerer, question: str) -> None:
    assert papers.ask(question).status is Status.NOT_FOUND
