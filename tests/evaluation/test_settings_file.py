"""Settings put into a file that a person wrote."""

import tomllib
from pathlib import Path

import pytest

from qa_bot.errors import EvaluationError
from qa_bot.evaluation.settings_file import with_settings, write_settings

VALUES = {"candidates": 100, "weights": {"title": 1.5, "kin": 0.0}}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="an empty file"),
        pytest.param('index = "i"  # ours', id="no line end"),
        pytest.param('# mine\ncandidates = 20\nindex = "i"\nweights = {passage = 2.0}\n', id="set already"),
        pytest.param('index = "i"\n\n[other]\ncandidates = 3\n', id="a table below"),
    ],
)
def test_the_rest_of_the_file_stays(text: str):
    changed = with_settings(text, VALUES)
    assert tomllib.loads(changed) == {**tomllib.loads(text), **VALUES}
    assert all(line in changed for line in text.splitlines() if line.startswith(("#", "index", "[")))
    assert with_settings(changed, VALUES) == changed


@pytest.mark.parametrize(
    ("text", "message"),
    [("[weights]\ntitle = 2\n", "cannot be replaced"), ("index = ", "no TOML"), ("weights = {\n}\n", "no TOML|cannot be replaced")],
)
def test_what_cannot_be_replaced_is_said(tmp_path: Path, text: str, message: str):
    path = tmp_path / "qa_bot.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationError, match=message):
        write_settings(path, VALUES)
    assert path.read_text(encoding="utf-8") == text
