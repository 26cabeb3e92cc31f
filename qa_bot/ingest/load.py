"""A file's bytes, or the reason why there are none."""

import os
import stat
from io import BufferedReader
from pathlib import Path

from qa_bot.errors import UnreadableDocumentError

MAX_TEXT = 64 * 1024 * 1024  # bytes of one text; a longer one is a corpus and belongs in a .jsonl file, which is read line by line
MAX_PACKED = 512 * 1024**2  # bytes of a PDF, of an archive, and of all that it unpacks to
TEXT_TOO_LARGE = f"larger than {MAX_TEXT // 1024**2} MB; split it, or write one document a line as .jsonl"
PACKED_TOO_LARGE = f"larger than {MAX_PACKED // 1024**2} MB; split it"


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
        raise UnreadableDocumentError(f"{name}: {TEXT_TOO_LARGE}")
    if not data.strip():
        raise UnreadableDocumentError(f"{name}: the file is empty; remove it or put text into it")
    return data


def has_gap(path: Path) -> bool:
    """Return whether more of the file *path* than a text may have was never written: a download that was broken off, or made to do harm.

    Its bytes are zeros that take no room, so that they may be more than anybody can read.
    """
    if not hasattr(os, "SEEK_HOLE"):
        return False
    try:
        with opened(path, path.name) as stream:
            number, size, at = stream.fileno(), os.fstat(stream.fileno()).st_size, 0
            while (gap := os.lseek(number, at, os.SEEK_HOLE)) < size:
                at = _written_after(number, gap, size)
                if at - gap > MAX_TEXT:
                    return True
    except (OSError, UnreadableDocumentError):  # reading it as a document will say why
        return False
    return False


def _written_after(number: int, gap: int, size: int) -> int:
    try:
        return os.lseek(number, gap, os.SEEK_DATA)
    except OSError:  # nothing
        return size


def _unreadable(name: str, exc: OSError) -> UnreadableDocumentError:
    return UnreadableDocumentError(f"{name}: {exc.strerror or 'it cannot be read'}; check that the file is there and may be read")
