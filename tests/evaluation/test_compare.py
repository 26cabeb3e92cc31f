"""Two runs compared: the difference of each measure, and the questions that moved."""

import pytest

from qa_bot.errors import EvaluationError
from qa_bot.evaluation.compare import compare
from qa_bot.evaluation.outcome import Outcome, Run
from qa_bot.schema import Status


def run(name: str, *passed: float, took: float = 1.0, first: int = 0) -> Run:
    outcomes = [
        Outcome(
            id=str(number),
            category="all",
            question=f"{number}?",
            status=Status.ANSWERED,
            short="4" if value else "5",
            scores={"passed": value, "R@5": 1.0},
            took_ms=took,
        )
        for number, value in enumerate(passed, first)
    ]
    return Run(name=name, measures=("R@5",), outcomes=tuple(outcomes))


def test_the_difference_of_a_measure_is_tested_over_the_questions_in_both():
    found = compare(run("old", *[0.0] * 8, 1.0), run("new", *[1.0] * 8, 1.0, 1.0))
    passed, recall, *_ = found.differences
    assert (passed.measure, passed.before, passed.after, passed.better, passed.worse) == ("passed", pytest.approx(1 / 9), 1.0, 8, 0)
    assert passed.probability == pytest.approx(2 / 2**8, abs=1e-6)
    assert passed.significant
    assert (recall.probability, recall.significant) == (1.0, False)
    assert (found.questions, found.left_out) == (9, 1)


def test_better_and_worse_questions_are_named_with_both_answers():
    found = compare(run("old", 0.0, 1.0, 1.0), run("new", 1.0, 0.0, 1.0))
    assert [(move.id, move.before, move.after) for move in found.better] == [("0", "answered: 5", "answered: 4")]
    assert [(move.id, move.measures) for move in found.worse] == [("1", (("passed", 1.0, 0.0),))]


def test_a_run_differs_from_itself_in_nothing():
    found = compare(run("a", 0.0, 1.0), run("a", 0.0, 1.0))
    assert {difference.after - difference.before for difference in found.differences} == {0}
    assert not found.better
    assert not found.worse


def test_latencies_are_shown_and_not_tested():
    p50 = next(d for d in compare(run("a", 1.0), run("b", 1.0, took=3.0)).differences if d.measure == "p50")
    assert (p50.before, p50.after, p50.probability) == (1.0, 3.0, None)


def test_runs_without_a_common_question_cannot_be_compared():
    with pytest.raises(EvaluationError, match="no question in common"):
        compare(run("a", 1.0), run("b", 1.0, first=5))
