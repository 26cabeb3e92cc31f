"""The generations of an index, as readers see them: where they lie, which one is live, whether it is whole and can be read."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from qa_bot.errors import IndexCorruptError, IndexNotBuiltError, IndexOutdatedError
from qa_bot.schema import Record, Synonyms

FORMAT = 1  # of the folder, the tables and the manifest: grows when an older reader would misread them
CURRENT, MANIFEST, ENGINE = "CURRENT", "manifest.json", "engine"
GENERATION = re.compile(r"gen-\d{6,}")


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


class StoredLexicon(Record):
    """What a corpus's own lexicon.toml listed when the generation was built."""

    path: str  # absolute
    synonyms: tuple[Synonyms, ...]


class Manifest(Record):
    """What a generation holds."""

    generation: str
    versions: Versions
    engine: str
    fingerprint: str  # of versions, engine and every document: the same fingerprint gives the same answers
    roots: tuple[str, ...]  # the paths that were named
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


def current(index: Path) -> Path:
    """Return the folder of the live generation; raise IndexNotBuiltError when there is none."""
    try:
        name = (index / CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError as exc:
        raise IndexNotBuiltError(f"there is no index in {index} yet: run `qa-bot index FOLDER --index {_quoted([index])}`") from exc
    except (OSError, UnicodeDecodeError) as exc:
        raise IndexCorruptError(f"{index / CURRENT} cannot be read ({exc}): {_rebuild(index)}") from exc
    if not GENERATION.fullmatch(name) or not (index / name).is_dir():
        raise IndexCorruptError(f"{index / CURRENT} names {name!r}, which is not there: {_rebuild(index)}")
    return index / name


def read_manifest(generation: Path) -> Manifest:
    """Return the manifest in the folder *generation*; raise IndexOutdatedError when its format is another than ours."""
    path = generation / MANIFEST
    try:
        content = path.read_bytes()
    except OSError as exc:
        raise IndexCorruptError(f"{path} cannot be read ({exc.strerror}): {_rebuild(generation.parent)}") from exc
    try:
        return Manifest.model_validate_json(content)
    except ValueError as exc:
        if (other := re.search(rb'"format": ?(\d{1,9})', content)) and int(other[1]) != FORMAT:
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
        if sha256_of(generation / stored.path) != stored.sha256:
            raise IndexCorruptError(f"{generation / stored.path} has changed since it was written: {_rebuild(index)}")
    return manifest


def _rebuild(index: Path) -> str:
    return f"run `qa-bot index --rebuild FOLDER --index {_quoted([index])}`"


def _quoted(paths: Iterable[str | Path]) -> str:
    """Return *paths* as a shell takes them."""
    from shlex import quote  # only an error needs it

    return " ".join(quote(str(path)) for path in paths)


def _outdated(index: Path, why: str, roots: tuple[str, ...]) -> IndexOutdatedError:
    command = f"qa-bot index --rebuild {_quoted(roots) or 'FOLDER'} --index {_quoted([index])}"
    return IndexOutdatedError(f"another version built {index} ({why}): run `{command}`")


def sha256_of(path: Path) -> str:
    """Return the checksum of the file at *path*, in hexadecimal digits."""
    from hashlib import file_digest  # loads OpenSSL, which a question does not need

    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
