"""How the next generation comes to be the live one.

A generation is a folder that is complete before CURRENT names it, so that a crash at any moment leaves the last one live. A reader keeps
the generation that it has opened, by a lock that lasts as long as it or its process does (`generations.hold`). Two old generations stay
for people to go back to; older ones are removed as soon as nobody reads them.
"""

import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from qa_bot.errors import ConfigError, IndexCorruptError, IndexNotBuiltError, RetrievalError
from qa_bot.retrieval.generations import CURRENT, ENGINE, GENERATION, MANIFEST, Manifest, StoredBytes, current, line_of_current, sums_of
from qa_bot.retrieval.leftover import is_left, rescue

LOCK = ".lock"
KEPT = 2  # old generations

_OUR_OWN = re.compile(rf"{CURRENT}|{GENERATION.pattern}|README\.md|\..*")


@contextmanager
def writing(index: Path) -> Iterator[None]:
    """Hold the index against other writers; make its folder if it is not there.

    Raise ConfigError when the folder holds other things than an index, RetrievalError when another process is writing.
    """
    import fcntl  # not there on Windows, where reading an index still works

    try:
        _refuse_strange_folder(index)
        index.mkdir(parents=True, exist_ok=True)
        file = (index / LOCK).open("a+", encoding="utf-8")
    except OSError as exc:
        raise ConfigError(f"{index} cannot be written ({exc.strerror}): mend its permissions or name another folder with --index") from exc
    with file as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as exc:
            lock.seek(0)
            raise RetrievalError(f"{_writer(lock)} to {index}: wait until it ends, then run the command again") from exc
        with suppress(OSError):  # on a full disk the lock holds, and only has no name
            lock.truncate(0)
            os.write(lock.fileno(), str(os.getpid()).encode())
        yield


def _writer(lock: TextIO) -> str:
    """Return who holds *lock*, in words: its process, and since when."""
    since = time.localtime(os.fstat(lock.fileno()).st_mtime)
    return f"process {lock.read().strip() or 'unknown'} is writing, since {time.strftime('%Y-%m-%d %H:%M:%S', since)},"


def next_generation(index: Path) -> Path:
    """Return the folder for the next generation; of what a crashed writer left, only the documents that were ready are in it."""
    live = _live_number(index)
    generation = index / f"gen-{live + 1:06d}"
    for left in sorted(index.glob("gen-*")):
        if left == generation:
            rescue(left)
        elif GENERATION.fullmatch(left.name) and _number(left) > live:
            shutil.rmtree(left)
    (generation / ENGINE).mkdir(parents=True)
    return generation


def stored_bytes(generation: Path) -> tuple[StoredBytes, ...]:
    """Return the files of *generation* with their sizes and checksums, by path, after making sure that they are on the disk."""
    paths = sorted(path for path in generation.rglob("*") if path.is_file() and not is_left(path))
    for path in paths:
        _sync(path)
    return tuple(_stored(path, path.relative_to(generation).as_posix()) for path in paths)


def _stored(path: Path, name: str) -> StoredBytes:
    crc, sha256 = sums_of(path)
    return StoredBytes(path=name, size=path.stat().st_size, crc=crc, sha256=sha256)


def publish(generation: Path, manifest: Manifest) -> None:
    """Make *generation* the live one in one atomic step, and remove generations that are too old."""
    index = generation.parent
    text = manifest.model_dump_json(indent=1)
    _write_synced(generation / MANIFEST, text)
    for folder in (generation / ENGINE, generation, index):
        _sync(folder)
    _write_synced(index / ".CURRENT", line_of_current(generation.name, text.encode()))
    (index / ".CURRENT").replace(index / CURRENT)
    _sync(index)
    for old in sorted(index.glob("gen-*")):
        if GENERATION.fullmatch(old.name) and _number(old) < _number(generation) - KEPT:
            _remove_unread(old)


def _remove_unread(generation: Path) -> None:
    """Remove *generation* unless somebody reads it. What stays is tried again by the next writer."""
    import fcntl

    with suppress(OSError):  # BlockingIOError: it is read; others: the next generation is live, whatever becomes of this one
        descriptor = os.open(generation, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            (generation / MANIFEST).unlink(missing_ok=True)  # first: what is left of it can be opened by nobody
            shutil.rmtree(generation, ignore_errors=True)
        finally:
            os.close(descriptor)


def _refuse_strange_folder(index: Path) -> None:
    if index.exists() and not index.is_dir():
        raise ConfigError(f"{index} is a file: name a folder with --index")
    strange = sorted(path.name for path in index.glob("*") if not _OUR_OWN.fullmatch(path.name))
    if strange and not (index / CURRENT).exists():
        raise ConfigError(f"{index} is no index, it holds {strange[0]}: name an empty or a new folder with --index")


def _live_number(index: Path) -> int:
    """Return the number that CURRENT names; with an unreadable CURRENT, that of the newest folder, which then may be what is wanted."""
    try:
        return _number(current(index))
    except IndexNotBuiltError:
        return 0
    except IndexCorruptError:
        return max((_number(path) for path in index.glob("gen-*") if GENERATION.fullmatch(path.name)), default=0)


def _number(generation: Path) -> int:
    return int(generation.name.removeprefix("gen-"))


def _write_synced(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
