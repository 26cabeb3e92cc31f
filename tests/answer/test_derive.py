"""Shares, remainders and differences: decimal, half-even, never across units or claimants."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.answer.derive import comparable, difference, rest, share, total
from qa_bot.schema import Bound, CitedFigure, Claimant, Measure, plain


def count(value: object, name: str = "a", **slots: object) -> CitedFigure:
    return CitedFigure(**{"figure_id": name, "value": Decimal(str(value)), "unit": "train", "surface": str(value), **slots})


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        (38, 114, "33.3"),
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (1, 8, "12.5"),
        (1, 16, "6.2"),  # 6.25: to the even digit
        (3, 16, "18.8"),  # 18.75: to the even digit
        (50, 50, "100"),
        (0, 50, "0"),
    ],
)
def test_a_share_has_one_decimal_half_even(figure_of, part, whole, percent):
    derived = share(figure_of(part), figure_of(whole, "b"))
    assert plain(derived.value) == percent
    assert (derived.unit, derived.measure) == ("%", Measure.SHARE)


def test_a_derived_value_names_its_operands_and_has_no_surface(figure_of):
    part, whole = figure_of(38), figure_of(114, "b")
    for derived in (share(part, whole), rest(part, whole), difference(whole, part)):
        assert derived.derived is not None
        assert set(derived.derived.operands) == {part.figure_id, whole.figure_id}
        assert derived.surface is derived.citation is None
        assert "38" in derived.derived.expression
        assert "114" in derived.derived.expression


def test_the_rest_is_the_whole_without_the_part(figure_of):
    assert rest(figure_of(229), figure_of(439, "b")).value == 210


def test_the_rest_of_what_was_granted_is_not_called_refused(figure_of):
    derived = rest(figure_of(229, action="granted"), figure_of(439, "b"))
    assert derived.action in (None, "not granted")


@pytest.mark.parametrize(
    ("bound", "left"),
    [
        (Bound.EXACT, Bound.EXACT),
        (Bound.AT_LEAST, Bound.AT_MOST),
        (Bound.AT_MOST, Bound.AT_LEAST),
        (Bound.MORE_THAN, Bound.LESS_THAN),
        (Bound.ABOUT, Bound.ABOUT),
    ],
)
def test_of_at_least_a_part_at_most_the_rest_is_left(figure_of, bound, left):
    assert rest(figure_of(28, bound=bound), figure_of(60, "b")).bound is left


def test_a_difference_of_rounded_numbers_is_no_exact_one(figure_of):
    assert difference(figure_of(90, bound=Bound.ABOUT), figure_of(60, "b")).bound is not Bound.EXACT


def test_a_sum_has_all_its_parts(figure_of):
    derived = total([figure_of(4), figure_of(60, "b"), figure_of(6, "c")])
    assert derived.value == 70
    assert derived.derived is not None
    assert derived.derived.expression == "4 + 60 + 6"


@pytest.mark.parametrize(
    ("slots", "may"),
    [
        pytest.param({}, True, id="alike"),
        pytest.param({"unit": "bus"}, False, id="another unit"),
        pytest.param({"measure": Measure.SHARE}, False, id="another measure"),
        pytest.param({"claimant": Claimant(name="Union")}, False, id="another claimant"),
        pytest.param({"upper": Decimal(50)}, False, id="a range"),
    ],
)
def test_what_may_be_calculated_with(slots, may):
    assert comparable(count(90), count(40, "b", **slots)) is may
    assert comparable(count(40, "b", **slots), count(90)) is may


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_share_and_its_rest_make_a_whole(part, whole):
    part = min(part, whole)
    first, second = share(count(part), count(whole, "b")), share(count(whole - part), count(whole, "b"))
    assert abs(first.value + second.value - 100) <= Decimal("0.1")
    assert 0 <= first.value <= 100


@pytest.fixture
def figure_of(paper):
    """Make a figure of a value on file."""

    def make(value, name="a", **slots):
        return paper(f"There were {value} trains.", doc_id=name).count(str(value), unit="train", **slots)

    return make
