"""Packed files, opened with care: what unpacks to more than it may is refused, by what it declares and by what comes out."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from qa_bot.errors import UnreadableDocumentError
from qa_bot.ingest.disguise import disguised
from qa_bot.ingest.load import MAX_PACKED, opened
from qa_bot.ingest.pieces import SourceFile

MAX_ENTRIES = 20_000
MAX_ENTRY = 128 * 1024**2  # bytes of one
MAX_RATIO = 250  # text packs to a tenth, a table of zeros to a hundredth; bombs to a thousandth
FREE = 4 * 1024**2  # bytes that may unpack from however little
CHUNK = 256 * 1024
# No more is read than the size that is declared, so that a lie about it makes the sum of what was read wrong.
_UNLIKE = "is damaged, or its size is a lie: what it unpacks to is not what the archive says of it"
_TYPES = "[Content_Types].xml"  # in all files of Microsoft's programs, beside the part that one of them reads
_PARTS = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx", "xl/workbook.bin": ".xlsb", "ppt/presentation.xml": ".pptx"}
_TYPE = "mimetype"  # in all of OpenDocument, and in books
_LONGEST_TYPE = 200
_KINDS = {
    b"application/epub+zip": ".epub",
    b"application/vnd.oasis.opendocument.text": ".odt",
    b"application/vnd.oasis.opendocument.spreadsheet": ".ods",
    b"application/vnd.oasis.opendocument.presentation": ".odp",
}


class Archive:
    """The entries of a ZIP file."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._left = MAX_PACKED
        entries = archive.infolist()
        if len(entries) > MAX_ENTRIES:
            raise UnreadableDocumentError(f"{name}: it holds more than {MAX_ENTRIES:,} files; unpack it, and name the folder")
        declared = sum(entry.file_size for entry in entries)
        packed = sum(entry.compress_size for entry in entries)
        if declared > MAX_PACKED:
            raise self._too_large(_megabytes(MAX_PACKED))
        if declared > max(FREE, MAX_RATIO * packed):
            raise self._too_large(f"{MAX_RATIO} times its size")
        files = [entry for entry in entries if not entry.is_dir()]
        self.entries = {entry.filename: entry for entry in files}
        self.hidden = len(files) - len(self.entries)  # behind another one of the same name, which is newer

    def kind(self) -> str | None:
        """Return the suffix that such a file has, where it is one file of an office program or a book, and no archive of several files."""
        if _TYPES in self.entries:
            return next((suffix for part, suffix in _PARTS.items() if part in self.entries), None)
        if _TYPE in self.entries and self.entries[_TYPE].file_size <= _LONGEST_TYPE:
            with suppress(UnreadableDocumentError):
                return _KINDS.get(self.read(_TYPE).strip())
        return None

    def read(self, entry: str) -> bytes:
        """Return the bytes of *entry*, counted while they come out; UnreadableDocumentError, KeyError if there is none."""
        info = self.entries[entry]
        if info.flag_bits & 1:
            raise UnreadableDocumentError(f"{self._name}: {entry} is encrypted; unpack it with its password, and name the folder")
        of_its_size = max(FREE, MAX_RATIO * info.compress_size)
        most = min(MAX_ENTRY, self._left, of_its_size)
        parts: list[bytes] = []
        size = 0
        try:
            with self._archive.open(info) as stream:
                while chunk := stream.read(CHUNK):
                    size += len(chunk)
                    if size > most:
                        unpacked = MAX_PACKED if most == self._left else MAX_ENTRY
                        raise self._too_large(f"{MAX_RATIO} times its size" if most == of_its_size else _megabytes(unpacked))
                    parts.append(chunk)
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, NotImplementedError, ValueError, RuntimeError) as exc:
            reason = _UNLIKE if "CRC" in str(exc) else f"is damaged ({exc})"
            raise UnreadableDocumentError(f"{self._name}: {entry} {reason}; get it anew") from exc
        self._left -= size
        return b"".join(parts)

    def _too_large(self, size: str) -> UnreadableDocumentError:
        return UnreadableDocumentError(f"{self._name}: it unpacks to more than {size}; unpack it yourself if you trust it")


def _megabytes(size: int) -> str:
    return f"{size // 1024**2} MB"


@contextmanager
def archive(file: SourceFile) -> Iterator[Archive]:
    """Open the ZIP *file*; UnreadableDocumentError, naming it, if it is none or holds too much."""
    name = file.rel
    with opened(file) as stream:
        try:
            packed = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as exc:
            reason = disguised(file) or f"damaged, or no {file.path.suffix} file ({exc}); save it anew"
            raise UnreadableDocumentError(f"{name}: {reason}") from exc
        with packed:
            yield Archive(packed, name)
