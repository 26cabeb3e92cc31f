"""When a figure tells a deed in other words than the question: those employed work, what is cancelled does not run."""

from qa_bot.answer.concepts import broader
from qa_bot.schema import Figure, Query
from qa_bot.text.functions import functions, known_by, undone

ACQUIRING = functions("en")["acquiring"]
DEEDLESS = functions("en")["performing"] | functions("en")["light_verbs"]


def is_told_otherwise(deed: str, query: Query, figure: Figure) -> bool:
    """Return whether *figure*, without the word, says of what it counts that *deed* was done."""
    return _makes_such(deed, figure) or _is_gained(deed, query, figure) or is_undone(deed, query, figure)


def _makes_such(deed: str, figure: Figure) -> bool:
    """Whether those counted are called by the deed, and nothing else is said of them: whoever is an employee works."""
    return _is_bare(figure) and any(deed in known_by().get(head, ()) for head in figure.terms.head)


def _is_gained(deed: str, query: Query, figure: Figure) -> bool:
    """Whether a row of what is asked for has it: a party's seats, a country's medals are those it won."""
    asked = set(query.slots.head)
    return deed in ACQUIRING and figure.label is not None and _is_bare(figure) and bool(asked & set(figure.terms.head))


def is_undone(deed: str, query: Query, figure: Figure) -> bool:
    """Return whether the deed was asked as not done, and the figure says so by a verb of its own: what did not run was cancelled."""
    return query.polarity is False and not figure.negative and any(deed in undone().get(own, ()) for own in figure.terms.action)


def _is_bare(figure: Figure) -> bool:
    """Whether no deed is told of the figure but what its noun says itself: votes are voted."""
    own = figure.terms
    return not figure.negative and {*own.action} <= {*own.head, *(wider for head in own.head for wider in broader(head)), *DEEDLESS}
