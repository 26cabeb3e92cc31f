"""What `qa-bot index` and `qa-bot doctor` do for an index that lives on: taking documents out, exporting, building again, looking after it."""

import json
import os
import pty
import socket
import sqlite3
import stat
import tty
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from qa_bot.cli.main import run

LATE = "How many trains were late in 2023?"


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "trains.txt").write_text("In 2023, 1,204 trains were late.\n", encoding="utf-8")
    (docs / "schools.txt").write_text("In 2023, 17 schools closed.\n", encoding="utf-8")
    lines = [{"_id": "ships", "text": "In 2022, 58 ships sank."}, {"_id": "boats", "text": "In 2022, 77 boats sank."}]
    (docs / "more.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert run(["index", str(docs), "--index", str(tmp_path / "index"), "--quiet"]) == 0
    capsys.readouterr()
    return tmp_path


def index(folder: Path, *arguments: object) -> int:
    return run(["index", *map(str, arguments), "--index", str(folder / "index")])


def documents(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert run(["sources", "--json", "--index", str(folder / "index")]) == 0
    return [document["doc_id"] for document in json.loads(capsys.readouterr().out)["documents"]]


def test_a_removed_document_answers_nothing_and_stays_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert index(folder, "--remove", "trains.txt") == 0
    assert "3 documents (1 removed, 3 unchanged)" in capsys.readouterr().err
    assert run(["ask", LATE, "--index", str(folder / "index")]) == 3
    assert index(folder, folder / "docs") == 0
    assert "trains.txt" not in documents(folder, capsys)
    (folder / "docs" / "trains.txt").write_text("In 2023, 1,205 trains were late.\n", encoding="utf-8")
    assert index(folder, folder / "docs") == 0
    assert documents(folder, capsys) == ["boats", "schools.txt", "ships"]


@pytest.mark.parametrize("back", [("docs/trains.txt",), ("--rebuild", "docs")])
def test_naming_its_file_or_rebuilding_brings_a_removed_document_back(
    folder: Path, back: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert index(folder, "--remove", "trains.txt") == 0
    run(["sources", "--index", str(folder / "index")])
    assert "naming this file brings it back" in capsys.readouterr().out
    assert index(folder, *back) == 0
    assert documents(folder, capsys) == ["boats", "schools.txt", "ships", "trains.txt"]
    run(["sources", "--index", str(folder / "index")])
    assert "removed" not in capsys.readouterr().out


def test_one_of_the_documents_of_a_file_can_be_removed_and_globs_remove_several(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert index(folder, "--remove", "ships") == 0
    assert documents(folder, capsys) == ["boats", "schools.txt", "trains.txt"]
    assert index(folder, "--remove", "*.txt") == 0
    assert documents(folder, capsys) == ["boats"]


def test_an_index_without_removed_documents_answers_as_one_that_never_had_them(folder: Path) -> None:
    assert index(folder, "--remove", "trains.txt") == 0
    (folder / "docs" / "trains.txt").unlink()
    assert index(folder, folder / "docs") == 0
    assert run(["index", str(folder / "docs"), "--index", str(folder / "fresh"), "--quiet"]) == 0
    fresh, grown = (json.loads(max((folder / name).glob("gen-*/manifest.json")).read_text()) for name in ("fresh", "index"))
    assert grown["fingerprint"] == fresh["fingerprint"]


def test_removing_what_is_not_there_is_said_and_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert index(folder, "--remove", "planes.txt") == 2
    assert "no document has an id that fits planes.txt" in capsys.readouterr().err
    assert [path.name for path in (folder / "index").glob("gen-*")] == ["gen-000001"]
    assert index(folder, "--remove", "trains.txt", folder / "docs") == 2


@pytest.mark.parametrize("options", [(), ("--rebuild",)])
def test_without_paths_whatever_was_indexed_is_read_again(
    folder: Path, options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "docs" / "farms.txt").write_text("In 2023, 9 farms flooded.\n", encoding="utf-8")
    assert index(folder, *options) == 0
    assert "farms.txt" in documents(folder, capsys)


def test_a_rebuild_without_paths_mends_an_index_of_another_version(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = next((folder / "index").glob("gen-*/manifest.json"))
    manifest.write_text(manifest.read_text().replace('"format": 2', '"format": 1'))
    (folder / "index" / "CURRENT").write_text("gen-000001")
    assert index(folder) == 2
    assert index(folder, "--rebuild") == 0
    assert len(documents(folder, capsys)) == 4


def test_without_paths_and_without_an_index_it_says_what_to_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert index(tmp_path) == 2
    assert "run `qa-bot index FOLDER" in capsys.readouterr().err


def test_an_export_holds_every_document_passage_and_figure(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert index(folder, "--export", tmp_path / "all.jsonl") == 0
    assert "in" in capsys.readouterr().err
    lines = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()]
    documents = {line["doc_id"]: line for line in lines if line["type"] == "document"}
    assert list(documents) == ["boats", "schools.txt", "ships", "trains.txt"]
    figure = next(line for line in lines if line["type"] == "figure" and line["doc_id"] == "trains.txt")
    assert (figure["value"], figure["surface"]) == ("1204", "1,204")
    for line in lines:
        if line["type"] != "document":
            text = documents[line["doc_id"]]["text"]
            assert text[line["span"]["start"] : line["span"]["end"]] == (line["text"] if line["type"] == "passage" else line["surface"])
    assert [path.name for path in (folder / "index").glob("gen-*")] == ["gen-000001"]  # nothing was built for it


def test_an_export_that_cannot_be_written_leaves_no_part_of_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert index(folder, "--export", folder / "nowhere" / "all.jsonl") == 2
    assert "nowhere/all.jsonl cannot be written" in capsys.readouterr().err


def test_an_export_to_a_dash_is_standard_output(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert index(folder, "--export", "all.jsonl") == 0
    capsys.readouterr()
    assert index(folder, "--export", "-") == 0
    shown = capsys.readouterr()
    assert shown.out == (folder / "all.jsonl").read_text(encoding="utf-8")
    assert shown.err.endswith("lines in standard output\n")
    assert not (folder / "-").exists()
    assert index(folder, "--export", "-", "--json") == 2
    assert "both print to standard output" in capsys.readouterr().err


def test_an_export_follows_a_link_and_replaces_what_it_leads_to_only_when_it_is_whole(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "far").mkdir()
    (folder / "far" / "old.jsonl").write_text("old", encoding="utf-8")
    (folder / "link").symlink_to(folder / "far" / "old.jsonl")
    assert index(folder, "--export", folder / "link") == 0
    assert (folder / "link").is_symlink()
    assert '"type":"document"' in (folder / "far" / "old.jsonl").read_text(encoding="utf-8")
    assert [path.name for path in (folder / "far").iterdir()] == ["old.jsonl"]


def test_an_export_into_a_pipe_is_read_by_who_reads_that(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert index(folder, "--export", folder / "all.jsonl") == 0
    with ThreadPoolExecutor(1) as other:
        read = other.submit((folder / "pipe").read_text, encoding="utf-8")
        assert index(folder, "--export", folder / "pipe") == 0
        assert stat.S_ISFIFO((folder / "pipe").stat().st_mode)
        assert read.result(20) == (folder / "all.jsonl").read_text(encoding="utf-8")


def test_an_export_into_a_device_is_written_there(folder: Path) -> None:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    assert index(folder, "--export", folder / "all.jsonl") == 0
    expected = (folder / "all.jsonl").read_bytes()
    (folder / "device").symlink_to(os.ttyname(theirs))  # were it replaced, it would be the link
    with ThreadPoolExecutor(1) as other, os.fdopen(ours, "rb") as stream:
        read = other.submit(stream.read, len(expected))
        assert index(folder, "--export", folder / "device") == 0
        assert (folder / "device").is_symlink()
        assert read.result(20) == expected
    os.close(theirs)


@pytest.mark.parametrize("what", ["a folder", "no file"])
def test_an_export_replaces_nothing_but_a_file(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as listening:
        if what == "a folder":
            Path("named").mkdir()
        else:
            listening.bind("named")
        before = Path("named").stat()
        assert index(folder, "--export", "named") == 2
        assert f"named is {what}, and would be lost: name a file, or - for standard output" in capsys.readouterr().err
        assert Path("named").stat().st_ino == before.st_ino


def test_the_records_can_be_read_with_sql_as_the_documentation_says(folder: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "index.md").read_text(encoding="utf-8")
    queries = [block.split("```")[0] for block in page.split("```sql\n")[1:]]
    assert queries
    records = next((folder / "index").glob("gen-*/records.sqlite"))
    with sqlite3.connect(f"file:{records}?immutable=1", uri=True) as db:
        for query in queries:
            assert db.execute(query).fetchall()
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert {name for name in tables if f"### {name}" not in page} == set()
        for table in tables:
            section = page.split(f"### {table}\n")[1].split("###")[0]
            columns = [column[1] for column in db.execute(f"PRAGMA table_xinfo({table})")]
            assert [column for column in columns if f"`{column}`" not in section] == []


def test_doctor_says_how_old_and_large_the_index_is_and_names_what_changed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    index(folder, "--remove", "boats")
    assert run(["doctor", "--index", str(folder / "index"), "--color", "never"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "3 documents" in said
    assert "MB with older generations" in said
    assert "just now; every checksum is right" in said
    assert "removed boats" in said
    (folder / "docs" / "trains.txt").write_text("In 2023, 9 trains were late.\n", encoding="utf-8")
    (folder / "docs" / "new.txt").write_text("In 2023, 3 farms flooded.\n", encoding="utf-8")
    (folder / "docs" / "schools.txt").unlink()
    assert run(["doctor", "--index", str(folder / "index"), "--color", "never"]) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "1 new (new.txt), 1 changed (trains.txt), 1 gone (schools.txt)" in said
