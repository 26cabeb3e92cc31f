"""The project's own questions, asked of an index of the documents that they are about.

python -m tests.quality.ask_questions [--category NAME] [--corpus NAME] [--id ID] [--engine NAME]     prints the measures and every failure
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.evaluation.outcome import Outcome
from qa_bot.evaluation.question_files import read_questions
from qa_bot.evaluation.questions import Question
from qa_bot.evaluation.run import How, evaluate
from qa_bot.retrieval import DEFAULT_ENGINE, ENGINES, open_index

ROOT = Path(__file__).parents[2]
FOLDERS = {"corpus": ROOT / "corpus", "documents": ROOT / "tests" / "documents"}
FILES = {"corpus": Path(__file__).with_name("questions.jsonl"), "documents": Path(__file__).with_name("documents.jsonl")}
TEXTS = (".md", ".txt")


def index_of(folder: Path, into: Path) -> Path:
    """Build an index of the documents in *folder* and return where it is."""
    build(sorted(path for path in folder.iterdir() if path.suffix in TEXTS), index=into)
    return into


def answerer_of(index: Path, engine: str) -> Answerer:
    """Return what answers from *index* by *engine*: an index built for tantivy has all that rank-bm25 needs, too."""
    return Answerer(open_index(index, engine=engine))


def ask(question: Question, answerer: Answerer) -> Outcome:
    """Return what came of *question*, asked twice."""
    return ask_all([question], answerer)[0]


def ask_all(questions: Iterable[Question], answerer: Answerer) -> list[Outcome]:
    """Return what came of *questions*, each asked twice."""
    asked = list(questions)
    return list(evaluate(asked, lambda: answerer, name="questions", how=How(twice=True)).outcomes) if asked else []


def all_questions() -> Mapping[str, list[Question]]:
    """Return the questions about each folder of documents."""
    return {name: read_questions(path) for name, path in FILES.items()}


def report(outcomes: Sequence[Outcome]) -> str:
    """Return the share passed by category, a line each, then the failures."""
    asked = Counter(outcome.category for outcome in outcomes)
    passed = Counter(outcome.category for outcome in outcomes if not outcome.shortfalls)
    lines = [f"{name:14} {passed[name]:4} of {asked[name]:3}  {passed[name] / asked[name]:6.1%}" for name in sorted(asked)]
    lines.append(f"{'all':14} {passed.total():4} of {asked.total():3}  {passed.total() / max(1, asked.total()):6.1%}")
    lines.append(f"unlawful: {sum(bool(outcome.faults) for outcome in outcomes)}")
    for outcome in outcomes:
        if outcome.failed:
            text = outcome.failure.text if outcome.failure else ""
            lines += [
                f"{outcome.id} {outcome.category:11} {' > '.join([*outcome.history, outcome.question])}",
                f"     {'; '.join(outcome.reasons())}   [{outcome.status}: {', '.join(outcome.figures) or '-'}] {text[:150]!r}",
            ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--category", "--kind")
    parser.add_argument("--corpus", choices=sorted(FOLDERS))
    parser.add_argument("--id")
    parser.add_argument("--engine", choices=ENGINES, default=DEFAULT_ENGINE)
    given = parser.parse_args()
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, questions in all_questions().items():
            if given.corpus in (None, name):
                chosen = [q for q in questions if given.category in (None, q.category) and given.id in (None, q.id)]
                outcomes += ask_all(chosen, answerer_of(index_of(FOLDERS[name], Path(folder) / name), given.engine))
    sys.stdout.write(report(outcomes) + "\n")


if __name__ == "__main__":
    main()
