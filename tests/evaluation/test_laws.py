"""Answers that break a law are told from those that do not."""

from datetime import date
from decimal import Decimal

import pytest

from qa_bot.evaluation.laws import citation_faults, contract_faults, differences
from qa_bot.schema import Answer, Basis, Citation, CitedFigure, Derived, Form, Period, Status

TEXT = "In 2020, 90 trains were late. Of these 1,200 passengers complained."
LATE = CitedFigure(figure_id="a", value=Decimal(90), surface="90", citation=1)
CITATION = Citation(number=1, doc_id="d", path="d", quote=TEXT[:29], start=0, end=29)
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


def faults(answer: Answer) -> tuple[str, ...]:
    return (*citation_faults(answer, {"d": TEXT}.get, ["How many?"]), *contract_faults(answer))


def test_a_lawful_answer_breaks_no_law():
    assert faults(RIGHT) == ()


@pytest.mark.parametrize(
    ("changed", "law"),
    [
        pytest.param({"text": "91 trains [1]"}, "number 91", id="a number from nowhere"),
        pytest.param({"short": "ninety"}, "short", id="a short answer that nobody wrote"),
        pytest.param({"status": Status.NOT_FOUND}, "declined with figures", id="a figure in a refusal"),
        pytest.param({"status": Status.NOT_FOUND}, "nothing is said to be missing", id="a refusal without its reason"),
        pytest.param({"figures": (LATE.model_copy(update={"surface": "91"}),)}, "stands in no quote", id="a figure outside its quote"),
        pytest.param({"citations": (CITATION.model_copy(update={"end": 28}),)}, "no slice", id="a quote that is no slice"),
        pytest.param({"citations": (CITATION.model_copy(update={"doc_id": "e"}),)}, "no slice of e", id="a document that is not there"),
        pytest.param({"nearest": (LATE,)}, "differs in nothing", id="a near figure without its difference"),
    ],
)
def test_a_broken_law_is_named(changed: dict[str, object], law: str):
    assert any(law in broken for broken in faults(RIGHT.model_copy(update=changed)))


def test_a_derived_number_needs_no_quote():
    assert faults(RIGHT.model_copy(update={"figures": (SHARE, LATE), "short": "7.5", "text": "7.5 % (90 / 1,200) [1]"})) == ()


def test_answers_that_differ_in_more_than_their_time_are_told_apart():
    assert differences(RIGHT, RIGHT.model_copy(update={"took_ms": 9.0})) == ()
    assert differences(RIGHT, RIGHT.model_copy(update={"text": "90 [1]"}))


def test_a_century_is_told_by_the_number_in_its_words():
    century = Period(start=date(1801, 1, 1), end=date(1900, 12, 31), surface="in the 19th century", basis=Basis.CONTEXT)
    answer = RIGHT.model_copy(update={"figures": (LATE.model_copy(update={"period": century}),), "text": "90 trains, 19th century [1]"})
    assert faults(answer) == ()
