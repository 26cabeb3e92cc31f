"""Colour and width follow the terminal, NO_COLOR and COLUMNS."""

import io
import os
import pty
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from qa_bot.cli.progress import Bar
from qa_bot.cli.screen import Screen, standard_output
from qa_bot.rendering.blocks import Paragraph, Piece, Style


@contextmanager
def terminal(patch: pytest.MonkeyPatch) -> Iterator[int]:
    """Make stdout a terminal; give the end from which it can be read."""
    reader, writer = pty.openpty()
    with os.fdopen(writer, "w") as stream, patch.context() as inner:
        inner.setenv("TERM", "xterm")
        inner.setattr(sys, "stdout", stream)
        yield reader
    os.close(reader)


def test_a_pipe_is_plain_and_unbroken() -> None:
    screen = standard_output()
    assert (screen.colour, screen.width) == (False, None)


def test_columns_breaks_lines_in_a_pipe_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert standard_output().width == 40
    monkeypatch.setenv("COLUMNS", "wide")
    assert standard_output().width is None


def test_a_terminal_is_coloured_unless_it_may_not_be(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch):
        assert standard_output().colour
        assert not standard_output(colour="never").colour
        with monkeypatch.context() as patch:
            patch.setenv("NO_COLOR", "1")
            assert not standard_output().colour
            assert standard_output(colour="always").colour
        monkeypatch.setenv("TERM", "dumb")
        assert not standard_output().colour


def test_a_terminal_has_a_width(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch):
        width = standard_output().width
    assert width is not None
    assert 20 <= width <= 110


def test_without_colour_marks_are_spelled_out() -> None:
    stream = io.StringIO()
    Screen(stream, None, colour=False).show([Paragraph((Piece("refused "), Piece("114", Style.MARK), Piece(" times")))])
    assert stream.getvalue() == "refused **114** times\n"


def test_a_progress_bar_is_for_terminals_only() -> None:
    stream = io.StringIO()
    with Bar(stream) as bar:
        bar(done=1, total=2, name="a.txt")
    assert stream.getvalue() == ""


def test_a_log_is_told_now_and_then_how_far_the_reading_is() -> None:
    stream = io.StringIO()
    clock = iter([0.0, 1.0, 20.0, 21.0])
    with Bar(stream, reading=True, clock=lambda: next(clock)) as bar:
        for done in (1_000_000, 20_000_000, 21_000_000):
            bar(done=done, total=100_000_000, name="a\x1b[2J.txt")
    assert stream.getvalue() == "20 % read, 1 MB/s, 80 s left: a[2J.txt\n"


def test_a_log_is_told_now_and_then_how_many_files_are_found() -> None:
    stream = io.StringIO()
    clock = iter([0.0, 1.0, 20.0, 21.0])
    with Bar(stream, reading=True, clock=lambda: next(clock)) as bar:
        for number in (100, 12_000, 12_100):
            bar.found(number, "a\x1b[2J.txt")
    assert stream.getvalue() == "12,000 files found: a[2J.txt\n"


def test_a_terminal_shows_the_files_that_are_found_before_any_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch) as reader, Bar(sys.stdout, reading=True) as bar:
        bar.found(1, "a.txt")
        assert os.read(reader, 4096).decode().endswith("1 file found  a.txt")


def test_the_time_that_finding_the_files_took_slows_no_rate() -> None:
    stream = io.StringIO()
    clock = iter([0.0, 601.0, 611.0, 621.0])
    with Bar(stream, reading=True, clock=lambda: next(clock)) as bar:
        for done in (1_000_000, 11_000_000, 21_000_000):
            bar(done=done, total=100_000_000, name="a.txt")
    assert stream.getvalue().splitlines()[-1] == "21 % read, 1 MB/s, 79 s left: a.txt"


def test_of_small_files_it_is_told_how_many_are_read_in_a_second() -> None:
    stream = io.StringIO()
    clock = iter([0.0, *(0.05 * at for at in range(1, 402))])
    with Bar(stream, reading=True, clock=lambda: next(clock)) as bar:
        for at in range(1, 402):
            bar(done=at * 100, total=100_000, name=f"{at}.txt")
    assert ", 20 files/s, 30 s left: " in stream.getvalue()


def test_a_progress_bar_tells_rate_and_time_left_once_they_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 1.0, 1200.0])
    with terminal(monkeypatch) as reader, Bar(sys.stdout, reading=True, clock=lambda: next(clock)) as bar:
        bar(done=1, total=100_000_000, name="a.txt")
        first = os.read(reader, 4096).decode()
        bar(done=10_000_000, total=100_000_000, name="b.txt")
        second = os.read(reader, 4096).decode()
    assert "left" not in first
    assert " 10 %  0.0083 MB/s, 3.0 h left  b.txt" in second


def test_a_progress_bar_is_wiped_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch) as reader:
        with Bar(sys.stdout) as bar:
            bar(done=1, total=2, name="a\x1b[2J.txt")
        sys.stdout.write("END")
        sys.stdout.flush()
        drawn = ""
        while not drawn.endswith("END"):  # the kernel hands it over bit by bit
            drawn += os.read(reader, 4096).decode()
    assert " 50 %  a[2J.txt" in drawn
    assert drawn.endswith("\r\x1b[KEND")
