"""How the next generation comes to be the live one.

A generation is a folder that is complete before CURRENT names it, so that a crash at any moment leaves the last one live. A reader keeps
the generation that it has opened; the two before the live one stay on disk for readers in other processes that are about to open them.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qa_bot.errors import ConfigError, IndexCorruptError, IndexNotBuiltError, RetrievalError
from qa_bot.retrieval.generations import CURRENT, ENGINE, GENERATION, MANIFEST, Manifest, StoredBytes, current, sha256_of

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
            writer = lock.read().strip() or "unknown"
            raise RetrievalError(f"process {writer} is writing to {index}: wait until it ends, then run the command again") from exc
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def next_generation(index: Path) -> Path:
    """Return a new empty folder for the next generation, after removing what a crashed writer left."""
    live = _live_number(index)
    for left in sorted(index.glob("gen-*")):
        if GENERATION.fullmatch(left.name) and _number(left) > live:
            shutil.rmtree(left)
    generation = index / f"gen-{live + 1:06d}"
    (generation / ENGINE).mkdir(parents=True)
    return generation


def stored_bytes(generation: Path) -> tuple[StoredBytes, ...]:
    """Return the files of *generation* with their sizes and checksums, by path, after making sure that they are on the disk."""
    paths = sorted(path for path in generation.rglob("*") if path.is_file())
    for path in paths:
        _sync(path)
    return tuple(
        StoredBytes(path=path.relative_to(generation).as_posix(), size=path.stat().st_size, sha256=sha256_of(path)) for path in paths
    )


def publish(generation: Path, manifest: Manifest) -> None:
    """Make *generation* the live one in one atomic step, and remove generations that are too old."""
    index = generation.parent
    _write_synced(generation / MANIFEST, manifest.model_dump_json(indent=1))
    for folder in (generation / ENGINE, generation, index):
        _sync(folder)
    _write_synced(index / ".CURRENT", f"{generation.name}\n")
    (index / ".CURRENT").replace(index / CURRENT)
    _sync(index)
    for old in sorted(index.glob("gen-*")):
        if GENERATION.fullmatch(old.name) and _number(old) < _number(generation) - KEPT:
            shutil.rmtree(old, ignore_errors=True)  # what stays is tried again next time; the new generation is live already


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
