"""The participle that words an action."""

import pytest

from qa_bot.figures.actions import participle


@pytest.mark.parametrize(
    ("verb", "worded"),
    [
        ("give", "given"),
        ("put", "put"),
        ("stop", "stopped"),
        ("carry", "carried"),
        ("harvest", "harvested"),
        ("fulfil", "fulfilled"),
        ("cancel", "cancelled"),
        ("close", "closed"),
        ("play", "played"),
        ("win", "won"),
        ("submit", "submitted"),
        ("limit", "limited"),
    ],
)
def test_a_verb_has_its_past_participle(verb: str, worded: str) -> None:
    assert participle(verb) == worded
