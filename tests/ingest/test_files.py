import os
from pathlib import Path

import pytest

from qa_bot.errors import IngestError, UnsupportedFormatError
from qa_bot.ingest import Skipped, SourceFile, read, walk
from qa_bot.ingest.corpus import fault
from qa_bot.ingest.synonyms import unusable


def _write(path: Path, text: str = "Farms brought in the wheat.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _walked(*paths: Path) -> tuple[list[SourceFile], list[Skipped]]:
    """Return the files and what is left out, each sorted by path."""
    found = sorted(walk(paths), key=lambda each: each.path)
    return [each for each in found if isinstance(each, SourceFile)], [each for each in found if isinstance(each, Skipped)]


def test_files_come_with_paths_relative_to_the_named_folder(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/y.jsonl", "A.TXT"):
        _write(tmp_path / name)
    files, skipped = _walked(tmp_path)
    assert [file.rel for file in files] == ["A.TXT", "a/y.jsonl", "a/z.md", "b.txt"]
    assert {file.root for file in files} == {tmp_path}
    assert skipped == []


def test_a_named_file_has_its_name_and_is_its_own_root(tmp_path: Path) -> None:
    path = _write(tmp_path / "deep" / "report.txt")
    files, _ = _walked(path)
    assert [(file.rel, file.root) for file in files] == [("report.txt", path)]


def test_a_blank_behind_the_suffix_hides_no_file(tmp_path: Path) -> None:
    _write(tmp_path / "report.TXT ")
    files, skipped = _walked(tmp_path)
    assert ([file.rel for file in files], skipped) == (["report.TXT "], [])
    (document,) = read(files[0], report=lambda reason: None)
    assert document.text == "Farms brought in the wheat."


def test_a_path_named_twice_is_walked_once(tmp_path: Path) -> None:
    _write(tmp_path / "sub" / "a.txt")
    files, _ = _walked(tmp_path / "sub", tmp_path / "sub" / "." / "a.txt", tmp_path / "sub" / ".." / "sub", tmp_path / "sub" / "a.txt")
    assert [file.rel for file in files] == ["a.txt", "a.txt"]  # below the folder, and by itself


def test_what_is_left_out_is_named_with_the_reason(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    _write(tmp_path / "table.xlsx")
    _write(tmp_path / ".hidden.txt")
    _write(tmp_path / ".git" / "config.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    files, skipped = _walked(tmp_path)
    assert [file.rel for file in files] == ["a.txt"]
    reasons = {skip.path.name: skip.reason for skip in skipped}
    assert reasons["table.xlsx"] == "a .xlsx file is not read; save each sheet as .csv"
    assert reasons[".hidden.txt"] == reasons[".git"] == "hidden, as its name begins with a dot; rename it to have it read"
    assert reasons["link.txt"] == "a symbolic link; put the file itself there, or name what it leads to"
    assert reasons["pipe.txt"] == "a named pipe; only files are read: move it elsewhere"
    assert {skip.root for skip in skipped} == {tmp_path}


def test_a_ring_of_links_ends(tmp_path: Path) -> None:
    _write(tmp_path / "a" / "a.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert [file.rel for file in _walked(tmp_path)[0]] == ["a/a.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_is_skipped(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    _write(tmp_path / "b.txt").chmod(0)
    files, skipped = _walked(tmp_path)
    assert ([file.rel for file in files], skipped[0].reason) == (["a.txt"], "no permission to read it; change its permissions")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_folder_is_skipped(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    _write(tmp_path / "closed" / "b.txt").parent.chmod(0)
    files, skipped = _walked(tmp_path)
    assert ([file.rel for file in files], skipped[0].reason) == (["a.txt"], "no permission to read it; change its permissions")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_named_folder_that_may_not_be_read_is_not_taken_for_empty(tmp_path: Path) -> None:
    _write(tmp_path / "closed" / "b.txt").parent.chmod(0)
    with pytest.raises(IngestError, match="closed: no permission to read it; change its permissions"):
        list(walk([tmp_path / "closed"], may_be_empty=lambda folder: True))


@pytest.mark.parametrize("name", [b"line\nbreak.txt", b"latin\xe9.txt"])
def test_a_named_file_whose_name_cannot_be_printed_is_refused(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    try:
        path.write_text("Wheat: 340 t.", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    with pytest.raises(IngestError, match="its name cannot be printed; rename the file"):
        _walked(path)


def test_configuration_is_neither_read_nor_skipped_but_a_readme_is_a_document(tmp_path: Path) -> None:
    _write(tmp_path / "corpus.toml", '["*.md"]\npublisher = "Farm Office"\n')
    _write(tmp_path / "lexicon.toml", "")
    _write(tmp_path / "README.md")
    files, skipped = _walked(tmp_path)
    assert ([file.rel for file in files], skipped) == (["README.md"], [])


def test_an_index_below_a_corpus_is_no_corpus(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    _write(tmp_path / "index" / "README.md")
    _write(tmp_path / "index" / "CURRENT", "gen-000001")
    files, skipped = _walked(tmp_path)
    assert ([file.rel for file in files], [skip.reason for skip in skipped]) == (["a.txt"], ["an index; ask it by --index"])


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match=r"nowhere: there is no such file or folder; name"):
        _walked(tmp_path / "nowhere")


def test_a_folder_without_documents_is_named(tmp_path: Path) -> None:
    _write(tmp_path / "empty" / "a.xlsx")
    with pytest.raises(IngestError, match=r"empty: no file to read in this folder; put \.txt, \.md, "):
        _walked(tmp_path / "empty")


def test_a_named_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormatError, match=r"a\.xlsx: a \.xlsx file is not read; save each sheet as \.csv"):
        _walked(_write(tmp_path / "a.xlsx"))


def test_a_named_pipe_is_refused_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(IngestError, match="a named pipe, not a file"):
        _walked(tmp_path / "pipe.txt")


@pytest.mark.parametrize("name", ["corpus.toml", "lexicon.toml"])
def test_what_is_said_of_documents_and_cannot_be_used_is_named_once_and_the_documents_are_found(tmp_path: Path, name: str) -> None:
    _write(tmp_path / "a.txt")
    _write(tmp_path / "sub" / "a.txt")
    _write(tmp_path / name, '["*"]\npublishr = "Farm Office"\n')
    files, skipped = _walked(tmp_path)
    assert [file.rel for file in files] == ["a.txt", "sub/a.txt"]
    assert [(skip.path, 'unknown key "publishr"' in skip.reason) for skip in skipped] == [(tmp_path / name, True)]


def _sparse(path: Path, size: int, text: bytes = b"") -> Path:
    """Write a file of *size* bytes that takes no room: *text* and a gap."""
    with path.open("wb") as stream:
        stream.write(text)
        stream.truncate(size)
    return path


LARGE = 2**40  # hashing it would take an hour


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("a.txt", "larger than 64 MB", id="text"),
        pytest.param("a.md", "larger than 64 MB", id="markdown"),
        pytest.param("a.html", "larger than 64 MB", id="page"),
        pytest.param("a.csv", "larger than 64 MB", id="table"),
        pytest.param("a.pdf", "larger than 512 MB", id="pdf"),
        pytest.param("a.docx", "larger than 512 MB", id="word"),
        pytest.param("a.zip", "larger than 512 MB", id="archive"),
        pytest.param("a.jsonl", "more than 64 MB of it were never written", id="gap in a list of documents"),
    ],
)
def test_a_file_larger_than_its_reader_takes_is_refused_unread(tmp_path: Path, name: str, reason: str) -> None:
    path = _sparse(tmp_path / name, LARGE, b'{"text": "Farms brought in the wheat."}\n')
    _write(tmp_path / "good.txt")
    files, skipped = _walked(tmp_path)
    assert [file.rel for file in files] == ["good.txt"]
    assert [(skip.path, reason in skip.reason) for skip in skipped] == [(path, True)]
    with pytest.raises(IngestError, match=reason):
        list(walk([path]))


def test_a_list_of_documents_may_be_longer_than_a_text(tmp_path: Path) -> None:
    (tmp_path / "long.jsonl").write_bytes(b'{"text": "Farms brought in the wheat."}\n' * 1_800_000)
    _sparse(tmp_path / "short.jsonl", 10_000_000, b'{"text": "Farms brought in the wheat."}\n')
    files, _ = _walked(tmp_path)
    assert [file.rel for file in files] == ["long.jsonl", "short.jsonl"]


@pytest.mark.parametrize("name", ["corpus.toml", "lexicon.toml"])
def test_a_configuration_larger_than_anybody_writes_is_refused(tmp_path: Path, name: str) -> None:
    _sparse(tmp_path / name, LARGE)
    assert "larger than 16 MB" in str((fault if name == "corpus.toml" else unusable)(tmp_path / name, tmp_path))


def _deep(folder: Path, name: str, count: int) -> None:
    """Make *count* folders called *name*, one in the other, and a file in the innermost one, whatever the system opens by its whole path."""
    at = os.open(folder, os.O_RDONLY)
    for _ in range(count):
        os.mkdir(name, dir_fd=at)
        below = os.open(name, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = below
    with os.fdopen(os.open("a.txt", os.O_WRONLY | os.O_CREAT, dir_fd=at), "w") as file:
        file.write("Trains.")
    os.close(at)


@pytest.mark.skipif(os.open not in os.supports_dir_fd, reason="such folders cannot be made here")
def test_what_lies_deeper_than_the_system_opens_is_named_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Trains.")
    _deep(tmp_path, "d" * 250, 17)
    skipped = [each for each in walk([tmp_path]) if isinstance(each, Skipped)]
    assert len(skipped) == 1
    assert skipped[0].path.name == "d" * 250
    assert skipped[0].reason.endswith("is longer than this system lets one open; shorten them, or move it further up")


def test_a_named_path_that_is_too_long_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match="ddd: its name is longer than this system lets a file or folder have; name a file"):
        list(walk([tmp_path / ("d" * 300)]))
