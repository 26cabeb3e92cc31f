"""What is answered of a public question set about articles of which every second paragraph is left out.

python -m tests.quality.left_out FOLDER [--articles N] [--seed S] [--out FILE]     asks, and prints what came of it
python -m tests.quality.left_out --compare BEFORE AFTER                            prints each question whose verdict changed

FOLDER holds a corpus in BEIR's layout ("corpus*.jsonl" or ".jsonl.gz", each _id a title, "#" and a number) and files of questions, a line
{"id", "question", "answers", "doc_id"} each. Questions about the paragraphs that stay are "there", those about the rest are "gone": nothing
but another paragraph of the same article is left to answer them. A rule that refuses is worth what it takes from "there right", in
"there wrong" and "gone answered"; --compare tells that from two runs, before the rule and after it.
"""

import argparse
import gzip
import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypedDict

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Status

ANSWERED = (Status.ANSWERED, Status.PARTIAL)


class Paragraph(TypedDict):
    _id: str
    title: str
    text: str


class Question(TypedDict):
    id: str
    question: str
    answers: list[str]
    doc_id: str


class Verdict(NamedTuple):
    """What came of a question: the file it is from, whether its paragraph is in the index, "right", "wrong" or "declined", what was shown."""

    id: str
    question: str
    answers: list[str]
    file: str
    place: str
    verdict: str
    short: str


def lines_of(path: Path) -> Iterator[str]:
    """Yield the lines of *path*, unpacked when it is a .gz, without empty ones."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as stream:
        yield from (line for line in stream if line.strip())


def drawn(paragraphs: Iterable[Paragraph], *, articles: int, seed: int) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return every second paragraph of *articles* whole articles drawn by *seed*, and the paragraphs between them."""
    by_title: dict[str, list[Paragraph]] = {}
    for paragraph in paragraphs:
        by_title.setdefault(paragraph["_id"].rsplit("#", 1)[0], []).append(paragraph)
    titles = sorted(by_title)
    random.Random(seed).shuffle(titles)
    chosen = [by_title[title] for title in titles[:articles]]
    return [each for article in chosen for each in article[::2]], [each for article in chosen for each in article[1::2]]


def plain(text: str) -> str:
    """Return the words of *text* in small letters, with single spaces."""
    return " ".join(re.sub(r"[^\w ]|_", " ", text.lower()).split())


def is_right(short: str, answers: Sequence[str]) -> bool:
    """Whether *short* holds one of the *answers*, or lies within one, word for word."""
    shown = f" {plain(short)} "
    return bool(shown.strip()) and any(f" {plain(each)} " in shown or shown in f" {plain(each)} " for each in answers)


def ask_all(questions: Mapping[str, Sequence[Question]], answerer: Answerer, kept: frozenset[str]) -> list[Verdict]:
    """Return what comes of the *questions* of each file, of which the paragraphs *kept* are in the index."""
    found = []
    for file, asked in questions.items():
        for each in asked:
            answer = answerer.ask(each["question"])
            short = answer.short or ""
            right = "right" if is_right(short, each["answers"]) else "wrong"
            verdict = right if answer.status in ANSWERED else "declined"
            place = "there" if each["doc_id"] in kept else "gone"
            found.append(Verdict(each["id"], each["question"], each["answers"], file, place, verdict, short))
    return found


def table(verdicts: Sequence[Verdict]) -> str:
    """Return how many of each file and place were right, wrong and declined, a line each."""
    counts = Counter((each.file, each.place, each.verdict) for each in verdicts)
    rows = sorted({(file, place) for file, place, _ in counts})
    lines = [f"{'':24}{'right':>8}{'wrong':>8}{'declined':>10}"]
    for file, place in rows:
        right, wrong, declined = (counts[file, place, verdict] for verdict in ("right", "wrong", "declined"))
        lines.append(f"{file + ' ' + place:24}{right:8}{wrong:8}{declined:10}")
    return "\n".join(lines)


def changed(before: Sequence[Verdict], after: Sequence[Verdict]) -> str:
    """Return each question whose verdict or words differ between two runs, and how many went from which verdict to which."""
    earlier = {each.id: each for each in before}
    pairs = [
        (earlier[each.id], each)
        for each in after
        if each.id in earlier and (earlier[each.id].short, earlier[each.id].verdict) != (each.short, each.verdict)
    ]
    moves = Counter((old.place, old.verdict, new.verdict) for old, new in pairs)
    told = [
        f"{old.place}: {old.verdict} -> {new.verdict} | {old.question} | {old.answers[0]} | {old.short[:80]} -> {new.short[:80]}"
        for old, new in sorted(pairs, key=lambda pair: (pair[0].place, pair[0].verdict, pair[1].verdict))
    ]
    return "\n".join([*told, *(f"{place}: {old} -> {new}: {count}" for (place, old, new), count in sorted(moves.items()))])


def read_run(path: Path) -> list[Verdict]:
    """Return the verdicts that an earlier run wrote to *path*."""
    return [Verdict(**json.loads(line)) for line in lines_of(path)]


def run(folder: Path, *, articles: int, seed: int) -> list[Verdict]:
    """Index what stays of the articles drawn from *folder* and ask all questions about them; raises SystemExit without a corpus there."""
    files = sorted(path for path in folder.iterdir() if path.name.endswith((".jsonl", ".jsonl.gz")))
    corpora = [path for path in files if path.name.startswith("corpus")]
    if len(corpora) != 1 or len(files) == 1:
        raise SystemExit(
            f"{folder} needs one corpus*.jsonl[.gz] and files of questions; it has {len(corpora)} and {len(files) - len(corpora)}"
        )
    stay, gone = drawn(map(json.loads, lines_of(corpora[0])), articles=articles, seed=seed)
    kept, known = frozenset(each["_id"] for each in stay), {each["_id"] for each in (*stay, *gone)}
    questions = {
        path.name.split(".")[0]: [each for each in map(json.loads, lines_of(path)) if each["doc_id"] in known]
        for path in files
        if path not in corpora
    }
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Path(scratch) / "corpus.jsonl"
        corpus.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in stay), encoding="utf-8")
        build([corpus], index=Path(scratch) / "index")
        return ask_all(questions, Answerer(open_index(Path(scratch) / "index")), kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", metavar="FOLDER", help="a corpus and the questions about it")
    parser.add_argument("--articles", type=int, default=90)
    parser.add_argument("--seed", type=int, default=1, help="which articles are drawn")
    parser.add_argument("--out", type=Path, help="where the verdicts are kept, a line each, for --compare")
    parser.add_argument("--compare", type=Path, nargs=2, metavar=("BEFORE", "AFTER"))
    given = parser.parse_args()
    if given.compare:
        sys.stdout.write(changed(*map(read_run, given.compare)) + "\n")
        return
    if given.folder is None:
        parser.error("name a FOLDER, or two runs with --compare")
    verdicts = run(given.folder, articles=given.articles, seed=given.seed)
    if given.out:
        given.out.write_text("".join(json.dumps(each._asdict(), ensure_ascii=False) + "\n" for each in verdicts), encoding="utf-8")
    sys.stdout.write(table(verdicts) + "\n")


if __name__ == "__main__":
    main()
