"""From folders to an index: read -> split -> extract -> write a generation -> publish it."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from itertools import tee
from pathlib import Path
from time import perf_counter

from qa_bot.errors import ConfigError, IndexNotBuiltError, IngestError
from qa_bot.ingest import (
    CUT,
    Readers,
    SourceFile,
    Unused,
    bearing_on,
    is_configuration,
    is_named_by_path,
    lexicons_of,
    read_synonyms,
    walk,
)
from qa_bot.preparing import Named, Unready, Way, prepared, told_anew
from qa_bot.retrieval import DEFAULT_ENGINE, Index, Manifest, Versions, open_index
from qa_bot.retrieval.differences import FigureChange
from qa_bot.retrieval.draft import Changes, Draft
from qa_bot.retrieval.engine import engine_class
from qa_bot.retrieval.generations import LeftOut, synonyms_of, verify
from qa_bot.retrieval.plan import Found, Plan, Planned, Renamed, Unfit, make_plan
from qa_bot.retrieval.publish import writing
from qa_bot.retrieval.records import StoredFile
from qa_bot.schema import Document, Progress, Record, Synonyms
from qa_bot.text.analysis import ANALYZER
from qa_bot.versions import EXTRACTOR, INGEST, stamped

VERSIONS = Versions(ingest=stamped(INGEST), analyzer=ANALYZER, extractor=stamped(EXTRACTOR))

_ENDED = "(SIGKILL)"  # what a system that has no memory left, or a person, does to a process: the file need not be at fault
SERIAL = 300_000  # bytes up to which no worker is started: starting them costs as long as reading so much


class BuildReport(Record):
    """What a build did. Added, changed, removed and unchanged are documents, against the generation before."""

    generation: str
    fingerprint: str
    documents: int
    passages: int
    figures: int
    added: int
    changed: int
    removed: int
    unchanged: int
    taken_up: int  # of these, ready before by a build that was ended before its time
    renamed: tuple[tuple[str, str], ...]  # files, as they were called and as they are; their documents are not read again
    figures_changed: tuple[FigureChange, ...]  # in documents that were there before
    skipped: tuple[tuple[str, str], ...]  # (path, reason) of all that is not in the index
    seconds: float

    def misconfigured(self) -> list[tuple[str, str]]:
        """Return of what was skipped what is said of documents: a corpus.toml or lexicon.toml that cannot be used."""
        return [(path, reason) for path, reason in self.skipped if is_configuration(Path(path))]


def build(
    paths: Sequence[str | Path],
    *,
    index: str | Path,
    engine: str = DEFAULT_ENGINE,
    rebuild: bool = False,
    progress: Progress | None = None,
    finding: Callable[[int, str], None] | None = None,
    workers: int | None = None,
    passage_length: int = CUT,
) -> BuildReport:
    """Bring *paths* into the index, publish the new generation and return what was done.

    Unchanged documents are carried over unread, what is gone from a named folder is removed, and other roots stay; *rebuild* forgets all
    that there was. What such a build that was ended before its time had made ready is taken up. When nothing has changed, the live
    generation stays. *workers* processes parse, one for each processor if None; the index is the same by however many, and whatever was
    there before. Long passages are cut into parts of about *passage_length* characters. *progress* counts bytes,
    and *finding*, before, is told how many files were looked at and the name of the last one.

    Raises IngestError for a path that is missing, or has nothing to use and never had, IndexOutdatedError when another version built
    what is there, ConfigError for a folder that is no index, RetrievalError while another process is writing.
    """
    started, index = perf_counter(), Path(index)
    named = [_absolute(path) for path in paths]
    engine_class(engine)
    with writing(index):
        versions = _versions(passage_length)
        old = None if rebuild else _live(index, versions)
        with closing(_plan(named, _absolute(index), old, finding)) as plan:
            if old:
                verify(index)
                _bring_back(plan, old)
            if old and plan.changes_nothing(old, engine):
                return _report(old.manifest, Changes(0, 0, 0, old.manifest.documents), index, started)
            synonyms = synonyms_of(plan.lexicons)
            with Draft(
                index, previous=old.folder if old else None, basis=_basis(versions, synonyms, rebuild=rebuild), alike=not plan.renew
            ) as draft:
                draft.leave_out(_still_out(plan, old))
                draft.keep(file.path for file in plan.kept())
                for path, reason in plan.skipped():
                    draft.skip(path, reason)
                way = Way(workers or _workers(plan), synonyms, passage_length)
                if old and plan.renew:
                    _renew(draft, old, plan, way)
                moved = _move(draft, old, plan, way) if old else 0
                _add(draft, plan.read(), way, _Far(progress, plan.size()))
                _settle_names(draft, way)
                _refuse_unusable(draft, plan, old)
                manifest, changes = draft.publish(engine=engine, versions=versions, roots=plan.roots, lexicons=plan.lexicons)
            moved += sum(1 for each in plan.recalled() for _ in old.documents_of_file(each.before.path)) if old else 0
            changes = changes._replace(added=changes.added - moved, removed=changes.removed - moved)  # they only got another name
            return _report(manifest, changes, index, started, (*plan.renamed(), *plan.recalled()))


def remove(docs: Sequence[str], *, index: str | Path, passage_length: int = CUT) -> BuildReport:
    """Take the documents with these ids, or globs of them, out of the index, publish it and return what was done.

    They stay out when their files are read again, until one of these is named itself, or all is rebuilt. Raises IngestError when an id
    or a glob fits none, and otherwise as `build` does.
    """
    started, index = perf_counter(), Path(index)
    with writing(index):
        versions = _versions(passage_length)
        old = open_index(index, ingest=versions.ingest, extractor=versions.extractor)
        verify(index)
        names = {doc: old.names([doc]) for doc in docs}
        for doc, found in names.items():
            if not found:
                raise IngestError(f"no document has an id that fits {doc}; see: qa-bot sources")
        gone = {name.doc_id: name for found in names.values() for name in found}
        made = old.manifest
        with Draft(index, previous=old.folder) as draft:
            draft.leave_out((*made.left_out, *(LeftOut(file=name.file, own_id=name.own_id) for name in gone.values())))
            draft.keep(file.path for file in old.files())
            for path, reason in old.skipped():
                if not old.has_file(path):
                    draft.skip(path, reason)
            for name in gone.values():
                draft.skip(name.file, _left_out(name.own_id))
            _settle_names(draft, Way(1, synonyms_of(made.lexicons), passage_length))
            manifest, changes = draft.publish(engine=made.engine, versions=made.versions, roots=made.roots, lexicons=made.lexicons)
    return _report(manifest, changes, index, started)


def _left_out(own_id: str) -> str:
    return f"{own_id} was removed by `qa-bot index --remove`; naming this file brings it back"


def _bring_back(plan: Plan, old: Index) -> None:
    """Have *plan* read the named files of which documents were taken out, and those whose reading somebody ended from outside."""
    for path, reason in old.skipped():
        if _ENDED in reason:
            plan.read_again(path)
    for each in old.manifest.left_out:
        if each.file in plan.named:
            plan.read_again(each.file)


def _still_out(plan: Plan, old: Index | None) -> list[LeftOut]:
    return [each for each in old.manifest.left_out if each.file not in plan.named and plan.holds(each.file)] if old else []


def pending(index: str | Path) -> Plan:
    """Return what building all paths of *index* again would read and remove. Raises as `build` does."""
    old = open_index(index)
    return _plan([Path(root) for root in old.manifest.roots], _absolute(index), old)


def _absolute(path: str | Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100  # a symbolic link stays the name that was given


def _plan(named: Sequence[Path], index: Path, old: Index | None, finding: Callable[[int, str], None] | None = None) -> Plan:
    """Return what is to be read below *named*; the index itself, where it lies there, is not."""

    def found() -> Iterator[Found | Unfit]:
        all_found = walk(named, may_be_empty=lambda folder: _was_read(old, folder))
        for number, each in enumerate((each for each in all_found if index not in (each.path, *each.path.parents)), 1):
            yield Found(each.root, each.path, each.rel) if isinstance(each, SourceFile) else Unfit(each.path, each.reason)
            if finding:
                finding(number, each.path.name)

    return make_plan(
        found(),
        named=named,
        old=old,
        configuration=bearing_on,
        lexicons=lexicons_of,
        synonyms=_usable_synonyms,
        named_by_path=is_named_by_path,
    )


def _usable_synonyms(file: Path, root: Path) -> tuple[Synonyms, ...]:
    """Return what *file* lists; nothing where it cannot be used, of which `walk` tells."""
    try:
        return read_synonyms(file, root)
    except ConfigError:
        return ()


def _versions(passage_length: int) -> Versions:
    """Return what makes the records; passages of another length than usual are another version's."""
    ingest = VERSIONS.ingest if passage_length == CUT else f"{VERSIONS.ingest}.passages-of-{passage_length}"
    return VERSIONS.model_copy(update={"ingest": ingest})


def _basis(versions: Versions, synonyms: Sequence[Synonyms], *, rebuild: bool) -> str:
    """Return a hash of all that decides what is made of a document, beside what was read of it; a rebuild goes on only with a rebuild."""
    return sha256("\0".join((str(rebuild), *(each.model_dump_json() for each in (versions, *synonyms)))).encode()).hexdigest()


def _live(index: Path, versions: Versions) -> Index | None:
    try:
        return open_index(index, ingest=versions.ingest, extractor=versions.extractor)
    except IndexNotBuiltError:
        return None


def _renew(draft: Draft, old: Index, plan: Plan, way: Way) -> None:
    """Read the figures again in the documents that *plan* carries over, as they are stored: their words have got other meanings."""

    def stored() -> Iterator[Named]:
        for file in plan.kept():
            draft.add_file(file)
            for own_id, document in old.documents_of_file(file.path):
                yield Named(file.path, own_id, document)

    _add_all(draft, stored(), way)
    for path, reason in old.skipped():
        if plan.keeps(path) and not told_anew(reason):
            draft.skip(path, reason)


def _move(draft: Draft, old: Index, plan: Plan, way: Way) -> int:
    """Take the documents of files that only got another name as they are stored; their figures carry their ids, and are found anew.

    Return how many of the documents got another name by it.
    """
    count = 0

    def stored() -> Iterator[Named]:
        nonlocal count
        for each in plan.renamed():
            draft.add_file(each.now)
            for own_id, document in old.documents_of_file(each.before.path):
                moved = _moved(own_id, each)
                count += moved != own_id
                yield Named(each.now.path, moved, document.model_copy(update={"doc_id": moved, "path": each.now.rel}))

    _add_all(draft, stored(), way)
    reasons: dict[str, list[str]] = {}
    for path, reason in old.skipped():
        if not told_anew(reason):
            reasons.setdefault(path, []).append(reason)
    for each in plan.renamed() if reasons else ():
        for reason in reasons.get(each.before.path, ()):
            draft.skip(each.now.path, reason.replace(each.before.rel, each.now.rel))
    return count


def _moved(own_id: str, renamed: Renamed) -> str:
    """Return what a document is called whose file is *renamed*: most are called as their file is, those of an archive ARCHIVE/FILE."""
    before, now = renamed.before.rel, renamed.now.rel
    return now + own_id[len(before) :] if own_id == before or own_id.startswith((f"{before}/", f"{before}#")) else own_id


class _Far:
    """How far the reading has come, in bytes, as it is told to *progress*."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def read(self, done: int, name: str) -> None:
        """Tell that *done* are read, up to or in the file *name*."""
        self._done = done
        self.at(name)

    def at(self, name: str) -> None:
        """Tell that all waits for the file *name*."""
        if self._progress:
            self._progress(done=self._done, total=self._total, name=name)


def _add(draft: Draft, files: Iterable[Planned], way: Way, far: _Far) -> None:
    """Read the files and add their documents."""
    way = way._replace(slow=far.at)
    with Readers(way.workers, slow=far.at) as readers:
        _add_all(draft, _documents(draft, files, readers, far), way)


def _add_all(draft: Draft, documents: Iterable[Named], way: Way) -> None:
    for ready in prepared(documents, way):
        if isinstance(ready, Unready):
            draft.skip(ready.file, ready.reason)
            continue
        draft.add(ready.entry, own_id=ready.own_id, file=ready.file)
        if ready.fault:
            draft.skip(ready.file, ready.fault)


def _documents(draft: Draft, files: Iterable[Planned], readers: Readers, far: _Far) -> Iterator[Named]:
    """Yield the documents in the files; a file that cannot be used, or the part of it, is noted in the draft as skipped."""
    files, ahead = tee(files)  # no further than readers are told of files
    contents = readers.read(SourceFile(Path(file.root), Path(file.path), file.rel) for file, *_ in ahead)
    done = 0
    for (file, size, _), (_, content) in zip(files, contents, strict=True):
        draft.add_file(file)
        for length, document in _read(draft, file, content):
            if draft.leaves_out(file.path, document.doc_id):
                draft.skip(file.path, _left_out(document.doc_id))
                continue
            named = document.model_copy(update={"doc_id": draft.name(file.path, document.doc_id)})
            if not draft.add_again(named, own_id=document.doc_id, file=file.path):
                yield Named(file.path, document.doc_id, named)
            far.read(done + min(length, size), file.rel)
        done += size
        far.read(done, file.rel)


def _read(draft: Draft, file: StoredFile, content: Iterator[Document | Unused]) -> Iterator[tuple[int, Document]]:
    """Yield the documents of *content*, read from *file*, each with the length of all so far; the draft notes what cannot be used."""
    seen, length = set[str](), 0
    try:
        for document in content:
            if isinstance(document, Unused):
                draft.skip(file.path, document.reason)
                continue
            if document.doc_id in seen:
                draft.skip(file.path, f'a second document in it is called "{document.doc_id}"')
                continue
            seen.add(document.doc_id)
            length += len(document.text)
            yield length, document
    except IngestError as exc:
        draft.skip(file.path, str(exc))


def _settle_names(draft: Draft, way: Way) -> None:
    """Read once more, under other names, the files whose documents are called as another file's are, or no longer are."""
    draft.settle_names()
    _add(draft, (Planned(file, 0, is_known=True) for file in draft.misnamed()), way, _Far(None, 0))


def _was_read(old: Index | None, folder: Path) -> bool:
    """Return whether *old* was made from what lay in *folder*: where nothing is left of it, its documents go, too."""
    if old is None or not folder.is_dir():
        return False
    return str(folder) in old.manifest.roots or any(folder in Path(file.path).parents for file in old.files())


def _refuse_unusable(draft: Draft, plan: Plan, old: Index | None) -> None:
    for path in sorted(plan.named):
        if not draft.holds(path) and not _was_read(old, Path(path)):
            reason = next((reason for skipped, reason in draft.skipped() if skipped.startswith(path)), "it holds no text")
            raise IngestError(f"{path}: nothing in it can be used ({reason}); name another file or folder")


def _workers(plan: Plan) -> int:
    """Return how many processes read what *plan* has to be read."""
    again = (file for files in ((each.now for each in plan.renamed()), plan.kept() if plan.renew else ()) for file in files)
    size = plan.size()
    while size <= SERIAL and (file := next(again, None)):
        size += _size(file)
    return 1 if size <= SERIAL else _processors()


def _processors() -> int:
    """How many processors this process may use; where the system does not tell, how many there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _size(file: StoredFile) -> int:
    try:
        return Path(file.path).stat().st_size
    except OSError:
        return 0


def _report(manifest: Manifest, changes: Changes, index: Path, started: float, renamed: Iterable[Renamed] = ()) -> BuildReport:
    return BuildReport(
        generation=manifest.generation,
        fingerprint=manifest.fingerprint,
        documents=manifest.documents,
        passages=manifest.passages,
        figures=manifest.figures,
        **changes._asdict(),
        renamed=tuple((each.before.path, each.now.path) for each in renamed),
        skipped=open_index(index).skipped(),
        seconds=perf_counter() - started,
    )
