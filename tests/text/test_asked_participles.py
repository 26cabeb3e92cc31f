import pytest

from qa_bot.text.tagger import tag
from qa_bot.text.tokens import tokenize


@pytest.mark.parametrize(
    ("question", "mark"),
    [
        pytest.param("When was the harbour company founded?", "VBN", id="behind nouns"),
        pytest.param("On which date was Sunde's harbour plan approved?", "VBN", id="behind a name's noun"),
        pytest.param("What religion was the whole town converted to?", "VBN", id="with a preposition"),
        pytest.param("In what year was the film made?", "VBN", id="irregular"),
        pytest.param("What was the song that Moll recorded?", "VERB", id="relative clause"),
        pytest.param("How long was the run?", "NOUN", id="noun"),
    ],
)
def test_a_question_ends_with_the_participle_of_its_was(question: str, mark: str) -> None:
    tokens = [token.surface for token in tokenize(question)]
    last = len(tokens) - (3 if tokens[-2] == "to" else 2)
    assert tag(tokens, "en")[last] == mark
