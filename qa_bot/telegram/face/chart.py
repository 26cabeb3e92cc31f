"""A chart of figures by period, drawn in a process of its own (`telegram/drawing.py`).

The library that draws takes more memory than the bot.
"""

import asyncio
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from qa_bot.rendering import wording
from qa_bot.schema import Bound, CitedFigure, Figure, Record
from qa_bot.settings import PREFIX
from qa_bot.telegram.messages import shortened

BARS = 24
PATIENCE = 60.0  # seconds; drawing takes two, the first time on a machine ten
KEPT = 120.0  # seconds for which the process waits for the next chart: 0.15 s of processor time instead of 0.8, for 75 MB


class Bar(Record):
    period: str
    value: float
    label: str  # the number as written, with its bound
    exact: bool


class Chart(Record):
    title: str
    source: str
    bars: tuple[Bar, ...]


def chart_of(figures: Sequence[CitedFigure | Figure], *, title: str, source: str, language: str) -> Chart:
    """Return *figures*, which are in the order of time, as bars."""
    bars = tuple(
        Bar(
            period=shortened(wording.period(figure.period, language) if figure.period else "", 24),
            value=float(figure.value),
            label=shortened(wording.amount(figure, language), 24),
            exact=figure.bound is Bound.EXACT,
        )
        for figure in figures[-BARS:]
    )
    return Chart(title=shortened(title, 120), source=shortened(source, 160), bars=bars)


class Draughtsman:
    """Draws one chart after the other: a drawing takes a processor and a hundred megabytes. *fonts* is the folder of its list of fonts."""

    def __init__(self, fonts: Path, *, kept: float = KEPT) -> None:
        self._turn = asyncio.Lock()
        self._fonts = fonts
        self._kept = kept
        self._process: subprocess.Popen[bytes] | None = None
        self._end: threading.Timer | None = None

    async def draw(self, chart: Chart) -> bytes | None:
        """Return *chart* as a PNG; None when it cannot be drawn."""
        async with self._turn:
            process = self._ready()
            try:
                picture = await asyncio.to_thread(_drawn, process, chart)
            except asyncio.CancelledError:
                process.kill()  # or the thread would wait for it
                raise
            self._end = _after(self._kept, process.kill)
            return picture

    def _ready(self) -> subprocess.Popen[bytes]:
        """Return the process that draws; a new one where the last has ended."""
        if self._end is not None:
            self._end.cancel()
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "qa_bot.telegram.drawing"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**harmless_environment(), "MPLCONFIGDIR": str(self._fonts)},
            )
        return self._process


def harmless_environment() -> dict[str, str]:
    """Return the environment without our settings: one of them may be a token, and drawing needs none."""
    return {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}


def _drawn(process: subprocess.Popen[bytes], chart: Chart) -> bytes | None:
    """Return what *process* makes of *chart*; it is ended when that takes too long."""
    assert process.stdin is not None
    assert process.stdout is not None
    end = _after(PATIENCE, process.kill)
    try:
        process.stdin.write(chart.model_dump_json().encode() + b"\n")
        process.stdin.flush()
        (size,) = struct.unpack(">I", process.stdout.read(4))
        picture = process.stdout.read(size)
    except (OSError, struct.error):  # it has ended
        return None
    finally:
        end.cancel()
    return picture if size and len(picture) == size else None


def _after(seconds: float, act: Callable[[], None]) -> threading.Timer:
    timer = threading.Timer(seconds, act)
    timer.daemon = True
    timer.start()
    return timer
