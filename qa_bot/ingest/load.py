"""A file's bytes, or the reason why there are none."""

from pathlib import Path

from qa_bot.errors import UnreadableDocumentError

MAX_TEXT = 64 * 1024 * 1024  # bytes of one text; a longer one is a corpus and belongs in a .jsonl file, which is read line by line


def load(path: Path, name: str) -> bytes:
    """Return the bytes of the file *path*; UnreadableDocumentError, naming it as *name*, if it cannot be read or is empty or too large."""
    try:
        if path.stat().st_size > MAX_TEXT:
            raise UnreadableDocumentError(f"{name}: larger than {MAX_TEXT // 1024**2} MB; split it, or write one document a line as .jsonl")
        data = path.read_bytes()
    except OSError as exc:
        raise UnreadableDocumentError(
            f"{name}: {exc.strerror or 'it cannot be read'}; check that the file is there and may be read"
        ) from exc
    if not data.strip():
        raise UnreadableDocumentError(f"{name}: the file is empty; remove it or put text into it")
    return data
