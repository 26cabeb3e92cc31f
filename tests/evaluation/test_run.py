"""Questions asked of an index: what came of each, and what it scores."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.errors import EvaluationError, IndexCorruptError
from qa_bot.evaluation.outcome import Run, read_run
from qa_bot.evaluation.questions import Question
from qa_bot.evaluation.run import How, evaluate

MEASURES = ("R@1", "R@5")


@pytest.fixture
def run(questions: list[Question], answerer: Answerer) -> Run:
    return evaluate(questions, lambda: answerer, name="trains", how=How(MEASURES, twice=True))


def test_every_question_is_scored_by_what_it_asks_for(run: Run):
    trains, ferries, other_year, wrong = run.outcomes
    always = {"citation": 1.0, "contract": 1.0}
    assert trains.scores == {
        **always,
        **dict.fromkeys(("passed", "value", "period", "unit", "abstention", "answered", "R@1", "R@5"), 1.0),
    }
    assert ferries.scores == {**always, **dict.fromkeys(("passed", "value", "bound", "abstention", "answered", "R@1", "R@5"), 1.0)}
    assert other_year.scores == {**always, "passed": 1.0, "abstention": 1.0, "declined": 1.0}
    assert wrong.scores == {**always, "passed": 0.0, "value": 0.0, "bound": 0.0, "abstention": 1.0, "answered": 1.0}


def test_a_failed_question_has_its_reason_and_what_explains_it(run: Run):
    assert [outcome.id for outcome in run.outcomes if outcome.failed] == ["wrong"]
    failed = run.outcomes[-1]
    assert failed.reasons() == ["value: expected 32, found 31", "bound: expected exact, found at_least"]
    assert failed.failure is not None
    assert failed.failure.candidates[0].value == "31"
    assert failed.failure.excerpts[0].marked == "31"


def test_two_workers_find_what_one_finds(run: Run, questions: list[Question], answerer: Answerer):
    def timeless(found: Run) -> str:
        return found.model_copy(update={"outcomes": tuple(o.model_copy(update={"took_ms": 0}) for o in found.outcomes)}).model_dump_json()

    def opened() -> Answerer:
        return Answerer(type(answerer.index)(answerer.index.folder, answerer.index.manifest, engine=answerer.index.manifest.engine))

    again = evaluate(questions, opened, name="trains", how=How(MEASURES, twice=True), workers=2)
    assert timeless(again) == timeless(run)


def test_progress_counts_questions(questions: list[Question], answerer: Answerer):
    told: list[tuple[int, int]] = []

    def progress(*, done: int, total: int, name: str) -> None:
        told.append((done, total))

    evaluate(questions, lambda: answerer, name="trains", progress=progress)
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_file_for_other_documents_is_refused_and_they_are_named(answerer: Answerer):
    asked = [Question.model_validate({"question": "How many?", "expect": {"value": 1, "document": "ships.md"}})]
    with pytest.raises(EvaluationError, match=r"not in the index: ships\.md; is it for other documents\?"):
        evaluate(asked, lambda: answerer, name="ships.jsonl")


def test_a_document_called_by_half_its_name_is_guessed(answerer: Answerer):
    asked = [Question.model_validate({"question": "How many?", "expect": {"value": 1, "document": "ferries"}})]
    with pytest.raises(EvaluationError, match=r"did you mean ferries\.md\?"):
        evaluate(asked, lambda: answerer, name="ships.jsonl")


def test_relevance_may_be_of_passages(answerer: Answerer):
    judged = [Question.model_validate({"question": "How many trains were late in 2023?", "relevant": {"late.md#p0": 1}})]
    outcome = evaluate(judged, lambda: answerer, name="trains", how=How(MEASURES)).outcomes[0]
    assert outcome.ranks() == {"late.md#p0": 1}
    assert outcome.scores["R@1"] == 1


def test_drafts_are_left_out_and_nothing_but_drafts_is_an_error(questions: list[Question], answerer: Answerer):
    drafts = [question.model_copy(update={"draft": True}) for question in questions]
    assert len(evaluate([*drafts[:2], *questions[2:]], lambda: answerer, name="trains").outcomes) == 2
    with pytest.raises(EvaluationError, match="drafts"):
        evaluate(drafts, lambda: answerer, name="trains")


class Faulty(Answerer):
    def explain(self, question: str, **named: object):  # type: ignore[override]
        raise ZeroDivisionError("by nothing")


def test_a_question_that_raises_scores_0_and_hides_no_other(questions: list[Question], answerer: Answerer):
    opened: Callable[[], Answerer] = lambda: Faulty(answerer.index)  # noqa: E731
    outcomes = evaluate(questions, opened, name="trains", how=How(MEASURES)).outcomes
    assert [outcome.faults for outcome in outcomes] == [("raised ZeroDivisionError: by nothing",)] * 4
    assert outcomes[0].scores == dict.fromkeys(
        ("passed", "value", "period", "unit", "abstention", "answered", "contract", "R@1", "R@5"), 0.0
    )


class Damaged(Answerer):
    def explain(self, question: str, **named: object):  # type: ignore[override]
        raise IndexCorruptError("the index is damaged")


def test_an_index_that_cannot_be_read_ends_the_run(questions: list[Question], answerer: Answerer):
    with pytest.raises(IndexCorruptError):
        evaluate(questions, lambda: Damaged(answerer.index), name="trains")


def test_a_run_is_read_as_it_was_written(run: Run, tmp_path: Path):
    path = tmp_path / "run.json"
    path.write_text(run.model_dump_json(), encoding="utf-8")
    assert read_run(path) == run


@pytest.mark.parametrize("text", ["", "{}", '{"format": 9}', "no JSON"])
def test_what_is_no_run_is_refused(text: str, tmp_path: Path):
    path = tmp_path / "run.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"run\.json is no run"):
        read_run(path)
