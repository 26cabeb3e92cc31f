"""Figures of small texts, read as the program reads a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_bot.figures import extract
from qa_bot.ingest import SourceFile, read, split, walk
from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


def _extracted(path: Path, text: str) -> list[Figure]:
    path.write_text(text, encoding="utf-8")
    files = [each for each in walk([path]) if isinstance(each, SourceFile)]
    documents = [document for file in files for document in read(file, report=lambda line: None)]
    return [figure for document in documents for figure in extract(document, split(document))]


@pytest.fixture
def figures_of(tmp_path: Path) -> FiguresOf:
    """Return the figures of a Markdown text, in the order of the text."""
    return lambda text: _extracted(tmp_path / "text.md", text)


@pytest.fixture
def figures_of_page(tmp_path: Path) -> FiguresOf:
    """Return the figures of a web page, in the order of its text."""
    return lambda text: _extracted(tmp_path / "page.html", text)
