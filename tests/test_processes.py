"""Jobs in processes of their own: what one does to its process costs itself."""

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from qa_bot import processes
from qa_bot.processes import FAR, HEAVY, Claim, Lost, in_order

MEMORY = 200 * 1024**2


def _do(job: str) -> str:
    """Do what *job* says; any other is returned in capitals."""
    match job:
        case "dies":
            os.kill(os.getpid(), signal.SIGKILL)
        case "exits":
            os._exit(7)
        case "swells":
            return "x" * 10**9
        case "grows":
            return "x" * 150 * 1024**2
        case "sleeps":
            time.sleep(60)
        case "loops":
            while True:
                pass
        case "fails":
            raise KeyError("odd")
        case "pid":
            return str(os.getpid())
    return job.upper()


def _in_order(jobs: Iterable[Any], run: Callable[[Any], Any], **given: Any) -> Iterator[Any]:
    """Yield what *run* makes of *jobs*, one thing of each."""
    for each in in_order(jobs, lambda job: [run(job)], **given):
        yield each if isinstance(each, Lost) else each[0]


def _large(job: object) -> Claim:
    return Claim(processor=60, wait=60, size=FAR)


def _done(*jobs: str, count: int = 1, wait: float = 60) -> list[str]:
    claims = {"sleeps": Claim(60, wait, FAR), "loops": Claim(1, 60, FAR)}
    found = _in_order(jobs, _do, count=count, memory=MEMORY, claim=lambda job: claims.get(job, _large(job)))
    return [f"{each.job}: {each.reason}" if isinstance(each, Lost) else each for each in found]


@pytest.mark.parametrize("count", [1, 3])
def test_results_come_in_the_order_of_the_jobs(count):
    jobs = [f"job {number}" for number in range(30)]
    assert _done(*jobs, count=count) == [job.upper() for job in jobs]


@pytest.mark.parametrize(
    ("job", "reason"),
    [
        ("dies", "its process crashed (SIGKILL)"),
        ("exits", "its process ended (exit code 7)"),
        ("swells", "it takes more than 200 MB of memory"),
        ("fails", "KeyError: 'odd'"),
        ("loops", "it takes more than 1 s of processor time"),
    ],
)
@pytest.mark.parametrize("count", [1, 2])
def test_a_job_that_harms_its_process_is_lost_with_the_reason_and_no_other(job, reason, count):
    assert _done("a", job, "b", count=count) == ["A", f"{job}: {reason}", "B"]


@pytest.mark.parametrize(
    "job",
    [
        pytest.param("a" * 300 * 1024**2, id="the job"),
        pytest.param("grows", id="what comes of it"),
    ],
)
def test_what_is_too_large_to_be_handed_over_is_lost_without_a_word_to_the_terminal(job, capfd):
    found = _in_order(["a", job, "b"], _do, count=1, memory=MEMORY, claim=_large)
    assert [each.reason if isinstance(each, Lost) else each for each in found] == ["A", "it takes more than 200 MB of memory", "B"]
    assert capfd.readouterr() == ("", "")


def _count(number: int) -> Iterator[int]:
    yield from range(number)
    if number == 3:
        raise KeyError("odd")


def test_what_comes_of_a_job_may_come_in_parts_and_comes_whole_or_not_at_all():
    found = list(in_order([2, 3, 5000, 0], _count, count=2, memory=MEMORY, claim=_large))
    assert found == [[0, 1], Lost(3, "KeyError: 'odd'"), [*range(5000)], []]


def test_a_job_that_never_ends_is_given_up():
    assert _done("a", "sleeps", "b", wait=0.5) == ["A", "sleeps: it takes more than 0 s", "B"]


def test_no_more_is_begun_than_is_waited_for():
    begun: list[int] = []

    def jobs() -> Iterator[str]:
        for number in range(100):
            begun.append(number)
            yield "a"

    found = _in_order(jobs(), _do, count=2, memory=MEMORY, claim=_large)
    next(found)
    assert len(begun) <= 6
    found.close()  # type: ignore[attr-defined]


def test_the_next_job_is_made_while_all_are_at_work():
    made = []

    def jobs() -> Iterator[int]:
        for number in range(3):
            made.append(number)
            yield number

    found = [(number, len(made)) for number in _in_order(jobs(), abs, count=1, memory=MEMORY, claim=_large)]
    assert found == [(0, 2), (1, 3), (2, 3)]


def test_the_next_job_is_not_made_beside_one_as_large_as_may_be():
    made = []

    def jobs() -> Iterator[int]:
        for number in range(3):
            made.append(number)
            yield number

    claim = partial(Claim, 60, 60)
    found = [(number, len(made)) for number in _in_order(jobs(), abs, count=2, memory=MEMORY, claim=lambda job: claim(HEAVY))]
    assert found == [(0, 1), (1, 2), (2, 3)]


def test_a_job_that_takes_long_is_named_while_it_is_waited_for(monkeypatch):
    monkeypatch.setattr("qa_bot.processes.SLOW", 0.1)
    slow: list[str] = []
    list(_in_order(["a", "sleeps", "b"], _do, count=1, memory=MEMORY, claim=lambda job: Claim(60, 1, FAR), slow=slow.append))
    assert "sleeps" in slow


def test_small_jobs_are_done_while_one_takes_long(tmp_path):
    far = tmp_path / "far"

    def jobs() -> Iterator[Path]:
        yield far
        for number in range(20):
            yield tmp_path / str(number)
        far.touch()
        yield tmp_path

    found = list(_in_order(jobs(), _wait_for, count=2, memory=MEMORY, claim=lambda job: Claim(60, 60, FAR // 40)))
    assert found[0] == "far"
    assert len(found) == 22


@pytest.mark.parametrize(("size", "together"), [(HEAVY // 2 + 1, False), (HEAVY // 4, True)])
def test_jobs_that_are_too_large_together_are_done_one_after_the_other(size, together):
    found = list(_in_order([1, 2, 3], _clocked, count=2, memory=MEMORY, claim=lambda job: Claim(60, 60, size)))
    assert [number for number, _, _ in found] == [1, 2, 3]
    assert any(begin < end for (_, _, end), (_, begin, _) in pairwise(found)) == together


def _clocked(number: int) -> tuple[int, float, float]:
    begin = time.monotonic()
    time.sleep(0.5)
    return number, begin, time.monotonic()


def test_of_jobs_without_a_size_so_many_are_done_ahead_as_of_small_ones(monkeypatch):
    monkeypatch.setattr("qa_bot.processes.LEAST", FAR // 10)
    begun: list[int] = []

    def jobs() -> Iterator[int]:
        for number in range(200):
            begun.append(number)
            yield number

    found = _in_order(jobs(), _pause, count=2, memory=MEMORY, claim=lambda job: Claim(60, 60, 0))
    assert next(found) == 0
    assert len(begun) <= 20
    found.close()  # type: ignore[attr-defined]


def _pause(number: int) -> int:
    time.sleep(0 if number else 1)
    return number


def _wait_for(path: Path) -> str:
    """Return the name of *path*, once there is a "far" that is asked for."""
    while path.name == "far" and not path.exists():
        time.sleep(0.01)
    return path.name


def test_a_job_that_lacks_the_memory_of_its_claim_is_told_apart_from_one_that_lacks_all():
    small = Claim(60, 60, FAR, memory=100 * 1024**2)
    found = [*_in_order(["a", "grows", "swells"], _do, count=1, memory=MEMORY, claim=lambda job: small)]
    reason = "it takes more than 100 MB of memory"
    assert found == ["A", Lost("grows", reason, short=True), Lost("swells", reason, short=True)]
    assert _done("swells") == ["swells: it takes more than 200 MB of memory"]


def test_a_process_that_crashes_with_a_share_of_the_memory_may_have_lacked_it():
    claims = {"dies": Claim(60, 60, FAR, memory=100 * 1024**2), "exits": Claim(60, 60, FAR, memory=100 * 1024**2)}
    found = [*_in_order(["dies", "exits"], _do, count=1, memory=MEMORY, claim=claims.__getitem__)]
    assert [each.short for each in found] == [True, False]


def test_a_process_that_was_full_is_not_given_another_job():
    before, lost, after = _done("pid", "swells", "pid")
    assert "memory" in lost
    assert before != after


@pytest.mark.parametrize(
    ("large", "lasting", "stays"),
    [
        pytest.param(1, 0.0, False, id="one that has become large"),
        pytest.param(1, 60.0, True, id="one that was begun just now"),
        pytest.param(2**40, 0.0, True, id="a small one"),
    ],
)
def test_a_process_that_has_become_large_is_begun_anew(monkeypatch, large, lasting, stays):
    monkeypatch.setattr(processes, "LARGE", large)
    monkeypatch.setattr(processes, "LASTING", lasting)
    before, middle, after = _done("pid", "a job", "pid")
    assert middle == "A JOB"
    assert (before == after) is stays
