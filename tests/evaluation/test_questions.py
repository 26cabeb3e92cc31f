"""What a person may write of a question, and what becomes of it."""

import pytest
from pydantic import ValidationError

from qa_bot.evaluation.questions import Expected, Question


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param(114, ("114",), id="a number"),
        pytest.param("1,204", ("1204",), id="thousands"),
        pytest.param("1 204 000", ("1204000",), id="thousands by spaces"),
        pytest.param(33.3, ("33.3",), id="a decimal"),
        pytest.param("33.30 %", ("33.3",), id="a share"),
        pytest.param("30-40", ("30..40",), id="a range"),
        pytest.param("-5", ("-5",), id="below zero"),
        pytest.param(["4", 60], ("4", "60"), id="several"),
    ],
)
def test_an_amount_may_be_written_in_several_ways(written: object, read: tuple[str, ...]):
    assert Expected.model_validate({"value": written}).value == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param(2023, "2023-01-01/2023-12-31", id="a year"),
        pytest.param("2024-02", "2024-02-01/2024-02-29", id="a month"),
        pytest.param("2023-12", "2023-12-01/2023-12-31", id="the last month"),
        pytest.param("2023-03-31", "2023-03-31/2023-03-31", id="a day"),
        pytest.param("2022-03/2022-06", "2022-03-01/2022-06-30", id="from to"),
        pytest.param(["2022-01-01", "2022-02-28"], "2022-01-01/2022-02-28", id="a pair"),
    ],
)
def test_a_period_may_be_written_in_several_ways(written: object, read: str):
    assert Expected.model_validate({"period": written}).period == read


@pytest.mark.parametrize(
    "fields",
    [
        {"value": "many"},
        {"value": True},
        {"value": "nan"},
        {"period": "last year"},
        {"period": "2023-13"},
        {"period": "2023/2022"},
        {"status": "maybe"},
        {"bound": "roughly"},
        {"verdict": "perhaps"},
    ],
)
def test_what_cannot_be_meant_is_refused(fields: dict[str, object]):
    with pytest.raises(ValidationError):
        Expected.model_validate(fields)


def test_yaml_reads_a_bare_yes_as_true():
    assert Expected.model_validate({"verdict": True}).verdict == "yes"


@pytest.mark.parametrize(
    ("fields", "declines"),
    [
        ({"status": "not_found"}, True),
        ({"status": ["not_found", "unclear"]}, True),
        ({"status": "partial"}, False),
        ({"status": ["partial", "not_found"]}, None),
        ({"value": "4"}, False),
        ({"missing": "period"}, True),
        ({"must_not": "4"}, None),
    ],
)
def test_whether_to_decline_follows_from_what_is_expected(fields: dict[str, object], declines: bool | None):
    assert Expected.model_validate(fields).declines is declines


def test_an_id_is_the_same_wherever_the_question_stands():
    fields = {"question": "And in 2022?", "history": ["How many?"], "expect": {"value": 1}}
    first, second = Question.model_validate(fields), Question.model_validate({**fields, "category": "follow_up"})
    assert first.id == second.id
    assert first.id != Question.model_validate({**fields, "history": []}).id


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["a.md", "b.md"], (("a.md", 1), ("b.md", 1))),
        ({"a.md": 2, "b.md#p3": 0}, (("a.md", 2), ("b.md#p3", 0))),
        ("a.md", (("a.md", 1),)),
    ],
)
def test_relevance_is_a_list_or_has_grades(written: object, read: tuple[tuple[str, int], ...]):
    assert Question.model_validate({"question": "Which?", "relevant": written}).relevant == read


def test_the_documents_expected_are_the_relevant_ones_unless_it_is_said():
    expect = {"value": 1, "document": ["a.md", "b.md"]}
    assert Question.model_validate({"question": "How many?", "expect": expect}).judged == {"a.md": 1, "b.md": 1}
    assert Question.model_validate({"question": "How many?", "expect": expect, "relevant": {"c.md": 2}}).judged == {"c.md": 2}


def test_nothing_is_relevant_to_a_question_that_should_be_declined():
    assert Question.model_validate({"question": "How many?", "expect": {"status": "not_found", "document": "a.md"}}).judged == {}
