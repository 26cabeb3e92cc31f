"""The same question over all values of a slot: every period on file, every country."""

from qa_bot.question.reading import describe_query
from qa_bot.schema import Kind, Query


def varied(query: Query, *, by: str) -> Query:
    """Return *query* without what it asks of the slot *by* ("period" or "actor"), so that all that is on file fits.

    >>> varied(understand("How many trains were late in 2023?"), by="period").read_as  # doctest: +SKIP
    'late trains'
    """
    update: dict[str, object] = {
        "parts": (),
        "binds": (),
        "condition": None,
        "operation": None,
        "whole": None,
        "typos": (),
        "continues": None,
    }
    if by == "period":
        update |= {"kind": Kind.COUNT, "by": "period", "period": None, "periods": (), "any_year": False}
    else:
        names = {*query.slots.actor, *query.slots.place}
        update |= {"kind": Kind.LIST, "by": by, "slots": query.slots.model_copy(update={"actor": (), "place": ()})}
        update["things"] = tuple(term for term in query.things if term not in names)
    changed = query.model_copy(update=update)
    return changed.model_copy(update={"read_as": describe_query(changed)})
