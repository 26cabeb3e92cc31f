"""Intervals and tests of difference: what is known of them beforehand holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.evaluation.statistics import mean_interval, quantile_interval, randomisation_test

VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=40)


@given(VALUES)
def test_an_interval_of_a_mean_lies_within_the_values_and_is_the_same_again(values: list[float]):
    interval = mean_interval(values)
    assert min(values) - 1e-9 <= interval.low <= interval.high <= max(values) + 1e-9
    assert interval == mean_interval(values)


def test_the_interval_of_a_share_is_near_that_of_the_binomial():
    interval = mean_interval([1.0] * 80 + [0.0] * 20)
    assert interval == pytest.approx((0.72, 0.88), abs=0.015)


def test_more_questions_make_an_interval_narrower():
    few, many = mean_interval([1.0, 0.0] * 10), mean_interval([1.0, 0.0] * 1000)
    assert many.high - many.low < (few.high - few.low) / 5


def test_a_quantile_has_an_interval_too():
    interval = quantile_interval([float(number) for number in range(101)], 0.5)
    assert interval.low < 50 < interval.high


@pytest.mark.parametrize(
    ("differences", "probability"),
    [
        pytest.param([], 1.0, id="no question"),
        pytest.param([0.0, 0.0], 1.0, id="no difference"),
        pytest.param([1.0], 1.0, id="one question says nothing"),
        pytest.param([1.0] * 5, 2 / 2**5, id="five of five"),
        pytest.param([1.0, -1.0], 1.0, id="one each"),
        pytest.param([1.0, 1.0, 1.0, -1.0], 10 / 16, id="three to one"),
    ],
)
def test_few_differences_are_tested_exactly(differences: list[float], probability: float):
    assert randomisation_test(differences) == pytest.approx(probability)


def test_many_differences_are_tested_by_drawing_which_never_calls_anything_impossible():
    assert 0 < randomisation_test([1.0] * 40) < 0.001
    assert randomisation_test([1.0, -1.0] * 20) == 1.0
    assert randomisation_test([1.0] * 20 + [-1.0] * 10) == pytest.approx(0.0987, abs=0.01)  # binomial: P(20 or more, or 10 or fewer, of 30)


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=12))
def test_it_does_not_matter_which_run_comes_first(differences: list[float]):
    assert randomisation_test(differences) == pytest.approx(randomisation_test([-value for value in differences]))
