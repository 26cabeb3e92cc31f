"""All that an index holds, as lines for other programs."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from qa_bot.errors import ConfigError
from qa_bot.retrieval.index import Index
from qa_bot.schema import Record


def lines(index: Index) -> Iterator[str]:
    """Yield a line of JSON for each document, after it one for each of its passages and then of its figures; "type" says which it is."""
    for document in index.documents():
        yield _line("document", document)
        for passage in index.passages_of(document.doc_id):
            yield _line("passage", passage)
        for figure in index.figures_of_document(document.doc_id):
            yield _line("figure", figure)


def export(index: Index, path: Path) -> int:
    """Write the lines of *index* to *path*, or to where a link of that name leads; return how many. Raises ConfigError.

    A file is there only when it is whole. A pipe or a device of characters, as /dev/stdout may be, is written into; nothing but a file is
    ever replaced.
    """
    try:
        kind = _kind(path)
        if stat.S_ISFIFO(kind) or stat.S_ISCHR(kind):
            with path.open("w", encoding="utf-8") as file:
                return _written(index, file)
        if kind != stat.S_IFREG:
            what = "a folder" if stat.S_ISDIR(kind) else "no file"
            raise ConfigError(f"{path} is {what}, and would be lost: name a file, or - for standard output")
        return _whole(index, Path(os.path.realpath(path)))
    except OSError as exc:
        raise ConfigError(f"{path} cannot be written ({exc.strerror}): make room there or name another file") from exc


def _kind(path: Path) -> int:
    """Return what *path*, or what a link of that name leads to, is; a file where there is nothing yet."""
    try:
        return stat.S_IFMT(path.stat().st_mode)
    except FileNotFoundError:
        return stat.S_IFREG


def _whole(index: Index, path: Path) -> int:
    """Write the file *path* in one piece: what stood there stays until the last line is on the disk."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        with part.open("x", encoding="utf-8") as file:
            written = _written(index, file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return written


def _written(index: Index, file: TextIO) -> int:
    written = 0
    for line in lines(index):
        file.write(line + "\n")
        written += 1
    return written


def _line(kind: str, record: Record) -> str:
    return f'{{"type":"{kind}",{record.model_dump_json()[1:]}'
