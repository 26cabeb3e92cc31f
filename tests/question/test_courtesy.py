"""Greetings and thanks are no questions, and part of none."""

import pytest

from qa_bot.question.courtesy import LATIN, without_courtesy
from qa_bot.text.asking import LANGUAGES, asking


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "Hi there!",
        "Thank you very much!",
        "OK, great",
        "ok thanks bye",
        "?",
        "...",
        "👍",
        "Hello! What can you do?",
        "How are you?",
        "really?",
        "yes",
        "спасибо большое",
        "Привет, как дела?",
        "Что ты умеешь?",
        "ясно, спасибо",
    ],
)
def test_nothing_is_left_of_small_talk(text: str):
    assert without_courtesy(text) == ""


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Thank you, and in 2022?", "and in 2022?"),
        ("Thanks. And in 2022?", "And in 2022?"),
        ("ok in 2022?", "in 2022?"),
        ("Great, what about 2022?", "what about 2022?"),
        ("спасибо, а в 2022?", "а в 2022?"),
        ("Привет! Сколько лип посадили?", "Сколько лип посадили?"),
        ("How many limes were planted? Thanks!", "How many limes were planted?"),
    ],
)
def test_the_question_is_left_of_what_is_more(text: str, asked: str):
    assert without_courtesy(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "How many limes were planted?",
        "Hello Kitty sales 2022",
        "Right whales counted in 2022",
        "No children were hurt",
        "No. 5 tram passengers",
        "Thank you letters received in 2022",
        "Test scores in 2022",
        "help desk calls",
        "2022?",
    ],
)
def test_words_of_courtesy_inside_a_question_stay(text: str):
    assert without_courtesy(text) == text


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - set(LATIN)))
def test_what_is_no_courtesy_in_latin_letters_has_other_letters(language: str) -> None:
    """A question in plain Latin letters is looked through for the courtesies of `LATIN` alone."""
    how = asking(language)
    said = how.courtesy.phrases | how.courtesy.alone | how.courtesy.tails | how.words["follow_ups"] | how.words["asking"]
    assert [words for words in said.union(*how.remarks.values()) if words.isascii()] == []
