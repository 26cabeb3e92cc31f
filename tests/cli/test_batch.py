"""A batch: one line out for each line in, in order, whatever the line."""

import contextlib
import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.cli.batch import BadLineError, Defaults, answer_lines, read_line
from qa_bot.cli.parser import UsageError
from qa_bot.errors import IndexCorruptError
from qa_bot.schema import Answer, Filter, Form, Status


class Echo:
    """Answers with what it was asked, and fails where the question says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[str, ...], date | None, tuple[str, ...]]] = []
        self.only: list[Filter | None] = []

    def ask(self, question: str, *, history: Sequence[str], as_of: date | None, docs: Sequence[str], only: Filter | None) -> Answer:
        self.only.append(only)
        self.asked.append((question, tuple(history), as_of, tuple(docs)))
        if question == "damage":
            raise IndexCorruptError("the index is damaged")
        if question == "bug":
            raise ZeroDivisionError("division by zero")
        return Answer(id="hash", question=question, read_as="", language="en", status=Status.NOT_FOUND, form=Form.SINGLE, text=question)


def run(folder: Path, content: bytes, echo: Echo, defaults: Defaults | None = None) -> list[dict[str, object]]:
    path = folder / "questions.jsonl"
    path.write_bytes(content)
    output = io.StringIO()
    assert answer_lines(str(path), echo, defaults or Defaults(), output) == 0
    return [json.loads(line) for line in output.getvalue().splitlines()]


def test_answers_come_in_the_order_of_the_lines_under_their_ids(tmp_path: Path) -> None:
    lines = b'{"id": "b", "question": "second"}\n{"id": 7, "question": "first"}\n{"question": "third"}'
    answers = run(tmp_path, lines, Echo())
    assert [(answer["id"], answer["question"]) for answer in answers] == [("b", "second"), (7, "first"), ("hash", "third")]


def test_every_field_of_a_line_reaches_the_answerer(tmp_path: Path) -> None:
    echo = Echo()
    line = {"question": "q", "history": ["h1", "h2"], "as_of": "2024-05-01", "docs": ["reports/*"], "answers": ["42"], "kind": "count"}
    run(tmp_path, json.dumps(line).encode(), echo, Defaults(date(2020, 1, 1), ("other",)))
    assert echo.asked == [("q", ("h1", "h2"), date(2024, 5, 1), ("reports/*",))]


def test_options_hold_for_lines_that_do_not_say_otherwise(tmp_path: Path) -> None:
    echo = Echo()
    run(tmp_path, b'{"question": "q", "history": null}', echo, Defaults(date(2020, 1, 1), ("other",)))
    assert echo.asked == [("q", (), date(2020, 1, 1), ("other",))]


def test_a_line_limits_its_own_search_and_options_hold_where_it_does_not_say(tmp_path: Path) -> None:
    echo = Echo()
    limited = {"question": "q", "publishers": ["Gazette", "*Post"], "languages": ["ru"], "since": "2024-01-01", "until": "2024-12-31"}
    partly = {"question": "q", "since": "2023-05-01", "languages": [], "until": None}
    lines = "".join(json.dumps(line) + "\n" for line in (limited, partly, {"question": "q"}))
    options = Filter(publishers=("Herald",), languages=("en",), until=date(2025, 1, 1))
    run(tmp_path, lines.encode(), echo, Defaults(only=options))
    assert echo.only == [
        Filter(publishers=("Gazette", "*Post"), languages=("ru",), since=date(2024, 1, 1), until=date(2024, 12, 31)),
        options.model_copy(update={"since": date(2023, 5, 1)}),
        options,
    ]


def test_the_language_that_a_line_says_its_question_has_limits_nothing(tmp_path: Path) -> None:
    echo = Echo()
    run(tmp_path, b'{"question": "q", "language": "ru", "publisher": "Gazette"}', echo)
    assert echo.only == [Filter()]


@pytest.mark.parametrize(
    ("line", "name", "message"),
    [
        pytest.param(b"not json", None, "line 2: it is not JSON", id="no JSON"),
        pytest.param(b'["q"]', None, "line 2: it is no JSON object", id="no object"),
        pytest.param(b'{"id": "x"}', "x", 'line 2: "question" is missing', id="no question"),
        pytest.param(b'{"id": "x", "question": 5}', "x", 'line 2: "question" is no text', id="question no text"),
        pytest.param(b'{"id": "x", "question": " \\n\\u0000"}', "x", 'line 2: "question" is empty', id="empty question"),
        pytest.param(b'{"id": "x", "question": "q", "as_of": "May"}', "x", "line 2: \"as_of\" is no date: 'May'", id="no date"),
        pytest.param(b'{"id": "x", "question": "q", "as_of": 5}', "x", 'line 2: "as_of" is no date: 5', id="date no text"),
        pytest.param(b'{"id": "x", "question": "q", "history": "h"}', "x", 'line 2: "history" is no list of texts', id="history"),
        pytest.param(b'{"id": "x", "question": "q", "since": "2024"}', "x", "line 2: \"since\" is no date: '2024'", id="no day"),
        pytest.param(b'{"id": "x", "question": "q", "languages": "ru"}', "x", 'line 2: "languages" is no list of texts', id="languages"),
        pytest.param(b'{"id": "x", "question": "q", "docs": [1]}', "x", 'line 2: "docs" is no list of texts', id="docs"),
        pytest.param(b'{"id": "\xff", "question": "q"}', None, "line 2: it is not UTF-8", id="encoding"),
        pytest.param(b'{"id": NaN, "question": "q"}', None, "line 2: it is not JSON: NaN", id="NaN"),
        pytest.param(b"[" * 100_000, None, "line 2: it is not JSON: nested too deeply", id="depth"),
        pytest.param(b'{"id": %b}' % (b"9" * 5_000), None, "line 2: it is not JSON: a number of more than 600 digits", id="long number"),
        pytest.param(b'{"id": "x", "question": "damage"}', "x", "line 2: the index is damaged", id="error of ours"),
        pytest.param(b'{"id": "x", "question": "bug"}', "x", "line 2: a bug in qa-bot: ZeroDivisionError", id="bug"),
    ],
)
def test_a_bad_line_gives_an_error_in_its_place_and_the_rest_goes_on(tmp_path: Path, line: bytes, name: object, message: str) -> None:
    before, failed, after = run(tmp_path, b'{"id":1,"question":"a"}\n' + line + b'\n{"id":3,"question":"c"}\n', Echo())
    assert (before["id"], after["id"]) == (1, 3)
    assert set(failed) == {"id", "error"}
    assert failed["id"] == name
    assert str(failed["error"]).startswith(message)


def test_a_byte_order_mark_and_empty_lines_do_no_harm(tmp_path: Path) -> None:
    answers = run(tmp_path, b'\xef\xbb\xbf{"id":1,"question":"a"}\r\n\r\n\n{"id":2,"question":"b"}\r\n', Echo())
    assert [answer["id"] for answer in answers] == [1, 2]


def test_an_empty_file_gives_nothing(tmp_path: Path) -> None:
    assert run(tmp_path, b"", Echo()) == []


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.jsonl cannot be read: No such file"):
        answer_lines(str(tmp_path / "gone.jsonl"), Echo(), Defaults(), io.StringIO())


def test_a_lone_surrogate_is_replaced() -> None:
    assert read_line(b'{"question": "a\\ud800b \\ud83d\\ude00"}', Defaults()).question == "a\ufffdb \U0001f600"


@settings(max_examples=100)
@given(st.binary(max_size=60))
def test_no_line_does_anything_but_be_read_or_be_bad(raw: bytes) -> None:
    with contextlib.suppress(BadLineError):
        assert read_line(raw, Defaults()).question
