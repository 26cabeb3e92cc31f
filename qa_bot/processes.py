"""Work in processes of their own, within limits: a job that kills its process, hangs it or makes it swell is lost, and nothing else."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Generic, NamedTuple, TypeVar, cast

from qa_bot.deadline import end_with_parent, in_main_thread

SLOW = 2.0  # seconds without a result after which is told which job is waited for
AHEAD = 2  # jobs for each process that are done or being done while the first of them is waited for
YOUNG = 20_000  # new objects after which a process looks for garbage, some 2 MB; Python's own 700 is for less memory

Job = TypeVar("Job")
Result = TypeVar("Result")


class Lost(NamedTuple, Generic[Job]):
    """A job that came to nothing, and why: "it takes more than 60 s"."""

    job: Job
    reason: str


class Failure(NamedTuple):
    """What went wrong in a process that goes on."""

    reason: str


def in_order(
    jobs: Iterable[Job],
    run: Callable[[Job], Result],
    *,
    count: int,
    memory: int,
    patience: Callable[[Job], float],
    slow: Callable[[Job], None] | None = None,
) -> Iterator[Result | Lost[Job]]:
    """Yield what *run* makes of each of *jobs*, or that it is lost, in their order.

    Each of *count* processes may take so much *memory*, in bytes beyond what it begins with, and as many seconds for a job as
    *patience* says. While one takes long, *slow* is told which.
    """
    workers = [_Worker(run, memory) for _ in range(count)]
    busy: dict[int, _Worker[Job, Result]] = {}  # by the number of the job
    done: dict[int, Result | Lost[Job]] = {}
    left = iter(jobs)
    ready: list[Job] = []  # the next one, made while all are at work: who is done with one job is not to wait for another
    given = taken = 0
    try:
        while True:
            idle = [worker for worker in workers if worker.job is None]
            while idle and given - taken < AHEAD * count and _is_next(ready, left):
                worker, job = idle.pop(), ready.pop()
                worker.begin(job, patience(job))
                busy[given] = worker
                given += 1
            if taken in done:
                yield done.pop(taken)
                taken += 1
            elif busy:
                _is_next(ready, left)
                if not _wait(list(busy.values())) and slow and (job_waited_for := busy[min(busy)].job) is not None:
                    slow(job_waited_for)
                for number in [number for number, worker in busy.items() if worker.is_over()]:
                    done[number] = busy.pop(number).result()
            elif not ready:
                return
    finally:
        for worker in workers:
            worker.stop()


def _is_next(ready: list[Job], left: Iterator[Job]) -> bool:
    """Have the next job *ready*, if there is one, and say so."""
    if not ready:
        ready.extend(islice(left, 1))
    return bool(ready)


def _wait(busy: "list[_Worker[Job, Result]]") -> bool:
    """Wait a while for one of the workers to have an answer, be dead or late; return whether one has an answer or is dead."""
    left = min(worker.until for worker in busy) - monotonic()
    return bool(wait([worker.pipe for worker in busy if worker.pipe is not None], min(max(0.0, left), SLOW)))


class _Worker(Generic[Job, Result]):
    """One process, begun when it is needed, and anew after it died."""

    def __init__(self, run: Callable[[Job], Result], memory: int) -> None:
        self._run = run
        self._memory = memory
        self._process: multiprocessing.process.BaseProcess | None = None
        self.pipe: Connection | None = None
        self.job: Job | None = None
        self.until = 0.0
        self._patience = 0.0

    def begin(self, job: Job, patience: float) -> None:
        """Have *job* done."""
        self.job, self._patience, self.until = job, patience, monotonic() + patience
        pipe = self.pipe or self._start()
        with suppress(OSError):  # it died meanwhile; who waits for it notices
            pipe.send(job)

    def _start(self) -> Connection:
        # Forked, so that a program which calls us needs no guard around its main part; where there is no fork, what there is.
        context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else None)
        pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, pipe, self._run, self._memory, in_main_thread()), daemon=True)
        self._process.start()
        theirs.close()  # so that its end is seen
        self.pipe = pipe
        return pipe

    def is_over(self) -> bool:
        """Return whether there is nothing more to wait for."""
        return monotonic() >= self.until or (self.pipe is not None and self.pipe.poll())

    def result(self) -> Result | Lost[Job]:
        """Return what came of the job."""
        job, self.job = cast(Job, self.job), None
        reason = f"it takes more than {self._patience:.0f} s"
        try:
            if self.pipe is not None and self.pipe.poll():
                found = self.pipe.recv()
                return Lost(job, found.reason) if isinstance(found, Failure) else cast(Result, found)
        except (EOFError, OSError):
            reason = death_of(self._process)
        self.stop()
        return Lost(job, reason)

    def stop(self) -> None:
        """End the process; whatever it was doing is lost."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self.pipe is not None:
            self.pipe.close()
        self._process = self.pipe = None


def death_of(process: multiprocessing.process.BaseProcess | None) -> str:
    """Return what a process died of: "its process crashed (SIGKILL)"."""
    if process is None:
        return "its process ended"
    process.join(1)
    code = process.exitcode or 0
    return f"its process crashed ({signal.Signals(-code).name})" if code < 0 else f"its process ended (exit code {code})"


# ---------------------------------------------------------------- in the process that works


def _serve(pipe: Connection, theirs: Connection, run: Callable[[Job], Result], memory: int, by_main_thread: bool) -> None:
    """Do the jobs that come through *pipe* until it is closed or the process at its other end, which has *theirs*, is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other end is told, and stops this one
    theirs.close()  # what is sent to nobody fails, rather than to wait for this process itself to take it
    end_with_parent(by_main_thread=by_main_thread)
    gc.freeze()  # no garbage is among what it was forked with
    gc.set_threshold(YOUNG, 20, 20)
    limit_memory(memory)
    with suppress(EOFError, OSError):
        while True:
            pipe.send(_done(pipe.recv(), run, memory))
    os._exit(0)


def _done(job: Job, run: Callable[[Job], Result], memory: int) -> Result | Failure:
    try:
        return run(job)
    except MemoryError:
        return Failure(f"it takes more than {memory // 1024**2} MB of memory")
    except Exception as exc:  # one odd text must not cost a person all the others
        return Failure(f"{type(exc).__name__}: {exc}")


def limit_memory(most: int) -> None:
    """Let this process take no more than so many bytes from now on; a system that does not tell or does not limit leaves it as it is."""
    try:
        import resource  # here: not every system has it
        from pathlib import Path

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most += pages * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        return
