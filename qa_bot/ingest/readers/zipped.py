"""Archives (.zip): each file in them as if it lay in a folder of the archive's name. An archive in an archive is not opened."""

import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PurePosixPath
from stat import S_ISLNK
from zipfile import ZipInfo

from qa_bot.errors import IngestError, UnreadableDocumentError
from qa_bot.ingest.archive import archive
from qa_bot.ingest.pieces import Draft, Opening, Report, SourceFile
from qa_bot.ingest.readers import formats, misnamed, reader_of, suffix_of, supports, unread

MAX_NAME = 1_000  # characters with its folders; what the system lets a file have is four times that, and no person has seen it
MAX_REPORTS = 20  # files in an archive that are named as unread; the rest are counted
_HIDDEN = "hidden, as its name begins with a dot; rename it to have it read"
_MACOS = "__MACOSX"  # beside the files of an archive that macOS packed: for each what else the system knows of it
_LINK = "a symbolic link; put the file itself there"
_BOOK = ".epub"  # of pages, which may be such as are read
_UTF8 = 0x800  # the flag of an entry that its name is UTF-8


def read(file: SourceFile, report: Report) -> Iterator[Draft | Opening]:
    """Yield the documents in the archive *file*, called ARCHIVE/FILE, and before those of each file which one it is, so that one that kills
    its reader can be named. UnreadableDocumentError if no file in it can be read.
    """
    name = file.rel
    left: dict[str, None] = {}  # a folder that is hidden once, whatever it holds
    some = bool(file.after)
    with archive(file) as packed, tempfile.TemporaryDirectory(prefix="qa-bot-") as folder:
        kind = packed.kind()
        if kind and not (kind == _BOOK and any(supports(Path(entry)) for entry in packed.entries)):
            raise UnreadableDocumentError(f"{name}: it is {misnamed(kind)}")
        for entry, info in sorted(packed.entries.items()):
            if entry <= file.after:
                continue
            inner = _inner(info)
            if inner.endswith("/") or _is_of_macos(inner):
                continue
            if hidden := _hidden(inner):
                left.setdefault(f"{name}/{hidden[:MAX_NAME]}: {_HIDDEN}")
                continue
            if reason := _LINK if S_ISLNK(info.external_attr >> 16) else _why_not(inner):
                left.setdefault(f"{name}/{inner[:MAX_NAME]}: {reason}")
                continue
            place = Path(folder, f"file{suffix_of(PurePosixPath(inner))}")  # never under a name from the archive
            yield Opening(entry, f"{name}/{inner}")
            try:
                place.write_bytes(packed.read(entry))
                for draft in reader_of(place)(SourceFile(place, place, f"{name}/{inner}"), report):
                    some = True
                    yield draft
            except (IngestError, RecursionError) as exc:
                left.setdefault(str(exc) or f"{name}/{inner}: nested too deeply to be read; simplify it")
            finally:
                place.unlink(missing_ok=True)
        yield Opening()
        if packed.hidden:
            files, them = ("file in it has", "it") if packed.hidden == 1 else ("files in it have", "them")
            left.setdefault(f"{name}: {packed.hidden} {files} the name of a later one, which is read instead; rename {them}")
    told = [*islice(left, MAX_REPORTS)]
    if len(left) > MAX_REPORTS:
        told.append(f"{name}: {len(left) - MAX_REPORTS} more files in it that are not read; unpack it to see which")
    why = None if some else told.pop() if told else f"{name}: no file in it can be read; read are {formats()}"
    for line in told:
        report(line)
    if why:
        raise UnreadableDocumentError(why)


def _inner(info: ZipInfo) -> str:
    """Return the name of an entry, its folders set off as they are in all but those that a program for Windows wrote wrongly. Old programs
    wrote names in the code page of their system, which for Cyrillic was 866."""
    return _decoded(info).replace("\\", "/")


def _decoded(info: ZipInfo) -> str:
    if info.flag_bits & _UTF8 or info.filename.isascii():
        return info.filename
    try:
        raw = info.filename.encode("cp437")
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode("cp866")
    except UnicodeError:
        return info.filename


def _is_of_macos(inner: str) -> bool:
    """Return whether *inner* is what macOS notes of a file, which holds nothing that a person wrote."""
    parts = PurePosixPath(inner).parts
    return parts[:1] == (_MACOS,) and parts[-1].startswith("._")


def _hidden(inner: str) -> str | None:
    """Return the file *inner* up to the first of its names that begins with a dot, None if none does.

    >>> _hidden("a/.git/b.txt"), _hidden("../a.txt")
    ('a/.git', None)
    """
    parts = inner.split("/")
    at = next((at for at, part in enumerate(parts) if part.startswith(".") and part not in (".", "..")), None)
    return None if at is None else "/".join(parts[: at + 1])


def _why_not(inner: str) -> str | None:
    """Return why the file *inner* is not read, or None."""
    path = PurePosixPath(inner)
    if not inner.isprintable():
        return "its name cannot be printed; rename it"
    if len(inner) > MAX_NAME:
        return f"its name is longer than {MAX_NAME:,} characters; rename it"
    if suffix_of(path) == ".zip":
        return "an archive in an archive; unpack it, and name the folder"
    return None if supports(Path(inner)) else unread(path)
