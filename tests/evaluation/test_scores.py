"""From outcomes to scores, and what must be reached."""

from xml.etree import ElementTree as ET

import pytest

from qa_bot.errors import EvaluationError
from qa_bot.evaluation.floors import missed, parse_floor
from qa_bot.evaluation.judge import Shortfall
from qa_bot.evaluation.junit import junit
from qa_bot.evaluation.outcome import Outcome, Run
from qa_bot.evaluation.questions import Expected
from qa_bot.evaluation.scores import summarise
from qa_bot.schema import Status


def outcome(name: str, category: str, took: float, **scores: float) -> Outcome:
    wrong = () if scores.get("passed", 1) else (Shortfall(slot="value", expected="4", found="5\x00 <&>"),)
    return Outcome(
        id=name,
        category=category,
        question=f"{name}?",
        expect=Expected(value=("4",)),
        status=Status.ANSWERED,
        shortfalls=wrong,
        scores=scores,
        took_ms=took,
    )


RUN = Run(
    name="run",
    measures=("R@5",),
    outcomes=(
        outcome("a", "exact", 1.0, **{"passed": 1, "R@5": 1.0, "citation": 1}),
        outcome("b", "exact", 2.0, **{"passed": 0, "R@5": 0.5, "citation": 1}),
        outcome("c", "typo", 9.0, passed=1, citation=1),
    ),
)
SUMMARY = summarise(RUN)


def test_a_score_is_the_mean_over_the_questions_that_it_bears_on():
    score = SUMMARY.score("R@5")
    assert score is not None
    assert (score.value, score.questions) == (0.75, 2)
    assert score.low <= score.value <= score.high
    exact = SUMMARY.score("passed", "exact")
    assert exact is not None
    assert exact.value == 0.5


def test_a_score_without_a_question_is_not_there_at_all():
    assert SUMMARY.score("R@5", "typo") is None
    assert "nan" not in SUMMARY.model_dump_json().lower()


def test_latencies_are_quantiles():
    p50 = SUMMARY.score("p50")
    assert p50 is not None
    assert p50.value == 2.0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("R@5>=0.7", None),
        ("R@5>=70%", None),
        ("passed[typo]>=1", None),
        ("p95<=10", None),
        ("citation >= 1", None),
        ("R@5>=0.8", "R@5>=0.8 is not held: 0.75 over 2 questions"),
        ("passed[exact]>0.5", "passed[exact]>0.5 is not held: 0.5 over 2 questions"),
        ("p50<1.5", "p50<1.5 is not held: 2 over 3 questions"),
    ],
)
def test_a_floor_holds_or_is_said_not_to(text: str, message: str | None):
    assert list(missed([parse_floor(text)], SUMMARY)) == ([message] if message else [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("R@5", "is no floor"),
        ("R@5>=high", "is no floor"),
        ("pased>=1", "did you mean passed"),
        ("nDGC@5>=1", "did you mean nDCG"),
        ("bound>=1", "no question bears on bound"),
        ("passed[bound]>=1", "no question of category 'bound'"),
    ],
)
def test_a_floor_that_cannot_be_meant_is_an_error(text: str, message: str):
    with pytest.raises(EvaluationError, match=message):
        list(missed([parse_floor(text)], SUMMARY))


def test_junit_has_a_suite_a_category_and_a_case_a_question_with_its_reason():
    root = ET.fromstring(junit(RUN))
    assert [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in root] == [("exact", "2", "1"), ("typo", "1", "0")]
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.get("message") == "value: expected 4, found 5\ufffd <&>"
