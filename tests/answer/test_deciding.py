"""What the trees say of a question with no answer, and which slots are missing where nothing answers."""

import pytest

from qa_bot.answer.deciding import missing_slots
from qa_bot.answer.evidence import Evidence, Standing, Term
from qa_bot.answer.reader import model
from qa_bot.answer.wanted import Item, Wanted
from qa_bot.forest import weigh_signs
from qa_bot.schema import Hit, Passage, Span


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
