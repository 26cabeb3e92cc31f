"""Questions for a question file: from an answer that a person has looked at, or from what people said of the bot's answers."""

import json
import shlex
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from qa_bot.errors import EvaluationError
from qa_bot.evaluation.judge import amount_of
from qa_bot.evaluation.question_files import dump_question, read_questions
from qa_bot.evaluation.questions import DECLINING, Expected, Question
from qa_bot.schema import Answer, CitedFigure, Form

FEEDBACK = "feedback"  # the category of what people complained of
_WRONG = "wrong"


def expectation_of(answer: Answer) -> Expected:
    """Return what to expect of answers to the same question, were *answer* right: its status, figures, slots and source."""
    fields: dict[str, object] = {"status": answer.status}
    if answer.status in DECLINING:
        fields["missing"] = answer.missing
    elif answer.figures:
        fields |= _figure_fields(answer, answer.figures[0])
    else:
        first = answer.citations[0] if answer.citations else None
        fields |= {"short": answer.short, "document": (first.doc_id,) if first else ()}
    if answer.verdict is not None:
        fields["verdict"] = answer.verdict
    return Expected.model_validate(fields)


def _figure_fields(answer: Answer, figure: CitedFigure) -> dict[str, object]:
    several = answer.form in (Form.TABLE, Form.SIDE_BY_SIDE, Form.BREAKDOWN)
    shown = answer.figures if several else answer.figures[:1]
    cited = {citation.number: citation.doc_id for citation in answer.citations}
    fields: dict[str, object] = {
        "value": [amount_of(figure) for figure in shown],
        "any_order": several and len(shown) > 1,
        "document": sorted({cited[figure.citation] for figure in shown if figure.citation in cited}),
    }
    if len(shown) == 1:
        period = figure.period
        fields |= {"bound": figure.bound, "unit": figure.unit}
        fields["period"] = f"{period.start}/{period.end}" if period is not None and period.start and period.end else None
        fields["part_of"] = str(figure.part_of.value) if figure.part_of is not None else None
        fields["claimant"] = figure.claimant.name if figure.claimant is not None else None
    return fields


def typed_expectation(text: str) -> Expected:
    """Return the expectation that a person typed: ``value=38 period=2022``; raise EvaluationError for what is none."""
    fields: dict[str, list[str]] = {}
    try:
        parts = shlex.split(text)
    except ValueError as exc:
        raise EvaluationError(f"{text!r} cannot be read: {exc}") from None
    for part in parts:
        name, sign, value = part.partition("=")
        if not sign:
            raise EvaluationError(f"{part!r} says nothing; write value=38 period=2022 document=report.md, or status=not_found")
        fields.setdefault(name, []).append(value)
    return expectation({name: values if len(values) > 1 else values[0] for name, values in fields.items()})


def expectation(fields: Mapping[str, object]) -> Expected:
    """Return the expectation in *fields*; raise EvaluationError that names what cannot be used."""
    try:
        return Expected.model_validate(fields)
    except ValidationError as exc:
        first = exc.errors(include_url=False)[0]
        reason = "is no field" if first["type"] == "extra_forbidden" else first["msg"].removeprefix("Value error, ")
        raise EvaluationError(f"{first['loc'][0]}: {reason}; there are {', '.join(Expected.model_fields)}") from None


def append(questions: list[Question], path: Path) -> None:
    """Write *questions* at the end of *path*, a line each; raise EvaluationError when one is there already."""
    there = known_ids(path)
    twice = [question.id for question in questions if question.id in there]
    if twice:
        raise EvaluationError(f"{path} holds a question with the id {twice[0]} already; take it out, or give this one another: --id NAME")
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    gap = "" if not before or before.endswith("\n") else "\n"
    with path.open("a", encoding="utf-8") as file:
        file.write(gap + "".join(f"{dump_question(question)}\n" for question in questions))


def known_ids(path: Path) -> set[str]:
    """Return the ids of the questions in *path*; none when there is no such file yet or nothing in it.

    Raises EvaluationError for a file that no question can be added to.
    """
    if path.suffix in (".yaml", ".yml"):
        raise EvaluationError(f"{path}: questions are added to JSONL only; name a .jsonl file")
    if not path.parent.is_dir():
        raise EvaluationError(f"{path} cannot be written: {path.parent} is no folder")
    if not path.exists() or not path.read_text(encoding="utf-8").strip():
        return set()
    return {question.id for question in read_questions(path)}


def complaints(path: Path, *, report: Callable[[str], None]) -> Iterator[Question]:
    """Yield a draft for each question in a feedback file whose answer was called wrong, each once.

    A line is {"question", "history", "answer_id", "verdict": "helpful" | "wrong", "asked": date}, or as the Telegram bot writes it with
    "answer" and "at"; only the question and the verdict must be there. A line that cannot be read, as when two processes wrote at once,
    is passed over with a word on it through *report*. Raises EvaluationError where no line is feedback.
    """
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as exc:
        raise EvaluationError(f"the feedback file {path} cannot be read: {exc.strerror}") from exc
    read = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    unread = [number for number, line in read if not _is_feedback(line)]
    if read and len(unread) == len(read):
        raise EvaluationError(f'{path} is no feedback file: a line is {{"question": "...", "verdict": "wrong"}}')
    for number in unread:
        report(f"{path}:{number} is no feedback, and is passed over")
    seen: set[str] = set()
    for _, line in read:
        draft = _complaint(line)
        if draft is not None and draft.id not in seen:
            seen.add(draft.id)
            yield draft


def _is_feedback(line: str) -> bool:
    try:
        fields: object = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(fields, dict) and isinstance(fields.get("question"), str) and "verdict" in fields


def _complaint(line: str) -> Question | None:
    try:
        fields: object = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(fields, dict) or fields.get("verdict") != _WRONG:
        return None
    history = fields.get("history")
    answer = fields.get("answer_id") or fields.get("answer")
    told = {
        "question": fields.get("question"),
        "history": history if isinstance(history, list) else [],
        "as_of": _day(fields.get("asked") or fields.get("at")),
        "note": f"called wrong: answer {answer}" if answer else "called wrong",
    }
    try:
        return Question.model_validate({**told, "category": FEEDBACK, "draft": True})
    except ValidationError:
        return None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
