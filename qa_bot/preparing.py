"""Documents made ready for the index: cut into passages, their figures read, their terms counted. Several processes work on it, and what
a text does to one of them costs that text only."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from time import process_time
from typing import NamedTuple

from qa_bot.deadline import deadline
from qa_bot.figures.volumes import extract_all
from qa_bot.ingest import passages_of, split
from qa_bot.processes import Claim, Lost, in_order, unlimit_memory
from qa_bot.retrieval.entry import Counted, Entry, PassageEntry, counted, prepare
from qa_bot.schema import Document, Passage, Synonyms
from qa_bot.text.lexicon import lexicons_with, using

logger = logging.getLogger(__name__)

BATCH = 16_000  # characters that a worker is given at a time: some 80 ms of work, so that no worker waits for long at the end
LONG = 64_000  # characters of a text that is not worked on in this process, where nothing limits what it does
MEMORY = 1024**3  # bytes that a worker may take beyond what it begins with: a text of 64 MB takes half of it
SHARED = 384 * 1024**2  # bytes of all workers together, for work that is given without more need of them
LEAST = 160 * 1024**2  # bytes of a worker's share: words and models that it loads, and remembers, take half of it
A_CHARACTER = 16  # bytes more for each character of a text, which takes twelve
PATIENCE = 20.0  # seconds of the processor for the figures of a document, and more for a long one
SLOWEST = 10_000  # characters a second that are waited for: usual are 500,000; a text full of figures has 30,000, short ones the half
MOST = 240.0  # seconds for the figures of any document: one of 64 MB, the longest that is read, takes three minutes
SURE = 10.0  # seconds after which the share of a text that is read tells how long all of it will take
REST = 20.0  # seconds for cutting a document and counting its terms: 64 MB, and the two together, take forty
A_MEGABYTE = 2.0  # seconds more for each
CROWD = 4  # times as long by the clock as by the processor, which others use too
_SPLIT = "split it, or write one document a line as .jsonl, to have them"
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


_Part = Sequence[PassageEntry | Ready]  # of what is handed over: passages are those of the first document behind them


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
    memory: int | None = None  # bytes beside those for its characters; all that a worker may take where it is alone


def prepared(documents: Iterable[Named], way: Way) -> Iterator[Ready | Unready]:
    """Yield the documents ready for the index, in their order; what a text does to the process that works on it costs that text only."""
    if way.workers == 1:
        for named in documents:
            alone = len(named.document.text) >= LONG
            yield from _guarded([[named]], way) if alone else _joined([*_prepare_all(_Work((named,), way.synonyms, way.passage_length))])
        return
    yield from _guarded(_batches(documents), way)


def _guarded(batches: Iterable[Sequence[Named]], way: Way) -> Iterator[Ready | Unready]:
    """Yield the documents of *batches*, prepared in processes of their own. A batch that is lost is tried document by document,
    a document that is lost without its figures; what may have lacked memory alone, with all of it, before.
    """
    share = max(SHARED // way.workers, LEAST) if way.workers > 1 else None
    works = (_Work(tuple(batch), way.synonyms, way.passage_length, memory=share) for batch in batches)
    yield from _worked(works, way.workers, way.slow)


def _worked(works: "Iterable[_Work]", workers: int, slow: Callable[[str], None] | None) -> Iterator[Ready | Unready]:
    def tell(work: _Work) -> None:
        if slow:
            slow(work.documents[0].document.path)

    for found in in_order(works, _prepare_all, count=workers, memory=MEMORY, claim=_claim, slow=tell):
        if not isinstance(found, Lost):
            yield from _joined(found)
        elif len(found.job.documents) > 1:
            yield from _worked((found.job._replace(documents=(named,), memory=None) for named in found.job.documents), 1, slow)
        elif found.short:
            yield from _worked([found.job._replace(memory=None)], 1, slow)
        elif found.job.figures:
            yield from _worked([found.job._replace(figures=False, fault=found.reason)], 1, slow)
        else:
            named = found.job.documents[0]
            yield Unready(named.file, f"{named.document.doc_id}: it could not be read ({found.reason}); split it, or remove it")


def _claim(work: "_Work") -> Claim:
    """Return what *work* may take."""
    size = sum(len(named.document.text) for named in work.documents)
    processor = REST + A_MEGABYTE * size / 1e6
    if work.figures:
        processor += sum(_allowed(named.document) for named in work.documents)
    return Claim(processor, CROWD * processor, size, None if work.memory is None else work.memory + A_CHARACTER * size)


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


def _prepare_all(work: "_Work") -> Iterator[_Part]:
    """Yield the documents, at once where they are short, a long one behind its passages."""
    ready: list[Ready] = []
    with using(lexicons_with(work.synonyms)):
        for named in work.documents:
            for part in _prepare(named, work):
                if isinstance(part, Ready):
                    ready.append(part)
                    continue
                if ready:
                    yield ready
                    ready = []
                yield part
    yield ready


def _joined(parts: Iterable[_Part]) -> Iterator[Ready]:
    """Yield the documents of *parts*, each with all its passages."""
    before: list[PassageEntry] = []
    for each in chain.from_iterable(parts):
        if isinstance(each, PassageEntry):
            before.append(each)
            continue
        yield each._replace(entry=each.entry._replace(passages=(*before, *each.entry.passages))) if before else each
        before = []


def _prepare(named: Named, work: "_Work") -> Iterator[list[PassageEntry] | Ready]:
    cut = _cut(named.document, work.passage_length)
    figures, fault = _figures(named.document, cut()) if work.figures else ([], _faulty(named.document, f"{work.fault}: {_SPLIT}"))
    if next(iter(cut()), None) is None:
        fault = f"{named.document.doc_id}: {_NO_TEXT} {named.document.doc_id}"
    for part in prepare(named.document, cut(), figures):
        yield Ready(named.file, named.own_id, part, fault) if isinstance(part, Entry) else part


def _cut(document: Document, length: int) -> Callable[[], Iterable[Passage]]:
    """Return what gives the passages of *document* as often as it is called; those of a long one are cut anew each time, and not held."""
    if len(document.text) >= LONG:
        return partial(passages_of, document, length=length)
    passages = split(document, length=length)
    return lambda: passages


def _figures(document: Document, passages: Iterable[Passage]) -> tuple[list[Counted], str | None]:
    """Return what the index holds of the figures of *document*, or of none and what went wrong."""
    allowed = _allowed(document)
    try:
        with deadline(allowed):
            try:
                return [counted(figure) for figure in extract_all(document, passages, tell=_give_up_early(allowed))], None
            except MemoryError:
                unlimit_memory()
                raise
    except MemoryError:  # who gave the memory tells it
        raise
    except TimeoutError as exc:  # no fault of a rule's: of such a text nothing more need be known
        return [], _faulty(document, f"{exc}: {_SPLIT}")
    except Exception as exc:  # a rule that fails on one odd text must not cost a person the index of all the others
        logger.exception("figures of %s", document.doc_id)
        return [], _faulty(document, f"{type(exc).__name__}: {exc}")


def told_anew(reason: str) -> bool:
    """Return whether *reason* is found again whenever a document is prepared."""
    return _NO_FIGURES in reason or _NO_TEXT in reason


def _faulty(document: Document, reason: str) -> str:
    return f"{document.doc_id}: {_NO_FIGURES} ({reason}); its text can be asked about"
