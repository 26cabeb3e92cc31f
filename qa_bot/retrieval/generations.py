"""The generations of an index: where they lie, which one is live, who may write, how the next one goes live.

A generation is a folder that is complete before CURRENT names it, so that a crash at any moment leaves the last one live. A reader keeps
the generation that it has opened; the two before the live one stay on disk for readers in other processes that are about to open them.
"""

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path

from qa_bot.errors import ConfigError, IndexCorruptError, IndexNotBuiltError, IndexOutdatedError, RetrievalError
from qa_bot.schema import Record

FORMAT = 1  # of the folder, the tables and the manifest: grows when an older reader would misread them
CURRENT, MANIFEST, LOCK, ENGINE = "CURRENT", "manifest.json", ".lock", "engine"
KEPT = 2  # old generations

_GENERATION = re.compile(r"gen-\d{6,}")
_OUR_OWN = re.compile(rf"{CURRENT}|{_GENERATION.pattern}|README\.md|\..*")


class Versions(Record):
    """What made the records: an index made otherwise would answer otherwise."""

    format: int = FORMAT
    ingest: str
    analyzer: str
    extractor: str


class StoredBytes(Record):
    """A file of a generation as it was written."""

    path: str  # relative to the generation's folder
    size: int
    sha256: str


class Manifest(Record):
    """What a generation holds."""

    generation: str
    versions: Versions
    engine: str
    fingerprint: str  # of versions, engine and every document: the same fingerprint gives the same answers
    roots: tuple[str, ...]  # the paths that were named
    documents: int
    passages: int
    figures: int
    files: tuple[StoredBytes, ...]


# ---------------------------------------------------------------- reading


def current(index: Path) -> Path:
    """Return the folder of the live generation; raise IndexNotBuiltError when there is none."""
    try:
        name = (index / CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError as exc:
        raise IndexNotBuiltError(f"there is no index in {index} yet: run `qa-bot index FOLDER --index {index}`") from exc
    except (OSError, UnicodeDecodeError) as exc:
        raise IndexCorruptError(f"{index / CURRENT} cannot be read ({exc}): {_rebuild(index)}") from exc
    if not _GENERATION.fullmatch(name) or not (index / name).is_dir():
        raise IndexCorruptError(f"{index / CURRENT} names {name!r}, which is not there: {_rebuild(index)}")
    return index / name


def read_manifest(generation: Path) -> Manifest:
    """Return the manifest in the folder *generation*; raise IndexOutdatedError when its format is another than ours."""
    path = generation / MANIFEST
    try:
        text = path.read_text(encoding="utf-8")
        return Manifest.model_validate_json(text)
    except (OSError, ValueError) as exc:
        if isinstance(exc, ValueError) and (other := re.search(r'"format": ?(\d+)', text)) and int(other[1]) != FORMAT:
            raise _outdated(generation.parent, f"its format is {other[1]}, this version's {FORMAT}", ()) from exc
        raise IndexCorruptError(f"{path} cannot be read ({type(exc).__name__}): {_rebuild(generation.parent)}") from exc


def check_versions(manifest: Manifest, index: Path, expected: Mapping[str, str | int | None]) -> None:
    """Raise IndexOutdatedError when any of the *expected* versions (by field of `Versions`; None: any will do) is not the manifest's."""
    for name, version in expected.items():
        made = getattr(manifest.versions, name)
        if version is not None and made != version:
            raise _outdated(index, f"its {name} is {made}, this version's {version}", manifest.roots)


def check_sizes(generation: Path, manifest: Manifest) -> None:
    """Raise IndexCorruptError when a file of the generation is missing or has another size than was written."""
    for stored in manifest.files:
        path = generation / stored.path
        try:
            size = path.stat().st_size
        except OSError as exc:
            raise IndexCorruptError(f"{path} is missing: {_rebuild(generation.parent)}") from exc
        if size != stored.size:
            raise IndexCorruptError(f"{path} has {size} bytes instead of {stored.size}: {_rebuild(generation.parent)}")


def verify(index: Path) -> Manifest:
    """Return the manifest of the live generation after reading every byte of it; raise IndexCorruptError where a checksum is wrong."""
    generation = current(index)
    manifest = read_manifest(generation)
    check_sizes(generation, manifest)
    for stored in manifest.files:
        if _sha256(generation / stored.path) != stored.sha256:
            raise IndexCorruptError(f"{generation / stored.path} has changed since it was written: {_rebuild(index)}")
    return manifest


def _rebuild(index: Path) -> str:
    return f"run `qa-bot index --rebuild FOLDER --index {index}`"


def _outdated(index: Path, why: str, roots: tuple[str, ...]) -> IndexOutdatedError:
    named = " ".join(roots) or "FOLDER"
    return IndexOutdatedError(f"another version built {index} ({why}): run `qa-bot index --rebuild {named} --index {index}`")


# ---------------------------------------------------------------- writing


@contextmanager
def writing(index: Path) -> Iterator[None]:
    """Hold the index against other writers; make its folder if it is not there.

    Raise ConfigError when the folder holds other things than an index, RetrievalError when another process is writing.
    """
    import fcntl  # not there on Windows, where reading an index still works

    _refuse_strange_folder(index)
    index.mkdir(parents=True, exist_ok=True)
    with (index / LOCK).open("a+", encoding="utf-8") as lock:
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
        if _GENERATION.fullmatch(left.name) and _number(left) > live:
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
        StoredBytes(path=path.relative_to(generation).as_posix(), size=path.stat().st_size, sha256=_sha256(path)) for path in paths
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
        if _GENERATION.fullmatch(old.name) and _number(old) < _number(generation) - KEPT:
            shutil.rmtree(old)


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
        return max((_number(path) for path in index.glob("gen-*") if _GENERATION.fullmatch(path.name)), default=0)


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


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
