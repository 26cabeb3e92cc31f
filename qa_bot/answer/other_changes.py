"""Whether a change is that of something else in its sentence: what fish did is not what timber did, nor is what one has more
than another."""

from collections.abc import Iterable

from qa_bot.answer.concepts import WAYS
from qa_bot.answer.deeds import is_moved_by_doer
from qa_bot.answer.scope import Scope
from qa_bot.schema import Figure, Measure, Query

EXCEED = "exceed"


def is_change_of_neighbour(query: Query, scope: Scope) -> bool:
    """Return whether a change is asked for, and another change of the figure's sentence is of more of what is asked than this one."""
    figure = scope.figure
    if query.measure is not Measure.CHANGE or figure.measure is not Measure.CHANGE or is_moved_by_doer(query):
        return False
    if EXCEED in figure.terms.action and not WAYS.isdisjoint(query.slots.action):
        return True  # "2 million more than the bakery" is no rise
    asked = _subject(query)
    own = asked & _told_of(figure)
    changes = (other for other in scope.rivals.beside(figure) if other.measure is Measure.CHANGE)
    return bool(figure.terms.head) and any(own < asked & _told_of(other) for other in changes)


def _subject(query: Query) -> frozenset[str]:
    slots = query.slots
    return _things((*slots.head, *slots.counted, *slots.action, *slots.actor, *slots.other))


def _told_of(figure: Figure) -> frozenset[str]:
    terms = figure.terms
    return _things((*terms.head, *terms.counted, *terms.action, *terms.actor, *terms.other))


def _things(terms: Iterable[str]) -> frozenset[str]:
    return frozenset(term for term in terms if term not in WAYS and not term.startswith("@"))
