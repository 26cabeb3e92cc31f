"""What nobody writes in TOML is refused before it is parsed, and what people write is not."""

import re
from pathlib import Path

import pytest

from qa_bot.errors import ConfigError
from qa_bot.ingest import Skipped, walk
from qa_bot.settings import MAX_FILE, read_settings
from qa_bot.toml import MAX_PARTS, parsed

BOMBS = [
    pytest.param(f"[{'a.' * 200_000}b]\nwords = ['c']\n", "a key of more than 32 parts in line 1", id="a section"),
    pytest.param(f"# nothing\n\n{'a . ' * 200_000}b = 1\n", "a key of more than 32 parts in line 3", id="a key with blanks"),
    pytest.param("[" + '"a".' * 200_000 + "b]\n", "a key of more than 32 parts in line 1", id="quoted"),
    pytest.param("x = { " + "'a'.b." * 100_000 + "b = 1 }\n", "a key of more than 32 parts in line 1", id="in a table on one line"),
    pytest.param(f"a = {'[' * 100_000}", "not valid TOML (nested too deeply)", id="lists in lists"),
    pytest.param(f"[a]\nwords = [\n{'9' * 5_000}]\n", "a number of 600 digits or more in line 3", id="a long number"),
    pytest.param(f"[a]\nwords = -0x{'f' * 4_000}\n", "a number of 600 digits or more in line 2", id="a long number of another kind"),
]


@pytest.mark.parametrize(("text", "reason"), BOMBS)
def test_what_nobody_writes_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=re.escape(reason)):
        parsed(text.encode(), most=16 * 1024**2)
    for name in ("corpus.toml", "lexicon.toml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "a.txt").write_text("In 2023, 5 ferries were late.", encoding="utf-8")
    reasons = [each.reason for each in walk([tmp_path]) if isinstance(each, Skipped)]
    assert len(reasons) == 2
    assert all(reason in each and "mend that line" in each for each in reasons)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('["reports/1.2.3.4.5.6.7.8.9.10.*.txt"]\ntitle = "a"\n', id="a glob with dots"),
        pytest.param("[trade]\nwords = [" + '"U.S.", "U.K.", "a. o. z.", ' * 99 + '"e.g."]\n', id="words with dots"),
        pytest.param('[trade]\nwords = ["' + "w" * 300_000 + '"]\n', id="a long word"),
        pytest.param(f'# {"_" * 700}\n["*"]\ntitle = \'{"a" * 700}\'\nspeaker = "{"f " * 700}"\n', id="what is no number"),
        pytest.param('title = """\n' + "One. Two. Three. " * 9 + '\n"""\n', id="short sentences"),
        pytest.param(".".join("a" * MAX_PARTS) + " = 1\n", id="as many parts as there may be"),
    ],
)
def test_what_people_write_is_read(text: str) -> None:
    assert parsed(text.encode(), most=16 * 1024**2)


@pytest.mark.parametrize(
    ("text", "reason"), [*BOMBS, pytest.param("# \n" * MAX_FILE, "larger than 1 MB; remove what it need not say", id="large")]
)
def test_so_are_settings(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "qa_bot.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=re.escape(reason)):
        read_settings(environment={}, folder=tmp_path)
