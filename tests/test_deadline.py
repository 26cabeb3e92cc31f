import re
import threading

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


def test_another_thread_is_not_watched():
    done = []

    def work() -> None:
        with deadline(0.01):
            done.append(sum(range(10**5)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(done) == 1
