import os
import re
import signal
import subprocess
import sys
import threading
import time

import pytest

from qa_bot.deadline import deadline


def _work_for_ever() -> None:
    while True:
        pass


def test_work_without_end_is_ended():
    with pytest.raises(TimeoutError, match="it takes more than 0 s"), deadline(0.05):
        _work_for_ever()


def test_a_regular_expression_without_end_is_ended():
    with pytest.raises(TimeoutError), deadline(0.05):
        re.fullmatch(r"(a|a)*b", "a" * 60)


def test_what_ends_in_time_is_let_be_and_so_is_what_follows():
    with deadline(0.05):
        done = sum(range(10))
    for _ in range(10**6):
        done += 1
    assert done == 45 + 10**6


def test_an_end_that_a_finalizer_loses_is_told_again(monkeypatch: pytest.MonkeyPatch):
    lost = []
    monkeypatch.setattr(sys, "unraisablehook", lost.append)

    class Slow:
        def __del__(self) -> None:
            _work_for_ever()

    def work() -> None:
        Slow()
        _work_for_ever()

    with pytest.raises(TimeoutError), deadline(0.05):
        work()
    assert len(lost) == 1


def test_a_signal_that_comes_late_ends_nothing():
    with deadline(10):
        pass
    signal.raise_signal(signal.SIGPROF)


def test_another_thread_is_not_watched():
    done = []

    def work() -> None:
        with deadline(0.01):
            done.append(sum(range(10**5)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(done) == 1


_STARTER = """
import subprocess, sys, time
from qa_bot.deadline import end_with
end_with(0)
if "alone" not in sys.argv:
    subprocess.Popen([sys.executable, "-c", "import time; print('runs', flush=True); time.sleep(600)"], stdin=subprocess.DEVNULL)
time.sleep(600)
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="there are no groups of processes")
def test_what_leads_a_group_ends_with_its_line_and_takes_the_group_along():
    leader = subprocess.Popen([sys.executable, "-c", _STARTER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
    assert leader.stdout is not None
    assert leader.stdout.readline() == b"runs\n"
    leader.stdin.close()
    assert leader.wait(60) != 0
    assert leader.stdout.read() == b""  # nobody is left who could write


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="there are no groups of processes")
def test_what_leads_no_group_ends_alone():
    with subprocess.Popen([sys.executable, "-c", _STARTER, "alone"], stdin=subprocess.PIPE) as member:
        member.stdin.close()
        assert member.wait(60) == 1


# What a worker does when the one that started it is killed: it sends what nobody takes, or is in a regular expression.
_BUSY = """
import fcntl, re, sys, time
from pathlib import Path
from qa_bot.ingest import Readers, SourceFile
from qa_bot.ingest.pieces import Draft

def sends(file, unused):
    while True:
        yield Draft(file.rel, "x" * 100_000, [])

def matches(file, unused):
    yield Draft(file.rel, "x", [])
    re.fullmatch(r"(a|a)*b", "a" * 60)

lock = open(sys.argv[2], "w")
fcntl.flock(lock, fcntl.LOCK_EX)
with Readers(run=globals()[sys.argv[1]], count=2) as readers:
    for file, content in readers.read([SourceFile(Path("/c"), Path(f"/c/{name}.txt"), name) for name in "ab"]):
        next(content)
        time.sleep(1)
        print("busy", flush=True)
        time.sleep(600)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process that is busy")
@pytest.mark.parametrize("work", ["sends", "matches"])
def test_no_busy_worker_outlives_the_one_that_started_it_or_keeps_its_lock(tmp_path, work):
    import fcntl

    parent = subprocess.Popen([sys.executable, "-c", _BUSY, work, str(tmp_path / "lock")], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    try:
        assert parent.stdout.readline() == b"busy\n"
    finally:
        parent.kill()
        parent.wait()
        parent.stdout.close()
    with (tmp_path / "lock").open("w") as lock:
        until = time.monotonic() + 10
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                assert time.monotonic() < until, "a worker keeps the lock"
                time.sleep(0.05)
