"""Texts made uniform."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.text.normalise import clean, plain


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("one\r\ntwo\rthree", "one\ntwo\nthree", id="line ends"),
        pytest.param("\ufeffbegin", "begin", id="byte order mark"),
        pytest.param("har\u00advest", "harvest", id="soft hyphen"),
        pytest.param("a\x00b\u200bc", "abc", id="control and zero-width characters"),
        pytest.param("cafe\u0301", "café", id="composed"),
        pytest.param("1\u00a0124\tkg", "1\u00a0124\tkg", id="white space stands"),
    ],
)
def test_clean_text(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@given(st.text(max_size=80))
@settings(max_examples=100)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("jürgen", "jurgen"), ("são", "sao"), ("łódź", "lodz"), ("straße", "strasse"), ("за\u0301мок", "замок"), ("йод", "йод"), ("ёж", "еж")],
)
def test_plain_word(word: str, expected: str) -> None:
    assert plain(word) == expected
