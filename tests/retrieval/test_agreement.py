"""How far the engines agree about which passages are candidates, on the documents and questions that the answers are held to."""

from pathlib import Path
from types import SimpleNamespace

from qa_bot.evaluation.question_files import read_questions
from qa_bot.ingest import SourceFile, read, split, walk
from qa_bot.retrieval import ENGINES, open_index
from qa_bot.text.analysis import query_terms

TESTS = Path(__file__).parents[1]
CANDIDATES = 10  # of some hundred passages: as hard a choice as 50 of thousands
OVERLAP = 0.95  # the mean over all questions; 0.999 when it was measured. What differs comes in last, where scores are close


def _documents() -> list[SimpleNamespace]:
    found = walk([*(TESTS / "documents").glob("*.[tm]*"), TESTS.parent / "corpus"])
    files = sorted(each for each in found if isinstance(each, SourceFile))
    documents = [document for file in files for document in read(file, report=lambda _: None)]
    return [SimpleNamespace(document=document, passages=split(document), figures=[]) for document in documents]


def test_the_engines_pick_nearly_the_same_candidates(write_index, tmp_path):
    documents = _documents()
    engines = [open_index(write_index(tmp_path / name, documents, engine=name))._engine for name in ENGINES]
    files = [TESTS / "quality" / name for name in ("questions.jsonl", "documents.jsonl")]
    shares = []
    for question in sorted({question.question for file in files for question in read_questions(file)}):
        terms = dict.fromkeys(query_terms(question), 1.0)
        first, second = (set(engine.candidates(terms, limit=CANDIDATES)) for engine in engines)
        if first or second:
            shares.append(len(first & second) / max(len(first), len(second)))
    assert len(shares) > 100
    assert sum(shares) / len(shares) >= OVERLAP
