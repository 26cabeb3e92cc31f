"""Benchmarks are run by hand; that each starts from their list, processes of its own included, is held here."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import benchmarks

ROOT = Path(__file__).parents[1]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "benchmarks", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", sorted(benchmarks()))
def test_each_benchmark_starts_from_the_list(name: str) -> None:
    done = run(name, "--help")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"usage: python -m benchmarks {name}")


def test_a_benchmark_that_builds_in_processes_of_its_own_runs_to_its_end(tmp_path: Path) -> None:
    corpus = tmp_path / "ferries.jsonl"
    corpus.write_text('{"text": "The ferries carried 240 passengers in 2022."}\n', encoding="utf-8")
    done = run("indexing", "--corpus", str(corpus), "--runs", "1")
    assert done.returncode == 0, done.stderr
    assert corpus.name in done.stdout


def test_an_unknown_name_lists_the_benchmarks() -> None:
    done = run("nothing")
    assert done.returncode == 2
    assert all(name in done.stdout for name in benchmarks())
