"""Files of questions: read with the line and the field of whatever cannot be used, and written a line a question."""

import json
import shlex
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError

from qa_bot.errors import EvaluationError
from qa_bot.evaluation.questions import Expected, Question
from qa_bot.integers import strictly_whole

_YAML = (".yaml", ".yml")


def read_questions(path: Path, *, unjudged: bool = False) -> list[Question]:
    """Return the questions in *path*, in their order; *unjudged* allows ones of which nothing is expected.

    Raises EvaluationError naming file, line and field of the first that cannot be used.
    """
    text = _text(path)
    entries = _yaml_entries(path, text) if path.suffix in _YAML else _json_entries(path, text)
    questions: list[Question] = []
    lines: dict[str, int] = {}
    for entry in entries:
        question = entry.question(unjudged=unjudged)
        if question.id in lines:
            first = lines[question.id]
            if entry.is_named:
                raise entry.error(f'id: "{question.id}" is that of line {first} too')
            raise entry.error(f'the same question stands in line {first}; take one out, or give one an "id"')
        lines[question.id] = entry.line
        questions.append(question)
    if not questions:
        raise EvaluationError(f'{path}: it holds no question; write {{"question": "...", "expect": {{"value": "114"}}}}')
    return questions


def dump_question(question: Question) -> str:
    """Return *question* as a line of JSONL, without what says nothing."""
    fields = question.model_dump(mode="json", exclude_defaults=True)
    for name in ("expect",):
        if name in fields:
            fields[name] = {key: _single(key, value) for key, value in fields[name].items()}
    if "relevant" in fields:
        fields["relevant"] = dict(fields["relevant"])
    return json.dumps(fields, ensure_ascii=False)


def _single(name: str, value: object) -> object:
    return value[0] if isinstance(value, list) and len(value) == 1 and name in Expected.model_fields else value


class _Entry:
    """One question as it was written, and where."""

    def __init__(self, path: Path, line: int, fields: object, lines: Mapping[str, int]) -> None:
        self._path = path
        self.line = line
        self._fields = fields
        self._lines = lines  # of fields, where they are known: "expect.value"

    @property
    def is_named(self) -> bool:
        """Whether it was written with an id."""
        return isinstance(self._fields, dict) and self._fields.get("id") is not None

    def error(self, reason: str, field: str = "") -> EvaluationError:
        return EvaluationError(f"{self._path}:{self._lines.get(field, self.line)}: {reason}")

    def question(self, *, unjudged: bool) -> Question:
        if not isinstance(self._fields, dict):
            raise self.error('it is no question; write {"question": "...", "expect": {"value": "114"}}')
        if "verdict" in self._fields and "expect" not in self._fields:
            raise self.error(
                "it says how an answer was found, not what is right; make drafts of questions of those that were called wrong:"
                f" qa-bot eval add --from-feedback {shlex.quote(str(self._path))}"
            )
        try:
            return Question.model_validate(self._fields, context={"unjudged": unjudged})
        except ValidationError as exc:
            first = exc.errors(include_url=False)[0]
            field = ".".join(part for part in first["loc"] if isinstance(part, str))
            reason = _reason(str(first["type"]), str(first["msg"]), first["loc"])
            raise self.error(f"{field}: {reason}" if field else reason, field) from None


# What pydantic finds, in the words of somebody who writes the file.
_REASONS = {
    "missing": "is missing",
    "string_type": "is no text; put it in quotes",
    "tuple_type": "is no list; write [...]",
    "model_type": 'is no group of fields; write {"value": "114"}',
    "bool_type": "is neither true nor false",
    "bool_parsing": "is neither true nor false",
}


def _reason(kind: str, message: str, loc: Sequence[object]) -> str:
    if kind == "extra_forbidden":
        known = Expected.model_fields if loc[0] == "expect" else Question.model_fields
        close = get_close_matches(str(loc[-1]), known, n=1)
        return f"is no field of a question; did you mean {close[0]}?" if close else f"is no field; there are {', '.join(known)}"
    if kind in _REASONS:
        return _REASONS[kind]
    text = message.removeprefix("Value error, ").removeprefix("Input ")
    return text[:1].lower() + text[1:]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as exc:
        raise EvaluationError(f"the question file {path} cannot be read: {exc.strerror}") from exc
    except UnicodeDecodeError as exc:
        raise EvaluationError(f"{path}: it is not UTF-8; save it as UTF-8") from exc


def _json_entries(path: Path, text: str) -> Iterator[_Entry]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _Entry(path, number, json.loads(line, parse_float=Decimal, parse_int=strictly_whole, parse_constant=_no_constant), {})
        except json.JSONDecodeError as exc:
            raise EvaluationError(f"{path}:{number}: it is not JSON: {exc.msg} at character {exc.colno}; a line is one question") from None
        except ValueError as exc:
            raise EvaluationError(f"{path}:{number}: it is not JSON: {exc}; a line is one question") from None
        except RecursionError:
            raise EvaluationError(f"{path}:{number}: it is not JSON: nested too deeply; a line is one question") from None


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def _yaml_entries(path: Path, text: str) -> Iterator[_Entry]:
    import yaml  # loads slowly, and JSONL needs none

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        loader = yaml.SafeLoader("")
        if root is None:
            return
        if not isinstance(root, yaml.SequenceNode):
            raise EvaluationError(f'{path}:{root.start_mark.line + 1}: it is no list; begin each question with "- question: ..."')
        for node in root.value:
            yield _Entry(path, node.start_mark.line + 1, loader.construct_document(node), dict(_field_lines(node, "")))
    except yaml.MarkedYAMLError as exc:
        line = exc.problem_mark.line + 1 if exc.problem_mark else 1
        raise EvaluationError(f"{path}:{line}: it is not YAML: {exc.problem}") from None
    except RecursionError:
        raise EvaluationError(f"{path}: its lists are nested too deep to be questions") from None
    except yaml.YAMLError as exc:
        raise EvaluationError(f"{path}: it is not YAML: {exc}") from None


def _field_lines(node: object, above: str) -> Iterator[tuple[str, int]]:
    import yaml

    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = f"{above}{key.value}"
            yield name, key.start_mark.line + 1
            yield from _field_lines(value, f"{name}.")
