"""Measure how fast documents are indexed, figures included, in one process and in two.

    python -m benchmarks.indexing                       English and Russian text recombined from the project's own documents
    python -m benchmarks.indexing --corpus FILE.jsonl   documents of your own; may be repeated
    python -m benchmarks.indexing --size 4000000        how many bytes of recombined text

Each build starts in a process of its own, as a user's does, and builds take turns. A megabyte is one of the documents' text, in UTF-8. The
rate of a core is by processor time, that of two cores by the clock, which is true only where two cores are free. Each is a median, with
the lowest and highest behind it.
"""

import argparse
import json
import multiprocessing
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter
from typing import NamedTuple

from benchmarks.recombined import write

BUDGETS = {"en": 1.0, "ru": 0.4}  # megabytes a second on two cores
WORKERS = 2


class Build(NamedTuple):
    """What one build took: seconds of processor time in all its processes, by the clock, the largest process in MB; what it found."""

    processor: float
    clock: float
    memory: float
    passages: int
    figures: int


def main() -> int:
    """Print a table; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, action="append", default=[], metavar="FILE.jsonl")
    parser.add_argument("--size", type=int, default=1_000_000, help="bytes of recombined text (default: 1000000)")
    parser.add_argument("--runs", type=int, default=5, help="builds of each kind (default: 5)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = [] if args.corpus else [write(Path(folder) / f"{language}.jsonl", language, size=args.size) for language in BUDGETS]
        print(f"{'':24}{'MB':>6}{'passages':>10}{'figures':>9}   {'MB/s, one core':22}{'MB/s, two cores':22}budget   {'memory':>6}")
        for path in (*args.corpus, *made):
            report(path, args.runs)
    return 0


def report(path: Path, runs: int) -> None:
    """Measure *path* and print its line."""
    texts = [json.loads(line)["text"] for line in path.open(encoding="utf-8")]
    size = sum(len(text.encode()) for text in texts) / 1e6
    rounds = [(built(path, 1), built(path, WORKERS)) for _ in range(runs)]
    one = [size / single.processor for single, _ in rounds]
    two = [size / double.clock for _, double in rounds]
    memory = max(double.memory for _, double in rounds)
    found = rounds[0][0]
    budget = BUDGETS.get(path.stem[-2:], BUDGETS["en"])
    print(
        f"{path.name:24}{size:6.2f}{found.passages:10,}{found.figures:9,}   {_spread(one):22}{_spread(two):22}{budget:<6}{memory:6.0f} MB"
    )


def built(path: Path, workers: int) -> Build:
    """Return what building an index of *path* took in a process of its own."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_build, args=(path, workers, there))
    process.start()
    found: Build = here.recv()
    process.join()
    return found


def _build(path: Path, workers: int, results: "multiprocessing.connection.Connection") -> None:
    from qa_bot.build import build  # in the process that is measured, and before the clock runs

    with tempfile.TemporaryDirectory() as folder:
        before, started = _processor(), perf_counter()
        report = build([path], index=Path(folder) / "index", workers=workers)
        clock = perf_counter() - started
        memory = max(getrusage(who).ru_maxrss for who in (RUSAGE_SELF, RUSAGE_CHILDREN)) / 1024
        results.send(Build(_processor() - before, clock, memory, report.passages, report.figures))


def _processor() -> float:
    return sum(used.ru_utime + used.ru_stime for used in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


def _spread(values: Sequence[float]) -> str:
    return f"{median(values):.2f} ({min(values):.2f}-{max(values):.2f})"


if __name__ == "__main__":
    sys.exit(main())
