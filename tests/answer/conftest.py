"""Figures, questions and documents made by hand, so that each stage of an answer can be held on its own."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Claimant, Document, Figure, Hit, Kind, PartOf, Passage, Period, Query, Span, Terms


class Paper:
    """A document of one sentence a line, each line a passage, and the figures in it."""

    def __init__(self, *lines: str, doc_id: str = "report.md", language: str = "en") -> None:
        self.document = Document(doc_id=doc_id, path=doc_id, text="\n".join(lines), blocks=(), language=language, title="A report")
        self._starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
        self._lines = lines
        self._figures: list[Figure] = []

    def count(
        self,
        surface: str,
        *,
        terms: Terms | None = None,
        period: Period | None = None,
        claimant: str | None = None,
        part_of: Figure | None = None,
        value: str | None = None,
        **slots: object,
    ) -> Figure:
        """Add the figure whose *surface* stands first in the document and return it."""
        start = self.document.text.index(surface)
        line = max(at for at, first in enumerate(self._starts) if first <= start)
        figure = Figure(
            figure_id=f"{self.document.doc_id}:{start}",
            doc_id=self.document.doc_id,
            passage_id=f"{self.document.doc_id}#p{line}",
            span=Span(start=start, end=start + len(surface)),
            quote=self._span(line),
            surface=surface,
            value=Decimal(value or surface.replace(",", "")),
            terms=terms or Terms(),
            period=period,
            claimant=Claimant(name=claimant) if claimant else None,
            part_of=PartOf(figure_id=part_of.figure_id, value=part_of.value, counted=part_of.counted) if part_of else None,
            language=self.document.language,
            **slots,
        )
        self._figures.append(figure)
        return figure

    def _span(self, line: int) -> Span:
        return Span(start=self._starts[line], end=self._starts[line] + len(self._lines[line]))

    def hits(self, score: float = 5.0) -> list[Hit]:
        """Return every line as a hit with its figures."""
        found = []
        for at, line in enumerate(self._lines):
            span = self._span(at)
            passage = Passage(
                passage_id=f"{self.document.doc_id}#p{at}",
                doc_id=self.document.doc_id,
                span=span,
                text=line,
                sentences=(span,),
                ordinal=at,
            )
            figures = tuple(figure for figure in self._figures if figure.passage_id == passage.passage_id)
            found.append(Hit(passage=passage, figures=figures, score=score - 0.1 * at, rank=at + 1))
        return found


def year(number: int) -> Period:
    """The whole of a year."""
    return Period(start=date(number, 1, 1), end=date(number, 12, 31), surface=f"in {number}")


def month(number: int, at: int) -> Period:
    """A month of 30 days at most, which is enough to tell months apart."""
    return Period(start=date(number, at, 1), end=date(number, at, 28), surface=f"{at}/{number}")


def query(text: str = "How many?", **fields: object) -> Query:
    """A question of kind count unless *fields* say otherwise."""
    return Query(**{"text": text, "language": "en", "kind": Kind.COUNT, "terms": ("x",), **fields})


@pytest.fixture
def paper() -> Callable[..., Paper]:
    """Make a `Paper`."""
    return Paper


@pytest.fixture
def years() -> Callable[[int], Period]:
    """Make the period of a year."""
    return year


@pytest.fixture
def months() -> Callable[[int, int], Period]:
    """Make the period of a month."""
    return month


@pytest.fixture
def asked() -> Callable[..., Query]:
    """Make a question."""
    return query


@pytest.fixture(scope="module")
def answerer_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, str]], Answerer]:
    """Return what asks documents, which are given by their names."""

    def made(documents: Mapping[str, str]) -> Answerer:
        folder = tmp_path_factory.mktemp("documents")
        (folder / "docs").mkdir()
        for name, text in documents.items():
            (folder / "docs" / name).write_text(text, encoding="utf-8")
        build([folder / "docs"], index=folder / "index", workers=1)
        return Answerer(open_index(folder / "index"))

    return made
