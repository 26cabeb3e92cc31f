"""The runner itself: answers that break a law or fall short are told apart from those that do not."""

from decimal import Decimal

import pytest
from ask_questions import Expected, Question, laws_broken, shortfalls

from qa_bot.schema import Answer, Citation, CitedFigure, Derived, Form, Status

TEXT = "In 2020, 90 trains were late. Of these 1,200 passengers complained."
LATE = CitedFigure(figure_id="a", value=Decimal(90), surface="90", citation=1)
CITATION = Citation(number=1, doc_id="d", path="d", quote=TEXT[:29], start=0, end=29)
ASKED: Question = {"id": "1", "corpus": "documents", "kind": "exact", "question": "How many?", "history": [], "as_of": None, "expect": {}}
RIGHT = Answer(
    id="1",
    question="How many?",
    read_as="",
    language="en",
    status=Status.ANSWERED,
    form=Form.SINGLE,
    short="90",
    text="90 trains [1]",
    figures=(LATE,),
    citations=(CITATION,),
)
SHARE = CitedFigure(figure_id="s", value=Decimal("7.5"), derived=Derived(expression="90 / 1,200", operands=("a", "b")))


def test_a_lawful_answer_breaks_no_law():
    assert laws_broken(RIGHT, {"d": TEXT}, ASKED) == []


@pytest.mark.parametrize(
    ("changed", "law"),
    [
        pytest.param({"text": "91 trains [1]"}, "number 91", id="a number from nowhere"),
        pytest.param({"short": "ninety"}, "short", id="a short answer that nobody wrote"),
        pytest.param({"status": Status.NOT_FOUND}, "declined with figures", id="a figure in a refusal"),
        pytest.param({"status": Status.NOT_FOUND}, "nothing is said to be missing", id="a refusal without its reason"),
        pytest.param({"figures": (LATE.model_copy(update={"surface": "91"}),)}, "stands in no quote", id="a figure outside its quote"),
        pytest.param({"citations": (CITATION.model_copy(update={"end": 28}),)}, "no slice", id="a quote that is no slice"),
        pytest.param({"nearest": (LATE,)}, "differs in nothing", id="a near figure without its difference"),
    ],
)
def test_a_broken_law_is_named(changed: dict[str, object], law: str):
    assert any(law in broken for broken in laws_broken(RIGHT.model_copy(update=changed), {"d": TEXT}, ASKED))


def test_a_derived_number_needs_no_quote():
    derived = RIGHT.model_copy(update={"figures": (SHARE, LATE), "short": "7.5", "text": "7.5 % (90 / 1,200) [1]"})
    assert laws_broken(derived, {"d": TEXT}, ASKED) == []


@pytest.mark.parametrize(
    ("expect", "wrong"),
    [
        ({"status": "answered", "values": ["90"], "short_contains": "90", "doc": "d"}, []),
        ({"status": ["partial", "not_found"]}, ["status answered"]),
        ({"values": ["91"]}, ["no figure 91"]),
        ({"must_not": ["90"]}, ["has figure 90"]),
        ({"bound": "about"}, ["bound exact"]),
        ({"period": ["2020-01-01", "2020-12-31"]}, ["period None"]),
        ({"doc": "e"}, ["cites d"]),
        ({"quote_contains": "passengers"}, ["quote 'passengers' fails"]),
    ],
)
def test_a_shortfall_is_named(expect: Expected, wrong: list[str]):
    assert shortfalls(expect, RIGHT) == wrong
