"""Two documents about trains and a few questions about them."""

from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.evaluation.questions import Question
from qa_bot.retrieval import open_index

LATE = "# Late trains\n\nIn 2023, 1,204 trains were late, the operator said.\n\nThe operator is based in Norhaven.\n"
FERRIES = "# Ferries\n\nIn 2023, at least 31 ferries sank, the coast guard said.\n"


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    (folder / "late.md").write_text(LATE, encoding="utf-8")
    (folder / "ferries.md").write_text(FERRIES, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def answerer(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    index = tmp_path_factory.mktemp("index") / "index"
    build([corpus], index=index)
    return Answerer(open_index(index))


def question(text: str, *, category: str = "all", **fields: object) -> Question:
    return Question.model_validate({"question": text, "category": category, **fields})


@pytest.fixture
def questions() -> list[Question]:
    """Two that are answered right, one that is declined rightly, and one whose expectation is wrong."""
    return [
        question(
            "How many trains were late in 2023?",
            id="trains",
            expect={"status": "answered", "value": 1204, "period": 2023, "unit": "trains", "document": "late.md"},
        ),
        question("How many ferries sank in 2023?", id="ferries", expect={"value": 31, "bound": "at_least", "document": "ferries.md"}),
        question("How many trains were late in 2021?", id="other-year", category="absent", expect={"status": "not_found"}),
        question("How many ferries sank in 2023?", id="wrong", category="absent", expect={"value": 32, "bound": "exact"}),
    ]
