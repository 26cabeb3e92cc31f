"""What something costs and what its price is: "diesel costs $1.84" tells its price, "the price of petrol is $1.92" what that costs."""

from collections.abc import Sequence

from qa_bot.answer.concepts import broader
from qa_bot.answer.deeds import PRICE
from qa_bot.answer.scope import Scope
from qa_bot.answer.sums_given import MANNER
from qa_bot.schema import Figure, Measure, Query

COST = "cost"  # the deed
PRICES = frozenset({PRICE, "cost"})  # concepts


def is_price_told(query: Query, scope: Scope) -> bool:
    """Return whether *query* asks for the price of just what the figure says to cost so much."""
    asked, terms = query.slots, scope.figure.terms
    if scope.figure.measure is not Measure.MONEY or COST not in terms.action or not {*asked.head} <= PRICES or not asked.head:
        return False
    those = {*asked.counted, *asked.other} - MANNER
    return bool(those) and those <= {*terms.head, *terms.counted, *terms.other} and {*terms.head} <= those


def is_cost_of(named: Sequence[str], query: Query, figure: Figure) -> bool:
    """Return whether *query* asks what those *named* cost, and the figure is the price of just them."""
    terms = figure.terms
    if figure.measure is not Measure.MONEY or COST not in query.slots.action or PRICES.isdisjoint(terms.head):
        return False
    return bool(named) and {*named} <= {*terms.counted} <= {*named, *MANNER}


def is_cost_of_another(missing: Sequence[str], query: Query, scope: Scope) -> bool:
    """Return whether the figure is what one thing costs, and another sentence what one of the *missing* things of *query* costs or its
    price: "petrol has reached a price of $1.92. Diesel costs $1.84"."""
    figure, terms = scope.figure, scope.figure.terms
    if figure.measure is not Measure.MONEY or COST not in query.slots.action or not terms.head or not PRICES.isdisjoint(terms.head):
        return False
    others = [other for other in scope.passage.figures if other.quote != figure.quote and _is_priced(other)]
    return any(_is_of(term, other) and not _is_of(term, figure) for term in missing for other in others)


def _is_priced(figure: Figure) -> bool:
    return figure.measure is Measure.MONEY and not PRICES.isdisjoint((*figure.terms.head, *figure.terms.action))


def _is_of(term: str, figure: Figure) -> bool:
    said = {*figure.terms.head, *figure.terms.counted}
    return term in said or any(term in broader(other) for other in said)
