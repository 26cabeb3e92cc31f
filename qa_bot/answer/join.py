"""One answer out of several: "how many were refused, and how many of those for political reasons?"."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from qa_bot.answer.derive import comparable, difference
from qa_bot.answer.phrases import say
from qa_bot.answer.wording import difference_words
from qa_bot.schema import Answer, Bound, Citation, CitedFigure, Form, Kind, Operation, Query, Status, plain

_MARK = re.compile(r"\[(\d+)\]")


def join(query: Query, answers: Sequence[Answer], *, left: Sequence[str] = ()) -> Answer:
    """Return the *answers* to the parts of *query* as one: their texts below each other, their citations numbered through. Notes tell
    which parts were *left* without one."""
    citations: dict[tuple[str, int, int], Citation] = {}
    renumbered = [_renumbered(answer, citations) for answer in answers]
    found = [answer for answer in renumbered if answer.status in (Status.ANSWERED, Status.PARTIAL)]
    if query.operation is Operation.DIFFERENCE:
        return _compared(query, renumbered, tuple(citations.values()))
    first = found[0] if found else renumbered[0]
    status = _status(renumbered)
    if left and status is Status.ANSWERED:
        status = Status.PARTIAL
    remarks = [say(query.language, "part_left", part=part.rstrip(" ?")) for part in left]
    return first.model_copy(
        update={
            "question": query.text,
            "read_as": "; ".join(answer.read_as for answer in renumbered),
            "status": status,
            "form": Form.SIDE_BY_SIDE if len(found) > 1 else first.form,
            "by": None if len(found) > 1 else first.by,
            "text": "\n".join(_said_once(renumbered)),
            "figures": tuple(dict.fromkeys(figure for answer in renumbered for figure in answer.figures)),
            "total": _total(renumbered),
            "nearest": tuple(dict.fromkeys(figure for answer in renumbered for figure in answer.nearest)),
            "missing": tuple(dict.fromkeys(slot for answer in renumbered for slot in answer.missing)),
            "related": tuple(dict.fromkeys(number for answer in renumbered for number in answer.related)),
            "citations": tuple(citations.values()),
            "notes": tuple(dict.fromkeys((*(note for answer in renumbered for note in answer.notes), *remarks))),
        }
    )


def _said_once(answers: Sequence[Answer]) -> list[str]:
    """Return the texts of *answers*, a refusal without the lines that one before it has said."""
    texts: list[str] = []
    refused: set[str] = set()
    for answer in answers:
        lines = answer.text.split("\n")
        if answer.status is Status.NOT_FOUND:
            lines = [line for line in lines if line not in refused]
            refused.update(lines)
        texts.extend(["\n".join(lines)] if lines else [])
    return texts


def _compared(query: Query, answers: Sequence[Answer], citations: tuple[Citation, ...]) -> Answer:
    """Two figures and their difference, where each side has one and they may be calculated with; else what is missing."""
    first, second = answers
    joined = first.model_copy(
        update={
            "question": query.text,
            "read_as": query.read_as,
            "total": None,
            "nearest": tuple(dict.fromkeys(figure for answer in answers for figure in answer.nearest)),
            "related": tuple(dict.fromkeys(number for answer in answers for number in answer.related)),
            "citations": citations,
            "notes": tuple(dict.fromkeys(note for answer in answers for note in answer.notes)),
        }
    )
    sides = [answer.figures[0] for answer in answers if answer.status is Status.ANSWERED and len(answer.figures) == 1]
    if len(sides) < 2 or not _are_two(*sides):
        missing = tuple(dict.fromkeys(slot for answer in answers for slot in answer.missing)) or ("counted",)
        lines = [say(query.language, "not_compared"), *(answer.text for answer in answers)]
        shown = tuple(figure for answer in answers for figure in answer.figures)
        update = (
            {"figures": shown, "total": _total(answers), "status": Status.PARTIAL, "form": Form.SIDE_BY_SIDE}
            if shown
            else {"status": Status.NOT_FOUND, "short": None}
        )
        return joined.model_copy(update={"text": "\n".join(lines), "missing": missing, **update})
    larger, smaller = sorted(sides, key=lambda figure: -figure.value)
    derived = difference(larger, smaller)
    value = plain(derived.value)
    verdict = None
    if query.kind is Kind.YES_NO and larger.value != smaller.value:
        verdict = "yes" if (sides[0] is larger) == query.descending else "no"
    line = difference_words(derived, query.language)
    return joined.model_copy(
        update={
            "form": Form.SIDE_BY_SIDE,
            "by": None,
            "verdict": verdict,
            "short": larger.surface if verdict else value,
            "figures": (derived, larger, smaller) if not verdict else (larger, smaller, derived),
            "text": "\n".join([say(query.language, verdict, headline=line) if verdict else line, first.text, second.text]),
        }
    )


def _total(answers: Sequence[Answer]) -> int | None:
    """How many figures answer, where one of *answers* does not show all of its own."""
    if all(answer.total is None for answer in answers):
        return None
    return sum(answer.total or len(answer.figures) for answer in answers)


def _are_two(first: CitedFigure, second: CitedFigure) -> bool:
    """Whether these are two figures, exact, of one unit, voice and time."""
    exact = first.bound is second.bound is Bound.EXACT
    return first.figure_id != second.figure_id and exact and comparable(first, second) and _time(first) == _time(second)


def _time(figure: CitedFigure) -> tuple[date | None, date | None]:
    return (figure.period.start, figure.period.end) if figure.period is not None else (None, None)


def _status(answers: Sequence[Answer]) -> Status:
    statuses = {answer.status for answer in answers}
    if len(statuses) == 1:
        return statuses.pop()
    return Status.PARTIAL if statuses & {Status.ANSWERED, Status.PARTIAL} else Status.NOT_FOUND


def _renumbered(answer: Answer, citations: dict[tuple[str, int, int], Citation]) -> Answer:
    numbers: dict[int, int] = {}
    for citation in answer.citations:
        key = (citation.doc_id, citation.start, citation.end)
        kept = citations.setdefault(key, citation.model_copy(update={"number": len(citations) + 1}))
        numbers[citation.number] = kept.number
    return answer.model_copy(
        update={
            "text": _MARK.sub(lambda match: f"[{numbers.get(int(match.group(1)), match.group(1))}]", answer.text),
            "figures": tuple(_figure(figure, numbers) for figure in answer.figures),
            "nearest": tuple(_figure(figure, numbers) for figure in answer.nearest),
            "related": tuple(numbers[number] for number in answer.related),
        }
    )


def _figure(figure: CitedFigure, numbers: Mapping[int, int]) -> CitedFigure:
    return figure.model_copy(
        update={
            "citation": None if figure.citation is None else numbers[figure.citation],
            "scope_citations": tuple(numbers[number] for number in figure.scope_citations),
        }
    )
