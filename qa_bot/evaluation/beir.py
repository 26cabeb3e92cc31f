"""BEIR's folders: corpus.jsonl, queries.jsonl and qrels/SPLIT.tsv."""

import json
from pathlib import Path

from qa_bot.errors import EvaluationError
from qa_bot.evaluation.questions import Question
from qa_bot.evaluation.trec import read_qrels

CORPUS, QUERIES, QRELS = "corpus.jsonl", "queries.jsonl", "qrels"


def is_beir(path: Path) -> bool:
    """Return whether *path* is a folder of BEIR's."""
    return (path / CORPUS).is_file() and (path / QUERIES).is_file()


def read_beir(folder: Path, split: str = "test") -> list[Question]:
    """Return the questions of a BEIR folder that *split* judges, in the order of queries.jsonl.

    Raises EvaluationError for a split that is not there, or a line that is no query.
    """
    if not (folder / QUERIES).is_file():
        raise EvaluationError(f"{folder} is no folder of BEIR's: it has no {QUERIES}; name a file of questions, or such a folder")
    path = folder / QRELS / f"{split}.tsv"
    if not path.is_file():
        there = ", ".join(sorted(found.stem for found in (folder / QRELS).glob("*.tsv"))) or "none"
        raise EvaluationError(f"{folder} has no split {split!r}; there are: {there}")
    judged = read_qrels(path)
    questions: list[Question] = []
    for number, line in enumerate((folder / QUERIES).read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            name, text = _query(folder / QUERIES, number, line)
            if name in judged:
                questions.append(Question(id=name, question=text, relevant=tuple(judged[name].items())))
    if not questions:
        raise EvaluationError(f"{path} judges no question of {folder / QUERIES}")
    return questions


def _query(path: Path, number: int, line: str) -> tuple[str, str]:
    try:
        fields: object = json.loads(line)
    except ValueError as exc:
        raise EvaluationError(f"{path}:{number}: it is not JSON: {exc}") from None
    if not isinstance(fields, dict) or not str(fields.get("_id", "")) or not isinstance(fields.get("text"), str):
        raise EvaluationError(f'{path}:{number}: it is no query; a line is {{"_id": "1", "text": "..."}}')
    return str(fields["_id"]), str(fields["text"])
