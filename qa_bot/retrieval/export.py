"""All that an index holds, as lines for other programs."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

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
    """Write the lines of *index* to the file at *path*, which is there only when it is whole; return how many. Raises ConfigError."""
    part = path.with_name(f".{path.name}.part")
    try:
        written = 0
        with part.open("w", encoding="utf-8") as file:
            for line in lines(index):
                file.write(line + "\n")
                written += 1
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as exc:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise ConfigError(f"{path} cannot be written ({exc.strerror}): make room there or name another file") from exc
    return written


def _line(kind: str, record: Record) -> str:
    return f'{{"type":"{kind}",{record.model_dump_json()[1:]}'
