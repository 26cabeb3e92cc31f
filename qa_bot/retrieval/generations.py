"""The generations of an index, as readers see them: where they lie, which one is live, whether it is whole and can be read."""

import os
import re
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from qa_bot.errors import IndexCorruptError, IndexNotBuiltError, IndexOutdatedError
from qa_bot.schema import Record, Synonyms

FORMAT = 2  # of the folder, the tables and the manifest: grows when an older reader would misread them
CURRENT, MANIFEST, ENGINE = "CURRENT", "manifest.json", "engine"
GENERATION = re.compile(r"gen-\d{6,}")
CHANGED = "it has changed since it was written"
_PART = 1_000_000  # bytes, or characters
_LIVE = re.compile(rf"({GENERATION.pattern})(?: ([0-9a-f]{{8}}))?")
READ_WHOLE = 500_000  # bytes of a file up to which opening reads all of it: 0.4 ms, and an answer costs 100 from process start
_TRIES = 5  # to open the live generation while writers publish one after the other


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
    crc: int
    sha256: str


class StoredLexicon(Record):
    """What a corpus's own lexicon.toml listed when the generation was built."""

    path: str  # absolute
    synonyms: tuple[Synonyms, ...]


class LeftOut(Record):
    """A document that a person took out of the index, though its file is there."""

    file: str  # absolute
    own_id: str


class Manifest(Record):
    """What a generation holds."""

    generation: str
    versions: Versions
    engine: str
    fingerprint: str  # of versions, engine and every document: the same fingerprint gives the same answers
    roots: tuple[str, ...]  # the paths that were named
    left_out: tuple[LeftOut, ...] = ()
    lexicons: tuple[StoredLexicon, ...] = ()  # with which every document was read, and every question is
    documents: int
    passages: int
    figures: int
    files: tuple[StoredBytes, ...]


def synonyms_of(lexicons: Iterable[StoredLexicon]) -> tuple[Synonyms, ...]:
    """Return what the *lexicons* list between them, in an order that does not depend on where they lie."""
    return tuple(
        sorted({each for stored in lexicons for each in stored.synonyms}, key=lambda each: (each.concept, each.words, each.broader))
    )


def checksum(*parts: str) -> int:
    """Return the CRC-32 of *parts*: soon enough worked out for every record that an answer is made from, and wrong after any accident."""
    if sum(map(len, parts)) < _PART:  # of a longer one a copy, and its bytes, would take as much memory as itself and more
        return zlib.crc32("\0".join(parts).encode("utf-8", "surrogatepass"))
    found = 0
    for number, part in enumerate(parts):
        found = zlib.crc32(b"\0" * (number > 0), found)
        for at in range(0, len(part), _PART):
            found = zlib.crc32(part[at : at + _PART].encode("utf-8", "surrogatepass"), found)
    return found


def line_of_current(generation: str, manifest: bytes) -> str:
    """Return what CURRENT says of a generation: its name, and the checksum of its manifest, which has those of all other files."""
    return f"{generation} {zlib.crc32(manifest):08x}\n"


def current(index: Path) -> Path:
    """Return the folder of the live generation; raise IndexNotBuiltError when there is none."""
    return _live(index)[0]


def _live(index: Path) -> tuple[Path, str | None]:
    """Return the folder of the live generation and the checksum of its manifest; an older version wrote none."""
    try:
        line = (index / CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError as exc:
        raise IndexNotBuiltError(f"there is no index in {index} yet: run `qa-bot index FOLDER --index {_quoted([index])}`") from exc
    except (OSError, UnicodeDecodeError) as exc:
        raise IndexCorruptError(f"{index / CURRENT} cannot be read ({exc}): {_rebuild(index)}") from exc
    found = _LIVE.fullmatch(line)
    if not found or not (index / found[1]).is_dir():
        raise IndexCorruptError(f"{index / CURRENT} names {line!r}, which is not there: {_rebuild(index)}")
    return index / found[1], found[2]


def opened(index: Path) -> tuple[Path, Manifest, int | None]:
    """Return the folder of the live generation, its manifest, and the descriptor that `hold` gave.

    A writer may publish the next one meanwhile and remove this one, when it is already too old: then the next one is opened.
    """
    for _ in range(_TRIES):
        generation, expected = _live(index)
        try:
            held = hold(generation)
        except (FileNotFoundError, BlockingIOError):
            continue
        try:
            return generation, read_manifest(generation, expected=expected or ""), held
        except BaseException:
            release(held)
            raise
    raise IndexCorruptError(f"{generation / MANIFEST} is missing: {_rebuild(index)}")


def known_roots(index: Path) -> tuple[str, ...]:
    """Return the paths that the live generation was made from, whichever version of this program made it."""
    import json

    generation, _ = _live(index)
    try:
        roots = json.loads((generation / MANIFEST).read_bytes())["roots"]
    except (OSError, ValueError, LookupError, TypeError) as exc:
        raise damaged(generation / MANIFEST, type(exc).__name__) from exc
    return tuple(map(str, roots))


def hold(generation: Path) -> int | None:
    """Return a descriptor that keeps all writers from removing *generation* until it is closed; None where there is no such lock.

    Raise FileNotFoundError or BlockingIOError when it is gone, or just going.
    """
    try:
        import fcntl  # not there on Windows, which does not let a file be removed while it is open
    except ImportError:
        return None
    descriptor = os.open(generation, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        os.stat(generation / MANIFEST)  # noqa: PTH116  # it may have gone between the two
    except (FileNotFoundError, BlockingIOError):
        os.close(descriptor)
        raise
    except OSError:  # a file system without locks
        pass
    return descriptor


def release(held: int | None) -> None:
    """Close what `hold` gave."""
    if held is not None:
        os.close(held)


def read_manifest(generation: Path, *, expected: str | None = None) -> Manifest:
    """Return the manifest in the folder *generation*, which has the checksum *expected* if that is given; CURRENT once had none ("").

    Raise IndexOutdatedError when its format is another than ours.
    """
    path = generation / MANIFEST
    try:
        content = path.read_bytes()
    except OSError as exc:
        raise IndexCorruptError(f"{path} cannot be read ({exc.strerror}): {_rebuild(generation.parent)}") from exc
    mismatch = expected is not None and f"{zlib.crc32(content):08x}" != expected
    other = re.search(rb'"format": ?(\d{1,9})', content)
    if mismatch and (expected or not other or int(other[1]) == FORMAT):
        raise IndexCorruptError(f"{path} is not the one that {CURRENT} means: {_rebuild(generation.parent)}")
    try:
        return Manifest.model_validate_json(content)
    except ValueError as exc:
        if other and int(other[1]) != FORMAT:
            raise _outdated(generation.parent, f"its format is {int(other[1])}, this version's {FORMAT}", ()) from exc
        raise IndexCorruptError(f"{path} cannot be read ({type(exc).__name__}): {_rebuild(generation.parent)}") from exc


def check_versions(manifest: Manifest, index: Path, expected: Mapping[str, str | int | None]) -> None:
    """Raise IndexOutdatedError when any of the *expected* versions (by field of `Versions`; None: any will do) is not the manifest's.

    One without a stamp ("figures-1") is also that of an index with any stamp ("figures-1+9f2c01ab").
    """
    for name, version in expected.items():
        made = getattr(manifest.versions, name)
        if version is not None and version not in (made, str(made).partition("+")[0]):
            raise _outdated(index, f"its {name} is {made}, this version's {version}", manifest.roots)


def check_files(generation: Path, manifest: Manifest) -> None:
    """Raise IndexCorruptError when a file of the generation is missing, has another size than was written, or other content.

    Read are small files, and those of the engine that are younger than the manifest, which was written last: something has changed them, or
    copied them. Records check themselves as they are read, and `verify` reads every byte.
    """
    written = (generation / MANIFEST).stat().st_mtime_ns
    for stored in manifest.files:
        path = generation / stored.path
        try:
            found = path.stat()
        except OSError as exc:
            raise IndexCorruptError(f"{path} is missing: {_rebuild(generation.parent)}") from exc
        size, touched = found.st_size, found.st_mtime_ns > written and path.parent.name == ENGINE
        if size != stored.size:
            raise IndexCorruptError(f"{path} has {size} bytes instead of {stored.size}: {_rebuild(generation.parent)}")
        if (size <= READ_WHOLE or touched) and _crc_of(path) != stored.crc:
            raise damaged(path, CHANGED)


def verify(index: Path) -> Manifest:
    """Return the manifest of the live generation after reading every byte of it; raise IndexCorruptError where a checksum is wrong."""
    generation, manifest, held = opened(index)
    try:
        check_files(generation, manifest)
        for stored in manifest.files:
            if sums_of(generation / stored.path) != (stored.crc, stored.sha256):
                raise damaged(generation / stored.path, CHANGED)
    finally:
        release(held)
    return manifest


def damaged(path: Path, why: object) -> IndexCorruptError:
    """Return what to raise of the file at *path* in a generation's folder."""
    index = next((parent.parent for parent in path.parents if GENERATION.fullmatch(parent.name)), path.parent)
    return IndexCorruptError(f"{path} is damaged ({why}): {_rebuild(index)}")


def _crc_of(path: Path) -> int:
    crc = 0
    try:
        with path.open("rb") as file:
            while part := file.read(_PART):
                crc = zlib.crc32(part, crc)
        return crc
    except OSError as exc:
        raise damaged(path, exc.strerror) from exc


def sums_of(path: Path) -> tuple[int, str]:
    """Return both checksums of the file at *path*: the one soon worked out, and the one in hexadecimal digits that no accident keeps."""
    from hashlib import sha256

    crc, digest = 0, sha256()
    with path.open("rb") as file:
        while part := file.read(_PART):
            crc = zlib.crc32(part, crc)
            digest.update(part)
    return crc, digest.hexdigest()


def _rebuild(index: Path) -> str:
    return f"run `qa-bot index --rebuild FOLDER --index {_quoted([index])}`"


def _quoted(paths: Iterable[str | Path]) -> str:
    """Return *paths* as a shell takes them."""
    from shlex import quote  # only an error needs it

    return " ".join(quote(str(path)) for path in paths)


def _outdated(index: Path, why: str, roots: tuple[str, ...]) -> IndexOutdatedError:
    command = f"qa-bot index --rebuild {_quoted(roots) or 'FOLDER'} --index {_quoted([index])}"
    return IndexOutdatedError(f"another version built {index} ({why}): run `{command}`")
