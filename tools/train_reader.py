"""Learn the weights of the reader from questions with known answers, and write them to qa_bot/answer/data/reader.json.

    python tools/train_reader.py FOLDER... [--of CORPUS.jsonl[.gz] QUESTIONS.jsonl[.gz]... ...] [--out FILE]

A FOLDER holds a corpus, in files whose names begin with "corpus", and, in its other .jsonl and .jsonl.gz files, the questions about it;
--of names such files one by one (for Russian: an XQuAD corpus and its questions). The decision is learned from the questions of the
first corpus. A question is a line {"question", "answers", "doc_id"}; a corpus has the layout of BEIR. Needs numpy, which comes with
rank-bm25. That one command indexes, asks, learns and writes; it ends by saying how well the new weights and those that were there
find answers they were not learned from: commit them when they do no worse, and `make test` agrees. --out writes them elsewhere, to
be looked at. Two models are learned:

spans: a log-linear model over the candidate spans of the best sentences (Rajpurkar et al., 2016, "SQuAD: 100,000+ questions for machine
comprehension of text", section 5), trained to put its mass on the spans that equal an answer, else on those that share most words.
answerable: a logistic regression over what is known of the best span. Questions that have no answer are made from those that have:
the passage with the answer is taken away, or all passages of its document's title, so that what is left only looks like it.
"""

import argparse
import gzip
import json
import pickle
import random
import re
import string
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypedDict

import numpy as np
from numpy.typing import NDArray

from qa_bot.answer.deciding import Judged, decision_features
from qa_bot.answer.evidence import Evidence, rank, weigh
from qa_bot.answer.reader import SENTENCES, judge, model
from qa_bot.answer.sights import Sight, sight
from qa_bot.answer.spans import (
    Matched,
    begin_features,
    end_features,
    enumerate_spans,
    match_tokens,
    sentence_features,
    span_features,
)
from qa_bot.answer.wanted import Wanted, wanted
from qa_bot.schema import Hit, Query

OUT = Path(__file__).parents[1] / "qa_bot" / "answer" / "data" / "reader.json"
SOURCES = (
    "questions of SQuAD 1.1, training part, and of XQuAD in Russian (both CC BY-SA 4.0): 4,000 of all sorts, 4,500 of dates and numbers, "
    "585 Russian; only these weights were learned from them"
)
NEGATIVES = 80  # wrong spans kept for each question, of 150 or so
DECIDED = 1200  # questions that the decision is learned from
SMALLEST = 0.02  # a weight below changes nothing
LENIENT = 0.3  # added to the bias: to decline what has an answer is the worse mistake, since what is answered is quoted
NEARLY = 0.3  # what a question without its passage counts beside one without its subject: other paragraphs may well answer it
MIN_COUNT = 8  # occurrences below which a feature is left out
AS_OF = date(2020, 1, 1)


class Asked(TypedDict):
    question: str
    answers: list[str]
    doc_id: str


class Found(NamedTuple):
    question: Asked
    query: Query
    hits: list[Hit]


class Examples(NamedTuple):
    """Candidates in a row: feature ids, where each candidate's begin, its question's number, its dense features, its F1."""

    ids: NDArray[np.int32]
    starts: NDArray[np.int64]
    question: NDArray[np.int64]
    dense: NDArray[np.float64]
    gold: NDArray[np.float64]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="*", metavar="FOLDER", help="a corpus and the questions about it")
    parser.add_argument("--of", type=Path, nargs="+", action="append", default=[], metavar="FILE", help="a corpus and its questions")
    parser.add_argument("--out", type=Path, default=OUT, help="where the weights are written")
    parser.add_argument("--most", type=int, default=4500, help="questions drawn from each file")
    parser.add_argument("--store", type=Path, help="keep the passages found there, and read them from there the next time")
    parser.add_argument("--decision", action="store_true", help="keep the weights of the spans and learn only the decision anew")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    corpora = [*map(files_of, given.folder), *given.of]
    if not corpora:
        parser.error("name a FOLDER, or files with --of")
    chance, before = random.Random(given.seed), dict(model().spans)
    found = remembered(corpora, given.most, chance, given.store)
    first = found[0]
    chance.shuffle(first)
    held = first[: len(first) // 15]
    learned_from = [*first[len(held) :], *(item for further in found[1:] for item in further)]
    weights = before if given.decision else learn_spans(learned_from, given.seed)
    command = " ".join(f"--of {' '.join(path.name for path in paths)}" for paths in corpora)
    write(given.out, f"python tools/train_reader.py {command}", weights, learn_decision(learned_from[:DECIDED], weights))
    print(f"{given.out}: {len(weights)} weights, {given.out.stat().st_size / 1e6:.2f} MB")
    print(f"F1 of {len(held)} questions held out: {measure(held, weights):.3f}")
    print(f"by the weights that were there, which may have been learned from some of them: {measure(held, before):.3f}")


def files_of(folder: Path) -> list[Path]:
    """Return the corpus in *folder* and the files of questions about it; raises SystemExit when it lacks either."""
    files = sorted(path for path in folder.iterdir() if path.name.endswith((".jsonl", ".jsonl.gz")))
    corpora = [path for path in files if path.name.startswith("corpus")]
    questions = [path for path in files if path not in corpora]
    if len(corpora) != 1 or not questions:
        raise SystemExit(f"{folder} needs one corpus*.jsonl[.gz] and files of questions; it has {len(corpora)} and {len(questions)}")
    return [*corpora, *questions]


def write(out: Path, command: str, weights: dict[str, float], deciding: dict[str, float]) -> None:
    """Write the model, one weight a line."""
    content = {"made by": command, "learned from": SOURCES, "answerable": deciding, "spans": weights}
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


# ---------------------------------------------------------------- questions with their passages


def remembered(corpora: Sequence[Sequence[Path]], most: int, chance: random.Random, store: Path | None) -> list[list[Found]]:
    """Return the questions of each corpus with the passages found for them."""
    if store is not None and store.exists():
        kept: list[list[Found]] = pickle.loads(store.read_bytes())
        return kept
    found = [list(find(corpus, [question for path in paths for question in drawn(path, most, chance)])) for corpus, *paths in corpora]
    if store is not None:
        store.write_bytes(pickle.dumps(found))
    return found


def drawn(path: Path, most: int, chance: random.Random) -> list[Asked]:
    questions = lines(path)
    return questions if len(questions) <= most else chance.sample(questions, most)


def find(corpus: Path, questions: Sequence[Asked]) -> Iterator[Found]:
    """Yield each question as understood, with its hits in an index of *corpus*."""
    from qa_bot.build import build
    from qa_bot.question import understand
    from qa_bot.retrieval import open_index

    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "corpus.jsonl"
        plain.write_text("".join(read_lines(corpus)), encoding="utf-8")
        build([plain], index=Path(folder) / "index")
        index = open_index(Path(folder) / "index")
        for question in questions:
            query = understand(question["question"], previous=None, words=index, as_of=AS_OF)
            yield Found(question, query, index.search(query, top_k=20)[:20])


def read_lines(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as stream:
        return list(stream)


def lines(path: Path) -> list[Asked]:
    return [json.loads(line) for line in read_lines(path) if line.strip()]


# ---------------------------------------------------------------- spans


def learn_spans(found: Sequence[Found], seed: int) -> dict[str, float]:
    """Return the weights of the span features."""
    ids: dict[str, int] = {}
    examples = gather(found, ids, random.Random(seed))
    frequent = np.bincount(examples.ids, minlength=len(ids)) >= MIN_COUNT
    sparse, dense = fit(without(examples, frequent))
    names = [name for name, kept in zip(ids, frequent, strict=True) if kept]
    learned = {name: round(float(weight), 3) for name, weight in zip(names, sparse, strict=True) if abs(weight) >= SMALLEST}
    learned |= {f"* {name}": round(float(weight), 3) for name, weight in zip(DENSE, dense, strict=True)}
    return dict(sorted(learned.items()))


def without(examples: Examples, frequent: NDArray[np.bool_]) -> Examples:
    """Return *examples* with the frequent features only, numbered anew; every candidate has some."""
    kept = frequent[examples.ids]
    fresh = np.cumsum(frequent) - 1
    starts: NDArray[np.int64] = (np.cumsum(kept) - kept)[examples.starts]
    return examples._replace(ids=fresh[examples.ids[kept]].astype(np.int32), starts=starts)


DENSE = ("said", "around", "hit", "first hit", "absent name")


def gather(found: Sequence[Found], ids: dict[str, int], chance: random.Random) -> Examples:
    flat: list[int] = []
    starts: list[int] = []
    numbers: list[int] = []
    dense: list[list[float]] = []
    gold: list[float] = []
    for number, item in enumerate(found):
        for features, amounts, agreement in sampled(item, chance):
            starts.append(len(flat))
            flat.extend(ids.setdefault(name, len(ids)) for name in features)
            numbers.append(number)
            dense.append(amounts)
            gold.append(agreement)
    return Examples(np.array(flat, np.int32), np.array(starts), np.array(numbers), np.array(dense), np.array(gold))


def sampled(item: Found, chance: random.Random) -> list[tuple[list[str], list[float], float]]:
    """The candidates of one question that are trained on; none where no sentence read holds an answer."""
    ask = wanted(item.query)
    terms = weigh(item.query, ask, item.hits)
    right: list[tuple[float, Evidence, Sight, Matched, int, int]] = []
    wrong: list[tuple[float, Evidence, Sight, Matched, int, int]] = []
    for evidence in rank(item.hits, terms, top=SENTENCES):
        text = sentence_of(evidence)
        seen = sight(text)
        matched = match_tokens(seen, terms, ask)
        at_home = evidence.passage.doc_id == item.question["doc_id"]
        for first, last in enumerate_spans(seen, matched, ask):
            said = text[seen.starts[first] : seen.ends[last]]
            agreement = max((f1(said, answer) for answer in item.question["answers"]), default=0.0) if at_home else 0.0
            (right if agreement > 0.5 else wrong).append((agreement, evidence, seen, matched, first, last))
    if not right:
        return []
    kept = right + (wrong if len(wrong) <= NEGATIVES else chance.sample(wrong, NEGATIVES))
    return [
        (all_features(seen, matched, ask, first, last), [amount for _, amount in sentence_features(evidence)], agreement)
        for agreement, evidence, seen, matched, first, last in kept
    ]


def all_features(seen: Sight, matched: Matched, ask: Wanted, first: int, last: int) -> list[str]:
    return [
        *begin_features(seen, matched, ask, first),
        *end_features(seen, matched, ask, last),
        *span_features(seen, matched, ask, first, last),
    ]


def fit(examples: Examples, *, steps: int = 60, rate: float = 0.06, decay: float = 1e-3) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return sparse and dense weights by full-batch Adam on the log-likelihood of the right spans, weighted by how right they are."""
    sparse = np.zeros(int(examples.ids.max()) + 1)
    dense = np.zeros(examples.dense.shape[1])
    _, question = np.unique(examples.question, return_inverse=True)
    count = int(question.max()) + 1
    best = np.zeros(count)
    np.maximum.at(best, question, examples.gold)
    right = np.where(examples.gold >= best[question] - 1e-9, 1.0, examples.gold**6)
    right[examples.gold <= 0.5] = 0.0
    lengths = np.diff(np.append(examples.starts, len(examples.ids)))
    moments = [np.zeros_like(sparse), np.zeros_like(sparse), np.zeros_like(dense), np.zeros_like(dense)]
    for step in range(1, steps + 1):
        logits = np.add.reduceat(sparse[examples.ids], examples.starts) + examples.dense @ dense
        top = np.full(count, -np.inf)
        np.maximum.at(top, question, logits)
        odds = np.exp(logits - top[question])
        share = odds / np.bincount(question, odds, count)[question]
        hoped = odds * right
        target = hoped / np.bincount(question, hoped, count)[question]
        slope = share - target
        gradient = np.bincount(examples.ids, np.repeat(slope, lengths), len(sparse)) / count + decay * sparse
        slower = rate * min(1.0, 2 * (1 - step / (steps + 1)))
        adam(sparse, gradient, moments[0], moments[1], step, slower)
        adam(dense, examples.dense.T @ slope / count, moments[2], moments[3], step, slower)
        if step % 40 == 0:
            mass = np.bincount(question, share * (right == 1), count)
            print(f"step {step}: log-likelihood {np.log(mass + 1e-12).mean():.4f}, mass on right {mass.mean():.4f}", flush=True)
    return sparse, dense


def adam(
    weights: NDArray[np.float64],
    gradient: NDArray[np.float64],
    mean: NDArray[np.float64],
    square: NDArray[np.float64],
    step: int,
    rate: float,
) -> None:
    """Take one step of Adam (Kingma and Ba, 2015) in place."""
    mean += 0.1 * (gradient - mean)
    square += 0.001 * (gradient**2 - square)
    weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)


# ---------------------------------------------------------------- answerable or not


def learn_decision(found: Sequence[Found], weights: dict[str, float]) -> dict[str, float]:
    """Return the weights of the decision, "bias" among them."""
    rows: list[dict[str, float]] = []
    truth: list[float] = []
    counts: list[float] = []
    for item in found:
        title = stem_of(item.question["doc_id"])
        for hits, fits, count in (
            (item.hits, True, 1.0),
            ([hit for hit in item.hits if hit.passage.doc_id != item.question["doc_id"]], False, NEARLY),
            ([hit for hit in item.hits if stem_of(hit.passage.doc_id) != title], False, 1.0),
        ):
            judged = judge(item.query, wanted(item.query), hits, weights)
            if not judged:
                continue
            best = judged[0]
            if fits and best.evidence.passage.doc_id != item.question["doc_id"]:
                continue
            rows.append(dict(decision_features(judged)))
            truth.append(float(fits))
            counts.append(count)
    names = list(rows[0])
    table = np.array([[row[name] for name in names] for row in rows])
    aim = np.array(truth)
    mean, spread = table.mean(0), table.std(0) + 1e-9
    scaled = (table - mean) / spread
    counted = np.array(counts)
    importance = counted * np.where(aim == 1, 1.0 / (counted * aim).sum(), 1.0 / (counted * (1 - aim)).sum())
    learned, bias = np.zeros(len(names)), 0.0
    for _ in range(3000):
        chance = 1 / (1 + np.exp(-(scaled @ learned + bias)))
        slope = (chance - aim) * importance
        learned -= 1.0 * (scaled.T @ slope + 1e-3 * learned)
        bias -= 1.0 * slope.sum()
    plain = learned / spread
    return {name: round(float(weight), 4) for name, weight in zip(names, plain, strict=True)} | {
        "bias": round(float(bias - (mean * plain).sum()) + LENIENT, 4)
    }


def stem_of(doc_id: str) -> str:
    return re.sub(r"#\d+$", "", doc_id)


# ---------------------------------------------------------------- measures


def measure(found: Sequence[Found], weights: dict[str, float]) -> float:
    """Return the mean F1 of the best span, without declining."""
    total = 0.0
    for item in found:
        judged = judge(item.query, wanted(item.query), item.hits, weights)
        if judged:
            total += max((f1(short_of(judged[0]), answer) for answer in item.question["answers"]), default=0.0)
    return total / max(1, len(found))


def sentence_of(evidence: Evidence) -> str:
    offset = evidence.passage.span.start
    return evidence.passage.text[evidence.sentence.start - offset : evidence.sentence.end - offset]


def short_of(judged: Judged) -> str:
    return sentence_of(judged.evidence)[judged.start : judged.end]


def f1(first: str, second: str) -> float:
    """Return the overlap of two answers in words, as SQuAD normalises them."""
    ours, theirs = normal(first), normal(second)
    if not ours or not theirs:
        return float(ours == theirs)
    common = sum((Counter(ours) & Counter(theirs)).values())
    return 2 * common / (len(ours) + len(theirs)) if common else 0.0


def normal(text: str) -> list[str]:
    plain = "".join(" " if sign in string.punctuation + "«»“”‘’—–" else sign for sign in text.lower())
    return re.sub(r"\b(a|an|the)\b", " ", plain).split()


if __name__ == "__main__":
    main()
