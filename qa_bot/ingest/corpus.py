"""corpus.toml: what a corpus's owner says about its documents, by path. It wins over what the documents say.

A section is named by a glob over paths below the folder of the file ("*" crosses folders)::

    ["reports/2023-*.txt"]
    publisher = "Ministry of Agriculture"
    published = 2023-11-05
"""

import re
import tomllib
from fnmatch import translate
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from qa_bot.errors import ConfigError
from qa_bot.ingest.metadata import MetadataError, from_mapping
from qa_bot.ingest.pieces import Metadata

CORPUS = "corpus.toml"
LEXICON = "lexicon.toml"
CONFIGURATION = frozenset({CORPUS, LEXICON})  # beside documents, but none
MAX_TOML = 16 * 1024**2  # bytes; a hundred thousand sections have ten million


class _Section(NamedTuple):
    glob: re.Pattern[str]
    metadata: Metadata


def configuration_of(path: Path, root: Path) -> tuple[Path, ...]:
    """Return the corpus.toml files that bear on the document *path* under the named *root*, the nearest first."""
    return above(path, root, CORPUS)


def above(path: Path, root: Path, name: str) -> tuple[Path, ...]:
    """Return the files called *name* beside the document *path* and above it up to the named *root*, the nearest first."""
    folders = [path.parent]
    while folders[-1] != root and root in folders[-1].parents:
        folders.append(folders[-1].parent)
    return tuple(folder / name for folder in folders if (folder / name).is_file())


def declared(path: Path, root: Path) -> Metadata:
    """Return what the corpus.toml files say about the document *path*: the nearest file wins, in a file the last section.

    Raises ConfigError, naming file and key, for a section that cannot be used.
    """
    metadata = Metadata()
    for file in configuration_of(path, root):
        rel = path.relative_to(file.parent).as_posix()
        for section in reversed(_sections(file)):
            if section.glob.fullmatch(rel):
                metadata = metadata.over(section.metadata)
    return metadata


def check(path: Path, root: Path) -> None:
    """Raise ConfigError if a corpus.toml that bears on the document *path* is faulty."""
    for file in configuration_of(path, root):
        _sections(file)


def _sections(file: Path) -> tuple[_Section, ...]:
    try:
        status = file.stat()
        return _parse(file, status.st_mtime_ns, status.st_size)
    except OSError as exc:
        raise ConfigError(f"{file}: it cannot be read ({exc.strerror}); mend its permissions or remove it") from exc


@lru_cache(maxsize=64)
def _parse(file: Path, _changed: int, _size: int) -> tuple[_Section, ...]:
    return tuple(_section(file, glob, table) for glob, table in read_toml(file).items())


def read_toml(file: Path) -> dict[str, object]:
    """Return what stands in *file*. Raises ConfigError if it is no TOML or larger than anybody writes, OSError if it cannot be read."""
    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_TOML + 1)
        if len(content) > MAX_TOML:
            raise ConfigError(f"{file}: larger than {MAX_TOML // 1024**2} MB; remove what it need not say")
        return tomllib.loads(content.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise ConfigError(f"{file}: not valid TOML ({exc}); mend that line") from exc


def _section(file: Path, glob: str, table: object) -> _Section:
    if not isinstance(table, dict):
        raise ConfigError(f'{file}: key "{glob}" stands outside a section; put it under a path glob, such as ["*.txt"]')
    try:
        return _Section(re.compile(translate(glob)), from_mapping(table, strict=True))
    except MetadataError as exc:
        raise ConfigError(f'{file}: section ["{glob}"]: {exc}') from exc
