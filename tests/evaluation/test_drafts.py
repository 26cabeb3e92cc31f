"""Questions for a question file, from an answer or from what people said of answers."""

import json
from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.errors import EvaluationError
from qa_bot.evaluation.drafts import append, complaints, expectation_of, typed_expectation
from qa_bot.evaluation.judge import judge
from qa_bot.evaluation.question_files import read_questions
from qa_bot.evaluation.questions import Question


@pytest.mark.parametrize(
    "asked",
    [
        "How many trains were late in 2023?",
        "How many ferries sank in 2023?",
        "How many trains were late in 2021?",
        "Where is the operator based?",
    ],
)
def test_an_answer_fulfils_what_it_would_have_others_expect(answerer: Answerer, asked: str):
    answer = answerer.ask(asked)
    assert judge(expectation_of(answer), answer).shortfalls == ()


def test_the_expectation_of_a_count_names_its_slots_and_its_source(answerer: Answerer):
    found = expectation_of(answerer.ask("How many ferries sank in 2023?"))
    assert (found.value, found.bound, found.document) == (("31",), "at_least", ("ferries.md",))
    assert found.period == "2023-01-01/2023-12-31"


def test_what_is_right_can_be_typed():
    found = typed_expectation("value=38 value=4 period=2022 quote='of the 114 cases'")
    assert (found.value, found.period, found.quote) == (("38", "4"), "2022-01-01/2022-12-31", ("of the 114 cases",))


@pytest.mark.parametrize(
    ("text", "message"),
    [("38", "says nothing"), ("vlaue=38", "vlaue: is no field"), ("value=x", "value: is no number"), ("a='", "cannot be read")],
)
def test_what_was_typed_wrong_is_named(text: str, message: str):
    with pytest.raises(EvaluationError, match=message):
        typed_expectation(text)


def test_questions_are_added_at_the_end_once(tmp_path: Path):
    path = tmp_path / "q.jsonl"
    path.write_text('{"id": "a", "question": "A?", "expect": {"value": 1}}', encoding="utf-8")  # no line end
    new = Question.model_validate({"id": "b", "question": "B?", "expect": {"value": 2}})
    append([new], path)
    assert [question.id for question in read_questions(path)] == ["a", "b"]
    with pytest.raises(EvaluationError, match="id b already"):
        append([new], path)


LINES = [
    {"question": "How many?", "history": ["Before?"], "answer_id": "x1", "verdict": "wrong", "asked": "2024-05-01T10:00:00+00:00"},
    {"question": "How many?", "history": ["Before?"], "verdict": "wrong"},
    {"question": "Who?", "verdict": "helpful"},
    {"question": "Where?", "verdict": "wrong", "answer": "x2", "at": "2024-05-02", "user": 7},
    {"verdict": "wrong"},
    {"question": "When?", "history": "none", "verdict": "wrong", "asked": "yesterday"},
]


def test_what_was_called_wrong_becomes_a_draft_once_and_missing_fields_do_no_harm(tmp_path: Path):
    path = tmp_path / "feedback.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES) + '[1]\n{"question": "Torn', encoding="utf-8")
    told: list[str] = []
    found = list(complaints(path, report=told.append))
    assert [line.removeprefix(f"{path}:").split(" ", 1)[1] for line in told[-2:]] == ["is no feedback, and is passed over"] * 2
    assert [(q.question, q.history, str(q.as_of), q.note) for q in found] == [
        ("How many?", ("Before?",), "2024-05-01", "called wrong: answer x1"),
        ("Where?", (), "2024-05-02", "called wrong: answer x2"),
        ("When?", (), "None", "called wrong"),
    ]
    assert all(question.draft for question in found)


@pytest.mark.parametrize("text", ["rubbish\n", '{"foo": 1}\n', '{"question": "How many?", "expect": {"value": 1}}\n'])
def test_a_file_without_feedback_is_refused(tmp_path: Path, text: str):
    path = tmp_path / "feedback.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationError, match="no feedback file"):
        list(complaints(path, report=print))
