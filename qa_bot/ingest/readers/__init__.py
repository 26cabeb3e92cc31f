"""The readers, by suffix: each takes a file's bytes apart into drafts. A new format is one module and one line here."""

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path, PurePath
from typing import cast

from qa_bot.ingest.load import MAX_PACKED, MAX_TEXT, PACKED_TOO_LARGE, TEXT_TOO_LARGE, has_gap
from qa_bot.ingest.pieces import Draft, Opening, Report, SourceFile

Reader = Callable[[SourceFile, Report], Iterator[Draft | Opening]]  # what its *rel* says is the id of a one-document file

_MODULES = {  # by name: a reader's libraries are imported when it is needed
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".csv": "delimited",
    ".tsv": "delimited",
    ".jsonl": "jsonl",
    ".zip": "zipped",
}
_PACKED = ("pdf", "docx", "zipped")
_BY_LINE = ("jsonl",)  # read line by line, and may have any length


def supports(path: Path) -> bool:
    """Return whether files of this suffix are read."""
    return suffix_of(path) in _MODULES


def suffix_of(path: PurePath) -> str:
    """Return the suffix of a name in lower case, without blanks that it ends with: "report.TXT " is a .txt file."""
    return path.suffix.rstrip().lower()


def too_large(file: SourceFile, size: int) -> str | None:
    """Return why *file*, of *size* bytes, is more than its reader takes, told without reading it; None if it is not."""
    module = _MODULES.get(suffix_of(file.path))
    if module in _PACKED:
        return PACKED_TOO_LARGE if size > MAX_PACKED else None
    if size <= MAX_TEXT:
        return None
    if module not in _BY_LINE:
        return TEXT_TOO_LARGE
    return f"more than {MAX_TEXT // 1024**2} MB of it were never written; copy it or get it anew" if has_gap(file) else None


def is_named_by_path(path: Path) -> bool:
    """Return whether the name of the file *path* says something about the documents in it: the title of a table without any."""
    return _MODULES.get(suffix_of(path)) == "delimited"


def formats() -> str:
    """Return the suffixes that are read, for messages: ".txt, .md, .jsonl"."""
    return ", ".join(_MODULES)


def unread(path: PurePath) -> str:
    """Return why files such as *path* are not read, and what to do: "a .xlsx file is not read; save each sheet as .csv"."""
    suffix = suffix_of(path)
    kind = f"a {suffix} file" if suffix else "a file without a suffix"
    return f"{kind} is not read; {_advice().get(suffix, f'if it holds text, save it as one of {formats()}')}"


def misnamed(suffix: str) -> str:
    """Return what a file is that should have *suffix*, and what to do: "a .xlsx file under another name; save each sheet as .csv"."""
    advice = f"let its name end in {suffix}" if suffix in _MODULES else _advice().get(suffix, f"save it as one of {formats()}")
    return f"a {suffix} file under another name; {advice}"


@cache
def _advice() -> dict[str, str]:
    with (Path(__file__).parents[1] / "data" / "formats.toml").open("rb") as stream:
        return {suffix: advice for advice, suffixes in tomllib.load(stream)["unread"].items() for suffix in suffixes}


def reader_of(path: Path) -> Reader:
    """Return the reader for *path*; KeyError if its suffix is not read."""
    return cast(Reader, import_module(f"{__name__}.{_MODULES[suffix_of(path)]}").read)
