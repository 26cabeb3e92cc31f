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
the passage with the answer is taken away, or all passages of its document's title, or a word of the question is exchanged
(alter_questions.py), so that what is left only looks like it.
"""

import argparse
import json
import random
import re
import string
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from training_questions import Found, remembered, stem_of

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
from qa_bot.schema import Hit

OUT = Path(__file__).parents[1] / "qa_bot" / "answer" / "data" / "reader.json"
SOURCES = (
    "questions of SQuAD 1.1, training part, and of XQuAD in Russian (both CC BY-SA 4.0): 4,000 of all sorts, 6,000 of dates and numbers, "
    "585 Russian; only these weights were learned from them"
)
NEGATIVES = 80  # wrong spans kept for each question, of 150 or so
DECIDED = 5000  # questions that the decision is learned from
SMALLEST = 0.02  # a weight below changes nothing
# Added to the bias. Swept on SQuAD questions (abstain): where answerable ones are wrongly declined in 6, 8, 10, 12, 15, 20 %, those that
# only look answerable are rightly declined in 17, 28, 31, 35, 42, 55 %, and those on no topic in 83, 93, 93, 94, 96, 98 %.
LENIENT = 0.85
# What a question that only looks unanswerable counts: other paragraphs may well answer it, and an exchanged word may be one of no account.
COUNTS = {"answered": 1.0, "without passage": 0.3, "without subject": 1.0, "altered": 0.5}
RARE = 20  # examples below which a feature of the decision is left out
MIN_COUNT = 8  # occurrences below which a feature is left out

Table = NDArray[np.float64]


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
    parser.add_argument("--most", type=int, default=6000, help="questions drawn from each file")
    parser.add_argument("--store", type=Path, help="keep the passages found there, and read them from there the next time")
    parser.add_argument("--decision", action="store_true", help="keep the weights of the spans and learn only the decision anew")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    corpora = [*map(files_of, given.folder), *given.of]
    if not corpora:
        parser.error("name a FOLDER, or files with --of")
    chance, before = random.Random(given.seed), dict(model().spans)
    found, altered = remembered(corpora, given.most, chance, given.store)
    first = found[0]
    chance.shuffle(first)
    held = first[: len(first) // 20]
    learned_from = [*first[len(held) :], *(item for further in found[1:] for item in further)]
    weights = before if given.decision else learn_spans(learned_from, given.seed)
    command = " ".join(f"--of {' '.join(path.name for path in paths)}" for paths in corpora)
    write(given.out, f"python tools/train_reader.py {command}", weights, learn_decision(learned_from[:DECIDED], altered, weights))
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


def learn_decision(found: Sequence[Found], altered: Sequence[Found], weights: dict[str, float]) -> dict[str, float]:
    """Return the weights of the decision, "bias" among them."""
    rows: list[Mapping[str, float]] = []
    truth: list[float] = []
    counts: list[float] = []
    for kind, features in [row for item in found for row in variants(item, weights)] + [
        ("altered", features) for item in altered if (features := deciding(item, item.hits, weights, home=False))
    ]:
        rows.append(features)
        truth.append(float(kind == "answered"))
        counts.append(COUNTS[kind])
    seen = Counter(name for row in rows for name, amount in row.items() if amount)
    names = sorted(name for name, count in seen.items() if count >= RARE)
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    return logistic(names, table, np.array(truth), np.array(counts))


def variants(item: Found, weights: dict[str, float]) -> Iterator[tuple[str, Mapping[str, float]]]:
    """Yield what is known of the best span of a question: as asked, without the passage that answers, without its subject."""
    home = item.question["doc_id"]
    for kind, hits in (
        ("answered", item.hits),
        ("without passage", [hit for hit in item.hits if hit.passage.doc_id != home]),
        ("without subject", [hit for hit in item.hits if stem_of(hit.passage.doc_id) != stem_of(home)]),
    ):
        features = deciding(item, hits, weights, home=kind == "answered")
        if features:
            yield kind, features


def deciding(item: Found, hits: Sequence[Hit], weights: dict[str, float], *, home: bool) -> Mapping[str, float]:
    """What is known of the best span; with *home* only of one in a sentence that holds the answer."""
    question = wanted(item.query)
    judged = judge(item.query, question, hits, weights)
    if not judged:
        return {}
    evidence = judged[0].evidence
    answered = any(answer in sentence_of(evidence) for answer in item.question["answers"])
    if home and (evidence.passage.doc_id != item.question["doc_id"] or not answered):
        return {}
    return dict(decision_features(judged, question))


def logistic(names: Sequence[str], table: Table, aim: Table, counted: Table) -> dict[str, float]:
    """Return the weights of a logistic regression in which both outcomes weigh the same, by gradient descent with momentum."""
    mean, spread = table.mean(0), table.std(0) + 1e-9
    scaled = (table - mean) / spread
    importance = counted * np.where(aim == 1, 1.0 / (counted * aim).sum(), 1.0 / (counted * (1 - aim)).sum())
    learned, pace, bias = np.zeros(len(names)), np.zeros(len(names)), 0.0
    for _ in range(1500):
        chance = 1 / (1 + np.exp(-(scaled @ learned + bias)))
        slope = (chance - aim) * importance
        pace = 0.9 * pace - 0.4 * (scaled.T @ slope + 2e-3 * learned)
        learned += pace
        bias -= float(slope.sum())
    plain = learned / spread
    weights = {name: round(float(weight), 3) for name, weight in zip(names, plain, strict=True) if abs(weight) >= SMALLEST}
    return weights | {"bias": round(float(bias - (mean * plain).sum()) + LENIENT, 4)}


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
