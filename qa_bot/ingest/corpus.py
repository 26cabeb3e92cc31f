"""corpus.toml: what a corpus's owner says about its documents, by path. It wins over what the documents say.

A section is named by a glob over paths below the folder of the file ("*" crosses folders)::

    ["reports/2023-*.txt"]
    publisher = "Ministry of Agriculture"
    published = 2023-11-05
"""

import os
import re
from fnmatch import translate
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from qa_bot.deadline import deadline
from qa_bot.errors import ConfigError
from qa_bot.ingest.metadata import MetadataError, from_mapping
from qa_bot.ingest.pieces import Metadata
from qa_bot.opening import LINK, NO_FILE, open_below
from qa_bot.toml import parsed

CORPUS = "corpus.toml"
LEXICON = "lexicon.toml"
CONFIGURATION = frozenset({CORPUS, LEXICON})  # beside documents, but none
MAX_SECONDS = 20.0  # of the processor for reading it; a hundred thousand sections take five
MAX_TOML = 16 * 1024**2  # bytes; a hundred thousand sections have ten million


class _Section(NamedTuple):
    glob: re.Pattern[str]
    metadata: Metadata


def is_configuration(path: Path) -> bool:
    """Return whether the file *path* is no document, but says something of those beside it."""
    return path.name in CONFIGURATION


def configuration_of(path: Path, root: Path) -> tuple[Path, ...]:
    """Return the corpus.toml files that bear on the document *path* under the named *root*, the nearest first."""
    return above(path, root, CORPUS)


def bearing_on(path: Path, root: Path) -> tuple[Path, ...]:
    """Return those of `configuration_of` that may say something: one that is too large to be used is not even looked into."""
    return tuple(file for file in configuration_of(path, root) if _size(file) <= MAX_TOML)


def _size(file: Path) -> int:
    try:
        return os.lstat(file).st_size
    except OSError:
        return 0


def above(path: Path, root: Path, name: str) -> tuple[Path, ...]:
    """Return what is called *name* beside the document *path* and above it up to the named *root*, the nearest first; also a link, a pipe
    or a folder, of which has to be told that it is none."""
    folders = [path.parent]
    while folders[-1] != root and root in folders[-1].parents:
        folders.append(folders[-1].parent)
    return tuple(folder / name for folder in folders if os.path.lexists(folder / name))


def declared(path: Path, root: Path) -> Metadata:
    """Return what the corpus.toml files say about the document *path*: the nearest file wins, in a file the last section. One that cannot
    be used says nothing; see `fault`.
    """
    metadata = Metadata()
    for file in configuration_of(path, root):
        rel = path.relative_to(file.parent).as_posix()
        for section in () if fault(file, root) else reversed(_sections(file, root)):
            if section.glob.fullmatch(rel):
                metadata = metadata.over(section.metadata)
    return metadata


def fault(file: Path, root: Path) -> str | None:
    """Return why the corpus.toml *file* under the named *root* cannot be used, naming file and key; None if it can be."""
    try:
        _sections(file, root)
    except ConfigError as exc:
        return str(exc)
    return None


def _sections(file: Path, root: Path) -> tuple[_Section, ...]:
    try:
        status = os.lstat(file)
    except OSError as exc:
        raise _closed(file, exc) from exc
    found = _parsed(file, root, status.st_mtime_ns, status.st_size)
    if isinstance(found, str):
        raise ConfigError(found)
    return found


@lru_cache(maxsize=64)
def _parsed(file: Path, root: Path, _changed: int, _size: int) -> tuple[_Section, ...] | str:
    """Return the sections of *file*, or what is wrong with it: that is looked for once, too."""
    try:
        return tuple(_section(file, glob, table) for glob, table in read_toml(file, root).items())
    except ConfigError as exc:
        return str(exc)


def read_toml(file: Path, root: Path) -> dict[str, object]:
    """Return what stands in *file* under the named *root*. Raises ConfigError if it is no TOML, larger than anybody writes, or a link."""
    try:
        with open_below(file, root) as stream:
            content = stream.read(MAX_TOML + 1)
        with deadline(MAX_SECONDS):
            return parsed(content, most=MAX_TOML)
    except TimeoutError as exc:
        raise ConfigError(f"{file}: reading it takes more than {MAX_SECONDS:.0f} s; write it anew") from exc
    except OSError as exc:
        raise _closed(file, exc) from exc
    except ValueError as exc:
        raise ConfigError(f"{file}: {exc}") from exc


def _closed(file: Path, exc: OSError) -> ConfigError:
    if exc.errno == LINK:
        return ConfigError(f"{file}: a symbolic link, or behind one; put the file itself there")
    if exc.errno == NO_FILE:
        return ConfigError(f"{file}: a folder or a pipe; put a file there, or call it otherwise")
    return ConfigError(f"{file}: it cannot be read ({exc.strerror}); mend its permissions or remove it")


def _section(file: Path, glob: str, table: object) -> _Section:
    if not isinstance(table, dict):
        raise ConfigError(f'{file}: key "{glob}" stands outside a section; put it under a path glob, such as ["*.txt"]')
    try:
        return _Section(re.compile(translate(glob)), from_mapping(table, strict=True))
    except MetadataError as exc:
        raise ConfigError(f'{file}: section ["{glob}"]: {exc}') from exc
