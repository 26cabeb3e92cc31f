"""Questions for a reason are answered by the words behind the cue, wherever in the sentence it stands."""

from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index

QUESTION = "Why was the ferry to Harne stopped?"


@pytest.mark.parametrize(
    ("sentence", "question", "cause"),
    [
        ("The ferry to Harne was stopped because its engine had failed.", QUESTION, "its engine had failed"),
        ("Because its engine had failed, the ferry to Harne was stopped.", QUESTION, "its engine had failed"),
        ("The ferry to Harne was stopped due to ice.", QUESTION, "ice"),
        ("Due to ice, the ferry to Harne was stopped.", QUESTION, "ice"),
        ("Паром в Харне остановили из-за льда.", "Почему остановили паром в Харне?", "льда"),
    ],
)
def test_the_cause_alone_is_the_short_answer(tmp_path: Path, sentence: str, question: str, cause: str):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "ferry.txt").write_text(sentence, encoding="utf-8")
    build([tmp_path / "docs"], index=tmp_path / "index", workers=1)
    answer = Answerer(open_index(tmp_path / "index")).ask(question)
    assert answer.short is not None
    assert answer.short.split(" [")[0] == cause
    assert answer.citations[0].quote == sentence
