"""Jobs in processes of their own: what one does to its process costs itself."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from qa_bot.processes import Lost, in_order

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
        case "sleeps":
            time.sleep(60)
        case "fails":
            raise KeyError("odd")
    return job.upper()


def _done(*jobs: str, count: int = 1, patience: float = 60) -> list[str]:
    found = in_order(jobs, _do, count=count, memory=MEMORY, patience=lambda job: patience if job == "sleeps" else 60)
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
    ],
)
@pytest.mark.parametrize("count", [1, 2])
def test_a_job_that_harms_its_process_is_lost_with_the_reason_and_no_other(job, reason, count):
    assert _done("a", job, "b", count=count) == ["A", f"{job}: {reason}", "B"]


def test_a_job_that_never_ends_is_given_up():
    assert _done("a", "sleeps", "b", patience=0.5) == ["A", "sleeps: it takes more than 0 s", "B"]


def test_no_more_is_begun_than_is_waited_for():
    begun: list[int] = []

    def jobs() -> Iterator[str]:
        for number in range(100):
            begun.append(number)
            yield "a"

    found = in_order(jobs(), _do, count=2, memory=MEMORY, patience=lambda job: 60)
    next(found)
    assert len(begun) <= 6
    found.close()  # type: ignore[attr-defined]


def test_the_next_job_is_made_while_all_are_at_work():
    made = []

    def jobs() -> Iterator[int]:
        for number in range(3):
            made.append(number)
            yield number

    found = [(number, len(made)) for number in in_order(jobs(), abs, count=1, memory=MEMORY, patience=lambda job: 60)]
    assert found == [(0, 2), (1, 3), (2, 3)]


def test_a_job_that_takes_long_is_named_while_it_is_waited_for(monkeypatch):
    monkeypatch.setattr("qa_bot.processes.SLOW", 0.1)
    slow: list[str] = []
    list(in_order(["a", "sleeps", "b"], _do, count=1, memory=MEMORY, patience=lambda job: 1, slow=slow.append))
    assert "sleeps" in slow
