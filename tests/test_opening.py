"""What is opened below a folder lies there: whoever can write into the folder may have put links into the way since it was looked at."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_bot.errors import UnreadableDocumentError
from qa_bot.ingest import Skipped, SourceFile, read, walk
from qa_bot.ingest.corpus import declared
from qa_bot.opening import LINK, NO_FILE, open_below
from qa_bot.retrieval.plan import _digest

INSIDE = "In 2023, 5 ferries were late.\n"
OUTSIDE = "In 2022, 70 letters were opened.\n"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    for name, text in (("in/sub/deep", INSIDE), ("out/deep", OUTSIDE)):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "a.txt").write_text(text, encoding="utf-8")
    return tmp_path / "in"


def _swap(place: Path, target: Path) -> None:
    place.rename(place.with_name("before"))
    place.symlink_to(target)


SWAPS = [
    pytest.param(lambda folder: _swap(folder / "sub", folder.parent / "out"), id="a folder on the way"),
    pytest.param(lambda folder: _swap(folder / "sub" / "deep", folder.parent / "out" / "deep"), id="its folder"),
    pytest.param(lambda folder: _swap(folder / "sub" / "deep" / "a.txt", folder.parent / "out" / "deep" / "a.txt"), id="itself"),
    pytest.param(lambda folder: _swap(folder / "sub", folder / "before"), id="a link that leads inside"),
]


@pytest.mark.parametrize("has_handles", [True, False], ids=["by handles", "by names"])
@pytest.mark.parametrize("swap", SWAPS)
def test_nothing_is_opened_through_a_link(
    folder: Path, monkeypatch: pytest.MonkeyPatch, swap: Callable[[Path], None], has_handles: bool
) -> None:
    if not has_handles:
        monkeypatch.setattr(os, "supports_dir_fd", frozenset())
    path = folder / "sub" / "deep" / "a.txt"
    with open_below(path, folder) as stream:
        assert stream.read().decode() == INSIDE
    swap(folder)
    with pytest.raises(OSError) as error:  # noqa: PT011  # its number is looked at
        open_below(path, folder)
    assert error.value.errno == LINK


def test_what_was_opened_by_its_name_and_swapped_back_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "supports_dir_fd", frozenset())
    path, opens = folder / "sub" / "deep" / "a.txt", os.open

    def swapped(name: Path, flags: int) -> int:
        path.rename(path.with_name("before"))
        path.symlink_to(folder.parent / "out" / "deep" / "a.txt")
        handle = opens(name, flags)
        path.unlink()
        path.with_name("before").rename(path)
        return handle

    monkeypatch.setattr(os, "open", swapped)
    with pytest.raises(OSError) as error:  # noqa: PT011
        open_below(path, folder)
    assert error.value.errno == LINK


def test_what_somebody_named_may_be_a_link(folder: Path) -> None:
    link = folder.parent / "link"
    link.symlink_to(folder)
    for root, path in ((link, link / "sub" / "deep" / "a.txt"), (link / "sub", link / "sub" / "deep" / "a.txt")):
        with open_below(path, root) as stream:
            assert stream.read().decode() == INSIDE
    named = folder / "named.txt"
    named.symlink_to(folder.parent / "out" / "deep" / "a.txt")
    with open_below(named, named) as stream:
        assert stream.read().decode() == OUTSIDE


@pytest.mark.parametrize("make", [pytest.param(os.mkfifo, id="a pipe"), pytest.param(os.mkdir, id="a folder")])
def test_only_files_are_opened(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "a.txt")
    with pytest.raises(OSError) as error:  # noqa: PT011
        open_below(tmp_path / "a.txt", tmp_path)
    assert error.value.errno == NO_FILE


@pytest.mark.parametrize("swap", SWAPS)
def test_what_was_swapped_between_walk_and_read_is_neither_read_nor_hashed(folder: Path, swap: Callable[[Path], None]) -> None:
    (file,) = (each for each in walk([folder]) if isinstance(each, SourceFile))
    swap(folder)
    with pytest.raises(UnreadableDocumentError, match="it has become a link, or lies behind one; put the file itself there"):
        list(read(file, report=lambda reason: None))
    assert _digest(file.path, folder)[1] == 0


def test_a_folder_that_is_swapped_while_its_neighbour_is_listed_is_not_listed(folder: Path) -> None:
    (folder / "zoo").mkdir()
    (folder / "zoo" / "b.txt").write_text(INSIDE, encoding="utf-8")
    found, names = walk([folder]), []
    for each in found:
        if isinstance(each, SourceFile):
            names.append(each.rel)
            other = folder / ("sub" if each.rel.startswith("zoo") else "zoo")
            if not other.is_symlink():
                _swap(other, folder.parent / "out")
        elif isinstance(each, Skipped):
            names.append(f"{each.path.name}: {each.reason.split(';')[0]}")
    assert len(names) == 2
    assert names[1].split(": ")[1:] == ["it has become a link, or lies behind one"]


@pytest.mark.parametrize("name", ["corpus.toml", "lexicon.toml"])
@pytest.mark.parametrize("is_named", [False, True], ids=["in a folder", "beside a named file"])
def test_a_configuration_that_is_a_link_is_told_of_and_not_followed(folder: Path, name: str, is_named: bool) -> None:
    (folder.parent / "out" / name).write_text('["*"]\npublisher = "Harbour Office"\n', encoding="utf-8")
    place = folder / "sub" / "deep"
    (place / name).symlink_to(folder.parent / "out" / name)
    found = list(walk([place / "a.txt" if is_named else folder]))
    assert [each.reason for each in found if isinstance(each, Skipped)] == [
        "a symbolic link, or behind one; put the file itself there; the documents are read without it"
    ]
    (file,) = (each for each in found if isinstance(each, SourceFile))
    assert [document.publisher for document in read(file, report=print)] == [None]


def test_a_configuration_behind_a_swapped_folder_says_nothing(folder: Path) -> None:
    (folder.parent / "out" / "deep" / "corpus.toml").write_text('["*"]\npublisher = "Harbour Office"\n', encoding="utf-8")
    _swap(folder / "sub", folder.parent / "out")
    assert declared(folder / "sub" / "deep" / "a.txt", folder).publisher is None
