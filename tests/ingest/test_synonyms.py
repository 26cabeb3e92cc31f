"""A corpus's own lexicon.toml: what it says, and what is wrong with it."""

from pathlib import Path

import pytest

from qa_bot.errors import ConfigError
from qa_bot.ingest.synonyms import lexicons_of, read_synonyms
from qa_bot.schema import Synonyms


def _written(folder: Path, text: str) -> Path:
    file = folder / "lexicon.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_section_is_a_concept(tmp_path: Path) -> None:
    file = _written(tmp_path, '[sailing]\nwords = ["crossing", "рейс"]\n\n["rail inspector"]\nwords = ["watchdog"]\nbroader = ["person"]\n')
    assert read_synonyms(file, file.parent) == (
        Synonyms(concept="sailing", words=("crossing", "рейс")),
        Synonyms(concept="rail inspector", words=("watchdog",), broader=("person",)),
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("[refuse]\n", '["refuse"]: key "words" is missing', id="no words"),
        pytest.param('[refuse]\nwords = "no list"\n', '["refuse"]: key "words" is no list', id="no list"),
        pytest.param('[refuse]\nwords = [""]\n', 'key "words" is no list of words', id="empty word"),
        pytest.param('[refuse]\nwords = ["--"]\n', 'key "words" is no list of words', id="no letters"),
        pytest.param('[refuse]\nwords = ["spurn"]\nbroader = 3\n', 'key "broader" is no list of words', id="broader is no list"),
        pytest.param('[refuse]\nwords = ["a"]\nwrods = ["b"]\n', 'unknown key "wrods"', id="unknown key"),
        pytest.param('refuse = ["a"]\n', 'key "refuse" stands outside a section', id="no section"),
        pytest.param('["!"]\nwords = ["a"]\n', '["!"]: name it by a word', id="no name"),
        pytest.param('[a]\nwords = ["c"]\n[b]\nwords = ["C"]\n', '"C" stands in section ["a"] and in ["b"]', id="two meanings"),
        pytest.param('[a]\nwords = ["b"]\n[b]\nwords = ["c"]\n', '"b" stands in section ["b"] and in ["a"]', id="the name of another"),
        pytest.param("[refuse\n", "not valid TOML", id="no TOML"),
    ],
)
def test_a_faulty_file_is_named_with_its_key(tmp_path: Path, text: str, says: str) -> None:
    file = _written(tmp_path, text)
    with pytest.raises(ConfigError) as error:
        read_synonyms(file, file.parent)
    assert str(file) in str(error.value)
    assert says in str(error.value)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    file = tmp_path / "lexicon.toml"
    file.write_bytes('[рейс]\nwords = ["паром"]\n'.encode("cp1251"))
    with pytest.raises(ConfigError, match="not valid TOML"):
        read_synonyms(file, file.parent)


def test_the_lexicons_beside_a_document_and_above_it_count_up_to_its_root(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "root", tmp_path / "root" / "more"):
        folder.mkdir(exist_ok=True)
        _written(folder, "")
    found = lexicons_of(tmp_path / "root" / "more" / "a.txt", tmp_path / "root")
    assert found == (tmp_path / "root" / "more" / "lexicon.toml", tmp_path / "root" / "lexicon.toml")
