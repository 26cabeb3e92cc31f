"""Work in processes of their own, within limits: a job that kills its process, hangs it or makes it swell is lost, and nothing else."""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from multiprocessing.connection import Connection, wait
from pathlib import Path
from time import monotonic
from typing import Generic, NamedTuple, TypeVar, cast

from qa_bot.deadline import end_with_parent, in_main_thread

SLOW = 2.0  # seconds without a result after which is told which job is waited for
AHEAD = 2  # jobs for each process that are done or being done while the first of them is waited for
FAR = 8_000_000  # of the size of jobs that are done ahead of one that takes long, so that it keeps no process idle; what is done is held
HEAVY = 40_000_000  # of the size of jobs that are in work or done ahead: a text takes twelve bytes a character, and six where it is kept
LEAST = 8_000  # the size that any job is taken to have, so that of those without one no more than a thousand are done ahead
LARGE = 256 * 1024**2  # bytes of a process that is begun anew when it is done: what it remembers, or gave back in pieces, is held for good
LASTING = 30.0  # seconds of the clock that it is kept nevertheless: making one ready takes one or two
YOUNG = 20_000  # new objects after which a process looks for garbage, some 2 MB; Python's own 700 is for less memory

Job = TypeVar("Job")
Part = TypeVar("Part")


class Claim(NamedTuple):
    """What a job may take: seconds of the *processor*, and of the clock, whatever its process does meanwhile; *size* is that of the job.

    Of *memory* it takes so many bytes, where it is not to have all that its process may.
    """

    processor: float
    wait: float
    size: int
    memory: int | None = None


class Lost(NamedTuple, Generic[Job]):
    """A job that came to nothing, and why: "it takes more than 60 s". One that was *short* of memory may come to more with all of it."""

    job: Job
    reason: str
    short: bool = False


class _Over(NamedTuple):
    """Nothing more comes of a job, because of *reason* where it is lost; a *spent* process is dead, or full of what nobody needs.

    It may have *lacked* memory: libraries that are given none crash.
    """

    reason: str | None = None
    spent: bool = False
    lacked: bool = False


def in_order(
    jobs: Iterable[Job],
    run: Callable[[Job], Iterable[Part]],
    *,
    count: int,
    memory: int,
    claim: Callable[[Job], Claim],
    slow: Callable[[Job], None] | None = None,
) -> Iterator[list[Part] | Lost[Job]]:
    """Yield what *run* makes of each of *jobs*, or that it is lost, in their order. What is large is handed over in parts.

    Each of *count* processes may take so much *memory*, in bytes beyond what it begins with, and for a job what *claim* says. While one
    takes long, *slow* is told which.
    """
    workers = [_Worker(run, memory) for _ in range(count)]
    busy: dict[int, _Worker[Job, Part]] = {}  # by the number of the job
    done: dict[int, list[Part] | Lost[Job]] = {}
    left = iter(jobs)
    ready: list[Job] = []  # the next one, made while all are at work: who is done with one job is not to wait for another
    sizes: list[int] = []  # of those given and not yet taken
    given = taken = 0  # numbers of jobs
    try:
        while True:
            idle = [worker for worker in workers if worker.job is None]
            while idle and _is_next(ready, left, sizes) and _fits(claim(ready[0]).size, sizes, AHEAD * count):
                worker, job = idle.pop(), ready.pop()
                claimed = claim(job)
                worker.begin(job, claimed)
                busy[given] = worker
                sizes.append(max(claimed.size, LEAST))
                given += 1
            if taken in done:
                yield done.pop(taken)
                taken += 1
                del sizes[0]
            elif busy:
                _is_next(ready, left, sizes)
                if not _wait(list(busy.values())) and slow and (job_waited_for := busy[min(busy)].job) is not None:
                    slow(job_waited_for)
                for number in [number for number, worker in busy.items() if worker.is_over()]:
                    done[number] = busy.pop(number).result()
            elif not ready:
                return
    finally:
        for worker in workers:
            worker.stop()


def _fits(size: int, sizes: Sequence[int], ahead: int) -> bool:
    """Return whether a job of *size* may be done beside those of *sizes*, of which *ahead* may be, however large, and more small ones."""
    together = sum(sizes) + size
    return not sizes or together <= FAR or (len(sizes) < ahead and together <= HEAVY)


def _is_next(ready: list[Job], left: Iterator[Job], sizes: Sequence[int]) -> bool:
    """Have the next job *ready*, if there is one, and say so; none is made beside those whose *sizes* are `HEAVY`: it may be, too."""
    if not ready and sum(sizes) < HEAVY:
        ready.extend(islice(left, 1))
    return bool(ready)


def _wait(busy: "list[_Worker[Job, Part]]") -> bool:
    """Wait a while for one of the workers to have an answer, be dead or late; return whether one has an answer or is dead."""
    left = min(worker.until for worker in busy) - monotonic()
    return bool(wait([worker.pipe for worker in busy if worker.pipe is not None], min(max(0.0, left), SLOW)))


class _Worker(Generic[Job, Part]):
    """One process, begun when it is needed, and anew after it died."""

    def __init__(self, run: Callable[[Job], Iterable[Part]], memory: int) -> None:
        self._run = run
        self._memory = memory
        self._process: multiprocessing.process.BaseProcess | None = None
        self.pipe: Connection | None = None
        self.job: Job | None = None
        self.until = 0.0
        self._parts: list[Part] = []
        self._over: _Over | None = None
        self._claim = Claim(0, 0, 0)
        self._begun = 0.0

    def begin(self, job: Job, claim: Claim) -> None:
        """Have *job* done, for which it may take what *claim* says."""
        self.job, self._claim, self.until = job, claim, monotonic() + claim.wait
        self._parts, self._over = [], None
        pipe = self.pipe or self._start()
        with suppress(OSError):  # it died meanwhile; who waits for it notices
            pipe.send((job, claim.processor, self._granted()))

    def _granted(self) -> int:
        return self._memory if self._claim.memory is None else min(self._claim.memory, self._memory)

    def _start(self) -> Connection:
        # Forked, so that a program which calls us needs no guard around its main part; where there is no fork, what there is.
        context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else None)
        pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, pipe, self._run, self._memory, in_main_thread()), daemon=True)
        self._process.start()
        theirs.close()  # so that its end is seen
        self.pipe, self._begun = pipe, monotonic()
        return pipe

    def is_over(self) -> bool:
        """Take what has come, and return whether there is nothing more to wait for."""
        try:
            while self._over is None and self.pipe is not None and self.pipe.poll():
                self._take(self.pipe.recv())
        except (EOFError, OSError):
            code = exit_code(self._process)
            reason = f"it takes more than {self._claim.processor:.0f} s of processor time" if code == -signal.SIGXCPU else death(code)
            self._over = _Over(reason, spent=True, lacked=code < 0 and code != -signal.SIGXCPU)
        if self._over is None and monotonic() >= self.until:
            self._over = _Over(f"it takes more than {self._claim.wait:.0f} s", spent=True)
        return self._over is not None

    def _take(self, message: object) -> None:
        if isinstance(message, _Over):
            self._over = message
        else:
            self._parts.append(cast(Part, message))

    def result(self) -> list[Part] | Lost[Job]:
        """Return what came of the job, once it is over."""
        job, over, parts = cast(Job, self.job), cast(_Over, self._over), self._parts
        self.job, self._parts = None, []
        if over.spent:
            self.stop()
        else:
            self._stop_if_large()
        return parts if over.reason is None else Lost(job, over.reason, short=over.lacked and self._granted() < self._memory)

    def _stop_if_large(self) -> None:
        if self._process is not None and monotonic() - self._begun > LASTING and is_large(self._process.pid):
            self.stop()

    def stop(self) -> None:
        """End the process; whatever it was doing is lost."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self.pipe is not None:
            self.pipe.close()
        self._process = self.pipe = None


def is_large(process: int | None = None) -> bool:
    """Return whether the process of this number, or this one, takes more of the memory than is held between two jobs, so far as told."""
    return _pages(process, 1) > LARGE


def exit_code(process: multiprocessing.process.BaseProcess | None) -> int:
    """Return with which code a process ended: less than nought by a signal."""
    if process is None:
        return 0
    process.join(1)
    return process.exitcode or 0


def death(code: int) -> str:
    """Return what a process died of: "its process crashed (SIGKILL)"."""
    return f"its process crashed ({signal.Signals(-code).name})" if code < 0 else f"its process ended (exit code {code})"


# ---------------------------------------------------------------- in the process that works


def _serve(pipe: Connection, theirs: Connection, run: Callable[[Job], Iterable[Part]], memory: int, by_main_thread: bool) -> None:
    """Do the jobs that come through *pipe* until it is closed or the process at its other end, which has *theirs*, is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other end is told, and stops this one
    theirs.close()  # what is sent to nobody fails, rather than to wait for this process itself to take it
    end_with_parent(by_main_thread=by_main_thread)
    gc.freeze()  # no garbage is among what it was forked with
    gc.set_threshold(YOUNG, 20, 20)
    begun = taken()
    say_nothing()
    with suppress(EOFError, OSError):
        while True:
            limit_memory(memory, beyond=begun)
            try:
                _do_next(pipe, run, begun)
            except MemoryError:  # also of the taking and handing over, which makes copies
                # It may have left the pipe within a message: nothing more is read from it, since who is told "spent" ends this process.
                granted = limit_of_memory() - begun
                unlimit_memory()
                pipe.send(_Over(f"it takes more than {granted // 1024**2} MB of memory", spent=True, lacked=True))
    os._exit(0)


def _do_next(pipe: Connection, run: Callable[[Job], Iterable[Part]], begun: int) -> None:
    job, processor, memory = pipe.recv()
    limit_processor(processor)
    limit_memory(memory, beyond=begun)
    over = _Over()
    try:
        for part in run(job):
            pipe.send(part)
    except (MemoryError, OSError):
        raise
    except Exception as exc:  # one odd text must not cost a person all the others
        over = _Over(f"{type(exc).__name__}: {exc}")
    pipe.send(over)


def taken(process: int | None = None) -> int:
    """Return how many bytes of addresses the process of this number, or this one, has taken; nought where the system does not tell."""
    return _pages(process, 0)


def _pages(process: int | None, which: int) -> int:
    try:
        import resource  # here: not every system has it

        return int(Path(f"/proc/{process or 'self'}/statm").read_text(encoding="ascii").split()[which]) * resource.getpagesize()
    except (ImportError, OSError, ValueError):
        return 0


def limit_memory(most: int, *, beyond: int | None = None) -> None:
    """Let this process take no more than so many bytes from now on, or *beyond* so many that it has taken before; a system that does not
    tell or does not limit leaves it as it is."""
    if not (begun := taken() if beyond is None else beyond):
        return
    try:
        import resource  # here: not every system has it

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most += begun
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        return


def limit_of_memory() -> int:
    """Return how many bytes of addresses this process may take; below nought if as many as it likes."""
    import resource  # here: not every system has it; one without it has no such limit to come to

    return resource.getrlimit(resource.RLIMIT_AS)[0]


def unlimit_memory() -> None:
    """Let this process, which has come to its limit, tell it and end: what has no memory left may go round in its own errors for ever."""
    try:
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    except (ImportError, OSError, ValueError):
        return


def limit_processor(seconds: float) -> None:
    """Let the process be ended when it has worked for so many seconds from now, for itself or in the system for it."""
    try:
        import resource  # here: not every system has it

        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    except (ImportError, OSError, ValueError):
        return


def say_nothing() -> None:
    """Let no library under this process write to the terminal what is told as the reason why a file is not read."""
    sys.unraisablehook = lambda _unraisable: None
