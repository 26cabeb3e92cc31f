from datetime import date
from pathlib import Path

import pytest

from qa_bot.errors import ConfigError
from qa_bot.ingest.corpus import configuration_of, declared


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
    with pytest.raises(ConfigError, match=message):
        declared(tmp_path / "a.txt", tmp_path)
