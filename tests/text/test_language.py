"""The language of a text by its script."""

import pytest

from qa_bot.text.language import language_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trains ran late.", "en"),
        ("Поезда опаздывали.", "ru"),
        ("Отказы Interpol", "ru"),
        ("The word «да» means yes", "en"),
        ("2022: 114", "en"),
        ("", "en"),
    ],
)
def test_language_is_told_by_the_share_of_letters(text: str, expected: str) -> None:
    assert language_of(text) == expected
