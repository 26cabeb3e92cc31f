"""Several answers as one: texts below each other, citations numbered through, differences only where they may be drawn."""

from datetime import date
from decimal import Decimal

import pytest

from qa_bot.answer import join
from qa_bot.answer.check import check
from qa_bot.schema import Answer, Bound, Citation, CitedFigure, Claimant, Form, Kind, Operation, Period, Status


def part(surface: str, *, quote: str | None = None, doc_id: str = "a", start: int = 0, **figure: object) -> Answer:
    """An answer of one figure with one quote."""
    quote = quote or f"There were {surface} of them."
    made = CitedFigure(
        **{"figure_id": f"{doc_id}{surface}", "value": Decimal(surface), "unit": "train", "surface": surface, "citation": 1, **figure}
    )
    return Answer(
        id="",
        question=f"Are there {surface}?",
        read_as=f"trains {surface}",
        language="en",
        status=Status.ANSWERED,
        form=Form.SINGLE,
        short=surface,
        text=f"{surface} trains [1]",
        figures=(made,),
        citations=(Citation(number=1, doc_id=doc_id, path=doc_id, quote=quote, start=start, end=start + len(quote)),),
        notes=("a note",),
    )


def declined(*missing: str) -> Answer:
    return Answer(
        id="",
        question="?",
        read_as="nothing",
        language="en",
        status=Status.NOT_FOUND,
        form=Form.SINGLE,
        text="Nothing fits.",
        missing=missing,
    )


def test_two_answers_stand_below_each_other(asked):
    joined = join(asked("90, and 30?"), [part("90"), part("30", start=100)])
    assert joined.text.splitlines() == ["90 trains [1]", "30 trains [2]"]
    assert [figure.citation for figure in joined.figures] == [1, 2]
    assert [citation.number for citation in joined.citations] == [1, 2]
    assert joined.status is Status.ANSWERED
    check(joined)


def test_a_quote_of_both_is_cited_once(asked):
    quote = "There were 90 of them, 30 late."
    joined = join(asked("90, and 30?"), [part("90", quote=quote), part("30", quote=quote)])
    assert joined.text.splitlines() == ["90 trains [1]", "30 trains [1]"]
    assert len(joined.citations) == 1


def test_a_part_without_an_answer_makes_it_partial(asked):
    joined = join(asked("90, and what?"), [part("90"), declined("period")])
    assert (joined.status, joined.missing, joined.short) == (Status.PARTIAL, ("period",), "90")
    check(joined)


def test_the_part_that_answers_may_come_second(asked):
    joined = join(asked("what, and 90?"), [declined("period"), part("90")])
    assert (joined.status, joined.short) == (Status.PARTIAL, "90")


def test_parts_that_both_fail_decline(asked):
    joined = join(asked("what, and what?"), [declined("period"), declined("unit")])
    assert (joined.status, joined.missing, joined.short) == (Status.NOT_FOUND, ("period", "unit"), None)


def test_notes_are_said_once(asked):
    assert join(asked("90, and 30?"), [part("90"), part("30", start=100)]).notes == ("a note",)


# ---------------------------------------------------------------- comparisons


@pytest.fixture
def compare(asked):
    def make(first: Answer, second: Answer, *, more: bool = True, kind: Kind = Kind.YES_NO) -> Answer:
        question = asked("Were more 90 than 30?", kind=kind, operation=Operation.DIFFERENCE, descending=more)
        return join(question, [first, second])

    return make


@pytest.mark.parametrize(
    ("first", "second", "more", "verdict"),
    [("90", "30", True, "yes"), ("30", "90", True, "no"), ("90", "30", False, "no"), ("30", "90", False, "yes")],
)
def test_more_or_fewer(compare, first, second, more, verdict):
    joined = compare(part(first), part(second, start=100), more=more)
    assert (joined.status, joined.verdict) == (Status.ANSWERED, verdict)
    check(joined)


def test_the_difference_is_derived_with_both_operands(compare):
    joined = compare(part("90"), part("30", start=100), kind=Kind.COMPARE)
    derived = joined.figures[0]
    assert derived.derived is not None
    assert (derived.value, derived.derived.expression, joined.short) == (60, "90 - 30", "60")
    assert {figure.value for figure in joined.figures[1:]} == {90, 30}
    check(joined)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"unit": "%"}, id="another unit"),
        pytest.param({"claimant": Claimant(name="Union")}, id="another claimant"),
        pytest.param({"upper": Decimal(40)}, id="a range"),
        pytest.param({"bound": Bound.AT_LEAST}, id="a bound"),
        pytest.param({"period": Period(start=date(2022, 1, 1), end=date(2022, 12, 31), surface="in 2022")}, id="another time"),
    ],
)
def test_what_cannot_be_compared_is_shown_and_not_calculated_with(compare, other):
    joined = compare(part("90"), part("30", start=100, **other))
    assert joined.verdict is None
    assert all(figure.derived is None for figure in joined.figures)
    assert {figure.value for figure in joined.figures} == {90, 30}
    assert joined.status is Status.PARTIAL


def test_a_comparison_with_one_side_missing_is_no_verdict(compare):
    joined = compare(part("90"), declined("counted"))
    assert (joined.verdict, joined.missing) == (None, ("counted",))
    assert joined.status in (Status.PARTIAL, Status.NOT_FOUND)


def test_equal_sides_are_neither_more_nor_fewer(compare):
    assert compare(part("90"), part("90", doc_id="b")).verdict in (None, "no")
