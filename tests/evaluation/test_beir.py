"""A folder of BEIR's as documents and questions."""

from pathlib import Path

import pytest

from qa_bot.app import pinned_answerer
from qa_bot.errors import EvaluationError
from qa_bot.evaluation.beir import is_beir, read_beir
from qa_bot.evaluation.run import How, evaluate
from qa_bot.evaluation.temporary_index import indexed
from qa_bot.settings import Settings

CORPUS = """\
{"_id": "1", "title": "Late trains", "text": "In 2023, 1,204 trains were late, the operator said."}
{"_id": "2", "title": "Ferries", "text": "At least 31 ferries sank in a storm."}
"""
QUERIES = '{"_id": "q1", "text": "how many trains were late"}\n{"_id": "q2", "text": "sunken ferries"}\n{"_id": "q3", "text": "unjudged"}\n'
QRELS = "query-id\tcorpus-id\tscore\nq1\t1\t1\nq2\t2\t2\nq2\t1\t0\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "qrels").mkdir()
    for name, text in (("corpus.jsonl", CORPUS), ("queries.jsonl", QUERIES), ("qrels/test.tsv", QRELS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_judged_questions_are_read_with_their_grades(folder: Path):
    assert is_beir(folder)
    assert {question.id: dict(question.relevant) for question in read_beir(folder)} == {"q1": {"1": 1}, "q2": {"2": 2, "1": 0}}


def test_the_folder_is_corpus_and_questions_alike(folder: Path):
    with indexed([folder], Settings()) as settings:
        done = evaluate(read_beir(folder), lambda: pinned_answerer(settings), name="beir", how=How(("R@1",)))
    assert [outcome.scores["R@1"] for outcome in done.outcomes] == [1.0, 1.0]
    assert {key for outcome in done.outcomes for key, _ in outcome.ranking} <= {"1", "2"}


def test_a_split_that_is_not_there_is_named_with_those_that_are(folder: Path):
    with pytest.raises(EvaluationError, match=r"no split 'dev'; there are: test"):
        read_beir(folder, "dev")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("queries.jsonl", '{"_id": "q1"}\n', "queries.jsonl:1: it is no query"),
        ("queries.jsonl", '{"_id": "x", "text": "y"}', "judges no question"),
    ],
)
def test_what_cannot_be_used_is_named(folder: Path, name: str, text: str, message: str):
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationError, match=message):
        read_beir(folder)


def test_a_folder_that_is_none_of_beir_is_refused(tmp_path: Path):
    with pytest.raises(EvaluationError, match=r"no folder of BEIR's"):
        read_beir(tmp_path)
