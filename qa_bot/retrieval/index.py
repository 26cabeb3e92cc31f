"""The index as the rest of the program sees it: one generation, opened to be read."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from weakref import finalize

from qa_bot.retrieval.engine import Engine, engine_class
from qa_bot.retrieval.generations import ENGINE, FORMAT, Manifest, check_files, check_versions, opened, release, synonyms_of
from qa_bot.retrieval.records import Records, StoredFile, StoredName
from qa_bot.retrieval.rescore import WEIGHTS, Row, Weights, features, order, read_question, term_weights
from qa_bot.retrieval.vocabulary import Vocabulary
from qa_bot.schema import Document, Figure, Hit, Passage, Query
from qa_bot.text.analysis import ANALYZER
from qa_bot.text.kept import kept
from qa_bot.text.lexicon import Lexicons, lexicons_with

CANDIDATES = 50  # that the engine picks; the gold passage of 98.9 % of the training questions is among them, of 99.1 % among 100
DOCUMENTS = 20  # that a result reaches, where the index has so many: evaluation measures recall at 20


def open_index(
    path: str | Path,
    *,
    engine: str | None = None,
    ingest: str | None = None,
    extractor: str | None = None,
    candidates: int = CANDIDATES,
    weights: Weights = WEIGHTS,
) -> "Index":
    """Return the live generation of the index at *path*, opened.

    *engine* stands in for the one that it was built for; it picks so many *candidates*, which *weights* put in order. *ingest* and
    *extractor* are the versions of those stages, from a caller who would not have an index that others made.
    Raises IndexNotBuiltError, IndexOutdatedError or IndexCorruptError, each with the command that mends it.
    """
    index = Path(path)
    generation, manifest, held = opened(index)
    try:
        check_versions(manifest, index, {"format": FORMAT, "analyzer": ANALYZER, "ingest": ingest, "extractor": extractor})
        check_files(generation, manifest)
        return Index(generation, manifest, engine=engine or manifest.engine, candidates=candidates, weights=weights, held=held)
    except BaseException:
        release(held)
        raise


class Index:
    """One generation. It answers `schema.Words`, too."""

    def __init__(
        self,
        generation: Path,
        manifest: Manifest,
        *,
        engine: str,
        candidates: int = CANDIDATES,
        weights: Weights = WEIGHTS,
        held: int | None = None,
    ) -> None:
        self.folder = generation
        self.manifest = manifest
        self._records = Records(generation)
        self._vocabulary = Vocabulary(self._records)
        self._engine_name = engine
        self._limit = candidates
        self._weights = weights
        self._release = finalize(self, release, held)  # last: until here the caller has the lock

    @kept
    def _engine(self) -> Engine:
        """Opened for the first question: listings and builds need none."""
        return engine_class(self._engine_name).open(self.folder / ENGINE, self._records.indexed)

    @kept
    def lexicons(self) -> Lexicons:
        """The lexicons that its documents were read with, and questions are to be."""
        return lexicons_with(synonyms_of(self.manifest.lexicons))

    @property
    def fingerprint(self) -> str:
        """The hash of everything that answers depend on."""
        return self.manifest.fingerprint

    def close(self) -> None:
        """Close the files; the index cannot be used afterwards."""
        self._records.close()
        self._release()

    # ------------------------------------------------------------ searching

    def search(self, query: Query, *, top_k: int = CANDIDATES, documents: int = DOCUMENTS) -> list[Hit]:
        """Return the *top_k* best passages for *query* with their figures, the best first.

        More than *top_k* when these are of fewer than *documents* documents: then the best passages of further ones follow in rank order,
        and, where too few match at all, the opening passages of others, in the order of their ids, with a score of 0.
        """
        within = self._records.within(query.docs, query.only)
        rows = self._candidates(term_weights(query), within, max(top_k, self._limit), documents)
        question = read_question(query, self._records.frequencies(list(term_weights(query))), self._records.statistics)
        ranked = order(question, rows, self._weights)
        reaching = _reaching(ranked, {row.ordinal: row.doc_id for row in rows}, top_k, documents)
        return self._hits(reaching + self._padding(rows, within, documents), {row.ordinal: row.body for row in rows})

    def weighed(self, query: Query, *, candidates: int) -> list[tuple[str, int, Weights]]:
        """Return doc_id, ordinal and features of so many candidates, as the engine ranks them: for those who look for other weights."""
        terms = term_weights(query)
        ordinals = self._engine.candidates(terms, limit=candidates, within=self._records.within(query.docs, query.only))
        question = read_question(query, self._records.frequencies(list(terms)), self._records.statistics)
        rows = {row.ordinal: row for row in self._records.candidates(ordinals)}
        return [(rows[ordinal].doc_id, ordinal, features(question, rows[ordinal])) for ordinal in ordinals]

    def _candidates(self, terms: Mapping[str, float], within: Sequence[range] | None, limit: int, documents: int) -> list[Row]:
        """Return the engine's candidates, and the best passage of each further document until *documents* are reached."""
        ordinals = self._engine.candidates(terms, limit=limit, within=within)
        rows = self._records.candidates(ordinals)
        reached = {row.doc_id for row in rows}
        if len(ordinals) < limit or len(reached) >= documents:
            return rows
        deeper = self._engine.candidates(terms, limit=limit * documents, within=within)
        further: dict[str, int] = {}
        for ordinal, doc_id in self._records.documents_of(deeper):
            if doc_id not in reached:
                further.setdefault(doc_id, ordinal)
        return rows + self._records.candidates(list(further.values())[: documents - len(reached)])

    def _padding(self, rows: Sequence[Row], within: Sequence[range] | None, documents: int) -> list[tuple[float, int]]:
        reached = {row.doc_id for row in rows}
        if len(reached) >= documents:
            return []
        everything = [range(1, self.manifest.passages + 1)]
        openings = self._records.openings(everything if within is None else within, documents + len(reached))
        others = [ordinal for ordinal, doc_id in self._records.documents_of(openings) if doc_id not in reached]
        return [(0.0, ordinal) for ordinal in others[: documents - len(reached)]]

    def _hits(self, ranked: Sequence[tuple[float, int]], bodies: Mapping[int, str]) -> list[Hit]:
        passages = self._records.passages([ordinal for _, ordinal in ranked])
        figures = self._records.figures_of([passage.passage_id for passage in passages])
        return [
            Hit(passage, figures[passage.passage_id], score, rank, bodies.get(ordinal, ""))
            for rank, ((score, ordinal), passage) in enumerate(zip(ranked, passages, strict=True), start=1)
        ]

    # ------------------------------------------------------------ looking up

    def document(self, doc_id: str) -> Document:
        """Return the document called *doc_id*; raise KeyError when there is none."""
        found = self._records.document(doc_id)
        if found is None:
            raise KeyError(doc_id)
        return found

    def documents(self) -> Iterator[Document]:
        """Yield all documents in the order of their ids."""
        return self._records.documents()

    def documents_of_file(self, path: str) -> Iterator[tuple[str, Document]]:
        """Yield the documents read from the file at *path*, each after its own id in that file."""
        return self._records.documents_of_file(path)

    def passages(self, passage_ids: Sequence[str]) -> tuple[Passage, ...]:
        """Return the passages called so, in the order asked, leaving out unknown ones."""
        return tuple(self._records.passages(self._records.ordinals(passage_ids)))

    def figure(self, figure_id: str) -> Figure | None:
        """Return the figure called *figure_id*, None if there is none."""
        return self._records.figure(figure_id)

    def figures_of(self, passage_ids: Sequence[str]) -> tuple[Figure, ...]:
        """Return the figures of these passages, in the order of the passages and then of the text."""
        found = self._records.figures_of(passage_ids)
        return tuple(figure for passage_id in dict.fromkeys(passage_ids) for figure in found.get(passage_id, ()))

    def figures(
        self,
        *,
        year: int | None = None,
        counted: str | None = None,
        action: str | None = None,
        place: str | None = None,
        doc: str | None = None,
        claimant: str | None = None,
    ) -> Iterator[Figure]:
        """Yield the figures that every filter given lets through, in the order of documents and text.

        *year* is one that the figure's period touches; *doc* is a doc_id or glob; *counted*, *action* and *claimant* are words that the
        slot holds, in any form, and *place* ones that place, actor or direction hold.
        """
        wanted = (
            (counted, ("counted", "unit")),
            (action, ("action",)),
            (place, ("place", "actor", "direction")),
            (claimant, ("claimant",)),
        )
        return self._records.figures(self.lexicons, year=year, doc=doc, words=[(words, columns) for words, columns in wanted if words])

    def about(self, words: str, *, year: int | None = None) -> list[int]:
        """Return the numbers of the figures of *year* of which all *words* are said, in whatever form: in their slots first, then in their
        sentences; each in the order of documents and text. Without *words* those of all."""
        return self._records.about(self.lexicons, words, year=year)

    def figures_at(self, numbers: Sequence[int]) -> list[Figure]:
        """Return the figures with these *numbers*, in the order asked."""
        return self._records.figures_at(numbers)

    def spread(self, most: int) -> Iterator[Figure]:
        """Yield at most *most* figures from all over the index, in the order of documents and text."""
        return self._records.spread(-(-self.manifest.figures // most))

    def figures_of_document(self, doc_id: str) -> Iterator[Figure]:
        """Yield the figures of the document called *doc_id*, in its order."""
        return self._records.figures_of_document(doc_id)

    def names(self, docs: Sequence[str]) -> list[StoredName]:
        """Return the names of the documents whose ids *docs* are or, as globs, fit."""
        return self._records.names(docs)

    def passages_of(self, doc_id: str) -> Iterator[Passage]:
        """Yield the passages of the document called *doc_id*, in its order."""
        return self._records.passages_of(doc_id)

    def files(self) -> Iterator[StoredFile]:
        """Yield the files that the index was made from, by absolute path."""
        return self._records.files()

    def has_file(self, path: str) -> bool:
        """Return whether the index was made from the file at *path*, among others."""
        return self._records.has_file(path)

    def skipped(self) -> tuple[tuple[str, str], ...]:
        """Return (path, reason) of every file, or part of one, that is not in the index, by path."""
        return self._records.skipped()

    # ------------------------------------------------------------ schema.Words

    def knows(self, word: str) -> bool:
        """Return whether the folded surface form *word* occurs in the corpus."""
        return self._vocabulary.knows(word)

    def near(self, word: str) -> tuple[str, ...]:
        """Return known surface forms within a typo's distance of *word*, the likeliest first."""
        return self._vocabulary.near(word)


def _reaching(ranked: Sequence[tuple[float, int]], doc_ids: Mapping[int, str], top_k: int, documents: int) -> list[tuple[float, int]]:
    """Return the first *top_k* of *ranked*, and of the rest the best passage of each further document until *documents* are reached."""
    kept = list(ranked[:top_k])
    reached = {doc_ids[ordinal] for _, ordinal in kept}
    for scored in ranked[top_k:]:
        if len(reached) >= documents:
            break
        if doc_ids[scored[1]] not in reached:
            reached.add(doc_ids[scored[1]])
            kept.append(scored)
    return kept
