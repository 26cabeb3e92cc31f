"""Measure how cost grows with the corpus: building, size, memory, start and answers, at sizes ten times each other.

    python -m benchmarks growth                                  1,000 and 10,000 passages, recombined from the project's own documents
    python -m benchmarks growth --passages 100000                other sizes; may be repeated
    python -m benchmarks growth --engine rank-bm25               with the other engine
    python -m benchmarks growth --copies INDEX --times 328       an index of so many copies of each document of another
    python -m benchmarks growth --asked INDEX                    answers alone, over an index that is there
    python -m benchmarks growth --keep FOLDER                    leave the indexes there
    python -m benchmarks growth --results FILE.jsonl --svg docs/growth.svg     add what was measured to a file, and draw all that it holds

Building runs in a process of its own. Its memory is the proportional share (PSS) of all its processes together, looked at every half
second, at its highest; that of answering is what one process has resident after all questions. Answers are timed by the processor; the
median by the clock, which whatever else the machine does makes longer, stands beside it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.recombined import ROOT, write
from qa_bot.retrieval.generations import MANIFEST, current

QUESTIONS = ROOT / "tests" / "quality" / "questions.jsonl"
STARTS = 3


class Size(NamedTuple):
    """What one size of corpus cost: seconds, megabytes, milliseconds."""

    passages: int
    figures: int
    build_seconds: float
    build_memory: float
    index_size: float
    start: float
    middle: float
    high: float
    clock: float
    memory: float


class Built(NamedTuple):
    """What building took, in seconds and megabytes."""

    seconds: float
    memory: float


def main() -> int:
    """Print a table, draw the picture; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, action="append", help="how many; may be repeated")
    parser.add_argument("--engine", default="tantivy")
    parser.add_argument("--copies", type=Path, metavar="INDEX")
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--asked", type=Path, metavar="INDEX")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--results", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--svg", type=Path, metavar="FILE.svg")
    parser.add_argument("--ask", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.ask:
        return _ask(args.ask)
    print(f"load of the machine: {os.getloadavg()[0]:.1f}, {os.cpu_count()} processors, {sys.version.split()[0]}")
    print(
        f"{'passages':>10}{'figures':>10}{'build s':>10}{'build MB':>10}{'index MB':>10}{'start ms':>10}{'p50 ms':>9}{'p95 ms':>9}"
        f"{'clock':>9}{'ask MB':>8}"
    )
    sizes = [Size(**json.loads(line)) for line in args.results.open(encoding="utf-8")] if args.results and args.results.exists() else []
    for size in _measured(args):
        sizes.append(size)
        print(
            f"{size.passages:>10,}{size.figures:>10,}{size.build_seconds:>10.1f}{size.build_memory:>10.0f}{size.index_size:>10.1f}"
            f"{size.start:>10.0f}{size.middle:>9.1f}{size.high:>9.1f}{size.clock:>9.1f}{size.memory:>8.0f}",
            flush=True,
        )
        if args.results:
            args.results.write_text("".join(json.dumps(each._asdict()) + "\n" for each in sizes), encoding="utf-8")
    if args.svg:
        args.svg.write_text(picture(sorted(sizes)), encoding="utf-8")
    return 0


def _measured(args: argparse.Namespace) -> Iterator[Size]:
    if args.asked:
        yield measured(args.asked, Built(0.0, 0.0))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = args.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        if args.copies:
            index = folder / f"copies-{args.times}"
            yield measured(index, built("benchmarks", "copies", str(args.copies), "--times", str(args.times), "--to", str(index)))
            return
        for passages in args.passages or [1_000, 10_000]:
            corpus, index = write(Path(name) / "en.jsonl", "en", passages=passages), folder / f"recombined-{passages}"
            yield measured(index, built("qa_bot", "index", str(corpus), "--index", str(index), "--engine", args.engine, "--quiet"))


def built(*arguments: str) -> Built:
    """Return what the module that is named, with its arguments, took to build an index."""
    started, highest = time.perf_counter(), 0.0
    building = subprocess.Popen([sys.executable, "-m", *arguments], cwd=ROOT, stdout=subprocess.DEVNULL)
    while building.poll() is None:
        highest = max(highest, _together(building.pid))
        time.sleep(0.5)
    assert building.returncode == 0
    return Built(time.perf_counter() - started, highest)


def measured(index: Path, building: Built) -> Size:
    """Return what the index holds and costs to ask, beside what *building* it took."""
    manifest = json.loads((current(index) / MANIFEST).read_bytes())
    size = sum(path.stat().st_size for path in index.rglob("*") if path.is_file()) / 1e6
    starts = [_started(index) for _ in range(STARTS)]
    command = [sys.executable, "-m", "benchmarks.growth", "--ask", str(index)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return Size(manifest["passages"], manifest["figures"], *building, size, median(starts), *json.loads(done.stdout))


def _together(pid: int) -> float:
    """Return the megabytes of a process and all below it, what they share counted once."""
    total, waiting = 0, [pid]
    while waiting:
        each = waiting.pop()
        with suppress(OSError):  # it has just ended
            for task in Path(f"/proc/{each}/task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
            rollup = Path(f"/proc/{each}/smaps_rollup").read_text()
            total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total / 1024


def _started(index: Path) -> float:
    started = time.perf_counter()
    command = [sys.executable, "-m", "qa_bot", "ask", "How many extradition refusals in 2023?", "--index", str(index)]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    return 1000 * (time.perf_counter() - started)


def _ask(index: Path) -> int:
    """Ask all questions once and print p50 and p95 by the processor, p50 by the clock, and resident megabytes."""
    from datetime import date

    from qa_bot.app import open_answerer

    answerer = open_answerer(index)
    lines = [json.loads(line) for line in QUESTIONS.open(encoding="utf-8")]
    asked = [line["question"] for line in lines if not line.get("history")]
    times, clocks = [], []
    for place, question in enumerate(asked):
        started, clock = time.process_time(), time.perf_counter()
        answerer.ask(question, as_of=date(2024, 5, 1))
        if place >= 10:  # before, models are loaded
            times.append(1000 * (time.process_time() - started))
            clocks.append(1000 * (time.perf_counter() - clock))
    times.sort()
    status = Path("/proc/self/status").read_text()
    resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024
    print(json.dumps([median(times), times[int(0.95 * len(times))], median(clocks), resident]))
    return 0


WIDTH, HEIGHT, LEFT, BELOW = 640, 300, 60, 40
LINES = (
    ("p50 ms", "middle", "#2563eb"),
    ("p95 ms", "high", "#93c5fd"),
    ("answering, MB", "memory", "#16a34a"),
    ("building, MB", "build_memory", "#ea580c"),
)


def picture(sizes: Sequence[Size]) -> str:
    """Return an SVG of latency and memory against passages, both axes by powers of ten."""
    from math import ceil, floor, log10

    values = [value for size in sizes for _, name, _ in LINES if (value := getattr(size, name))]  # 0 is what was not measured
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    first = floor(log10(sizes[0].passages))
    last = max(ceil(log10(sizes[-1].passages) - 0.05), first + 1)  # what is a little beyond a power of ten may stand beyond it

    def at(passages: float, value: float) -> tuple[float, float]:
        across = (log10(passages) - first) / (last - first) * (WIDTH - LEFT - 150)
        return LEFT + across, HEIGHT - BELOW - (log10(value) - low) / (high - low) * (HEIGHT - BELOW - 20)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">']
    parts.append(f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>')
    for power in range(low, high + 1):
        _, y = at(10**first, 10**power)
        parts.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - 150}" y2="{y:.1f}" stroke="#e5e7eb"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" fill="#374151">{10**power:,g}</text>')
    for power in range(first, last + 1):
        x, _ = at(10**power, 10**low)
        parts.append(f'<text x="{x:.1f}" y="{HEIGHT - BELOW + 18}" text-anchor="middle" fill="#374151">{10**power:,}</text>')
    parts.append(f'<text x="{LEFT}" y="{HEIGHT - 6}" fill="#374151">passages</text>')
    for place, (label, name, colour) in enumerate(LINES):
        points = [at(size.passages, value) for size in sizes if (value := getattr(size, name))]
        drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{drawn}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
        parts.append(f'<text x="{WIDTH - 140}" y="{40 + 20 * place}" fill="{colour}">{label}</text>')
    return "\n".join([*parts, "</svg>", ""])


if __name__ == "__main__":
    sys.exit(main())
