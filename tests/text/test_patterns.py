"""Patterns that are compiled when they are first used."""

import re

from qa_bot.text.patterns import LatePattern


def test_a_late_pattern_finds_what_its_expression_does() -> None:
    pattern = LatePattern(r"trains? (\d+)", re.IGNORECASE)
    found = pattern.search("Of Trains 12 and train 7")
    assert found is not None
    assert found[1] == "12"
    assert pattern.match("Of Trains 12", 3) is not None
    assert pattern.match("Of Trains 12") is None
    assert pattern.sub("-", "train 1, train 2", count=1) == "-, train 2"


def test_an_unusable_expression_is_not_noticed_before_it_is_used() -> None:
    assert LatePattern("(").source == "("
