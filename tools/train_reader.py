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
answerable: boosted trees over what is known of the best span (grow_forest.py). Questions without an answer are those about every fifth
title, which is left out of the corpus, and those of which a word is exchanged (alter_questions.py): what is left only looks like it.
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
from grow_forest import grow, rows_of
from numpy.typing import NDArray
from training_questions import Found, Stored, remembered

from qa_bot.answer.evidence import Evidence, document_of, rank, weigh
from qa_bot.answer.reader import SENTENCES, judge, model
from qa_bot.answer.sights import Sight, sight
from qa_bot.answer.signs import Judged, signs
from qa_bot.answer.spans import (
    Matched,
    begin_features,
    best_spans,
    end_features,
    enumerate_spans,
    match_tokens,
    sentence_features,
    span_features,
)
from qa_bot.answer.wanted import Wanted, wanted

OUT = Path(__file__).parents[1] / "qa_bot" / "answer" / "data" / "reader.json"
SOURCES = (
    "questions of SQuAD 1.1, training part (CC BY-SA 4.0). The trees: 5,600 questions, 1,718 about titles left out of the corpus, "
    '3,600 with a word exchanged. The weights of spans that begin with "g": 4,200 questions. The other weights of spans, '
    "from before and kept: 4,000 questions of all sorts, 4,500 of dates and numbers, and 585 of XQuAD in Russian (CC BY-SA 4.0)"
)
NEGATIVES = 80  # wrong spans kept for each question, of 150 or so
BESIDE = 4200  # questions that further features of the spans are learned from
DECIDED = 5600  # questions that the decision is learned from
SMALLEST = 0.02  # a weight below changes nothing
# Added to what the trees say. At 1.7 of SQuAD questions (abstain) answerable ones are wrongly declined in 10.7 %, those that only look
# answerable rightly in 29.9, those on no topic in 93.2; at 2.2 in 9.5, 27.5, 89.5 %.
LENIENT = 1.7
# What an example counts: an altered question may well be answered by what is left, and a wrong span may stand in the right sentence.
ABSENT, ALTERED, WRONG = 1.0, 0.4, 0.5
RIGHT = 0.3  # F1 from which a span is right enough
# Shares of the examples that are given few passages, and how many at most, or those of one document: what a small folder would give.
FEW, FEWEST, ALONE = 0.2, 4, 0.15
RARE = 20  # examples below which a sign is left out
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
    parser.add_argument(
        "--beside", nargs="+", metavar="NAME", help="keep the weights of the spans but for features whose names begin so, and learn those"
    )
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    corpora = [*map(files_of, given.folder), *given.of]
    if not corpora:
        parser.error("name a FOLDER, or files with --of")
    chance, before = random.Random(given.seed), dict(model().spans)
    stored = remembered(corpora, given.most, chance, given.store)
    found, first = stored.found, stored.found[0]
    chance.shuffle(first)
    held = first[: len(first) // 20]
    learned_from = [*first[len(held) :], *(item for further in found[1:] for item in further)]
    if given.beside:
        weights = before | learn_beside(learned_from[:BESIDE], tuple(given.beside), before)
    else:
        weights = before if given.decision else learn_spans(learned_from, given.seed)
    command = " ".join(f"--of {' '.join(path.name for path in paths)}" for paths in corpora)
    write(
        given.out, f"python tools/train_reader.py {command}", weights, learn_decision(stored, learned_from[:DECIDED], weights, given.seed)
    )
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


def write(out: Path, command: str, weights: dict[str, float], deciding: dict[str, object]) -> None:
    """Write the model, one tree and one weight a line."""
    trees = deciding["trees"]
    assert isinstance(trees, list)
    lines = ",\n".join(json.dumps(tree) for tree in trees)
    content = {"made by": command, "learned from": SOURCES, "answerable": {"bias": deciding["bias"], "trees": []}, "spans": weights}
    text = json.dumps(content, ensure_ascii=False, indent=0)
    out.parent.mkdir(exist_ok=True)
    out.write_text(text.replace('"trees": []', f'"trees": [\n{lines}\n]', 1) + "\n", encoding="utf-8")


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
        matched = match_tokens(seen, terms)
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


def learn_beside(found: Sequence[Found], names: tuple[str, ...], weights: Mapping[str, float]) -> dict[str, float]:
    """Return the weights of the features that begin with one of *names*, learned where all others have their *weights*.

    Learned from the spans that are judged as a whole and those that are right.
    """
    kept = {name: weight for name, weight in weights.items() if not name.startswith(names)}
    ids = {"": 0}
    rows: list[tuple[int, float, list[str], float]] = []
    for number, item in enumerate(found):
        spans = list(scored(item, names, kept))
        if any(agreement > 0.5 for _, _, agreement in spans):
            rows += [(number, score, features, agreement) for score, features, agreement in spans]
    flat = [[ids.setdefault(name, len(ids)) for name in features] or [0] for _, _, features, _ in rows]
    examples = Examples(
        ids=np.array([at for features in flat for at in features], np.int32),
        starts=np.cumsum([0, *map(len, flat[:-1])]),
        question=np.array([number for number, _, _, _ in rows]),
        dense=np.array([[score] for _, score, _, _ in rows]),
        gold=np.array([agreement for _, _, _, agreement in rows]),
    )
    sparse, _ = fit(examples, steps=160, rate=0.05, decay=2e-3, known=np.ones(1))
    return {name: round(float(sparse[at]), 3) for name, at in ids.items() if name and abs(sparse[at]) >= SMALLEST}


def scored(item: Found, names: tuple[str, ...], weights: Mapping[str, float]) -> Iterator[tuple[float, list[str], float]]:
    """Yield the spans of one question with their scores so far, their features that begin with *names*, and how right they are."""
    ask = wanted(item.query)
    terms = weigh(item.query, ask, item.hits)
    for evidence in rank(item.hits, terms, top=SENTENCES):
        text = sentence_of(evidence)
        seen = sight(text)
        matched = match_tokens(seen, terms)
        home = evidence.passage.doc_id == item.question["doc_id"]
        whole = sum(weights.get(f"* {name}", 0.0) * amount for name, amount in sentence_features(evidence))
        judged = {(span.first, span.last) for span in best_spans(seen, matched, ask, weights)}
        for first, last in enumerate_spans(seen, matched, ask):
            said = text[seen.starts[first] : seen.ends[last]]
            agreement = max((f1(said, answer) for answer in item.question["answers"]), default=0.0) if home else 0.0
            if agreement > 0.5 or (first, last) in judged:
                features = all_features(seen, matched, ask, first, last)
                score = whole + sum(weights.get(name, 0.0) for name in features)
                yield score, [name for name in features if name.startswith(names)], agreement


def all_features(seen: Sight, matched: Matched, ask: Wanted, first: int, last: int) -> list[str]:
    return [
        *begin_features(seen, matched, ask, first),
        *end_features(seen, matched, ask, last),
        *span_features(seen, matched, ask, first, last),
    ]


def fit(
    examples: Examples, *, steps: int = 60, rate: float = 0.06, decay: float = 1e-3, known: Table | None = None
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return sparse and dense weights by full-batch Adam on the log-likelihood of the right spans, weighted by how right they are.

    Where the dense weights are *known* they stay as they are.
    """
    sparse = np.zeros(int(examples.ids.max()) + 1)
    dense = np.zeros(examples.dense.shape[1]) if known is None else known
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
        if known is None:
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


def learn_decision(stored: Stored, found: Sequence[Found], weights: dict[str, float], seed: int) -> dict[str, object]:
    """Return the trees of the decision, and what is added to them."""
    chance = random.Random(seed)
    examples: list[tuple[Mapping[str, float], bool, float]] = []
    for item in found:
        judged = judged_of(item, chance, weights)
        if judged and is_home(item, judged[0]):
            right = max(f1(short_of(judged[0]), answer) for answer in item.question["answers"]) >= RIGHT
            examples.append((signs(judged, wanted(item.query)), True, 1.0 if right else WRONG))
    for others, counted in ((stored.absent, ABSENT), (stored.altered, ALTERED)):
        asked = ((item, judged_of(item, chance, weights)) for item in others[: len(found)])
        examples += [(signs(judged, wanted(item.query)), False, counted) for item, judged in asked if judged]
    return {"bias": LENIENT, "trees": grow(rows_of(examples, RARE), seed)}


def judged_of(item: Found, chance: random.Random, weights: dict[str, float]) -> list[Judged]:
    """Return the best spans of the passages found, some of the times of the first few only, or of those of the first one's document."""
    drawn, hits = chance.random(), item.hits
    if drawn < FEW:
        hits = hits[: chance.randint(1, FEWEST)]
    elif drawn < FEW + ALONE:
        hits = [hit for hit in hits if document_of(hit) == document_of(hits[0])]
    return judge(item.query, wanted(item.query), hits, weights)


def is_home(item: Found, judged: Judged) -> bool:
    """Whether the sentence holds the answer."""
    evidence = judged.evidence
    return evidence.passage.doc_id == item.question["doc_id"] and any(
        answer in sentence_of(evidence) for answer in item.question["answers"]
    )


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
