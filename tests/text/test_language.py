"""The language of a text by its script."""

import pytest

from qa_bot.text.language import language_of, language_within


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


@pytest.mark.parametrize(
    ("sentence", "document", "language"),
    [
        pytest.param("Мэр добавил: «Зимой сгорели 8 сараев».", "en", "ru", id="a Russian sentence of an English text"),
        pytest.param("The mayor added that 8 barns burnt down.", "ru", "en", id="an English sentence of a Russian text"),
        pytest.param("They read «Старая мельница» at 8 schools of the district.", "en", "en", id="a title"),
        pytest.param("Land Rover — 1 208,5", "ru", "ru", id="a name and a number"),
        pytest.param("12 040", "ru", "ru", id="no letters"),
    ],
)
def test_a_sentence_has_its_own_language_when_most_of_it_is_in_it(sentence: str, document: str, language: str) -> None:
    assert language_within(sentence, document) == language
