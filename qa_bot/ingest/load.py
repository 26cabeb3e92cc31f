"""A file's bytes, or the reason why there are none."""

import os
import stat
from io import BufferedReader
from pathlib import Path

from qa_bot.errors import UnreadableDocumentError

MAX_TEXT = 64 * 1024 * 1024  # bytes of one text; a longer one is a corpus and belongs in a .jsonl file, which is read line by line


def opened(path: Path, name: str) -> BufferedReader:
    """Open the file *path*; UnreadableDocumentError, naming it as *name*, if it cannot be read or has become something else meanwhile."""
    try:
        stream = os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb")  # a pipe would let us wait for ever
    except OSError as exc:
        raise _unreadable(name, exc) from exc
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise UnreadableDocumentError(f"{name}: it is no longer a file; name the folder again")
    return stream


def load(path: Path, name: str) -> bytes:
    """Return the bytes of the file *path*; UnreadableDocumentError, naming it as *name*, if it cannot be read or is empty or too large."""
    with opened(path, name) as stream:
        try:
            data = stream.read(MAX_TEXT + 1)  # it may grow meanwhile
        except OSError as exc:
            raise _unreadable(name, exc) from exc
    if len(data) > MAX_TEXT:
        raise UnreadableDocumentError(f"{name}: larger than {MAX_TEXT // 1024**2} MB; split it, or write one document a line as .jsonl")
    if not data.strip():
        raise UnreadableDocumentError(f"{name}: the file is empty; remove it or put text into it")
    return data


def _unreadable(name: str, exc: OSError) -> UnreadableDocumentError:
    return UnreadableDocumentError(f"{name}: {exc.strerror or 'it cannot be read'}; check that the file is there and may be read")
