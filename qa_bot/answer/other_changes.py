"""Whether a change is that of something else: what fish did is not what timber did, nor is what one has more than another."""

from collections.abc import Iterable

from qa_bot.answer.concepts import WAYS, are_akin
from qa_bot.answer.deeds import is_moved_by_doer
from qa_bot.answer.scope import Scope
from qa_bot.schema import Figure, Measure, Query
from qa_bot.text.lexicon import lexicon
from qa_bot.text.tokens import tokenize

EXCEED = "exceed"


def is_change_of_neighbour(query: Query, scope: Scope) -> bool:
    """Return whether a change is asked for, and another change of the figure's sentence is of more of what is asked than this one, or this
    one is of a sort that is not asked, and lacks a thing that is."""
    figure = scope.figure
    if query.measure is not Measure.CHANGE or figure.measure is not Measure.CHANGE or is_moved_by_doer(query):
        return False
    if EXCEED in figure.terms.action and not WAYS.isdisjoint(query.slots.action):
        return True  # "2 million more than the bakery" is no rise
    asked = _subject(query)
    own = asked & _told_of(figure)
    if _is_of_other_sort(asked, figure):
        return True
    changes = (other for other in scope.rivals.beside(figure) if other.measure is Measure.CHANGE)
    return bool(figure.terms.head) and any(own < asked & _told_of(other) for other in changes)


def is_change_by_another(query: Query, scope: Scope) -> bool:
    """Return whether it is asked by how much somebody changed something, and the figure's sentence tells that of another: its next change
    is the one by whom is asked for, or it has another word for such a body than the question, which the passage has, too."""
    if not is_moved_by_doer(query) or scope.figure.label is not None:
        return False
    named = [term for term in query.slots.actor if term not in _all_terms(scope.figure)]
    changes = (other for other in scope.rivals.beside(scope.figure) if other.measure in (Measure.CHANGE, Measure.SHARE))
    return any(not _all_terms(other).isdisjoint(named) for other in changes) or _is_by_other_body(query, scope)


def _all_terms(figure: Figure) -> frozenset[str]:
    return frozenset((*figure.terms.actor, *figure.terms.place)) | _told_of(figure)


def _is_by_other_body(query: Query, scope: Scope) -> bool:
    """Whether the board did it, where the passage tells of a council, too, which is asked for."""
    figure = scope.figure
    if query.language != figure.language:
        return False
    words = lexicon(query.language)
    said, around = ({token.lower for token in tokenize(text)} for text in (scope.passage.sentence(figure), scope.passage.passage.text))
    asked = {token.lower for token in tokenize(query.text) if words.concept(token.lower) in query.slots.actor}
    concepts = {words.concept(word) for word in asked - said if word in around}
    return any(words.concept(word) in concepts for word in said)


def _is_of_other_sort(asked: frozenset[str], figure: Figure) -> bool:
    """Whether of what tells the sort of the figure's things nothing is asked, and of what is asked something is said nowhere about it:
    "exports of fish", where those of pears are asked for."""
    terms = figure.terms
    sorts, said = _things(terms.counted), _told_of(figure).union(terms.sentence, terms.context, terms.near)
    return (
        bool(sorts)
        and not any(are_akin(sort, term) for sort in sorts for term in asked)
        and not all(any(are_akin(term, other) for other in said) for term in asked)
    )


def _subject(query: Query) -> frozenset[str]:
    slots = query.slots
    return _things((*slots.head, *slots.counted, *slots.action, *slots.actor, *slots.other))


def _told_of(figure: Figure) -> frozenset[str]:
    terms = figure.terms
    return _things((*terms.head, *terms.counted, *terms.action, *terms.actor, *terms.other))


def _things(terms: Iterable[str]) -> frozenset[str]:
    return frozenset(term for term in terms if term not in WAYS and not term.startswith("@"))
