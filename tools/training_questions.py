"""Questions with known answers and the passages found for them: what the reader is trained on."""

import gzip
import json
import pickle
import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypedDict

from alter_questions import alter

from qa_bot.build import build
from qa_bot.question import understand
from qa_bot.retrieval import Index, open_index
from qa_bot.schema import Hit, Query

ALTERED = 3000  # questions of a corpus with a word exchanged, at most
HITS = 20  # passages kept of those found
AS_OF = date(2020, 1, 1)


class Asked(TypedDict):
    question: str
    answers: list[str]
    doc_id: str


class Found(NamedTuple):
    question: Asked
    query: Query
    hits: list[Hit]


class Stored(NamedTuple):
    """Questions with their passages: about the corpora, about titles left out of them, and altered ones."""

    found: list[Found]
    absent: list[Found]
    altered: list[Found]


def remembered(corpora: Sequence[Sequence[Path]], most: int, seed: int, store: Path | None) -> Stored:
    """Return the questions of the corpora, of each with the passages found for them, and altered ones."""
    if store is not None and store.exists():
        kept: Stored = pickle.loads(store.read_bytes())
        return kept
    stored = Stored([], [], [])
    for corpus, *paths in corpora:
        chance = random.Random(seed)
        left_out = every_fifth(corpus)
        questions = [question for path in paths for question in drawn(path, most, chance)]
        with indexed(corpus, left_out) as index:
            found = [find(index, question) for question in questions if stem_of(question["doc_id"]) not in left_out]
            stored.found.extend(found)
            stored.absent.extend(find(index, question) for question in questions if stem_of(question["doc_id"]) in left_out)
            stored.altered.extend(altered(index, found, chance))
    if store is not None:
        store.write_bytes(pickle.dumps(stored))
    return stored


def altered(index: Index, found: Sequence[Found], chance: random.Random) -> Iterator[Found]:
    """Yield up to ALTERED of the questions with a word exchanged, each with the passages found for it."""
    made = 0
    for item in chance.sample(found, len(found)):
        title = stem_of(item.question["doc_id"])
        home = [hit for hit in item.hits if stem_of(hit.passage.doc_id) == title]
        question = alter(item.question["question"], item.question["answers"], home, chance) if made < ALTERED else None
        if question is not None:
            made += 1
            yield find(index, {**item.question, "question": question})


def drawn(path: Path, most: int, chance: random.Random) -> list[Asked]:
    questions = lines(path)
    return questions if len(questions) <= most else chance.sample(questions, most)


def every_fifth(corpus: Path) -> frozenset[str]:
    """Return every fifth of the titles of *corpus*."""
    titles = {stem_of(json.loads(line)["_id"]) for line in read_lines(corpus) if line.strip()}
    return frozenset(sorted(titles)[::5])


@contextmanager
def indexed(corpus: Path, left_out: frozenset[str]) -> Iterator[Index]:
    """Yield an index of *corpus* without the documents of the titles *left_out*; it is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "corpus.jsonl"
        lines = (line for line in read_lines(corpus) if line.strip())
        plain.write_text("".join(line for line in lines if stem_of(json.loads(line)["_id"]) not in left_out), encoding="utf-8")
        build([plain], index=Path(folder) / "index")
        yield open_index(Path(folder) / "index")


def find(index: Index, question: Asked) -> Found:
    """Return *question* as understood, with its hits in *index*."""
    query = understand(question["question"], previous=None, words=index, as_of=AS_OF)
    return Found(question, query, [hit._replace(figures=()) for hit in index.search(query, top_k=HITS)[:HITS]])


def read_lines(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as stream:
        return list(stream)


def lines(path: Path) -> list[Asked]:
    return [json.loads(line) for line in read_lines(path) if line.strip()]


def stem_of(doc_id: str) -> str:
    """Return the title that a paragraph belongs to: "Apollo_11" of "Apollo_11#3", "ru:x01" of "ru:x01_0"."""
    return re.sub(r"[#_]\d+$", "", doc_id)
