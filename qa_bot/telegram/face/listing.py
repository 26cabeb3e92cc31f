"""What the index holds, a page at a time: its documents and its figures."""

from itertools import islice
from typing import NamedTuple

from qa_bot.answer.rows import named_by_cells
from qa_bot.rendering import wording
from qa_bot.rendering.listing import figures_as_csv
from qa_bot.retrieval import Index
from qa_bot.schema import Document, Figure
from qa_bot.telegram.face.answers import figure_line
from qa_bot.telegram.markup import escape, italic, link
from qa_bot.telegram.messages import shortened
from qa_bot.telegram.words import Speech

FIGURES = 8  # on a page
DOCUMENTS = 10
SHEET = 20_000  # figures in a file: some 8 MB


class Page(NamedTuple):
    blocks: list[str]
    more: bool  # whether another page follows


def documents_page(index: Index, page: int, speech: Speech) -> Page:
    """Return the documents of *page*, which counts from 0."""
    first = page * DOCUMENTS
    shown = list(islice(index.documents(), first, first + DOCUMENTS))
    if not shown:
        return Page([speech.html("sources_none")], False)
    total = index.manifest.documents
    head = speech.html("sources", first=first + 1, last=first + len(shown), total=total)
    return Page([head, *(_document_line(document, speech) for document in shown)], first + len(shown) < total)


def figures_page(index: Index, words: str, page: int, speech: Speech) -> Page:
    """Return the figures of *page* that *words* let through: a year, and words of their slots or sentences in whatever form."""
    first = page * FIGURES
    numbers = _found(index, words)
    shown = index.figures_at(numbers[first : first + FIGURES])
    what = f": {shortened(words)}" if words else ""
    if not shown:
        return Page([speech.html("figures_none", what=what)], False)
    head = speech.html("figures", first=first + 1, last=first + len(shown), total=len(numbers), what=what)
    lines = [_figure_line(figure, index.document(figure.doc_id), speech) for figure in shown]
    return Page([head, *lines], len(numbers) > first + FIGURES)


def figures_sheet(index: Index, words: str) -> tuple[bytes, int, int]:
    """Return the same figures as a CSV file, how many these are, at most `SHEET`, and of how many."""
    numbers = _found(index, words)
    found = index.figures_at(numbers[:SHEET])
    text = figures_as_csv((figure, index.document(figure.doc_id)) for figure in found)
    return text.encode("utf-8-sig"), len(found), len(numbers)  # the mark tells spreadsheets that it is UTF-8


def _found(index: Index, words: str) -> list[int]:
    parts = words.split()
    year = next((part for part in parts if part.isascii() and part.isdecimal() and len(part) == 4), None)
    rest = [part for part in parts if part != year and any(map(str.isalnum, part))]
    return index.about(" ".join(rest), year=int(year) if year else None)


def _document_line(document: Document, speech: Speech) -> str:
    language = speech.language
    name = shortened(document.title or document.path)
    date = wording.day(document.published, language) if document.published else wording.label("undated", language)
    rest = [escape(shortened(part)) for part in (document.publisher or "", date) if part]
    return "• " + " · ".join([link(name, document.url) if document.url else escape(name), *rest])


def _figure_line(figure: Figure, document: Document, speech: Speech) -> str:
    figure = named_by_cells(figure, document.text[figure.quote.start : figure.quote.end])
    return f"• {figure_line(figure, speech.language)} — {italic(shortened(document.title or document.path, 80))}"
