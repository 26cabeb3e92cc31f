"""Tokens: where words, numerals and signs begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.text.tokens import fold, tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("mid-term cases", ["mid", "-", "term", "cases"], id="hyphens part words"),
        pytest.param("Moscow's and Moscow’s", ["Moscow", "'s", "and", "Moscow", "’s"], id="clitics"),
        pytest.param("they don't", ["they", "don't"], id="contraction"),
        pytest.param("O'Brien", ["O'Brien"], id="apostrophe inside a name"),
        pytest.param("1,124 or 3.4, 5.", ["1,124", "or", "3.4", ",", "5", "."], id="numerals keep inner separators"),
        pytest.param("8th 1990s 10km", ["8th", "1990s", "10", "km"], id="suffixes stay and units part"),
        pytest.param("Q3 G20 U.S. e.g.", ["Q3", "G20", "U.S.", "e.g."], id="codes and initials"),
        pytest.param("wait... $5 12%", ["wait", "...", "$", "5", "12", "%"], id="signs"),
        pytest.param("21-й за\u0301мок", ["21", "-", "й", "за\u0301мок"], id="Russian"),
        pytest.param("6½", ["6", "½"], id="vulgar fraction"),
    ],
)
def test_tokens_of_a_text(text: str, expected: list[str]) -> None:
    assert [token.surface for token in tokenize(text)] == expected


def test_folded_form_has_straight_apostrophes_and_no_yo() -> None:
    assert (fold("Don’t"), fold("Ёлка")) == ("don't", "елка")


def test_offsets_of_a_part_point_into_the_whole() -> None:
    text = "late trains, full trains"
    assert [(token.surface, token.start) for token in tokenize(text, 5, 11)] == [("trains", 5)]


@given(st.text(max_size=80))
@settings(max_examples=100)
def test_tokens_are_slices_and_cover_all_but_space(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.surface for token in tokens)
    assert all(one.end <= other.start for one, other in pairwise(tokens))
    assert "".join(token.surface for token in tokens) == "".join(text.split())


@pytest.mark.parametrize("unit", ["a", "a.", "a'", "1,", "'s", "a1", "а\u0301"])
def test_long_runs_take_linear_time(unit: str) -> None:
    assert tokenize(unit * 50_000)
