"""What sums are called that somebody is given: the 15,000 offered to the families is the compensation that was offered to them."""

from qa_bot.answer.scope import CLAUSE, SENTENCE, Scope
from qa_bot.schema import Measure, Query
from qa_bot.text.functions import functions

GIVEN_SUMS = functions("en")["given_sums"]  # concepts
GIVING = functions("en")["giving_deeds"]
PAY, EARNED, RECEIVED = "salary", "earn", "receive"  # concepts
MANNER = frozenset({"average", "month", "year", "week", "hour", "day"})


def is_earned(query: Query, scope: Scope) -> bool:
    """Return whether *query* asks for somebody's pay and the figure is what just those earn or, by the month or on average, receive:
    «ткачиха получает в среднем 41 200 рублей»."""
    asked, terms = query.slots, scope.figure.terms
    if scope.figure.measure is not Measure.MONEY or {*asked.head} != {PAY}:
        return False
    those = {*asked.counted, *asked.other} - MANNER
    told = EARNED in terms.action or (RECEIVED in terms.action and not MANNER.isdisjoint((*terms.other, *terms.counted)))
    return told and bool(those) and those <= {*terms.head, *terms.actor} and {*terms.head} <= {*those, *MANNER}


def is_given_sum(query: Query, scope: Scope) -> bool:
    """Return whether *query* asks how much of such a sum was given, offered or demanded, and the figure is money of which its clause says
    just that and no more of what it is, of all who are named in the question."""
    asked, figure = query.slots, scope.figure
    if figure.measure is not Measure.MONEY or not query.amount or GIVEN_SUMS.isdisjoint(asked.head) or asked.counted:
        return False
    deeds = [deed for deed in asked.action if deed in GIVING and deed not in asked.head]
    named = {*asked.actor, *asked.other}
    if not deeds or not named or not {*figure.terms.head} <= named:
        return False
    done = all(deed in figure.terms.action or scope.level(deed)[0] >= CLAUSE for deed in deeds)
    return done and all(scope.level(term)[0] >= SENTENCE for term in named)
