"""A reader that dies, hangs or swells costs its file; the others are read, and in their order."""

import os
import signal
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qa_bot import processes
from qa_bot.errors import UnreadableDocumentError, UnsupportedFormatError
from qa_bot.ingest import Readers, SourceFile, Unused, read
from qa_bot.ingest.pieces import Draft, Opening
from qa_bot.ingest.read import drafts
from qa_bot.ingest.sandbox import AHEAD, HARMFUL, LEAST, Limits
from qa_bot.schema import Document

SMALL = Limits(memory=200 * 1024**2, processor=1, wait=60, output=1024**2)

HARM = {
    "dies": "its reader crashed (SIGKILL)",
    "exits": "its reader ended (exit code 7)",
    "swells": "reading it takes more than 200 MB of memory",
    "loops": "reading it takes more than 1 s of processor time",
    "overflows": "it holds more than 1 MB of text",
    "fails": "it is broken (KeyError: 'odd')",
}


def _misbehave(file: SourceFile, unused: Callable[[str], None]) -> Iterator[Draft]:
    """Do what the file is called; any other file holds its name."""
    match file.path.stem:
        case "dies":
            os.kill(os.getpid(), signal.SIGKILL)
        case "exits":
            os._exit(7)
        case "swells":
            yield Draft(file.rel, "x" * 10**9, [])
        case "loops":
            while True:
                pass
        case "sleeps":
            time.sleep(60)
        case "overflows":
            yield Draft(file.rel, "x" * 1_100_000, [])
        case "fails":
            raise KeyError("odd")
        case "bulky" | "aborts" | "fills":
            yield from _take_memory(file)
        case "pid":
            yield Draft(file.rel, str(os.getpid()), [])
            return
        case "complains":
            unused("a part of it")
    yield Draft(file.rel, file.path.stem, [])


def _take_memory(file: SourceFile) -> Iterator[Draft]:
    """Take memory, as a file does that is called so."""
    yield Draft(file.rel, "begun", [])
    try:
        held = bytearray(120 * 1024**2)
    except MemoryError:
        if file.path.stem == "bulky":
            raise
        os.abort()
    yield Draft(file.rel, str(len(held)), [])
    if file.path.stem == "fills":
        time.sleep(0.5)
        os.abort()


def _files(*names: str) -> list[SourceFile]:
    return [SourceFile(Path("/corpus"), Path(f"/corpus/{name}.txt"), f"{name}.txt") for name in names]


def _outcomes(readers: Readers, files: list[SourceFile]) -> list[str]:
    """Return what each file came to: its text, or the reason why there is none."""
    found = []
    for file, content in readers.read(files):
        try:
            for part in content:
                found.append(part.reason if isinstance(part, Unused) else part.text)  # noqa: PERF401  # what came before an error stays
        except UnreadableDocumentError as exc:
            found.append(str(exc).removeprefix(f"{file.path}: "))
    return found


@pytest.mark.parametrize(("name", "reason"), HARM.items(), ids=HARM)
def test_a_file_that_harms_its_reader_is_lost_with_the_reason_and_the_others_are_read(name, reason):
    with Readers(run=_misbehave, limits=SMALL) as readers:
        first, lost, last = _outcomes(readers, _files("a", name, "b"))
    assert (first, last) == ("a", "b")
    assert lost.startswith(reason)
    assert "; " in lost  # the next step


def test_a_reader_that_never_answers_is_given_up():
    with Readers(run=_misbehave, limits=SMALL._replace(wait=0.5)) as readers:
        lost, last = _outcomes(readers, _files("sleeps", "b"))
    assert lost.startswith("reading it takes more than 0 s")
    assert last == "b"


@pytest.mark.parametrize("count", [1, 3])
def test_what_several_readers_read_comes_in_the_order_of_the_files(count):
    names = [f"n{number}" for number in range(5 * AHEAD)] + ["dies", "dies", "z"]
    with Readers(count, run=_misbehave, limits=SMALL) as readers:
        found = _outcomes(readers, _files(*names))
    assert found[:-3] == names[:-3]
    assert ["crashed" in text for text in found[-3:]] == [True, True, False]


def test_a_part_that_cannot_be_used_is_told_in_its_place():
    with Readers(run=_misbehave) as readers:
        assert _outcomes(readers, _files("complains")) == ["a part of it", "complains"]


def test_a_large_file_is_not_read_before_it_is_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr("qa_bot.ingest.sandbox.LARGE", 1_000)
    files = []
    for name, size in {"a": 10, "b": 10, "large": 1_000, "c": 10, "larger": 2_000}.items():
        (tmp_path / f"{name}.txt").write_text("x" * size)
        files.append(SourceFile(tmp_path, tmp_path / f"{name}.txt", f"{name}.txt"))

    def run(file: SourceFile, unused: Callable[[str], None]) -> Iterator[Draft]:
        file.path.with_suffix(".read").touch()
        return _misbehave(file, unused)

    with Readers(run=run) as readers:
        read = {}
        for file, content in readers.read(files):
            time.sleep(0.2)
            ahead = [other.path.stem for other in files if other.path.with_suffix(".read").exists()]
            read[file.path.stem] = ([document.text for document in content], ahead)  # type: ignore[union-attr]
    assert {name: texts for name, (texts, _) in read.items()} == {file.path.stem: [file.path.stem] for file in files}
    assert "large" not in read["a"][1] + read["b"][1] + read["large"][1]
    assert "larger" not in read["large"][1] + read["c"][1] + read["larger"][1]


def test_what_lacks_memory_while_it_cleans_up_is_said_to_take_too_much_of_it():
    def run(file: SourceFile, unused: Callable[[str], None]) -> Iterator[Draft]:
        try:
            yield from _misbehave(file, unused)
        finally:
            raise OSError(12, "Cannot allocate memory")

    with Readers(run=run, limits=SMALL) as readers:
        assert _outcomes(readers, _files("swells")) == ["reading it takes more than 200 MB of memory; split it"]


def test_what_is_not_taken_of_a_file_is_not_taken_for_the_next():
    with Readers(run=_misbehave) as readers:
        assert [file.rel for file, _ in readers.read(_files("a", "fails", "b"))] == ["a.txt", "fails.txt", "b.txt"]
        assert _outcomes(readers, _files("c")) == ["c"]


def test_documents_are_those_of_reading_in_this_process(tmp_path):
    (tmp_path / "corpus.toml").write_text('["*"]\npublisher = "Farm Office"\n', encoding="utf-8")
    (tmp_path / "a.md").write_text("# Harvest\n\n| Crop | t |\n|---|---|\n| Rye | 40 |\n\nMen brought in 40 t of rye.\n", encoding="utf-8")
    file = SourceFile(tmp_path, tmp_path / "a.md", "a.md")
    with Readers() as readers:
        found = [document for _, content in readers.read([file]) for document in content if isinstance(document, Document)]
    assert found == list(read(file, report=lambda reason: None))
    assert found[0].publisher == "Farm Office"


SHARED = SMALL._replace(together=120 * 1024**2)  # 60 MB for each of two


@pytest.mark.parametrize(
    "name", [pytest.param("bulky", id="of which a part was read before"), pytest.param("aborts", id="whose reader crashes for want of it")]
)
def test_a_file_that_lacks_memory_beside_others_is_read_again_with_all_of_it_when_it_is_waited_for(name):
    outcome = ["begun", f"{120 * 1024**2}", name]
    with Readers(2, run=_misbehave, limits=SHARED) as readers:
        assert _outcomes(readers, _files("a", "b", name, name, "c")) == ["a", "b", *outcome, *outcome, "c"]


def test_a_file_that_takes_more_than_all_the_memory_is_told_by_that_though_it_was_read_with_less_before():
    with Readers(2, run=_misbehave, limits=SHARED) as readers:
        *_, lost, last = _outcomes(readers, _files("a", "b", "swells", "c"))
    assert (lost, last) == ("reading it takes more than 200 MB of memory; split it", "c")


def test_a_reader_that_crashes_with_most_of_its_memory_taken_is_said_to_have_lacked_it():
    with Readers(2, run=_misbehave, limits=SHARED) as readers:
        *_, lost, last = _outcomes(readers, _files("a", "b", "fills", "c"))
    assert lost.startswith("reading it takes more than 200 MB of memory, where its reader crashed (SIGABRT); ")
    assert last == "c"


def test_there_are_no_more_readers_than_have_enough_memory(monkeypatch):
    monkeypatch.setattr(processes, "LARGE", 2**40)  # what these tests themselves take is none of a reader's
    with Readers(50, run=_misbehave, limits=SMALL._replace(together=2 * LEAST)) as readers:
        assert len(set(_outcomes(readers, _files(*("pid",) * 20)))) == 2


def test_errors_keep_their_kind():
    with Readers() as readers:
        _, content = next(readers.read([SourceFile(Path("/c"), Path("/c/a.xlsx"), "a.xlsx")]))
        with pytest.raises(UnsupportedFormatError, match=r"a\.xlsx"):
            next(content)


def test_readers_end_with_who_wants_them():
    with Readers(run=_misbehave) as readers:
        [pid] = _outcomes(readers, _files("pid"))
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)


def test_a_reader_lives_on_when_the_thread_in_which_it_was_begun_has_ended():
    names = [f"file{number}" for number in range(AHEAD + 6)]
    with Readers(limits=SMALL, run=_misbehave) as readers:
        turns = readers.read(_files(*names))
        found: list[str] = []

        def read_first() -> None:
            _, content = next(turns)
            found.extend(part.text for part in content if not isinstance(part, Unused))

        thread = threading.Thread(target=read_first)
        thread.start()
        thread.join()
        for _, content in turns:
            found += [part.text for part in content if not isinstance(part, Unused)]
    assert found == names


def test_a_file_that_takes_long_is_named_while_it_is_waited_for(monkeypatch):
    monkeypatch.setattr("qa_bot.ingest.sandbox.SLOW", 0.1)
    slow: list[str] = []
    with Readers(1, limits=SMALL._replace(wait=1), run=_misbehave, slow=slow.append) as readers:
        assert _outcomes(readers, _files("a", "sleeps", "b"))[::2] == ["a", "b"]
    assert set(slow) >= {"sleeps.txt"}


@pytest.mark.parametrize(("large", "stays"), [pytest.param(1, False, id="large"), pytest.param(2**40, True, id="small")])
def test_a_reader_that_has_become_large_is_begun_anew_and_no_file_is_lost(monkeypatch, large, stays):
    monkeypatch.setattr(processes, "LARGE", large)
    with Readers(run=_misbehave) as readers:
        before, *between, after = _outcomes(readers, _files("pid", *("good",) * 20, "pid"))
    assert between == ["good"] * 20
    assert (before == after) is stays


def _misread(file: SourceFile, unused: Callable[[str], None]) -> Iterator[Draft | Opening]:
    """Read a file; when a file of an archive is opened, do before what that is called."""
    if file.path.suffix != ".zip":
        yield from _misbehave(file, unused)
        return
    for each in drafts(file, report=unused):
        yield each
        if isinstance(each, Opening) and (name := Path(each.entry).stem) in HARM:
            yield from _misbehave(file._replace(path=Path(f"{name}.txt")), unused)


def _archive(folder: Path, *names: str) -> SourceFile:
    path = folder / "pages.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for name in names:
            packed.writestr(name, f"The text of {name}.")
    return SourceFile(folder, path, path.name)


@pytest.mark.parametrize(("name", "reason"), HARM.items(), ids=HARM)
def test_a_file_of_an_archive_that_harms_its_reader_is_named_and_those_around_it_are_read(tmp_path, name, reason):
    archive = _archive(tmp_path, "a.txt", f"in/{name}.txt", "x.exe", "z.txt")
    with Readers(run=_misread, limits=SMALL) as readers:
        first, lost, last, unknown, other = _outcomes(readers, [archive, *_files("b")])
    assert (first, last, other) == ("The text of a.txt.", "The text of z.txt.", "b")
    assert lost.startswith(f"pages.zip/in/{name}.txt: {reason}")
    assert unknown.startswith("pages.zip/x.exe: a .exe file is not read")


def test_an_archive_in_which_many_files_harm_their_readers_is_given_up(tmp_path):
    archive = _archive(tmp_path, "a.txt", *(f"in/{number}/dies.txt" for number in range(HARMFUL + 2)))
    with Readers(run=_misread, limits=SMALL) as readers:
        outcomes = _outcomes(readers, [archive, *_files("b")])
    named = [outcome.partition(":")[0] for outcome in outcomes]
    assert named == ["The text of a.txt.", *(f"pages.zip/in/{number}/dies.txt" for number in range(HARMFUL + 1)), "b"]
    assert outcomes[-2].endswith("nothing behind it is read: unpack the archive")
