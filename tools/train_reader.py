"""Learn the reader from questions with known answers, and write its weights and trees to qa_bot/answer/data/reader.json.

    python tools/train_reader.py FOLDER... [--of CORPUS.jsonl[.gz] QUESTIONS.jsonl[.gz]... ...] [--out FILE]

A FOLDER holds a corpus, in files whose names begin with "corpus", and, in its other .jsonl and .jsonl.gz files, the questions about it;
--of names such files one by one (for Russian: an XQuAD corpus and its questions). A question is a line {"question", "answers",
"doc_id"}; a corpus has the layout of BEIR. Needs numpy, which comes with rank-bm25. That one command indexes, asks, learns and writes,
the same file each time; it ends by saying how well answers are found in titles that were not learned from: commit what it wrote when
that is no worse than before, and `make test` agrees. --out writes it elsewhere, to be looked at. Two models are learned:

spans: a log-linear model over the candidate spans of the best sentences (Rajpurkar et al., 2016, "SQuAD: 100,000+ questions for machine
comprehension of text", section 5), trained to put its mass on the spans that equal an answer, else on those that share most words.
answerable: boosted trees over what is known of the best span (grow_forest.py), as it is found by weights learned from other titles:
what was learned from a question answers it too well. Questions without an answer are those about every fifth title, asked of the corpus
without it, and those of which a word is exchanged (alter_questions.py): what is left only looks like it.
"""

import argparse
import json
import random
import re
import string
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from grow_forest import grow, held_out, rows_of
from numpy.typing import NDArray
from training_questions import Found, Stored, remembered, stem_of

from qa_bot.answer.evidence import Evidence, document_of, rank, weigh
from qa_bot.answer.reader import SENTENCES, judge
from qa_bot.answer.sights import Sight, sight
from qa_bot.answer.signs import Judged, signs
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

OUT = Path(__file__).parents[1] / "qa_bot" / "answer" / "data" / "reader.json"
SOURCES = "questions of SQuAD 1.1, training part, and of XQuAD in Russian (both CC BY-SA 4.0)"
NEGATIVES = 50  # wrong spans kept for each question, of 150 or so
MEASURED = 1000  # questions that the weights are measured by
SMALLEST = 0.02  # a weight below changes nothing
# Added to what the trees say. At 1.4 of SQuAD questions (abstain) answerable ones are wrongly declined in 9.5 %, those that only look
# answerable rightly in 32.4, those on no topic in 93.2. Before some rules were added these were 12.0, 34.8 and 95.5 at 1.0, and
# 8.3, 29.4 and 91.7 at 1.9. Learned anew, at 1.4 they were 12.8, 34.8 and 93.2 with a
# floor under what must be said, and are 11.6, 33.3 and 93.2 since less said only needs surer trees (reader.LITTLE).
LENIENT = 1.4
BIASES = (0.2, 0.6, 1.0, 1.4, 1.8)  # of which it is printed what they would give
# What an example counts: an altered question may well be answered by what is left, and a wrong span may stand in the right sentence.
# With 0.4 for the altered ones 4 points more of these are told from answerable ones, and 2 points fewer of those on no topic.
ABSENT, ALTERED, WRONG = 1.0, 0.1, 0.5
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
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    corpora = [*map(files_of, given.folder), *given.of]
    if not corpora:
        parser.error("name a FOLDER, or files with --of")
    stored = remembered(corpora, given.most, given.seed, given.store)
    learned = learn_spans(stored.found, given.seed)
    named = " ".join(f"--of {' '.join(path.name for path in paths)}" for paths in corpora)
    command = f"python tools/train_reader.py {named} --most {given.most} --seed {given.seed}"
    write(given.out, command, learned.whole, learn_decision(stored, learned, given.seed))
    print(f"{given.out}: {len(learned.whole)} weights, {given.out.stat().st_size / 1e6:.2f} MB")
    for language in sorted({item.query.language for item in stored.found}):
        found = [item for item in stored.found if item.query.language == language][:MEASURED]
        print(f"F1 by weights of other titles, {len(found)} questions ({language}): {measure(found, learned):.3f}")


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


class Learned(NamedTuple):
    """Weights of the span features: learned from all questions, and from those of either half of the titles."""

    whole: dict[str, float]
    halves: tuple[dict[str, float], dict[str, float]]

    def aside(self, item: Found) -> dict[str, float]:
        """Return the weights that were not learned from the title of *item*."""
        return self.halves[1 - half_of(item)]


def half_of(item: Found) -> int:
    """Return which half of the titles that of *item* is in."""
    return crc32(stem_of(item.question["doc_id"]).encode()) % 2


def learn_spans(found: Sequence[Found], seed: int) -> Learned:
    """Return the weights of the span features."""
    ids: dict[str, int] = {}
    examples = gather(found, ids, random.Random(seed))
    halves = np.array([half_of(item) for item in found])[examples.question]
    return Learned(
        weights_of(examples, ids), (weights_of(of_half(examples, halves == 0), ids), weights_of(of_half(examples, halves == 1), ids))
    )


def of_half(examples: Examples, kept: NDArray[np.bool_]) -> Examples:
    """Return the candidates that are *kept*."""
    lengths = np.diff(np.append(examples.starts, len(examples.ids)))
    starts = np.cumsum(lengths[kept]) - lengths[kept]
    return Examples(examples.ids[np.repeat(kept, lengths)], starts, examples.question[kept], examples.dense[kept], examples.gold[kept])


def weights_of(examples: Examples, ids: Mapping[str, int]) -> dict[str, float]:
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


def all_features(seen: Sight, matched: Matched, ask: Wanted, first: int, last: int) -> list[str]:
    return [
        *begin_features(seen, matched, ask, first),
        *end_features(seen, matched, ask, last),
        *span_features(seen, matched, ask, first, last),
    ]


def fit(examples: Examples, *, steps: int = 60, rate: float = 0.06, decay: float = 1e-3) -> tuple[Table, Table]:
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


def learn_decision(stored: Stored, learned: Learned, seed: int) -> dict[str, object]:
    """Return the trees of the decision, and what is added to them."""
    chance = random.Random(seed)
    examples: list[tuple[Mapping[str, float], bool, float]] = []
    for item in stored.found:
        judged = judged_of(item, chance, learned.aside(item))
        if judged and is_home(item, judged[0]):
            right = max(f1(short_of(judged[0]), answer) for answer in item.question["answers"]) >= RIGHT
            examples.append((signs(judged, wanted(item.query)), True, 1.0 if right else WRONG))
    for others, counted in ((stored.absent, ABSENT), (stored.altered, ALTERED)):
        asked = ((item, judged_of(item, chance, learned.aside(item))) for item in others)
        examples += [(signs(judged, wanted(item.query)), False, counted) for item, judged in asked if judged]
    show_trade(examples, held_out(examples, RARE, seed))
    return {"bias": LENIENT, "trees": grow(rows_of(examples, RARE), seed)}


def show_trade(examples: Sequence[tuple[Mapping[str, float], bool, float]], odds: Table) -> None:
    """Print which share of the questions of each kind trees grown from others would decline, by what is added to them."""
    kinds = np.array(["answerable" if answered else "altered" if counted == ALTERED else "absent" for _, answered, counted in examples])
    for bias in BIASES:
        shares = (f"{kind} {100 * (odds[kinds == kind] + bias <= 0).mean():.1f} %" for kind in ("answerable", "absent", "altered"))
        print(f"declined at {bias}: {', '.join(shares)}")


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


def measure(found: Sequence[Found], learned: Learned) -> float:
    """Return the mean F1 of the best span by weights of other titles, without declining."""
    total = 0.0
    for item in found:
        judged = judge(item.query, wanted(item.query), item.hits, learned.aside(item))
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
