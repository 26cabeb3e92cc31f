"""Whatever a document holds becomes text that Telegram shows as it is and acts on in no way."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_bot.telegram.markup import bold, escape, folded, italic, link
from qa_bot.telegram.messages import plain
from qa_bot.text.printable import printable

hostile = st.text(alphabet=st.sampled_from("ab 1<>&;/@#\"'\n\t\u202e\u200b\u05d0\u0627\u0301😀\U000e0041é_.-"), max_size=60)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hostile)
def test_telegram_shows_what_was_escaped_and_nothing_else(parsed, text: str) -> None:
    shown = parsed(f"x{bold(text)}{italic(text)}{folded(escape(text))}x")
    assert shown.text.replace("\u2060", "") == f"x{printable(text) * 3}x"
    assert not {kind for kind, *_ in shown.entities} & {"Mention", "BotCommand", "TextUrl", "Code", "Pre"}


@given(st.text(max_size=200))
def test_a_reader_sees_the_text(text: str) -> None:
    assert plain(escape(text)).replace("\u2060", "") == printable(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("a <b> & c", "a &lt;b&gt; &amp; c", id="markup"),
        pytest.param("&lt;", "&amp;lt;", id="an entity"),
        pytest.param("\u202egnirts", "gnirts", id="right to left override"),
        pytest.param("one\ntwo", "one two", id="a line break"),
        pytest.param("ask @admin", "ask @\u2060admin", id="an account"),
        pytest.param("/forget it", "/\u2060forget it", id="a command"),
        pytest.param("1/2 and/or a@b.org", "1/2 and/or a@b.org", id="neither"),
    ],
)
def test_escape(text: str, html: str) -> None:
    assert escape(text) == html


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        pytest.param("https://example.org/?a=1&b=2", True, id="web"),
        pytest.param("javascript:alert(1)", False, id="script"),
        pytest.param("tg://user?id=1", False, id="an account"),
        pytest.param('https://example.org/"><b>', False, id="breaks out"),
    ],
)
def test_only_addresses_of_the_web_are_links(parsed, url: str, linked: bool) -> None:
    shown = parsed(link("source", url))
    assert shown.text == "source"
    assert bool(shown.spans("TextUrl")) is linked
