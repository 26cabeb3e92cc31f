"""Words that answer stand alone only where their clause tells what is asked; else their sentence is shown, as the answer or the nearest."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "barges.md": """\
# Burnt barges on the Orle

14 May 2024

Burnt barges have been lying along the river Orle for a week, and nobody agrees on how many there are or who is to blame.
The police have opened an inquiry. In 2019 the refinery paid a fine of €12,000 for an earlier spill. The refinery has offered
the boatmen €40,000 "as a good neighbour, without admitting blame".
The boatmen will vote on the offer on 20 May.
""",
    "gallery.md": """\
# Wenlow Gallery: report for 2023/24

The financial year runs from 1 April 2023 to 31 March 2024. The gallery showed 14 exhibitions.

Visitors in May were overstated in our last report, which had 18,940. The correct figure is 18,490.
""",
    "leaks.md": """\
# Water lost

3 June 2024

The company Averley Water says that 52 million litres a day are lost. The residents' group SaveIt says the real loss is closer to
70 million, since the company counts some leaks as use.
""",
    "pozhary.md": """\
# Пожары в районах

2 июля 2024 года

В Ольховском районе, где весной опахали все сёла, погорельцев нет. Специалисты лесхоза ждут, что к концу лета вызовов будет около 9 тысяч.
Эколог Веснин считает, что их окажется не меньше 12 тысяч.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        pytest.param("who has been arrested over the burnt boats?", "Orle", id="a-river-is-not-arrested"),
        pytest.param("what is the refinery ready to pay the boatmen?", "fine of €12,000", id="another-payment"),
        pytest.param("How did the boatmen vote on the offer?", "admitting blame", id="no-vote-told"),
        pytest.param("who runs the Wenlow gallery now?", "financial year", id="a-year-runs-no-gallery"),
        pytest.param("Что говорит Веснин про конец лета?", "вызовов", id="another-speaker"),
    ],
)
def test_words_of_something_else_are_not_shown_as_the_answer(answerer: Answerer, question: str, word: str) -> None:
    answer = answerer.ask(question)
    assert answer.short != word
    assert answer.status is not Status.ANSWERED or word not in (answer.short or "")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        pytest.param("what was the right visitor figure for May?", "The correct figure is 18,490.", id="only-repeated"),
        pytest.param("в Ольховском районе много погорельцев?", "погорельцев нет.", id="no-word-that-asks"),
    ],
)
def test_what_is_told_around_the_words_is_shown_in_full(answerer: Answerer, question: str, sentence: str) -> None:
    answer = answerer.ask(question)
    assert answer.status in (Status.ANSWERED, Status.PARTIAL)
    assert (answer.short or "").endswith(sentence)


def test_a_number_of_nobody_knows_what_is_shown_with_its_sentence(answerer: Answerer) -> None:
    answer = answerer.ask("what does SaveIt think is lost to leaks every day")
    assert answer.short != "70 million"
    assert "closer to" in answer.text


def test_the_nearest_sentence_is_called_so(answerer: Answerer) -> None:
    answer = answerer.ask("Что говорит Веснин про конец лета?")
    assert answer.status is Status.PARTIAL
    assert answer.text.splitlines()[0] == "Прямо об этом не сказано; ближе всего к вопросу: [1]"
    assert answer.short == answer.citations[0].quote


def test_how_is_not_answered_by_when_alone(answerer: Answerer) -> None:
    assert answerer.ask("How did the boatmen vote on the offer?").short != "20 May"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Who paid a fine for the spill?", "refinery", id="a-thing-that-is-said-to-have-done-it"),
        pytest.param("What did the police open?", "inquiry", id="to-what-it-was-done"),
        pytest.param("When will the boatmen vote on the offer?", "20 May", id="when"),
    ],
)
def test_words_of_the_very_clause_stay_alone(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert answer.status is Status.ANSWERED
    assert short in (answer.short or "")
    assert len(answer.short or "") < 3 * len(short)
