import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from qa_bot.ingest.corpus import bearing_on, configuration_of, declared, fault


def _corpus(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "corpus.toml").write_text(text, encoding="utf-8")


def test_a_section_speaks_of_the_paths_its_glob_matches(tmp_path: Path) -> None:
    _corpus(tmp_path, '["reports/*.txt"]\ntitle = "Harvest"\npublished = 2023-11-05\nlanguage = "en"\n')
    found = declared(tmp_path / "reports" / "a.txt", tmp_path)
    assert (found.title, found.published, found.language) == ("Harvest", date(2023, 11, 5), "en")
    assert not any(declared(tmp_path / "reports" / "a.md", tmp_path))


def test_a_star_crosses_folders(tmp_path: Path) -> None:
    _corpus(tmp_path, '["*"]\npublisher = "Farm Office"\n')
    assert declared(tmp_path / "a" / "b" / "c.txt", tmp_path).publisher == "Farm Office"


def test_a_later_section_and_a_nearer_file_win(tmp_path: Path) -> None:
    _corpus(tmp_path, '["*"]\npublisher = "Farm Office"\nspeaker = "A. Miller"\n["a/*"]\npublisher = "North Office"\n')
    _corpus(tmp_path / "a" / "b", '["*.txt"]\nspeaker = "B. Baker"\n')
    found = declared(tmp_path / "a" / "b" / "c.txt", tmp_path)
    assert (found.publisher, found.speaker) == ("North Office", "B. Baker")


def test_files_above_the_named_folder_do_not_count(tmp_path: Path) -> None:
    _corpus(tmp_path, '["*"]\npublisher = "Farm Office"\n')
    assert declared(tmp_path / "sub" / "a.txt", tmp_path / "sub").publisher is None


def test_the_file_beside_a_named_document_counts(tmp_path: Path) -> None:
    _corpus(tmp_path, '["a.txt"]\npublisher = "Farm Office"\n')
    assert declared(tmp_path / "a.txt", tmp_path / "a.txt").publisher == "Farm Office"
    assert configuration_of(tmp_path / "a.txt", tmp_path / "a.txt") == (tmp_path / "corpus.toml",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param('["*"]\nautor = "x"\n', r'corpus\.toml: section \["\*"\]: unknown key "autor"; known are title', id="an unknown key"),
        pytest.param('["*"]\npublished = "soon"\n', r'\["\*"\]: "published" is no full date', id="a bad date"),
        pytest.param('["*"]\npublished = 2023\n', r'"published" is no full date', id="a year alone"),
        pytest.param('["*"]\ntitle = true\n', r'"title" is no text', id="a title that is no text"),
        pytest.param('publisher = "x"\n', r'key "publisher" stands outside a section', id="a key outside"),
        pytest.param('["*"\n', r"not valid TOML", id="no toml"),
    ],
)
def test_a_faulty_file_is_named_with_its_key(tmp_path: Path, text: str, message: str) -> None:
    _corpus(tmp_path, text)
    assert re.search(message, fault(tmp_path / "corpus.toml", tmp_path) or "")


def test_of_a_faulty_file_nothing_is_taken_and_of_another_one_what_it_says(tmp_path: Path) -> None:
    _corpus(tmp_path, '["*"]\npublisher = "Farm Office"\n')
    _corpus(tmp_path / "a", '["*"]\nspeaker = "A. Miller"\npublished = "soon"\n')
    found = declared(tmp_path / "a" / "b.txt", tmp_path)
    assert (found.publisher, found.speaker) == ("Farm Office", None)


@pytest.mark.parametrize("make", [pytest.param(Path.mkdir, id="folder"), pytest.param(os.mkfifo, id="pipe")])
def test_what_is_called_so_and_is_no_file_is_named(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "corpus.toml")
    assert configuration_of(tmp_path / "a.txt", tmp_path) == (tmp_path / "corpus.toml",)
    assert "a folder or a pipe" in (fault(tmp_path / "corpus.toml", tmp_path) or "")
    assert not any(declared(tmp_path / "a.txt", tmp_path))


def test_a_file_that_would_take_hours_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa_bot.ingest.corpus.MAX_SECONDS", 0.2)
    _corpus(tmp_path, "".join(f'["{number}"]\ntitle = "Harvest"\n' for number in range(50_000)))
    assert "reading it takes more than" in (fault(tmp_path / "corpus.toml", tmp_path) or "")


def test_one_that_is_too_large_bears_on_nothing_and_is_named(tmp_path: Path) -> None:
    _corpus(tmp_path, '["*"]\npublisher = "Farm Office"\n')
    _corpus(tmp_path / "a", '["*"]\nspeaker = "A. Miller"\n')
    os.truncate(tmp_path / "a" / "corpus.toml", 3 * 1024**3)
    assert bearing_on(tmp_path / "a" / "b.txt", tmp_path) == (tmp_path / "corpus.toml",)
    assert "larger than 16 MB; remove what it need not say" in (fault(tmp_path / "a" / "corpus.toml", tmp_path) or "")
    assert declared(tmp_path / "a" / "b.txt", tmp_path).publisher == "Farm Office"
