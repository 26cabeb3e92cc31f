"""Blocks become messages that Telegram takes, whatever they hold and however long they are."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_bot.telegram.markup import bold, escape, folded
from qa_bot.telegram.messages import TAGS, cut, lay, plain, units

words = st.text(alphabet="ab <>&é😀\n", max_size=40)
pieces = st.one_of(words.map(escape), words.map(bold), words.map(lambda text: escape(text) + "\n"))
blocks = st.lists(st.lists(pieces, max_size=12).map("".join).flatmap(lambda html: st.sampled_from([html, folded(html)])), max_size=6)


def bare(html: str) -> str:
    return "".join(plain(html).split())


@settings(max_examples=200)
@given(blocks, st.integers(4, 60))
def test_no_message_is_too_long_and_nothing_is_lost(given_blocks: Sequence[str], limit: int) -> None:
    messages = lay(given_blocks, limit)
    assert all(0 < units(message) <= limit for message in messages)
    assert bare("".join(messages)) == bare("".join(given_blocks))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(blocks, st.integers(4, 60))
def test_telegram_can_read_every_message(parsed, given_blocks: Sequence[str], limit: int) -> None:
    for message in lay(given_blocks, limit):
        assert parsed(message).text.split() == plain(message).split()


def test_short_blocks_share_a_message_and_are_lines() -> None:
    assert lay(["<b>one</b>", "", "two", "  "]) == ["<b>one</b>\ntwo"]


def test_a_block_moves_to_the_next_message_rather_than_being_cut() -> None:
    assert lay(["a" * 6, "b" * 6], 10) == ["a" * 6, "b" * 6]


@pytest.mark.parametrize(
    ("block", "limit", "parts"),
    [
        pytest.param("one two three", 8, ["one two", "three"], id="at a space"),
        pytest.param("one two\nthree", 11, ["one two", "three"], id="at the end of a line"),
        pytest.param("abcdefgh", 3, ["abc", "def", "gh"], id="inside a word that is too long"),
        pytest.param("<b>one two</b>", 4, ["<b>one</b>", "<b>two</b>"], id="a tag is closed and opened again"),
        pytest.param("&lt;&lt;&lt;", 2, ["&lt;&lt;", "&lt;"], id="an escaped character stays whole"),
        pytest.param("😀😀😀", 4, ["😀😀", "😀"], id="two units a sign"),
    ],
)
def test_cut(block: str, limit: int, parts: list[str]) -> None:
    assert cut(block, limit) == parts


def test_a_message_has_no_more_tags_than_telegram_keeps(parsed) -> None:
    messages = lay([folded(" ".join(bold(str(number)) for number in range(3 * TAGS)))])
    assert all(len(parsed(message).entities) <= TAGS for message in messages)
    assert [int(number) for message in messages for number in parsed(message).spans("Bold")] == list(range(3 * TAGS))


def test_ten_thousand_characters_of_anything() -> None:
    assert [units(message) for message in lay([escape("<&😀" * 2500)])] == [4096, 4096, 1808]
