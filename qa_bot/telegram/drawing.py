"""The process that draws charts: ``python -m qa_bot.telegram.drawing`` reads a `face.chart.Chart` a line as JSON, and writes its PNG.

Before each stands its length in four bytes, 0 where it cannot be drawn. It ends with its input, and so with the bot. It imports nothing of
ours, which would take as long as what it needs.
"""

import io
import json
import struct
import sys
from typing import Any

WIDTH, HEIGHT, DPI = 8.0, 4.5, 120


def main() -> None:
    """Draw until there is nothing more to draw."""
    for line in sys.stdin.buffer:
        try:
            picture = drawn(json.loads(line))
        except Exception:  # whatever a library makes of what documents call things
            picture = b""
        sys.stdout.buffer.write(struct.pack(">I", len(picture)) + picture)
        sys.stdout.buffer.flush()


def drawn(chart: dict[str, Any]) -> bytes:
    """Return a chart as a PNG."""
    import matplotlib as mpl  # an extra, and this process is the only one that needs it

    mpl.rcParams["text.parse_math"] = False  # a dollar sign is money
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    given = chart["bars"]
    figure = Figure(figsize=(WIDTH, HEIGHT), dpi=DPI, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    places = range(len(given))
    bars = axes.bar(places, [bar["value"] for bar in given], color="#4a7fb5", width=0.6)
    for column, bar in zip(bars, given, strict=True):
        if not bar["exact"]:
            column.set(hatch="//", edgecolor="white")
    axes.bar_label(bars, [bar["label"] for bar in given], fontsize=9, padding=2)
    slanted = len(given) > 6 or max(len(bar["period"]) for bar in given) > 10
    axes.set_xticks(places, [bar["period"] for bar in given], rotation=30 if slanted else 0, ha="right" if slanted else "center")
    axes.set_title(chart["title"], fontsize=11, wrap=True)
    axes.set_xlabel(chart["source"], fontsize=8, color="#666666", wrap=True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.yaxis.set_major_formatter(mpl.ticker.StrMethodFormatter("{x:,.12g}"))
    axes.margins(y=0.12)
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    return picture.getvalue()


if __name__ == "__main__":
    main()
