"""Measure how long the command line takes from process start to answer, against starting Python alone.

    python -m benchmarks.start                a table: medians of runs that take turns, in milliseconds and as multiples of python -c pass
    python -m benchmarks.start --runs 50      more of them: on a busy machine the ratios of processor time hold, those of the clock less so

Each round runs every command once, so that whatever else the machine does falls on all of them alike. The budgets are those of the
project: an answer in 18 times the start of Python, help and version in 6 times. Leaves with 1 when processor time exceeds one.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
QUESTION = "How many extradition refusals in 2023?"
BARE = "python -c pass"
BUDGETS = {"qa-bot ask": 18.0, "qa-bot --help": 6.0, "qa-bot --version": 6.0}


class Run(NamedTuple):
    """Milliseconds from start to end of a process: of processor time, its own and the system's, and by the clock."""

    processor: float
    clock: float


def commands(index: Path) -> dict[str, list[str]]:
    """Return what is measured, by name."""
    program = [sys.executable, "-m", "qa_bot"]
    return {
        BARE: [sys.executable, "-c", "pass"],
        "qa-bot --version": [*program, "--version"],
        "qa-bot --help": [*program, "--help"],
        "import pydantic": [sys.executable, "-c", "import pydantic.main, pydantic.fields"],  # for comparison: the largest part of a start
        "qa-bot ask": [*program, "ask", "--index", str(index), QUESTION],
    }


def run(command: Sequence[str], bytecode: Path) -> Run:
    """Run *command* once; raise CalledProcessError when it fails.

    Compiled modules are kept in *bytecode*, whatever the caller's environment says: a user's second run finds them too.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(bytecode)
    before, started = getrusage(RUSAGE_CHILDREN), perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    clock, after = perf_counter() - started, getrusage(RUSAGE_CHILDREN)
    return Run(1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime), 1000 * clock)


def measure(measured: Mapping[str, Sequence[str]], runs: int, bytecode: Path) -> dict[str, Run]:
    """Return the medians of *runs* rounds; one round before them fills caches and is not counted."""
    found: dict[str, list[Run]] = {name: [] for name in measured}
    for _ in range(runs + 1):
        for name, command in measured.items():
            found[name].append(run(command, bytecode))
    return {name: Run(*(median(times) for times in zip(*every[1:], strict=True))) for name, every in found.items()}


def report(medians: Mapping[str, Run]) -> bool:
    """Print the table; return whether every budget is kept."""
    bare = medians[BARE]
    kept = True
    print(f"{'':18}{'processor':>12}{'':>8}{'clock':>12}{'':>8}  budget")
    for name, times in medians.items():
        ratios = Run(times.processor / bare.processor, times.clock / bare.clock)
        budget = BUDGETS.get(name)
        kept = kept and (budget is None or ratios.processor <= budget)
        figures = f"{times.processor:9.1f} ms{ratios.processor:7.1f}x{times.clock:9.1f} ms{ratios.clock:7.1f}x"
        print(f"{name:18}{figures}" + (f"  {budget:.0f}x" if budget else ""))
    return kept


def main() -> int:
    """Build an index of the shipped documents, measure, print; return 1 when a budget is exceeded."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15, help="rounds that count (default: 15)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        building = [sys.executable, "-m", "qa_bot", "index", str(ROOT / "corpus"), "--index", str(index), "--quiet"]
        subprocess.run(building, cwd=ROOT, check=True)
        return 0 if report(measure(commands(index), args.runs, Path(folder) / "bytecode")) else 1


if __name__ == "__main__":
    sys.exit(main())
