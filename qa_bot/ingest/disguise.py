"""What a file is whose name says that it is something else, told by its first bytes."""

import codecs
import re
from pathlib import PurePath

from qa_bot.errors import UnreadableDocumentError
from qa_bot.ingest.load import opened
from qa_bot.ingest.pieces import SourceFile

SAMPLE = 1024  # bytes that are looked at
_PAGE = re.compile(rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_SIGNS = (  # with the names that such files rightly have
    (b"%PDF-", (".pdf",), "it is a PDF; let its name end in .pdf"),
    (b"PK\x03\x04", (".zip", ".docx"), "it is an archive or an office document; let its name end in .zip or .docx"),
    (b"\xd0\xcf\x11\xe0", (), "it is locked by a password, or of an old word processor; save it as .docx without a password"),
    (b"{\\rtf", (), "it is rich text; save it as .docx"),
)


def is_web_page(data: bytes) -> bool:
    """Return whether *data* opens as the source of a web page does."""
    return _PAGE.match(_opening(data)) is not None


def disguised(file: SourceFile) -> str | None:
    """Return what *file* is, of which the reader for its name could make nothing, and what to do; None if that is unknown."""
    try:
        with opened(file) as stream:
            data = stream.read(SAMPLE)
    except (OSError, UnreadableDocumentError):
        return None
    if not data:
        return "the file is empty; remove it or get it anew"
    if is_web_page(data):
        return "it is a web page; let its name end in .html"
    return told_by_sign(data, file.path)


def told_by_sign(data: bytes, path: PurePath) -> str | None:
    """Return what a file is that opens with *data*, and what to do, where its name *path* says that it is something else; None if that is
    unknown.

    >>> told_by_sign(b"%PDF-1.7", PurePath("a.txt"))
    'it is a PDF; let its name end in .pdf'
    """
    suffix = path.suffix.rstrip().lower()
    return next((advice for sign, names, advice in _SIGNS if _opening(data).startswith(sign) and suffix not in names), None)


def _opening(data: bytes) -> bytes:
    return data[:SAMPLE].removeprefix(codecs.BOM_UTF8).lstrip()
