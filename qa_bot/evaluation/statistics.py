"""How sure is a mean? Bootstrap intervals, and whether two runs over the same questions differ by more than chance. No clock, no luck."""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

import numpy as np

SEED = 20230114
RESAMPLES = 2000  # the ends of an interval then move by less than 0.2 points of a hundred from seed to seed, on 263 questions
LEVEL = 0.95
EXACT = 14  # differing questions up to which every assignment of signs is tried; beyond, PERMUTATIONS drawn ones
PERMUTATIONS = 20_000
_BATCH = 2_000_000  # numbers that are held in memory at a time


class Interval(NamedTuple):
    """Where the value would lie with other questions of the same kind, 19 times in 20."""

    low: float
    high: float


def mean_interval(values: Sequence[float]) -> Interval:
    """Return the percentile bootstrap interval of the mean of *values* (Efron and Tibshirani, 1993)."""
    return _interval(np.asarray(values, dtype=float), None)


def quantile_interval(values: Sequence[float], quantile: float) -> Interval:
    """Return the percentile bootstrap interval of the *quantile* (0 to 1) of *values*."""
    return _interval(np.asarray(values, dtype=float), quantile)


def quantile_of(values: Sequence[float], quantile: float) -> float:
    """Return the *quantile* (0 to 1) of *values*."""
    return float(np.quantile(np.asarray(values, dtype=float), quantile))


def _interval(values: "np.ndarray[tuple[int], np.dtype[np.float64]]", quantile: float | None) -> Interval:
    if values.size == 0:
        raise ValueError("no values")
    random = np.random.RandomState(SEED)  # the one generator whose numbers no version of numpy may change
    rows = max(1, _BATCH // values.size)
    found: list[float] = []
    while len(found) < RESAMPLES:
        drawn = values[random.randint(0, values.size, (min(rows, RESAMPLES - len(found)), values.size))]
        found += (drawn.mean(axis=1) if quantile is None else np.quantile(drawn, quantile, axis=1)).tolist()
    low, high = np.quantile(found, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Interval(float(low), float(high))


def randomisation_test(differences: Sequence[float]) -> float:
    """Return how likely a mean at least as far from 0 is, were it chance which run each paired difference favours (Fisher; two-sided).

    >>> randomisation_test([1.0, 1.0, 1.0, 1.0, 1.0])
    0.0625
    """
    moved = np.asarray([difference for difference in differences if difference], dtype=float)
    if moved.size == 0:
        return 1.0
    observed = abs(float(moved.sum())) - 1e-9  # sums in another order differ in their last bits
    if moved.size <= EXACT:
        signs = np.asarray(list(product((1.0, -1.0), repeat=moved.size)))
        return float((np.abs(signs @ moved) >= observed).mean())
    random = np.random.RandomState(SEED)
    rows, hits, drawn = max(1, _BATCH // moved.size), 0, 0
    while drawn < PERMUTATIONS:
        count = min(rows, PERMUTATIONS - drawn)
        signs = random.randint(0, 2, (count, moved.size)) * 2.0 - 1.0
        hits += int((np.abs(signs @ moved) >= observed).sum())
        drawn += count
    return (hits + 1) / (PERMUTATIONS + 1)  # the observed assignment is one of them, so that none is impossible
