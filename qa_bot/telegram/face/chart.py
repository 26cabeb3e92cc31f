"""A chart of figures by period, drawn in a process of its own: the library that draws takes more memory than the bot.

``python -m qa_bot.telegram.face.chart`` reads a `Chart` as JSON and writes a PNG.
"""

import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from qa_bot.rendering import wording
from qa_bot.schema import Bound, CitedFigure, Record
from qa_bot.settings import PREFIX
from qa_bot.telegram.messages import shortened

BARS = 24
PATIENCE = 60.0  # seconds; drawing takes two, the first time on a machine ten
_WIDTH, _HEIGHT, _DPI = 8.0, 4.5, 120


class Bar(Record):
    period: str
    value: float
    label: str  # the number as written, with its bound
    exact: bool


class Chart(Record):
    title: str
    source: str
    bars: tuple[Bar, ...]


def chart_of(figures: Sequence[CitedFigure], *, title: str, source: str, language: str) -> Chart:
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

    def __init__(self, fonts: Path) -> None:
        self._turn = asyncio.Lock()
        self._fonts = fonts

    async def draw(self, chart: Chart) -> bytes | None:
        """Return *chart* as a PNG; None when it cannot be drawn."""
        async with self._turn:
            return await _drawn(chart, {**harmless_environment(), "MPLCONFIGDIR": str(self._fonts)})


def harmless_environment() -> dict[str, str]:
    """Return the environment without our settings: one of them may be a token, and drawing needs none."""
    return {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}


async def _drawn(chart: Chart, environment: dict[str, str]) -> bytes | None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", __name__),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=environment,
    )
    try:
        picture, _ = await asyncio.wait_for(process.communicate(chart.model_dump_json().encode()), PATIENCE)
    except TimeoutError:
        process.kill()
        await process.wait()
        return None
    return picture if process.returncode == 0 and picture else None


def main() -> None:
    """Read a chart and write it, drawn."""
    import matplotlib as mpl  # an extra, and this process is the only one that needs it

    mpl.use("Agg")
    mpl.rcParams["text.parse_math"] = False  # a dollar sign is money
    from matplotlib import pyplot as plt

    chart = Chart.model_validate_json(sys.stdin.buffer.read())
    figure, axes = plt.subplots(figsize=(_WIDTH, _HEIGHT), dpi=_DPI, layout="constrained")
    places = range(len(chart.bars))
    bars = axes.bar(places, [bar.value for bar in chart.bars], color="#4a7fb5", width=0.6)
    for drawn, bar in zip(bars, chart.bars, strict=True):
        if not bar.exact:
            drawn.set(hatch="//", edgecolor="white")
    axes.bar_label(bars, [bar.label for bar in chart.bars], fontsize=9, padding=2)
    slanted = len(chart.bars) > 6 or max(len(bar.period) for bar in chart.bars) > 10
    axes.set_xticks(places, [bar.period for bar in chart.bars], rotation=30 if slanted else 0, ha="right" if slanted else "center")
    axes.set_title(chart.title, fontsize=11, wrap=True)
    axes.set_xlabel(chart.source, fontsize=8, color="#666666", wrap=True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.yaxis.set_major_formatter(mpl.ticker.StrMethodFormatter("{x:,.12g}"))
    axes.margins(y=0.12)
    figure.savefig(sys.stdout.buffer, format="png")


if __name__ == "__main__":
    main()
