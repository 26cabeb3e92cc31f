"""Which files a corpus is made of."""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from errno import ENAMETOOLONG
from pathlib import Path
from typing import NamedTuple

from qa_bot.errors import IngestError, UnsupportedFormatError
from qa_bot.ingest.corpus import CONFIGURATION, configuration_of, fault
from qa_bot.ingest.pieces import SourceFile
from qa_bot.ingest.readers import formats, supports, too_large, unread
from qa_bot.ingest.synonyms import lexicons_of, unusable
from qa_bot.opening import LINK, handle_below

_CLOSED = "no permission to read it; change its permissions"
_TOO_LONG = "its name, with those of all folders above it, is longer than this system lets one open"
_KINDS = ((stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"))


class Skipped(NamedTuple):
    """A file or folder that is not read, and why; *root* is the named path it was found under."""

    path: Path
    reason: str
    root: Path


def _never(folder: Path) -> bool:
    return False


def walk(paths: Sequence[Path], *, may_be_empty: Callable[[Path], bool] = _never) -> Iterator[SourceFile | Skipped]:
    """Yield the files to read under *paths*, and those left out, as they are found; what lies below two of the paths comes twice.

    So does a corpus.toml or lexicon.toml that cannot be used: the rest is read without it. Raises IngestError for a named path that is
    missing, or that holds nothing to read and is no folder that *may_be_empty*, UnsupportedFormatError for a named file of an unknown kind.
    """
    roots = {Path(os.path.normpath(path.absolute())): None for path in paths}
    found = {root: _status(root) for root in sorted(roots, key=str)}
    named = {root: None if stat.S_ISDIR(status.st_mode) else _named_file(root, status) for root, status in found.items()}
    told: set[Path] = set()
    for root, file in named.items():
        if file:
            yield from _faulty(root, root, told)
            yield file
        else:
            yield from _files_of(root, may_be_empty, told)


def _faulty(path: Path, root: Path, told: set[Path]) -> Iterator[Skipped]:
    """Yield what is said beside and above *path* and cannot be used, unless it was *told*."""
    for files, wrong in ((configuration_of(path, root), fault), (lexicons_of(path, root), unusable)):
        for file in files:
            if file not in told and (reason := wrong(file, root)):
                yield Skipped(_printable(file), f"{reason.removeprefix(f'{file}: ')}; the documents are read without it", root)
            told.add(file)


def _status(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except OSError as exc:
        raise IngestError(f"{path}: {_cause(exc)}; name a file or a folder that exists") from exc


def _files_of(root: Path, may_be_empty: Callable[[Path], bool], told: set[Path]) -> Iterator[SourceFile | Skipped]:
    checked: Path | None = None  # the folder whose corpus.toml was
    for each in _below(root):
        if isinstance(each, Skipped) and each.path == _printable(root):
            raise IngestError(f"{root}: {each.reason}")  # what it holds is not known: it is not empty
        if isinstance(each, SourceFile) and each.path.parent != checked:
            yield from _faulty(each.path, root, told)
            checked = each.path.parent
        yield each
    if checked is None and may_be_empty(root):
        yield Skipped(_printable(root), "no file to read is left in this folder", root)
    elif checked is None:
        raise IngestError(f"{root}: no file to read in this folder; put {formats()} files there, or name another")


def _named_file(path: Path, status: os.stat_result) -> SourceFile:
    if not stat.S_ISREG(status.st_mode):
        raise IngestError(f"{path}: {_kind(status.st_mode)}, not a file; name a file or a folder")
    if not path.name.isprintable():
        raise IngestError(f"{_printable(path)}: its name cannot be printed; rename the file")
    if not supports(path):
        raise UnsupportedFormatError(f"{path}: {unread(path)}")
    if not os.access(path, os.R_OK):
        raise IngestError(f"{path}: no permission to read it; change its permissions or name another file")
    if reason := too_large(SourceFile(path, path, path.name), status.st_size):
        raise IngestError(f"{path}: {reason}")
    return SourceFile(path, path, path.name)


def _below(root: Path) -> Iterator[SourceFile | Skipped]:
    """Yield the readable files below *root*, folder by folder, and what is left out."""
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            with _listed(folder, root) as entries:
                for entry in entries:
                    path = folder / entry.name
                    if entry.name in CONFIGURATION:
                        continue
                    if reason := _why_not(entry, SourceFile(root, path, entry.name)):
                        yield Skipped(_printable(path), reason, root)
                    elif entry.is_dir(follow_symlinks=False):
                        folders.append(path)
                    else:
                        yield SourceFile(root, path, path.relative_to(root).as_posix())
        except OSError as exc:
            yield Skipped(_printable(folder), _closed(exc), root)


@contextmanager
def _listed(folder: Path, root: Path) -> Iterator[Iterator[os.DirEntry[str]]]:
    """Give what lies in *folder*, as long as no link stands between it and *root*: OSError if one does, or if it cannot be listed."""
    if os.scandir not in os.supports_fd:
        with os.scandir(folder) as entries:
            yield entries
        return
    handle = handle_below(folder, root)
    try:
        with os.scandir(handle) as entries:
            yield entries
    finally:
        os.close(handle)


def _why_not(entry: os.DirEntry[str], file: SourceFile) -> str | None:
    """Return why *entry*, which would be *file*, is not read, or None if it is a folder or a file to read."""
    if entry.name.startswith("."):
        return "hidden, as its name begins with a dot; rename it to have it read"
    if entry.is_symlink():
        return "a symbolic link; put the file itself there, or name what it leads to"
    if not entry.name.isprintable():
        return "its name cannot be printed; rename it"
    path = file.path
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as exc:
        return _closed(exc)
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        if not os.access(path, os.R_OK | os.X_OK):
            return _shut(path)
        return "an index; ask it by --index" if _is_index(path) else None
    if not stat.S_ISREG(mode):
        return f"{_kind(mode)}; only files are read: move it elsewhere"
    if not supports(path):
        return unread(path)
    return too_large(file, status.st_size) if os.access(path, os.R_OK) else _shut(path)


def _shut(path: Path) -> str:
    """Return why *path* may not be read."""
    try:
        path.stat()
    except OSError as exc:
        return _closed(exc)
    return _CLOSED


def _is_index(folder: Path) -> bool:
    """Return whether *folder*, which may be listed, is an index."""
    return (folder / "CURRENT").is_file() or any(folder.glob("gen-[0-9]*"))


def _printable(path: Path) -> Path:
    return Path(os.fsencode(path).decode("utf-8", "replace"))


def _kind(mode: int) -> str:
    return next((name for test, name in _KINDS if test(mode)), "no regular file")


def _closed(exc: OSError) -> str:
    if exc.errno == LINK:
        return "it has become a link, or lies behind one; put the folder itself there"
    if exc.errno == ENAMETOOLONG:
        return f"{_TOO_LONG}; shorten them, or move it further up"
    return _CLOSED if isinstance(exc, PermissionError) else f"{_cause(exc)}; index the folder again"


def _cause(exc: OSError) -> str:
    if exc.errno == ENAMETOOLONG:
        return "its name is longer than this system lets a file or folder have"
    return {
        FileNotFoundError: "there is no such file or folder",
        PermissionError: "no permission to read it",
        NotADirectoryError: "there is no such file or folder",
    }.get(type(exc), exc.strerror or "it cannot be opened")
