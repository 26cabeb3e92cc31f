"""Files are read in processes of their own, within limits: one that dies, hangs or swells costs its file and nothing else."""

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from errno import ENOMEM
from multiprocessing.connection import Connection, wait
from time import monotonic
from types import TracebackType
from typing import NamedTuple, Self, cast

from qa_bot.deadline import end_with_parent, in_main_thread
from qa_bot.errors import QABotError, UnreadableDocumentError
from qa_bot.ingest.corpus import declared
from qa_bot.ingest.pieces import Draft, Metadata, Opening, SourceFile
from qa_bot.ingest.read import document, drafts
from qa_bot.processes import death, exit_code, is_large, limit_memory, limit_processor, say_nothing, taken, unlimit_memory
from qa_bot.schema import Document

HARMFUL = 3  # files of an archive that harm their readers; what stands behind a further one is not read
AHEAD = 8  # files that a reader is told of at a time, so that it never waits; their names fit into a pipe that nobody empties


LARGE = 8_000_000  # bytes of a file that is read only when it is waited for: read ahead, each would be held by its reader meanwhile
LEAST = 48 * 1024**2  # bytes of a reader's share of the memory: most files take half of it; there are no more readers than have so much
SLOW = 2.0  # seconds of waiting for a document after which is told of which file
LOOK = 0.1  # seconds after which is looked how much memory a reader takes that is waited for
NEAR = 2  # a reader that crashes, and was seen with so much of its memory, a half, is taken to have had no more


class Limits(NamedTuple):
    """What a reader may use. A .jsonl file of any length is read, since time counts from one of its documents to the next."""

    memory: int = 1024**3  # bytes beyond what it begins with; the longest text that is read takes half of it
    together: int = 384 * 1024**2  # bytes of all readers that read ahead: who lacks some reads again when waited for, with all of *memory*
    processor: float = 20.0  # seconds for a document, of which more are given for a large file: 100 kB take one
    a_megabyte: float = 20.0  # seconds more; a PDF of a thousand pages, two megabytes, takes twenty, and a web page three a megabyte
    most: float = 120.0  # seconds for a document of any file
    wait: float = 90.0  # seconds of waiting for a document, whatever the reader does meanwhile; for a large file three times what is more
    output: int = 256 * 1024**2  # bytes of one document with its blocks, as it is handed over

    def processor_for(self, size: int) -> float:
        """Return how many seconds of the processor a document in a file of *size* bytes may take."""
        return min(self.processor + self.a_megabyte * size / 1e6, max(self.most, self.processor))

    def wait_for(self, size: int) -> float:
        """Return how many seconds it is waited for."""
        return self.wait + 3 * (self.processor_for(size) - self.processor)


LIMITS = Limits()


class Unused(NamedTuple):
    """A part of a file that could not be used, and why; the rest of the file is read."""

    reason: str


class _End(NamedTuple):
    """Nothing more comes of a file, because of *error* where there is one; a *spent* reader is full of what nobody needs.

    It may have *lacked* memory: libraries that are given none crash.
    """

    error: Exception | None = None
    spent: bool = False
    lacked: bool = False


Read = Callable[
    [SourceFile, Callable[[str], None]], Iterator[Draft | Opening]
]  # what a reader runs; tells the second argument what is unused


class Readers:
    """Processes that read files side by side; what they read comes in the order of the files."""

    def __init__(
        self, count: int = 1, *, limits: Limits = LIMITS, run: Read | None = None, slow: Callable[[str], None] | None = None
    ) -> None:
        """Have *count* processes read, or fewer where so many would have too little memory; *slow* is told which file is waited for when
        it takes long."""
        count = min(count, max(1, limits.together // LEAST))
        share = limits.memory if count == 1 else min(limits.together // count, limits.memory)
        self._readers = [_Reader(limits, share, run or _drafts, slow) for _ in range(count)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for reader in self._readers:
            reader.stop()

    def read(self, files: Iterable[SourceFile]) -> Iterator[tuple[SourceFile, Iterator[Document | Unused]]]:
        """Yield each file with an iterator over its documents, which raises what `ingest.read` raises, and UnreadableDocumentError too
        where the reader died or came to a limit. What the caller does not take of a file is thrown away.
        """
        left = iter(files)
        turns: deque[tuple[_Reader, SourceFile]] = deque()

        def assign(reader: _Reader) -> None:
            if (file := next(left, None)) is not None:
                reader.begin(file)
                turns.append((reader, file))

        for _ in range(AHEAD):
            for reader in self._readers:
                assign(reader)
        while turns:
            reader, file = turns.popleft()
            found = reader.documents()
            yield file, found
            with suppress(QABotError):
                deque(found, maxlen=0)
            assign(reader)


class _Reader:
    """One process, begun when it is needed, and anew after it died."""

    def __init__(self, limits: Limits, share: int, run: Read, slow: Callable[[str], None] | None) -> None:
        self._limits = limits
        self._share = share  # bytes of memory for a file that is read ahead
        self._has_all = False  # whether the first file is read with all the memory
        self._slow = slow
        self._run = run
        self._files: deque[SourceFile] = deque()  # it is to read
        self._told = 0  # of how many of them, the first one being read
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None
        self._begun = self._most = 0  # bytes that it began with, and that it was seen to take at most

    def begin(self, file: SourceFile) -> None:
        """Have *file* read after those before it."""
        self._files.append(file)
        self._tell()

    def _tell(self, *, waited_for: bool = False) -> None:
        """Tell the reader, if it is there, of the files up to the next large one; also of a large one that is *waited_for*, which may have
        all the memory, as no other does then."""
        if self._pipe is None:
            return
        with suppress(OSError):  # it died meanwhile; who waits for its file notices
            if waited_for and not self._told:
                self._pipe.send((self._files[0], self._limits.memory))
                self._told, self._has_all = 1, True
            while self._told < len(self._files) and _size(self._files[self._told]) < LARGE:
                self._pipe.send((self._files[self._told], self._share))
                self._told += 1

    def documents(self) -> Iterator[Document | Unused]:
        """Yield what the first of the files holds. Of an archive a file that ends its reading is named, and those behind it are read."""
        file, harmful, inner = self._files[0], 0, Opening()
        come = again = 0  # parts of the file, and those that come again
        lacked = False
        said: Metadata | None = None  # looked up once: a .jsonl file holds thousands of documents
        while True:
            pipe = self._pipe or self._start()
            self._tell(waited_for=True)
            message = self._next(pipe, file)
            if isinstance(message, _End) and message.lacked and not (lacked or self._has_all) and self._share < self._limits.memory:
                self.stop()  # to read it once more
                lacked, inner, come, again = True, Opening(), 0, come
                continue
            come += 1
            if isinstance(message, Opening):
                inner = message
            elif not isinstance(message, _End) and come <= again:
                continue
            elif isinstance(message, Unused):
                yield message
            elif isinstance(message, Draft):
                said = said or declared(file.path, file.root)
                yield document(file, message, said)
            elif message.error is not None and inner.entry and harmful < HARMFUL:
                yield Unused(_named(inner, file, message.error))
                harmful += 1
                self.stop()  # it may have gone on to other files, of which the next one is told again
                file = self._files[0] = file._replace(after=inner.entry)
                inner, come, again = Opening(), 0, 0
            else:
                break
        self._files.popleft()
        self._told, self._has_all = max(self._told - 1, 0), False
        if message.spent:
            self.stop()
        if message.error is not None and inner.entry:
            raise UnreadableDocumentError(
                f"{file.path}: {_named(inner, file, message.error)}; nothing behind it is read: unpack the archive"
            )
        if message.error is not None:
            raise message.error

    def _start(self) -> Connection:
        # Forked, so that a program which calls us needs no guard around its main part; where there is no fork, what there is.
        context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else None)
        pipe, theirs = context.Pipe()
        given = (theirs, pipe, self._limits, self._share, self._run, in_main_thread())
        self._process = context.Process(target=_serve, args=given, daemon=True)
        self._process.start()
        theirs.close()  # so that its end is seen
        self._pipe, self._told, self._has_all, self._most = pipe, 0, False, 0
        self._begun = taken()  # it is a copy of this process
        return pipe

    def _next(self, pipe: Connection, file: SourceFile) -> Draft | Opening | Unused | _End:
        size = _size(file)
        reason, lacked = f"reading it takes more than {self._limits.wait_for(size):.0f} s", False
        try:
            if self._is_there(pipe, file, self._limits.wait_for(size)):
                return cast(Draft | Opening | Unused | _End, pipe.recv())
        except (EOFError, OSError):
            reason, lacked = self._death(size)
        self.stop()
        error = UnreadableDocumentError(f"{file.path}: {reason}; it may be broken or made to do harm: remove it or convert it to text")
        return _End(error, lacked=lacked)

    def _is_there(self, pipe: Connection, file: SourceFile, seconds: float) -> bool:
        """Return whether something came through *pipe*, or it ended, within so many *seconds*."""
        begun = told = monotonic()
        while (left := begun + seconds - monotonic()) > 0:
            if pipe.poll(min(left, LOOK, SLOW)):
                return True
            self._most = max(self._most, taken(self._process.pid) if self._process is not None else 0)
            if self._slow and monotonic() - told >= SLOW:
                told = monotonic()
                self._slow(file.rel)
        return False

    def _death(self, size: int) -> tuple[str, bool]:
        """Return what a reader died of while it read a file of *size* bytes, and whether that may have been for want of memory."""
        code = exit_code(self._process)
        if code == -signal.SIGXCPU:
            return f"reading it takes more than {self._limits.processor_for(size):.0f} s of processor time", False
        died = death(code).replace("process", "reader")
        if code < 0 and (self._most - self._begun) * NEAR >= self._limits.memory:
            died = f"reading it takes more than {self._limits.memory // 1024**2} MB of memory, where {died}"
        return died, code < 0

    def stop(self) -> None:
        """End the process; whatever it was doing is lost."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def _named(inner: Opening, file: SourceFile, error: Exception) -> str:
    """Return what *error* says of the archive *file*, as a reason why its file *inner* is not read."""
    return f"{inner.name}: {str(error).removeprefix(f'{file.path}: ')}"


# ---------------------------------------------------------------- in the process that reads


def _drafts(file: SourceFile, unused: Callable[[str], None]) -> Iterator[Draft | Opening]:
    return drafts(file, report=unused)


def _serve(pipe: Connection, theirs: Connection, limits: Limits, share: int, run: Read, by_main_thread: bool) -> None:
    """Read the files that *pipe* names until it is closed or the process at its other end, which has *theirs*, is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other end is told, and closes the pipe
    theirs.close()  # what is sent to nobody fails, rather than to wait for this process itself to take it
    end_with_parent(by_main_thread=by_main_thread)
    gc.freeze()
    begun = taken()
    held = begun + share // 2  # bytes that it may keep between two files
    say_nothing()
    parent = multiprocessing.parent_process()
    watched: list[Connection | int] = [pipe] if parent is None else [pipe, parent.sentinel]
    with suppress(EOFError, OSError):
        while pipe in wait(watched):
            file, memory = pipe.recv()
            limit_memory(memory, beyond=begun)
            if _read(file, pipe, limits._replace(memory=memory), run, held):
                break
    os._exit(0)


def _read(file: SourceFile, pipe: Connection, limits: Limits, run: Read, held: int) -> bool:
    """Read *file*, and return whether this process is spent by it: it keeps more memory than *held* bytes."""
    seconds = limits.processor_for(_size(file))
    limit_processor(seconds)
    try:
        for draft in run(file, lambda reason: pipe.send(Unused(reason))):
            _send(pipe, draft, file, limits)
            if isinstance(draft, Draft):
                limit_processor(seconds)
        end = _End(spent=is_large() or taken() > held)
    except QABotError as exc:
        end = _End(type(exc)(str(exc)))
    except Exception as exc:  # a reader or the library under it that fails on one odd file must not cost a person all the others
        if lacked := _lacked_memory(exc):
            unlimit_memory()
        reason = f"it is broken ({type(exc).__name__}: {exc}); convert it to text or save it anew"
        reason = f"reading it takes more than {limits.memory // 1024**2} MB of memory; split it" if lacked else reason
        end = _End(UnreadableDocumentError(f"{file.path}: {reason}"), spent=lacked, lacked=lacked)
    pipe.send(end)
    return end.spent


def _lacked_memory(error: BaseException | None) -> bool:
    """Return whether there was no memory left when *error* was raised, or one before it: cleaning up fails then, too."""
    while error is not None and not isinstance(error, MemoryError) and not (isinstance(error, OSError) and error.errno == ENOMEM):
        error = error.__context__
    return error is not None


def _send(pipe: Connection, draft: Draft | Opening, file: SourceFile, limits: Limits) -> None:
    data = multiprocessing.reduction.ForkingPickler.dumps(draft)
    if len(data) > limits.output:
        raise UnreadableDocumentError(f"{file.path}: it holds more than {limits.output // 1024**2} MB of text; split it")
    pipe.send_bytes(data)


def _size(file: SourceFile) -> int:
    """Return how many bytes *file* holds now; nought if it is gone."""
    try:
        return file.path.stat().st_size
    except OSError:
        return 0
