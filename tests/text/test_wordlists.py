import tomllib
from pathlib import Path

import pytest

import qa_bot
from qa_bot.text.wordlists import DATA, read_toml

PACKAGE = Path(qa_bot.__file__).parent
READ_AT_THE_START = ("numbers", "periods", "questions", "reader", "stop", "syntax", "wording")


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.toml")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_what_is_read_is_what_tomllib_reads(path: Path) -> None:
    assert read_toml(path) == tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("topic", READ_AT_THE_START)
def test_the_lists_that_a_question_needs_are_read_without_tomllib(language: str, topic: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(tomllib, "loads")
    assert read_toml(DATA / language / f"{topic}.toml")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("# a comment\n\nkey = 'a' # another\n", id="comments"),
        pytest.param('[table]\nkey = "a \\"quoted\\" word"\n', id="escapes"),
        pytest.param('key = [\n  "a", "b, ]",\n]\n', id="an array with a comma at its end"),
        pytest.param('key = ["a", 1]\n', id="an array of several sorts"),
        pytest.param("key = '''\n  it's\n'''\n", id="a block"),
        pytest.param('key = """\na\nb"""\n', id="lines"),
        pytest.param('key = { a = "b" }\n', id="a table in a line"),
        pytest.param('a.b = "c"\n', id="a dotted key"),
        pytest.param("key = 12\n", id="a number"),
        pytest.param('"из" = "from"\n', id="a quoted key"),
    ],
)
def test_files_of_any_shape_are_read(text: str, tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text(text, encoding="utf-8")
    assert read_toml(path) == tomllib.loads(text)


@pytest.mark.parametrize("text", ["[a]\n[a]\n", "a = 'b'\na = 'c'\n", "a = 'b' c\n", 'a = "\\q"\n'])
def test_what_tomllib_refuses_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"."):
        read_toml(path)
