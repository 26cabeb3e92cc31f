"""Whether a figure meets a condition: "more than 100", where its own bound and upper end may leave that open."""

from decimal import Decimal
from typing import NamedTuple

from qa_bot.schema import (
    Bound,
    Condition,
    Figure,
)


def holds(condition: Condition, figure: Figure) -> bool | None:
    """Whether the figure meets the condition; None where its bound leaves that open."""
    if condition.share and figure.unit is None:
        figure = figure.model_copy(update={"value": figure.value * 100, "upper": figure.upper and figure.upper * 100})
    low, high, value = _low(figure), _high(figure), condition.value
    match condition.bound:
        case Bound.MORE_THAN:
            return _decided(_above(low, value, strictly=True), _below(high, value))
        case Bound.AT_LEAST:
            return _decided(_above(low, value), _below(high, value, strictly=True))
        case Bound.LESS_THAN:
            return _decided(_below(high, value, strictly=True), _above(low, value))
        case Bound.AT_MOST:
            return _decided(_below(high, value), _above(low, value, strictly=True))
        case Bound.BETWEEN if condition.upper is not None:
            inside = _above(low, value) and _below(high, condition.upper)
            return _decided(inside, _below(high, value, strictly=True) or _above(low, condition.upper, strictly=True))
    exact = low is not None and low == high
    outside = _above(low, value, strictly=True) or _below(high, value, strictly=True)
    return _decided(exact and _above(low, value) and _below(high, value), outside)


class _End(NamedTuple):
    """An end of the values that a figure leaves possible; *open* when it is not one of them."""

    value: Decimal
    open: bool = False


def _low(figure: Figure) -> _End | None:
    if figure.bound in (Bound.AT_MOST, Bound.LESS_THAN):
        return None
    return _End(figure.value, figure.bound is Bound.MORE_THAN)


def _high(figure: Figure) -> _End | None:
    if figure.upper is not None:
        return _End(figure.upper)
    if figure.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return None
    return _End(figure.value, figure.bound is Bound.LESS_THAN)


def _above(low: _End | None, value: Decimal, *, strictly: bool = False) -> bool:
    """Whether all that is possible lies at or above *value*, or strictly above it."""
    return low is not None and (low.value > value or (low.value == value and (low.open or not strictly)))


def _below(high: _End | None, value: Decimal, *, strictly: bool = False) -> bool:
    return high is not None and (high.value < value or (high.value == value and (high.open or not strictly)))


def _decided(yes: bool, no: bool) -> bool | None:
    return True if yes else False if no else None
