"""Of the questions about 1987, Zorvick and photographs, of which no document tells anything, few are answered."""

from collections import Counter
from pathlib import Path

import pytest

from tests.quality.ask_questions import FOLDERS, answerer_of, index_of
from tests.quality.changed_questions import changes, leaks_of, single_questions

# Per cent that may be answered, above what was answered when this was written: 4.3, 1.4, 2.1 and 20.0. Those left are mostly of undated
# texts, which say so, and Russian verbs of other deeds. A lower share lowers its ceiling.
CEILINGS = {"year": 5.0, "place": 2.0, "name": 3.0, "deed": 22.5}


def test_few_changed_questions_are_answered(tmp_path: Path) -> None:
    answered: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for name, folder in FOLDERS.items():
        found, asked = leaks_of(single_questions(name), answerer_of(index_of(folder, tmp_path / name), "rank-bm25"))
        answered.update(leak.changed.way for leak in found)
        total += asked
    shares = {way: 100 * answered[way] / total[way] for way in CEILINGS}
    assert all(shares[way] <= most for way, most in CEILINGS.items()), shares


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        pytest.param(
            "How many boats were sold in Marle in 2023?",
            {"How many boats were sold in Marle in 1987?", "How many boats were sold in Marle in 2023 in Zorvick?"}
            | {"How many boats were sold in Zorvick in 2023?"},
            id="year-place-name",
        ),
        pytest.param(
            "How many cats were painted?",
            {"How many cats were painted in 1987?", "How many cats were painted in Zorvick?", "How many cats were photographed?"},
            id="deed",
        ),
    ],
)
def test_a_question_is_changed_in_each_way(question: str, asked: set[str]) -> None:
    assert {changed.asked for changed in changes(question)} == asked
