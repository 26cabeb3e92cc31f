"""A run as a JUnit report, which CI servers show: a suite a category, a test case a question."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from qa_bot.evaluation.outcome import Outcome, Run
from qa_bot.evaluation.scores import categories_of

_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(run: Run, missed: Sequence[str] = ()) -> str:
    """Return *run* as XML, with a suite for the floors that it *missed*."""
    counts = _counts(run.outcomes)
    counts |= {name: str(int(counts[name]) + len(missed)) for name in ("tests", "failures")}
    root = ET.Element("testsuites", {"name": _text(run.name), **counts})
    for category in categories_of(run.outcomes):
        of_it = tuple(outcome for outcome in run.outcomes if outcome.category == category)
        suite = ET.SubElement(root, "testsuite", {"name": _text(category), **_counts(of_it)})
        for outcome in of_it:
            case = {"classname": _text(category), "name": _text(f"{outcome.id}: {outcome.question}"), "time": _seconds(outcome.took_ms)}
            _fill(ET.SubElement(suite, "testcase", case), outcome)
    if missed:
        suite = ET.SubElement(root, "testsuite", {"name": "floors", "tests": str(len(missed)), "failures": str(len(missed)), "errors": "0"})
        for floor in missed:
            named = ET.SubElement(
                suite, "testcase", {"classname": "floors", "name": _text(floor.partition(" is not held")[0]), "time": _seconds(0)}
            )
            ET.SubElement(named, "failure", {"message": _text(floor)})
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode")


def _fill(case: ET.Element, outcome: Outcome) -> None:
    if not outcome.failed:
        return
    kind = "error" if outcome.status is None else "failure"
    found = ET.SubElement(case, kind, {"message": _text("; ".join(outcome.reasons()))})
    history = "".join(f"after: {question}\n" for question in outcome.history)
    found.text = _text(f"{history}{outcome.failure.text if outcome.failure else ''}")


def _counts(outcomes: tuple[Outcome, ...]) -> dict[str, str]:
    errors = sum(outcome.status is None for outcome in outcomes)
    failed = sum(outcome.failed for outcome in outcomes)
    took = sum(outcome.took_ms for outcome in outcomes)
    return {"tests": str(len(outcomes)), "failures": str(failed - errors), "errors": str(errors), "time": _seconds(took)}


def _seconds(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.4f}"


def _text(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
