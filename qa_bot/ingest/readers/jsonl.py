"""One document a line: the layout of BEIR's corpus.jsonl, with publisher, date, URL and language where they are known."""

import json
from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from qa_bot.errors import UnreadableDocumentError
from qa_bot.ingest.decode import SAMPLE, decode, encoding_of, storable
from qa_bot.ingest.load import MAX_TEXT, load, opened
from qa_bot.ingest.metadata import MetadataError, from_mapping
from qa_bot.ingest.pieces import Draft, Metadata, Report, SourceFile
from qa_bot.ingest.plain import layout
from qa_bot.integers import whole

MAX_ID = 1_000  # characters; one that is an address with all its parameters has a few hundred
BAD = 3  # times as many lines must be right as are in no encoding
MAX_REPORTS = 5  # bad lines of a file that are reported one by one; the rest are counted


def read(file: SourceFile, report: Report) -> Iterator[Draft]:
    """Yield a document for each line; a line that cannot be used is reported as FILE:LINE with the reason, and the rest goes on.

    UnreadableDocumentError if no line can be used.
    """
    seen: set[str] = set()
    bad = 0
    name = file.rel
    for number, line in _lines(file):
        if not line.strip():
            continue
        try:
            yield _document(line, f"{name}#{number}", seen, partial(_report_line, report, f"{name}:{number}"))
        except _BadLineError as exc:
            bad += 1
            if bad <= MAX_REPORTS:
                report(f"{name}:{number}: {exc}")
    if not seen:
        raise UnreadableDocumentError(f'{name}: no line of it is a document; each needs at least {{"text": "..."}}')
    if bad > MAX_REPORTS:
        report(f"{name}: {bad - MAX_REPORTS} more lines that cannot be used; mend those above first")


class _BadLineError(ValueError):
    """A line that holds no document; the message says why."""


def _report_line(report: Report, line: str, reason: str) -> None:
    report(f"{line}: {reason}")


def _lines(file: SourceFile) -> Iterator[tuple[int, str]]:
    """Yield numbered lines. UTF-8, which nearly all are, is read line by line; other encodings are decoded whole."""
    name = file.rel
    try:
        with opened(file) as stream:
            sample = stream.read(SAMPLE)
            strict = False
            try:
                encoding = encoding_of(sample, name)
            except UnreadableDocumentError:
                if not (strict := _has_bad_lines(sample)):
                    raise
                encoding = "utf-8"
            if encoding not in ("utf-8", "utf-8-sig"):
                yield from enumerate(decode(load(file), name).split("\n"), 1)
                return
            stream.seek(0)
            for number, line in enumerate(iter(lambda: stream.readline(MAX_TEXT + 1), b""), 1):
                if len(line) > MAX_TEXT:
                    raise UnreadableDocumentError(
                        f"{name}:{number}: a line of more than {MAX_TEXT // 1024**2} MB; what stands below it is not read: split it"
                    )
                yield number, "\ufffd" if strict and not _is_utf8(line) else line.decode("utf-8", "replace").removeprefix("\ufeff")
    except OSError as exc:
        raise UnreadableDocumentError(
            f"{name}: {exc.strerror or 'it cannot be read'}; check that the file is there and may be read"
        ) from exc


def _has_bad_lines(sample: bytes) -> bool:
    """Return whether most lines of *sample* are objects in UTF-8, and a few are none: those are lost, and the others read."""
    lines = [line for line in sample.split(b"\n")[:-1] if line.strip()]
    bad = sum(not _is_utf8(line) for line in lines)
    told = sum(line.lstrip().startswith(b"{") and _is_utf8(line) for line in lines)
    return 0 < BAD * bad <= told and b"\0" not in sample


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _document(line: str, fallback_id: str, seen: set[str], report: Report) -> Draft:
    try:
        fields: object = json.loads(line, parse_int=whole)
    except ValueError as exc:
        raise _BadLineError(f"not valid JSON ({exc}); mend that line") from exc
    except RecursionError as exc:
        raise _BadLineError("nested too deeply to be read; simplify it") from exc
    if not isinstance(fields, dict):
        raise _BadLineError('no JSON object; write the line as {"_id": ..., "text": ...}')
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise _BadLineError('no "text", the one field that is required; add it')
    doc_id = _doc_id(fields.get("_id")) or fallback_id
    if len(doc_id) > MAX_ID:
        raise _BadLineError(f'"_id" is longer than {MAX_ID:,} characters; give it a shorter one')
    if doc_id in seen:
        raise _BadLineError(f'"_id" {doc_id!r} stands on an earlier line too; the earlier one is kept: give this one another')
    seen.add(doc_id)
    text = storable(text)
    pieces, found = layout(text)
    return Draft(doc_id, text, pieces, _metadata(fields, report), found)


def _doc_id(value: object) -> str | None:
    if isinstance(value, str | int) and not isinstance(value, bool):
        return " ".join(storable(str(value)).split()) or None
    return None


def _metadata(fields: dict[str, object], report: Report) -> Metadata:
    """Return what the line declares; a value that cannot be used is reported and left out."""
    known = {key: fields[key] for key in fields if key not in ("_id", "text")}
    try:
        return from_mapping(known)
    except MetadataError as exc:
        report(f"only its metadata: {exc}; its text is read")
        if known.pop("published", None) is not None or known.pop("date", None) is not None:
            with suppress(MetadataError):
                return from_mapping(known)
        return Metadata(title=" ".join(storable(title).split()) or None if isinstance(title := known.get("title"), str) else None)
