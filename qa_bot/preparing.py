"""Documents made ready for the index: cut into passages, their figures read, their terms counted. Several processes work on it, and what
a text does to one of them costs that text only."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from time import process_time
from typing import NamedTuple

from qa_bot.deadline import deadline
from qa_bot.figures.volumes import extract_all
from qa_bot.ingest import split
from qa_bot.processes import Lost, in_order
from qa_bot.retrieval.entry import Entry, prepare
from qa_bot.schema import Document, Figure, Passage, Synonyms
from qa_bot.text.lexicon import lexicons_with, using

logger = logging.getLogger(__name__)

BATCH = 16_000  # characters that a worker is given at a time: some 80 ms of work, so that no worker waits for long at the end
LONG = 64_000  # characters of a text that is not worked on in this process, where nothing limits what it does
MEMORY = 1024**3  # bytes that a worker may take beyond what it begins with: a text of 64 MB takes half of it
PATIENCE = 60.0  # seconds for the figures of a document, and more for a long one
SLOWEST = 20_000  # characters a second that are waited for: usual are 500,000, and no text that people wrote takes ten times as long
MOST = 600.0  # seconds for the figures of any document: one of 64 MB, the longest that is read, takes three minutes
_NO_FIGURES = "its figures could not be read"
_NO_TEXT = "nothing in it is taken for text that can be cited, but for menus, notices and the like; see: qa-bot show"


class Named(NamedTuple):
    """A document on its way into the index: the file it was read from, its id there, and under its id in the index itself."""

    file: str
    own_id: str
    document: Document


class Ready(NamedTuple):
    """A document ready for the index; *fault* says what is not in it."""

    file: str
    own_id: str
    entry: Entry
    fault: str | None


class Unready(NamedTuple):
    """A document that is not in the index, and why."""

    file: str
    reason: str


class Way(NamedTuple):
    """How documents are read: by how many processes, with which words of the corpus's own, how finely cut, and who is told of one that
    takes long."""

    workers: int
    synonyms: tuple[Synonyms, ...]
    passage_length: int
    slow: Callable[[str], None] | None = None


class _Work(NamedTuple):
    """Documents to prepare for the index, with their *figures* or, because of a *fault*, without."""

    documents: tuple[Named, ...]
    synonyms: tuple[Synonyms, ...]
    passage_length: int
    figures: bool = True
    fault: str = ""


def prepared(documents: Iterable[Named], way: Way) -> Iterator[Ready | Unready]:
    """Yield the documents ready for the index, in their order; what a text does to the process that works on it costs that text only."""
    if way.workers == 1:
        for named in documents:
            alone = len(named.document.text) >= LONG
            yield from _guarded([[named]], way) if alone else _prepare_all(_Work((named,), way.synonyms, way.passage_length))
        return
    yield from _guarded(_batches(documents), way)


def _guarded(batches: Iterable[Sequence[Named]], way: Way) -> Iterator[Ready | Unready]:
    """Yield the documents of *batches*, prepared in processes of their own. A batch that is lost is tried document by document,
    a document that is lost without its figures.
    """
    yield from _worked((_Work(tuple(batch), way.synonyms, way.passage_length) for batch in batches), way.workers, way.slow)


def _worked(works: "Iterable[_Work]", workers: int, slow: Callable[[str], None] | None) -> Iterator[Ready | Unready]:
    def tell(work: _Work) -> None:
        if slow:
            slow(work.documents[0].document.path)

    for found in in_order(works, _prepare_all, count=workers, memory=MEMORY, patience=_patience, slow=tell):
        if not isinstance(found, Lost):
            yield from found
        elif len(found.job.documents) > 1:
            yield from _worked((found.job._replace(documents=(named,)) for named in found.job.documents), 1, slow)
        elif found.job.figures:
            yield from _worked([found.job._replace(figures=False, fault=found.reason)], 1, slow)
        else:
            named = found.job.documents[0]
            yield Unready(named.file, f"{named.document.doc_id}: it could not be read ({found.reason}); split it, or remove it")


def _patience(work: "_Work") -> float:
    """Return how many seconds of the clock *work* may take: twice what its figures may take of the processor, which others use too."""
    return 2 * sum(_allowed(named.document) for named in work.documents)


def _allowed(document: Document) -> float:
    """Return how many seconds of the processor the figures of *document* may take."""
    return min(PATIENCE + len(document.text) / SLOWEST, MOST)


def _give_up_early(allowed: float) -> Callable[[float], None]:
    """Return what raises TimeoutError when the share of a text that is read says that all of it would take longer than *allowed*."""
    begun = process_time()

    def tell(share: float) -> None:
        if (used := process_time() - begun) > PATIENCE / 2 and used > allowed * share:
            raise TimeoutError(f"it would take more than {allowed:.0f} s")

    return tell


def _batches(documents: Iterable[Named]) -> Iterator[list[Named]]:
    batch: list[Named] = []
    length = 0
    for named in documents:
        if batch and len(named.document.text) >= LONG:  # alone, so that others are not worked on twice when it is lost
            yield batch
            batch, length = [], 0
        batch.append(named)
        length += len(named.document.text)
        if length >= BATCH:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def _prepare_all(work: "_Work") -> list[Ready]:
    with using(lexicons_with(work.synonyms)):
        return [_prepare(named, work) for named in work.documents]


def _prepare(named: Named, work: "_Work") -> Ready:
    passages = split(named.document, length=work.passage_length)
    figures, fault = _figures(named.document, passages) if work.figures else ([], _faulty(named.document, work.fault))
    if not passages:
        fault = f"{named.document.doc_id}: {_NO_TEXT} {named.document.doc_id}"
    return Ready(named.file, named.own_id, prepare(named.document, passages, figures), fault)


def _figures(document: Document, passages: Sequence[Passage]) -> tuple[list[Figure], str | None]:
    """Return the figures of *document*, or none and what went wrong."""
    allowed = _allowed(document)
    try:
        with deadline(allowed):
            return extract_all(document, passages, tell=_give_up_early(allowed)), None
    except TimeoutError as exc:  # no fault of a rule's: of such a text nothing more need be known
        return [], _faulty(document, str(exc))
    except Exception as exc:  # a rule that fails on one odd text must not cost a person the index of all the others
        logger.exception("figures of %s", document.doc_id)
        return [], _faulty(document, f"{type(exc).__name__}: {exc}")


def told_anew(reason: str) -> bool:
    """Return whether *reason* is found again whenever a document is prepared."""
    return _NO_FIGURES in reason or _NO_TEXT in reason


def _faulty(document: Document, reason: str) -> str:
    return f"{document.doc_id}: {_NO_FIGURES} ({reason}); its text can be asked about"
