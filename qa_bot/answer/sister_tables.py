"""The rows of tables that stand one below the other with the same headers: mammals and birds, of which "which species" asks alike."""

from collections.abc import Mapping, Sequence

from qa_bot.answer.rows import counted_in_row, row_key
from qa_bot.answer.scope import concepts_of
from qa_bot.schema import Candidate, Query

Groups = Mapping[tuple[object, ...], list[Candidate]]


def sister_tables(query: Query, groups: Groups) -> dict[tuple[object, ...], list[Candidate]]:
    """Return *groups* of rows with those of sister tables put together, unless the question names what only one of the tables is on."""
    joined: dict[tuple[object, ...], list[Candidate]] = {}
    sisters: dict[tuple[object, ...], tuple[object, ...]] = {}  # by column: the group that stands for all
    for key in sorted(groups, key=str):
        column = _column(key, groups[key])
        first = sisters.get(column) if column is not None else None
        if first is not None and _may_join(query, joined[first], groups[key]):
            joined[first] = [*joined[first], *groups[key]]
            continue
        joined[key] = groups[key]
        if column is not None:
            sisters.setdefault(column, key)
    return joined


def _column(key: tuple[object, ...], group: Sequence[Candidate]) -> tuple[object, ...] | None:
    """What the same columns of sister tables share: document, unit, period, deed, headers; None of what stands in no table."""
    figure = group[0].figure
    if figure.label is None or not figure.terms.rows:
        return None
    period = (figure.period.start, figure.period.end) if figure.period is not None else None
    header = figure.action if figure.terms.action else counted_in_row(figure)  # a column of a deed counts what the caption names
    header = "" if header == figure.label else header  # "Days at sea": a unit alone
    whole = figure.part_of.counted if figure.part_of is not None else None
    return figure.doc_id, figure.measure, figure.unit, period, figure.terms.action, figure.terms.rows, header, whole


def _may_join(query: Query, rows: Sequence[Candidate], others: Sequence[Candidate]) -> bool:
    """Whether no row is called alike and the question tells nothing of the one table that it does not of the other."""
    if not {row_key(row.figure) for row in rows}.isdisjoint(row_key(row.figure) for row in others):
        return False
    slots = query.slots
    asked = {*slots.head, *slots.counted, *slots.action, *slots.place, *slots.other, *slots.rows, *query.names}
    first, second = (frozenset[str]().union(*(concepts_of(row.figure).anywhere for row in group)) for group in (rows, others))
    return asked & first == asked & second
