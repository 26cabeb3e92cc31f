"""A progress bar on a terminal; nothing anywhere else."""

import os
import time
from types import TracebackType
from typing import Self, TextIO

from qa_bot.cli.layout import cells
from qa_bot.text.printable import printable

_BAR = 24
_INTERVAL = 0.05  # seconds between two drawings: more often only costs time


class Bar:
    """Draws how far a build has come, on the last line of a terminal, and wipes it at the end."""

    def __init__(self, stream: TextIO, *, visible: bool = True) -> None:
        self._stream = stream
        self._visible = visible and stream.isatty() and os.environ.get("TERM") != "dumb"
        self._drawn = 0.0

    def __enter__(self) -> Self:
        return self

    def __call__(self, *, done: int, total: int, name: str) -> None:
        """Show that *done* of *total* are read, and *name* just now."""
        now = time.monotonic()
        if self._visible and now - self._drawn >= _INTERVAL:
            self._drawn = now
            self._stream.write(f"\r\x1b[K{self._line(done, total, name)}")
            self._stream.flush()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _line(self, done: int, total: int, name: str) -> str:
        full = _BAR * done // total if total else 0
        share = 100 * done // total if total else 100
        head = f"{'█' * full}{'░' * (_BAR - full)} {share:3} %  "
        try:
            room = (os.get_terminal_size(self._stream.fileno()).columns or 80) - len(head) - 1
        except (OSError, ValueError):
            room = 79 - len(head)
        shown = printable(name)
        while cells(shown) > max(room, 0):
            shown = shown[1:]
        return head + shown
