"""The project's own questions, answered as well as they were when the floors were last raised; and the laws, always kept."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from ask_questions import FOLDERS, Asked, Outcome, ask_all, index_of, read_questions, report

# Shares that pass. Raise a floor when answers get better, so that they stay better.
FLOOR = 0.73
FLOORS = {
    "exact": 0.8,
    "confusable": 0.7,
    "period": 0.68,
    "bound": 0.8,
    "part_of": 0.69,
    "superlative": 0.6,
    "condition": 0.81,
    "derived": 1.0,
    "follow_up": 0.84,
    "not_in_corpus": 1.0,
    "conflict": 0.23,
    "passage": 0.66,
    "russian": 0.69,
    "typo": 1.0,
    "table": 0.62,
}


@pytest.fixture(scope="session")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Asked]:
    folder: Path = tmp_path_factory.mktemp("indexes")
    return {name: index_of(path, folder / name) for name, path in FOLDERS.items()}


@pytest.fixture(scope="session")
def outcomes(indexes: Mapping[str, Asked]) -> list[Outcome]:
    return ask_all(read_questions(), indexes)


def test_enough_questions_are_answered_as_expected(outcomes: list[Outcome]):
    assert sum(not outcome.wrong for outcome in outcomes) / len(outcomes) >= FLOOR, report(outcomes)


@pytest.mark.parametrize("kind", FLOORS)
def test_no_kind_of_question_is_answered_worse_than_before(outcomes: list[Outcome], kind: str):
    of_kind = [outcome for outcome in outcomes if outcome.question["kind"] == kind]
    assert sum(not outcome.wrong for outcome in of_kind) / len(of_kind) >= FLOORS[kind], report(of_kind)


def test_every_answer_keeps_the_laws(outcomes: list[Outcome]):
    unlawful = [outcome for outcome in outcomes if outcome.unlawful]
    assert not unlawful, report(unlawful)
