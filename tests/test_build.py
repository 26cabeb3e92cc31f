"""Builds over small folders of texts; what the stages make of a text is tested where they are."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import tracemalloc
import zipfile
from contextlib import closing
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.build import _plan, build, pending
from qa_bot.errors import ConfigError, IndexCorruptError, IndexNotBuiltError, IndexOutdatedError, IngestError, RetrievalError
from qa_bot.figures.volumes import extract_all
from qa_bot.retrieval import ENGINES, current, open_index
from qa_bot.retrieval.generations import line_of_current
from qa_bot.schema import Kind, Query
from qa_bot.text.analysis import query_terms

RAIL = "Railway report\n\nIn 2023 the railway cancelled 114 trains. Snow was to blame for 38 of them.\n"
FARM = "Harvest\n\nThe farm harvested 40 tonnes of wheat in 2022.\n"
SCHOOL = "The school has 210 pupils.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    _write(folder, {"rail.txt": RAIL, "farm.md": FARM, "more/school.txt": SCHOOL})
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _ids(index: Path) -> list[str]:
    return [document.doc_id for document in open_index(index).documents()]


def _everything(index: Path) -> list[object]:
    """Return all that an answer can depend on."""
    opened = open_index(index)
    question = "how many trains, tonnes or pupils in 2023"
    query = Query(text=question, language="en", kind=Kind.COUNT, terms=tuple(query_terms(question)))
    return [opened.fingerprint, list(opened.documents()), list(opened.figures()), opened.search(query), opened.skipped()]


# ---------------------------------------------------------------- what is built


def test_reports_what_was_read(corpus, index):
    report = build([corpus], index=index)
    assert (report.generation, report.documents, report.added, report.changed, report.removed, report.unchanged) == (
        "gen-000001", 3, 3, 0, 0, 0
    )  # fmt: skip
    assert report.fingerprint == open_index(index).fingerprint
    assert _ids(index) == ["farm.md", "more/school.txt", "rail.txt"]


def test_figures_are_extracted_while_building(corpus, index):
    report = build([corpus], index=index)
    figures = list(open_index(index).figures())
    assert report.figures == len(figures)
    assert {"114", "38", "40", "210"} <= {figure.surface for figure in figures}


@pytest.mark.parametrize("engine", ENGINES)
def test_each_engine_is_built_and_found_again(corpus, index, engine):
    build([corpus], index=index, engine=engine)
    query = Query(text="", language="en", kind=Kind.COUNT, terms=("cancel", "train"))
    opened = open_index(index)
    assert opened.manifest.engine == engine
    assert opened.search(query)[0].passage.doc_id == "rail.txt"


def test_an_unknown_engine_is_refused_before_anything_is_read(corpus, index):
    with pytest.raises(ConfigError, match="lucene"):
        build([corpus], index=index, engine="lucene")
    assert not index.exists()


def test_a_long_document_is_whole(tmp_path, index):
    paragraphs = [f"Paragraph {number} tells of the mill. {'The miller was at work. ' * 12}" for number in range(1_300)]
    _write(tmp_path / "long", {"mill.txt": "\n\n".join(paragraphs)})
    report = build([tmp_path / "long"], index=index)
    assert (report.documents, report.passages, report.skipped) == (1, 1_300, ())


def test_progress_counts_to_the_end(corpus, index):
    told = []
    build([corpus], index=index, progress=lambda **progress: told.append(progress))
    assert told[-1]["done"] == told[-1]["total"] == sum(path.stat().st_size for path in corpus.rglob("*.*"))
    assert [each["done"] for each in told] == sorted(each["done"] for each in told)
    assert {each["name"] for each in told} == {"rail.txt", "farm.md", "more/school.txt"}


def test_files_are_counted_as_they_are_found_also_when_none_has_changed(corpus, index):
    build([corpus], index=index)
    told = []
    build([corpus], index=index, finding=lambda number, name: told.append((number, name)))
    assert [number for number, _ in told] == [1, 2, 3]
    assert {name for _, name in told} == {"rail.txt", "farm.md", "school.txt"}


@pytest.mark.parametrize("missing", ["nowhere", "empty"])
def test_a_missing_or_empty_folder_is_named(tmp_path, index, missing):
    (tmp_path / "empty").mkdir()
    with pytest.raises(IngestError, match=missing):
        build([tmp_path / missing], index=index)


def test_a_bad_file_is_skipped_with_its_reason_and_the_build_goes_on(corpus, index):
    (corpus / "broken.txt").write_bytes(b"\x00\x01\x02\xff\xfe" * 100)
    report = build([corpus], index=index)
    assert report.documents == 3
    assert [path for path, reason in report.skipped if reason] == [str(corpus / "broken.txt")]
    assert open_index(index).skipped() == report.skipped


def test_a_folder_of_which_nothing_can_be_used_is_an_error_that_keeps_the_index(corpus, tmp_path, index):
    build([corpus], index=index)
    _write(tmp_path / "bad", {})
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "broken.txt").write_bytes(b"\x00\x01\x02\xff\xfe" * 100)
    with pytest.raises(IngestError, match=r"bad.*nothing in it can be used"):
        build([tmp_path / "bad"], index=index)
    assert open_index(index).manifest.generation == "gen-000001"
    assert len(_ids(index)) == 3


def test_a_file_whose_reading_was_ended_from_outside_is_read_again(corpus, index, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr("qa_bot.preparing._figures", lambda document, passages: ([], f"{document.doc_id}: its process crashed (SIGKILL)"))
        assert len(build([corpus], index=index).skipped) == 3
    report = build([corpus], index=index)
    assert (report.skipped, report.figures > 0) == ((), True)
    assert build([corpus], index=index).generation == report.generation


def test_a_document_of_which_nothing_can_be_cited_is_named(corpus, index):
    _write(corpus, {"menu.txt": "Rate the material\n\nLeave a Reply\n"})
    (path, reason), *others = build([corpus], index=index).skipped
    assert (path, others) == (str(corpus / "menu.txt"), [])
    assert reason.startswith("menu.txt: nothing in it is taken for text that can be cited")
    assert "menu.txt" in _ids(index)
    (corpus / "menu.txt").rename(corpus / "board.txt")
    assert [reason.split(":")[0] for _, reason in build([corpus], index=index).skipped] == ["board.txt"]


@pytest.mark.parametrize("engine", ["tantivy", "rank-bm25"])
def test_of_a_folder_that_was_emptied_nothing_stays(corpus, index, engine):
    build([corpus], index=index, engine=engine)
    texts = {path: path.read_bytes() for path in corpus.rglob("*") if path.is_file()}
    for path in texts:
        path.unlink()
    report = build([corpus], index=index, engine=engine)
    assert (report.removed, report.documents, _ids(index)) == (3, 0, [])
    assert report.skipped == ((str(corpus), "no file to read is left in this folder"),)
    assert build([corpus], index=index, engine=engine).removed == 0
    for path, text in texts.items():
        path.write_bytes(text)
    report = build([corpus], index=index, engine=engine)
    assert (report.added, report.documents, report.skipped) == (3, 3, ())


def test_of_a_folder_inside_a_root_that_was_emptied_nothing_stays(corpus, index):
    _write(corpus / "east", {"hospital.txt": "The hospital has 300 beds."})
    build([corpus], index=index)
    (corpus / "east" / "hospital.txt").unlink()
    assert build([corpus / "east"], index=index).removed == 1
    assert len(_ids(index)) == 3


def test_a_bad_line_of_a_jsonl_file_is_skipped_and_the_rest_is_read(tmp_path, index):
    lines = '{"_id": "a", "text": "Trains were late."}\nnot json\n{"_id": "b", "text": "Schools closed."}\n{"_id": "a", "text": "Again."}\n'
    _write(tmp_path, {"lines.jsonl": lines})
    report = build([tmp_path / "lines.jsonl"], index=index)
    assert _ids(index) == ["a", "b"]
    assert len(report.skipped) == 2


def test_a_document_whose_figures_cannot_be_read_is_indexed_without_them(corpus, index, monkeypatch):
    def fail_on_rail(document, passages, *, tell):
        if document.doc_id == "rail.txt":
            raise IndexError("odd")
        return []

    monkeypatch.setattr("qa_bot.preparing.extract_all", fail_on_rail)
    report = build([corpus], index=index)
    assert report.documents == 3
    assert report.skipped == (
        (str(corpus / "rail.txt"), "rail.txt: its figures could not be read (IndexError: odd); its text can be asked about"),
    )


def test_a_text_that_takes_too_long_is_named_without_the_story_of_its_fault(corpus, index, monkeypatch, caplog):
    def take_long(document, passages, *, tell):
        raise TimeoutError("it takes more than 60 s")

    monkeypatch.setattr("qa_bot.preparing.extract_all", take_long)
    report = build([corpus / "rail.txt"], index=index)
    split = "split it, or write one document a line as .jsonl, to have them"
    reason = f"rail.txt: its figures could not be read (it takes more than 60 s: {split}); its text can be asked about"
    assert report.skipped == ((str(corpus / "rail.txt"), reason),)
    assert caplog.records == []


def test_a_text_whose_first_pages_say_that_it_will_take_too_long_is_not_read_to_its_end(corpus, index, monkeypatch):
    def read_slowly(document, passages, *, tell):
        end = process_time() + 0.3
        while process_time() < end:
            pass
        tell(0.01)
        raise AssertionError("it was read on")

    monkeypatch.setattr("qa_bot.preparing.extract_all", read_slowly)
    monkeypatch.setattr("qa_bot.preparing.PATIENCE", 0.2)
    monkeypatch.setattr("qa_bot.preparing.MOST", 10.0)
    monkeypatch.setattr("qa_bot.preparing.SLOWEST", 10)
    report = build([corpus / "rail.txt"], index=index)
    assert "its figures could not be read (it would take more than" in report.skipped[0][1]


def test_a_document_for_which_the_share_of_memory_was_too_small_is_worked_on_again_with_all_of_it(corpus, index, monkeypatch):
    whole = build([corpus], index=index.with_name("whole"), workers=1)

    def find_much(document, passages, *, tell):
        return [*extract_all(document, passages, tell=tell)] if bytearray(50 * 1024**2) else []

    monkeypatch.setattr("qa_bot.preparing.extract_all", find_much)
    for name in ("SHARED", "LEAST"):
        monkeypatch.setattr(f"qa_bot.preparing.{name}", 10_000)  # bytes, which are too few
    report = build([corpus], index=index, workers=2)
    assert (report.documents, report.figures, report.skipped) == (whole.documents, whole.figures, ())


def test_an_index_inside_the_corpus_is_not_read(corpus):
    _write(corpus / "index", {"README.md": "Built files come here."})
    build([corpus], index=corpus / "index")
    report = build([corpus], index=corpus / "index")
    assert _ids(corpus / "index") == ["farm.md", "more/school.txt", "rail.txt"]
    assert report.unchanged == 3


# ---------------------------------------------------------------- building again


def test_a_second_build_without_changes_leaves_the_generation(corpus, index):
    first, second = build([corpus], index=index), build([corpus], index=index)
    assert (second.generation, second.fingerprint, second.unchanged) == (first.generation, first.fingerprint, 3)


def test_a_rebuild_without_changes_has_the_same_fingerprint(corpus, index):
    first, second = build([corpus], index=index), build([corpus], index=index, rebuild=True)
    assert second.generation == "gen-000002"
    assert second.fingerprint == first.fingerprint


def test_only_what_changed_is_read_again(corpus, index):
    build([corpus], index=index)
    _write(corpus, {"rail.txt": RAIL.replace("114", "115"), "new.txt": "A new hospital has 300 beds."})
    (corpus / "farm.md").unlink()
    read = []
    report = build([corpus], index=index, progress=lambda **progress: read.append(progress["name"]))
    assert (report.added, report.changed, report.removed, report.unchanged) == (1, 1, 1, 1)
    assert set(read) == {"new.txt", "rail.txt"}
    assert "115" in {figure.surface for figure in open_index(index).figures()}


# ---------------------------------------------------------------- building that was ended


def _harbours(folder: Path, count: int) -> Path:
    lines = [{"_id": f"harbour {n}", "text": f"In {1990 + n} the harbour of Sund counted {31 * n + 7} ships."} for n in range(count)]
    _write(folder, {"harbours.jsonl": "\n".join(map(json.dumps, lines))})
    return folder


def _build_until(reads: int, corpus: Path, index: Path) -> None:
    """Build, and be ended when so many documents were read."""

    def progress(*, done: int, total: int, name: str) -> None:
        nonlocal reads
        reads -= 1
        if not reads:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([corpus], index=index, progress=progress, workers=1)


def test_a_build_takes_up_what_one_that_was_ended_had_made_ready(tmp_path, index):
    corpus = _harbours(tmp_path / "corpus", 9)
    _build_until(6, corpus, index)
    with pytest.raises(IndexNotBuiltError):
        open_index(index)
    _build_until(3, corpus, index)  # which loses nothing of what the first one had
    report = build([corpus], index=index)
    assert (report.added, report.taken_up) == (9, 6)
    assert sorted(path.name for path in (index / "gen-000001").iterdir()) == ["engine", "manifest.json", "records.sqlite"]
    build([corpus], index=tmp_path / "fresh")
    assert _everything(index) == _everything(tmp_path / "fresh")
    assert build([corpus], index=index, rebuild=True).taken_up == 0


def test_a_build_that_was_ended_while_it_put_all_in_order_has_lost_nothing(tmp_path, index, monkeypatch):
    def end(*_: object) -> None:
        raise KeyboardInterrupt

    corpus = _harbours(tmp_path / "corpus", 4)
    for step in ("publish", "stored_bytes", "completed"):
        with monkeypatch.context() as patched:
            patched.setattr(f"qa_bot.retrieval.draft.{step}", end)
            with pytest.raises(KeyboardInterrupt):
                build([corpus], index=index)
    assert build([corpus], index=index).taken_up == 4


def test_a_build_that_was_ended_between_two_transactions_has_lost_nothing(tmp_path, index, monkeypatch):
    corpus, connect = _harbours(tmp_path / "corpus", 4), sqlite3.connect

    class Ended(sqlite3.Connection):
        def execute(self, statement: str, *values: object) -> sqlite3.Cursor:
            done = super().execute(statement, *values)
            if statement == "COMMIT":
                raise KeyboardInterrupt
            return done

    with monkeypatch.context() as patched:
        patched.setattr("qa_bot.retrieval.draft._SAVED", 1)
        patched.setattr("qa_bot.retrieval.draft.sqlite3.connect", partial(connect, factory=Ended))
        with pytest.raises(KeyboardInterrupt):
            build([corpus], index=index)
    assert build([corpus], index=index).taken_up == 1


def test_a_rebuild_takes_up_only_what_a_rebuild_had_made_ready(tmp_path, index):
    corpus = _harbours(tmp_path / "corpus", 4)
    _build_until(3, corpus, index)
    assert build([corpus], index=index, rebuild=True).taken_up == 0


def test_a_link_in_the_place_of_the_next_generation_is_not_followed(corpus, tmp_path, index):
    (tmp_path / "theirs").mkdir()
    _write(tmp_path / "theirs", {"theirs.txt": "Not ours."})
    index.mkdir()
    (index / "gen-000001").symlink_to(tmp_path / "theirs")
    with pytest.raises(RetrievalError, match="gen-000001"):
        build([corpus], index=index)
    assert [path.name for path in (tmp_path / "theirs").iterdir()] == ["theirs.txt"]


def test_what_has_changed_since_a_build_was_ended_is_not_taken_up(tmp_path, index):
    corpus = _harbours(tmp_path / "corpus", 4)
    _build_until(4, corpus, index)
    path = corpus / "harbours.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("1991", "2001"), encoding="utf-8")
    assert build([corpus], index=index).taken_up == 3
    build([corpus], index=tmp_path / "fresh")
    assert _everything(index) == _everything(tmp_path / "fresh")


def test_nothing_is_taken_up_from_a_build_that_gave_words_another_meaning(tmp_path, index):
    corpus = _harbours(tmp_path / "corpus", 4)
    _build_until(4, corpus, index)
    _write(corpus, {"lexicon.toml": '[harbour]\nwords = ["harbour", "haven"]\n'})
    assert build([corpus], index=index).taken_up == 0


@pytest.mark.parametrize("kept", [0, 100, 5000], ids="{} bytes left".format)
def test_what_is_damaged_is_not_taken_up(tmp_path, index, kept):
    corpus = _harbours(tmp_path / "corpus", 4)
    _build_until(4, corpus, index)
    staged = index / "gen-000001" / "staged.sqlite"
    staged.write_bytes(staged.read_bytes()[:kept])
    report = build([corpus], index=index)
    assert (report.added, report.taken_up) == (4, 0)


def test_a_renamed_file_is_known_by_its_bytes_and_not_read_again(corpus, tmp_path, index):
    build([corpus], index=index)
    (corpus / "old").mkdir()
    (corpus / "rail.txt").rename(corpus / "old" / "trains.txt")
    read = []
    report = build([corpus], index=index, progress=lambda **progress: read.append(progress["name"]))
    assert read == []
    assert report.renamed == ((str(corpus / "rail.txt"), str(corpus / "old" / "trains.txt")),)
    assert (report.added, report.changed, report.removed, report.unchanged) == (0, 0, 0, 2)
    build([corpus], index=tmp_path / "fresh")
    assert _everything(index) == _everything(tmp_path / "fresh")


def test_the_documents_of_a_renamed_archive_and_list_are_called_after_it(corpus, tmp_path, index):
    _write(corpus, {"a.jsonl": '{"_id": "x", "text": "There were 4 mills."}\n{"text": "There were 5 mills."}\noops\n'})
    with zipfile.ZipFile(corpus / "b.zip", "w") as packed:
        packed.writestr("in/c.txt", "There were 6 mills.")
    build([corpus], index=index)
    (corpus / "a.jsonl").rename(corpus / "z.jsonl")
    (corpus / "b.zip").rename(corpus / "y.zip")
    assert len(build([corpus], index=index).renamed) == 2
    build([corpus], index=tmp_path / "fresh")
    assert _everything(index) == _everything(tmp_path / "fresh")
    assert {"x", "y.zip/in/c.txt", "z.jsonl#2"} <= set(_ids(index))


def test_a_renamed_file_is_read_again_where_corpus_toml_goes_by_its_name(corpus, tmp_path, index):
    (corpus / "rail.txt").unlink()
    _write(corpus, {"ports.txt": RAIL, "corpus.toml": '["ports*"]\npublisher = "Port Office"\n'})
    build([corpus], index=index)
    (corpus / "ports.txt").rename(corpus / "new-ports.txt")
    assert build([corpus], index=index).renamed == ()
    build([corpus], index=tmp_path / "fresh")
    assert _everything(index) == _everything(tmp_path / "fresh")


@pytest.mark.parametrize(
    ("before", "now", "is_read"),
    [
        pytest.param("old/ports.csv", "new/ports.csv", False, id="its folder"),
        pytest.param("old/ports.tsv", "ports.tsv", False, id="out of its folder"),
        pytest.param("ports.csv", "harbours.csv", True, id="a title of its own"),
        pytest.param("old/ports.tsv", "new/boats.tsv", True, id="folder and title"),
    ],
)
def test_a_renamed_table_is_told_as_renamed_and_read_again_where_its_name_is_its_title(corpus, tmp_path, index, before, now, is_read):
    _write(
        corpus,
        {"old/x.txt": "There were 9 mills.", before: "Port,Boats\nTarn,12\nHolm,7\n".replace(",", "," if before[-3] == "c" else "\t")},
    )
    build([corpus], index=index)
    (corpus / now).parent.mkdir(exist_ok=True)
    (corpus / before).rename(corpus / now)
    read = []
    report = build([corpus], index=index, progress=lambda **progress: read.append(progress["name"]))
    assert bool(read) == is_read
    assert report.renamed == ((str(corpus / before), str(corpus / now)),)
    assert (report.added, report.changed, report.removed) == (0, 0, 0)
    build([corpus], index=tmp_path / "fresh")
    assert _everything(index) == _everything(tmp_path / "fresh")


def test_two_tables_that_are_the_same_are_renamed_each_once(corpus, index):
    _write(corpus, {"old/a.csv": "Port,Boats\nTarn,12\n", "old/b.csv": "Port,Boats\nTarn,12\n"})
    build([corpus], index=index)
    (corpus / "old").rename(corpus / "new")
    (corpus / "new" / "b.csv").rename(corpus / "new" / "c.csv")
    report = build([corpus], index=index)
    assert sorted(Path(now).name for _, now in report.renamed) == ["a.csv", "c.csv"]
    assert (report.added, report.changed, report.removed) == (0, 0, 0)


def test_a_file_touched_but_not_changed_is_not_read(corpus, index):
    build([corpus], index=index)
    (corpus / "rail.txt").write_text(RAIL)
    assert build([corpus], index=index).generation == "gen-000001"


def test_a_corpus_toml_of_gigabytes_is_not_looked_into(corpus, index):
    (corpus / "corpus.toml").touch()
    os.truncate(corpus / "corpus.toml", 3 * 1024**3)
    begun = process_time()
    with closing(_plan([corpus], index, None)) as plan:
        ((path, reason),) = plan.skipped()
        assert len(list(plan.read())) == 3
    assert process_time() - begun < 2  # hashing it takes as long for each document
    assert (path, reason) == (
        str(corpus / "corpus.toml"),
        "larger than 16 MB; remove what it need not say; the documents are read without it",
    )


@pytest.mark.parametrize("name", ["corpus.toml", "more/corpus.toml"])
def test_a_change_of_corpus_toml_reads_the_documents_it_may_bear_on(corpus, index, name):
    build([corpus], index=index)
    _write(corpus, {name: '["*school.txt"]\npublished = 2021-09-01\n'})
    report = build([corpus], index=index)
    assert report.changed == 1
    assert open_index(index).document("more/school.txt").published == date(2021, 9, 1)


def test_a_file_that_has_grown_beyond_what_is_read_is_taken_out_unread(corpus, index):
    build([corpus], index=index)
    with (corpus / "farm.md").open("r+b") as stream:
        stream.truncate(2**40)
    report = build([corpus], index=index)
    assert _ids(index) == ["more/school.txt", "rail.txt"]
    assert [Path(path).name for path, reason in report.skipped if "larger than 64 MB" in reason] == ["farm.md"]
    assert (report.removed, report.unchanged) == (1, 2)
    assert build([corpus], index=index).generation == report.generation


def test_a_day_of_publication_far_in_the_future_is_none(tmp_path, index):
    line = json.dumps({"_id": "line", "text": RAIL, "published": "2099-01-01"})
    _write(tmp_path / "in", {"list.jsonl": line, "front.md": f"---\npublished: 2999-01-01\n---\n{SCHOOL}", "owner.txt": RAIL})
    _write(tmp_path / "in", {"corpus.toml": '["owner.txt"]\npublished = 2999-01-01\n'})
    build([tmp_path / "in"], index=index)
    published = {document.doc_id: document.published for document in open_index(index).documents()}
    assert published == {"front.md": None, "line": None, "owner.txt": date(2999, 1, 1)}


def test_other_roots_stay(corpus, tmp_path, index):
    _write(tmp_path / "other", {"hospital.txt": "The hospital has 300 beds."})
    build([corpus], index=index)
    report = build([tmp_path / "other"], index=index)
    assert (report.added, report.unchanged, report.documents) == (1, 3, 4)


def test_a_rebuild_forgets_other_roots(corpus, tmp_path, index):
    _write(tmp_path / "other", {"hospital.txt": "The hospital has 300 beds."})
    build([corpus], index=index)
    build([tmp_path / "other"], index=index, rebuild=True)
    assert _ids(index) == ["hospital.txt"]


def test_naming_a_folder_inside_a_root_brings_that_folder_up_to_date(corpus, index):
    build([corpus], index=index)
    (corpus / "farm.md").unlink()
    _write(corpus, {"more/school.txt": SCHOOL.replace("210", "211")})
    report = build([corpus / "more"], index=index)
    assert (report.changed, report.removed) == (1, 0)
    assert _ids(index) == ["farm.md", "more/school.txt", "rail.txt"]


def test_naming_one_file_of_a_root_leaves_the_others(corpus, index):
    build([corpus], index=index)
    _write(corpus, {"rail.txt": RAIL.replace("114", "115")})
    assert build([corpus / "rail.txt"], index=index).changed == 1
    assert len(_ids(index)) == 3


def test_what_is_planned_is_not_kept_in_memory(tmp_path, index):
    count = 2_000
    _write(tmp_path / "corpus", {f"{number:05}.txt": "x" for number in range(count)})
    tracemalloc.start()
    with closing(_plan([tmp_path / "corpus"], index, None)) as plan:
        half = sum(1 for _ in islice(plan.read(), count // 2))
        held = tracemalloc.take_snapshot().statistics("lineno")
    tracemalloc.stop()
    assert half == count // 2
    # In bytes; a list of them takes a thousand a file. A block alone is the table of names that Python keeps once, which pathlib makes grow.
    assert sum(line.size for line in held if line.count > 1) < 100 * count


def test_a_file_below_two_named_paths_is_one_document(corpus, index):
    build([corpus, corpus / "more", corpus / "more" / "school.txt"], index=index)
    assert _ids(index) == ["farm.md", "more/school.txt", "rail.txt"]


def test_the_order_in_which_a_folder_and_its_parent_are_named_does_not_matter(corpus, tmp_path):
    build([corpus / "more"], index=tmp_path / "inner-first")
    build([corpus], index=tmp_path / "inner-first")
    build([corpus, corpus / "more"], index=tmp_path / "at-once")
    assert _everything(tmp_path / "inner-first") == _everything(tmp_path / "at-once")
    assert _ids(tmp_path / "at-once") == ["farm.md", "more/school.txt", "rail.txt"]


def test_an_index_that_another_extractor_made_is_not_rebuilt_silently(corpus, index):
    build([corpus], index=index)
    manifest = index / "gen-000001" / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"extractor": "', '"extractor": "old-'))
    (index / "CURRENT").write_text(line_of_current("gen-000001", manifest.read_bytes()))
    with pytest.raises(IndexOutdatedError, match=f"--rebuild {corpus}"):
        build([corpus], index=index)
    assert build([corpus], index=index, rebuild=True).documents == 3


def test_another_engine_takes_the_documents_over_unread(corpus, index):
    build([corpus], index=index)
    read = []
    report = build([corpus], index=index, engine="rank-bm25", progress=lambda **progress: read.append(progress))
    assert (report.unchanged, read) == (3, [])
    assert open_index(index).manifest.engine == "rank-bm25"


def test_pending_says_what_has_changed_since(corpus, index):
    build([corpus], index=index)
    _write(corpus, {"new.txt": "A new hospital."})
    (corpus / "rail.txt").unlink()
    plan = pending(index)
    assert ([each.file.rel for each in plan.read()], [file.rel for file in plan.gone()]) == (["new.txt"], ["rail.txt"])


# ---------------------------------------------------------------- names


def test_colliding_ids_get_their_roots_name_in_front_and_lose_it_again(tmp_path, index):
    _write(tmp_path / "2022", {"trains.txt": RAIL, "farm.txt": FARM})
    _write(tmp_path / "2023", {"trains.txt": RAIL.replace("114", "90")})
    build([tmp_path / "2022"], index=index)
    build([tmp_path / "2023"], index=index)
    assert _ids(index) == ["2022/trains.txt", "2023/trains.txt", "farm.txt"]
    opened = open_index(index)
    assert {figure.doc_id for figure in opened.figures()} == {"2022/trains.txt", "2023/trains.txt", "farm.txt"}
    (tmp_path / "2023" / "trains.txt").rename(tmp_path / "2023" / "delays.txt")
    build([tmp_path / "2023"], index=index)
    assert _ids(index) == ["delays.txt", "farm.txt", "trains.txt"]


def test_collisions_come_out_alike_in_one_build_and_in_two(tmp_path):
    _write(tmp_path / "2022", {"trains.txt": RAIL})
    _write(tmp_path / "2023", {"trains.txt": RAIL})
    build([tmp_path / "2023"], index=tmp_path / "two")
    build([tmp_path / "2022"], index=tmp_path / "two")
    build([tmp_path / "2022", tmp_path / "2023"], index=tmp_path / "one")
    assert _everything(tmp_path / "two") == _everything(tmp_path / "one")


# ---------------------------------------------------------------- laws

NAMES = st.sampled_from(["a.txt", "b.txt", "c.md", "sub/d.txt"])
TEXTS = st.sampled_from([RAIL, FARM, SCHOOL, "Nothing was counted here.", "Поездов отменили 12 из 90."])
FOLDERS = st.dictionaries(NAMES, TEXTS, min_size=1, max_size=4)


@given(st.lists(FOLDERS, min_size=1, max_size=3))
@settings(max_examples=15, deadline=None)
def test_incremental_builds_end_where_a_fresh_one_does(states: list[dict[str, str]]):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for state in states:
            for path in (folder / "corpus").rglob("*.*"):
                path.unlink()
            _write(folder / "corpus", state)
            build([folder / "corpus"], index=folder / "grown")
        build([folder / "corpus"], index=folder / "fresh")
        assert _everything(folder / "grown") == _everything(folder / "fresh")


def test_workers_do_not_change_the_index(tmp_path):
    numbers = random.Random(5)
    for place in range(60):
        paragraphs = [f"In {2000 + place} line {n} carried {numbers.randrange(999)} passengers to village {n}." for n in range(40)]
        _write(tmp_path / "corpus", {f"{place:02}.txt": "\n\n".join(paragraphs)})
    build([tmp_path / "corpus"], index=tmp_path / "one", workers=1)
    build([tmp_path / "corpus"], index=tmp_path / "three", workers=3)
    assert _everything(tmp_path / "one") == _everything(tmp_path / "three")


# ---------------------------------------------------------------- what goes wrong while it runs

_KILLED = """
import os, signal, sys
from qa_bot.build import build

def die(*, done, total, name):
    if done > total / 2:
        os.kill(os.getpid(), signal.SIGKILL)

build([sys.argv[1]], index=sys.argv[2], workers=2, progress=die)
"""


def test_a_killed_build_leaves_no_process_that_holds_the_index(tmp_path, index):
    _write(tmp_path / "big", {f"{number}.txt": FARM * 400 for number in range(12)})
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path / "big"), str(index)], timeout=120, check=False)
    assert killed.returncode == -signal.SIGKILL
    _write(tmp_path / "small", {"farm.md": FARM})
    for _ in range(200):  # the workers see within moments that they are alone
        try:
            report = build([tmp_path / "small"], index=index)
        except RetrievalError:
            time.sleep(0.1)
        else:
            break
    assert report.documents == 1


def test_a_damaged_index_is_not_said_to_be_unchanged(corpus, index):
    build([corpus], index=index)
    records = current(index) / "records.sqlite"
    content = bytearray(records.read_bytes())
    content[-100:] = bytes(100)
    records.chmod(0o644)
    records.write_bytes(content)
    with pytest.raises(IndexCorruptError, match="--rebuild"):
        build([corpus], index=index)
    assert build([corpus], index=index, rebuild=True).documents == 3


# ---------------------------------------------------------------- texts that harm who works on them


@pytest.mark.parametrize("workers", [1, 2])
def test_a_long_text_is_indexed_like_a_short_one_in_a_process_of_its_own(tmp_path, workers):
    _write(tmp_path / "corpus", {"long.txt": ("The mill stands still. " * 50 + "\n\n") * 60 + RAIL, "short.txt": FARM})
    report = build([tmp_path / "corpus"], index=tmp_path / "index", workers=workers)
    assert (report.documents, report.skipped) == (2, ())
    assert {"114", "40"} <= {figure.surface for figure in open_index(tmp_path / "index").figures()}


@pytest.mark.parametrize(
    ("text", "before", "now"),
    [
        pytest.param("In 2023 the mill ground {} sacks of rye.\n", "1,202", "1,999", id="a verb that may be a noun"),
        pytest.param("The ferry carried all {} passengers in 2022.\n", "412", "430", id="a word before the number"),
        pytest.param("In 2021 the council closed {} schools because of the cold.\n", "12", "14", id="with a reason"),
    ],
)
def test_a_figure_that_changed_is_named_with_both_values(tmp_path, index, text, before, now):
    folder = tmp_path / "told"
    _write(folder, {"a.txt": text.format(before)})
    build([folder], index=index)
    _write(folder, {"a.txt": text.format(now)})
    assert [(change.before, change.now) for change in build([folder], index=index).figures_changed] == [(before, now)]


_CROPS = "# Harvest\n\nHarvest in 2023, in tonnes:\n\n| Crop | 2022 | 2023 |\n|---|---:|---:|\n"


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        pytest.param(
            "The Elm school has 214 pupils. The Oak school has 310 pupils.\n",
            "The Elm school has 220 pupils. The Oak school has 310 pupils.\n",
            [("214", "220")],
            id="one of two that count the same",
        ),
        pytest.param(
            "The Elm school has 214 pupils. The Oak school has 310 pupils.\n",
            "The Elm school has 310 pupils. The Oak school has 214 pupils.\n",
            [("214", "310"), ("310", "214")],
            id="two that were swapped",
        ),
        pytest.param(
            f"{_CROPS}| Rye | 41 | 44 |\n| Oats | 17 | 19 |\n",
            f"{_CROPS}| Rye | 41 | 44 |\n",
            [("17", None), ("19", None)],
            id="a row that went",
        ),
        pytest.param(
            f"{_CROPS}| Rye | 41 | 44 |\n",
            f"{_CROPS}| Rye | 42 | 44 |\n| Oats | 17 | 19 |\n",
            [("41", "42"), (None, "17"), (None, "19")],
            id="a row that came",
        ),
        pytest.param(
            "The mill stood idle for 12 days.\n\nIn 2023 it ground 80 sacks.\n",
            "In 2023 the owner wrote a letter.\n\nThe mill stood idle for 12 days.\n\nIn 2023 it ground 80 sacks.\n",
            [],
            id="none where text came before",
        ),
        pytest.param(
            "Of 846 boats, 40 were sunk and 9 were sold.\n",
            "Of 848 boats, 40 were sunk and 8 were sold.\n",
            [("846", "848"), ("9", "8")],
            id="two of three",
        ),
    ],
)
def test_figures_that_changed_went_or_came_are_all_named(tmp_path, index, before, now, told):
    folder = tmp_path / "told"
    _write(folder, {"a.md": before})
    build([folder], index=index)
    _write(folder, {"a.md": now})
    assert [(change.before, change.now) for change in build([folder], index=index).figures_changed] == told
