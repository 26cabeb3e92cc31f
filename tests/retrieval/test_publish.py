import os
import shutil
import subprocess
import sys

import pytest

from qa_bot.errors import ConfigError, RetrievalError
from qa_bot.retrieval import current, open_index
from qa_bot.retrieval.draft import Draft
from qa_bot.retrieval.publish import next_generation, writing


def test_two_old_generations_are_kept(write_index, made, tmp_path):
    for number in range(5):
        write_index(tmp_path, [made(f"{number}.txt", ["Trains."])])
    assert sorted(path.name for path in tmp_path.glob("gen-*")) == ["gen-000003", "gen-000004", "gen-000005"]


def test_a_reader_keeps_its_generation_after_it_is_removed(write_index, made, tmp_path, ask):
    folder = write_index(tmp_path, [made("first.txt", ["Trains were late."])])
    reader = open_index(folder)
    before = reader.search(ask("late trains"))
    for number in range(4):
        write_index(folder, [made(f"{number}.txt", ["Schools closed."])])
    shutil.rmtree(folder / "gen-000001")  # a writer leaves what is read; a person may not
    assert reader.search(ask("late trains")) == before
    assert reader.document("first.txt").text == "Trains were late."


def test_what_a_crashed_writer_left_is_never_read_and_goes_with_the_next_build(write_index, made, tmp_path):
    folder = write_index(tmp_path, [made("a.txt", ["Trains."])])
    fingerprint = open_index(folder).fingerprint
    half = next_generation(folder)
    (half / "records.sqlite").write_bytes(b"half of it")
    (folder / ".CURRENT").write_text("gen-0000")
    assert open_index(folder).fingerprint == fingerprint
    write_index(folder, [made("b.txt", ["Schools."])])
    assert current(folder) == half
    assert [document.doc_id for document in open_index(folder).documents()] == ["b.txt"]


def test_a_build_that_fails_leaves_the_live_generation_and_no_trace(write_index, made, tmp_path):
    folder = write_index(tmp_path, [made("a.txt", ["Trains."])])
    with pytest.raises(RuntimeError), writing(folder), Draft(folder, previous=None):
        raise RuntimeError
    assert sorted(path.name for path in folder.glob("gen-*")) == ["gen-000001"]
    assert current(folder).name == "gen-000001"


def test_a_full_disk_is_said_and_leaves_the_index_as_it_was(write_index, made, tmp_path):
    folder = write_index(tmp_path, [made("a.txt", ["Trains."])])
    with pytest.raises(RetrievalError, match=r"No space left.*stays as it was"), writing(folder), Draft(folder, previous=None):
        raise OSError(28, "No space left on device")
    assert current(folder).name == "gen-000001"


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match=r"file/index cannot be written"), writing(tmp_path / "file" / "index"):
        pass


def test_a_second_writer_is_told_who_is_writing(tmp_path):
    holder = "import sys, time; from pathlib import Path; from qa_bot.retrieval.publish import writing\n"
    holder += f"with writing(Path({str(tmp_path)!r})): print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", holder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(RetrievalError, match=f"process {other.pid} is writing"), writing(tmp_path):
            pass
        other.communicate("")
    with writing(tmp_path):
        assert (tmp_path / ".lock").read_text() == str(os.getpid())


def test_a_folder_that_holds_other_things_is_refused(tmp_path):
    (tmp_path / "thesis.docx").touch()
    with pytest.raises(ConfigError, match=r"is no index, it holds thesis\.docx"), writing(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_file_is_refused(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match="is a file"), writing(tmp_path / "file"):
        pass


@pytest.mark.parametrize("names", [(), ("README.md", ".gitignore")])
def test_an_empty_folder_or_one_with_a_readme_becomes_an_index(tmp_path, names, write_index, made):
    for name in names:
        (tmp_path / name).write_text("kept")
    write_index(tmp_path, [made("a.txt", ["Trains."])])
    assert all((tmp_path / name).read_text() == "kept" for name in names)


def test_a_damaged_current_does_not_keep_a_rebuild_from_working(write_index, made, tmp_path):
    folder = write_index(tmp_path, [made("a.txt", ["Trains."])])
    (folder / "CURRENT").write_text("nonsense")
    write_index(folder, [made("b.txt", ["Schools."])])
    assert [document.doc_id for document in open_index(folder).documents()] == ["b.txt"]
