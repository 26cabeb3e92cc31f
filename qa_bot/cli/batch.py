"""A file of questions: one JSON answer a line, in the order of the lines; a bad line gives an error line and the rest goes on."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol, TextIO

from qa_bot.cli.parser import UsageError
from qa_bot.errors import QABotError
from qa_bot.integers import strictly_whole
from qa_bot.schema import Answer, Filter
from qa_bot.text.printable import escaped


class Asks(Protocol):
    """What answers: `ask.Answerer`, or a stand-in."""

    def ask(self, question: str, *, history: tuple[str, ...], as_of: date | None, docs: tuple[str, ...], only: Filter | None) -> Answer: ...


class Defaults(NamedTuple):
    """What holds for lines that do not say otherwise."""

    as_of: date | None = None
    docs: tuple[str, ...] = ()
    only: Filter | None = None


class Line(NamedTuple):
    """One question of a batch. Fields that it does not know are left alone: the file may hold expected answers too."""

    name: object  # "id", given back as it came; None when missing
    question: str
    history: tuple[str, ...]
    as_of: date | None
    docs: tuple[str, ...]
    only: Filter | None


class BadLineError(Exception):
    """A line is no question; *name* is its id, where that could be read."""

    def __init__(self, message: str, name: object = None) -> None:
        super().__init__(message)
        self.name = name


def answer_lines(path: str, answerer: Asks, defaults: Defaults, output: TextIO) -> int:
    """Write an answer for every line of *path* ("-" is standard input) and return the exit code: 0 when all lines were read.

    Every line is flushed, so that a program may hand over questions one by one. Empty lines are passed over.
    """
    with _opened(path) as lines:
        for number, raw in enumerate(lines, 1):
            if raw.strip():
                output.write(_answer(raw, number, answerer, defaults) + "\n")
                output.flush()
    return 0


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path == "-":
        yield sys.stdin.buffer
        return
    with ExitStack() as opened:
        try:
            stream = opened.enter_context(Path(path).open("rb"))
        except OSError as error:
            raise UsageError(f"the batch file {path} cannot be read: {error.strerror}") from error
        yield stream


def _answer(raw: bytes, number: int, answerer: Asks, defaults: Defaults) -> str:
    name: object = None
    try:
        line = read_line(raw, defaults)
        name = line.name
        answer = answerer.ask(line.question, history=line.history, as_of=line.as_of, docs=line.docs, only=line.only)
    except BadLineError as error:
        return _failure(error.name, f"line {number}: {error}")
    except QABotError as error:
        return _failure(name, f"line {number}: {error}")
    except Exception as error:  # one question that fails must not lose the others
        return _failure(name, f"line {number}: a bug in qa-bot: {type(error).__name__}: {error}")
    if name is None:
        return escaped(answer.model_dump_json())
    fields = answer.model_dump(mode="json")
    return escaped(json.dumps({**fields, "id": name}, ensure_ascii=False, separators=(",", ":")))


def _failure(name: object, message: str) -> str:
    return escaped(json.dumps({"id": name, "error": message}, ensure_ascii=False, separators=(",", ":")))


def read_line(raw: bytes, defaults: Defaults) -> Line:
    """Return the question in one line of a batch file. Raises an error that says what is wrong with which field."""
    try:
        fields: object = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_constant, parse_int=strictly_whole)
    except UnicodeDecodeError:
        raise BadLineError("it is not UTF-8") from None
    except ValueError as error:
        raise BadLineError(f"it is not JSON: {error}") from None
    except RecursionError:
        raise BadLineError("it is not JSON: nested too deeply") from None
    if not isinstance(fields, dict):
        raise BadLineError('it is no JSON object; write {"id": "q1", "question": "..."}')
    name = fields.get("id")
    try:
        return Line(
            name,
            _question(fields),
            _texts(fields, "history"),
            _day(fields, "as_of") or defaults.as_of,
            _texts(fields, "docs") or defaults.docs,
            _only(fields, defaults.only or Filter()),
        )
    except ValueError as error:
        raise BadLineError(str(error), name) from None


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def _question(fields: Mapping[str, object]) -> str:
    question = fields.get("question")
    if not isinstance(question, str):
        raise ValueError('"question" is missing' if question is None else '"question" is no text')
    if not any(letter.isprintable() and not letter.isspace() for letter in question):
        raise ValueError('"question" is empty')
    return readable(question)


def _texts(fields: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = fields.get(name)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f'"{name}" is no list of texts')
    return tuple(readable(item) for item in value)


def _only(fields: Mapping[str, object], default: Filter) -> Filter:
    """Return what the line limits its search to, and *default* where it does not say."""
    return Filter(
        docs=default.docs,
        publishers=_texts(fields, "publishers") or default.publishers,
        languages=_texts(fields, "languages") or default.languages,
        since=_day(fields, "since") or default.since,
        until=_day(fields, "until") or default.until,
    )


def _day(fields: Mapping[str, object], name: str) -> date | None:
    value = fields.get(name)
    if value is None:
        return None
    try:
        return date.fromisoformat(value) if isinstance(value, str) else _no_date(name, value)
    except ValueError:
        return _no_date(name, value)


def _no_date(name: str, value: object) -> date:
    raise ValueError(f'"{name}" is no date: {value!r}; write it as "2024-05-31"')


def readable(text: str) -> str:
    """Return *text* with U+FFFD for lone surrogates, which JSON can spell and nothing can print."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
