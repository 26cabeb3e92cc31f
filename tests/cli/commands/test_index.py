"""`qa-bot index`: what it says, and where."""

import json
import signal
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest

from qa_bot.cli.main import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text("In 2023, 1,204 trains were late.\n", encoding="utf-8")
    return tmp_path


def test_a_skipped_file_is_named_with_the_reason(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "docs" / "b.png").write_bytes(b"\x89PNG")
    assert run(["index", str(folder / "docs"), "--index", str(folder / "index")]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    first, last = shown.err.splitlines()
    assert first.startswith(f"skipped {folder / 'docs' / 'b.png'}: ")
    assert last.startswith("1 document (1 added), 1 passage, 1 figure in ")


def test_many_skipped_files_are_not_all_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(30):
        (folder / "docs" / f"{number}.png").write_bytes(b"\x89PNG")
    run(["index", str(folder / "docs"), "--index", str(folder / "index")])
    assert "... and 10 more; see: qa-bot sources" in capsys.readouterr().err


def test_a_path_of_thousands_of_characters_is_shown_without_its_middle(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deep = folder / "docs" / "beginning" / Path(*["between"] * 150) / "end"
    deep.mkdir(parents=True)
    (deep / "b.png").write_bytes(b"\x89PNG")
    assert run(["index", str(folder / "docs"), "--index", str(folder / "index")]) == 0
    told = capsys.readouterr().err.splitlines()[0]
    assert told.startswith(f"skipped {folder / 'docs' / 'beginning'}/between")
    assert "/end/b.png: a .png file is not read" in told
    assert len(told) < 500
    assert run(["sources", "--index", str(folder / "index")]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) < 500
    assert run(["sources", "--json", "--index", str(folder / "index")]) == 0
    assert json.loads(capsys.readouterr().out)["skipped"][0]["path"] == str(deep / "b.png")


def test_quiet_says_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["index", str(folder / "docs"), "--index", str(folder / "index"), "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_the_report_as_json_names_the_engine_that_was_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["index", str(folder / "docs"), "--index", str(folder / "index"), "--engine", "rank-bm25", "--json"])
    report = json.loads(capsys.readouterr().out)
    assert (report["documents"], report["added"], report["skipped"]) == (1, 1, [])
    assert run(["ask", "How many trains were late in 2023?", "--index", str(folder / "index")]) == 0
    assert "1,204" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(lambda path: None, "there is no such file or folder", id="missing"),
        pytest.param(lambda path: path.mkdir(), "no file to read in this folder", id="empty"),
        pytest.param(lambda path: path.write_bytes(b"\x7fELF\x00\x00\x01"), "", id="binary"),
    ],
)
def test_a_path_that_gives_nothing_is_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str], make: object, message: str) -> None:
    path = tmp_path / "named.txt"
    make(path)  # type: ignore[operator]
    assert run(["index", str(path), "--index", str(tmp_path / "index")]) == 2
    shown = capsys.readouterr().err
    assert shown.startswith("qa-bot: ")
    assert "named.txt" in shown
    assert message in shown


def test_a_folder_of_other_things_is_not_taken_for_an_index(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["index", str(folder / "docs"), "--index", str(folder / "docs")]) == 2
    assert "is no index" in capsys.readouterr().err


def test_an_empty_path_is_not_the_current_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["index", "", "--index", str(folder / "index")]) == 2
    assert "a path is empty; name a file or a folder" in capsys.readouterr().err


def test_figures_that_changed_are_named_with_what_they_were(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["index", str(folder / "docs"), "--index", str(folder / "index")]
    run(command)
    (folder / "docs" / "a.txt").write_text("In 2023, 1,377 trains were late.\n", encoding="utf-8")
    capsys.readouterr()
    assert run(command) == 0
    assert capsys.readouterr().err.splitlines()[0] == "changed in a.txt: trains, In 2023: 1,204 → 1,377"


def test_what_watching_needs_is_missed_before_anything_is_read(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)  # as if it were not there
    assert run(["index", str(folder / "docs"), "--index", str(folder / "index"), "--watch"]) == 2
    assert "watchfiles, which is not installed: pip install '.[watch]'" in capsys.readouterr().err
    assert not (folder / "index").exists()


def test_what_is_watched_is_read_again_when_it_changes(folder: Path) -> None:
    command = [sys.executable, "-m", "qa_bot", "index", str(folder / "docs"), "--index", str(folder / "docs" / "index"), "--watch"]
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a process in the background is begun deaf to it
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", preexec_fn=heeding) as watching:
        guard = threading.Timer(120, watching.kill)
        guard.start()
        assert watching.stderr is not None
        lines = iter(watching.stderr.readline, "")
        assert any("watching" in line for line in lines)
        (folder / "docs" / "b.txt").write_text("In 2022, 40 buses were late.\n", encoding="utf-8")
        assert any("2 documents (1 added, 1 unchanged)" in line for line in lines)
        (folder / "docs" / "c.docx").write_bytes(b"Rye.")
        told = next(line for line in lines if "c.docx" in line)
        assert told.startswith(f"skipped {folder / 'docs' / 'c.docx'}: damaged, or no .docx file")
        (folder / "docs" / "link.txt").symlink_to("a.txt")
        told = next(line for line in lines if line.startswith("skipped"))
        assert "link.txt: a symbolic link" in told  # and what was told before is not told again
        assert next(lines).startswith("2 documents")
        watching.send_signal(signal.SIGINT)
        assert watching.wait() == 0
        guard.cancel()


def test_a_folder_that_was_moved_away_and_made_anew_is_watched_from_then_on(folder: Path) -> None:
    docs = folder / "docs"
    command = [sys.executable, "-m", "qa_bot", "index", str(docs), "--index", str(folder / "index"), "--watch"]
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", preexec_fn=heeding) as watching:
        guard = threading.Timer(120, watching.kill)
        guard.start()
        assert watching.stderr is not None
        lines = iter(watching.stderr.readline, "")
        assert any("watching" in line for line in lines)
        docs.rename(folder / "moved")
        assert next(lines) == f"{docs}: there is no such file or folder; name a file or a folder that exists\n"
        docs.mkdir()
        (docs / "hens.txt").write_text("In 2022, 79 hens were late.\n", encoding="utf-8")
        assert any("1 document (1 added, 1 removed)" in line for line in lines)
        (docs / "owls.txt").write_text("In 2022, 80 owls were late.\n", encoding="utf-8")
        assert any("2 documents (1 added, 1 unchanged)" in line for line in lines)
        watching.send_signal(signal.SIGINT)
        assert watching.wait() == 0
        guard.cancel()
