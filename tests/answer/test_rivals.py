"""Names and deeds that a document gives to another of its figures."""

import pytest

from qa_bot.answer.rivals import Rivals
from qa_bot.schema import Terms


@pytest.fixture
def pair(paper):
    """Two figures of one document: 41 wins of one club, and 24 that *fields* describe."""

    def made(terms: Terms, **fields):
        report = paper("North Star won 41 matches.", "24 is another figure.")
        won = report.count("41", terms=Terms(head=("match",), action=("win",), actor=("star",), adjuncts=("in:cup",)), actor="North Star")
        return Rivals((won, other := report.count("24", terms=terms, **fields))), other

    return made


@pytest.mark.parametrize(
    ("term", "slot", "phrases", "terms", "actor", "rival"),
    [
        pytest.param("star", "other", False, Terms(actor=("rover",)), "Moss Rovers", True, id="another name did it"),
        pytest.param("star", "other", False, Terms(actor=("club",)), "the club", False, id="the club may be the one that was named"),
        pytest.param("star", "other", False, Terms(), None, False, id="nobody is said to have done it"),
        pytest.param("win", "action", False, Terms(action=("lose",)), None, True, id="another deed"),
        pytest.param("match", "counted", False, Terms(head=("goal",)), None, True, id="another thing"),
        pytest.param("cup", "other", True, Terms(adjuncts=("in:league",)), None, True, id="another word behind the same preposition"),
        pytest.param("cup", "other", True, Terms(adjuncts=("for:league",)), None, False, id="another preposition"),
    ],
)
def test_what_another_figure_has_is_no_word_of_one_that_has_its_own(pair, term, slot, phrases, terms, actor, rival):
    rivals, figure = pair(terms, actor=actor)
    assert rivals.have(term, slot, figure, phrases=phrases) is rival


def test_a_row_leaves_out_what_its_document_says_was_done(pair):
    rivals, row = pair(Terms(head=("match",)), label="South")
    assert rivals.tell("win", row)
    assert not rivals.tell("lose", row)
