"""Small decision trees, learned elsewhere, that weigh what is known of something; kept as lists that a person can read."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Branch(NamedTuple):
    """A sign, and what follows where its amount is at most *least* and where it is more: a branch, or how much speaks for it."""

    sign: str
    least: float
    below: "Branch | float"
    above: "Branch | float"


class Forest(NamedTuple):
    """Trees whose leaves are added up, and what is added to them."""

    bias: float
    trees: tuple[Branch, ...]


def forest_of(bias: float, trees: Sequence[Sequence[object]]) -> Forest:
    """Return the forest that *trees* are written down as: [sign, least, below, above], each of the last two a tree or a number."""
    return Forest(bias, tuple([branch for tree in trees if isinstance(branch := _grown(tree), Branch)]))


def _grown(tree: object) -> Branch | float:
    if isinstance(tree, int | float):
        return float(tree)
    if not isinstance(tree, list) or len(tree) != len(Branch._fields):
        raise TypeError(f"no tree: {tree!r}")
    sign, least, below, above = tree
    return Branch(str(sign), float(least), _grown(below), _grown(above))


def weigh_signs(amounts: Mapping[str, float], forest: Forest) -> float:
    """Return the log-odds that *forest* gives to *amounts*; what is not among them is 0.

    >>> weigh_signs({"said": 0.9}, Forest(-0.2, (Branch("said", 0.5, -1.0, 1.0),)))
    0.8
    """
    total, amount_of = forest.bias, amounts.get
    for tree in forest.trees:
        node: Branch | float = tree
        while isinstance(node, Branch):
            sign, least, below, above = node
            node = above if amount_of(sign, 0.0) > least else below
        total += node
    return total
