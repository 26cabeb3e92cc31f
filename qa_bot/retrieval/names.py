"""What to call documents whose own ids are the same."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from qa_bot.retrieval.records import StoredFile, StoredName


def settled_names(names: Iterable[StoredName], *, file: Callable[[str], StoredFile], taken: Callable[[str], bool]) -> Iterator[StoredName]:
    """Yield the names in the index of the documents whose own ids others have too; *names* come in the order of own ids and files.

    The name of its root stands in front ("2023/trains.txt" and "2024/trains.txt"), with as many folders as tell the roots apart; where
    that is not enough, the file as well. *file* gives that at a path; *taken* tells whether an id is some document's own, or was yielded.
    """
    for own_id, group in groupby(names, key=lambda name: name.own_id):
        sharing = [file(name.file) for name in group]
        if len(sharing) > 1:
            chosen = next(ids for ids in _choices(own_id, sharing) if len({*ids}) == len(ids) and not any(map(taken, ids)))
            yield from (StoredName(each.path, own_id, doc_id) for each, doc_id in zip(sharing, chosen, strict=True))


def _choices(own_id: str, files: Sequence[StoredFile]) -> Iterable[list[str]]:
    """Yield ways to name the documents called *own_id* in each of *files*, the shortest first; the last ones cannot be taken."""
    labels = _labels([_folder(file) for file in files])
    yield [f"{labels[_folder(file)]}/{own_id}" for file in files]
    yield [f"{labels[_folder(file)]}/{file.rel}#{own_id}" for file in files]
    prefix = ""
    while True:
        yield [f"{prefix}{file.path}#{own_id}" for file in files]
        prefix += "/"


def _folder(file: StoredFile) -> Path:
    root = Path(file.root)
    return root.parent if file.root == file.path else root


def _labels(folders: Sequence[Path]) -> dict[Path, str]:
    """Return the end of each path that tells the *folders* apart, at least the name."""
    different = set(folders)
    for count in range(1, max(len(folder.parts) for folder in different) + 1):
        labels = {folder: "/".join(folder.parts[-count:]) for folder in different}
        if len(set(labels.values())) == len(different):
            break
    return labels
