"""What the index holds, a page at a time: its documents and its figures."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from qa_bot.rendering import wording
from qa_bot.rendering.listing import figures_as_csv
from qa_bot.retrieval import Index
from qa_bot.schema import Document, Figure
from qa_bot.telegram.face.answers import figure_line, shortened
from qa_bot.telegram.markup import escape, italic, link
from qa_bot.telegram.words import Speech

FIGURES = 8  # on a page
DOCUMENTS = 10
SHEET = 20_000  # figures in a file: some 8 MB
_FILTERS = ("counted", "action", "place", "claimant")


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
    """Return the figures of *page* that *words*, a year or what is counted, done or named, let through."""
    first = page * FIGURES
    found = list(islice(figures(index, words), first, first + FIGURES + 1))
    shown = found[:FIGURES]
    what = f": {shortened(words)}" if words else ""
    if not shown:
        return Page([speech.html("figures_none", what=what)], False)
    head = speech.html("figures", first=first + 1, last=first + len(shown), what=what)
    lines = [_figure_line(figure, index.document(figure.doc_id), speech) for figure in shown]
    return Page([head, *lines], len(found) > FIGURES)


def figures_sheet(index: Index, words: str) -> tuple[bytes, int]:
    """Return the same figures as a CSV file, and how many these are; at most `SHEET`."""
    found = list(islice(figures(index, words), SHEET))
    text = figures_as_csv((figure, index.document(figure.doc_id)) for figure in found)
    return text.encode("utf-8-sig"), len(found)  # the mark tells spreadsheets that it is UTF-8


def figures(index: Index, words: str) -> Iterator[Figure]:
    """Yield the figures that *words* let through, in the order of documents and text."""
    parts = words.split()
    year = next((int(part) for part in parts if part.isascii() and part.isdecimal() and len(part) == 4), None)
    rest = " ".join(part for part in parts if part != str(year))
    if not rest:
        yield from index.figures(year=year)
        return
    for name in _FILTERS:
        found = index.figures(year=year, **{name: rest})
        first = next(found, None)
        if first is not None:
            yield first
            yield from found
            return


def _document_line(document: Document, speech: Speech) -> str:
    language = speech.language
    name = shortened(document.title or document.path)
    date = wording.day(document.published, language) if document.published else wording.label("undated", language)
    rest = [escape(shortened(part)) for part in (document.publisher or "", date) if part]
    return "• " + " · ".join([link(name, document.url) if document.url else escape(name), *rest])


def _figure_line(figure: Figure, document: Document, speech: Speech) -> str:
    return f"• {figure_line(figure, speech.language)} — {italic(shortened(document.title or document.path, 80))}"
