"""An end to work that would go on for ever, or for nobody."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from types import FrameType

PR_SET_PDEATHSIG = 1  # of <linux/prctl.h>
AGAIN = 0.1  # seconds after which the end is told once more: raised in a finalizer or a callback of the garbage collector it is lost


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in the block once the process has worked for so many seconds in it, or the system for it; also in a regular
    expression.

    Where there are no such signals, or in another thread than the main one, the block is not watched.
    """
    if not hasattr(signal, "setitimer") or not in_main_thread():
        yield
        return

    watched = True

    def end(_number: int, _frame: FrameType | None) -> None:
        if watched:
            raise TimeoutError(f"it takes more than {seconds:.0f} s")

    signal.signal(signal.SIGPROF, end)  # which stays: a signal that comes late would end a process that has no handler for it
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    try:
        yield
    finally:
        watched = False
        signal.setitimer(signal.ITIMER_PROF, 0)


def in_main_thread() -> bool:
    """Return whether the thread that asks is the main one of its process."""
    return threading.current_thread() is threading.main_thread()


def end_with_parent(*, by_main_thread: bool) -> None:
    """End this process when the one that started it is gone: a worker that outlived it would wait for ever, and keep its locks.

    Linux ends it itself, also in the middle of a regular expression, which no thread of its own could interrupt; but when the thread
    ends that started it, so only where *by_main_thread* says that this was the main one, which lasts as long as its process.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    if sys.platform == "linux" and by_main_thread:
        with suppress(OSError, AttributeError):
            import ctypes  # here: it takes longer to import than most of what asks for an end

            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if sys.platform == "linux" and os.getppid() != parent.pid:
        os._exit(1)  # it was gone before that
    end_with(parent.sentinel)


def end_with(line: int) -> None:
    """End this process when *line* does, whose other end the one that started it holds as long as it lives, however it dies.

    A process that leads a group ends it all: its group holds what it has started, and nothing else.
    """
    threading.Thread(target=_outlive_not, args=(line,), daemon=True).start()


def _outlive_not(line: int) -> None:
    wait([line])
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
