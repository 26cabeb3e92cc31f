"""What is shown neither steers a terminal nor hides anything."""

import pytest

from qa_bot.text.printable import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\x1b[31mb", "a[31mb", id="escape"),
        pytest.param("a\u202eb", "ab", id="right to left override"),
        pytest.param("a\nb\tc", "a b c", id="breaks"),
        pytest.param("soft\u00adhyphen", "softhyphen", id="soft hyphen"),
        pytest.param("a\u200bb\ufeff", "ab", id="zero width"),
        pytest.param("naïve – «да»", "naïve – «да»", id="letters stay"),
        pytest.param("lone \ud800", "lone ", id="lone surrogate"),
    ],
)
def test_characters_that_steer_or_hide_are_removed(text: str, shown: str) -> None:
    assert printable(text) == shown
