"""Better settings of the search are looked for on one half of the questions, and believed only if the other half agrees."""

from pathlib import Path

import pytest

from qa_bot.errors import EvaluationError
from qa_bot.evaluation.compare import Comparison, Difference
from qa_bot.evaluation.questions import Question
from qa_bot.evaluation.run import How
from qa_bot.evaluation.temporary_index import indexed
from qa_bot.evaluation.tune import LENGTHS, Point, Split, Tuning, split_questions, tune
from qa_bot.retrieval.rescore import WEIGHTS
from qa_bot.settings import Settings

THINGS = ("trains", "ferries", "bridges", "harbours", "schools", "libraries", "museums", "orchards", "mills", "kilns", "wells", "barns")
START = Point(candidates=50, passage_length=1000, weights=WEIGHTS._asdict())
# What the title says counts for nothing here, and what the text says for nearly nothing: the search has something to find.
BAD = Point(
    candidates=50, passage_length=1000, weights={**dict.fromkeys(WEIGHTS._fields, 0.0), "expansions": 1.0, "passage": 0.001, "number": 5.0}
)


def questions(category: str = "all") -> list[Question]:
    return [
        Question.model_validate(
            {"id": f"{category}-{thing}", "category": category, "question": f"How many {thing} are there?", "relevant": [f"{thing}.md"]}
        )
        for thing in THINGS
    ]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document for each thing that says how many there are in long words, and one that has all the numbers and none of the matter."""
    folder = tmp_path_factory.mktemp("things")
    for number, thing in enumerate(THINGS, 20):
        text = f"# Report\n\nThe inspectors walked for weeks and noted at the end that the county had {number} {thing} to look after.\n"
        (folder / f"{thing}.md").write_text(text, encoding="utf-8")
    mentions = "\n\n".join(
        f"In {1900 + number} the {thing} had {number} visitors; {number + 1} liked the {thing}." for number, thing in enumerate(THINGS)
    )
    (folder / "all.md").write_text(f"# Numbers\n\n{mentions}\n", encoding="utf-8")
    return folder


def tuned(corpus: Path, start: Point) -> Tuning:
    with indexed([corpus], Settings()) as settings:
        return tune(questions(), {1000: settings}, start=start, measure="R@1", how=How())


def test_the_halves_are_alike_in_categories_and_do_not_depend_on_the_order():
    asked = [*questions("one"), *questions("two")]
    split = split_questions(asked)
    assert split == split_questions(asked[::-1])
    assert sorted((*split.train, *split.test)) == sorted(question.id for question in asked)
    assert [sum(name.startswith("one") for name in half) for half in (split.train, split.test)] == [6, 6]


def test_a_search_goes_uphill_and_finds_the_same_again(corpus: Path):
    found = tuned(corpus, BAD)
    assert found.train_after > found.train_before
    assert found.best != BAD
    assert found.test is not None
    again = tuned(corpus, BAD)
    assert (again.best, again.trials, again.split) == (found.best, found.trials, found.split)


def test_the_defaults_are_never_passed_over_for_something_worse(corpus: Path):
    with indexed([corpus], Settings()) as settings:
        found = tune(questions(), {1000: settings}, start=BAD, defaults=START, measure="R@1")
    assert found.trials[0].changed == "the defaults"
    assert found.train_after == 1.0


def test_where_nothing_is_better_nothing_is_changed(corpus: Path, tmp_path: Path):
    for thing in THINGS:
        (tmp_path / f"{thing}.md").write_bytes((corpus / f"{thing}.md").read_bytes())
    found = tuned(tmp_path, START)
    assert found.train_before == 1.0
    assert (found.best, found.test, found.kept) == (START, None, False)


def test_it_takes_enough_questions_that_name_documents(corpus: Path):
    with indexed([corpus], Settings()) as settings, pytest.raises(EvaluationError, match="tuning needs 8"):
        tune(questions()[:5], {1000: settings}, start=START, measure="R@1")


def difference(measure: str, before: float, after: float, probability: float) -> Difference:
    return Difference(measure=measure, questions=40, before=before, after=after, better=1, worse=0, probability=probability)


@pytest.mark.parametrize(
    ("differences", "kept"),
    [
        pytest.param([difference("R@1", 0.5, 0.7, 0.01)], True, id="better by more than chance"),
        pytest.param([difference("R@1", 0.5, 0.7, 0.2)], False, id="perhaps by chance"),
        pytest.param([difference("R@1", 0.7, 0.5, 0.01)], False, id="worse"),
        pytest.param([difference("R@1", 0.5, 0.7, 0.01), difference("passed", 0.8, 0.6, 0.01)], False, id="something else is worse"),
        pytest.param(
            [difference("R@1", 0.5, 0.7, 0.01), difference("passed", 0.8, 0.7, 0.4)], True, id="something else, perhaps by chance"
        ),
    ],
)
def test_only_what_the_held_out_half_confirms_is_kept(differences: list[Difference], kept: bool):
    test = Comparison(before="a", after="b", questions=40, left_out=0, differences=tuple(differences), better=(), worse=())
    split = Split(train=(), test=())
    found = Tuning(measure="R@1", split=split, start=START, best=BAD, train_before=0, train_after=1, trials=(), test=test)
    assert found.kept is kept


def test_the_usual_length_is_among_those_tried():
    assert Settings().passage_length in LENGTHS
