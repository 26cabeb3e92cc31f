"""TREC's run and qrels files, as trec_eval and ir-measures read and write them; and the qrels of BEIR, which have a header and tabs."""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote, unquote

import numpy as np

from qa_bot.errors import EvaluationError
from qa_bot.evaluation import retrieval_measures
from qa_bot.evaluation.outcome import Outcome, Run
from qa_bot.evaluation.retrieval_measures import Ranking

_SPACE = re.compile(r"\s|%(?=[0-9A-F]{2})")
_ESCAPE = re.compile(r"%(?:0[9A-D]|1[C-F]|2[05]|C2%85|C2%A0|E1%9A%80|E2%80%8[0-9A]|E2%80%A[89F]|E2%81%9F|E3%80%80)")  # white space, and %
_T = TypeVar("_T")


def run_lines(run: Run, tag: str = "qa-bot") -> Iterator[str]:
    """Yield the ranking of each question of *run* as lines of a TREC run file.

    trec_eval orders by score, kept in single precision, and ties by id from the end of the alphabet: a score that would tie is lowered to
    the next number, so that everybody reads our order.
    """
    for outcome in run.outcomes:
        last = np.float32(math.inf)
        for rank, (key, score) in enumerate(outcome.ranking, 1):
            last = min(np.float32(score), np.nextafter(last, np.float32(-math.inf)))
            yield f"{_escaped(outcome.id)} Q0 {_escaped(key)} {rank} {last:.9g} {tag}"


def qrels_lines(run: Run) -> Iterator[str]:
    """Yield which documents bear on each question of *run*, as lines of a TREC qrels file."""
    for outcome in run.outcomes:
        for key, grade in outcome.judged.items():
            yield f"{_escaped(outcome.id)} 0 {_escaped(key)} {grade}"


def read_rankings(path: Path) -> dict[str, Ranking]:
    """Return the ranking of each question in a TREC run file, in trec_eval's order: by score, ties by id from the end of the alphabet.

    Raises EvaluationError naming the first line that is none.
    """
    found: dict[str, dict[str, float]] = {}
    for number, fields in _rows(path):
        if len(fields) != 6:
            raise EvaluationError(f"{path}:{number}: a line of a run is QUESTION Q0 DOCUMENT RANK SCORE TAG")
        score = _number(path, number, fields[4], float)
        if not math.isfinite(score):
            raise EvaluationError(f"{path}:{number}: {fields[4]} is no score")
        found.setdefault(_unescaped(fields[0]), {})[_unescaped(fields[2])] = score
    return {name: sorted(scores.items(), key=lambda pair: (pair[1], pair[0]), reverse=True) for name, scores in found.items()}


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """Return the grade of each judged document by question, from TREC's four columns or BEIR's three.

    Raises EvaluationError naming the first line that is none.
    """
    found: dict[str, dict[str, int]] = {}
    for number, fields in _rows(path):
        if number == 1 and fields[0] == "query-id":
            continue
        if len(fields) not in (3, 4):
            raise EvaluationError(f"{path}:{number}: a line of qrels is QUESTION 0 DOCUMENT GRADE, or BEIR's QUESTION DOCUMENT GRADE")
        grade = _number(path, number, fields[-1], int)
        found.setdefault(_unescaped(fields[0]), {})[_unescaped(fields[-2])] = grade
    if not found:
        raise EvaluationError(f"{path}: it judges no document")
    return found


def ranked_run(name: str, rankings: Mapping[str, Ranking], judged: Mapping[str, Mapping[str, int]], measures: Sequence[str]) -> Run:
    """Return somebody's rankings as a run, scored by *measures*; of the questions, those are kept that are judged."""
    values = retrieval_measures.values(measures, judged, rankings)
    outcomes = (
        Outcome(id=key, category="all", question=key, judged=judged[key], ranking=tuple(rankings.get(key, ())), scores=values[key])
        for key in sorted(values)
    )
    return Run(name=name, measures=tuple(measures), outcomes=tuple(outcomes))


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as exc:
        raise EvaluationError(f"{path} cannot be read: {exc.strerror}") from exc
    except UnicodeDecodeError as exc:
        raise EvaluationError(f"{path}: it is not UTF-8") from exc
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line.split("\t") if line.count("\t") == 2 else line.split()


def _number(path: Path, line: int, text: str, kind: Callable[[str], _T]) -> _T:
    try:
        return kind(text.strip())
    except ValueError:
        raise EvaluationError(f"{path}:{line}: {text.strip()!r} is no number") from None


def _escaped(key: str) -> str:
    """Return an id without white space, which ends a field: "my report.md" becomes "my%20report.md"."""
    return _SPACE.sub(lambda found: quote(found[0]), key)


def _unescaped(key: str) -> str:
    return _ESCAPE.sub(lambda found: unquote(found[0]), key.strip())
