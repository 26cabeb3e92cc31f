"""A file's bytes, or the reason why there are none."""

import os
from io import BufferedReader

from qa_bot.errors import UnreadableDocumentError
from qa_bot.ingest.pieces import SourceFile
from qa_bot.opening import LINK, NO_FILE, open_below

MAX_TEXT = 64 * 1024 * 1024  # bytes of one text; a longer one is a corpus and belongs in a .jsonl file, which is read line by line
MAX_PACKED = 512 * 1024**2  # bytes of a PDF, of an archive, and of all that it unpacks to
TEXT_TOO_LARGE = f"larger than {MAX_TEXT // 1024**2} MB; split it, or write one document a line as .jsonl"
PACKED_TOO_LARGE = f"larger than {MAX_PACKED // 1024**2} MB; split it"


def opened(file: SourceFile) -> BufferedReader:
    """Open *file*; UnreadableDocumentError, naming it, if it cannot be read or has become something else meanwhile."""
    try:
        return open_below(file.path, file.root)
    except OSError as exc:
        raise _unreadable(file.rel, exc) from exc


def load(file: SourceFile) -> bytes:
    """Return the bytes of *file*; UnreadableDocumentError, naming it, if it cannot be read or is empty or too large."""
    name = file.rel
    with opened(file) as stream:
        try:
            size = min(os.fstat(stream.fileno()).st_size, MAX_TEXT)  # room is made for all that is asked for, at each file
            data = stream.read(size + 1)
            if len(data) > size:  # it grew meanwhile
                data += stream.read(MAX_TEXT + 1 - len(data))
        except OSError as exc:
            raise _unreadable(name, exc) from exc
    if len(data) > MAX_TEXT:
        raise UnreadableDocumentError(f"{name}: {TEXT_TOO_LARGE}")
    if not data.strip():
        raise UnreadableDocumentError(f"{name}: the file is empty; remove it or put text into it")
    return data


def has_gap(file: SourceFile) -> bool:
    """Return whether more of *file* than a text may have was never written: a download that was broken off, or made to do harm.

    Its bytes are zeros that take no room, so that they may be more than anybody can read.
    """
    if not hasattr(os, "SEEK_HOLE"):
        return False
    try:
        with opened(file) as stream:
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
    if exc.errno == LINK:
        return UnreadableDocumentError(f"{name}: it has become a link, or lies behind one; put the file itself there")
    if exc.errno == NO_FILE:
        return UnreadableDocumentError(f"{name}: it is no longer a file; name the folder again")
    return UnreadableDocumentError(f"{name}: {exc.strerror or 'it cannot be read'}; check that the file is there and may be read")
