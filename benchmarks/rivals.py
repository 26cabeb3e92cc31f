"""Measure what a user would pick instead, over the same documents and questions, on the same machine, in turns.

    python -m benchmarks rivals --corpus CORPUS.jsonl --questions QUESTIONS.jsonl    {"question": ..., "doc_id": ...} a line
    python -m benchmarks rivals                                                     the project's own, recombined

Needs `pip install -r benchmarks/requirements.txt`, best in an environment of its own; what is not installed is left out and named. Each
is started in a process of its own for each run and round, one after the other; numbers are medians, and lowest and highest stand behind
them: what lies between is the machine's noise. All but qa-bot only rank; qa-bot also finds figures when it builds, and answers.

Build time is from documents in memory to a searchable index; its size is what lies on the disk, or, for what keeps none, the pickled
object. Cold start is from process start to the first result from what was built before. R@1, R@5 and MRR are of the document that holds
the answer, where the questions say it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter
from typing import NamedTuple, Protocol

from benchmarks.recombined import ROOT, write

TOP = 20  # passages that each is asked for


class Text(NamedTuple):
    """A passage, or a whole document, as it is given to everybody."""

    doc_id: str
    text: str


class Rival(Protocol):
    """Something that ranks texts."""

    def build(self, texts: Sequence[Text], corpus: Path, folder: Path) -> None: ...

    def open(self, folder: Path) -> Callable[[str], list[str]]:
        """Return what gives doc_ids for a question, the best first."""


def _words(text: str) -> list[str]:
    return [word for word in "".join(letter.lower() if letter.isalnum() else " " for letter in text).split() if word]


class QaBot:
    """The whole of qa-bot: figures and answers included."""

    def build(self, texts: Sequence[Text], corpus: Path, folder: Path) -> None:
        from qa_bot.build import build

        build([corpus], index=folder / "index")

    def open(self, folder: Path) -> Callable[[str], list[str]]:
        from datetime import date

        from qa_bot.app import open_answerer

        answerer = open_answerer(folder / "index")
        day = date(2024, 5, 1)
        return lambda question: [hit.doc_id for hit in answerer.ask(question, as_of=day).hits]


class QaBotSearch(QaBot):
    """qa-bot's search alone: candidates and re-scoring, no answer."""

    def open(self, folder: Path) -> Callable[[str], list[str]]:
        from qa_bot.retrieval import open_index
        from qa_bot.schema import Kind, Query
        from qa_bot.text.analysis import query_terms

        index = open_index(folder / "index")

        def search(question: str) -> list[str]:
            query = Query(text=question, language="en", kind=Kind.WHAT, terms=tuple(query_terms(question)))
            return [hit.passage.doc_id for hit in index.search(query, top_k=TOP)]

        return search


class RankBM25:
    """rank-bm25 scoring, split at what is no letter or digit."""

    def build(self, texts: Sequence[Text], corpus: Path, folder: Path) -> None:
        import pickle

        from rank_bm25 import BM25Okapi

        made = BM25Okapi([_words(text.text) for text in texts])
        (folder / "all").write_bytes(pickle.dumps(([text.doc_id for text in texts], made)))

    def open(self, folder: Path) -> Callable[[str], list[str]]:
        import pickle

        import numpy as np

        names, made = pickle.loads((folder / "all").read_bytes())  # written above
        return lambda question: [names[place] for place in np.argsort(-made.get_scores(_words(question)))[:TOP]]


class Bm25s:
    """bm25s with its own stop words, without a stemmer."""

    def build(self, texts: Sequence[Text], corpus: Path, folder: Path) -> None:
        import bm25s

        made = bm25s.BM25()
        made.index(bm25s.tokenize([text.text for text in texts], stopwords="en", show_progress=False), show_progress=False)
        made.save(str(folder / "all"))
        (folder / "names.json").write_text(json.dumps([text.doc_id for text in texts]))

    def open(self, folder: Path) -> Callable[[str], list[str]]:
        import bm25s

        made = bm25s.BM25.load(str(folder / "all"), mmap=True)
        names = json.loads((folder / "names.json").read_text())

        def search(question: str) -> list[str]:
            tokens = bm25s.tokenize([question], stopwords="en", show_progress=False)
            found, _ = made.retrieve(tokens, k=min(TOP, len(names)), show_progress=False)
            return [names[place] for place in found[0]]

        return search


class Fts5:
    """SQLite FTS5 with its Porter stemmer, any of the question's words."""

    def build(self, texts: Sequence[Text], corpus: Path, folder: Path) -> None:
        import sqlite3

        with sqlite3.connect(folder / "all.sqlite") as db:
            db.execute("CREATE VIRTUAL TABLE texts USING fts5 (doc_id UNINDEXED, text, tokenize = 'porter unicode61')")
            db.executemany("INSERT INTO texts VALUES (?, ?)", texts)

    def open(self, folder: Path) -> Callable[[str], list[str]]:
        import sqlite3

        db = sqlite3.connect(folder / "all.sqlite")

        def search(question: str) -> list[str]:
            wanted = " OR ".join(f'"{word}"' for word in _words(question))
            return [row[0] for row in db.execute("SELECT doc_id FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?", (wanted, TOP))]

        return search


class Haystack:
    """Haystack's in-memory document store and BM25 retriever, in a pipeline."""

    def build(self, texts: Sequence[Text], corpus: Path, folder: Path) -> None:
        from haystack import Document
        from haystack.document_stores.in_memory import InMemoryDocumentStore

        store = InMemoryDocumentStore()
        store.write_documents(
            [Document(id=str(place), content=text.text, meta={"doc_id": text.doc_id}) for place, text in enumerate(texts)]
        )
        store.save_to_disk(str(folder / "all.json"))

    def open(self, folder: Path) -> Callable[[str], list[str]]:
        from haystack import Pipeline
        from haystack.components.retrievers.in_memory import InMemoryBM25Retriever
        from haystack.document_stores.in_memory import InMemoryDocumentStore

        pipeline = Pipeline()
        pipeline.add_component(
            "retriever", InMemoryBM25Retriever(InMemoryDocumentStore.load_from_disk(str(folder / "all.json")), top_k=TOP)
        )

        def search(question: str) -> list[str]:
            found = pipeline.run({"retriever": {"query": question}})["retriever"]["documents"]
            return [document.meta["doc_id"] for document in found]

        return search


class LlamaIndex:
    """LlamaIndex's BM25 retriever, which has bm25s and a stemmer beneath."""

    def build(self, texts: Sequence[Text], corpus: Path, folder: Path) -> None:
        from llama_index.core.schema import TextNode
        from llama_index.retrievers.bm25 import BM25Retriever

        nodes = [TextNode(text=text.text, metadata={"doc_id": text.doc_id}) for text in texts]
        BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=min(TOP, len(nodes))).persist(str(folder / "all"))

    def open(self, folder: Path) -> Callable[[str], list[str]]:
        from llama_index.retrievers.bm25 import BM25Retriever

        retriever = BM25Retriever.from_persist_dir(str(folder / "all"))
        return lambda question: [found.node.metadata["doc_id"] for found in retriever.retrieve(question)]


RIVALS: Mapping[str, type[Rival]] = {
    "qa-bot": QaBot,
    "qa-bot search": QaBotSearch,
    "rank-bm25": RankBM25,
    "bm25s": Bm25s,
    "SQLite FTS5": Fts5,
    "Haystack BM25": Haystack,
    "LlamaIndex BM25": LlamaIndex,
}


def main() -> int:
    """Print a table; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--questions", type=Path, action="append", metavar="FILE.jsonl")
    parser.add_argument("--passages", type=int, default=1_000, help="how many to recombine (default: 1000)")
    parser.add_argument("--runs", type=int, default=3, help="rounds, in which all take turns (default: 3)")
    parser.add_argument("--only", action="append", choices=RIVALS, help="leave out the others; may be repeated")
    parser.add_argument("--step", nargs=3, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.step:
        return _step(*args.step)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = args.corpus or write(folder / "en.jsonl", "en", passages=args.passages)
        questions = args.questions or [ROOT / "tests/quality/questions.jsonl"]
        (folder / "task.json").write_text(
            json.dumps({"corpus": str(corpus.absolute()), "questions": [str(path.absolute()) for path in questions]})
        )
        report(folder, args.only or list(RIVALS), args.runs)
    return 0


def report(folder: Path, names: Sequence[str], runs: int) -> None:
    """Measure in rounds and print a line each."""
    print(f"load of the machine: {os.getloadavg()[0]:.1f}, {os.cpu_count()} processors, {sys.version.split()[0]}")
    measured: dict[str, list[dict[str, float]]] = {}
    for _ in range(runs):
        for name in names:
            found = measure(folder, name)
            if found:
                measured.setdefault(name, []).append(found)
    head = ("build s", "size MB", "build MB", "ask MB", "cold ms", "p50 ms", "p95 ms", "R@1", "R@5", "MRR")
    print(f"{'':16}" + "".join(f"{each:>22}" for each in head[:7]) + "".join(f"{each:>7}" for each in head[7:]))
    for name, rounds in measured.items():
        values = [[each[key] for each in rounds] for key in head]
        print(
            f"{name:16}" + "".join(f"{_spread(each):>22}" for each in values[:7]) + "".join(f"{median(each):7.3f}" for each in values[7:])
        )
    for name in names:
        if name not in measured:
            print(f"{name}: not installed, or it failed; see above")


def measure(folder: Path, name: str) -> dict[str, float]:
    """Return the figures of one round of *name*; nothing when it cannot be run."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        built = _child("build", name, made)
        if not built:
            return {}
        size = sum(path.stat().st_size for path in Path(made).rglob("*") if path.is_file()) / 1e6
        started = perf_counter()
        if not _child("first", name, made):
            return {}
        cold = 1000 * (perf_counter() - started)
        return {**built, "size MB": size, "cold ms": cold, **_child("ask", name, made)}


def _child(step: str, name: str, folder: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.rivals", "--step", step, name, folder]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        print(f"{name}: {step} failed with {done.returncode}", file=sys.stderr)
        return {}
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _step(step: str, name: str, made: str) -> int:
    """Do one thing in a process of its own and print its figures."""
    folder, rival = Path(made), RIVALS[name]()
    task = json.loads((folder.parent / "task.json").read_text())
    questions = _questions([Path(path) for path in task["questions"]])
    if step == "build":
        texts = _texts(Path(task["corpus"]))
        started = perf_counter()
        rival.build(texts, Path(task["corpus"]), folder)
        print(json.dumps({"build s": perf_counter() - started, "build MB": _memory()}))
        return 0
    search = rival.open(folder)
    if step == "first":
        print(json.dumps({"found": len(search(questions[0][0]))}))
        return 0
    for question, _ in questions[:10]:
        search(question)
    times, ranks = [], []
    for question, gold in questions:
        started = perf_counter()
        found = search(question)
        times.append(1000 * (perf_counter() - started))
        if gold:
            ranks.append(next((rank for rank, doc_id in enumerate(dict.fromkeys(found), 1) if doc_id in gold), 0))
    times.sort()
    judged = max(1, len(ranks))
    figures = {"p50 ms": median(times), "p95 ms": times[int(0.95 * len(times))], "ask MB": _memory()}
    quality = {
        "R@1": sum(rank == 1 for rank in ranks) / judged,
        "R@5": sum(0 < rank <= 5 for rank in ranks) / judged,
        "MRR": sum(1 / rank for rank in ranks if rank) / judged,
    }
    print(json.dumps({**figures, **quality}))
    return 0


def _texts(corpus: Path) -> list[Text]:
    """Return the paragraphs of the documents: what qa-bot takes for passages, as good as."""
    lines = [json.loads(line) for line in corpus.open(encoding="utf-8")]
    return [
        Text(str(line.get("_id", place)), part.strip())
        for place, line in enumerate(lines)
        for part in line["text"].split("\n\n")
        if part.strip()
    ]


def _questions(paths: Sequence[Path]) -> list[tuple[str, frozenset[str]]]:
    lines = [json.loads(line) for path in paths for line in path.open(encoding="utf-8")]
    alone = [line for line in lines if not line.get("history")]
    return [(line["question"], _gold(line)) for line in alone]


def _gold(line: Mapping[str, object]) -> frozenset[str]:
    found = line.get("doc_id") or line.get("relevant") or line.get("gold_docs") or ()
    return frozenset([found] if isinstance(found, str) else [str(each) for each in found] if isinstance(found, list) else ())


def _memory() -> float:
    """Return the most memory, in MB, that this process and the largest of its children had."""
    own, children = getrusage(RUSAGE_SELF).ru_maxrss, getrusage(RUSAGE_CHILDREN).ru_maxrss
    return (own + children) / 1024


def _spread(values: Sequence[float]) -> str:
    return f"{median(values):.1f} ({min(values):.1f}-{max(values):.1f})"


if __name__ == "__main__":
    sys.exit(main())
