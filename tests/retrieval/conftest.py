"""Small documents made by hand, and an index of them, without reading files or looking for figures."""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from qa_bot.retrieval import Index, Versions, open_index
from qa_bot.retrieval.draft import Draft
from qa_bot.retrieval.engine import GROUP
from qa_bot.retrieval.entry import counted, prepare
from qa_bot.retrieval.publish import writing
from qa_bot.retrieval.records import StoredFile
from qa_bot.schema import Block, BlockKind, Document, Figure, Kind, Passage, Query, Span
from qa_bot.text.analysis import ANALYZER, query_terms

VERSIONS = Versions(ingest="test", analyzer=ANALYZER, extractor="test")


class Made:
    """A document of paragraphs, each a passage; a sentence ends at ". "."""

    def __init__(self, doc_id: str, paragraphs: Sequence[str], *, title: str | None = None, language: str = "en") -> None:
        text = "\n\n".join(paragraphs)
        passages, start = [], 0
        for number, paragraph in enumerate(paragraphs):
            span = Span(start=start, end=start + len(paragraph))
            passages.append(
                Passage(
                    passage_id=f"{doc_id}#p{number}",
                    doc_id=doc_id,
                    span=span,
                    text=paragraph,
                    ordinal=number,
                    sentences=_sentences(paragraph, start),
                )
            )
            start = span.end + 2
        blocks = tuple(Block(kind=BlockKind.PARAGRAPH, span=passage.span) for passage in passages)
        self.document = Document(doc_id=doc_id, path=doc_id, text=text, blocks=blocks, title=title, language=language)
        self.passages = tuple(passages)
        self.figures: list[Figure] = []

    def count(self, surface: str, **slots: object) -> "Made":
        """Add a figure where *surface* first stands."""
        start = self.document.text.index(surface)
        span = Span(start=start, end=start + len(surface))
        passage = next(passage for passage in self.passages if passage.span.start <= start < passage.span.end)
        quote = next(sentence for sentence in passage.sentences if sentence.start <= start < sentence.end)
        self.figures.append(
            Figure(
                figure_id=f"{self.document.doc_id}:{start}",
                doc_id=self.document.doc_id,
                passage_id=passage.passage_id,
                span=span,
                quote=quote,
                surface=surface,
                value=Decimal(surface),
                **slots,
            )
        )
        return self


def _sentences(paragraph: str, start: int) -> tuple[Span, ...]:
    spans, at = [], 0
    for part in paragraph.split(". "):
        end = min(at + len(part) + 1, len(paragraph))
        spans.append(Span(start=start + at, end=start + end))
        at += len(part) + 2
    return tuple(spans)


def write(folder: Path, documents: Sequence[Made], *, engine: str = "tantivy") -> Path:
    """Publish a generation that holds *documents*, one for each file."""
    with writing(folder), Draft(folder, previous=None) as draft:
        for made in documents:
            path = f"/corpus/{made.document.doc_id}"
            draft.add_file(StoredFile(path, "/corpus", made.document.doc_id, made.document.text))
            (entry,) = prepare(made.document, made.passages, [*map(counted, made.figures)])
            draft.add(entry, own_id=made.document.doc_id, file=path)
        draft.publish(engine=engine, versions=VERSIONS, roots=["/corpus"])
    return folder


@pytest.fixture
def made() -> type[Made]:
    return Made


@pytest.fixture
def write_index() -> Callable[..., Path]:
    return write


@pytest.fixture
def index_of(tmp_path: Path) -> Callable[..., Index]:
    """Return a function that gives an index of documents; a text stands for a document of this one paragraph, called by its place."""
    numbers = iter(range(100))

    def index_of(*documents: Made | str, engine: str = "tantivy") -> Index:
        given = [Made(f"{number:02}.txt", [each]) if isinstance(each, str) else each for number, each in enumerate(documents)]
        return open_index(write(tmp_path / f"index-{next(numbers)}", given, engine=engine))

    return index_of


@pytest.fixture
def ask() -> Callable[..., Query]:
    """Return a function that makes a query of a question's words, without understanding it."""

    def ask(
        text: str, *, kind: Kind = Kind.WHAT, language: str = "en", expansions: tuple[str, ...] = (), docs: tuple[str, ...] = ()
    ) -> Query:
        terms = tuple(query_terms(text))
        return Query(text=text, language=language, kind=kind, terms=terms, expansions=expansions, docs=docs)

    return ask


@pytest.fixture(scope="session", autouse=True)
def third_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Install what an installed package with an engine is to Python, and yield the engine's name."""
    folder = tmp_path_factory.mktemp("installed")
    shutil.copy(Path(__file__).parent / "toy_engine.py", folder)
    (folder / "toy_engine-1.0.dist-info").mkdir()
    (folder / "toy_engine-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: toy-engine\nVersion: 1.0\n")
    (folder / "toy_engine-1.0.dist-info" / "entry_points.txt").write_text(f"[{GROUP}]\ntoy = toy_engine:ToyEngine\n")
    sys.path.append(str(folder))
    yield "toy"
    sys.path.remove(str(folder))
