"""How the answers in words change with the number of sentences that the reader looks at and of spans that it judges as a whole.

    python benchmarks/reader_sweep.py CORPUS.jsonl QUESTIONS.jsonl

Prints F1 and exact match (as SQuAD normalises them) of the best span, whether declined or not, the share declined by kind of question
(a line may have a "kind"), and milliseconds a question, the search apart.
"""

import argparse
import json
import re
import string
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from qa_bot.answer.reader import Looked, judge, model, reading
from qa_bot.answer.signs import Judged
from qa_bot.answer.wanted import wanted
from qa_bot.build import build
from qa_bot.question import understand
from qa_bot.retrieval import open_index
from qa_bot.schema import Hit, Query

SENTENCES = (2, 3, 4, 6)
SPANS = (6, 12, 24, 48)
AS_OF = date(2020, 1, 1)


class Asked(NamedTuple):
    kind: str
    answers: list[str]
    query: Query
    hits: list[Hit]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("questions", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        build([given.corpus], index=Path(folder) / "index")
        questions = find(given.questions, Path(folder) / "index")
    for sentences in SENTENCES:
        for spans in SPANS:
            sys.stdout.write(f"{sentences} sentences, {spans:2} spans: {measure(questions, sentences, spans)}\n")


def find(questions: Path, folder: Path) -> list[Asked]:
    """Return the questions as understood, with the passages found for them."""
    index = open_index(folder)
    found: list[Asked] = []
    for line in questions.read_text(encoding="utf-8").splitlines():
        asked = json.loads(line)
        query = understand(asked["question"], previous=None, words=index, as_of=AS_OF)
        found.append(Asked(asked.get("kind", "all"), asked["answers"], query, index.search(query)))
    return found


def measure(questions: Sequence[Asked], sentences: int, spans: int) -> str:
    """Return the measures in one line."""
    declined: dict[str, list[bool]] = defaultdict(list)
    overlap: list[float] = []
    exact: list[bool] = []
    started = perf_counter()
    judged = [judge(one.query, wanted(one.query), one.hits, model().spans, sentences=sentences, spans=spans) for one in questions]
    took = 1000 * (perf_counter() - started) / max(1, len(questions))
    for one, best in zip(questions, judged, strict=True):
        declined[one.kind].append(not best or not reading(Looked(wanted(one.query), best, one.query.language), 0).answerable)
        if one.answers:
            said = short(best[0]) if best else ""
            overlap.append(max(f1(said, answer) for answer in one.answers))
            exact.append(any(normal(said) == normal(answer) for answer in one.answers))
    kinds = ", ".join(f"{kind} {100 * sum(marks) / len(marks):.1f}" for kind, marks in sorted(declined.items()))
    return f"F1 {mean(overlap):5.1f}, exact {mean(exact):5.1f}, {took:.1f} ms; declined: {kinds}"


def mean(values: Sequence[float]) -> float:
    return 100 * sum(values) / max(1, len(values))


def short(judged: Judged) -> str:
    start = judged.evidence.sentence.start - judged.evidence.passage.span.start
    return judged.evidence.passage.text[start + judged.start : start + judged.end]


def f1(first: str, second: str) -> float:
    """Return the overlap of two answers in words."""
    ours, theirs = normal(first), normal(second)
    common = sum((Counter(ours) & Counter(theirs)).values())
    return 2 * common / (len(ours) + len(theirs)) if common else 0.0


def normal(text: str) -> list[str]:
    plain = "".join(" " if sign in string.punctuation + "«»“”‘’—–" else sign for sign in text.lower())
    return re.sub(r"\b(a|an|the)\b", " ", plain).split()


if __name__ == "__main__":
    main()
