"""Plain text."""

from collections.abc import Iterator
from pathlib import Path

from qa_bot.ingest.decode import decode, storable
from qa_bot.ingest.load import load
from qa_bot.ingest.pieces import Draft, Report
from qa_bot.ingest.plain import layout


def read(path: Path, name: str, report: Report) -> Iterator[Draft]:
    """Yield the one document in the plain text file *path*."""
    text = storable(decode(load(path, name), name))
    pieces, found = layout(text)
    yield Draft(name, text, pieces, found=found)
