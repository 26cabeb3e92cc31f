"""A forest of boosted decision trees for an outcome of two, small enough to be read (Friedman, 2001, "Greedy function approximation").

Needs numpy. The same rows give the same trees.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from qa_bot.forest import forest_of, weigh_signs

TREES, DEPTH, RATE = 70, 3, 0.2
BINS = 24  # into which the amounts of a sign are parted by how many rows have them
LEAST = 15  # rows on either side of a branch
FOLDS = 3
PENALTY = 3.0  # on leaves
DRAWN = 0.3  # of the signs, for each tree anew; 0.6 tells 0.2 points less apart, twice as many trees at half the rate no more

Table = NDArray[np.float64]
Tree = list[object]  # [sign, least, below, above], or a leaf


class Rows(NamedTuple):
    """What each example has of each sign, whether it is answered, and what it counts."""

    signs: Sequence[str]
    table: Table
    answered: Table
    counted: Table


def rows_of(examples: Sequence[tuple[Mapping[str, float], bool, float]], least: int) -> Rows:
    """Return the *examples* (signs, whether answered, what it counts) as tables; signs that fewer than *least* have are left out."""
    seen: dict[str, int] = {}
    for amounts, _, _ in examples:
        for name, amount in amounts.items():
            seen[name] = seen.get(name, 0) + bool(amount)
    names = sorted(name for name, count in seen.items() if count >= least)
    table = np.array([[amounts.get(name, 0.0) for name in names] for amounts, _, _ in examples])
    answered = np.array([float(answered) for _, answered, _ in examples])
    return Rows(names, table, answered, np.array([counted for _, _, counted in examples]))


def held_out(examples: Sequence[tuple[Mapping[str, float], bool, float]], least: int, seed: int) -> Table:
    """Return the log-odds of each of the *examples* by trees grown from the other folds."""
    fold = np.random.default_rng(seed).integers(0, FOLDS, len(examples))
    odds = np.zeros(len(examples))
    for held in range(FOLDS):
        grown = forest_of(0.0, grow(rows_of([examples[at] for at in np.flatnonzero(fold != held)], least), seed))
        for at in np.flatnonzero(fold == held):
            odds[at] = weigh_signs(examples[at][0], grown)
    return odds


def grow(rows: Rows, seed: int) -> list[Tree]:
    """Return the trees; both outcomes weigh the same."""
    chance = np.random.default_rng(seed)
    total = len(rows.answered)
    sides = np.where(rows.answered == 1, (rows.counted * rows.answered).sum(), (rows.counted * (1 - rows.answered)).sum())
    weights = rows.counted / sides * total / 2
    edges = [np.unique(np.round(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1]), 3)) for column in rows.table.T]
    bins = np.stack([np.searchsorted(edge, column, side="left") for edge, column in zip(edges, rows.table.T, strict=True)], 1)
    odds = np.zeros(total)
    trees: list[Tree] = []
    for _ in range(TREES):
        share = 1 / (1 + np.exp(-odds))
        slope, curve = (share - rows.answered) * weights, share * (1 - share) * weights
        drawn = [at for at in range(len(edges)) if chance.random() < DRAWN and len(edges[at])]
        tree = _branch(np.arange(total), DEPTH, Growing(rows.signs, edges, bins, slope, curve, drawn, odds))
        trees.append(tree if isinstance(tree, list) else [rows.signs[0], 0.0, tree, tree])
    return trees


class Growing(NamedTuple):
    """What a tree is grown from; *odds* is what all trees give so far, to which its leaves are added."""

    signs: Sequence[str]
    edges: Sequence[Table]
    bins: NDArray[np.int64]
    slope: Table
    curve: Table
    drawn: Sequence[int]
    odds: Table


def _branch(members: NDArray[np.int64], depth: int, growing: Growing) -> Tree | float:
    best = _best_split(members, growing) if depth else None
    if best is None:
        leaf = round(float(-RATE * growing.slope[members].sum() / (growing.curve[members].sum() + PENALTY)), 4)
        growing.odds[members] += leaf
        return leaf
    sign, place = best
    above = growing.bins[members, sign] > place
    below, beyond = (_branch(members[side], depth - 1, growing) for side in (~above, above))
    return [growing.signs[sign], round(float(growing.edges[sign][place]), 3), below, beyond]


def _best_split(members: NDArray[np.int64], growing: Growing) -> tuple[int, int] | None:
    """The sign and the edge that part *members* best; None where nothing does."""
    slope, curve, bins = growing.slope[members], growing.curve[members], growing.bins[members]
    slopes, curves = slope.sum(), curve.sum()
    best, found = slopes * slopes / (curves + PENALTY) + 1e-6, None
    for sign in growing.drawn:
        size = len(growing.edges[sign]) + 1
        left = np.bincount(bins[:, sign], slope, size).cumsum()[:-1]
        width = np.bincount(bins[:, sign], curve, size).cumsum()[:-1]
        count = np.bincount(bins[:, sign], minlength=size).cumsum()[:-1]
        gain = left * left / (width + PENALTY) + (slopes - left) ** 2 / (curves - width + PENALTY)
        gain[(count < LEAST) | (count > len(members) - LEAST)] = 0
        place = int(gain.argmax())
        if gain[place] > best:
            best, found = float(gain[place]), (sign, place)
    return found
