"""The one place that builds objects from settings. Everything below takes what it needs as arguments and reads no setting."""

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from qa_bot.retrieval import Index, open_index
from qa_bot.retrieval.generations import CURRENT, current, known_roots
from qa_bot.retrieval.index import CANDIDATES
from qa_bot.retrieval.rescore import WEIGHTS, Weights
from qa_bot.schema import Answer, Figure, Filter, Progress, Turn
from qa_bot.settings import Settings, read_settings
from qa_bot.versions import EXTRACTOR, INGEST

if TYPE_CHECKING:  # each is imported by the function that needs it: a question needs no build, a listing neither
    from qa_bot.ask import Answerer, Explanation
    from qa_bot.build import BuildReport


class _Search(TypedDict):
    """How an index searches."""

    candidates: int
    weights: Weights


class LiveAnswerer:
    """An `Answerer` over whatever generation of the index is live when a question comes.

    Another process may write a new generation at any time; one question is answered, its history included, by one generation.
    """

    def __init__(
        self, folder: Path, *, top_k: int = CANDIDATES, candidates: int = CANDIDATES, weights: Weights = WEIGHTS, only: Filter | None = None
    ) -> None:
        self._folder = folder
        self._top_k = top_k
        self._only = only
        self._search: _Search = {"candidates": candidates, "weights": weights}
        self._stamp = _stamp(folder)
        self._generation, self._answerer = self._open()

    @property
    def index(self) -> Index:
        """The index of the live generation."""
        return self._latest().index

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        previous: Turn | None = None,
        as_of: date | None = None,
        docs: Sequence[str] = (),
        only: Filter | None = None,
    ) -> Answer:
        """Return the answer to *question*; *history* holds the earlier questions of the conversation, oldest first."""
        return self._latest().ask(question, history=history, previous=previous, as_of=as_of, docs=docs, only=only)

    def ask_turn(
        self,
        question: str,
        *,
        previous: Turn | None = None,
        as_of: date | None = None,
        docs: Sequence[str] = (),
        only: Filter | None = None,
    ) -> tuple[Answer, Turn]:
        """Return the answer, and the turn against which a follow-up is read."""
        return self._latest().ask_turn(question, previous=previous, as_of=as_of, docs=docs, only=only)

    def vary(self, turn: Turn, *, by: str) -> tuple[Answer, Turn] | None:
        """Return the answer to the question of *turn* asked for every "period", or every "actor", on file; None when that is not two."""
        return self._latest().vary(turn, by=by)

    def unabridged(self, question: str, turn: Turn) -> Answer:
        """Return the answer to *question*, which was read as in *turn*, with all the figures that fit."""
        return self._latest().unabridged(question, turn)

    def row(self, explained: "Explanation", *, by: str) -> tuple[Figure, ...]:
        """Return figures that `vary` would show, as far as the passages found already hold them."""
        return self._latest().row(explained, by=by)

    def explain(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        previous: Turn | None = None,
        as_of: date | None = None,
        docs: Sequence[str] = (),
        only: Filter | None = None,
    ) -> "Explanation":
        """Return the answer with all that led to it: the query, the hits, and every candidate with its fit."""
        return self._latest().explain(question, history=history, previous=previous, as_of=as_of, docs=docs, only=only)

    def _latest(self) -> "Answerer":
        stamp = _stamp(self._folder)
        if stamp != self._stamp:
            if current(self._folder) != self._generation:
                self._generation, self._answerer = self._open()
            self._stamp = stamp
        return self._answerer

    def _open(self) -> "tuple[Path, Answerer]":
        from qa_bot.ask import Answerer

        generation = current(self._folder)
        index = open_index(self._folder, ingest=INGEST, extractor=EXTRACTOR, **self._search)
        return generation, Answerer(index, top_k=self._top_k, only=self._only)


def _stamp(folder: Path) -> tuple[int, int] | None:
    """What changes whenever the file that names the live generation is replaced; asking for it is cheaper than reading it."""
    try:
        found = os.stat(folder / CURRENT)  # noqa: PTH116  # Path.stat takes twice as long
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def open_answerer(index: str | Path | None = None, **settings: object) -> LiveAnswerer:
    """Return what answers questions from *index*; other *settings* by name, as in qa_bot.toml.

    >>> answer = open_answerer("index").ask("How many extradition refusals in 2023?")  # doctest: +SKIP
    >>> answer.short, answer.citations[0].title  # doctest: +SKIP

    Raises ConfigError for a setting that cannot be used and RetrievalError for an index that cannot.
    """
    return answerer(read_settings({"index": None if index is None else str(index), **settings}))


def answerer(settings: Settings, *, top_k: int | None = None) -> LiveAnswerer:
    """Return what answers questions, as *settings* have it, from the *top_k* best passages."""
    return LiveAnswerer(
        Path(settings.index), top_k=settings.candidates if top_k is None else top_k, only=settings.only, **_search(settings)
    )


def pinned_answerer(settings: Settings, *, engine: str | None = None) -> "Answerer":
    """Return what answers from the generation that is live now, whatever is written meanwhile; *engine* stands in for the one built for."""
    from qa_bot.ask import Answerer

    return Answerer(_opened(settings, engine=engine), top_k=settings.candidates, only=settings.only)


def corpus(settings: Settings) -> Index:
    """Return the index, for those who list what it holds."""
    return _opened(settings)


def _opened(settings: Settings, *, engine: str | None = None) -> Index:
    return open_index(Path(settings.index), engine=engine, ingest=INGEST, extractor=EXTRACTOR, **_search(settings))


def _search(settings: Settings) -> _Search:
    return {"candidates": settings.candidates, "weights": WEIGHTS._replace(**settings.weights) if settings.weights else WEIGHTS}


def build_index(
    paths: Sequence[Path],
    settings: Settings,
    *,
    rebuild: bool = False,
    progress: Progress | None = None,
    finding: Callable[[int, str], None] | None = None,
) -> "BuildReport":
    """Read *paths* (none: those that the index was made from) into the index and return what changed."""
    from qa_bot.build import build

    return build(
        paths or known_roots(Path(settings.index)),
        index=Path(settings.index),
        engine=settings.engine,
        rebuild=rebuild,
        progress=progress,
        finding=finding,
        passage_length=settings.passage_length,
    )


def remove_documents(docs: Sequence[str], settings: Settings) -> "BuildReport":
    """Take the documents that *docs* fit, ids or globs, out of the index and return what changed."""
    from qa_bot.build import remove

    return remove(docs, index=Path(settings.index), passage_length=settings.passage_length)


def exported(settings: Settings) -> Iterator[str]:
    """Yield all that the index holds as lines of JSON."""
    from qa_bot.retrieval.export import lines

    return lines(_opened(settings))


def export_index(path: Path, settings: Settings) -> int:
    """Write all that the index holds to *path* as lines of JSON; return how many."""
    from qa_bot.retrieval.export import export

    return export(_opened(settings), path)
