"""Words made uniform."""

import pytest

from qa_bot.text.normalise import plain


@pytest.mark.parametrize(
    ("word", "expected"),
    [("jürgen", "jurgen"), ("são", "sao"), ("łódź", "lodz"), ("straße", "strasse"), ("за\u0301мок", "замок"), ("йод", "йод"), ("ёж", "еж")],
)
def test_plain_word(word: str, expected: str) -> None:
    assert plain(word) == expected
