"""Logs: one line of JSON each, and no secret in any."""

import json
import logging
import sys

import pytest

from qa_bot.settings import LogFormat
from qa_bot.telegram.logs import HIDDEN, Formatter, Redaction, leave_out_bodies

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"


def record(message: str, *values: object, name: str = "qa_bot", error: BaseException | None = None) -> logging.LogRecord:
    found = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord(name, logging.ERROR, "x.py", 1, message, values, found)


@pytest.mark.parametrize("layout", list(LogFormat))
@pytest.mark.parametrize("secret", [TOKEN, TOKEN.replace(":", "%3A"), "hook-secret"])
def test_no_secret_is_in_a_message_or_a_traceback(layout: LogFormat, secret: str) -> None:
    try:
        raise ValueError(f"POST https://host/bot{secret}/getMe")
    except ValueError:
        error = sys.exc_info()[1]
    line = Formatter(layout, Redaction([TOKEN, "hook-secret"])).format(record("asked %s", f"/bot{secret}/", error=error))
    assert secret not in line
    assert line.count(HIDDEN) >= 2
    assert "Traceback" in line


def test_the_token_of_another_bot_is_hidden_too() -> None:
    assert Redaction([])("at 987654321:ZZbbCCddEEffGGhhIIjjKKllMMnnOOppQQr now") == f"at {HIDDEN} now"


def test_a_line_is_json_whatever_is_logged() -> None:
    line = Formatter(LogFormat.JSON, Redaction([])).format(record('two\nlines and "quotes"'))
    assert json.loads(line)["message"] == 'two\nlines and "quotes"'
    assert "\n" not in line


def test_what_a_library_logs_of_requests_is_left_out() -> None:
    long = "a question " * 30
    theirs, ours = record("bad JSON: %s", long, name="telegram.request"), record("%s", long)
    assert leave_out_bodies(theirs)
    assert leave_out_bodies(ours)
    assert "question" not in theirs.getMessage()
    assert "question" in ours.getMessage()
