"""Measure what an answer takes once the program runs, beside what rank-bm25 takes to score the same question over the same passages.

    python -m benchmarks.questions                                             1,200 passages recombined from the project's own documents
    python -m benchmarks.questions --passages 21000                            more of them
    python -m benchmarks.questions --corpus FILE.jsonl --questions FILE.jsonl  your own; a question a line, as {"question": ...}

Two figures for each: *new* is a question that was never asked before, over passages that mostly were not looked at before; *again* is the
same question asked once more, the median of several times. Times are of the processor; those of the clock stand beside them. Questions
and BM25 take turns, so that whatever else the machine does falls on both. Garbage is looked for as seldom as `qa-bot chat` and
`qa-bot ask --batch` do.
"""

import argparse
import gc
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

from rank_bm25 import BM25Okapi

from benchmarks.recombined import ROOT, write
from qa_bot.__main__ import COLLECTING
from qa_bot.app import LiveAnswerer, open_answerer
from qa_bot.build import build
from qa_bot.text.analysis import analyse, query_terms
from qa_bot.text.language import language_of

QUESTIONS = ("tests/quality/questions.jsonl", "tests/quality/documents.jsonl")
AGAIN = 5  # times that each question is asked again
TODAY = date(2024, 5, 1)  # what "this year" means: any fixed day
BUDGETS = {1_200: 3.0, 21_000: 4.0, 1_000_000: 25.0}  # milliseconds at the median, by passages


class Times(NamedTuple):
    """Milliseconds of each question, by the processor and by the clock."""

    processor: list[float]
    clock: list[float]


def main() -> int:
    """Print a table; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--questions", type=Path, action="append", metavar="FILE.jsonl")
    parser.add_argument("--passages", type=int, default=1_200, help="how many to recombine (default: 1200)")
    args = parser.parse_args()
    gc.set_threshold(*COLLECTING)
    questions = _questions(args.questions or [ROOT / name for name in QUESTIONS], "ru" if args.corpus else "en")
    with tempfile.TemporaryDirectory() as folder:
        corpus = args.corpus or write(Path(folder) / "en.jsonl", "en", passages=args.passages)
        index = Path(folder) / "index"
        built = build([corpus], index=index)
        answerer = open_answerer(index)
        print(f"{built.passages:,} passages, {built.figures:,} figures, {len(questions)} questions")
        report(measure(answerer, BM25Okapi([analyse(passage) for passage in _passages(answerer)]), questions), built.passages)
    return 0


def measure(answerer: LiveAnswerer, bm25: BM25Okapi, questions: Sequence[str]) -> dict[str, Times]:
    """Return the times of the questions by what was measured; the models are loaded before."""

    def answer(question: str) -> object:
        return answerer.ask(question, as_of=TODAY)

    def score(question: str) -> object:
        return bm25.get_scores(query_terms(question))

    warm, asked = questions[:10], questions[10:]
    for question in warm:
        answer(question)
        score(question)
    new = [(_timed(answer, question), _timed(score, question)) for question in asked]
    again = [[_timed(answer, question) for question in asked] for _ in range(AGAIN)]
    medians = [(median(one[0] for one in every), median(one[1] for one in every)) for every in zip(*again, strict=True)]
    return {"new": _times([ours for ours, _ in new]), "again": _times(medians), "rank-bm25": _times([theirs for _, theirs in new])}


def report(measured: dict[str, Times], passages: int) -> None:
    """Print the table."""
    budget = next((limit for size, limit in sorted(BUDGETS.items()) if passages <= 1.5 * size), None)
    theirs = _at(measured["rank-bm25"].processor, 0.5)
    print(f"{'ms':12}{'p50':>8}{'p95':>8}{'mean':>8}{'clock p50':>12}{'clock p95':>12}{'of BM25':>10}  budget at p50")
    for name, times in measured.items():
        mean = sum(times.processor) / len(times.processor)
        middle, high = _at(times.processor, 0.5), _at(times.processor, 0.95)
        clock = f"{_at(times.clock, 0.5):12.2f}{_at(times.clock, 0.95):12.2f}"
        shown = f"  {budget:g}" if budget and name != "rank-bm25" else ""
        print(f"{name:12}{middle:8.2f}{high:8.2f}{mean:8.2f}{clock}{middle / theirs:9.2f}x{shown}")


def _timed(function: Callable[[str], object], question: str) -> tuple[float, float]:
    clock, processor = perf_counter(), process_time()
    function(question)
    return 1000 * (process_time() - processor), 1000 * (perf_counter() - clock)


def _times(pairs: Sequence[tuple[float, float]]) -> Times:
    return Times([processor for processor, _ in pairs], [clock for _, clock in pairs])


def _at(values: Sequence[float], share: float) -> float:
    return sorted(values)[int(share * len(values))]


def _questions(paths: Sequence[Path], language: str) -> list[str]:
    """Return the questions that stand alone; English ones unless the corpus is the caller's."""
    lines = [json.loads(line) for path in paths for line in path.open(encoding="utf-8")]
    found = dict.fromkeys(line["question"] for line in lines if not line.get("history"))
    return [question for question in found if language == "ru" or language_of(question) == "en"]


def _passages(answerer: LiveAnswerer) -> list[str]:
    """Return the text of every passage."""
    index = answerer.index
    return [document.text[block.span.start : block.span.end] for document in index.documents() for block in document.blocks]


if __name__ == "__main__":
    sys.exit(main())
