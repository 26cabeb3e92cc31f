"""The account of a question's words: which are said where, and what speaks against the sentence that comes nearest."""

from datetime import date

import pytest

from qa_bot.answer.reader import judge, model
from qa_bot.answer.signs import FAR, signs
from qa_bot.answer.wanted import wanted
from qa_bot.question import understand
from qa_bot.schema import Hit, Passage, Span
from qa_bot.text.sentences import split_sentences

FERRY = (
    "The ferry Alma was built by Holger Stein in Hamburg in 1961. It carried 40 cars. The yard of Tornby launched it on a rainy day. "
    "The council of Lindal granted the ferry a licence."
)


class Everything:
    """A vocabulary that knows all words, so that no question is mended."""

    def knows(self, word: str) -> bool:
        return True

    def near(self, word: str) -> tuple[str, ...]:
        return ()


def account(question: str, *scores: float) -> dict[str, float]:
    scores = scores or (9.0,)
    spans = tuple(Span(start=start, end=end) for start, end in split_sentences(FERRY, language="en"))
    passage = Passage(passage_id="alma#p1", doc_id="alma", span=Span(start=0, end=len(FERRY)), text=FERRY, sentences=spans)
    query = understand(question, previous=None, words=Everything(), as_of=date(2024, 1, 1))
    asked = wanted(query)
    return signs(judge(query, asked, [Hit(passage=passage, figures=(), score=score, rank=1) for score in scores], model().spans), asked)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("Who built the ferry Alma?", "name clause", id="in-the-clause"),
        pytest.param("Who built the ferry that launched at Tornby?", "name passage", id="in-the-passage"),
        pytest.param("Who built the ferry Berta?", "name absent", id="nowhere"),
        pytest.param("Who built the ferry in 1961?", "number clause", id="a-number"),
    ],
)
def test_every_word_is_accounted_for(question: str, said: str) -> None:
    assert account(question)[said] >= 1


@pytest.mark.parametrize(
    ("question", "against"),
    [
        pytest.param("What did the council of Lindal refuse the ferry?", "opposed", id="the-opposite"),
        pytest.param("Who did not build the ferry Alma?", "denied", id="denied"),
        pytest.param("Who built the ferry Alma in Bergen?", "rival name", id="another-name"),
    ],
)
def test_what_speaks_against_a_sentence_is_noticed(question: str, against: str) -> None:
    assert account(question)[against] == 1


def test_nothing_speaks_against_a_sentence_that_answers() -> None:
    found = account("Who built the ferry Alma?")
    assert not any(found[name] for name in ("opposed", "denied", "rival name", "untyped who"))


def test_words_that_follow_each_other_in_the_question_are_looked_for_together() -> None:
    together, apart = account("Who built the ferry Alma?"), account("Who built the cars of Alma?")
    assert together["pairs"] > apart["pairs"]


def test_names_are_counted_where_they_are_said() -> None:
    assert account("Who built the ferry Alma?")["names inside"] == 1
    assert account("Who built the ferry Alma in Tornby?")["names inside"] == 0.5
    assert account("Who built the ferry?")["names inside"] == 1


def test_what_nothing_says_weighs_against_the_sentence() -> None:
    assert account("Who built the ferry?")["absent"] == 0
    found = account("Who built the icebreaker ferry?")
    assert 0 < found["heaviest absent"] <= found["absent"] < 1


def test_what_stands_about_the_answer_is_measured() -> None:
    near, far = account("Who built the ferry in Hamburg?"), account("Who built the ferry?")
    assert near["name gap"] < FAR
    assert far["name gap"] == FAR
    assert near["verb gap"] <= 2
    assert near["unasked"] < far["unasked"]


def test_the_rarest_word_that_nothing_says_weighs_as_such() -> None:
    assert account("Who built the ferry Alma?")["rarest name absent"] == 0
    assert account("Who built the ferry Berta?")["rarest name absent"] > 0 == account("Who painted the ferry?")["rarest thing absent"]
    assert account("Who built the icebreaker ferry?")["rarest thing absent"] > 0


def test_the_best_passage_is_held_against_the_others() -> None:
    alone, followed = account("Who built the ferry?"), account("Who built the ferry?", 8.0, 6.0, 4.0, 4.0, 2.0)
    assert (alone["second"], alone["fifth"]) == (0, 0)
    assert (followed["second"], followed["fifth"]) == (0.75, 0.25)
