"""What is shown neither steers a terminal nor hides anything."""

import json

import pytest

from qa_bot.text.printable import escaped, printable


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


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("mill\x9b31m.txt", id="control"),
        pytest.param("mill\u202etxt.exe", id="override"),
        pytest.param("mi\u200bll", id="zero width"),
        pytest.param("mill\U000e0041", id="tag"),
        pytest.param("мельница «12» 😀", id="plain"),
    ],
)
def test_json_keeps_what_it_means_and_shows_nothing_that_steers_or_hides(text: str) -> None:
    line = escaped(json.dumps({"path": text}, ensure_ascii=False))
    assert json.loads(line) == {"path": text}
    assert printable(line) == line
