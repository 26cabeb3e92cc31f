"""``qa-bot eval`` as a person calls it: what is printed, what is written, and the exit code."""

import json
from pathlib import Path

import pytest

from qa_bot.cli.exits import ANSWERED, FAILED, MISUSED
from qa_bot.cli.main import run
from qa_bot.evaluation.outcome import read_run

QUESTIONS = """\
{"id": "right", "question": "How many trains were late in 2023?", "expect": {"value": 1204, "document": "late.md"}}
{"id": "absent", "category": "absent", "question": "How many trains were late in 2021?", "expect": {"status": "not_found"}}
{"id": "wrong", "category": "absent", "question": "How many trains were late in 2023?", "expect": {"value": 1205}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "late.md").write_text(
        "# Late trains\n\nIn 2023, 1,204 trains were late, the operator said.\n", encoding="utf-8"
    )
    (tmp_path / "questions.jsonl").write_text(QUESTIONS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_run_shows_the_scores_and_each_failure_with_its_reason(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", "run", "questions.jsonl", "--corpus", "reports"]) == ANSWERED
    shown = capsys.readouterr().out
    assert "2 of 3 questions of questions.jsonl answered as expected" in shown
    assert "value: expected 1205, found 1204" in shown
    assert "nan" not in shown.lower().replace("finance", "")


@pytest.mark.parametrize(
    ("floor", "code"),
    [("citation>=1", ANSWERED), ("passed>=0.6", ANSWERED), ("passed>=0.7", FAILED), ("R@5>=1", ANSWERED), ("Rr@5>=1", MISUSED)],
)
def test_a_floor_sets_the_exit_code(folder: Path, floor: str, code: int) -> None:
    assert run(["eval", "run", "questions.jsonl", "--corpus", "reports", "--quiet", "--min", floor]) == code


@pytest.mark.parametrize("engine", ["tantivy", "rank-bm25"])
def test_a_run_as_json_is_the_one_that_is_saved(folder: Path, engine: str, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--json", "--save", "run.json", "--junit", "run.xml", "--engine", engine, "--workers", "2", "--twice"]
    assert run(["eval", "run", "questions.jsonl", "--corpus", "reports", *options]) == ANSWERED
    printed = json.loads(capsys.readouterr().out)
    assert printed == json.loads((folder / "run.json").read_text(encoding="utf-8"))
    assert read_run(folder / "run.json").engine == engine
    assert [outcome["id"] for outcome in printed["outcomes"]] == ["right", "absent", "wrong"]
    assert "<testsuites" in (folder / "run.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["eval"], "VERB", id="no verb"),
        pytest.param(["eval", "rnu"], "invalid choice", id="no such verb"),
        pytest.param(["eval", "run", "none.jsonl"], "none.jsonl cannot be read", id="no such file"),
        pytest.param(["eval", "run", "questions.jsonl", "--jsn"], "did you mean --json", id="no such option"),
        pytest.param(["eval", "run", "questions.jsonl", "--category", "x"], "there are absent, all", id="no such category"),
        pytest.param(["eval", "run", "questions.jsonl"], "there is no index", id="no index"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(
    folder: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == MISUSED
    shown = capsys.readouterr().err
    assert message in shown
    assert shown.count("\n") == 1


def test_only_the_categories_asked_for_are_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", "run", "questions.jsonl", "--corpus", "reports", "--category", "absent", "--quiet"]) == ANSWERED
    assert "1 of 2 questions" in capsys.readouterr().out
