"""The scorer itself, on a text of one line."""

from decimal import Decimal

import pytest
from score_figures import Row, score

from qa_bot.schema import Figure, Span

TEXT = "In 2020 a third of the 90 trains of Line 7 were late."
THIRD: Row = {"doc": "a", "surface": "third", "context": "a third of", "value": "1/3", "bound": "exact"}
NINETY: Row = {"doc": "a", "surface": "90", "context": "the 90 trains", "value": "90", "unit": ["train", "vehicle"]}
LINE: Row = {"doc": "a", "not_figure": "7", "context": "of Line 7"}


def figure(surface: str, value: str, *, unit: str | None = None) -> Figure:
    start = TEXT.index(surface)
    whole = Span(start=0, end=len(TEXT))
    return Figure(
        figure_id=surface,
        doc_id="a",
        passage_id="a#p0",
        span=Span(start=start, end=start + len(surface)),
        quote=whole,
        surface=surface,
        value=Decimal(value),
        unit=unit,
    )


@pytest.mark.parametrize("value", ["33.3", "0.3333"])
def test_a_fraction_may_be_kept_as_itself_or_in_percent(value: str):
    assert score([THIRD], {"a": [figure("third", value)]}, {"a": TEXT}).share("recall") == 1


def test_another_value_at_the_same_place_is_a_miss_and_an_invention():
    result = score([NINETY], {"a": [figure("90", "900")]}, {"a": TEXT})
    assert (result.share("recall"), result.share("precision")) == (0, 0)
    assert [failure.slot for failure in result.failures] == ["missed", "invented"]


def test_a_number_that_counts_nothing_is_an_invention():
    result = score([NINETY, LINE], {"a": [figure("90", "90"), figure("7", "7")]}, {"a": TEXT})
    assert result.share("precision") == 0.5
    assert result.failures[-1].wanted == "not a figure"


def test_an_optional_number_counts_neither_way():
    optional: Row = {"doc": "a", "optional": "7", "context": "of Line 7"}
    result = score([NINETY, optional], {"a": [figure("90", "90"), figure("7", "7")]}, {"a": TEXT})
    assert (result.asked["precision"], result.share("precision")) == (1, 1)


@pytest.mark.parametrize(("unit", "right"), [("train", 1), ("vehicle", 1), ("person", 0)])
def test_a_slot_may_have_several_right_readings(unit: str, right: int):
    assert score([NINETY], {"a": [figure("90", "90", unit=unit)]}, {"a": TEXT}).right.get("unit", 0) == right


def test_a_slot_that_the_gold_leaves_out_is_not_scored():
    assert "period" not in score([NINETY], {"a": [figure("90", "90")]}, {"a": TEXT}).asked
