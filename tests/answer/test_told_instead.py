"""One word of a question may be missing from a sentence that reads very well, unless something else stands in its place."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer

LARN = """\
---
title: Larn
---

Dean Marn proposed in 1949 that the ferry should sail at night. The harbour of Larn was dredged in 1962, and the pilots were told of it in 1963.

Three councillors from the four main parties in the region have lobbied that the bus services are vital to its economy.

With the tram being the main means of transport for over 80 percent of its residents, Larn is served by a network of rails.

The balloon travelled a total of 1,300 km for a duration of 130 days through 21 districts and regions.

The league said that 4 rowers were banned for doping in 2023.

A ticket for the Larn ferry costs 14 crowns. A bell hangs in the tower.
"""


@pytest.fixture
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    answerer = answerer_of({"larn.md": LARN})
    return lambda question: answerer.ask(question)


def test_a_word_may_be_missing_where_the_sentence_says_the_rest(ask):
    answer = ask("What percentage of Larn's residents rely on the tram as a main source of transport?")
    assert [str(figure.value) for figure in answer.figures] == ["80"]


def test_what_stands_in_the_place_of_a_missing_word_is_another_thing(ask):
    assert ask("How many rowers were banned for betting in 2023?").short is None


def test_a_missing_noun_for_those_counted_is_never_passed_over(ask):
    assert ask("How many swimmers were banned for doping in 2023?").short is None
