"""Whether something rose or fell is told by what is said of that thing."""

import pytest

from qa_bot.answer.moves import asked_way, told
from qa_bot.schema import Candidate, Fit, Kind, Terms

RENTS = Terms(head=("rent",), action=("rise",), sentence=("rent", "rise"))
PRICES = Terms(head=("price",), counted=("house",), action=("fall",), sentence=("house", "price", "fall"))
THEFTS = Terms(head=("theft",), sentence=("theft", "rise", "assault", "fall"))


def did(asked, way, *subject):
    return asked(kind=Kind.YES_NO, slots=Terms(action=(way,), actor=subject))


def candidates(*figures, period=Fit.SAME):
    return [Candidate(figure, (("period", period),), 1.0) for figure in figures]


@pytest.mark.parametrize(("subject", "way"), [(("rent",), "rise"), (("house", "price"), "fall"), (("price",), "fall")])
def test_the_thing_asked_about_says_which_way_it_went(paper, asked, subject, way):
    made = paper("Rents rose by 6 and house prices fell by 4.")
    found = told(did(asked, "fall", *subject), candidates(made.count("6", terms=RENTS), made.count("4", terms=PRICES)))
    assert found is not None
    assert found[1] == way


def test_what_moved_is_no_answer_for_another_thing(paper, asked):
    made = paper("House prices fell by 4.")
    assert told(did(asked, "fall", "tax"), candidates(made.count("4", terms=PRICES))) is None
    assert told(did(asked, "fall", "oil", "price"), candidates(made.count("4", terms=PRICES))) is None


def test_two_levels_tell_it_where_the_sentence_has_both_words(paper, asked):
    made = paper("Thefts rose from 310 to 355, assaults fell.")
    first, last = made.count("310", terms=THEFTS), made.count("355", terms=THEFTS)
    assert told(did(asked, "fall", "theft"), candidates(first, last)) == (last, "rise")


def test_another_time_tells_nothing(paper, asked):
    made = paper("Rents rose by 6.")
    assert told(did(asked, "rise", "rent"), candidates(made.count("6", terms=RENTS), period=Fit.DIFFERENT)) is None


@pytest.mark.parametrize(("deeds", "way"), [(("rise",), "rise"), (("fall",), "fall"), (("refuse",), None), (("rise", "fall"), None)])
def test_only_a_move_is_asked_for_its_way(asked, deeds, way):
    assert asked_way(asked(kind=Kind.YES_NO, slots=Terms(action=deeds, actor=("rent",)))) == way
