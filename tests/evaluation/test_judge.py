"""An answer held against what was expected: what it lacks is named, slot by slot."""

from datetime import date
from decimal import Decimal

import pytest

from qa_bot.evaluation.judge import Verdict, is_value, judge
from qa_bot.evaluation.questions import Expected
from qa_bot.schema import Answer, Bound, Citation, CitedFigure, Claimant, Form, Measure, PartOf, Period, Status

TEXT = "In 2020, 90 trains were late. Of these 1,200 passengers complained."
LATE = CitedFigure(
    figure_id="a",
    value=Decimal(90),
    surface="90",
    citation=1,
    unit="train",
    period=Period(start=date(2020, 1, 1), end=date(2020, 12, 31), surface="in 2020"),
    claimant=Claimant(name="Norland Railways"),
    part_of=PartOf(figure_id="b", value=Decimal(4000)),
)
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
DECLINED = RIGHT.model_copy(update={"status": Status.NOT_FOUND, "figures": (), "short": None, "missing": ("period",), "citations": ()})


def shortfalls(fields: dict[str, object], answer: Answer = RIGHT) -> list[str]:
    return [str(found) for found in judge(Expected.model_validate(fields), answer).shortfalls]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"status": "answered", "value": 90, "short": "90", "document": "d", "unit": "trains", "period": 2020}, []),
        ({"part_of": "4,000", "claimant": "norland", "bound": "exact", "quote": "trains were late", "text": "90 trains"}, []),
        ({"status": ["partial", "not_found"]}, ["status: expected partial or not_found, found answered"]),
        ({"value": 91}, ["value: expected 91, found 90"]),
        ({"must_not": 90}, ["must_not: expected no 90, found 90"]),
        ({"bound": "about"}, ["bound: expected about, found exact"]),
        ({"unit": "person"}, ["unit: expected person, found train"]),
        ({"period": 2021}, ["period: expected 2021-01-01/2021-12-31, found 2020-01-01/2020-12-31"]),
        ({"document": "e"}, ["document: expected e, found d"]),
        ({"quote": "passengers"}, ["quote: expected passengers, found other words"]),
        ({"quote_not": "late"}, ["quote_not: expected no 'late', found late"]),
        ({"verdict": "yes"}, ["verdict: expected yes, found nothing"]),
        ({"missing": "unit"}, ["missing: expected unit, found nothing"]),
    ],
)
def test_a_shortfall_is_named(fields: dict[str, object], wrong: list[str]):
    assert shortfalls(fields) == wrong


def test_the_right_figure_comes_first_unless_any_order_will_do():
    other = LATE.model_copy(update={"value": Decimal(7)})
    answer = RIGHT.model_copy(update={"figures": (other, LATE)})
    assert shortfalls({"value": [90, 7]}, answer) == ["value: expected 90 first, found 7, 90"]
    assert shortfalls({"value": [90, 7], "any_order": True}, answer) == []


@pytest.mark.parametrize(
    ("answer", "verdicts"),
    [
        pytest.param(RIGHT, [Verdict.RIGHT, Verdict.WRONG], id="a slot is wrong"),
        pytest.param(DECLINED, [Verdict.MISSING, Verdict.MISSING], id="nothing is answered"),
        pytest.param(
            RIGHT.model_copy(update={"figures": (LATE.model_copy(update={"value": Decimal(91)}),)}),
            [Verdict.WRONG, Verdict.WRONG],
            id="another figure: its slots are judged all the same",
        ),
    ],
)
def test_a_slot_is_right_wrong_or_missing(answer: Answer, verdicts: list[Verdict]):
    expect = Expected.model_validate({"value": 90, "period": 2021})
    assert [slot.verdict for slot in judge(expect, answer).slots] == verdicts


@pytest.mark.parametrize(
    ("measure", "value", "wanted", "same"),
    [
        pytest.param(Measure.SHARE, "0.333", "33.3", True, id="a fraction of 1 in percent"),
        pytest.param(Measure.COUNT, "1", "100", False, id="one is no hundred"),
        pytest.param(Measure.COUNT, "90.0", "90", True, id="digits that say nothing"),
    ],
)
def test_a_share_may_be_kept_as_a_fraction(measure: Measure, value: str, wanted: str, same: bool):
    assert is_value(CitedFigure(figure_id="a", value=Decimal(value), measure=measure), wanted) is same


def test_both_ends_of_a_range_count():
    figure = CitedFigure(figure_id="a", value=Decimal(30), upper=Decimal(40), bound=Bound.BETWEEN)
    assert is_value(figure, "30..40")
    assert not is_value(figure, "30..50")


def test_of_several_documents_each_is_cited():
    second = CITATION.model_copy(update={"number": 2, "doc_id": "e"})
    answer = RIGHT.model_copy(update={"citations": (CITATION, second)})
    assert shortfalls({"document": ["d", "e"]}, answer) == []
    assert shortfalls({"document": ["d", "f"]}, answer) == ["document: expected f, found d, e"]


@pytest.mark.parametrize("unit", ["trains", "train"])
def test_a_unit_may_be_the_word_that_stands_at_the_figure(unit: str):
    person = LATE.model_copy(update={"unit": "vehicle", "counted": "late trains"})
    answer = RIGHT.model_copy(update={"figures": (person,)})
    assert [slot.verdict for slot in judge(Expected.model_validate({"unit": unit}), answer).slots] == [Verdict.RIGHT]


@pytest.mark.parametrize(("written", "unit"), [("euros", "EUR"), ("tonnes", "t"), ("million euros", "EUR")])
def test_a_unit_may_be_spelled_out(written: str, unit: str):
    answer = RIGHT.model_copy(update={"figures": (LATE.model_copy(update={"unit": unit, "counted": None}),)})
    assert [slot.verdict for slot in judge(Expected.model_validate({"unit": written}), answer).slots] == [Verdict.RIGHT]


def test_a_value_may_be_answered_in_words():
    answer = RIGHT.model_copy(update={"figures": (), "short": "142 days"})
    judged = judge(Expected.model_validate({"value": 142, "unit": "day"}), answer)
    assert [slot.verdict for slot in judged.slots] == [Verdict.RIGHT, Verdict.RIGHT]
    assert not judged.shortfalls


@pytest.mark.parametrize("written", ["euros per tonne", "euro per km"])
def test_a_unit_of_a_rate_is_not_its_first_word(written: str):
    answer = RIGHT.model_copy(update={"figures": (LATE.model_copy(update={"unit": "EUR", "counted": None}),)})
    assert [slot.verdict for slot in judge(Expected.model_validate({"unit": written}), answer).slots] == [Verdict.WRONG]


def test_a_number_in_words_may_be_one_that_must_not_be_there():
    answer = RIGHT.model_copy(update={"figures": (), "short": "14"})
    assert [shortfall.slot for shortfall in judge(Expected.model_validate({"must_not": ["14"]}), answer).shortfalls] == ["must_not"]
