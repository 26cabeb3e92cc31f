"""Charts as inline SVG, coloured by the page's style sheet, so that they follow it from light to dark and onto paper."""

import math
from collections.abc import Sequence
from itertools import pairwise

from qa_bot.evaluation.scores import Score, SlotCount
from qa_bot.evaluation.statistics import quantile_of
from qa_bot.rendering.report.elements import Markup, element

WIDTH, HEIGHT, MARGIN, FOOT, HEAD = 360, 190, 16, 34, 34  # about what a phone is wide, so that the writing keeps its size there
_TICKS = 9  # that have room below
_NAME_WIDTH = 86  # that "p95 1234.5 ms" takes
_STEPS = (1, 2, 5)  # of a decade: where one bin of milliseconds ends and the next begins


def interval_bar(score: Score) -> Markup:
    """Return the 95 % interval of a share as a bar between 0 and 1, with its value as a line."""
    low, high, value = (100 * min(max(number, 0.0), 1.0) for number in (score.low, score.high, score.value))
    at = min(max(value - 0.6, 0.0), 98.8)
    return element(
        "svg",
        element("rect", x=0, y=4, width=100, height=2, class_="track"),
        element("rect", x=f"{low:.2f}", y=2, width=f"{max(high - low, 0.8):.2f}", height=6, class_="interval"),
        element("rect", x=f"{at:.2f}", y=0, width=1.2, height=10, class_="value"),
        viewBox="0 0 100 10",
        preserveAspectRatio="none",
        class_="bar",
        role="img",
        aria_label=f"{value:.1f} of 100, between {low:.1f} and {high:.1f}",
    )


def slot_bar(count: SlotCount) -> Markup:
    """Return how often a slot was right, wrong and missing, as parts of one bar."""
    total = count.right + count.wrong + count.missing
    parts: list[Markup] = []
    start = 0.0
    for name, number in (("right", count.right), ("wrong", count.wrong), ("missing", count.missing)):
        wide = 100 * number / total
        parts.append(element("rect", x=f"{start:.2f}", y=0, width=f"{wide:.2f}", height=10, class_=name))
        start += wide
    told = f"{count.right} right, {count.wrong} wrong, {count.missing} missing"
    return element("svg", *parts, viewBox="0 0 100 10", preserveAspectRatio="none", class_="bar stacked", role="img", aria_label=told)


def latency_histogram(milliseconds: Sequence[float]) -> Markup:
    """Return how many answers took how long, in bins that grow with the time, with the median and the 95th percentile marked."""
    edges = _edges(milliseconds)
    counts = [sum(low <= value < high for value in milliseconds) for low, high in pairwise(edges)]
    wide = (WIDTH - 2 * MARGIN) / len(counts)
    tall = HEIGHT - FOOT - HEAD
    parts: list[Markup] = []
    counted: list[Markup] = []
    for at, count in enumerate(counts):
        x, height = MARGIN + at * wide, tall * count / max(counts)
        parts.append(
            element(
                "rect", x=f"{x + 1:.1f}", y=f"{HEAD + tall - height:.1f}", width=f"{wide - 2:.1f}", height=f"{height:.1f}", class_="column"
            )
        )
        if count:
            counted.append(_label(x + wide / 2, HEAD + tall - height - 4, str(count), "count"))
    parts.append(element("rect", x=MARGIN, y=HEAD + tall, width=WIDTH - 2 * MARGIN, height=1, class_="axis"))
    every = -(-len(edges) // _TICKS)
    parts += [_label(MARGIN + at * wide, HEIGHT - FOOT + 14, f"{edges[at]:g}", "tick") for at in range(0, len(edges), every)]
    names: list[Markup] = []
    for name, quantile, anchor in (("p50", 0.5, "end"), ("p95", 0.95, "start")):  # each on its side of both lines: they never overlap
        value = quantile_of(milliseconds, quantile)
        x = MARGIN + wide * _position(value, edges)
        parts.append(element("line", x1=f"{x:.1f}", x2=f"{x:.1f}", y1=16, y2=HEAD + tall, class_="quantile"))
        start = max(x - 4, _NAME_WIDTH) if anchor == "end" else min(max(x + 4, _NAME_WIDTH + 8), WIDTH - _NAME_WIDTH)
        names.append(_label(start, 12, f"{name} {value:.1f} ms", "quantile-name", anchor=anchor))
    parts.append(_label(WIDTH / 2, HEIGHT - 6, "milliseconds an answer", "tick"))
    told = f"latencies of {len(milliseconds)} answers"
    return element("svg", *parts, *counted, *names, viewBox=f"0 0 {WIDTH} {HEIGHT}", class_="chart", role="img", aria_label=told)


def _label(x: float, y: float, words: str, class_: str, *, anchor: str = "middle") -> Markup:
    return element("text", words, x=f"{x:.1f}", y=f"{y:.1f}", class_=class_, text_anchor=anchor)


def _edges(values: Sequence[float]) -> list[float]:
    """Return the ends of the bins: 1, 2, 5, 10, 20 ... as far as *values* reach."""
    low, high = max(min(values), 0.01), max(values)
    decades = range(math.floor(math.log10(low)) - 1, math.ceil(math.log10(max(high, 0.1))) + 2)
    steps = [step * 10.0**decade for decade in decades for step in _STEPS]
    first = max(edge for edge in steps if edge <= low)
    last = min(edge for edge in steps if edge > max(high, first))
    return [0.0 if min(values) < first else first, *(edge for edge in steps if first < edge <= last)]


def _position(value: float, edges: Sequence[float]) -> float:
    """Return where *value* stands along the bins: 2.5 is the middle of the third."""
    for at, (low, high) in enumerate(pairwise(edges)):
        if value < high:
            return at + max(value - low, 0.0) / (high - low)
    return float(len(edges) - 1)
