"""When two nouns stand for one thing because of what else is told: the homes that lose power are the customers who do; times are deeds."""

from qa_bot.answer.scope import CONTEXT, Scope
from qa_bot.schema import Figure, Measure, Query
from qa_bot.text.functions import same_beside, told_of


def is_same_beside(term: str, query: Query, scope: Scope) -> bool:
    """Return whether the figure's noun is another one for *term* by what its text and *query* both tell of: "23,700 households without
    electricity" are the homes that lost power, and no others."""
    heads, slots = scope.figure.terms.head, query.slots
    if scope.figure.per != query.per:
        return False  # a capacity of 500 a day holds no 500 people
    asked = {*slots.head, *slots.action, *slots.counted, *slots.other, *slots.actor, *slots.place}
    for things, told, needed in same_beside():
        if term in things and not things.isdisjoint(heads) and (not needed or not needed.isdisjoint(asked)):
            return any(scope.level(sign)[0] >= CONTEXT for sign in told)
    return False


def counts_deeds(query: Query, figure: Figure) -> bool:
    """Return whether it is asked how often something was done, and *figure* counts just that: goals are how often somebody scored."""
    heads, deeds = {*figure.terms.head}, {*query.slots.action}
    if figure.measure is not Measure.COUNT or {*query.slots.actor}.isdisjoint(figure.terms.actor):
        return False  # somebody else's, as the fines that police issued in a town are none of the town
    return not heads.isdisjoint(deeds) or any(
        noun in heads and verb in figure.terms.action for deed in deeds for verb, noun in told_of().get(deed, ())
    )
