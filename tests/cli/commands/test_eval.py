"""``qa-bot eval`` as a person calls it: what is printed, what is written, and the exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

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
    assert "questions.jsonl: 2 of 3 questions answered as expected" in shown
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
        pytest.param(["eval", "run", "questions.jsonl", "--min", "passed[x]>=1"], "there are absent, all", id="floor of no category"),
        pytest.param(["eval", "run", "questions.jsonl", "--save", "questions.jsonl"], "name another file", id="written over the questions"),
        pytest.param(["eval", "run", "questions.jsonl", "--save", "a", "--html", "a"], "name another file", id="one file for two"),
        pytest.param(["eval", "run", "questions.jsonl", "--junit", "no/a.xml"], "no is no folder", id="no such folder"),
        pytest.param(["eval", "run", "questions.jsonl", "--save", "reports"], "reports is a folder", id="a folder for a file"),
        pytest.param(["eval", "tune", "questions.jsonl", "--write", "no/a.toml"], "no is no folder", id="nowhere to write settings"),
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


def test_a_baseline_names_what_got_worse(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", "run", "questions.jsonl", "--corpus", "reports", "--save", "before.json", "--quiet"]) == ANSWERED
    (folder / "reports" / "late.md").write_text("# Late trains\n\nIn 2023, 1,205 trains were late, the operator said.\n", encoding="utf-8")
    capsys.readouterr()
    assert run(["eval", "run", "questions.jsonl", "--corpus", "reports", "--baseline", "before.json", "--quiet"]) == ANSWERED
    shown = capsys.readouterr().out
    assert "Worse (1)\n  right  How many trains were late in 2023?" in shown
    assert "Better (1)\n  wrong  How many trains were late in 2023?" in shown


@pytest.mark.parametrize("arguments", [["a.json", "a.json"], ["engine=tantivy", "engine=rank-bm25", "--questions", "questions.jsonl"], ["a.run", "a.run", "--qrels", "a.qrels"], ["candidates=20,passage_length=500", "a.toml", "--questions", "questions.jsonl"]])  # fmt: skip
def test_runs_are_compared_from_files_settings_and_trec(folder: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.toml").write_text("candidates = 30\nweights = {title = 0.5}\n", encoding="utf-8")
    saved = ["--save", "a.json", "--trec-run", "a.run", "--trec-qrels", "a.qrels"]
    assert run(["eval", "run", "questions.jsonl", "--corpus", "reports", "--quiet", *saved]) == ANSWERED
    capsys.readouterr()
    assert run(["eval", "compare", *arguments, "--corpus", "reports", "--json"]) == ANSWERED
    found = json.loads(capsys.readouterr().out)
    assert {difference["measure"]: difference["probability"] for difference in found["differences"]}["R@1"] == 1.0


def test_json_writes_what_turns_the_line_around_as_an_escape(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked, saved = "turned\u202e.jsonl", "turned\u202e.json"
    (folder / asked).write_text(QUESTIONS, encoding="utf-8")
    for command in (["run", asked, "--corpus", "reports", "--quiet", "--save", saved], ["compare", saved, saved]):
        assert run(["eval", *command, "--json"]) == ANSWERED
        written = capsys.readouterr().out
        assert "\u202e" not in written
        assert "\\u202e" in written
        assert json.loads(written)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.json", "none.json"], "none.json cannot be read"),
        (["questions.jsonl", "questions.jsonl"], "is no run"),
        (["engine=tantivy", "engine=rank-bm25"], "--questions FILE"),
        (["speed=", "engine=tantivy", "--questions", "questions.jsonl"], "neither a file nor settings"),
        (["speed=high", "engine=tantivy", "--questions", "questions.jsonl"], "speed is no setting"),
        (["none.toml", "engine=tantivy", "--questions", "questions.jsonl"], "none.toml cannot be read"),
    ],
)
def test_what_cannot_be_compared_is_said(folder: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", "compare", *arguments]) == MISUSED
    assert message in capsys.readouterr().err


def test_a_question_is_added_after_it_was_confirmed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(["index", "reports", "--quiet"]) == ANSWERED
    typed = iter(["value=many", "value=1204 document=late.md", "y"])
    monkeypatch.setattr("builtins.input", lambda prompt: next(typed))
    assert run(["eval", "add", "How many trains were late in 2023?", "--to", "new.jsonl"]) == ANSWERED
    assert json.loads((folder / "new.jsonl").read_text(encoding="utf-8"))["expect"] == {"value": "1204", "document": "late.md"}
    assert run(["eval", "run", "new.jsonl", "--min", "passed>=1", "--quiet"]) == ANSWERED


def test_a_question_that_is_not_confirmed_is_not_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(["index", "reports", "--quiet"]) == ANSWERED
    monkeypatch.setattr("builtins.input", lambda prompt: "n")
    assert run(["eval", "add", "How many trains were late in 2023?", "--to", "new.jsonl"]) == FAILED
    assert not (folder / "new.jsonl").exists()


def test_drafts_come_from_feedback_and_are_left_out_of_a_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "feedback.jsonl").write_text('{"question": "Why were trains late?", "verdict": "wrong"}\n', encoding="utf-8")
    assert run(["eval", "add", "--from-feedback", "feedback.jsonl"]) == ANSWERED
    assert run(["eval", "add", "--from-feedback", "feedback.jsonl"]) == ANSWERED
    assert run(["eval", "run", "questions.jsonl", "--corpus", "reports", "--quiet"]) == ANSWERED
    shown = capsys.readouterr()
    assert "1 drafts are left out" in shown.err
    assert "of 3 questions" in shown.out


def test_feedback_that_is_run_names_the_command_that_makes_questions_of_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = {"id": "q1", "asked": "2026-01-02T03:04:05+00:00", "question": "Why?", "history": [], "answer_id": "a", "verdict": "helpful"}
    (folder / "feed back.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert run(["eval", "run", "feed back.jsonl", "--corpus", "reports"]) == MISUSED
    assert "qa-bot eval add --from-feedback 'feed back.jsonl'" in capsys.readouterr().err


def test_tuning_says_what_it_learned_from_and_writes_nothing_that_is_not_confirmed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("trains", "ferries", "schools", "mills", "wells", "barns", "kilns", "farms")
    for number, name in enumerate(names, 10):
        (folder / "reports" / f"{name}.md").write_text(f"# {name}\n\nIn 2023 there were {number} {name}.\n", encoding="utf-8")
    lines = [json.dumps({"id": name, "question": f"How many {name} were there?", "relevant": f"{name}.md"}) for name in names]
    (folder / "tune.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert run(["eval", "tune", "tune.jsonl", "--corpus", "reports", "--write", "qa_bot.toml", "--quiet"]) == ANSWERED
    shown = capsys.readouterr().out
    assert "4 questions to learn from, 4 held out" in shown
    assert not (folder / "qa_bot.toml").exists()


@pytest.mark.parametrize(("option", "message"), [("value", "no measure of the ranking"), ("nDGC@3", "did you mean nDCG")])
def test_only_a_measure_of_the_ranking_can_be_tuned_for(
    folder: Path, option: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["eval", "tune", "questions.jsonl", "--corpus", "reports", "--measure", option]) == MISUSED
    assert message in capsys.readouterr().err


def test_a_floor_that_is_not_held_is_told_though_the_reader_has_gone(folder: Path) -> None:
    command = [sys.executable, "-m", "qa_bot", "eval", "run", "questions.jsonl", "--corpus", "reports", "--min", "passed>=0.99"]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert done.returncode == FAILED
    assert "passed>=0.99 is not held" in done.stderr


def test_a_question_about_a_document_that_is_not_there_is_not_added(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["index", "reports", "--quiet"]) == ANSWERED
    asked = ["eval", "add", "How many trains were late in 2023?", "--expect", "value=1204 document=nope.md", "--yes", "--to", "new.jsonl"]
    assert run(asked) == MISUSED
    assert "names what is not in the index: nope.md" in capsys.readouterr().err
    assert not (folder / "new.jsonl").exists()


def test_a_floor_that_is_not_held_stands_in_the_junit_report(folder: Path) -> None:
    options = ["--quiet", "--junit", "run.xml", "--min", "passed>=0.99", "--min", "citation>=1"]
    assert run(["eval", "run", "questions.jsonl", "--corpus", "reports", *options]) == FAILED
    floors = ET.parse(folder / "run.xml").getroot().find("testsuite[@name='floors']")
    assert floors is not None
    assert [case.get("name") for case in floors] == ["passed>=0.99"]
    root = ET.parse(folder / "run.xml").getroot()
    assert root.get("failures") == str(sum(int(suite.get("failures", "0")) for suite in root))


def test_a_floor_that_is_not_held_is_told_by_the_exit_code_though_nobody_reads_anything(folder: Path) -> None:
    command = [sys.executable, "-m", "qa_bot", "eval", "run", "questions.jsonl", "--corpus", "reports", "--min", "passed>=0.99"]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command, stdout=writer, stderr=writer, check=False)
    os.close(writer)
    assert done.returncode == FAILED


def test_what_was_asked_is_kept_though_no_question_bears_on_a_floor(folder: Path) -> None:
    options = ["--quiet", "--save", "run.json", "--min", "claimant>=1"]
    assert run(["eval", "run", "questions.jsonl", "--corpus", "reports", *options]) == MISUSED
    assert len(read_run(folder / "run.json").outcomes) == 3


@pytest.mark.parametrize(("name", "message"), [("no/new.jsonl", "no is no folder"), ("new.yaml", "to JSONL only")])
def test_where_no_question_can_be_written_none_is_asked(folder: Path, name: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["index", "reports", "--quiet"]) == ANSWERED
    assert run(["eval", "add", "How many trains were late in 2023?", "--yes", "--to", name]) == MISUSED
    shown = capsys.readouterr()
    assert message in shown.err
    assert "1,204" not in shown.out
