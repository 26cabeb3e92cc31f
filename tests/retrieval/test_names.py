from collections.abc import Container

import pytest

from qa_bot.retrieval.names import settled_names
from qa_bot.retrieval.records import StoredFile, StoredName


def _settle(*paths: tuple[str, str, str], taken: tuple[str, ...] = ()) -> list[str]:
    """Return the ids in the index of the documents (root, rel, own id)."""
    files = [StoredFile(f"{root}/{rel}" if rel else root, root, rel or root.rpartition("/")[2], "") for root, rel, _ in paths]
    names = [StoredName(file.path, own_id, own_id) for file, (_, _, own_id) in zip(files, paths, strict=True)]
    settled = _settled(names, {file.path: file for file in files}, taken)
    return [settled.get((name.file, name.own_id), name.own_id) for name in names]


def _settled(names: list[StoredName], files: dict[str, StoredFile], taken: Container[str] = ()) -> dict[tuple[str, str], str]:
    ordered = sorted(names, key=lambda name: (name.own_id, name.file))
    settled: dict[tuple[str, str], str] = {}
    for name in settled_names(ordered, file=files.__getitem__, taken=lambda doc_id: doc_id in taken or doc_id in settled.values()):
        settled[name.file, name.own_id] = name.doc_id
    return settled


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param([("/data/2023", "a.txt", "a.txt"), ("/data/2024", "a.txt", "a.txt")], ["2023/a.txt", "2024/a.txt"], id="two roots"),
        pytest.param(
            [("/x/corpus", "a.txt", "a.txt"), ("/y/corpus", "a.txt", "a.txt")], ["x/corpus/a.txt", "y/corpus/a.txt"], id="roots of one name"
        ),
        pytest.param([("/data", "a.jsonl", "1"), ("/data", "b.jsonl", "1")], ["data/a.jsonl#1", "data/b.jsonl#1"], id="files of one root"),
        pytest.param([("/x/a.txt", "", "a.txt"), ("/y/a.txt", "", "a.txt")], ["x/a.txt", "y/a.txt"], id="named files"),
        pytest.param([("/data", "a.txt", "a.txt"), ("/data", "b.txt", "b.txt")], ["a.txt", "b.txt"], id="no collision"),
    ],
)
def test_a_collision_puts_the_name_of_the_root_in_front(paths, expected):
    assert _settle(*paths) == expected


def test_a_name_that_another_document_has_is_not_taken():
    names = _settle(("/x", "a.txt", "a.txt"), ("/y", "a.txt", "a.txt"), taken=("x/a.txt",))
    assert names == ["x/a.txt#a.txt", "y/a.txt#a.txt"]


def test_two_collisions_never_get_one_name():
    names = _settle(("/a/b", "c", "c"), ("/z", "c", "c"), ("/a", "b/c", "b/c"), ("/y", "b/c", "b/c"))
    assert len(set(names)) == 4


def test_thousands_of_collisions_are_settled_in_one_go():
    asked: list[str] = []
    files = {
        f"/c/{year}/{number}.txt": StoredFile(f"/c/{year}/{number}.txt", f"/c/{year}", f"{number}.txt", "")
        for year in (2023, 2024)
        for number in range(5000)
    }
    names = sorted((StoredName(path, file.rel, file.rel) for path, file in files.items()), key=lambda name: (name.own_id, name.file))
    found = list(settled_names(names, file=files.__getitem__, taken=lambda doc_id: bool(asked.append(doc_id))))
    assert StoredName("/c/2024/4999.txt", "4999.txt", "2024/4999.txt") in found
    assert len(asked) == len({name.doc_id for name in found}) == 10_000
