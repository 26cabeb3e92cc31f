"""The account of a question's words: which are said where, and what speaks against the sentence that comes nearest."""

from datetime import date

import pytest

from qa_bot.answer.deciding import decision_features
from qa_bot.answer.reader import judge, model
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


def account(question: str) -> dict[str, float]:
    spans = tuple(Span(start=start, end=end) for start, end in split_sentences(FERRY, language="en"))
    passage = Passage(passage_id="alma#p1", doc_id="alma", span=Span(start=0, end=len(FERRY)), text=FERRY, sentences=spans)
    query = understand(question, previous=None, words=Everything(), as_of=date(2024, 1, 1))
    asked = wanted(query)
    return dict(decision_features(judge(query, asked, [Hit(passage=passage, figures=(), score=9.0, rank=1)], model().spans), asked))


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
