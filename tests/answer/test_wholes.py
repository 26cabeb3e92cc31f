"""All of it: the whole budget, the full year; and what other voices, other documents say beside an answer."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "dam.md": """\
# The dam at Orrin

The auditor, Lena Moe, believes that 4.2 million euros of the dam money was spent badly; the Water Board puts it at 1.5 million euros.

The Water Board spent 46 million euros in 2024, or 92 % of the 50 million that the council had approved.

| Service, million euros | Outturn 2024 |
|---|---|
| Fish ladders | 3.2 |
| Sluices | 9.1 |
""",
    "kayak.md": """\
# The kayak club of Orrin

In the first half of 2024 the kayak club earned 90,000 euros. The club taught 310 of the 420 pupils who had applied in 2024.

The clubhouse cost 640,000 euros in 2022.
""",
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[..., Answer]:
    return answerer_of(DOCUMENTS).ask


@pytest.mark.parametrize(
    ("question", "verdict", "short"),
    [
        pytest.param("Did the Water Board spend its whole budget in 2024?", "no", "92 %", id="a-share-beside-it"),
        pytest.param("Did the Water Board spend its entire budget in 2024?", "no", "92 %", id="in-another-word"),
        pytest.param("Did the club teach all the pupils who applied in 2024?", "no", "310", id="a-part"),
        pytest.param("Did the Water Board spend 46 million euros in 2024?", "yes", "46 million euros", id="a-sum-is-no-share"),
    ],
)
def test_a_part_is_not_all(ask: Callable[..., Answer], question: str, verdict: str, short: str) -> None:
    answer = ask(question)
    assert (answer.verdict, answer.short) == (verdict, short), answer.text


@pytest.mark.parametrize("year", ["the full year 2024", "the whole year 2024", "the entire year 2024"])
def test_half_a_year_does_not_answer_for_the_full_one(ask: Callable[..., Answer], year: str) -> None:
    answer = ask(f"What did the kayak club earn in {year}?")
    assert answer.status is Status.NOT_FOUND
    assert [figure.surface for figure in answer.nearest][:1] == ["90,000 euros"]


def test_half_a_year_answers_in_part_where_the_full_one_is_not_insisted_on(ask: Callable[..., Answer]) -> None:
    assert ask("What did the kayak club earn in 2024?").status is Status.PARTIAL


@pytest.mark.parametrize("follow_up", ["What about its earnings in the first half of 2024?", "and its budget?", "How about its profit?"])
def test_an_amount_asked_next_is_none_of_the_things_before(ask: Callable[..., Answer], follow_up: str) -> None:
    answer = ask(follow_up, history=["How many pupils did the kayak club teach in 2024?"])
    assert "310" not in [figure.surface for figure in answer.figures]


@pytest.mark.parametrize("deed", ["frittered away", "misused", "wasted"])
def test_two_voices_of_one_sentence_stand_side_by_side(ask: Callable[..., Answer], deed: str) -> None:
    answer = ask(f"How much of the dam money was {deed}?")
    assert [figure.surface for figure in answer.figures] == ["4.2 million euros", "1.5 million euros"], answer.text


def test_what_another_document_says_of_something_else_is_not_near(ask: Callable[..., Answer]) -> None:
    answer = ask("What did the fish ladders cost in 2022?")
    assert answer.status is Status.NOT_FOUND
    assert "640,000 euros" not in [figure.surface for figure in answer.nearest]
