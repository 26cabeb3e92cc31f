"""The options and settings that limit what is searched."""

import json
from pathlib import Path

import pytest

from qa_bot.cli.main import run

LATE = "How many trains were late in 2023?"


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    (tmp_path / "docs").mkdir()
    for name, late, day, publisher in (("a", 41, "2024-01-10", "Gazette"), ("b", 52, "2024-06-01", "Post")):
        head = f"---\npublisher: {publisher}\npublished: {day}\n---\n\n"
        (tmp_path / "docs" / f"{name}.md").write_text(f"{head}In 2023, {late} trains were late.\n", encoding="utf-8")
    assert run(["index", str(tmp_path / "docs"), "--index", str(tmp_path / "index"), "--quiet"]) == 0
    capsys.readouterr()
    return tmp_path


def asked(folder: Path, capsys: pytest.CaptureFixture[str], *options: str, command: str = "ask") -> object:
    code = run([command, LATE, *options, "--index", str(folder / "index"), "--json"])
    said = json.loads(capsys.readouterr().out)
    if command == "search":
        return [hit["doc_id"] for hit in said]
    return (said["short"], code)


@pytest.mark.parametrize(
    ("options", "short"),
    [
        (("--since", "2024-02-01"), "52"),
        (("--until", "2024-02-01"), "41"),
        (("--publisher", "gazette"), "41"),
        (("--publisher", "gazette", "--doc", "a.*", "--language", "en"), "41"),
    ],
)
def test_ask_answers_from_what_the_options_let_through(folder: Path, capsys, options: tuple[str, ...], short: str):
    assert asked(folder, capsys, *options) == (short, 0)


def test_search_and_explain_take_the_same_options(folder: Path, capsys):
    assert asked(folder, capsys, "--publisher", "Post", command="search") == ["b.md"]
    assert run(["explain", LATE, "--publisher", "Post", "--index", str(folder / "index"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["answer"]["short"] == "52"


def test_explain_writes_what_turns_the_line_around_as_an_escape(folder: Path, capsys):
    run(["explain", f"{LATE} \u202e\x9b", "--index", str(folder / "index"), "--json"])
    written = capsys.readouterr().out
    assert "\u202e" not in written
    assert "\x9b" not in written
    assert json.loads(written)["answer"]["question"].endswith("\u202e\x9b")


def test_a_batch_is_limited_as_a_whole(folder: Path, capsys):
    batch = folder / "batch.jsonl"
    batch.write_text(json.dumps({"id": "q", "question": LATE}) + "\n", encoding="utf-8")
    assert run(["ask", "--batch", str(batch), "--publisher", "Post", "--index", str(folder / "index")]) == 0
    assert json.loads(capsys.readouterr().out)["short"] == "52"


def test_each_line_of_a_batch_may_be_limited_by_itself(folder: Path, capsys):
    batch = folder / "batch.jsonl"
    limits = ({"since": "2024-02-01"}, {"until": "2024-02-01"}, {"publishers": ["post"]}, {"languages": ["ru"]}, {"docs": ["a.*"]})
    batch.write_text("".join(json.dumps({"question": LATE, **limit}) + "\n" for limit in limits), encoding="utf-8")
    assert run(["ask", "--batch", str(batch), "--index", str(folder / "index")]) == 0
    assert [json.loads(line)["short"] for line in capsys.readouterr().out.splitlines()] == ["52", "41", "52", None, "41"]


def test_a_setting_limits_every_search_and_an_option_only_narrows_it(folder: Path, capsys, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QA_BOT_ONLY_PUBLISHERS", "Gazette")
    assert asked(folder, capsys) == ("41", 0)
    assert asked(folder, capsys, "--since", "2024-02-01") == (None, 3)


def test_options_that_fit_no_document_are_said(folder: Path, capsys):
    assert run(["ask", LATE, "--since", "2030-01-01", "--index", str(folder / "index")]) == 3
    assert "no document fits --doc, --publisher, --language, --since and --until together" in capsys.readouterr().err


def test_a_document_that_holds_no_text_is_there_all_the_same(folder: Path, capsys):
    (folder / "docs" / "menu.txt").write_text("Rate the material\n\nLeave a Reply\n", encoding="utf-8")
    run(["index", str(folder / "docs"), "--index", str(folder / "index")])
    shown = capsys.readouterr().err
    assert f"skipped {folder / 'docs' / 'menu.txt'}: nothing in it is taken for text" in shown
    assert run(["ask", LATE, "--doc", "menu.txt", "--index", str(folder / "index")]) == 3
    assert "menu.txt has no passage that bears on the question; see: qa-bot show menu.txt" in capsys.readouterr().err


def test_a_day_that_is_none_is_bad_usage(folder: Path, capsys):
    assert run(["ask", LATE, "--since", "yesterday", "--index", str(folder / "index")]) == 2
