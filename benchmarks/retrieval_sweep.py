"""Measure retrieval on questions whose document is known, and see what each weight of the re-scoring is worth.

    python benchmarks/retrieval_sweep.py BENCH            R@1, R@5, R@20 and milliseconds a search, for both engines
    python benchmarks/retrieval_sweep.py BENCH --sweep    the same with one weight at a time set to 0, halved, doubled

BENCH is a folder with corpus_squad.jsonl, numeric.jsonl, other.jsonl and the like; questions carry "question" and "doc_id". The weights
in qa_bot/retrieval/rescore.py come from the questions in train/ (a softmax over the candidates, then rounded), never from the others.
"""

import argparse
import gzip
import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from qa_bot.build import build
from qa_bot.question.understand import understand
from qa_bot.retrieval import ENGINES, Index, open_index
from qa_bot.retrieval.index import CANDIDATES
from qa_bot.retrieval.rescore import WEIGHTS, Weights, features, read_question, score, term_weights
from qa_bot.schema import Query

CORPORA = {
    "corpus_squad.jsonl": ("numeric.jsonl", "other.jsonl"),
    "corpus_xquad_ru.jsonl": ("ru.jsonl",),
    "corpus_xquad_en.jsonl": ("ru_en.jsonl",),
    "train/corpus_train.jsonl.gz": ("train/train_numeric.jsonl.gz", "train/train_other.jsonl.gz"),
}
SAMPLE = 1000  # questions of each file, drawn with a fixed seed
TODAY = date(2024, 1, 1)  # what "this year" means: any fixed day


class Judged(NamedTuple):
    """A question's candidates: the document and the features of each, and the document that answers."""

    gold: str
    candidates: list[tuple[str, Weights]]


def main() -> None:
    """Print the measures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--sweep", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for number, (corpus, files) in enumerate(CORPORA.items()):
            if not (args.bench / corpus).exists():
                print(f"{corpus}: not there, skipped")
                continue
            index = _built(args.bench / corpus, Path(folder) / str(number))
            for file in files:
                questions = _questions(args.bench / file)
                if args.sweep:
                    _sweep(file, open_index(index), questions)
                else:
                    for engine in ENGINES:
                        _measure(file, open_index(index, engine=engine), questions, engine)


def _built(corpus: Path, folder: Path) -> Path:
    """Return an index of *corpus*, in *folder*."""
    source = folder / "corpus" / "corpus.jsonl"
    source.parent.mkdir(parents=True)
    source.write_text("".join(_lines(corpus)), encoding="utf-8")
    report = build([source], index=folder / "index")
    size = source.stat().st_size / 1e6
    print(f"{corpus.name}: {report.passages:,} passages, {report.figures:,} figures, {size / report.seconds:.2f} MB/s")
    return folder / "index"


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from file


def _questions(path: Path) -> list[tuple[str, str]]:
    """Return (question, doc_id of its answer), a sample of a long file."""
    rows = [json.loads(line) for line in _lines(path)]
    random.Random(7).shuffle(rows)
    return [(row["question"], row["doc_id"]) for row in rows[:SAMPLE]]


def _read(index: Index, question: str) -> Query:
    return understand(question, previous=None, words=index, as_of=TODAY)


def _measure(name: str, index: Index, questions: Sequence[tuple[str, str]], engine: str) -> None:
    found, times = [], []
    for question, gold in questions:
        query = _read(index, question)
        started = perf_counter()
        hits = index.search(query)
        times.append(1000 * (perf_counter() - started))
        documents = list(dict.fromkeys(hit.passage.doc_id for hit in hits))
        found.append(documents.index(gold) if gold in documents else len(documents))
    recall = "  ".join(f"R@{k} {100 * sum(rank < k for rank in found) / len(found):5.1f}" for k in (1, 5, 20))
    print(f"{name:30} {engine:10} n={len(found):4}  {recall}  search p50 {median(times):.2f} ms")


def _sweep(name: str, index: Index, questions: Sequence[tuple[str, str]]) -> None:
    judged = [_judge(index, _read(index, question), gold) for question, gold in questions]
    print(f"{name:30} as shipped: R@1 {_first(judged, WEIGHTS):.1f}")
    for place, feature in enumerate(Weights._fields):
        tried = {
            factor: _first(judged, Weights(*(w * factor if i == place else w for i, w in enumerate(WEIGHTS)))) for factor in (0.0, 0.5, 2.0)
        }
        print(f"  {feature:12}" + "".join(f"  x{factor}: {value:5.1f}" for factor, value in tried.items()))


def _judge(index: Index, query: Query, gold: str) -> Judged:
    records = index._records  # a sweep looks inside
    terms = term_weights(query)
    rows = records.candidates(index._engine.candidates(terms, limit=CANDIDATES))
    question = read_question(query, records.frequencies(list(terms)), records.statistics)
    return Judged(gold, [(row.doc_id, features(question, row)) for row in rows])


def _first(judged: Sequence[Judged], weights: Weights) -> float:
    """Return how many of a hundred questions have their document first."""
    best = [max(question.candidates, key=lambda found: score(found[1], weights), default=None) for question in judged]
    return 100 * sum(found is not None and found[0] == question.gold for found, question in zip(best, judged, strict=True)) / len(judged)


if __name__ == "__main__":
    main()
