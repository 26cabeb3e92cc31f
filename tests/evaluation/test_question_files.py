"""Files of questions, and what is said of those that cannot be used."""

from pathlib import Path

import pytest

from qa_bot.errors import EvaluationError
from qa_bot.evaluation.question_files import dump_question, read_questions

GOOD = '{"id": "a", "question": "How many?", "expect": {"value": 1}}\n'
YAML = """\
- question: Were any late?
  as_of: 2024-05-01
  expect:
    verdict: yes
    value: 1,204
- question: How many?
  expect: {status: not_found}
"""


def write(folder: Path, text: str, name: str = "questions.jsonl") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_json_lines_and_yaml_say_the_same(tmp_path: Path):
    found = read_questions(write(tmp_path, YAML, "questions.yaml"))
    assert [(str(q.as_of), q.expect.verdict, q.expect.value) for q in found] == [("2024-05-01", "yes", ("1204",)), ("None", None, ())]
    lines = "".join(dump_question(question) + "\n" for question in found)
    assert read_questions(write(tmp_path, lines)) == found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(GOOD + "{", ":2: it is not JSON", id="no JSON"),
        pytest.param(GOOD + "[1]", ":2: it is no question", id="no object"),
        pytest.param('{"expect": {}}', ":1: question: is missing", id="no question"),
        pytest.param('{"question": " ", "expect": {"value": 1}}', ":1: question: is empty", id="an empty question"),
        pytest.param(
            '{"question": "a?", "expect": {"vlaue": 1}}', "expect.vlaue: is no field of a question; did you mean value?", id="a typo"
        ),
        pytest.param('{"question": "a?", "kind": "x", "expect": {"value": 1}}', "kind: is no field", id="an unknown field"),
        pytest.param('{"question": "a?", "expect": {"value": "many"}}', "expect.value: is no number: 'many'", id="no number"),
        pytest.param('{"question": "a?", "expect": {"value": NaN}}', "NaN is no JSON", id="NaN"),
        pytest.param('{"question": "a?", "as_of": "May", "expect": {"value": 1}}', "as_of: is no date: 'May'", id="no date"),
        pytest.param('{"question": "a?", "relevant": {"d": "high"}}', "relevant: the grade of 'd'", id="no grade"),
        pytest.param('{"question": "a?"}', ":1: nothing is expected", id="nothing expected"),
        pytest.param(GOOD + "\n" + GOOD, ':3: id: "a" is that of line 1 too', id="the same id"),
        pytest.param("\n", "holds no question", id="empty"),
    ],
)
def test_line_and_field_of_a_fault_are_named(tmp_path: Path, text: str, message: str):
    with pytest.raises(EvaluationError, match=r"questions\.jsonl") as error:
        read_questions(write(tmp_path, text))
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(YAML + "- question: x\n  expect:\n    value: 1\n    period: soon\n", ":11: expect.period: is no period", id="a field"),
        pytest.param("question: x\n", ":1: it is no list", id="no list"),
        pytest.param("- question: [x\n", "it is not YAML", id="no YAML"),
    ],
)
def test_yaml_names_the_line_of_the_field(tmp_path: Path, text: str, message: str):
    with pytest.raises(EvaluationError) as error:
        read_questions(write(tmp_path, text, "questions.yaml"))
    assert message in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(EvaluationError, match="cannot be read"):
        read_questions(tmp_path / "none.jsonl")
