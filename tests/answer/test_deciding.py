"""How trees weigh what is known of a span, and which slots are missing where nothing answers."""

import pytest

from qa_bot.answer.deciding import Branch, Forest, forest_of, missing_slots, weigh_signs
from qa_bot.answer.evidence import Evidence, Standing, Term
from qa_bot.answer.reader import model
from qa_bot.answer.wanted import Item, Wanted
from qa_bot.schema import Hit, Passage, Span

TREES = [["said", 0.5, -1.0, ["opposed", 0, 2.0, -3.0]], ["names", 1, 0.25, 0.5]]


@pytest.mark.parametrize(
    ("signs", "weight"),
    [
        pytest.param({"said": 0.9, "opposed": 0.0, "names": 2.0}, 2.4, id="all-for-it"),
        pytest.param({"said": 0.9, "opposed": 1.0}, -2.85, id="a-branch-below-a-branch"),
        pytest.param({"said": 0.5, "opposed": 1.0}, -0.85, id="no-more-than-the-least"),
        pytest.param({}, -0.85, id="what-is-left-out-is-nothing"),
    ],
)
def test_the_leaves_that_are_reached_are_added_up(signs: dict[str, float], weight: float) -> None:
    assert weigh_signs(signs, forest_of(-0.1, TREES)) == pytest.approx(weight)


def test_a_forest_is_read_as_it_is_written() -> None:
    assert forest_of(0.5, TREES) == Forest(
        0.5,
        (Branch("said", 0.5, -1.0, Branch("opposed", 0.0, 2.0, -3.0)), Branch("names", 1.0, 0.25, 0.5)),
    )


def test_what_is_no_tree_is_refused() -> None:
    with pytest.raises(TypeError, match="no tree"):
        forest_of(0.0, [["said", 0.5, "less", -1.0]])


def test_the_shipped_trees_know_both_outcomes() -> None:
    forest = model().answerable
    nothing = {"absent": 1.0, "heaviest absent": 0.5, "thin": 0.6, "second": 1.0, "fifth": 0.9, "words": 4.0}
    assert weigh_signs(nothing, forest) < 0 < len(forest.trees)


def item(surface: str, *, name: bool = False, verb: bool = False) -> Item:
    return Item(surface, surface, None, name=name, number=surface.isdigit(), verb=verb, focus=False, light=False)


@pytest.mark.parametrize(
    ("absent", "slots"),
    [
        pytest.param([item("1904", name=True)], ("period",), id="a-year"),
        pytest.param([item("boat"), item("Alma", name=True), item("sink", verb=True)], ("entity", "action", "counted"), id="in-order"),
        pytest.param([], ("actor",), id="the-slot-asked-for"),
    ],
)
def test_what_is_missing_is_named(absent: list[Item], slots: tuple[str, ...]) -> None:
    passage = Passage(passage_id="a#p0", doc_id="a", span=Span(start=0, end=4), text="Text", sentences=(Span(start=0, end=4),))
    hit = Hit(passage=passage, figures=(), score=1.0, rank=1)
    terms = tuple(Term(one, 1.0, frozenset(), "", sure=True) for one in absent)
    evidence = Evidence(passage, passage.sentences[0], 0.5, 0.0, 0.5, 1.0, 0, terms, hit, Standing(0.0, 0.0, 0.0, 1.0, 1.0, {}))
    question = Wanted("who", "who", "subject", "", plural=False, adposition="-", verb="-", items=(), negated=False)
    assert missing_slots(evidence, question, answered=False) == slots
