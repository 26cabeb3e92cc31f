"""What a build has to read: the files found now, held against those that the index was made from."""

from collections.abc import Callable, Iterable, Sequence
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple

from qa_bot.retrieval.generations import StoredLexicon, synonyms_of
from qa_bot.retrieval.index import Index
from qa_bot.retrieval.records import StoredFile
from qa_bot.schema import Synonyms


class Found(NamedTuple):
    """A file that may be read: *root* is the path that was named and *rel* the path below it, or the name of a named file."""

    root: Path
    path: Path
    rel: str


class Renamed(NamedTuple):
    """A file that was there before under another name, byte for byte."""

    before: StoredFile
    now: StoredFile


class Plan(NamedTuple):
    """What to read, what to carry over unread, and what the index will have been made from."""

    named: tuple[str, ...]  # absolute
    roots: tuple[str, ...]  # named now or before, the outermost of each
    read: tuple[StoredFile, ...]
    keep: tuple[str, ...]
    lexicons: tuple[StoredLexicon, ...]  # of all that will be in the index
    renew: bool  # whether other words mean other things than before, so that figures must be read again from all that is kept
    gone: tuple[str, ...]
    renamed: tuple["Renamed", ...]
    skipped: tuple[tuple[str, str], ...]  # (path, reason) of what is no file of the index

    def changes_nothing(self, old: Index, engine: str) -> bool:
        """Return whether the generation *old* is already what this plan would make for *engine*."""
        made = old.manifest
        before = (made.engine, made.roots, made.lexicons, _other_skips(old))
        return not self.read and not self.renamed and not self.gone and before == (engine, self.roots, self.lexicons, self.skipped)


def make_plan(
    found: Sequence[Found],
    skipped: Iterable[tuple[Path, str]],
    *,
    named: Sequence[Path],
    old: Index | None,
    configuration: Callable[[Path, Path], Sequence[Path]],
    lexicons: Callable[[Path, Path], Sequence[Path]],
    synonyms: Callable[[Path], tuple[Synonyms, ...]],
    named_by_path: Callable[[Path], bool],
) -> Plan:
    """Return the plan for the files *found* under the absolute paths *named*, after the generation *old*.

    A file belongs to the outermost path that was ever named and holds it, so that its id does not depend on the order of naming. The
    files that *configuration* gives for a path and its root are a part of what its documents are made from. Those that *lexicons* gives
    are read by *synonyms*, and hold for the whole index: a word must mean the same in a question and in every document. A file that
    *named_by_path* tells to take something from its name is read again under another one.
    """
    paths = tuple(sorted({str(path) for path in named}))
    roots = _outermost({*paths, *(old.manifest.roots if old else ())})
    files = {file.path: file for file in (_stored(file, roots, configuration) for file in found)}
    before = old.files() if old else {}
    elsewhere = {path for path in before if path not in files and not _under(path, paths)}
    kept = elsewhere | {path for path, file in before.items() if files.get(path) == file}
    skips = {(str(path), reason) for path, reason in skipped}
    if old:
        skips |= {(path, reason) for path, reason in _other_skips(old) if not _under(path, paths)}
    read = [file for path, file in sorted(files.items()) if path not in kept]
    gone = sorted(set(before) - kept - set(files))
    renamed = _renamed(
        [before[path] for path in gone],
        read,
        lambda file: not named_by_path(Path(file.path)) and not configuration(Path(file.path), Path(file.root)),
    )
    known = {each.now.path for each in renamed}
    words = _lexicons(files.values(), [before[path] for path in elsewhere], old, lexicons, synonyms)
    return Plan(
        named=paths,
        roots=roots,
        read=tuple(file for file in read if file.path not in known),
        keep=tuple(sorted(kept)),
        lexicons=words,
        renew=old is not None and synonyms_of(old.manifest.lexicons) != synonyms_of(words),
        gone=tuple(gone),
        renamed=renamed,
        skipped=tuple(sorted(skips)),
    )


def _renamed(gone: Sequence[StoredFile], new: Sequence[StoredFile], movable: Callable[[StoredFile], bool]) -> tuple[Renamed, ...]:
    """Return which of the *new* files are *gone* ones, each once, in the order of their names."""
    left: dict[tuple[str, str], list[StoredFile]] = {}
    for file in gone:
        if file.content and movable(file):
            left.setdefault((file.content, Path(file.path).suffix.lower()), []).append(file)
    found: list[Renamed] = []
    for file in new:
        same = left.get((file.content, Path(file.path).suffix.lower()))
        if same and movable(file):
            found.append(Renamed(same.pop(0), file))
    return tuple(found)


def _other_skips(old: Index) -> tuple[tuple[str, str], ...]:
    """Return what *old* skipped without ever reading it as a file."""
    files = old.files()
    return tuple(skip for skip in old.skipped() if skip[0] not in files)


def _outermost(paths: set[str]) -> tuple[str, ...]:
    return tuple(sorted(path for path in paths if not any(str(parent) in paths for parent in Path(path).parents)))


def _under(path: str, named: Sequence[str]) -> bool:
    return path in named or any(str(parent) in named for parent in Path(path).parents)


def _stored(file: Found, roots: Sequence[str], configuration: Callable[[Path, Path], Sequence[Path]]) -> StoredFile:
    above = {str(each) for each in (file.path, *file.path.parents)}
    named = max((each for each in roots if each in above), key=len)  # one string for all files of a root, not one a file
    root = Path(named)
    rel = file.path.name if root == file.path else file.path.relative_to(root).as_posix()
    content = _digest(file.path)
    digest = sha256(f"{root}\0{rel}".encode() + b"\0" + content)
    for path in configuration(file.path, root):
        digest.update(b"\0" + _digest(path))
    return StoredFile(str(file.path), named, rel, digest.hexdigest(), content.hex())


def _lexicons(
    now: Iterable[StoredFile],
    elsewhere: Iterable[StoredFile],
    old: Index | None,
    lexicons: Callable[[Path, Path], Sequence[Path]],
    synonyms: Callable[[Path], tuple[Synonyms, ...]],
) -> tuple[StoredLexicon, ...]:
    """Return the lexicons beside and above all files: as they are *now* and, of files *elsewhere*, as they were when these were read."""
    paths = sorted({lexicon for file in now for lexicon in lexicons(Path(file.path), Path(file.root))})
    seen = {folder for file in now for folder in Path(file.path).parents}
    carried = {
        lexicon.path: lexicon
        for lexicon in (old.manifest.lexicons if old else ())
        if (folder := Path(lexicon.path).parent) not in seen and any(_bears_on(folder, file) for file in elsewhere)
    }
    found = carried | {str(path): StoredLexicon(path=str(path), synonyms=synonyms(path)) for path in paths}
    return tuple(found[path] for path in sorted(found))


def _bears_on(folder: Path, file: StoredFile) -> bool:
    path = Path(file.path)
    return folder == path.parent or (folder in path.parents and folder.is_relative_to(file.root))


def _digest(path: Path) -> bytes:
    """Return the hash of the file's bytes, as if it had none when it cannot be read: reading it as a document will say why."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").digest()
    except OSError:
        return sha256().digest()
