"""How far a build has come: a bar on a terminal, a line now and then in a log."""

import os
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TextIO

from qa_bot.cli.layout import cells
from qa_bot.text.printable import printable

_BAR = 24
_INTERVAL = 0.05  # seconds between two drawings: more often only costs time
_LINE = 10.0  # seconds between two lines where nothing can be drawn
_SETTLED = 2.0  # seconds after which a rate says something
_FIRST = 1.0  # seconds at most that the first of what is read may have taken
_MANY, _SMALL = 2, 20_000  # files a second, and bytes of one, from and up to which their number says more than their size
_TOLD = 200  # so many times as much may still be to do when it does


class Bar:
    """Draws how far a run has come and how long it still takes on the last line of a terminal, and wipes it at the end.

    Of *reading*, where what is counted are bytes, it tells the rate too, and where nothing can be drawn it says every ten seconds how
    far it is.
    """

    def __init__(self, stream: TextIO, *, visible: bool = True, reading: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._reading = reading
        self._drawn = visible and stream.isatty() and os.environ.get("TERM") != "dumb"
        self._visible = self._drawn or (visible and reading)
        self._begun = clock()
        self._reading_since: float | None = None  # the files were looked for before
        self._last = self._begun - (_INTERVAL if self._drawn else 0.0)
        self._there = False
        self._files = 0  # of which it was told, one after the other
        self._name = ""

    def __enter__(self) -> Self:
        return self

    def __call__(self, *, done: int, total: int, name: str) -> None:
        """Show that *done* of *total* are done, and *name* just now."""
        now = self._clock()
        self._files += name != self._name
        self._name = name
        if self._reading_since is None:
            self._reading_since = max(self._begun, now - _FIRST)
        if not self._is_due(now):
            return
        speed = self._speed(done, total, now - self._reading_since)
        if self._drawn:
            full = _BAR * done // total if total else 0
            self._draw(f"{'█' * full}{'░' * (_BAR - full)} {_share(done, total)}  {speed}{'  ' if speed else ''}", name)
        else:
            self._write(f"{_share(done, total).strip()} read{', ' if speed else ''}{speed}: {printable(name)}\n")

    def found(self, number: int, name: str) -> None:
        """Show that so many files were found, the last one called *name*, before any is read."""
        if not self._is_due(self._clock()):
            return
        head = f"{number:,} {'file' if number == 1 else 'files'} found"
        if self._drawn:
            self._draw(f"{head}  ", name)
        else:
            self._write(f"{head}: {printable(name)}\n")

    def _is_due(self, now: float) -> bool:
        """Return whether it is time to show something, and take it as shown."""
        if not self._visible or now - self._last < (_INTERVAL if self._drawn else _LINE):
            return False
        self._last = now
        return True

    def _draw(self, head: str, name: str) -> None:
        self._there = True
        self._write(f"\r\x1b[K{self._fitted(head, name)}")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._there:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _speed(self, done: int, total: int, seconds: float) -> str:
        """Return the rate and the time left, as soon as they can be told: "0.21 MB/s, 4 min left", of small files how many."""
        if seconds < _SETTLED or _TOLD * done < total or done >= total:  # what is still done with what was read, nobody can tell
            return ""
        rate, files = f"{done / seconds / 1e6:.2g} MB/s, ", self._files / seconds
        if files >= _MANY and done < _SMALL * self._files:
            rate = f"{files:.0f} files/s, "
        rate = rate if self._reading else ""
        return f"{rate}{_duration((total - done) * seconds / done)} left"

    def _fitted(self, head: str, name: str) -> str:
        """Return *head* and as much of the end of *name* as fits into the line."""
        try:
            room = (os.get_terminal_size(self._stream.fileno()).columns or 80) - len(head) - 1
        except (OSError, ValueError):
            room = 79 - len(head)
        shown = printable(name)
        while cells(shown) > max(room, 0):
            shown = shown[1:]
        return head + shown


def _share(done: int, total: int) -> str:
    return f"{100 * done // total if total else 100:3} %"


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
